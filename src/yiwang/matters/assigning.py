"""Writing the responsibility list: who leads or assists for what where, from when."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.definitions import Fault
from yiwang.ledger import record
from yiwang.matters import store
from yiwang.matters.facts import ResponsibilityChanged
from yiwang.matters.model import ANY, Catalogue, Duty, ResponsibilityIndex, Role


@dataclass(frozen=True)
class DutyRow:
    """A row to write: `key` is a matter's code, a major or `*`."""

    key: str
    jurisdiction: UUID
    organisation: UUID
    role: Role = "lead"
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    source: str = ""


@dataclass
class ListReport:
    """What writing rows does, or would do: added, ended by a new lead, unchanged, and every fault."""

    added: list[Duty] = field(default_factory=list)
    ended: list[Duty] = field(default_factory=list)
    same: int = 0
    faults: list[Fault] = field(default_factory=list)


async def assign(
    tx: Tx, actor: Actor, rows: Sequence[DutyRow], *, catalogue: Catalogue, at: datetime, dry_run: bool = False
) -> ListReport:
    """Write rows into the list as a whole, or with any fault none of them.

    A row that stands already is left alone, so writing a list twice changes nothing. A new lead of the same key in the
    same jurisdiction ends the one before where it begins; a unit that led and now assists (or the reverse) likewise.
    `valid_from` is `at` unless the row says otherwise.
    """
    scope = actor.scope("matters.write")
    report = ListReport()
    if not rows:
        return report
    store.lock(tx)
    where, params = access.within(scope, "n.jurisdiction", "n.organisation")
    outside = await store.outside(tx, [(row.jurisdiction, row.organisation) for row in rows], where, params)
    report.faults += [Fault(place + 1, rows[place].key, "", why) for place, why in sorted(outside.items())]
    report.faults += _faults(rows, catalogue, at)
    _plan(rows, await store.open_duties(tx, list({row.jurisdiction for row in rows})), tx.at, at, report)
    if not report.faults and not dry_run and (report.added or report.ended):
        await _write(tx, actor, report, at)
    return report


async def end_duty(tx: Tx, actor: Actor, duty_id: UUID, *, valid_to: datetime, at: datetime) -> None:
    """End a row of the list."""
    scope = actor.scope("matters.write")
    duty = await store.duty(tx, duty_id)
    if duty is None or not await access.may_see(tx, scope, duty.jurisdiction, duty.organisation):
        raise NotFound("The responsibility list has no such row.")
    if not await store.end_duties(tx, [(duty_id, valid_to)]):
        raise Conflict("This row has ended already.")
    await _tell(tx, actor, (), (duty_id,), at)


async def list_duties(tx: Tx, actor: Actor, *, at: datetime | None = None) -> list[Duty]:
    """Return the rows the actor may see, in force at a moment or (None) all."""
    where, params = access.within(actor.scope("matters.read"), "r.jurisdiction_id", "r.organisation_id")
    return await store.duties(tx, where, params, at)


async def load_index(tx: Tx) -> ResponsibilityIndex:
    """Return the whole list in memory."""
    edition = await store.edition(tx)
    return ResponsibilityIndex(await store.duties(tx), version=edition)


async def edition(tx: Tx) -> int:
    """Return a number that grows with every change of the list."""
    return await store.edition(tx)


def _faults(rows: Sequence[DutyRow], catalogue: Catalogue, at: datetime) -> list[Fault]:
    current = catalogue.current(at)
    keys = {matter.code for matter in current} | {matter.major for matter in current} | {ANY}
    faults = []
    leads: dict[tuple[str, UUID], int] = {}
    for number, row in enumerate(rows, 1):
        if row.key not in keys:
            faults.append(Fault(number, row.key, "key", "The catalogue has no such matter or major; * means all."))
        if row.valid_to and row.valid_to <= (row.valid_from or at):
            faults.append(Fault(number, row.key, "valid_to", "A row ends after it begins."))
        if row.role == "lead" and leads.setdefault((row.key, row.jurisdiction), number) != number:
            first = leads[row.key, row.jurisdiction]
            faults.append(Fault(number, row.key, "role", f"Row {first} names the lead of this key here already."))
    return faults


def _plan(
    rows: Sequence[DutyRow], standing: Sequence[Duty], recorded: datetime, at: datetime, report: ListReport
) -> None:
    """Work out which rows are added and which standing ones end."""
    leads = {(duty.key, duty.jurisdiction): duty for duty in standing if duty.role == "lead"}
    units = {(duty.key, duty.jurisdiction, duty.organisation): duty for duty in standing}
    for number, row in enumerate(rows, 1):
        unit = units.get((row.key, row.jurisdiction, row.organisation))
        if unit and unit.role == row.role and row.valid_to is None:
            report.same += 1
            continue
        since = row.valid_from or at
        new = Duty(
            uuid7(recorded), row.key, row.jurisdiction, row.organisation, row.role, since, row.valid_to, row.source
        )
        report.added.append(new)
        replaced = [unit] if unit else []
        if row.role == "lead" and (lead := leads.get((row.key, row.jurisdiction))) and lead is not unit:
            replaced.append(lead)
        for old in replaced:
            if old.valid_from > since:
                detail = f"A row that begins later ({old.valid_from:%Y-%m-%d}) stands here; end it first."
                report.faults.append(Fault(number, row.key, "valid_from", detail))
            report.ended.append(old)


async def _write(tx: Tx, actor: Actor, report: ListReport, at: datetime) -> None:
    begins = {(duty.key, duty.jurisdiction): duty.valid_from for duty in report.added}
    ends = {duty.id: begins[duty.key, duty.jurisdiction] for duty in report.ended}
    if ends and await store.end_duties(tx, list(ends.items())) != len(ends):
        raise Conflict("The list was changed by someone else meanwhile; try again.")
    store.insert_duties(tx, report.added, actor.id)
    await _tell(tx, actor, tuple(duty.id for duty in report.added), tuple(ends), at)


async def _tell(tx: Tx, actor: Actor, added: tuple[UUID, ...], ended: tuple[UUID, ...], at: datetime) -> None:
    store.count_up(tx)
    fact = ResponsibilityChanged(uuid7(tx.at), added, ended)
    detail = {"added": [str(one) for one in added], "ended": [str(one) for one in ended]}
    access.audit(tx, actor, "matters.responsibility", "responsibility", fact.batch_id, at, detail)
    await record(tx, fact, at=at, actor=actor.id)
