"""Units in memory: names, who stands above whom, who watches over a place, whose posts are manned when."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from yiwang.calendar.model import Limit, WorkCalendar
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.people import store
from yiwang.people.duty import hours_of
from yiwang.people.kernels import PostHours, due_within
from yiwang.people.model import ORGANISATION_KINDS, Organisation, Post

STATIONS = frozenset({"centre", "street_centre", "sector_station", "neighbourhood_station", "key_place_station"})


@dataclass(frozen=True)
class _Manned:
    """The hours in which any post of a unit is manned, from when till when the posts are on file."""

    posts: tuple[Post, ...]
    hours: tuple[PostHours, ...]


class Directory:
    """All units, ended ones too, as the database has them; does not change: build another one."""

    def __init__(self, units: Iterable[Organisation], posts: Iterable[Post]) -> None:
        self.units = {unit.id: unit for unit in units}
        by_unit: dict[UUID, list[Post]] = {}
        for post in posts:
            by_unit.setdefault(post.organisation_id, []).append(post)
        self._manned = {
            unit: _Manned(tuple(found), tuple(_joined([hours_of(post) for post in found])))
            for unit, found in by_unit.items()
        }
        self._watching: dict[UUID, list[Organisation]] = {}
        for unit in sorted(self.units.values(), key=lambda one: one.code):
            if unit.kind in STATIONS and unit.jurisdiction_id:
                self._watching.setdefault(unit.jurisdiction_id, []).append(unit)

    def name(self, unit: UUID) -> str:
        """Return a unit's short name; its id when nobody knows it."""
        found = self.units.get(unit)
        return found.short_name if found else str(unit)

    def parent_of(self, unit: UUID) -> UUID | None:
        """Return the unit one level up, None at the top."""
        found = self.units.get(unit)
        return found.parent_id if found else None

    def stations(self, chain: Sequence[UUID], at: datetime) -> list[UUID]:
        """Return the stations and centres that keep watch over these jurisdictions, in the order of `chain`."""
        return [unit.id for node in chain for unit in self._watching.get(node, ()) if _valid(unit, at)]

    def receipt_due(self, unit: UUID, start: datetime, limit: timedelta, calendar: WorkCalendar) -> datetime:
        """Return when `limit` has passed while any of the unit's posts was manned by its hours.

        A unit without posts on file keeps the hours of its kind; a department those of the calendar.
        """
        manned = self._manned.get(unit)
        if manned:
            dues = [due_within(hours, calendar, start, limit) for hours in manned.hours]
            return min((due for due in dues if due), default=start + limit)
        found = self.units.get(unit)
        if found is None or ORGANISATION_KINDS[found.kind][2] == "department":
            return calendar.deadline(start, Limit(limit.total_seconds() / 3600, "working_hours"), organisation=unit).at
        return start + limit

    def unknown(self, units: Collection[UUID], at: datetime) -> list[UUID]:
        """Return those that are no unit at this moment."""
        return [one for one in units if one not in self.units or not _valid(self.units[one], at)]


def kept() -> Kept[Directory]:
    """Return a directory that builds itself on first use; the application calls its `refresh`."""
    return Kept(_version, _build)


async def _version(tx: Tx) -> Hashable:
    return await store.edition(tx)


async def _build(tx: Tx) -> Directory:
    return Directory(await store.all_organisations(tx), await store.posts_of(tx, None, tx.at))


def _valid(unit: Organisation, at: datetime) -> bool:
    return unit.valid_from <= at and (unit.valid_to is None or at < unit.valid_to)


def _joined(hours: Sequence[PostHours]) -> list[PostHours]:
    """Return the hours during which any of the posts is manned, one for each zone."""
    zones = dict.fromkeys(each.zone for each in hours)
    return [
        PostHours(tuple(dict.fromkeys(slot for each in hours if each.zone == zone for slot in each.slots)), zone)
        for zone in zones
    ]
