"""Taking devices into the registry, one or many: placed by their point, with keys and series of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from yiwang import access, people
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.ledger import record
from yiwang.places import Locators, PlaceIn, locate
from yiwang.places import Place as Found
from yiwang.sensing import classes
from yiwang.sensing.classes import ClassBook
from yiwang.sensing.devices import store
from yiwang.sensing.devices.facts import DevicesTakenIn, DeviceStateSet
from yiwang.sensing.devices.model import STATES, Device, DeviceIn, Key, Problem, Report, faults_of, place_series


@dataclass(frozen=True)
class Around:
    """What devices are checked against: classes, units, boundaries; held in memory by each process."""

    classes: Kept[ClassBook]
    units: Kept[people.Directory]
    locators: Locators

    @classmethod
    def of(cls, locators: Locators) -> "Around":
        """Return books that build themselves on first use."""
        return cls(classes.kept(), people.kept(), locators)

    async def fresh(self, tx: Tx) -> "tuple[ClassBook, people.Directory]":
        """Return classes and units as of this moment."""
        await self.classes.refresh(tx)
        await self.units.refresh(tx)
        return await self.classes.get(tx), await self.units.get(tx)


@dataclass
class _Batch:
    """What a batch comes to: the rows to write and what is wrong with others."""

    added: list[Device]
    changed: list[Device]
    keys: dict[UUID, tuple[Key, ...]]
    unchanged: int
    problems: list[Problem]
    ids: list[UUID]


async def take_in(
    tx: Tx,
    actor: Actor,
    rows: Sequence[DeviceIn],
    *,
    around: Around,
    at: datetime,
    dry_run: bool = False,
    only_new: bool = False,
) -> Report:
    """Add the devices whose code is new, change the others; with any problem nothing is written and all are named.

    With `only_new` a code that is there already is a problem. `Forbidden` when a device lies, before or after,
    outside the actor's scope.
    """
    scope = actor.scope("devices.write")
    edition, following = await store.next_edition(tx)
    held = await store.by_codes(tx, [row.code for row in rows])
    old_keys = await store.keys_of(tx, [device.id for device in held.values()])
    held = {code: replace(device, keys=old_keys.get(device.id, ())) for code, device in held.items()}
    batch = await _sorted(tx, rows, held, around, at, only_new)
    if batch.problems or dry_run:
        report = _report(rows, batch, dry_run=dry_run)
        await _refuse_outside(tx, scope, [device.id for device in held.values()])
        return report
    await _refuse_outside(tx, scope, [device.id for device in batch.changed])
    firsts, following = place_series(following, [device.series_room for device in batch.added])
    added = [replace(device, first_series=first) for device, first in zip(batch.added, firsts, strict=True)]
    await store.insert(tx, added, edition)
    for device in batch.changed:
        store.update(tx, device, edition)
    store.hand_out(tx, following)
    if batch.keys:
        store.set_keys(tx, batch.keys)
    await _refuse_outside(tx, scope, [device.id for device in (*added, *batch.changed)])
    if added or batch.changed:
        named = tuple(sorted({device.class_code for device in (*added, *batch.changed)}))
        fact = DevicesTakenIn(uuid7(tx.at), len(added), len(batch.changed), named)
        detail = {"added": fact.added, "changed": fact.changed}
        access.audit(tx, actor, "devices.take_in", "device", fact.batch_id, at, detail)
        await record(tx, fact, at=at, actor=actor.id)
    return _report(rows, batch, dry_run=False)


async def _refuse_outside(tx: Tx, scope: access.Scope, ids: Sequence[UUID]) -> None:
    if scope.everything or not ids:
        return
    where, params = access.within(scope, "d.jurisdiction_id", "d.organisation_id")
    if await store.outside(tx, ids, where, params):
        raise Forbidden("A device of these lies outside the part of the city that you answer for.")


def _report(rows: Sequence[DeviceIn], batch: _Batch, *, dry_run: bool) -> Report:
    return Report(
        rows=len(rows),
        added=len(batch.added),
        changed=len(batch.changed),
        unchanged=batch.unchanged,
        problems=tuple(batch.problems),
        dry_run=dry_run,
        ids=tuple(batch.ids),
    )


async def _sorted(
    tx: Tx, rows: Sequence[DeviceIn], held: dict[str, Device], around: Around, at: datetime, only_new: bool
) -> _Batch:
    """Return what of the rows is new, changed, the same or wrong."""
    book, units = await around.fresh(tx)
    owners = await store.holders_of_keys(tx, [key for row in rows for key in row.keys])
    batch, codes, keys = _Batch([], [], {}, 0, [], []), set[str](), set[Key]()
    for number, row in enumerate(rows, 1):
        before = held.get(row.code)
        faults = faults_of(row) + _unknown(row, book, units, at) + _doubled(row, before, codes, keys, owners)
        if only_new and before:
            faults.append(("code", "There is a device with this code already."))
        codes.add(row.code)
        keys.update(row.keys)
        placed = None
        if not faults:
            placed = await _placed(tx, row, around, at, faults)
        batch.problems += [Problem(number, name, detail) for name, detail in faults]
        if placed and not faults:
            try:
                device = _device(tx, row, book.get(row.class_code, at), placed, before)
            except Conflict as refusal:
                batch.problems.append(Problem(number, "class_code", refusal.detail))
                continue
            _sort(batch, device, before)
    return batch


def _sort(batch: _Batch, device: Device, before: Device | None) -> None:
    batch.ids.append(device.id)
    if before is None:
        batch.added.append(device)
    elif device == before:
        batch.unchanged += 1
        return
    else:
        batch.changed.append(device)
    if before is None or set(before.keys) != set(device.keys):
        batch.keys[device.id] = device.keys


def _unknown(row: DeviceIn, book: ClassBook, units: people.Directory, at: datetime) -> list[tuple[str, str]]:
    found = []
    if book.find(row.class_code, at) is None:
        found.append(("class_code", f"There is no class {row.class_code[:40]}: GET /api/device-classes names them."))
    for name in ("organisation_id", "maintainer_id"):
        unit = getattr(row, name)
        if unit and units.unknown([unit], at):
            found.append((name, "There is no such unit."))
    return found


def _doubled(
    row: DeviceIn, before: Device | None, codes: set[str], keys: set[Key], owners: dict[Key, UUID]
) -> list[tuple[str, str]]:
    found = []
    if row.code in codes:
        found.append(("code", "The code stands in an earlier row already."))
    for key in row.keys:
        owner = owners.get(key)
        if key in keys or (owner and (before is None or owner != before.id)):
            found.append(("keys", f"{key.protocol} {key.external_id} is another device's key."))
    return found


async def _placed(tx: Tx, row: DeviceIn, around: Around, at: datetime, faults: list[tuple[str, str]]) -> Found | None:
    asked = PlaceIn(
        lon=row.lon,
        lat=row.lat,
        datum=row.datum,
        text=row.address,
        address_id=row.address_id,
        floor=row.floor or None,
        jurisdiction_id=row.jurisdiction_id,
    )
    try:
        return await locate(tx, await around.locators.at(tx, at), asked, at)
    except (Invalid, NotFound) as refusal:
        told = refusal.members.get("errors") or [{"field": "address_id"}]
        faults.append((told[0]["field"], refusal.detail))
        return None


def _device(tx: Tx, row: DeviceIn, kind: classes.DeviceClass, place: Found, before: Device | None) -> Device:
    if before and before.class_code != row.class_code:
        raise Conflict(f"{row.code} is of class {before.class_code}; retire it and add the new one under its own code.")
    metrics = [metric.code for metric in kind.metrics]
    if before:  # what has a series keeps it; what the class gained gets the next ones
        metrics = [*before.metrics, *(code for code in metrics if code not in before.metrics)]
        if len(metrics) > before.series_room:
            raise Conflict(f"{row.code} has no room for {len(metrics)} metrics; add it anew under another code.")
    return Device(
        id=before.id if before else uuid7(tx.at),
        code=row.code,
        name=row.name or (before.name if before else kind.name),
        class_code=row.class_code,
        maker=row.maker,
        model=row.model,
        serial=row.serial,
        lon=place.lon,
        lat=place.lat,
        place=place.to_dict(),
        address=row.address,
        floor=row.floor,
        jurisdiction_id=place.jurisdiction_id,
        organisation_id=row.organisation_id,
        maintainer_id=row.maintainer_id,
        contract=row.contract,
        photo_id=row.photo_id,
        installed_on=row.installed_on,
        state=before.state if before else "in_service",
        online=before.online if before else None,
        seen_at=before.seen_at if before else None,
        online_changed_at=before.online_changed_at if before else None,
        first_series=before.first_series if before else -1,
        series_room=before.series_room if before else kind.room,
        metrics=metrics,
        version=before.version if before else 1,
        keys=row.keys,
    )


async def set_state(tx: Tx, actor: Actor, device_id: UUID, state: str, *, at: datetime) -> None:
    """Say that a device is in service, at fault, in maintenance or retired; a retired one frees its keys."""
    if state not in STATES:
        raise Invalid("state", f"Name the state as one of {', '.join(STATES)}.")
    where, params = access.within(actor.scope("devices.write"), "d.jurisdiction_id", "d.organisation_id")
    device = await store.one(tx, device_id, where, params)  # not held: the registry's row is taken before a device's
    if device is None:
        raise NotFound("There is no such device.")
    if device.state == state:
        raise Conflict("The device is in this state already.")
    await put_state(tx, actor, device, state, at=at)


async def put_state(tx: Tx, actor: Actor, device: Device, state: str, *, at: datetime) -> None:
    """Change the state of a device that the caller has found the actor may change."""
    edition, _ = await store.next_edition(tx)
    if not await store.set_state(tx, device.id, state, device.state, edition):
        raise Conflict("Somebody else changed the device at the same moment. Read it anew.")
    if state == "retired":
        store.set_keys(tx, {device.id: ()})
    access.audit(tx, actor, "devices.set_state", "device", device.id, at, {"state": state, "before": device.state})
    fact = DeviceStateSet(
        device.id, device.class_code, state, device.state, device.jurisdiction_id, device.organisation_id
    )
    await record(tx, fact, at=at, actor=actor.id)


def first_problem(report: Report) -> Refusal:
    """Return the first problem of a report as a refusal: for a single device."""
    problem = report.problems[0]
    return Invalid(problem.field, problem.detail)
