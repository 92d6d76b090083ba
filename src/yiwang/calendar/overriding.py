"""Changing single dates and hours, and noting that a year has been published."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Forbidden, Invalid
from yiwang.base.ids import uuid7
from yiwang.calendar import store
from yiwang.calendar.facts import CalendarOverridden, HoursChanged, YearsPublished
from yiwang.calendar.model import PUBLISHED, Hours, Override
from yiwang.db import Tx
from yiwang.ledger import record

PERMISSION = "matters.write"  # who sets limits sets the days they count in


async def override(tx: Tx, actor: Actor, rows: Sequence[Override], *, at: datetime) -> None:
    """Set dates to worked or not; what stood there for the same organisation is replaced."""
    dates = [(row.organisation, row.date) for row in rows]
    if len(set(dates)) != len(dates):
        raise Invalid("overrides", "A date is given twice for one organisation.")
    for organisation in {row.organisation for row in rows}:
        await _check(tx, actor, organisation)
    store.put_overrides(tx, rows, actor.id)
    store.count_up(tx)
    for organisation in {row.organisation for row in rows}:
        own = [row.date for row in rows if row.organisation == organisation]
        await _tell(tx, actor, organisation, own, "calendar.override", at)


async def restore(tx: Tx, actor: Actor, organisation: UUID | None, dates: Sequence[date], *, at: datetime) -> None:
    """Take overrides back: the dates are what the calendar says again."""
    await _check(tx, actor, organisation)
    store.delete_overrides(tx, organisation, dates)
    store.count_up(tx)
    await _tell(tx, actor, organisation, dates, "calendar.restore", at)


async def set_hours(tx: Tx, actor: Actor, organisation: UUID | None, hours: Hours | None, *, at: datetime) -> None:
    """Give an organisation (None: the platform) its working hours; None takes them back to the default."""
    await _check(tx, actor, organisation)
    store.put_hours(tx, organisation, hours, actor.id)
    store.count_up(tx)
    fact = HoursChanged(uuid7(tx.at), organisation, hours.opens if hours else None, hours.closes if hours else None)
    detail = {"opens": fact.opens, "closes": fact.closes}
    access.audit(tx, actor, "calendar.hours", "organisation", organisation, at, detail)
    await record(tx, fact, at=at, actor=actor.id)


async def note_published(tx: Tx, actor: Actor, *, at: datetime) -> list[int]:
    """Note the years whose days off the installed library knows; return those that are new.

    Called at every start. The first time all years are new and nothing is told, for nothing was provisional before.
    Later a new year is told as the fact `YearsPublished`: rooms that keep deadlines compute the provisional ones anew.
    """
    first = not await store.years_noted(tx)
    new = await store.note_years(tx, sorted(PUBLISHED))
    if not new or first:
        return []
    store.count_up(tx)
    fact = YearsPublished(uuid7(tx.at), tuple(new))
    access.audit(tx, actor, "calendar.published", "calendar", fact.batch_id, at, {"years": new})
    await record(tx, fact, at=at, actor=actor.id)
    return new


async def recompute_needed(tx: Tx) -> bool:
    """Return whether the library knows years that have not been noted: provisional deadlines wait for them."""
    noted = await store.years_noted(tx)
    return bool(noted) and not noted >= PUBLISHED


async def _check(tx: Tx, actor: Actor, organisation: UUID | None) -> None:
    scope = actor.scope(PERMISSION)
    if scope.everything:
        return
    if organisation is None or not await access.may_see(tx, scope, None, organisation):
        raise Forbidden("Your role does not reach this calendar; it reaches only organisations under it.")


async def _tell(
    tx: Tx, actor: Actor, organisation: UUID | None, dates: Sequence[date], action: str, at: datetime
) -> None:
    fact = CalendarOverridden(uuid7(tx.at), organisation, tuple(sorted(day.isoformat() for day in dates)))
    access.audit(tx, actor, action, "organisation", organisation, at, {"dates": fact.dates})
    await record(tx, fact, at=at, actor=actor.id)
