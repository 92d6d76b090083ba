"""Signs of the city between platforms: values of jurisdictions of both, kept here beside our own."""

from datetime import datetime, timedelta
from typing import Any

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.federation import store
from yiwang.federation.bodies import SignsBody
from yiwang.federation.model import Peer, covered
from yiwang.federation.peers import check_shared

PERMISSION = "signs.read"


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
