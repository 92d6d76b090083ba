"""The second stage: alarms over alarms of one device, one address, or neighbours. It follows the log of facts.

A combination looks at what fires, whenever a member's alarm begins or ends; its cursor moves with what it writes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang.access import platform_actor
from yiwang.alarms.facts import AlarmRaised, AlarmResolved
from yiwang.alarms.model.changes import alarm_id, metres
from yiwang.alarms.model.rules import Combination
from yiwang.alarms.rules.book import COMBINATION
from yiwang.alarms.store import standing as store
from yiwang.alarms.store.standing import Moved, NewAlarm
from yiwang.db import Tx
from yiwang.definitions import as_of
from yiwang.ledger import Recorded, record
from yiwang.sensing.devices import Whereabouts, whereabouts

ACTOR = platform_actor("alarms").id
_NOWHERE = Whereabouts(None, None, None)


@dataclass(frozen=True, slots=True)
class Member:
    """A firing alarm that may count in a combination."""

    series: int
    rule: str
    condition: str
    device_id: UUID
    class_code: str
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    since: datetime
    where: Whereabouts = _NOWHERE


async def combine(tx: Tx, facts: Sequence[Recorded]) -> None:
    """Raise and resolve what the alarms of these facts make together; what an import tells of is long settled."""
    if tx.origin == "history":
        return
    declared = [one.body for one in await as_of(tx, COMBINATION, tx.at)]
    told = {(fact.data["rule"], fact.data["condition"]) for fact in facts if not fact.data.get("combination")}
    wanted = [one for one in declared if told & _pairs(one)]
    standing = defaultdict(list)
    for row in await store.combined(tx):
        standing[row["rule"]].append(row)
    at = max(fact.time for fact in facts)
    for code in standing.keys() - {one.code for one in declared}:
        for row in standing[code]:
            await _resolve(tx, row, at, ended="rule")
    if not wanted:
        return
    members = await _members(tx, wanted)
    touched = {UUID(str(fact.data["device_id"])) for fact in facts}
    centres = await whereabouts(tx, [row["device_id"] for rows in standing.values() for row in rows])
    drill = all(fact.drill for fact in facts)
    for one in wanted:
        mine = [member for member in members if (member.rule, member.condition) in _pairs(one)]
        await _end(tx, one, mine, standing[one.code], centres, at)
        stands = [row for row in standing[one.code] if not row.get("ended")]
        await _begin(tx, one, mine, stands, centres, touched, drill=drill)


def enough(one: Combination, members: Iterable[Member]) -> list[Member]:
    """Return the members that make a combination stand, none when they are too few or too far apart in time."""
    seen: dict[object, Member] = {}
    for member in sorted(members, key=lambda found: found.since):
        key = (member.rule, member.condition) if one.across == "device" else member.series
        seen.setdefault(key, member)
    found = sorted(seen.values(), key=lambda member: member.since)
    if one.within_s is None:
        return found if len(found) >= one.at_least else []
    span = timedelta(seconds=one.within_s)
    for first in range(len(found) - one.at_least + 1):
        if found[first + one.at_least - 1].since - found[first].since <= span:
            return [member for member in found[first:] if member.since - found[first].since <= span]
    return []


def groups(one: Combination, members: Sequence[Member]) -> Iterator[tuple[str, Member, list[Member]]]:
    """Yield what stands together: its name, the member it is called after, and all of them."""
    if one.across == "neighbours":
        for member in members:
            near = [other for other in members if near_to(one, member.where, other.where)]
            yield f"around {member.device_id}", member, near
        return
    named: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if one.across == "device":
            named[f"device {member.device_id}"].append(member)
        elif member.where.address:
            named[f"address {member.where.address}"].append(member)
    for name, some in named.items():
        yield name, max(some, key=lambda member: member.since), some


def near_to(one: Combination, here: Whereabouts, there: Whereabouts) -> bool:
    """Return whether two points are neighbours."""
    if here.lon is None or here.lat is None or there.lon is None or there.lat is None:
        return False
    return metres(here.lon, here.lat, there.lon, there.lat) <= (one.distance_m or 0.0)


async def _members(tx: Tx, wanted: Sequence[Combination]) -> list[Member]:
    rows = await store.of_members(tx, sorted({member.rule for one in wanted for member in one.members}))
    found = [
        Member(
            row["series"], row["rule"], row["condition"], row["device_id"], row["class_code"], row["jurisdiction_id"],
            row["organisation_id"], row["again_at"] or row["raised_at"],
        )
        for row in rows
    ]  # fmt: skip
    points = await whereabouts(tx, {one.device_id for one in found})
    return [replace(one, where=points.get(one.device_id, _NOWHERE)) for one in found]


async def _end(
    tx: Tx,
    one: Combination,
    members: Sequence[Member],
    standing: Sequence[dict[str, Any]],
    centres: Mapping[UUID, Whereabouts],
    at: datetime,
) -> None:
    """Resolve the combinations for which too few alarms are left."""
    named = {name: some for name, _, some in groups(one, members)} if one.across != "neighbours" else {}
    for row in standing:
        if one.across == "neighbours":
            centre = centres.get(row["device_id"], _NOWHERE)
            some = [member for member in members if near_to(one, centre, member.where)]
        else:
            some = named.get(row["together"], [])
        if enough(one, some):
            continue
        row["ended"] = True
        await _resolve(tx, row, at)


async def _resolve(tx: Tx, row: dict[str, Any], at: datetime, *, ended: str = "values") -> None:
    store.move(tx, [Moved(row["id"], "resolved", resolved_at=at)])
    told = AlarmResolved(
        row["id"], row["device_id"], row["class_code"], row["rule"], row["condition"], row["severity"],
        row["jurisdiction_id"], ended,
    )  # fmt: skip
    await record(tx, told, at=at, actor=ACTOR)


async def _begin(
    tx: Tx,
    one: Combination,
    members: Sequence[Member],
    standing: list[dict[str, Any]],
    centres: Mapping[UUID, Whereabouts],
    touched: set[UUID],
    *,
    drill: bool,
) -> None:
    """Raise the combinations that stand and do not yet; neighbours of one that stands belong to it."""
    names = {row["together"] for row in standing}
    taken = [centres.get(row["device_id"], _NOWHERE) for row in standing]
    for name, head, some in groups(one, members):
        if name in names or not touched.intersection(member.device_id for member in some):
            continue
        counted = enough(one, some)
        if not counted or (one.across == "neighbours" and any(near_to(one, head.where, centre) for centre in taken)):
            continue
        names.add(name)
        taken.append(head.where)
        await _raise(tx, one, name, head, counted, drill=drill)


async def _raise(tx: Tx, one: Combination, name: str, head: Member, counted: Sequence[Member], *, drill: bool) -> None:
    at = max(member.since for member in counted)
    row = NewAlarm(
        id=alarm_id((one.code, name), round(at.timestamp() * 1000)),
        kind="combination",
        rule=one.code,
        condition=one.across,
        metric="",
        device_id=head.device_id,
        class_code=head.class_code,
        jurisdiction_id=head.jurisdiction_id,
        organisation_id=head.organisation_id,
        severity=one.severity,
        raised_at=at,
        value=float(len(counted)),
        explanation={
            "code": one.across,
            "kind": "combination",
            "severity": one.severity,
            "at_least": one.at_least,
            "within_s": one.within_s,
            "distance_m": one.distance_m,
            "devices": sorted({str(member.device_id) for member in counted}),
        },
        contexts=[],
        drill=drill,
        together=name,
    )
    store.insert(tx, [row])
    told = AlarmRaised(
        row.id, row.device_id, row.class_code, "", one.code, one.across, one.severity, row.jurisdiction_id,
        row.organisation_id, row.value, drill, combination=True,
    )  # fmt: skip
    await record(tx, told, at=at, actor=ACTOR, drill=drill)


def _pairs(one: Combination) -> set[tuple[str, str]]:
    return {(member.rule, member.condition) for member in one.members}
