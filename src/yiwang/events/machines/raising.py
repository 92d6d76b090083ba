"""Alarms become events: each its own, or that of its device that is open, or that of the storm it belongs to."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from yiwang import ledger, notices, people
from yiwang.alarms import handling
from yiwang.alarms.handling import Tally
from yiwang.db import Tx
from yiwang.events import merging, triage
from yiwang.events.machines import store
from yiwang.events.machines.facts import EventProven, StormBegan, UpkeepNeeded
from yiwang.events.machines.model import Plan, family, storms_of
from yiwang.events.machines.planning import MACHINES, Around, fault_plan
from yiwang.events.machines.store import Machine
from yiwang.events.machines.storming import gathered
from yiwang.events.model import Envelope, MergeReason, Reported
from yiwang.events.reporting import report
from yiwang.places import Locator, PlaceIn

SOURCE = "alarms"
TRIAGE_TIMER = "events.triage"


async def raise_events(tx: Tx, around: Around, plans: Sequence[Plan]) -> None:
    """Make events of plans, or join them to those that are open. However many a storm has, it is a few statements."""
    if not plans:
        return
    plans = await gathered(tx, plans)
    names = sorted({one.storm for one in plans})
    minutes = max(one.template.storm_minutes for one in plans)
    since, until = (
        min(one.alarm.raised_at for one in plans) - timedelta(minutes=minutes),
        max(one.alarm.raised_at for one in plans) + timedelta(minutes=minutes),
    )
    standing = await store.open_of_keys(tx, names)
    standing = {name: row for name, row in standing.items() if row["joined_at"] >= since}
    recent = await store.recent(tx, names, since, until)
    storms = storms_of(plans, recent, standing)
    for name, group in storms.items():
        event_id = standing[name]["event_id"] if name in standing else await _begin_storm(tx, around, group)
        if name not in standing:
            for alone in await store.waiting_alone(tx, name, since, until):
                await merging.merge(tx, MACHINES, alone, into=event_id, at=tx.at)
                store.move_alarms(tx, alone, event_id)
        await _join(tx, event_id, group)
    single = [one for one in plans if one.storm not in storms]
    homes = await store.storms_of_devices(tx, sorted({one.alarm.device_id for one in single})) if single else {}
    homes = {(device, family(storm)): event_id for (device, storm), event_id in homes.items()}
    for event_id, group in _at_home(single, homes).items():
        await _join(tx, event_id, group)
    await _raise_singly(tx, around, [one for one in single if (one.alarm.device_id, family(one.storm)) not in homes])


def _at_home(plans: Sequence[Plan], homes: Mapping[tuple[UUID, str], UUID]) -> dict[UUID, list[Plan]]:
    """Return the plans of devices that are part of a storm's open event, by event."""
    found: dict[UUID, list[Plan]] = {}
    for one in plans:
        if event_id := homes.get((one.alarm.device_id, family(one.storm))):
            found.setdefault(event_id, []).append(one)
    return found


async def _raise_singly(tx: Tx, around: Around, plans: Sequence[Plan]) -> None:
    if not plans:
        return
    standing = await store.open_of_keys(tx, sorted({one.key for one in plans}))
    rules = {f"{one.alarm.rule}/{one.alarm.condition}" for one in plans}
    tallies = await handling.tallies(tx, "rule", sorted(rules))
    tallies |= await handling.tallies(tx, "class", sorted({one.alarm.class_code for one in plans}))
    for one in plans:
        into = standing.get(one.key)
        reported = await _raise_one(tx, around, one, into, tallies)
        if into is None:
            found = {"event_id": reported.event_id, "number": reported.event_number}
            standing[one.key] = {**found, "last_reported_at": one.alarm.raised_at}


async def _raise_one(
    tx: Tx, around: Around, one: Plan, into: Mapping[str, Any] | None, tallies: Mapping[str, Tally]
) -> Reported:
    reason = None
    if into is not None:
        apart = abs(one.alarm.raised_at - into["last_reported_at"])
        reason = MergeReason(into["event_id"], into["number"], 0.0, apart, same_device=True)
    reported = await _report(tx, around, one, reason)
    if reported.state != "merged":
        await _settle(tx, around, one, reported, tallies)
    await _join(tx, reported.event_id, [one])
    return reported


