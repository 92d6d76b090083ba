"""Who owns a sign at a place: the unit its definition names, or the one that watches over the place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.people import Organisation

# Owners that are whoever watches over the place itself.
LOCAL = ("街镇", "居村", "片区", "承办", "属地", "值班长")


async def owner_of(tx: Tx, books: Books, owner: str, place: UUID, at: datetime) -> UUID | None:
    """Return the unit to be told of a sign at a place; None where there is no unit at all."""
    locator = await books.locators.at(tx, at)
    local = books.directory.stations(locator.chain(place), at)
    if owner and not owner.startswith(LOCAL) and (named := _named(books, owner, at)):
        return named.id
    if owner.startswith("区") and local:
        return local[-1]  # a department nobody has on file: the centre of the district
    return local[0] if local else None


def _named(books: Books, owner: str, at: datetime) -> Organisation | None:
    units = [one for one in books.directory.units.values() if one.valid_to is None or one.valid_to > at]
    same = [one for one in units if owner in (one.name, one.short_name)]
    alike = [one for one in units if one.kind == "department" and (one.short_name in owner or owner in one.name)]
    found = sorted(same, key=lambda one: one.code) or sorted(alike, key=lambda one: one.code)
    return found[0] if found else None
