"""Sending in reports and looking at what became of them."""

import asyncio
from typing import Any
from uuid import UUID

from tests.cities import LITTER, City

from yiwang import places
from yiwang.cases.model import Case
from yiwang.cases.views import listing
from yiwang.events import reporting
from yiwang.events.model import Envelope, Reported
from yiwang.places import PlaceIn

STREET = "310107005001"
HERE = PlaceIn(lon=121.4, lat=31.24)
# Roughly 30 m and 300 m east of it.
NEAR, FAR = PlaceIn(lon=121.4003, lat=31.24), PlaceIn(lon=121.4032, lat=31.24)


def envelope(**fields: Any) -> Envelope:
    """A report of litter at the desk, unless told otherwise."""
    usual = {"channel": "desk", "source": "desk", "raw": b"{}", "text": "垃圾堆在路口", "matter": LITTER}
    return Envelope(**{**usual, **fields})


async def send(city: City, place: PlaceIn = HERE, **fields: Any) -> Reported:
    """Send in one report in a transaction of its own."""
    async with city.database.tx() as tx:
        return await reporting.report(tx, city.officer, envelope(**fields), place, books=city.books, at=city.now)


async def send_at_once(city: City, *reports: tuple[PlaceIn, dict[str, Any]]) -> list[Reported | BaseException]:
    """Send in several reports at the same moment, each over a connection of its own."""
    return await asyncio.gather(*(send(city, place, **fields) for place, fields in reports), return_exceptions=True)


async def case_of(city: City, event_id: UUID) -> Case | None:
    async with city.database.tx() as tx:
        return await listing.of_event(tx, city.officer, event_id)


async def rows(city: City, query: Any, *params: object) -> list[dict[str, Any]]:
    async with city.database.tx() as tx:
        return await tx.rows(query, params)


async def count(city: City, table: str) -> int:
    found = await rows(city, f"SELECT count(*) AS n FROM {table}")
    return int(found[0]["n"])


async def draw_streets(city: City) -> None:
    """Give both streets a square each, side by side along 121.40° E; the district around has none."""

    def square(code: str, west: float, east: float) -> dict[str, Any]:
        ring = [[west, 31.23], [east, 31.23], [east, 31.25], [west, 31.25], [west, 31.23]]
        return {
            "type": "Feature",
            "properties": {"code": code},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }

    streets = {
        "type": "FeatureCollection",
        "features": [square("310107005000", 121.38, 121.40), square("310107015000", 121.40, 121.42)],
    }
    async with city.database.tx() as tx:
        report = await places.import_boundaries(tx, city.officer, streets, "street", "code", city.now, "test")
        assert not report.problems
