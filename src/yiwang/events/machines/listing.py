"""Looking at events of machines: those that wait, one with its evidence and neighbours, the devices of a storm."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.alarms.handling import tallies
from yiwang.alarms.handling.listing import moment_and_id, seen_by
from yiwang.alarms.handling.model import Tally
from yiwang.base.errors import NotFound
from yiwang.base.paging import Page, checked_limit, encode_cursor
from yiwang.db import Tx
from yiwang.events.finding import see
from yiwang.events.machines.store import Machine, of_event, reading

NEAR_METRES = 300.0


@dataclass(frozen=True)
class Looked:
    """What an officer judges by: the machine's side of an event, counts, neighbours, how right the rule was so far."""

    machine: Machine
    alarms: int
    devices: int
    standing: int
    neighbours: list[dict[str, Any]]
    rule: Tally
    device: Tally | None


async def look(tx: Tx, actor: Actor, event_id: UUID) -> Looked:
    """Return the machine's side of an event the actor may see."""
    event = await see(tx, actor, event_id)
    machine = await of_event(tx, event_id)
    if machine is None:
        raise NotFound("No machine raised this event.")
    counts = await reading.counts(tx, event_id)
    neighbours: list[dict[str, Any]] = []
    if event.lon is not None and event.lat is not None and actor.may("alarms.read"):
        neighbours = await reading.near(tx, event_id, event.lon, event.lat, NEAR_METRES, *seen_by(actor))
    rule = f"{machine.rule}/{machine.condition}"
    device = str(machine.device_id) if machine.device_id else None
    of_device = (await tallies(tx, "device", [device]))[device] if device else None
    return Looked(
        machine, **counts, neighbours=neighbours, rule=(await tallies(tx, "rule", [rule]))[rule], device=of_device
    )


async def devices(
    tx: Tx,
    actor: Actor,
    event_id: UUID,
    *,
    words: str | None = None,
    standing: bool | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[dict[str, Any]]:
    """Return the alarms of an event with their devices, by time; of a storm thousands, page by page."""
    await see(tx, actor, event_id)
    after = moment_and_id(cursor) if cursor else None
    rows = await reading.devices(tx, event_id, words, standing, after, checked_limit(limit) + 1)
    more, rows = len(rows) > limit, rows[:limit]
    last_row = rows[-1] if rows and more else None
    return Page(rows, encode_cursor(last_row["raised_at"].isoformat(), str(last_row["alarm_id"])) if last_row else None)


async def waiting(
    tx: Tx, actor: Actor, *, late: bool | None, at: datetime, cursor: str | None = None, limit: int = 50
) -> Page[dict[str, Any]]:
    """Return events of machines that wait for a verdict, those due first first."""
    condition, params = access.within(actor.scope("events.read"), "e.jurisdiction_id", None)
    after = moment_and_id(cursor) if cursor else None
    rows = await reading.waiting(tx, condition, params, late, at, after, checked_limit(limit) + 1)
    more, rows = len(rows) > limit, rows[:limit]
    last_row = rows[-1] if rows and more else None
    return Page(rows, encode_cursor(last_row["sort_at"].isoformat(), str(last_row["event_id"])) if last_row else None)


async def of_alarm(tx: Tx, actor: Actor, alarm_id: UUID) -> dict[str, Any]:
    """Return the event that an alarm became, the last one; `NotFound` when there is none the actor may see."""
    condition, params = access.within(actor.scope("events.read"), "e.jurisdiction_id", None)
    row = await reading.of_alarm(tx, alarm_id, condition, params)
    if row is None:
        raise NotFound("This alarm became no event that you may see.")
    return row
