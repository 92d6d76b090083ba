"""Formulas over the registry: who is online, in order, looked after, used and shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.signs.formulas.parts import Formula, rate, shaped

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

FIRE = ("SMK", "EFM", "UIT", "FWP", "OHY", "FLN")
LIFELINE = ("SMK", "GAS", "SOS", "UIT", "UPW")
CARE = ("SOS", "PIR", "WMT")
MASS, YEAR_DAYS, LONG_DAYS = 20, 365.25, 90


def in_use(source: Sources, *classes: str) -> ir.Table:
    """Devices in use: not retired, and not announced to be in maintenance."""
    rows = source.devices
    rows = rows.filter(rows.state != "maintenance").mutate(item=rows.device)
    return rows.filter(rows.class_code.isin(classes)) if classes else rows


def online(*classes: str) -> Formula:
    """Of the devices in use those online and in order."""

    def formula(source: Sources) -> ir.Table:
        rows = in_use(source, *classes)
        return rate(rows, rows.online & (rows.state == "in_service"), "device")

    return formula


def used(source: Sources) -> ir.Table:
    """HL0505: heard in 90 days and of use to a scene or shared onward."""
    rows = in_use(source)
    heard = rows.seen_at >= source.ago(days=LONG_DAYS)
    return rate(rows, heard & (rows.used | rows.shared), "device")


def too_old(source: Sources) -> ir.Table:
    """HL0506: longer in service than their class lasts; one whose installation nobody noted counts as no older."""
    rows = in_use(source)
    today = ibis.literal(source.at.astimezone(source.zone).date())
    return rate(rows, today.delta(rows.installed_on, unit="day") > rows.lifetime_years * YEAR_DAYS, "device")


def looked_after(source: Sources) -> ir.Table:
    """HL0507: inspected (or installed, or taken in) no longer ago than the class or the plan says."""
    rows = in_use(source)
    rows = rows.filter(rows.every_days.notnull())
    last = ibis.greatest(rows.inspected_at, rows.installed_on.cast("timestamp('UTC')"))
    last = ibis.coalesce(last, rows.recorded_at)
    age = source.now.epoch_seconds() - last.epoch_seconds()
    return rate(rows, age <= rows.every_days * 86_400, "device")


def mass_outages(source: Sources) -> ir.Table:
    """HL0508: quarters of the last hour in which 20 and more devices of a street and maker went offline."""
    rows = source.devices
    rows = rows.filter(~rows.online, rows.changed_at >= source.ago(hours=1), rows.seen_at.notnull())
    streets = source.nodes.select(place=source.nodes.node, street=source.nodes.street)
    rows = rows.join(streets, rows.node == streets.place).filter(lambda row: row.street.notnull())
    slot = rows.changed_at.epoch_seconds() // 900
    groups = rows.group_by("street", "class_code", "maker", slot=slot).aggregate(n=rows.count(), item=rows.device.min())
    groups = groups.filter(groups.n >= MASS).mutate(node=groups.street)
    return shaped(groups, 1.0, None, groups.item, "device")


def shared(source: Sources) -> ir.Table:
    """HL0509: shared with the professional systems their class names, or by a stream."""
    rows = in_use(source)
    return rate(rows, rows.shared, "device")


def homes_covered(source: Sources) -> ir.Table:
    """JK0401: homes with a device of care over old people who live alone; no place counts more than it has."""
    rows, alone = in_use(source, *CARE), source.counts("elderly_alone")
    homes = rows.select("node", "spot").distinct().group_by("node").aggregate(homes=ibis._.count())
    both = alone.left_join(homes, "node").drop("node_right")
    return shaped(both, ibis.least(both.homes.fill_null(0), both.value), both.value, None, "count")


DEVICES: dict[str, Formula] = {
    "PA0204": online(*FIRE),
    "PA0405": online("DST"),
    "HL0501": online(),
    "HL0502": online(*LIFELINE),
    "HL0505": used,
    "HL0506": too_old,
    "HL0507": looked_after,
    "HL0508": mass_outages,
    "HL0509": shared,
    "JK0401": homes_covered,
}
