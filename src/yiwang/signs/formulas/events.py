"""Formulas over events: how many, of which matter, where again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.signs.formulas.parts import Formula, count, per, rate, shaped

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

MANHOLES = tuple(f"01{number:03d}" for number in (*range(1, 13), *range(14, 16), *range(17, 24)))
DISPUTES = ("06001", "06027", "06028", "06036", "08001", "09012")
SANITATION = ("06021", "06033", "06037", "06038", "06025")
NOISE = ("06028", "08001")
FOUND = ("sensor", "video", "patrol", "model", "system")
CITIZENS = ("hotline", "resident")


def found(source: Sources) -> ir.Table:
    """PA0101: events of the last hour."""
    return count(source.events(hours=1))


def per_people(source: Sources) -> ir.Table:
    """PA0102: events of 24 hours over residents."""
    return per(source.events(days=1), source.counts("population"))


def urgent_share(source: Sources) -> ir.Table:
    """PA0103: urgent ones among the events of 24 hours."""
    rows = source.events(days=1)
    return rate(rows, rows.urgent)


def rising(source: Sources) -> ir.Table:
    """PA0105: matters of a street whose last 24 hours exceed those of the same weekdays before by 3σ, 10 and more."""
    return _bursting(source, source.events(days=29), least=10)


def bursting(source: Sources) -> ir.Table:
    """JK0110: the same of the hotline's orders, five and more, against the 28 days before."""
    rows = source.hotline
    rows = rows.filter(rows.received_at >= source.ago(days=29)).mutate(reported_at=rows.received_at)
    return _bursting(source, rows, least=5, every=1)


def _bursting(source: Sources, rows: ir.Table, *, least: int, every: int = 7) -> ir.Table:
    streets = source.nodes.select(place=source.nodes.node, street=source.nodes.street)
    rows = rows.join(streets, rows.node == streets.place)
    rows = rows.filter(rows.street.notnull(), rows.reported_at < source.now)
    age = (source.now.epoch_seconds() - rows.reported_at.epoch_seconds() - 1) // 86_400
    days = rows.mutate(age=age).group_by("street", "matter_code", "age").aggregate(n=ibis._.count())
    days = days.filter(days.age % every == 0)
    past = 28 // every
    groups = days.group_by("street", "matter_code").aggregate(
        today=days.n.sum(where=days.age == 0).fill_null(0),
        total=days.n.sum(where=days.age > 0).fill_null(0),
        squares=(days.n * days.n).sum(where=days.age > 0).fill_null(0),
    )
    mean = groups.total / past  # days without any count as 0
    spread = ibis.greatest(groups.squares / past - mean * mean, 0.0).sqrt()
    groups = groups.filter(groups.today >= least, groups.today > mean + 3 * spread)
    return shaped(groups.mutate(node=groups.street), 1.0, None, groups.matter_code, "matter")


def crowds(source: Sources) -> ir.Table:
    """PA0110: events that ten or more reports of the last seven days are about."""
    rows = source.events(days=7)
    return count(rows.filter(rows.reports >= 10))


def disputes(source: Sources) -> ir.Table:
    """PA0604: what people complain of each other about, seven days, over residents."""
    rows = source.events(days=7)
    rows = rows.filter(rows.channel.isin(CITIZENS), rows.matter_code.isin(DISPUTES))
    return per(rows, source.counts("population"))


def complained_again(source: Sources) -> ir.Table:
    """PA0605: spots with five and more complaints of one matter in 30 days."""
    rows = source.events(days=30)
    rows = rows.filter(rows.channel.isin(CITIZENS), rows.spot.notnull())
    spots = rows.group_by("node", "spot", "matter_code").aggregate(reports=rows.reports.sum(), item=rows.item.max())
    return count(spots.filter(spots.reports >= 5))


def of_matters(*matters: str, days: float = 1) -> Formula:
    """Events of these matters in the last days."""

    def formula(source: Sources) -> ir.Table:
        rows = source.events(days=days)
        return count(rows.filter(rows.matter_code.isin(matters)))

    return formula


