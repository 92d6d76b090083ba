"""Formulas over counts of places, people at work and the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.signs.formulas.parts import Formula, count, rate, shaped, share

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

MONTH_DAYS = 30
RIVER = ("RLV", "RWQ")


def of(part: str, whole: str) -> Formula:
    """One count over another."""
    return lambda source: share(source.counts(part), source.counts(whole))


def change(source: Sources) -> ir.Table:
    """HL0203: residents now against a month before; the same where nothing was counted since."""
    now, then = source.counts("population"), source.counts("population", before_days=MONTH_DAYS)
    both = now.select("node", now="value").inner_join(then.select("node", then="value"), "node")
    return shaped(both, both["now"] - both["then"], both["then"], None, "count")


def net_firms(source: Sources) -> ir.Table:
    """HL0301: firms that came less those that went, over the firms there are."""
    came, went = source.counts("firms_opened"), source.counts("firms_closed")
    both = came.select("node", came="value").inner_join(went.select("node", went="value"), "node")
    both = both.inner_join(source.counts("firms").select("node", firms="value"), "node")
    return shaped(both, both.came - both.went, both.firms, None, "count")


def attended(source: Sources) -> ir.Table:
    """JK0601: of the shifts of 24 hours that have begun, those that were kept."""
    rows = shifts(source)
    return rate(rows, rows.kept, "shift")


def shifts(source: Sources) -> ir.Table:
    """Shifts that began in the last 24 hours."""
    rows = source.attendance
    return rows.filter(rows.starts >= source.ago(days=1), rows.starts < source.now)


def finds(source: Sources) -> ir.Table:
    """JK0602: what patrols reported in 24 hours over those on shift."""
    rows, on = source.events(days=1), shifts(source)
    rows, on = rows.filter(rows.channel == "patrol"), on.filter(on.kept)
    return shaped(rows, 1.0, 0.0, rows.item, "event").union(shaped(on, 0.0, 1.0, on.item, "shift"))


def walked(source: Sources, days: int) -> ir.Table:
    """Neighbourhoods a patrol went through since some days ago."""
    rows = source.copy("walks")
    first = ibis.literal(source.ago_day(days))
    return rows.filter(rows.day >= first).select("node").distinct().mutate(walked=ibis.literal(True))


def grids_walked(source: Sources) -> ir.Table:
    """JK0604: of all neighbourhoods (the grids of duty) those walked through today or yesterday."""
    grids = source.nodes
    grids = grids.filter(grids.level == "neighbourhood").select("node")
    rows = grids.left_join(walked(source, 1), "node").drop("node_right")
    return rate(rows.mutate(item=rows.node), rows.walked.notnull(), "place")


def rivers_walked(source: Sources) -> ir.Table:
    """LS0206: of the neighbourhoods with a river station those walked through in seven days."""
    stations = source.devices
    banks = stations.filter(stations.class_code.isin(RIVER)).select("node").distinct()
    rows = banks.left_join(walked(source, 7), "node").drop("node_right")
    return rate(rows.mutate(item=rows.node), rows.walked.notnull(), "place")


def curious(source: Sources) -> ir.Table:
    """PA0802: looks of an account today over the mean of its role on days with looks; where nobody looked, 0."""
    rows = source.copy("looks")
    today = ibis.literal(source.ago_day(0))
    past = rows.filter(rows.day < today)
    usual = past.group_by("role").aggregate(usual=past.looks.mean())
    now = rows.filter(rows.day == today)
    now = now.group_by("actor", "role", "node").aggregate(looks=now.looks.sum()).left_join(usual, "role")
    # Who is the first of their role to look is measured against ten looks a day.
    times = shaped(now, now.looks / ibis.greatest(now.usual.fill_null(10.0), 1.0), None, now.actor, "account")
    top = source.nodes
    top = top.filter(top.level == "district")
    return times.union(shaped(top, 0.0, None, None, "account"))


def risky_calls(source: Sources) -> ir.Table:
    """PA0803: unusual use of a key or an account in 24 hours, as the watch found it; its place is the district."""
    told = source.facts("access.unusual_use")
    told = told.filter(told.time >= source.ago(days=1)).select(item="use_id")
    top = source.nodes
    top = top.filter(top.level == "district").select("node")
    return count(told.cross_join(top), "use")


COUNTS: dict[str, Formula] = {
    "PA0802": curious,
    "PA0803": risky_calls,
    "LS0206": rivers_walked,
    "HL0203": change,
    "HL0206": of("elderly_alone", "elderly"),
    "HL0301": net_firms,
    "HL0303": of("firms_closed", "firms"),
    "HL0304": of("shops_vacant", "shops"),
    "HL0305": of("office_area_let", "office_area"),
    "JK0601": attended,
    "JK0602": finds,
    "JK0604": grids_walked,
}
