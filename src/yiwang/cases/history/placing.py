"""Where many rows lie, at once: points by the vectorised locator as it stood at each row's time, else by code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from yiwang.cases.history.kernels.life import Ints
from yiwang.db import Tx
from yiwang.events.books import Books, name_of
from yiwang.places import LocatedMany, Locator, Place, convert_many

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
GIVEN, SURE, DRAWN, COARSE = 0.8, 1.0, 0.9, 0.8
_WIDE = ("city", "district", "street")


@dataclass
class Placed:
    """For each row its jurisdiction (None: not known then), point in degrees CGCS2000, and place as JSON."""

    jurisdiction: list[UUID | None]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    place: list[bytes]


@dataclass(frozen=True)
class _Found:
    jurisdiction: UUID
    method: str
    confidence: float
    explanation: str


async def place_rows(tx: Tx, books: Books, table: pa.Table, at_us: Ints, datum: str) -> Placed:
    """Return where the rows of a table lie: a point decides, then the code given, then the home jurisdiction."""
    rows = table.num_rows
    given_lon, given_lat = (table[name].to_numpy().astype(np.float64) for name in ("lon", "lat"))
    lon, lat = np.full(rows, np.nan), np.full(rows, np.nan)
    there = ~np.isnan(given_lon) & ~np.isnan(given_lat)
    if there.any():
        lon[there], lat[there] = convert_many(given_lon[there], given_lat[there], datum)
    placed = Placed([None] * rows, lon, lat, [b"{}"] * rows)
    codes, texts = table["jurisdiction"].to_pylist(), table["place"].to_pylist()
    original = (given_lon, given_lat)
    left = np.arange(rows)
    while len(left):
        moment = EPOCH + timedelta(microseconds=int(at_us[left[0]]))
        locator = await books.locators.at(tx, moment)
        served = _served(locator, at_us[left])
        served[0] = True
        _place_some(books, locator, placed, left[served], codes, texts, original, datum)
        left = left[~served]
    return placed


def _served(locator: Locator, at_us: Ints) -> NDArray[np.bool_]:
    since = _us(locator.since) if locator.since else np.iinfo(np.int64).min
    until = _us(locator.until) if locator.until else np.iinfo(np.int64).max
    return (at_us >= since) & (at_us < until)


def _us(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def _place_some(
    books: Books,
    locator: Locator,
    placed: Placed,
    rows: NDArray[np.int64],
    codes: Sequence[str | None],
    texts: Sequence[str],
    original: tuple[NDArray[np.float64], NDArray[np.float64]],
    datum: str,
) -> None:
    lon, lat = placed.lon[rows], placed.lat[rows]
    inside = ~np.isnan(lon)
    many = locator.locate_many(lon[inside], lat[inside])
    at = np.full(len(rows), -1)
    at[inside] = many.jurisdiction
    grids = _grids(many, inside, len(rows))
    by_point = [_by_point(locator, node) for node in dict.fromkeys(many.ids)]
    place_of = {node: one for node, one in zip(dict.fromkeys(many.ids), by_point, strict=True)}
    by_code: dict[str | None, _Found | None] = {}
    for number, row in enumerate(rows.tolist()):
        code = codes[row]
        if code not in by_code:
            by_code[code] = _by_code(books, locator, code)
        found = by_code[code]
        if found is not None and at[number] >= 0:
            found = place_of[many.ids[at[number]]]
        if found is None:
            continue
        placed.jurisdiction[row] = found.jurisdiction
        placed.place[row] = _json(found, lon[number], lat[number], texts[row], original, row, datum, grids[number])


def _by_point(locator: Locator, node: UUID) -> _Found:
    known = locator.nodes[node]
    reason, sure = f"点位在{known.name}内。", SURE
    if known.schematic:
        reason, sure = f"点位在{known.name}内（示意边界）。", DRAWN
    if known.level in _WIDE:
        reason, sure = reason + "其下级没有覆盖该点的边界。", sure * COARSE
    return _Found(node, "point", round(sure, 3), reason)


def _by_code(books: Books, locator: Locator, code: str | None) -> _Found | None:
    """Return where a row without a point lies; None when its code is no jurisdiction at that date."""
    if code is None:
        home = books.home(locator)
        return _Found(home, "none", 0.0, f"没有坐标，暂归{name_of(locator, home)}。") if home else None
    node = locator.by_code.get(code) or locator.by_code.get(code.ljust(12, "0"))
    return _Found(node.id, "given", GIVEN, f"来件指明在{node.name}。") if node else None


def _grids(many: LocatedMany, inside: NDArray[np.bool_], rows: int) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [{} for _ in range(rows)]
    places = np.nonzero(inside)[0]
    for system, index in many.grids.items():
        codes = many.codes[system]
        for hit in np.nonzero(index >= 0)[0]:
            found[places[hit]][system] = codes[index[hit]]
    return found


def _json(
    found: _Found,
    lon: float,
    lat: float,
    text: str,
    original: tuple[NDArray[np.float64], NDArray[np.float64]],
    row: int,
    datum: str,
    grids: dict[str, str],
) -> bytes:
    point = not np.isnan(lon)
    return msgspec.json.encode(
        Place(
            float(lon) if point else None,
            float(lat) if point else None,
            float(original[0][row]) if point else None,
            float(original[1][row]) if point else None,
            datum,
            text,
            None,
            None,
            grids,
            found.jurisdiction,
            found.method,
            found.confidence,
            found.explanation,
        )
    )
