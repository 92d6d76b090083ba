"""Formulas over cases: the loop from filing to closing, and what still stands open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.signs.formulas.events import MANHOLES
from yiwang.signs.formulas.parts import Formula, count, figure, measure, minutes, rate, shaped

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

LOWEST = ("sector_station", "neighbourhood_station", "key_place_station")
DEGREE_M = 111_195.0


def rated(code: str, days: float) -> Formula:
    """A rate of the room evaluation."""
    return lambda source: figure(source, code, days)


def _span(began: str, ended: str, days: float, divisor: float = 1.0) -> Formula:
    def formula(source: Sources) -> ir.Table:
        rows = source.cases
        rows = rows.filter(rows.voided_at.isnull(), ~rows.self_handled, rows[ended] >= source.ago(days=days))
        rows = rows.filter(rows[began].notnull(), rows[ended] >= rows[began])
        return measure(rows, minutes(rows[ended], rows[began]) / divisor, "case")

    return formula


def _answered(source: Sources, rows: ir.Table, within_min: float) -> ir.Table:
    """Of cases somebody received (or handled) within some minutes of filing; the youngest wait for their time."""
    taken = ibis.least(rows.received_at, rows.handled_at)
    good = minutes(taken, rows.filed_at) <= within_min
    return rate(rows.filter(taken.notnull() | (rows.filed_at < source.ago(minutes=within_min))), good, "case")


def _filed(source: Sources, days: float) -> ir.Table:
    rows = source.cases
    return rows.filter(rows.filed_at >= source.ago(days=days), rows.voided_at.isnull())


def urgent_in_15(source: Sources) -> ir.Table:
    """JK0209: urgent cases of 24 hours in hand within 15 minutes."""
    rows = _filed(source, 1)
    return _answered(source, rows.filter(rows.urgent), 15)


def manholes_in_2h(source: Sources) -> ir.Table:
    """PA0502: cases of manholes of 24 hours in hand within 2 hours."""
    rows = _filed(source, 1)
    return _answered(source, rows.filter(rows.matter_code.isin(MANHOLES)), 120)


def manholes_open(source: Sources) -> ir.Table:
    """PA0501: manholes with an orange or red alarm or an open case."""
    alarms, cases = source.alarms, source.open_cases
    alarms = alarms.filter(alarms.class_code == "MHC", alarms.standing, alarms.severity.isin(["orange", "red"]))
    cases = cases.filter(cases.matter_code.isin(MANHOLES))
    covered = alarms.filter(alarms.case_event.notnull()).select(event_id=alarms.case_event)
    spots = alarms.group_by("node", "device_id").aggregate(item=alarms.item.min())
    return count(spots, "alarm").union(count(cases.anti_join(covered, "event_id"), "case"))


def lines_down(source: Sources) -> ir.Table:
    """PA0511: open cases of fallen overhead lines."""
    rows = source.open_cases
    return count(rows.filter(rows.matter_code == "10002"), "case")


def near_schools(source: Sources) -> ir.Table:
    """PA0610: open cases within 200 m of a school."""
    rows, schools = source.open_cases, source.copy("schools").rename(at_lon="lon", at_lat="lat")
    rows = rows.filter(rows.lon.notnull()).select("node", "item", "lon", "lat")
    near = rows.cross_join(schools)  # a few thousand cases, a few hundred schools
    east = (near.lon - near.at_lon) * near.at_lat.radians().cos() * DEGREE_M
    north = (near.lat - near.at_lat) * DEGREE_M
    near = near.filter(east * east + north * north <= 200.0 * 200.0)
    return count(near.select("node", "item").distinct(), "case")


def confirmed_by_sensor(source: Sources) -> ir.Table:
    """JK0215: of the cases with alarms of ours closed in seven days, those whose alarms had recovered before."""
    rows = source.cases
    rows = rows.filter(rows.channel == "sensor", rows.closed_at >= source.ago(days=7), rows.voided_at.isnull())
    rows = rows.semi_join(source.copy("links"), "event_id")
    told = source.facts("event.recovered")
    well = told.group_by("event_id").aggregate(well_at=told.time.min())
    rows = rows.left_join(well, "event_id")
    return rate(rows, rows.well_at <= rows.closed_at, "case")


def solved_below(source: Sources) -> ir.Table:
    """JK0218: of the cases closed in seven days, those of a station of a sector or neighbourhood, or on the spot."""
    rows, units = source.cases, source.copy("units").select("unit", unit_kind="kind")
    rows = rows.filter(rows.closed_at >= source.ago(days=7), rows.voided_at.isnull())
    rows = rows.left_join(units, rows.unit_id == units.unit)
    return rate(rows, rows.self_handled | rows.unit_kind.isin(LOWEST), "case")


def load(source: Sources) -> ir.Table:
    """JK0603: open cases over the staff of the units, where these stand."""
    rows, units = source.open_cases, source.copy("units")
    at_work = rows.join(units.select("unit", at="node"), rows.unit_id == units.unit)
    at_work = at_work.filter(at_work.handled_at.isnull()).mutate(node=at_work["at"])
    units = units.filter(units.staff > 0, units.node.notnull())
    return shaped(at_work, 1.0, 0.0, at_work.item, "case").union(shaped(units, 0.0, units.staff, None, "count"))


def intact(measure_code: str, major: str) -> Formula:
    """Components of a class without an open case, of all that are counted."""

    def formula(source: Sources) -> ir.Table:
        rows, counted = source.open_cases, source.counts(measure_code)
        rows = rows.filter(rows.matter_code.left(2) == major)
        broken = shaped(rows, -1.0, 0.0, rows.item, "case")
        return broken.union(shaped(counted, counted.value, counted.value, None, "count"))

    return formula


CASES: dict[str, Formula] = {
    "PA0501": manholes_open,
    "PA0502": manholes_in_2h,
    "PA0511": lines_down,
    "PA0610": near_schools,
    "HL0103": intact("traffic_components", "02"),
    # Nothing falls due on a day off: rates of what is due take a week in.
    "JK0201": rated("receipt_rate", 1),
    "JK0202": rated("handling_rate", 7),
    "JK0203": rated("timely_handling_rate", 7),
    "JK0204": rated("timely_closing_rate", 7),
    "JK0205": rated("filing_rate", 1),
    "JK0206": rated("accurate_dispatch_rate", 1),
    "JK0207": _span("filed_at", "dispatched_at", 1),
    "JK0208": _span("dispatched_at", "received_at", 1),
    "JK0209": urgent_in_15,
    "JK0210": _span("dispatched_at", "handled_at", 1, 60.0),
    "JK0211": rated("rework_rate", 7),
    "JK0212": rated("overdue_pending_rate", 7),
    "JK0215": confirmed_by_sensor,
    "JK0218": solved_below,
    "JK0302": intact("public_components", "01"),
    "JK0603": load,
}
