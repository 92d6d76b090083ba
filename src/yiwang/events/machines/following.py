"""What alarms and silences tell: events are raised, recovery is noted, what was held back comes after all."""

from collections.abc import Sequence
from uuid import UUID

from yiwang import ledger
from yiwang.alarms.facts import AlarmRaised, AlarmRecovered, AlarmResolved
from yiwang.alarms.handling.facts import AlarmProposalDecided, SilenceEnded
from yiwang.db import Tx
from yiwang.events.machines import store
from yiwang.events.machines.facts import EventRecovered, GroupAwaited
from yiwang.events.machines.planning import MACHINES, Around, plans_of
from yiwang.events.machines.raising import raise_events, raise_upkeep
from yiwang.ledger import Recorded, Timer

DECIDED = AlarmProposalDecided.TYPE
HEARD = (AlarmRaised.TYPE, AlarmRecovered.TYPE, AlarmResolved.TYPE, SilenceEnded.TYPE, GroupAwaited.TYPE, DECIDED)


async def follow(around: Around, tx: Tx, facts: Sequence[Recorded]) -> None:
    """Take facts in their order, all of one kind that stand together at once: a storm is no more than its batches.

    History makes no events: what it tells of is long settled.
    """
    if tx.origin != "live":
        return
    for kind, together in _runs(facts):
        if kind == AlarmRaised.TYPE:
            await _consider(around, tx, [fact.subject for fact in together])
        elif kind in (AlarmRecovered.TYPE, AlarmResolved.TYPE):
            await _ended(around, tx, together)
        elif kind == DECIDED:
            for fact in together:
                await _repair(around, tx, fact)
        else:
            for fact in together:
                await _let_go(around, tx, fact)


def _runs(facts: Sequence[Recorded]) -> list[tuple[str, list[Recorded]]]:
    """Return facts in their order as runs of one kind."""
    runs: list[tuple[str, list[Recorded]]] = []
    for fact in facts:
        if not runs or runs[-1][0] != fact.type:
            runs.append((fact.type, []))
        runs[-1][1].append(fact)
    return runs


async def _consider(around: Around, tx: Tx, ids: Sequence[UUID], *, waited: bool = False) -> None:
    if ids:
        await raise_events(tx, around, await plans_of(tx, around, ids, waited=waited))


async def _ended(around: Around, tx: Tx, facts: Sequence[Recorded]) -> None:
    """The values of alarms are well again: their events say so, and what they inhibited is looked at anew."""
    ids = [fact.subject for fact in facts]
    events = await store.resolve(tx, ids, [fact.time for fact in facts])
    at = max(fact.time for fact in facts)
    for row in await store.recovered(tx, events, at) if events else ():
        fact = EventRecovered(row["event_id"], row["upkeep"], row["alarms"])
        await ledger.record(tx, fact, at=at, actor=MACHINES.id)
    await _consider(around, tx, await store.let_go(tx, inhibitors=ids))


async def _let_go(around: Around, tx: Tx, fact: Recorded) -> None:
    """A silence is over, or a group was awaited: what still stands of it becomes what it would have become."""
    if fact.type == GroupAwaited.TYPE:
        await _consider(around, tx, await store.let_go(tx, group=fact.data["name"]), waited=True)
    else:
        await _consider(around, tx, await store.let_go(tx, silence=fact.subject))


async def _repair(around: Around, tx: Tx, fact: Recorded) -> None:
    """A device is to be repaired: an upkeep for its maintainer, or the one that is open."""
    if (fact.data["action"], fact.data["decision"]) == ("repair", "accepted"):
        last = await store.last_alarm(tx, UUID(str(fact.data["device_id"])))
        await raise_upkeep(tx, around, [last] if last else [], fact.time)


async def group_awaited(tx: Tx, timer: Timer) -> None:
    """The others of a group were awaited: say so in the log, where the event centre hears it with its books."""
    await ledger.record(tx, GroupAwaited(timer.subject, timer.data["name"]), at=timer.due, actor=MACHINES.id)
