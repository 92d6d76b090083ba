"""Which alarms become something now: not those of drills, not those held back, not those known or long past."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from yiwang import definitions, ledger, matters
from yiwang.access import platform_actor
from yiwang.alarms import handling
from yiwang.alarms.handling import Alarm
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.events.books import Books
from yiwang.events.machines import store
from yiwang.events.machines.model import TEMPLATE, UPKEEP, UPKEEP_MATTER, Plan, Template, group_id, matter_names, plan
from yiwang.events.machines.storming import near_standing
from yiwang.matters import MatterBody
from yiwang.sensing import classes
from yiwang.sensing.classes import ClassBook, DeviceClass

MACHINES = platform_actor("machines")
GROUP_TIMER = "events.group"
# What ended, and was raised longer ago, as by a backfill, makes no event any more.
STALE = timedelta(hours=24)


@dataclass
class Around:
    """What alarms are judged by: the books of the event centre, and the classes of devices."""

    books: Books
    classes: Kept[ClassBook] = field(default_factory=classes.kept)

    async def class_of(self, tx: Tx, code: str, at: datetime) -> DeviceClass | None:
        """Return a class as it is in force, else its last version."""
        book = await self.classes.get(tx)
        return book.find(code, at) or book.last(code)


async def plans_of(tx: Tx, around: Around, ids: Sequence[UUID], *, waited: bool = False) -> list[Plan]:
    """Return what becomes of these alarms now. Those held back, or awaiting others of their kind, are kept for later.

    `waited`: their group has been awaited; what ended meanwhile becomes nothing.
    """
    await around.classes.refresh(tx)
    known = await store.events_of_alarms(tx, ids)
    alarms = [one for one in await handling.of_ids(tx, ids) if one.id not in known or one.again]
    alarms = [one for one in alarms if one.state != "resolved" or not (waited or tx.at - _last(one) > STALE)]
    drilled = await handling.drilled(tx, [one.id for one in alarms])
    alarms = [one for one in alarms if one.id not in drilled]
    held = await handling.suppressed(tx, [one.id for one in alarms], tx.at)
    templates = [version.body for version in await definitions.as_of(tx, TEMPLATE, tx.at)]
    plans = [await _plan(tx, around, one, templates) for one in alarms if one.id not in held]
    made = [one for one in plans if one is not None]
    rows = [(each.alarm_id, each.silence_id, each.inhibited_by, None) for each in held.values() if each.kind != "drill"]
    if rows:
        await store.hold(tx, rows, tx.at)
    return made if waited else await _await(tx, made)


async def _plan(tx: Tx, around: Around, alarm: Alarm, templates: Sequence[Template]) -> Plan | None:
    known = await around.class_of(tx, alarm.class_code, tx.at)
    found = plan(alarm, templates, known, around.books.zone)
    for code in (found.matter, UPKEEP_MATTER) if found else ():  # a fault is found when there is no time to publish
        await _ensure_matter(tx, around.books, code, known)
    return found


async def _ensure_matter(tx: Tx, books: Books, code: str, known: DeviceClass | None) -> None:
    """Publish a matter that a class names and the catalogue does not have yet."""
    if books.catalogue.get(code, tx.at) is not None:
        return
    name = matter_names(known.matters).get(code) if known else None
    body = (
        UPKEEP
        if code == UPKEEP_MATTER
        else MatterBody(
            code=code, name=name or code, major=code[:5], major_name="物联感知类", before_photos=0, after_photos=0
        )
    )
    await matters.ensure_matters(tx, MACHINES, [body], tx.at)
    await books.refresh(tx)


async def _await(tx: Tx, plans: Sequence[Plan]) -> list[Plan]:
    """Put by what waits for others of its kind, and set the timer of each group that is new; return the rest."""
    plans = await near_standing(tx, plans)
    waiting = [one for one in plans if one.awaits]
    standing = await store.open_of_keys(tx, sorted({one.storm for one in waiting})) if waiting else {}
    waiting = [one for one in waiting if one.storm not in standing]
    if waiting:
        new = await store.hold(tx, [(one.alarm.id, None, None, one.storm) for one in waiting], tx.at)
        for one in {each.storm: each for each in waiting if each.storm in new}.values():
            ledger.set_timer(tx, GROUP_TIMER, group_id(one.storm), tx.at + one.awaits, {"name": one.storm})
    put_by = {one.alarm.id for one in waiting}
    return [one for one in plans if one.alarm.id not in put_by]


def _last(alarm: Alarm) -> datetime:
    return alarm.again_at or alarm.raised_at


async def fault_plan(tx: Tx, around: Around, alarm: Alarm, at: datetime) -> Plan:
    """Return the upkeep that follows when a person finds that a device is at fault."""
    await around.classes.refresh(tx)
    fault = Template(
        code="fault",
        device_class=alarm.class_code,
        upkeep=True,
        title="{class}故障",
        text="{device}（{code}）经甄别为设备故障，{condition}，数值 {value}{unit}。地点：{place}。",
    )
    found = await _plan(tx, around, replace(alarm, again_at=at, again=-1), [fault])
    assert found is not None
    return found