def of_matters_per(measure: str, *matters: str, days: float = 1, channels: tuple[str, ...] = ()) -> Formula:
    """Events of these matters in the last days over a count of places."""

    def formula(source: Sources) -> ir.Table:
        rows = source.events(days=days)
        rows = rows.filter(rows.matter_code.isin(matters))
        if channels:
            rows = rows.filter(rows.channel.isin(channels))
        return per(rows, source.counts(measure))

    return formula


def scene_density(source: Sources) -> ir.Table:
    """LS0406: cases of the street's look and order filed in 24 hours, over the area."""
    rows = source.cases
    rows = rows.filter(rows.filed_at >= source.ago(days=1), rows.voided_at.isnull())
    return per(rows.filter(rows.matter_code.left(2).isin(["06", "09"])), source.counts("area"))


def piled_bikes(source: Sources) -> ir.Table:
    """LS0408: piles of shared bikes reported more than half an hour ago and still there."""
    rows = source.cases
    open_ones = rows.filter(rows.closed_at.isnull(), rows.handled_at.isnull(), rows.voided_at.isnull())
    late = open_ones.filter(open_ones.reported_at < source.ago(minutes=30), open_ones.reported_at >= source.ago(days=7))
    return count(late.filter(late.matter_code == "09011"))


def tipping(source: Sources) -> ir.Table:
    """LS0503: events of dumped building waste, and muck trucks off their route, in 24 hours."""
    rows = source.events(days=1)
    alarms = source.alarms
    strayed = alarms.filter(alarms.rule == "MTK.route_dev", alarms.raised_at >= source.ago(days=1))
    return count(rows.filter(rows.matter_code.isin(["06032", "08005"]))).union(count(strayed, "alarm"))


def residents_reports(source: Sources) -> ir.Table:
    """HL0401: what residents reported themselves in seven days, over residents."""
    rows = source.events(days=7)
    return per(rows.filter(rows.channel == "resident"), source.counts("population"))


def residents_filed(source: Sources) -> ir.Table:
    """HL0402: of these, filed."""
    rows = source.events(days=7)
    rows = rows.filter(rows.channel == "resident")
    return rate(rows, rows.filed_at.notnull() & rows.voided_at.isnull())


def residents_content(source: Sources) -> ir.Table:
    """HL0403: ratings of seven days that say satisfied or mostly satisfied."""
    told = source.facts("report.rated")
    told = told.filter(told.time >= source.ago(days=7))
    rows = told.join(source.cases.select("event_id", "node"), "event_id").mutate(item=told.event_id)
    return rate(rows, rows.score.isin(["satisfied", "mostly"]))


def same_place(source: Sources) -> ir.Table:
    """JK0216: of the events of 30 days, those of a spot and matter with three and more."""
    rows = source.events(days=30)
    spots = rows.filter(rows.spot.notnull()).group_by("spot", "matter_code").aggregate(n=ibis._.count())
    again = spots.filter(spots.n >= 3).select("spot", "matter_code", again=ibis.literal(True))
    rows = rows.left_join(again, ["spot", "matter_code"])
    return rate(rows, rows.again.notnull())


def found_first(source: Sources) -> ir.Table:
    """JK0217: of the events of 24 hours, those that sensors, video, patrols and models found."""
    rows = source.events(days=1)
    return rate(rows, rows.channel.isin(FOUND))


EVENTS: dict[str, Formula] = {
    "PA0101": found,
    "PA0102": per_people,
    "PA0103": urgent_share,
    "PA0105": rising,
    "PA0110": crowds,
    "PA0604": disputes,
    "PA0605": complained_again,
    "LS0306": of_matters_per("population", *NOISE, channels=CITIZENS),
    "LS0403": of_matters("06010", "06011"),
    "LS0406": scene_density,
    "LS0408": piled_bikes,
    "LS0409": of_matters("06001", days=7),
    "LS0503": tipping,
    "HL0104": of_matters_per("area", "09009", "09010"),
    "HL0401": residents_reports,
    "HL0402": residents_filed,
    "HL0403": residents_content,
    "JK0216": same_place,
    "JK0217": found_first,
    "JK0501": of_matters_per("population", *SANITATION, days=7),
}
