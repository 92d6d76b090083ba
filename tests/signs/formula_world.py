"""A small made-up world in a lake: things as Python objects for oracles, and as facts, copies and readings."""

import inspect
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from yiwang.app.facts import FACTS
from yiwang.base.ids import uuid7
from yiwang.lake import keep_copy
from yiwang.lake.model import shapes_of
from yiwang.lake.tables import append
from yiwang.ledger.facts import Fact, Recorded
from yiwang.sensing.readings.model import Columns
from yiwang.sensing.readings.shelf import Shelf
from yiwang.signs.sources.copying import schema
from yiwang.signs.sources.model import COPIES

ZONE = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)  # Friday, 10:30 here
TYPES = {kind.TYPE: kind for kind in FACTS}
DISTRICT, WEST, EAST = (UUID(int=number) for number in (1, 2, 3))
LEAVES = [UUID(int=number) for number in range(10, 16)]
STREET = {leaf: (WEST if number < 3 else EAST) for number, leaf in enumerate(LEAVES)}
UNITS = {UUID(int=100 + number): leaf for number, leaf in enumerate(LEAVES)}
CENTRE = UUID(int=99)


def ago(**span: float) -> datetime:
    return AT - timedelta(**span)


@dataclass
class Thing:
    """An event with its case, an alarm, an order, a device: whatever it has, by name; None where it has not."""

    id: UUID
    node: UUID
    values: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        return self.values.get(name)


class World:
    """Collects things and writes them."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.told: dict[str, list[Recorded]] = {}
        self.copies: dict[str, list[dict[str, Any]]] = {name: [] for name in COPIES}
        self.events: list[Thing] = []
        self.alarms: list[Thing] = []
        self.orders: list[Thing] = []
        self.shifts: list[Thing] = []
        self.devices: list[Thing] = []
        self.readings: list[tuple[int, datetime, float]] = []
        self.series: dict[tuple[UUID, str], int] = {}
        self._seq = 0

    def id(self, at: datetime) -> UUID:
        return uuid7(at)

    def tell(self, fact_type: str, at: datetime, *, drill: bool = False, **values: Any) -> None:
        """Write a fact; fields left out are empty."""
        kind: type[Fact] = TYPES[fact_type]
        data = {name: values.get(name) for name in inspect.signature(kind).parameters}
        plain = {name: _plain(value) for name, value in data.items()}
        self._seq += 1
        subject = next(iter(data.values()))
        row = Recorded(
            self.id(at), fact_type, 1, subject, "putuo", None, None, at, at, "live", drill, plain, 1, self._seq
        )
        self.told.setdefault(fact_type, []).append(row)

    def reading(self, device: Thing, metric: str, at: datetime, value: float) -> None:
        self.readings.append((self.series[device.id, metric], at, value))

    def write(self, lake: Path) -> None:
        shapes = shapes_of(FACTS)
        for name, rows in self.told.items():
            append(lake / "facts" / name, shapes[name].table(rows), 1)
        for name, found in self.copies.items():
            wanted = schema(COPIES[name])
            rows = [{key: _plain_cell(row.get(key)) for key in wanted.names} for row in found]
            keep_copy(lake, name, pa.Table.from_pylist(rows, schema=wanted), AT)
        if self.readings:
            self._write_readings(lake)

    def _write_readings(self, lake: Path) -> None:
        rows = sorted(self.readings, key=lambda row: (row[0], row[1]))
        series = np.array([row[0] for row in rows], np.int64)
        times = np.array([round(row[1].timestamp() * 1000) for row in rows], np.int64)
        values = np.array([row[2] for row in rows], np.float64)
        shelf = Shelf(lake)
        shelf.append(Columns(series, times, values, np.zeros(len(rows), np.uint8)), {0: 1})
        for part in shelf.parts():
            shelf.settle(part)


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, datetime | date) else value


def _plain_cell(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


def by_node(things: Iterable[tuple[UUID, float, float | None]]) -> dict[str, tuple[float, float]]:
    """Sum (node, top, bottom) up, as an oracle says them."""
    found: dict[str, tuple[float, float]] = {}
    for node, top, bottom in things:
        tops, bottoms = found.get(str(node), (0.0, 0.0))
        found[str(node)] = (tops + top, bottoms + (bottom or 0.0))
    return found
