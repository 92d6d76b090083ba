"""What formulas read: the wide tables of one computation, each made once, with what is connected and how old it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any
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

    def since(self, name: str) -> datetime | None:
        """Return from when on a source knows what happened; None of what only tells how things stand."""
        places = _MEASURED if name in ("readings", "vehicles") else [f"facts/{kind}" for kind in _FACTS.get(name, ())]
        return min((began for place in places if (began := self.lake.began(place))), default=None)

    def counted(self, *measures: str) -> ir.IntegerScalar:
        """Return how many counts of these measures there are."""
        rows = self._counts
        return rows.filter(rows.measure.isin(measures)).count()

    # What is there

    @cached_property
    def _types(self) -> set[str]:
        return set(self.lake.types())

    def connected(self, name: str) -> bool:
        """Whether a source ever gave anything; an outside one (`external:…`) never does by itself."""
        if name not in self._known:
            if name in _FACTS:
                self._known[name] = bool(_FACTS[name] & self._types)
            elif name == "audit":
                self._known[name] = self.lake.copied_at("looks") is not None
            else:
                self._known[name] = name in QUESTIONS and bool(self._ask(name))
        return self._known[name]

    def as_of(self, name: str) -> datetime | None:
        """Return up to when a source's data reaches, None where nothing is known."""
        if not self.connected(name):
            return None
        if name in _FACTS:
            return min(self.at, self.followed) if self.followed else self.at
        if name in ("readings", "vehicles"):
            last: datetime | None = self._ask("last reading")
            return last
        return self.lake.copied_at(_FILES.get(name, "counts"))

    def _ask(self, name: str) -> Any:
        return self.lake.rows(QUESTIONS[name](self).as_table()).column(0)[0].as_py()


_MEASURED = ("readings", "readings_hourly", "readings_daily")
_CASES = {"event.admitted", "case.filed"}
_FACTS: dict[str, set[str]] = {
    "events": _CASES,
    "cases": _CASES,
    "alarms": {"alarm.raised"},
    "hotline": {"hotline.received"},
    "patrol": {"duty.signed_in", "duty.missed", "patrol.kept"},
}
# What is asked of a source to know whether it is connected, and how old the last reading is.
QUESTIONS: dict[str, Callable[[Sources], ir.Scalar]] = {
    "devices": lambda s: s.devices.count(),
    "readings": lambda s: s.latest.count(),
    "vehicles": lambda s: s.latest.filter(s.latest.class_code.isin(["MTK", "SAN"])).count(),
    "places": lambda s: s.counted("area"),
    "population": lambda s: s.counted("population"),
    "enterprises": lambda s: s.counted("firms", "restaurants"),
    "shops": lambda s: s.counted("shops"),
    "buildings": lambda s: s.counted("office_area"),
    "components": lambda s: s.counted("public_components", "traffic_components"),
    "people": lambda s: s.copy("units").count(),
    "last reading": lambda s: s.latest.time.max(),
}
_FILES = {"devices": "devices", "people": "units", "audit": "looks"}
