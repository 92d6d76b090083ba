"""What the rooms above ask of a unit: its name, who stands above it, who watches over a place, its receipt clock."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from yiwang.calendar.model import Limit, WorkCalendar
from yiwang.db import Tx
from yiwang.people import store
from yiwang.people.duty import hours_of
from yiwang.people.kernels import PostHours, due_within
from yiwang.people.model import ORGANISATION_KINDS


async def names(tx: Tx, units: Collection[UUID]) -> dict[UUID, str]:
    """Return the short names of units, ended ones too; unknown ids are left out. No trip for none."""
    return await store.names(tx, units) if units else {}


async def post_names(tx: Tx, posts: Collection[UUID]) -> dict[UUID, str]:
    """Return the names of posts, ended ones too. No trip for none."""
    return {row: post.name for row, post in (await store.posts_by_id(tx, posts)).items()} if posts else {}


async def parent_of(tx: Tx, unit: UUID) -> UUID | None:
    """Return the unit one level up, None at the top."""
    return await store.parent_of(tx, unit)


async def stations(tx: Tx, chain: Sequence[UUID], at: datetime) -> list[UUID]:
    """Return the stations and centres that keep watch over these jurisdictions, in the order of `chain`."""
    return await store.stations(tx, chain, at) if chain else []


async def receipt_due(tx: Tx, unit: UUID, start: datetime, limit: timedelta, calendar: WorkCalendar) -> datetime:
    """Return when `limit` has passed while any of the unit's posts was manned by its hours. One trip.

    A unit without posts on file keeps the hours of its kind; a department those of the calendar.
    """
    kind, posts = await store.hours_of_unit(tx, unit, start)
    if posts:
        dues = [due_within(hours, calendar, start, limit) for hours in _joined([hours_of(post) for post in posts])]
        return min((due for due in dues if due), default=start + limit)
    if kind is None or ORGANISATION_KINDS[kind][2] == "department":
        return calendar.deadline(start, Limit(limit.total_seconds() / 3600, "working_hours"), organisation=unit).at
    return start + limit


def _joined(hours: Sequence[PostHours]) -> list[PostHours]:
    """Return the hours during which any of the posts is manned, one for each zone."""
    zones = dict.fromkeys(each.zone for each in hours)
    return [
        PostHours(tuple(dict.fromkeys(slot for each in hours if each.zone == zone for slot in each.slots)), zone)
        for zone in zones
    ]
