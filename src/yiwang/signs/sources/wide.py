"""One row for each alarm, order of the hotline and shift, put together from their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.signs.sources.model import EVENTS_DAYS

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources.opened import Opened
else:
    ibis = later("ibis")


def alarms(source: Opened) -> ir.Table:
    """Alarms of the last 40 days: moments of their life, verdict, device's spot, case."""
    raised = source.facts("alarm.raised")
    raised = raised.filter(raised.time >= source.ago(days=EVENTS_DAYS), ~raised.data_drill.fill_null(False))
    rows = raised.group_by("alarm_id").aggregate(
        raised_at=raised.time.min(),
        **{
            name: raised[name].arbitrary()
            for name in ("device_id", "class_code", "metric", "rule", "condition", "severity", "jurisdiction_id")
        },
    )
    rows = rows.filter(rows.jurisdiction_id.notnull())
    recovered, resolved = source.facts("alarm.recovered"), source.facts("alarm.resolved")
    seen, judged = source.facts("alarm.acknowledged"), source.facts("alarm.judged")
    for step in (
        recovered.group_by("alarm_id").aggregate(recovered_at=recovered.time.max()),
        resolved.group_by("alarm_id").aggregate(resolved_at=resolved.time.max()),
        seen.group_by("alarm_id").aggregate(seen_at=seen.time.min()),
        judged.group_by("alarm_id").aggregate(judged_at=judged.time.min(), verdict=judged.verdict.argmax(judged.seq)),
        source.copy("links").rename(case_event="event_id"),
    ):
        rows = rows.left_join(step, "alarm_id").drop("alarm_id_right")
    spots = source.copy("devices").select("device", "spot")
    rows = rows.left_join(spots, rows.device_id == spots.device).drop("device")
    cases = source.cases.select("event_id", "filed_at", "received_at", "handled_at", "closed_at")
    rows = rows.left_join(cases, rows.case_event == cases.event_id).drop("event_id")
    return rows.mutate(
        node=rows.jurisdiction_id,
        item=rows.alarm_id,
        spot=ibis.coalesce(rows.spot, rows.device_id),
        standing=rows.resolved_at.isnull(),
        # Somebody took it up: looked at it, judged it, or received the case it became.
        taken_at=ibis.least(rows.seen_at, rows.judged_at, rows.received_at, rows.handled_at),
        # Somebody went there: received the case, or handled it at once.
        gone_at=ibis.coalesce(rows.received_at, rows.handled_at),
    )


def hotline(source: Opened) -> ir.Table:
    """Orders: when received, contacted, answered; what was said when called back; the matter and node of their case."""
    table = source.facts("hotline.received")
    rows = table.group_by("order_id").aggregate(
        received_at=table.time.min(),
        case_id=table.case_id.argmax(table.seq),
        due_at=table.due_at.argmax(table.seq),
        contact_due_at=table.contact_due_at.argmax(table.seq),
    )
    contacted, returned = source.facts("hotline.contacted"), source.facts("hotline.returned")
    extended, answered = source.facts("hotline.extended"), source.facts("hotline.answered")
    called = source.facts("hotline.called_back")
    for step in (
        contacted.group_by("order_id").aggregate(
            contacted_at=contacted.time.min(), contact=contacted.contact.argmax(contacted.seq)
        ),
        returned.group_by("order_id").aggregate(returns=returned.count()),
        extended.group_by("order_id").aggregate(extended_to=extended.due_at.argmax(extended.seq)),
        answered.group_by("order_id").aggregate(
            answered_at=answered.time.max(), resolution=answered.resolution.argmax(answered.seq)
        ),
        called.group_by("order_id").aggregate(
            called_at=called.time.max(),
            said_contacted=called.contacted.argmax(called.seq),
            said_resolution=called.resolution.argmax(called.seq),
            satisfaction=called.satisfaction.argmax(called.seq),
        ),
    ):
        rows = rows.left_join(step, "order_id").drop("order_id_right")
    cases = source.cases.select("event_id", "node", "matter_code", "spot", "reports", "closed_at", "voided_at")
    rows = rows.inner_join(cases, rows.case_id == cases.event_id).drop("event_id")
    return rows.mutate(
        item=rows.order_id,
        due_at=ibis.coalesce(rows.extended_to, rows.due_at),
        done_at=ibis.coalesce(rows.answered_at, rows.closed_at),
        returns=rows.returns.fill_null(0),
    )


def attendance(source: Opened) -> ir.Table:
    """Shifts that were kept or missed, at the place of their unit."""
    kept, missed = source.facts("duty.signed_in"), source.facts("duty.missed")
    columns = ("attendance_id", "organisation_id", "starts", "ends")
    rows = kept.select(*columns, kept=ibis.literal(True)).union(missed.select(*columns, kept=ibis.literal(False)))
    units = source.copy("units").select("unit", "node")
    rows = rows.join(units, rows.organisation_id == units.unit).drop("organisation_id")
    # A shift that was missed and kept after all (another's entry) counts once, as kept.
    once = rows.group_by("attendance_id").aggregate(
        node=rows.node.arbitrary(),
        unit=rows.unit.arbitrary(),
        starts=rows.starts.min(),
        ends=rows.ends.max(),
        kept=rows.kept.any(),
    )
    return once.mutate(item=once.attendance_id)
