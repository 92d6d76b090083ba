"""定位: where a report lies, whether that is this platform's to answer for, and who answers where it is not."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang.base.errors import Conflict
from yiwang.db import Tx
from yiwang.events.books import Books, name_of
from yiwang.places import Locator, Place, PlaceIn, locate

HOTLINE = "12345"  # answers everywhere in the country; a caller from elsewhere puts the area code before it


async def place_of(tx: Tx, books: Books, asked: PlaceIn, at: datetime) -> tuple[Place, bool]:
    """Return the place, and whether it is known to lie elsewhere; what lies nobody knows where is the home's.

    What lies elsewhere waits for a person, who takes it or refuses it with the next door, which the place names.
    """
    locator = await books.locators.at(tx, at)
    place = await locate(tx, locator, asked, at)
    home = books.home(locator)
    if home is None:
        if place.jurisdiction_id is None:
            raise Conflict("No jurisdiction is on file yet: load the codes first (yiwang data load-codes).")
        return place, False
    if _out_of_sight(locator, place, home) or not _here(locator, place, home):
        return _elsewhere(locator, place, home), True
    if place.jurisdiction_id is not None:
        return place, False
    said = f"{place.explanation} 暂归{name_of(locator, home)}。"
    return replace(place, jurisdiction_id=home, explanation=said), False


def _here(locator: Locator, place: Place, home: UUID) -> bool:
    """Return whether the jurisdiction found, if any, is home, a part of it, or what home itself is a part of."""
    found = place.jurisdiction_id
    return found is None or home in locator.chain(found) or found in locator.chain(home)


def _out_of_sight(locator: Locator, place: Place, home: UUID) -> bool:
    """Return whether a point was given that lies in no polygon and cannot be home's.

    A jurisdiction that the sender names outright is believed; a name among the words is not, against the point.
    """
    if place.original_lon is None or place.lon is None or place.lat is None or place.method in ("point", "given"):
        return False
    return locator.leaves_out(home, place.lon, place.lat)


def _elsewhere(locator: Locator, place: Place, home: UUID) -> Place:
    """Return the place with the reason, and the neighbour as the next door where the tree knows it.

    A place in no known jurisdiction is home's until somebody has judged it.
    """
    there = None if place.jurisdiction_id is None or _here(locator, place, home) else place.jurisdiction_id
    node = (locator.over(there, "district") or locator.nodes.get(there)) if there else None
    door = f"请向{node.name}反映，或拨打 {HOTLINE}。" if node else f"请拨打事发地 {HOTLINE}。"
    said = f"{place.explanation} 不在{name_of(locator, home)}内，由人甄别是否受理。不受理时：{door}"
    return replace(place, jurisdiction_id=there or home, explanation=said, next_door=door)
