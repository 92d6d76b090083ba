"""Formulas over readings: the last of each device, and hours of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.signs.formulas.parts import Formula, count, measure, rate

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

NIGHT, LIT = (22, 6), (19, 5)  # local hours, from and before
GUARD_S, LEVEL_PCT, HYDRANT_MPA, HYDRANT_DEG = 300, 90, 0.14, 5
WATER_CM, WELL_PCT, BIN_PCT, LAMP_A, SWEPT_PCT = 15, 80, 80, 0.2, 90
DUST, FUME, NOISE_DAY, NOISE_NIGHT, SITE_NIGHT = 1.0, 1.0, 60, 50, 55


def live(source: Sources, class_code: str, metric: str) -> ir.Table:
    """The last readings of a metric that are no older than the class allows."""
    rows = source.latest
    rows = rows.filter(rows.class_code == class_code, rows.metric == metric, rows.live)
    return rows.mutate(item=rows.device)


def hours(source: Sources, class_code: str, metric: str, back: float = 24) -> ir.Table:
    """Hourly roll-ups of a metric; `hour` is local."""
    rows = source.hourly
    rows = rows.filter(rows.class_code == class_code, rows.metric == metric, rows.time >= source.ago(hours=back))
    return rows.mutate(item=rows.device, hour=source.local(rows.time).hour())


def most(class_code: str, metric: str) -> Formula:
    """The value of each device: the definition takes the greatest, least or middle of them."""

    def formula(source: Sources) -> ir.Table:
        rows = live(source, class_code, metric)
        return measure(rows, rows.value, "device")

    return formula


def at_least(class_code: str, metric: str, bound: float) -> Formula:
    """Of the devices heard those at or above a bound."""

    def formula(source: Sources) -> ir.Table:
        rows = live(source, class_code, metric)
        return rate(rows, rows.value >= bound, "device")

    return formula


def pressure(source: Sources) -> ir.Table:
    """PA0205: indoor fire water within the range of its class."""
    rows = live(source, "FWP", "pressure")
    return rate(rows, (rows.value >= rows.low) & (rows.value <= rows.high), "device")


def hydrants(source: Sources) -> ir.Table:
    """PA0207: enough pressure, not opened, not tilted."""
    rows = source.latest
    rows = rows.filter(rows.class_code == "OHY", rows.live)
    bad = (
        ((rows.metric == "pressure") & (rows.value < HYDRANT_MPA))
        | ((rows.metric == "cap_open") & (rows.value >= 1))
        | ((rows.metric == "tilt") & (rows.value > HYDRANT_DEG))
    )
    each = rows.group_by("node", "device").aggregate(bad=bad.any())
    return rate(each.mutate(item=each.device), ~each.bad, "device")


def guards(source: Sources) -> ir.Table:
    """PA0208: of the fire units whose guard was asked, answered within five minutes (the last time)."""
    rows = live(source, "UIT", "guard_answer_s")
    return rate(rows, rows.value <= GUARD_S, "device")


def rain(source: Sources) -> ir.Table:
    """PA0301: rain of the last hour at every gauge."""
    rows = source.latest
    rows = rows.filter(rows.metric == "rain_1h", rows.live)
    return measure(rows.mutate(item=rows.device), rows.value, "device")


def warmest(source: Sources) -> ir.Table:
    """PA0304: the highest temperature of each station since local midnight."""
    rows = source.hourly
    rows = rows.filter(rows.class_code == "AIR", rows.metric == "a01001_temp")
    rows = rows.filter(rows.time >= ibis.literal(source.midnight))
    each = rows.group_by("node", "device").aggregate(highest=rows.most.max())
    return measure(each.mutate(item=each.device), each.highest, "device")


def flooded(source: Sources) -> ir.Table:
    """PA0308: points under 15 cm of water and more."""
    rows = live(source, "UPW", "depth")
    return count(rows.filter(rows.value >= WATER_CM), "device")


def pumps(source: Sources) -> ir.Table:
    """PA0311: pumping stations that are online, in order, and have power."""
    rows = source.devices
    rows = rows.filter(rows.class_code == "PMP")
    power = live(source, "PMP", "power").select("device", power="value")
    rows = rows.left_join(power, "device").mutate(item=rows.device)
    return rate(rows, rows.online & (rows.state == "in_service") & (rows.power.fill_null(1.0) >= 1), "device")


def dusty_sites(source: Sources) -> ir.Table:
    """LS0301: of the sites heard today those with a mean over 15 minutes above the limit."""
    rows = source.quarters
    each = rows.group_by("node", "device").aggregate(worst=rows["mean"].max())
    return rate(each.mutate(item=each.device), each.worst > DUST, "device")


def dust_times(source: Sources) -> ir.Table:
    """LS0302: how often each site was above it today."""
    rows = source.quarters
    each = rows.group_by("node", "device").aggregate(times=(rows["mean"] > DUST).sum())
    return measure(each.mutate(item=each.device), each.times, "device")


def noise(limit: float, *, night: bool) -> Formula:
    """Of the day's or night's hours of every monitor those within the limit, 24 hours."""

    def formula(source: Sources) -> ir.Table:
        rows = hours(source, "NOI", "Leq10")
        rows = rows.filter(_at_night(rows) if night else ~_at_night(rows))
        return rate(rows, rows["mean"] <= limit, "device")

    return formula


def _at_night(rows: ir.Table) -> ir.BooleanValue:
    return (rows.hour >= NIGHT[0]) | (rows.hour < NIGHT[1])


def night_building(source: Sources) -> ir.Table:
    """LS0305: sites with an hour of the last night above 55 dB(A)."""
    rows = hours(source, "DST", "a50001_noise")
    loud = rows.filter(_at_night(rows), rows["mean"] > SITE_NIGHT)
    return count(loud.select("node", "item").distinct(), "device")


def fumes(source: Sources) -> ir.Table:
    """LS0307: of the kitchens heard in 24 hours those always within the limit."""
    rows = hours(source, "FUM", "fume")
    each = rows.group_by("node", "item").aggregate(worst=rows.most.max())
    return rate(each, each.worst <= FUME, "device")


def lamps(source: Sources) -> ir.Table:
    """JK0301: of the hours after dark of 24 that lamps were heard in, those in which they drew current."""
    rows = source.hourly
    rows = rows.filter(rows.class_code == "LMP", rows.time >= source.ago(hours=24))
    hour = source.local(rows.time).hour()
    rows = rows.filter((hour >= LIT[0]) | (hour < LIT[1]))
    lit = ((rows.metric == "on") & (rows.most >= 1)) | ((rows.metric == "current") & (rows.most > LAMP_A))
    each = rows.group_by("node", "device", "time").aggregate(lit=lit.any())
    return rate(each.mutate(item=each.device), each.lit, "device")


def lifts(source: Sources) -> ir.Table:
    """JK0303: of the hours of 24 in which lifts are watched, those in which each was heard with nobody shut in."""
    rows = hours(source, "LFT", "trapped")
    known = source.devices.filter(source.devices.class_code == "LFT", source.devices.online).select("device", "node")
    times = rows.select("time").distinct()
    well = rows.group_by("device", "time").aggregate(well=rows.most.max() < 1)
    every = known.cross_join(times).left_join(well, ["device", "time"])
    return rate(every.mutate(item=every.device), every.well, "device")


def swept(source: Sources) -> ir.Table:
    """LS0407: of the sweepers that drove in 24 hours those that covered 90 % of their round and more."""
    rows = hours(source, "SAN", "coverage")
    each = rows.group_by("node", "item").aggregate(covered=rows["last"].argmax(rows.time))
    return rate(each, each.covered >= SWEPT_PCT, "device")


READINGS: dict[str, Formula] = {
    "PA0205": pressure,
    "PA0206": at_least("FWP", "level_pct", LEVEL_PCT),
    "PA0207": hydrants,
    "PA0208": guards,
    "PA0301": rain,
    "PA0303": most("AIR", "a01007_wind"),
    "PA0304": warmest,
    "PA0305": most("RLV", "level"),
    "PA0307": most("UPW", "depth"),
    "PA0308": flooded,
    "PA0310": at_least("PLV", "level_pct", WELL_PCT),
    "PA0311": pumps,
    "LS0301": dusty_sites,
    "LS0302": dust_times,
    "LS0303": noise(NOISE_DAY, night=False),
    "LS0304": noise(NOISE_NIGHT, night=True),
    "LS0305": night_building,
    "LS0307": fumes,
    "LS0401": at_least("BIN", "fill", BIN_PCT),
    "LS0407": swept,
    "JK0301": lamps,
    "JK0303": lifts,
}
