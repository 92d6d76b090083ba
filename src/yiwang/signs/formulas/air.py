"""Formulas over air and water: means of hours and days, the air quality index, classes of river water."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from yiwang.base.later import later
from yiwang.signs.formulas.parts import Formula, count, measure, rate
from yiwang.signs.formulas.readings import hours, live, most

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

HOURS_OF_DAY, HOURS_OF_EIGHT, GOOD_AQI = 20, 6, 100
SAMPLES = 4  # of a river station that must all be in class
WELL, DRY_MM = 0.0, 0.1


@cache
def limits() -> dict[str, Any]:
    """Return the breakpoints of the index and the limits of water, as they are declared."""
    return tomllib.loads(resources.files("yiwang.signs").joinpath("data", "limits", "nature.toml").read_text("utf-8"))


def index_of(value: ir.NumericValue, points: list[float]) -> ir.NumericValue:
    """Return the index of a concentration: straight lines between the breakpoints; the last goes on."""
    steps = [float(step) for step in limits()["air"]["index"]]
    branches = [
        (value <= high, below + (above - below) * (value - low) / (high - low))
        for (low, high), (below, above) in zip(pairwise(points), pairwise(steps), strict=True)
    ]
    return ibis.cases(*branches, else_=steps[-1])


def last_hour(source: Sources, metric: str) -> ir.Table:
    """The last full or running hour's mean of every station."""
    rows = hours(source, "AIR", metric, 3)
    each = rows.group_by("node", "item").aggregate(mean=rows["mean"].argmax(rows.time))
    return each


def hour_mean(metric: str) -> Formula:
    """Means of the last hour of every station."""

    def formula(source: Sources) -> ir.Table:
        rows = last_hour(source, metric)
        return measure(rows, rows["mean"], "device")

    return formula


def rolling(metric: str, back: int, least_hours: int) -> Formula:
    """Mean of the last hours' means of every station that has enough of them (or all there are since it began)."""

    def formula(source: Sources) -> ir.Table:
        rows = hours(source, "AIR", metric, back)
        each = rows.group_by("node", "item").aggregate(mean=rows["mean"].mean(), n=rows.time.nunique())
        each = each.filter(each.n >= least_hours)
        return measure(each, each["mean"], "device")

    return formula


def _indexed(rows: ir.Table, kind: str) -> ir.Table:
    """Give each row the index of its own metric."""
    tables = limits()["air"][kind]
    branches = [(rows.metric == metric, index_of(rows["mean"], points)) for metric, points in tables.items()]
    return rows.filter(rows.metric.isin(list(tables))).mutate(index=ibis.cases(*branches, else_=0.0))


def air_index(source: Sources) -> ir.Table:
    """LS0101: the worst index of what a station measured in the last hour."""
    rows = source.hourly
    rows = rows.filter(rows.class_code == "AIR", rows.time >= source.ago(hours=3))
    last = rows.group_by("node", "device", "metric").aggregate(mean=rows["mean"].argmax(rows.time))
    rows = _indexed(last, "hour")
    each = rows.group_by("node", "device").aggregate(index=rows.index.max().ceil())
    return measure(each.mutate(item=each.device), each.index, "device")


def good_days(source: Sources) -> ir.Table:
    """LS0107: of the days of every station in 30 days, those with an index up to 100."""
    rows = source.days
    rows = _indexed(rows.filter(rows.time >= source.ago(days=30)), "day")
    each = rows.group_by("node", "device", "time").aggregate(index=rows.index.max().ceil())
    return rate(each.mutate(item=each.device), each.index <= GOOD_AQI, "device")


def in_class(source: Sources) -> ir.Table:
    """LS0201: stations whose last four samples were all in the class they are to have."""
    rows = source.week
    rows = rows.filter(rows.low.notnull())
    rows = rows.mutate(
        place=ibis.row_number().over(group_by=rows.series, order_by=rows.time.desc()),
        good=(rows["last"] >= rows.low) & (rows["last"] <= rows.high),
    )
    rows = rows.filter(rows.place < SAMPLES)
    each = rows.group_by("node", "device").aggregate(good=rows.good.all())
    return rate(each.mutate(item=each.device), each.good, "device")


def worst_reaches(source: Sources) -> ir.Table:
    """LS0205: reaches whose mean of seven days is worse than class V in anything."""
    rows, worst = source.week, limits()["water"]["class_v"]
    rows = rows.filter(rows.time >= source.ago(days=7))
    each = rows.group_by("node", "device", "metric").aggregate(mean=rows["mean"].mean())
    bad = ibis.literal(False)
    for metric, bound in worst["most"].items():
        bad = bad | ((each.metric == metric) & (each["mean"] > bound))
    for metric, bound in worst["least"].items():
        bad = bad | ((each.metric == metric) & (each["mean"] < bound))
    return count(each.filter(bad).select("node", item=each.device).distinct(), "device")


def dry_outfalls(source: Sources) -> ir.Table:
    """LS0208: outfalls that run while no gauge of the district has had rain for 48 hours."""
    rain = source.rain
    rain = rain.filter(rain.time >= source.ago(hours=48))
    rained = rain.aggregate(most=rain.most.max().fill_null(0.0))
    rows = live(source, "PMP", "outfall_flow")
    rows = rows.filter(rows.value > WELL).cross_join(rained)
    return count(rows.filter(rows["most"] <= DRY_MM), "device")


AIR: dict[str, Formula] = {
    "LS0101": air_index,
    "LS0102": hour_mean("a34004_pm25"),
    "LS0103": rolling("a34004_pm25", 24, HOURS_OF_DAY),
    "LS0104": hour_mean("a34002_pm10"),
    "LS0105": rolling("a05024_o3", 8, HOURS_OF_EIGHT),
    "LS0107": good_days,
    "LS0201": in_class,
    "LS0202": most("RWQ", "w01009_do"),
    "LS0203": most("RWQ", "w21003_nh3n"),
    "LS0205": worst_reaches,
    "LS0208": dry_outfalls,
}
