"""Formulas over alarms: fire, gas, lifts, old people, vehicles; verdicts, and how soon somebody saw to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.signs.formulas.parts import Formula, count, distinct, measure, minutes, rate, shaped

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

GRAVE = ("orange", "red")
FIRE_RULES = ("SMK.fire", "SMK.two", "UIT.fire", "EFM.residual", "EFM.wire_temp", "EFM.arc_count")
CARE = ("SOS", "PIR", "WMT", "DOR")
MISREPORTS = ("false", "fault")  # as the room sensing counts them; a test is no verdict about the device


def recent(source: Sources, days: float = 0, hours: float = 0, *classes: str) -> ir.Table:
    """Alarms raised in the last days and hours, of some classes."""
    rows = source.alarms
    rows = rows.filter(rows.raised_at >= source.ago(days=days, hours=hours), rows.raised_at < source.now)
    return rows.filter(rows.class_code.isin(classes)) if classes else rows


def fires(source: Sources, days: float = 0, hours: float = 0) -> ir.Table:
    """Fire alarms of smoke detectors, fire units and electrical monitors that are orange or red."""
    rows = recent(source, days, hours)
    return rows.filter(rows.rule.isin(FIRE_RULES), rows.severity.isin(GRAVE))


def fires_by_place(source: Sources) -> ir.Table:
    """PA0201: of the last hour, those of one address as one."""
    return count(distinct(fires(source, hours=1), "spot"), "alarm")


def true_fires(source: Sources) -> ir.Table:
    """PA0202: of those of 30 days with a verdict, the true ones."""
    rows = fires(source, 30)
    return rate(rows.filter(rows.verdict.isin(["true", *MISREPORTS])), rows.verdict == "true", "alarm")


def fires_confirmed(source: Sources) -> ir.Table:
    """PA0203: of those of 24 hours, taken up within three minutes."""
    return _within(source, fires(source, 1), "taken_at", 3)


def fires_again(source: Sources) -> ir.Table:
    """PA0212: addresses with three and more fire alarms in 30 days."""
    rows = fires(source, 30)
    spots = rows.group_by("node", "spot").aggregate(n=rows.count(), item=rows.item.max())
    return count(spots.filter(spots.n >= 3), "alarm")


def _within(source: Sources, rows: ir.Table, moment: str, most: float) -> ir.Table:
    """Of alarms those seen to within some minutes; the youngest that nobody saw to yet wait for their time."""
    due = rows.filter(rows[moment].notnull() | (rows.raised_at < source.ago(minutes=most)))
    return rate(due, minutes(due[moment], due.raised_at) <= most, "alarm")


def lane_cleared(source: Sources) -> ir.Table:
    """PA0209: minutes until fire lanes were clear, of those cleared in 24 hours."""
    rows = source.alarms
    rows = rows.filter(rows.rule == "FLN.occupied", rows.resolved_at >= source.ago(days=1))
    return measure(rows, minutes(rows.resolved_at, rows.raised_at), "alarm")


def gas(source: Sources) -> ir.Table:
    """PA0503: gas of homes and valve wells in the last hour, those of one address as one."""
    rows = recent(source, 0, 1, "GAS", "GVW")
    rows = rows.filter(rows.rule.isin(["GAS.gas", "GVW.ch4"]), rows.severity.isin(GRAVE))
    return count(distinct(rows, "spot"), "alarm")


def gas_attended(source: Sources) -> ir.Table:
    """PA0504: of those of 24 hours, in somebody's hand within 15 minutes."""
    rows = recent(source, 1, 0, "GAS", "GVW")
    rows = rows.filter(rows.rule.isin(["GAS.gas", "GVW.ch4"]), rows.severity.isin(GRAVE))
    return _within(source, rows, "taken_at", 15)


def entrapments(source: Sources) -> ir.Table:
    """PA0505: people shut in lifts in 30 days, over the lifts that are watched."""
    rows, lifts = recent(source, 30, 0, "LFT"), source.devices
    rows = rows.filter(rows.rule == "LFT.trapped")
    lifts = lifts.filter(lifts.class_code == "LFT").group_by("node").aggregate(value=ibis._.count())
    return shaped(rows, 1.0, 0.0, rows.item, "alarm").union(shaped(lifts, 0.0, lifts.value, None, "count"))