async def _report(tx: Tx, around: Around, one: Plan, into: MergeReason | None) -> Reported:
    alarm = one.alarm
    envelope = Envelope(
        channel="sensor",
        source=SOURCE,
        text=one.text,
        raw=msgspec.json.encode(
            {"alarm": str(alarm.id), "device": alarm.device_code, "explanation": alarm.explanation}
        ),
        matter=one.matter,
        title=one.title,
        urgent=True if alarm.severity == "red" and not one.upkeep else None,
        occurred_at=alarm.again_at or alarm.raised_at,
        idempotency_key=f"{alarm.id}:{alarm.again}",
        separate=one.upkeep,
    )
    place = PlaceIn(lon=alarm.lon, lat=alarm.lat, text=alarm.address, jurisdiction_id=alarm.jurisdiction_id)
    return await report(tx, MACHINES, envelope, place, books=around.books, at=tx.at, into=into)


async def _settle(tx: Tx, around: Around, one: Plan, reported: Reported, tallies: Mapping[str, Tally]) -> None:
    """Let a new event wait for a person; or admit it, when it is upkeep or what raised it has proven itself."""
    alarm, at = one.alarm, tx.at
    proof = None if one.upkeep else _proof(one, tallies)
    waits = reported.state == "triage" and proof is None and not one.upkeep
    units = await _watching(tx, around, alarm.jurisdiction_id, at)
    machine = Machine(
        event_id=reported.event_id,
        kind="alarm",
        upkeep=one.upkeep,
        key=one.key,
        class_code=alarm.class_code,
        rule=alarm.rule,
        condition=alarm.condition,
        severity=alarm.severity,
        device_id=alarm.device_id,
        unit_id=alarm.maintainer_id,
        evidence=_evidence(one, tx.at),
        precision=proof.precision if proof else None,
        verdicts=proof.counted if proof else None,
        due_at=at + one.triage if waits else None,
        level=1 if waits else 0,
        units=units,
        joined_at=alarm.raised_at,
        recovered_at=None,
        verdict=None,
        judged_at=None,
        judged_by=None,
    )
    store.insert(tx, machine)
    if waits:
        await _wait(tx, reported, one, machine)
    elif reported.state == "triage":
        await triage.admit(tx, MACHINES, reported.event_id, at=at)
    if proof and reported.state == "triage":
        fact = EventProven(
            reported.event_id, alarm.rule, alarm.condition, alarm.class_code, proof.precision or 0.0, proof.counted
        )
        await ledger.record(tx, fact, at=at, actor=MACHINES.id)
    if one.upkeep:
        needed = UpkeepNeeded(reported.event_id, alarm.device_id, alarm.maintainer_id)
        await ledger.record(tx, needed, at=at, actor=MACHINES.id)


def _proof(one: Plan, tallies: Mapping[str, Tally]) -> Tally | None:
    """Return the counts that prove a rule; where it has too few of its own, those of its class."""
    template = one.template
    rule = tallies[f"{one.alarm.rule}/{one.alarm.condition}"]
    if rule.counted >= template.proven_verdicts:
        return rule if rule.proven(template.proven_verdicts, template.proven_precision) else None
    of_class = tallies[one.alarm.class_code]
    return of_class if of_class.proven(template.proven_verdicts, template.proven_precision) else None


async def _wait(tx: Tx, reported: Reported, one: Plan, machine: Machine) -> None:
    """Set the clock of triage, and tell whoever watches nearest."""
    assert machine.due_at
    minutes = one.triage.total_seconds() / 60
    ledger.set_timer(tx, TRIAGE_TIMER, reported.event_id, machine.due_at, {"level": 1, "minutes": minutes})
    if machine.units:
        await tell(
            tx, machine.units[0], reported.event_id, f"{reported.event_number} {one.title}：{one.text}", 1, tx.at
        )


