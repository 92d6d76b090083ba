"""Formulas drawn once as SQL: to make SQL of 126 expressions takes longer than to run it.

A plan stands as long as what formulas look at besides rows stays the same (`Look`); its moments are moved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import count
from threading import RLock
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from yiwang.base.later import later
from yiwang.lake import Lake
from yiwang.lake.model import MONTH
from yiwang.signs.sources import gauges, store
from yiwang.signs.sources.moments import DRAWN_AT
from yiwang.signs.sources.opening import QUESTIONS, Sources

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
    import pyarrow as pa
    from ibis.backends.sql import datatypes as types
else:
    ibis, pa, types = later("ibis"), later("pyarrow"), later("ibis.backends.sql.datatypes")

KEPT = 4  # plans of different looks: of now, of the past, of a platform that has just begun


@dataclass(frozen=True)
class Look:
    """What formulas look at besides rows: it decides how their SQL is made."""

    current: bool
    rolled: tuple[bool, bool]  # whether hourly roll-ups of today, and any of the last 25 hours, are there
    offset: int  # seconds by which clocks here are ahead of UTC
    ranges: tuple[tuple[str, int, int], ...]  # the first and the last series of each class


@dataclass(frozen=True)
class Held:
    """Files of the lake as a view: where they lie, the columns wanted, and from which partition on."""

    place: str  # such as facts/case.filed, copies/units, readings_hourly
    schema: pa.Schema
    part: str = ""
    since: datetime | None = None


@dataclass(frozen=True)
class Drawn:
    """A statement, and the tables that have to be made before."""

    sql: str
    needs: tuple[str, ...]


@dataclass
class Plan:
    """The statements of one look, each drawn when it is asked for first."""

    sources: DrawnSources
    tables: dict[str, Drawn | Held]
    _made: dict[str, Drawn] = field(default_factory=dict)

    def rows(self, code: str, formula: Callable[[Any], ir.Table]) -> Drawn:
        """Return the rows of a formula."""
        return self._kept(code, lambda: formula(self.sources))

    def answer(self, name: str) -> Drawn:
        """Return what answers a question about the sources."""
        return self._kept(f"? {name}", lambda: QUESTIONS[name](self.sources).as_table())

    def _kept(self, name: str, draw: Callable[[], ir.Table]) -> Drawn:
        if name not in self._made:
            self._made[name] = drawn(draw())
        return self._made[name]


class Plans:
    """The plans of a process: the last few looks."""

    def __init__(self) -> None:
        self._plans: dict[tuple[Look, str], Plan] = {}
        self._turn = RLock()

    def of(self, look: Look, lake: Lake, zone: ZoneInfo) -> Plan:
        """Return the plan of a look."""
        with self._turn:
            plan = self._plans.pop((look, zone.key), None) or _begun(look, lake, zone)
            self._plans[look, zone.key] = plan
            while len(self._plans) > KEPT:
                del self._plans[next(iter(self._plans))]
            return plan


def _begun(look: Look, lake: Lake, zone: ZoneInfo) -> Plan:
    tables: dict[str, Drawn | Held] = {}
    return Plan(DrawnSources(look, Sketch(lake, look, tables), zone), tables)


def drawn(expression: ir.Table) -> Drawn:
    """Return an expression over tables that are only named as SQL for DuckDB."""
    found = expression.op().find(ibis.expr.operations.UnboundTable)
    kinds = {name: types.DuckDBType.to_string(kind) for name, kind in expression.schema().items()}
    sql = store.typed(str(ibis.to_sql(expression, dialect="duckdb", pretty=False)), kinds)
    return Drawn(sql, tuple(sorted({op.name for op in found})))


class Sketch:
    """Stands for a lake while formulas are drawn: it knows the shapes, and notes what is asked of it."""

    def __init__(self, lake: Lake, look: Look, tables: dict[str, Drawn | Held]) -> None:
        self._lake = lake
        self._look = look
        self._tables = tables
        self._number = count()

    def table(self, fact_type: str) -> ir.Table:
        """Return the facts of a type; the partition is not among the columns."""
        schema = self._lake.fact_schema(fact_type)
        return self.held(fact_type, Held(f"facts/{fact_type}", schema.remove(schema.get_field_index(MONTH))))

    def copy(self, name: str, schema: pa.Schema) -> ir.Table:
        """Return a copy."""
        return self.held(f"copy {name}", Held(f"copies/{name}", schema))

    def held(self, name: str, held: Held) -> ir.Table:
        """Note a view over files and return it as a table."""
        self._tables[name] = held
        return ibis.table(ibis.Schema.from_pyarrow(held.schema), name=name)

    def kept(self, name: str, expression: ir.Table) -> ir.Table:
        """Note a table to be made and return it."""
        named = f"{name}_{next(self._number)}"
        self._tables[named] = drawn(expression)
        return ibis.table(expression.schema(), name=named)

    def partitions(self, _name: str, _column: str) -> set[str]:
        """Return days as the look says them: today, or the first of the last 25 hours."""
        today, lately = self._look.rolled
        first = DRAWN_AT - gauges.LATELY
        return {DRAWN_AT.date().isoformat()} if today else {first.date().isoformat()} if lately else set()


class DrawnSources(Sources):
    """The sources while formulas are drawn."""

    def __init__(self, look: Look, sketch: Any, zone: ZoneInfo) -> None:
        super().__init__(sketch, DRAWN_AT, zone)
        self._look = look
        self._offset = look.offset

    def delta(self, name: str, schema: pa.Schema, part: str, since: datetime) -> ir.Table:
        """Note a Delta table from a partition on."""
        sketch: Any = self.lake
        shown: ir.Table = sketch.held(f"{name} {part} {since:%FT%T}", Held(name, schema, part, since))
        return shown

    @property
    def current(self) -> bool:
        """Whether the copies stand for the moment."""
        return self._look.current

    @cached_property
    def ranges(self) -> dict[str, tuple[int, int]]:
        """Return the first and the last series of each class."""
        return {code: (first, last) for code, first, last in self._look.ranges}