def rescued(source: Sources) -> ir.Table:
    """PA0506: of those of seven days, in hand or over within 30 minutes."""
    rows = recent(source, 7, 0, "LFT")
    rows = rows.filter(rows.rule == "LFT.trapped")
    rows = rows.mutate(freed_at=ibis.least(rows.gone_at, rows.resolved_at))
    return _within(source, rows, "freed_at", 30)


def structures(source: Sources) -> ir.Table:
    """PA0507: buildings with a standing orange or red alarm of their structure."""
    rows = source.alarms
    rows = rows.filter(rows.class_code == "STR", rows.standing, rows.severity.isin(GRAVE))
    return count(distinct(rows, "spot"), "alarm")


def flooded_cellars(source: Sources) -> ir.Table:
    """PA0509: water in underground rooms, orange or red, of the last hour."""
    rows = recent(source, 0, 1, "UGS")
    return count(rows.filter(rows.rule == "UGS.water", rows.severity.isin(GRAVE)), "alarm")


def dangerous_goods(source: Sources) -> ir.Table:
    """PA0409: alarms of vehicles with dangerous goods in the last hour."""
    return count(recent(source, 0, 1, "HAZ"), "alarm")


def muck_trucks(source: Sources) -> ir.Table:
    """PA0407: of the muck trucks that drove in 24 hours, those with an alarm."""
    drove = source.hourly
    drove = drove.filter(drove.class_code == "MTK", drove.metric == "speed", drove.most > 5)
    drove = drove.filter(drove.time >= source.ago(days=1)).select("node", "device").distinct()
    bad = recent(source, 1, 0, "MTK").select(device="device_id", bad=ibis.literal(True)).distinct()
    rows = drove.left_join(bad, "device")
    return rate(rows.mutate(item=rows.device), rows.bad.notnull(), "device")


def misreports(source: Sources) -> ir.Table:
    """HL0503: of the alarms judged in seven days, those that were false or of a faulty device."""
    rows = source.alarms
    rows = rows.filter(rows.judged_at >= source.ago(days=7), rows.verdict.isin(["true", *MISREPORTS]))
    return rate(rows, rows.verdict.isin(MISREPORTS), "alarm")


def judged(source: Sources) -> ir.Table:
    """HL0504: of the alarms that ended in 24 hours, those with a verdict."""
    rows = source.alarms
    rows = rows.filter(rows.resolved_at >= source.ago(days=1))
    return rate(rows, rows.verdict.notnull(), "alarm")


def old_visited(source: Sources) -> ir.Table:
    """JK0402: of the alarms of old people's homes in 24 hours that became a case, in hand within 30 minutes."""
    rows = recent(source, 1, 0, *CARE)
    return _within(source, rows.filter(rows.case_event.notnull(), rows.severity.isin(GRAVE)), "gone_at", 30)


def buttons_answered(source: Sources) -> ir.Table:
    """JK0403: of the button calls of 24 hours that were no test, taken up within three minutes."""
    rows = recent(source, 1, 0, "SOS")
    rows = rows.filter(rows.rule == "SOS.pressed", rows.verdict.fill_null("") != "test")
    return _within(source, rows, "taken_at", 3)


def old_open(source: Sources) -> ir.Table:
    """JK0404: alarms of old people's homes that nobody has judged for two hours and that still stand."""
    rows = source.alarms
    rows = rows.filter(rows.class_code.isin(CARE), rows.standing, rows.verdict.isnull(), rows.severity.isin(GRAVE))
    return count(rows.filter(rows.raised_at < source.ago(hours=2)), "alarm")


ALARMS: dict[str, Formula] = {
    "PA0201": fires_by_place,
    "PA0202": true_fires,
    "PA0203": fires_confirmed,
    "PA0209": lane_cleared,
    "PA0212": fires_again,
    "PA0407": muck_trucks,
    "PA0409": dangerous_goods,
    "PA0503": gas,
    "PA0504": gas_attended,
    "PA0505": entrapments,
    "PA0506": rescued,
    "PA0507": structures,
    "PA0509": flooded_cellars,
    "HL0503": misreports,
    "HL0504": judged,
    "JK0402": old_visited,
    "JK0403": buttons_answered,
    "JK0404": old_open,
}
