"""The sources with the SQL of a plan: tables are made on DuckDB when the first formula needs them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from yiwang.lake import Lake
from yiwang.signs.sources import gauges, store
from yiwang.signs.sources.drawing import Drawn, Held, Look, Plan, Plans
from yiwang.signs.sources.moments import moment, moved
from yiwang.signs.sources.opened import since_part
from yiwang.signs.sources.opening import Sources

if TYPE_CHECKING:
    import ibis.expr.types as ir


class Planned(Sources):
    """Sources of one moment whose formulas are SQL that was drawn before."""

    def __init__(
        self, lake: Lake, at: datetime, zone: ZoneInfo, followed: datetime | None = None, *, plans: Plans
    ) -> None:
        super().__init__(lake, at, zone, followed)
        self._plans = plans
        self._there: set[str] = set()

    @cached_property
    def plan(self) -> Plan:
        """Return the plan of how things look."""
        days = self.lake.partitions("readings_hourly", "day")
        since = (self.at - gauges.LATELY).date().isoformat()
        rolled = (self.at.date().isoformat() in days, any(day >= since for day in days))
        ranges = tuple((code, *ends) for code, ends in sorted(self.ranges.items()))
        return self._plans.of(Look(self.current, rolled, self._offset, ranges), self.lake, self.zone)

    @cached_property
    def ranges(self) -> dict[str, tuple[int, int]]:
        """Return the first and the last series of each class."""
        files, _ = self.lake.files_of("copies/series")
        return store.ranges(self.backend.con, files)

    def rows(self, code: str, formula: Callable[[Any], ir.Table]) -> str:
        """Return SQL of the rows of a formula; what it reads is made."""
        return self._ready(self.plan.rows(code, formula))

    def _ask(self, name: str) -> Any:
        return store.value(self.backend.con, self._ready(self.plan.answer(name)))

    def _ready(self, drawn: Drawn) -> str:
        for name in drawn.needs:
            self._make(name)
        return moved(drawn.sql, self.at, self.zone)

    def _make(self, name: str) -> None:
        if name in self._there:
            return
        wanted = self.plan.tables[name]
        if isinstance(wanted, Held):
            self._show(name, wanted)
        else:
            store.make_table(self.backend.con, name, self._ready(wanted))
        self._there.add(name)

    def _show(self, name: str, held: Held) -> None:
        within = []
        if held.since is not None:
            within.append((held.part, since_part(held.part, moment(held.since, self.at, self.zone))))
        files, columns = self.lake.files_of(held.place, within)
        store.make_view(self.backend.con, name, files, held.schema, columns)


def planned(formulas: dict[str, Callable[[Any], ir.Table]]) -> dict[str, Callable[[Planned], str]]:
    """Return formulas as `Planned` sources answer them: as SQL."""
    return {code: _by_plan(code, formula) for code, formula in formulas.items()}


def _by_plan(code: str, formula: Callable[[Any], ir.Table]) -> Callable[[Planned], str]:
    return lambda sources: sources.rows(code, formula)
