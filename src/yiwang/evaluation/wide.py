"""One row per thing reported, with all its moments and dues: what every formula is written over.

A row is an event, with its case where one was made. Repeated reports of one thing are one row; an event that was
merged into another is none. What happened after `as_of` has not happened.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.evaluation.model import utc
from yiwang.events.machines.model import UPKEEP_MATTER
from yiwang.lake import Lake

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
else:
    ibis = later("ibis")

Facts = Callable[[str], "ir.Table"]


def cases_wide(lake: Lake, as_of: datetime) -> ir.Table:
    """Return the wide table as an expression over the lake; drills and upkeep 维保 are not in it."""

    known = ibis.literal(utc(as_of))

    def facts(fact_type: str) -> ir.Table:
        table = lake.table(fact_type)
        return table.filter(table.time <= known, ~table.drill)

    rows = _reported(facts).outer_join(_cases(facts), "event_id", rname="{name}_of_case")
    rows = rows.mutate(
        event_id=ibis.coalesce(rows.event_id, rows.event_id_of_case),
        matter_code=ibis.coalesce(rows.matter_code_of_case, rows.matter_code),
        jurisdiction_id=ibis.coalesce(rows.jurisdiction_id_of_case, rows.jurisdiction_id),
        channel=ibis.coalesce(rows.channel_of_case, rows.channel),
        reported_at=ibis.coalesce(rows.reported_at, rows.opened_at, rows.filed_at),
        self_handled=rows.self_handled.fill_null(False),
    ).drop("event_id_of_case", "matter_code_of_case", "jurisdiction_id_of_case", "channel_of_case")
    rows = rows.filter(rows.matter_code.fill_null("") != UPKEEP_MATTER)
    return rows.anti_join(_merged_away(facts), "event_id").pipe(_counted(facts))


def _reported(facts: Facts) -> ir.Table:
    table = facts("event.admitted")
    return table.group_by("event_id").aggregate(
        reported_at=table.time.min(),
        matter_code=table.matter_code.arbitrary(),
        jurisdiction_id=table.jurisdiction_id.arbitrary(),
        channel=table.channel.arbitrary(),
    )


def _cases(facts: Facts) -> ir.Table:
    """One row per case: the filing, of which there is one, then the last word of each later step."""
    opened, filed = facts("case.opened"), facts("case.filed")
    opening = opened.group_by("case_id").aggregate(
        opened_at=opened.time.min(),
        event_id=opened.event_id.arbitrary(),
        matter_code=opened.matter_code.arbitrary(),
        jurisdiction_id=opened.jurisdiction_id.arbitrary(),
    )
    filing = filed.group_by("case_id").aggregate(
        filed_at=filed.time.min(),
        **{
            name: filed[name].arbitrary()
            for name in (
                "event_id",
                "number",
                "matter_code",
                "major",
                "jurisdiction_id",
                "channel",
                "due_at",
                "urgent",
                "self_handled",
                "filed_due",
                "dispatch_due",
            )
        },
    )
    cases = opening.outer_join(filing, "case_id", rname="{name}_filed")
    cases = cases.mutate(
        case_id=ibis.coalesce(cases.case_id, cases.case_id_filed),
        event_id=ibis.coalesce(cases.event_id, cases.event_id_filed),
        matter_code=ibis.coalesce(cases.matter_code_filed, cases.matter_code),
        jurisdiction_id=ibis.coalesce(cases.jurisdiction_id_filed, cases.jurisdiction_id),
    ).drop("case_id_filed", "event_id_filed", "matter_code_filed", "jurisdiction_id_filed")
    cases = _where_it_is(cases, facts("case.moved"))
    for step in (_dispatched, _received, _returned, _handled, _checked, _closed, _voided, _extended):
        cases = cases.left_join(step(facts), "case_id").drop("case_id_right")
    return _standing(cases)


def _where_it_is(cases: ir.Table, moved: ir.Table) -> ir.Table:
    """A case whose place was put right counts where it was put last."""
    last = moved.group_by("case_id").aggregate(moved_to=moved.jurisdiction_id.argmax(moved.seq))
    both = cases.left_join(last, "case_id").drop("case_id_right")
    return both.mutate(jurisdiction_id=ibis.coalesce(both.moved_to, both.jurisdiction_id)).drop("moved_to")


def _dispatched(facts: Facts) -> ir.Table:
    """Sent to a unit, or handed over to another platform, which then sends it: whichever came first."""
    table = facts("case.dispatched")
    sent = table.group_by("case_id").aggregate(
        sent_at=table.time.min(),
        unit_id=table.unit_id.argmax(table.seq),
        post_id=table.post_id.argmax(table.seq),
        receipt_due_at=table.receipt_due_at.argmax(table.seq),
        dispatch_due_sent=table.dispatch_due.argmin(table.seq),
        dispatches=table.count(),
        dispatched_seq=table.seq.max(),
    )
    both = sent.outer_join(_handed_over(facts), "case_id", rname="{name}_given")
    first = ibis.cases((both.sent_at <= both.given_at, both.sent_at), else_=ibis.coalesce(both.given_at, both.sent_at))
    both = both.mutate(case_id=ibis.coalesce(both.case_id, both.case_id_given), dispatched_at=first)
    return both.drop("case_id_given", "sent_at", "given_at")


def _handed_over(facts: Facts) -> ir.Table:
    """Cases that another platform took, and did not refuse."""
    handed, refused = facts("case.handed_over"), facts("case.handover_refused")
    given = handed.group_by("case_id").aggregate(given_at=handed.time.min(), given_seq=handed.seq.max())
    declined = refused.group_by("case_id").aggregate(refused_seq=refused.seq.max())
    both = given.left_join(declined, "case_id")
    return both.filter(both.given_seq > both.refused_seq.fill_null(-1)).select("case_id", "given_at")


def _received(facts: Facts) -> ir.Table:
    table = facts("case.received")
    return table.group_by("case_id").aggregate(received_at=table.time.argmax(table.seq), received_seq=table.seq.max())


def _returned(facts: Facts) -> ir.Table:
    table = facts("case.returned")
    return table.group_by("case_id").aggregate(returns=table.count())


def _handled(facts: Facts) -> ir.Table:
    table = facts("case.handled")
    return table.group_by("case_id").aggregate(
        handled_at=table.time.argmax(table.seq),
        check_due=table.check_due.argmax(table.seq),
        handled_seq=table.seq.max(),
    )


def _checked(facts: Facts) -> ir.Table:
    table = facts("case.checked")
    return table.group_by("case_id").aggregate(
        checked_at=table.time.argmax(table.seq),
        checked_seq=table.seq.max(),
        reworks=(~table.passed).sum(),
        failed_seq=table.seq.max(where=~table.passed),
    )


def _closed(facts: Facts) -> ir.Table:
    table = facts("case.closed")
    return table.group_by("case_id").aggregate(closed_at=table.time.argmax(table.seq))


def _voided(facts: Facts) -> ir.Table:
    """Cases that are void now: voided, and not restored since."""
    table, back = facts("case.voided"), facts("case.restored")
    voided = table.group_by("case_id").aggregate(voided_at=table.time.argmax(table.seq), voided_seq=table.seq.max())
    restored = back.group_by("case_id").aggregate(restored_seq=back.seq.max())
    both = voided.left_join(restored, "case_id")
    return both.filter(both.voided_seq > both.restored_seq.fill_null(-1)).select("case_id", "voided_at")


def _extended(facts: Facts) -> ir.Table:
    """Extensions 延期: a step of a later edition of the loop; none are recorded by this one."""
    table = facts("case.extended")
    return table.group_by("subject").aggregate(extensions=table.count()).rename(case_id="subject")


def _standing(cases: ir.Table) -> ir.Table:
    """Take back what a later step undid: a receipt before the last dispatch, a handling before a failed check."""
    cases = cases.mutate(
        dispatch_due=ibis.coalesce(cases.dispatch_due, cases.dispatch_due_sent),
        received_at=ibis.cases(
            (cases.received_seq > cases.dispatched_seq.fill_null(-1), cases.received_at), else_=ibis.null()
        ),
        handled_at=ibis.cases(
            (cases.handled_seq > cases.failed_seq.fill_null(-1), cases.handled_at), else_=ibis.null()
        ),
        checked_at=ibis.cases(
            (cases.checked_seq > cases.handled_seq.fill_null(-1), cases.checked_at), else_=ibis.null()
        ),
        **{name: cases[name].fill_null(0) for name in ("dispatches", "returns", "reworks", "extensions")},
    )
    return cases.drop("dispatch_due_sent", "dispatched_seq", "received_seq", "handled_seq", "checked_seq", "failed_seq")


def _merged_away(facts: Facts) -> ir.Table:
    """Events that are part of another now."""
    merged, back = facts("event.merged"), facts("event.restored")
    gone = merged.group_by("event_id").aggregate(gone=merged.seq.max())
    restored = back.group_by("event_id").aggregate(back=back.seq.max())
    both = gone.left_join(restored, "event_id")
    return both.filter(both.gone > both.back.fill_null(-1)).select("event_id")


def _counted(facts: Facts) -> Callable[[ir.Table], ir.Table]:
    """Add how many reports belong to each event."""
    received = facts("report.received")
    per_event = received.group_by("event_id").aggregate(reports=received.count())

    def add(rows: ir.Table) -> ir.Table:
        joined = rows.left_join(per_event, "event_id").drop("event_id_right")
        return joined.mutate(reports=joined.reports.fill_null(1))

    return add
