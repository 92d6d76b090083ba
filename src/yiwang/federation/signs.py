"""Signs of the city between platforms: values of jurisdictions of both, kept here beside our own."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.federation import store
from yiwang.federation.bodies import MOST_VALUES, SignsBody, SignValue
from yiwang.federation.model import Peer, covered
from yiwang.federation.peers import check_shared
from yiwang.federation.sealing import send
from yiwang.signs import asking
from yiwang.signs.model.tree import Place

PERMISSION = "signs.read"
LEVELS = {-1: "none", 0: "green", 1: "yellow", 2: "orange", 3: "red"}
ROUND = timedelta(minutes=15)  # a level that changed within it is told at once, and everything once an hour


async def tell(tx: Tx, *, books: Books, at: datetime) -> int:
    """Queue our signs of the jurisdictions shared with each platform; return how many values. After each computation.

    In the first ten minutes of an hour all of them, else those whose level has just changed.
    """
    told = 0
    locator = await books.locators.at(tx, at)
    for name in await store.active_peers(tx):
        peer = await store.peer(tx, name, lock=True)
        if peer is None or "signs" not in peer.shares:
            continue
        values: list[SignValue] = []
        for code in peer.jurisdictions:
            node = locator.by_code.get(code)
            if node is not None:
                place = Place(node.id, node.name, node.level, None)
                values += _values(code, await asking.board(tx, place, at=at), at)
        for first in range(0, len(values), MOST_VALUES):
            await send(tx, peer, "signs.values", SignsBody(values=values[first : first + MOST_VALUES]))
        told += len(values)
    return told


def _values(code: str, board: Sequence[asking.Now], at: datetime) -> list[SignValue]:
    return [
        SignValue(
            code=one.sign.code,
            name=one.sign.name_zh,
            unit=one.sign.unit,
            jurisdiction=code,
            at=one.at,
            value=one.value,
            level=LEVELS[one.level],
            n=round(one.n),
        )
        for one in board
        if one.state == "live" and one.at and one.value is not None
        if at.minute < 10 or (one.since and at - one.since <= ROUND)
    ]


async def take(tx: Tx, peer: Peer, body: SignsBody, books: Books) -> dict[str, Any]:
    """Keep values that another platform tells; the same one again, or a corrected one, replaces it."""
    check_shared(peer, "signs")
    locator = await books.locators.at(tx, tx.at)
    rows = []
    for one in body.values:
        node = locator.by_code.get(one.jurisdiction)
        if node is None or not covered(
            [locator.nodes[each].code for each in locator.chain(node.id)], peer.jurisdictions
        ):
            raise Invalid("jurisdiction", f"{one.jurisdiction} is not among the jurisdictions that we share.")
        if one.origin == tx.platform:
            raise Invalid("origin", "A platform is not told its own values.")
        rows.append({**one.model_dump(mode="json"), "origin": one.origin or peer.name, "place": str(node.id)})
    store.put_signs(tx, peer.name, rows)
    return {}


async def listed(
    tx: Tx, actor: Actor, *, peer: str | None, code: str | None, hours: int, limit: int, at: datetime
) -> list[dict[str, Any]]:
    """Return the latest values that other platforms told, of places in the actor's scope."""
    where, params = access.within(actor.scope(PERMISSION), "s.place", None)
    since = at - timedelta(hours=hours)
    return await store.signs(tx, where, params, peer=peer, code=code, since=since, limit=limit)
