"""Declared reads carried out: within the reader's scope, and within the jurisdictions the scenario was allowed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import shapely

from yiwang import places
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.cases.model import Case
from yiwang.cases.views import listing
from yiwang.cases.views.listing import Wanted
from yiwang.db import Tx
from yiwang.events.books import Books, name_of
from yiwang.places import Locator
from yiwang.plugin.model import Read

Row = dict[str, Any]
_PAGE = 200


async def read(tx: Tx, reader: Actor, asked: Read, *, within: Sequence[UUID], books: Books, at: datetime) -> list[Row]:
    """Return the rows of a declared read; `within` names jurisdictions, none is the whole platform."""
    if asked.of == "features":
        return await _features(tx, reader, asked, at)
    areas: list[UUID | None] = list(within) or [None]
    if asked.of == "case_counts":
        return await _counts(tx, reader, asked, areas, at)
    locator = await books.locators.at(tx, at)
    found: dict[UUID, Row] = {}
    for area in areas:
        for case in await _cases(tx, reader, asked, area, at):
            found.setdefault(case.id, case_row(case, locator, at))
    return list(found.values())[: asked.limit]


def case_row(case: Case, locator: Locator, at: datetime) -> Row:
    """Return a case as a scenario sees it: no person, no free text."""
    return {
        "id": str(case.id),
        "number": case.number,
        "title": case.title,
        "state": case.state,
        "matter": case.matter_code,
        "jurisdiction": name_of(locator, case.jurisdiction_id),
        "place": case.place_text,
        "lon": case.lon,
        "lat": case.lat,
        "urgent": case.urgent,
        "overdue": case.late(at),
        "opened_at": case.opened_at.isoformat(),
        "due_at": case.due_at.isoformat() if case.due_at else None,
    }


def geojson(rows: Sequence[Row]) -> dict[str, Any]:
    """Return rows as a GeoJSON FeatureCollection; what has no place is left out."""
    features = []
    for row in rows:
        shape = row.get("geometry")
        if shape is None and row.get("lon") is not None:
            shape = {"type": "Point", "coordinates": [row["lon"], row["lat"]]}
        if shape is not None:
            told = {key: value for key, value in row.items() if key not in ("geometry", "lon", "lat")}
            features.append({"type": "Feature", "id": row["id"], "geometry": shape, "properties": told})
    return {"type": "FeatureCollection", "features": features}


def _wanted(asked: Read, area: UUID | None) -> Wanted:
    return Wanted(tab=asked.tab, matters=list(asked.matters) or None, jurisdiction=area)


async def _cases(tx: Tx, reader: Actor, asked: Read, area: UUID | None, at: datetime) -> list[Case]:
    found: list[Case] = []
    cursor: str | None = None
    while len(found) < asked.limit:
        page = await listing.find(
            tx, reader, _wanted(asked, area), at=at, cursor=cursor, limit=min(_PAGE, asked.limit - len(found))
        )
        found += page.items
        cursor = page.next
        if cursor is None:
            break
    return found


async def _counts(tx: Tx, reader: Actor, asked: Read, areas: Sequence[UUID | None], at: datetime) -> list[Row]:
    total: dict[str, int] = {}
    for area in areas:
        for tab, number in (await listing.count(tx, reader, _wanted(asked, area), at=at)).items():
            total[tab] = total.get(tab, 0) + number
    return [{"tab": tab, "count": number} for tab, number in total.items()]


async def _features(tx: Tx, reader: Actor, asked: Read, at: datetime) -> list[Row]:
    if asked.box is None:
        raise Invalid("box", "A read of features names its window: west, south, east, north.")
    rows = await places.features_in(tx, reader, asked.kind, asked.box, at, limit=asked.limit)
    return [
        {
            **{key: _plain(value) for key, value in row.items() if key not in ("wkb", "properties")},
            **(row.get("properties") or {}),
            "id": str(row["id"]),
            "geometry": shapely.geometry.mapping(shapely.from_wkb(row["wkb"])),
        }
        for row in rows
    ]


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | None) else str(value)