async def tell(tx: Tx, unit: UUID, event_id: UUID, text: str, level: int, at: datetime) -> None:
    """Tell who is on duty in a unit that an event waits for their judgement."""
    await notices.notify(
        tx,
        await people.accounts_on(tx, unit, at),
        kind="events.triage",
        title_zh="待甄别",
        title_en="To be judged",
        text=text[:500],
        link=f"/events/{event_id}",
        object_type="event",
        object_id=event_id,
        at=at,
        dedupe_key=f"{event_id}:triage:{level}",
        urgency="urgent",
    )


async def _begin_storm(tx: Tx, around: Around, group: Sequence[Plan]) -> UUID:
    """Make the one event of a storm: at the smallest place that holds all its devices; a person judges it."""
    first = group[0]
    at, began = tx.at, min(one.alarm.raised_at for one in group)
    locator = await around.books.locators.at(tx, tx.at)
    place = _common(locator, {one.alarm.jurisdiction_id for one in group})
    what = "多台设备离线" if first.alarm.silent else f"多台设备同时告警：{first.title}"
    envelope = Envelope(
        channel="sensor",
        source=SOURCE,
        text=f"{first.template.storm_minutes:g} 分钟内{what}，视为同一事件；设备清单见事件的设备表。",
        raw=msgspec.json.encode({"storm": first.storm, "first": str(first.alarm.id)}),
        matter=first.matter,
        title=what,
        urgent=True if first.alarm.severity == "red" else None,
        occurred_at=began,
        separate=True,
    )
    reported = await report(tx, MACHINES, envelope, PlaceIn(jurisdiction_id=place), books=around.books, at=at)
    due = at + first.triage
    units = await _watching(tx, around, place, at)
    storm = Machine(
        event_id=reported.event_id,
        kind="storm",
        upkeep=False,
        key=first.storm,
        class_code=first.alarm.class_code,
        rule=first.alarm.rule,
        condition=first.alarm.condition,
        severity=first.alarm.severity,
        device_id=None,
        unit_id=None,
        evidence={},
        precision=None,
        verdicts=None,
        due_at=due,
        level=1,
        units=units,
        joined_at=began,
        recovered_at=None,
        verdict=None,
        judged_at=None,
        judged_by=None,
    )
    store.insert(tx, storm)
    await _wait(tx, reported, first, storm)
    told = StormBegan(reported.event_id, len({one.alarm.device_id for one in group}))
    await ledger.record(tx, told, at=at, actor=MACHINES.id)
    return reported.event_id


async def _join(tx: Tx, event_id: UUID, plans: Sequence[Plan]) -> None:
    rows = [(one.alarm.id, one.alarm.device_id, one.alarm.raised_at, one.storm) for one in plans]
    store.join(tx, event_id, rows, max(one.alarm.raised_at for one in plans))


async def _watching(tx: Tx, around: Around, jurisdiction: UUID | None, at: datetime) -> list[UUID]:
    """Return the stations that watch over a place, nearest first; the home centre comes last."""
    locator = await around.books.locators.at(tx, tx.at)
    chain = dict.fromkeys((*locator.chain(jurisdiction), *locator.chain(around.books.home(locator))))
    return around.books.directory.stations(tuple(chain), at)


def _common(locator: Locator, places: set[UUID | None]) -> UUID | None:
    """Return the smallest jurisdiction that holds all of these; None where there is none."""
    chains = [locator.chain(place) for place in places if place]
    return next((node for node in chains[0] if all(node in chain for chain in chains)), None) if chains else None


def _evidence(one: Plan, at: datetime) -> dict[str, Any]:
    span = handling.span_of(one.alarm, at)
    if span is None:
        return {}
    return {
        "device_id": str(span.device_id),
        "metric": span.metric,
        "since": span.since.isoformat(),
        "until": span.until.isoformat(),
    }


async def raise_upkeep(tx: Tx, around: Around, ids: Sequence[UUID], at: datetime) -> UUID | None:
    """Make an upkeep of what a person found to be a device's fault, or join the one that is open; return its event."""
    made = None
    for alarm in await handling.of_ids(tx, ids):
        one = await fault_plan(tx, around, alarm, at)
        into = (await store.open_of_keys(tx, [one.key])).get(one.key)
        made = (await _raise_one(tx, around, one, into, {})).event_id
    return made
