"""What formulas read: the wide tables of one computation, each made once, with what is connected and how old it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from yiwang.base.later import later
from yiwang.evaluation import Period, judged
from yiwang.lake import Lake
from yiwang.signs.sources import gauges, wide
from yiwang.signs.sources.opened import Opened

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
else:
    ibis = later("ibis")


class Sources(Opened):
    """Every table that formulas read, made when the first of them asks."""

    def __init__(self, lake: Lake, at: datetime, zone: ZoneInfo, followed: datetime | None = None) -> None:
        super().__init__(lake, at, zone, followed)
        self._known: dict[str, bool] = {}
        self._judged: dict[float, ir.Table] = {}

    def judged(self, days: float) -> ir.Table:
        """Return `cases` with what each row counts as in the last days: `should_x`, `did_x`, `timely_x` …"""
        if days not in self._judged:
            rows = judged(self.cases, Period(self.at - timedelta(days=days), self.at, self.at))
            flags = [name for name in rows.columns if name.startswith(("should_", "did_", "timely_"))]
            rows = rows.select("node", "item", "reported", "filed_ever", "returns", "reworks", "extensions", *flags)
            self._judged[days] = self.lake.kept("signs_judged", rows)
        return self._judged[days]

    def events(self, *, days: float = 0, hours: float = 0) -> ir.Table:
        """Return what was reported in the last days and hours."""
        since = self.ago(days=days, hours=hours)
        return self.cases.filter(self.cases.reported_at >= since, self.cases.reported_at < self.now)

    @cached_property
    def open_cases(self) -> ir.Table:
        """Return the cases that are filed and neither closed nor void."""
        rows = self.cases
        return rows.filter(rows.filed_at.notnull(), rows.closed_at.isnull(), rows.voided_at.isnull())

    @cached_property
    def alarms(self) -> ir.Table:
        """Return one row for each alarm of the last 40 days, with its verdict and the case it became."""
        return self.lake.kept("signs_alarms", wide.alarms(self))

    @cached_property
    def hotline(self) -> ir.Table:
        """Return one row for each order of the hotline."""
        return self.lake.kept("signs_hotline", wide.hotline(self))

    @cached_property
    def attendance(self) -> ir.Table:
        """Return one row for each shift: `node`, `unit`, `starts`, `kept`."""
        return self.lake.kept("signs_attendance", wide.attendance(self))

    # Copies

    @cached_property
    def nodes(self) -> ir.Table:
        """Return the tree: `node`, `level`, `parent`, `street`."""
        return self.lake.kept("signs_nodes", self.copy("nodes"))

    @cached_property
    def devices(self) -> ir.Table:
        """Return the registry without what is retired; empty for a time before the copy."""
        rows = self.copy("devices")
        return self.lake.kept("signs_devices", rows.filter(rows.node.notnull(), ibis.literal(self.current)))

    @cached_property
    def latest(self) -> ir.Table:
        """Return the last reading of each series that formulas read, with `low` and `high` of its class."""
        return self.lake.kept("signs_latest", gauges.latest(self))

    @cached_property
    def hourly(self) -> ir.Table:
        """Return roll-ups of the last 25 hours: `time` (the hour begins), `mean`, `n`, `least`, `most`, `last`."""
        return self.lake.kept("signs_hourly", gauges.hourly(self))

    @cached_property
    def quarters(self) -> ir.Table:
        """Return means over 15 minutes since local midnight of what dust monitors measure: `time`, `mean`."""
        return self.lake.kept("signs_quarters", gauges.quarters(self))

    @cached_property
    def rain(self) -> ir.Table:
        """Return the hourly roll-ups of every gauge of rain over 49 hours."""
        return self.lake.kept("signs_rain", gauges.rain(self))

    @cached_property
    def week(self) -> ir.Table:
        """Return the hourly roll-ups of water quality over 8 days."""
        return self.lake.kept("signs_week", gauges.week(self))

    @cached_property
    def days(self) -> ir.Table:
        """Return daily roll-ups of the air over 31 days: `time` (the UTC day begins), `mean`, `n`."""
        return self.lake.kept("signs_days", gauges.days(self))

    @cached_property
    def _counts(self) -> ir.Table:
        return self.lake.kept("signs_counts", self.copy("counts"))

    def counts(self, measure: str, *, before_days: int = 0) -> ir.Table:
        """Return the last count of a measure of each node (`node`, `value`), as of so many days before `at`."""
        rows = self._counts
        day = ibis.literal(self.ago_day(before_days))
        rows = rows.filter(rows.measure == measure, rows.since <= day)
        return rows.group_by("node").aggregate(value=rows.value.argmax(rows.until), until=rows.until.max())

    # What is there

    def connected(self, name: str) -> bool:
        """Whether a source ever gave anything; an outside one (`external:…`) never does by itself."""
        if name not in self._known:
            kinds, copies = _FACTS.get(name), _COPIES.get(name)
            if kinds is not None:
                self._known[name] = bool(kinds & set(self.lake.types()))
            else:
                self._known[name] = copies is not None and copies(self)
        return self._known[name]

    def as_of(self, name: str) -> datetime | None:
        """Return up to when a source's data reaches, None where nothing is known."""
        if not self.connected(name):
            return None
        if name in _FACTS:
            return min(self.at, self.followed) if self.followed else self.at
        if name in ("readings", "vehicles"):
            return self._last(self.latest.time.max())
        return self.lake.copied_at(_FILES.get(name, "counts"))

    def has_count(self, *measures: str) -> bool:
        """Whether one of these is counted anywhere."""
        rows = self._counts
        return bool(self._last(rows.filter(rows.measure.isin(measures)).count()))

    def any_row(self, table: ir.Table) -> bool:
        """Whether a table has a row."""
        return bool(self._last(table.count()))

    def _last(self, value: ir.Scalar) -> datetime | None:
        found: datetime | None = self.lake.rows(value.as_table()).column(0)[0].as_py()
        return found


_CASES = {"event.admitted", "case.filed"}
_FACTS: dict[str, set[str]] = {
    "events": _CASES,
    "cases": _CASES,
    "alarms": {"alarm.raised"},
    "hotline": {"hotline.received"},
    "patrol": {"duty.signed_in", "duty.missed", "patrol.kept"},
}
_COPIES: dict[str, Callable[[Sources], bool]] = {
    "devices": lambda s: s.any_row(s.devices),
    "readings": lambda s: s.any_row(s.latest),
    "vehicles": lambda s: s.any_row(s.latest.filter(s.latest.class_code.isin(["MTK", "SAN"]))),
    "places": lambda s: s.has_count("area"),
    "population": lambda s: s.has_count("population"),
    "enterprises": lambda s: s.has_count("firms", "restaurants"),
    "shops": lambda s: s.has_count("shops"),
    "buildings": lambda s: s.has_count("office_area"),
    "components": lambda s: s.has_count("public_components", "traffic_components"),
    "people": lambda s: s.any_row(s.copy("units")),
    "audit": lambda s: s.lake.copied_at("looks") is not None,
}
_FILES = {"devices": "devices", "people": "units", "audit": "looks"}
