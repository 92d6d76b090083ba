"""A small district and formulas over tables that are made by hand: what the engine is tried on."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ibis
import pytest
from tests.cities import City, build

from yiwang import definitions
from yiwang.access import platform_actor
from yiwang.base.clock import FixedClock
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.signs.model import SIGN, Sign
from yiwang.signs.model.tree import Place, Tree, tree_of
from yiwang.signs.reaching import tree_at
from yiwang.signs.running import Computed, Means, compute

KEEPER = platform_actor("tests")
ZONE = ZoneInfo("Asia/Shanghai")
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
ROW = {"node": "string", "top": "float64", "bottom": "float64", "item": "string", "kind": "string"}


def sign(code: str, **values: Any) -> Sign:
    """A sign of safety, lower is better, unless told otherwise."""
    base = {"name_zh": f"体征{code}", "name_en": f"Sign {code}", "dimension": "平安", "group": "消防", "period": "1h"}
    return Sign.model_validate(
        {"code": code, "direction": "down", "combine": "sum", "sources": ("cases",), **base, **values}
    )


@dataclass
class Small:
    """A district of two streets with two neighbourhoods each, and tables of rows for each sign."""

    tree: Tree
    names: dict[str, Any]
    database: Database
    folder: Path
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    as_of_: dict[str, datetime] = field(default_factory=dict)
    since_: dict[str, datetime] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    backend: Any = None
    rows_name: str = "rows"

    def connected(self, name: str) -> bool:
        return name not in self.absent

    def as_of(self, name: str) -> datetime | None:
        return self.as_of_.get(name)

    def since(self, name: str) -> datetime | None:
        return self.since_.get(name)

    def tell(self, code: str, *rows: tuple[str, float, float | None] | tuple[str, float]) -> None:
        """The rows of a sign: place by its name, top, bottom."""
        self.rows[code] = [
            (str(self.names[row[0]]), row[1], row[2] if len(row) > 2 else None, f"{code}-{number}", "case")
            for number, row in enumerate(rows)
        ]

    def formula(self, code: str) -> Callable[[Any], Any]:
        def made(taken: Any) -> Any:
            if code in self.broken:
                raise KeyError("no such column")
            rows = self.rows.get(code, [])
            columns = {name: [row[index] for row in rows] for index, name in enumerate(ROW)}
            return ibis.memtable(columns, schema=ROW)

        return made

    @contextmanager
    def opened(self, at: datetime) -> Iterator["Small"]:
        self.backend = ibis.duckdb.connect(threads=1)
        try:
            yield self
        finally:
            self.backend.disconnect()

    def means(self) -> Means:
        codes = {*self.rows, *self.broken}
        return Means(self.opened, {code: self.formula(code) for code in codes}, ZONE, self.folder / self.rows_name)

    async def declare(self, *signs: Sign, at: datetime = BEGIN) -> None:
        async with self.database.tx() as tx:
            await definitions.publish(tx, KEEPER, SIGN, signs, valid_from=at, at=at)

    async def compute(self, at: datetime, **more: Any) -> Computed:
        return await compute(self.database, self.means(), self.tree, at=at, **more)

    async def state(self, code: str, place: str) -> dict[str, Any] | None:
        async with self.database.tx() as tx:
            return await tx.row("SELECT * FROM signs.state WHERE sign = %s AND node = %s", (code, self.names[place]))

    async def value(self, code: str, place: str) -> Any:
        row = await self.state(code, place)
        return row and row["value"]

    async def level(self, code: str, place: str) -> int | None:
        row = await self.state(code, place)
        return row and row["level"]

    async def points(self, code: str, place: str) -> Sequence[Any]:
        async with self.database.tx() as tx:
            return await tx.rows(
                "SELECT recorded, value, level FROM signs.value WHERE sign = %s AND node = %s ORDER BY recorded",
                (code, self.names[place]),
            )


@pytest.fixture
async def small(database: Database, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Small]:
    at = clock.now()
    shape = [
        ("district", "district", None), ("east", "street", "district"), ("west", "street", "district"),
        ("e1", "neighbourhood", "east"), ("e2", "neighbourhood", "east"), ("w1", "neighbourhood", "west"),
        ("w2", "neighbourhood", "west"), ("kiosk", "station", "e1"),
    ]  # fmt: skip
    names: dict[str, Any] = {name: uuid7(at) for name, *_ in shape}
    places = [Place(names[name], name, level, names[above] if above else None) for name, level, above in shape]
    yield Small(tree_of(places, names["district"]), names, database, tmp_path)


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    return await build(database, clock, tmp_path / "keys")


@pytest.fixture
async def lively(city: City, tmp_path: Path) -> Small:
    """The signs of a district with units: 曹杨 is east, 长寿 west, with a neighbourhood each (e1, w1)."""
    codes = {"district": "310107000000", "east": "310107005000", "west": "310107015000"}
    codes |= {"e1": "310107005001", "w1": "310107015001"}
    async with city.database.tx() as tx:
        tree = await tree_at(tx, city.books, city.now)
    return Small(tree, {name: city.places[code] for name, code in codes.items()}, city.database, tmp_path)
