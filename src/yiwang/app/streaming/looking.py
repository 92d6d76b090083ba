"""Which facts go out, and how a stretch of the log becomes items with the scope of each."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from yiwang import ledger
from yiwang.access.standing import all_above
from yiwang.app.facts import FACTS
from yiwang.app.streaming.telling import Batch, Item, Position
from yiwang.cases.views import standing as cases
from yiwang.db import Tx
from yiwang.events import standing as events
from yiwang.ledger import Recorded

Stand = Callable[[Tx, Sequence[UUID]], Awaitable[list[dict[str, Any]]]]
# By the first word of the type: told with their object, to those whose scope holds it.
STANDS: Mapping[str, tuple[str, Stand]] = {
    "case": (cases.PERMISSION, cases.stand),
    "event": (events.PERMISSION, events.stand),
}
# Told without their object: the page asks the room, which knows who may see what.
BARE: Mapping[str, str] = {
    "alarm": "devices.read",
    "device": "devices.read",
    "duty": "attendance.read",
    "handover": "duty.log",
    "hotline": "cases.read",
    "log": "duty.log",
    "order": "orders.read",
    "shift": "rosters.read",
    "warning": "warnings.read",
}
# What a display of the wall shows: it hears that this moved, within what it shows, by ids alone.
AT_THE_WALL = frozenset({"case", "alarm", "device", "duty", "warning"})
TYPES = tuple(sorted(kind.TYPE for kind in FACTS if kind.TYPE.partition(".")[0] in {*STANDS, *BARE}))
LIMIT = 500


async def read(tx: Tx, after: Position) -> Batch | None:
    """Return what the log holds after a position, up to 500 facts; None when there is nothing new."""
    facts = await ledger.read(tx, after, types=list(TYPES), limit=LIMIT)
    if not facts:
        return None
    # What was brought in from older systems comes in bulk: that it came is told, not each row.
    live = [fact for fact in facts if fact.origin == "live"]
    return Batch((facts[-1].xid, facts[-1].seq), await _items(tx, live), more=len(live) < len(facts))


async def _items(tx: Tx, facts: Sequence[Recorded]) -> list[Item]:
    by_kind: dict[str, list[Recorded]] = defaultdict(list)
    for fact in facts:
        by_kind[fact.type.partition(".")[0]].append(fact)
    items = [_bare(fact, permission) for kind, permission in BARE.items() for fact in by_kind[kind]]
    for kind, (permission, stand) in STANDS.items():
        if subjects := sorted({fact.subject for fact in by_kind[kind]}):
            stands = {row["id"]: row for row in await stand(tx, subjects)}
            items += await _scoped(tx, kind, permission, by_kind[kind], stands)
    return items


async def _scoped(
    tx: Tx, kind: str, permission: str, facts: Sequence[Recorded], stands: Mapping[UUID, Mapping[str, Any]]
) -> list[Item]:
    nodes = {row[name] for row in stands.values() for name in ("jurisdiction_id", "unit_id") if row[name]}
    above = await all_above(tx, nodes)
    items = []
    for fact in facts:
        row = stands.get(fact.subject)
        if row is None:
            continue
        places, units = above.get(row["jurisdiction_id"], frozenset()), above.get(row["unit_id"], frozenset())
        shown = (row["id"], row["number"], row["state"], row["urgent"])
        items.append(
            Item(kind, fact.type, permission, fact.recorded, fact.actor, *shown, places, units, kind in AT_THE_WALL)
        )
    return items


def _bare(fact: Recorded, permission: str) -> Item:
    kind = fact.type.partition(".")[0]
    return Item(kind, fact.type, permission, fact.recorded, wall=kind in AT_THE_WALL)
