"""Alarms over HTTP: looking, handling, silences, verdicts, precision, proposals."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime

from yiwang.access.door import Door, Visit
from yiwang.alarms.handling import acting, deciding, declared, judging, listing, proposing, recalling, silencing
from yiwang.alarms.handling.declared import DeclarationsAsk, DeclarationsReport
from yiwang.alarms.handling.model import INHIBITION, Silence
from yiwang.alarms.handling.old_shapes import InhibitionOut, InhibitionsOut, OldAlarmsAsk, OldAlarmsReport
from yiwang.alarms.handling.proposal_shapes import (
    AlarmDecisionsOut,
    AlarmProposalAsk,
    AlarmProposalsOut,
    AlarmProposalTrial,
    AlarmProposalTryAsk,
    decision_out,
    proposal_out,
    trial_out,
)
from yiwang.alarms.handling.recalling import OldAlarm
from yiwang.alarms.handling.shapes import (
    AlarmAssignAsk,
    AlarmCommentAsk,
    AlarmDetail,
    AlarmGroupsOut,
    AlarmOut,
    AlarmsOut,
    AlarmState,
    AlarmTextAsk,
    AlarmVerdictAsk,
    AlarmVerdictsAsk,
    JudgedOut,
    PrecisionsOut,
    Severity,
    SilenceAsk,
    SilenceChangeAsk,
    SilenceEndAsk,
    SilenceKind,
    SilenceMadeOut,
    SilenceOut,
    SilencesOut,
    Verdict,
    alarm_out,
    detail_out,
    group_out,
    precision_out,
    silence_out,
)

router = APIRouter(prefix="/api/alarms", route_class=Door, tags=["alarms"])
inhibitions = APIRouter(prefix="/api/alarm-inhibitions", route_class=Door, tags=["alarms"])
Text = Annotated[str | None, Query(max_length=100)]
Cursor = Annotated[str | None, Query(max_length=300)]
Limit = Annotated[int, Query(ge=1, le=200)]


async def _sought(
    words: Text = None,
    state: AlarmState | None = None,
    standing: bool | None = None,
    severity: Severity | None = None,
    class_code: Text = None,
    rule: Text = None,
    condition: Text = None,
    device_id: UUID | None = None,
    jurisdiction_id: UUID | None = None,
    maintainer_id: UUID | None = None,
    assigned_to: UUID | None = None,
    acknowledged: bool | None = None,
    judged: bool | None = None,
    verdict: Verdict | None = None,
    drill: bool | None = None,
    silence_id: UUID | None = None,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
) -> Mapping[str, Any]:
    return dict(locals())


Sought = Annotated[Mapping[str, Any], Depends(_sought)]


@router.get("")
async def list_alarms(
    visit: Visit,
    sought: Sought,
    sort: Literal["newest", "oldest", "severity"] = "newest",
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AlarmsOut:
    """Alarms in one's scope; `standing=true` leaves out those that are over."""
    page = await listing.page(visit.tx, visit.actor, sought, at=visit.at, sort=sort, cursor=cursor, limit=limit)
    return AlarmsOut(items=[alarm_out(seen) for seen in page.items], next=page.next)


@router.get("/groups")
async def group_alarms(
    visit: Visit,
    sought: Sought,
    by: Literal["rule", "class", "device", "jurisdiction", "severity"] = "rule",
    limit: Limit = 100,
) -> AlarmGroupsOut:
    """Alarms counted by a label, the gravest first; `standing=true` groups what needs somebody now."""
    rows = await listing.groups(visit.tx, visit.actor, sought, by, limit=limit)
    return AlarmGroupsOut(items=[group_out(row) for row in rows])


@router.get("/precision")
async def read_precision(
    visit: Visit,
    by: Literal["rule", "class", "device"] = "rule",
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> PrecisionsOut:
    """How many of the alarms that were judged were true, by rule, class or device."""
    page = await judging.figures(visit.tx, visit.actor, by, since=since, until=until, cursor=cursor, limit=limit)
    return PrecisionsOut(items=[precision_out(tally) for tally in page.items], next=page.next)


@router.get("/proposals")
async def read_proposals(
    visit: Visit,
    verdicts: Annotated[int, Query(ge=1, le=100_000)] = 20,
    precision: Annotated[float, Query(gt=0, le=1)] = 0.5,
) -> AlarmProposalsOut:
    """Rules to get another threshold, devices to be repaired or retired, with what it would have done."""
    found = await proposing.proposals(visit.tx, visit.actor, at=visit.at, verdicts=verdicts, precision=precision)
    return AlarmProposalsOut(items=[proposal_out(one) for one in found])


@router.get("/proposals/decided")
async def read_decisions(visit: Visit, limit: Limit = 100) -> AlarmDecisionsOut:
    """What was accepted and refused, the newest first."""
    found = await deciding.decided(visit.tx, visit.actor, limit=limit)
    return AlarmDecisionsOut(items=[decision_out(one) for one in found])


@router.post("/proposals/try", status_code=202)
async def try_proposal(ask: AlarmProposalTryAsk, visit: Visit) -> AlarmProposalTrial:
    """Have a bound tried over the history: what it would have raised, and which of the judged alarms."""
    return trial_out(await deciding.try_proposal(visit.tx, visit.actor, ask.key, ask.bound, at=visit.at), ask.key)


@router.post("/proposals/decide", status_code=204)
async def decide_proposal(ask: AlarmProposalAsk, visit: Visit) -> None:
    """Accept a proposal, and it happens; or refuse it, and it rests until as many new verdicts have come."""
    await deciding.decide(visit.tx, visit.actor, ask.asked(), at=visit.at)


@router.post("/verdicts")
async def judge_alarms(ask: AlarmVerdictsAsk, visit: Visit) -> JudgedOut:
    """研判 of several alarms at once: all of them, or none when one is not yours to judge."""
    changed = await judging.judge(visit.tx, visit.actor, ask.alarms, ask.verdict, at=visit.at, text=ask.text)
    return JudgedOut(changed=changed)


@router.post("/history")
async def recall_alarms(ask: OldAlarmsAsk, visit: Visit) -> OldAlarmsReport:
    """Take in old alarms with their verdicts: all rows, or none when one is wrong. Sent again they change nothing."""
    rows = [OldAlarm(**row.model_dump()) for row in ask.rows]
    done = await recalling.recall(visit.tx, visit.actor, rows, at=visit.at, dry_run=ask.dry_run)
    return OldAlarmsReport.model_validate(done)


@router.get("/silences")
async def list_silences(
    visit: Visit,
    kind: SilenceKind | None = None,
    state: Literal["pending", "active", "ended"] | None = None,
    words: Text = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> SilencesOut:
    """Silences, maintenance windows and drills, those that end last first."""
    page = await silencing.page(
        visit.tx, visit.actor, at=visit.at, kind=kind, state=state, words=words, cursor=cursor, limit=limit
    )
    return SilencesOut(items=await _shown(visit, page.items), next=page.next)


@router.post("/silences", status_code=201)
async def make_silence(ask: SilenceAsk, visit: Visit) -> SilenceMadeOut:
    """Hold back alarms that match until an end; it hides none, and their recovery is told all the same."""
    made, matching = await silencing.silence(
        visit.tx,
        visit.actor,
        ask.labels(),
        kind=ask.kind,
        starts_at=ask.starts_at or visit.at,
        ends_at=ask.ends_at,
        reason=ask.reason,
        at=visit.at,
    )
    return SilenceMadeOut(**silence_out(made, visit.at), matching=matching)


@router.get("/silences/{silence_id}")
async def read_silence(silence_id: UUID, visit: Visit) -> SilenceOut:
    """One silence."""
    return (await _shown(visit, [await silencing.see(visit.tx, visit.actor, silence_id)]))[0]


@router.put("/silences/{silence_id}")
async def change_silence(silence_id: UUID, ask: SilenceChangeAsk, visit: Visit) -> SilenceOut:
    """Give a silence that is not over another end, earlier or later, and a reason."""
    changed = await silencing.change(
        visit.tx, visit.actor, silence_id, ends_at=ask.ends_at, reason=ask.reason, at=visit.at
    )
    return (await _shown(visit, [changed]))[0]


@router.post("/silences/{silence_id}/end")
async def end_silence(silence_id: UUID, visit: Visit, ask: SilenceEndAsk | None = None) -> SilenceOut:
    """End a silence now: what still fires under it becomes what it would have become."""
    reason = ask.reason if ask else ""
    ended = await silencing.end(visit.tx, visit.actor, silence_id, at=visit.at, reason=reason)
    return (await _shown(visit, [ended]))[0]


async def _shown(visit: Visit, silences: Sequence[Silence]) -> list[SilenceOut]:
    names = await silencing.device_names(visit.tx, [one.device_id for one in silences])
    return [
        SilenceOut(**silence_out(one, visit.at), device_name=names.get(one.device_id) if one.device_id else None)
        for one in silences
    ]


@router.get("/{alarm_id}")
async def read_alarm(alarm_id: UUID, visit: Visit) -> AlarmDetail:
    """One alarm: its condition, where its chart is, what was done with it, what else stands at the device."""
    return detail_out(await listing.detail(visit.tx, visit.actor, alarm_id, at=visit.at))


@router.post("/{alarm_id}/acknowledge")
async def acknowledge_alarm(alarm_id: UUID, ask: AlarmTextAsk, visit: Visit) -> AlarmOut:
    """确认: somebody has seen it and sees to it."""
    return AlarmOut.model_validate(
        await acting.acknowledge(visit.tx, visit.actor, alarm_id, at=visit.at, text=ask.text)
    )


@router.post("/{alarm_id}/comment", status_code=204)
async def comment_alarm(alarm_id: UUID, ask: AlarmCommentAsk, visit: Visit) -> None:
    """Say something about an alarm."""
    await acting.comment(visit.tx, visit.actor, alarm_id, text=ask.text, at=visit.at)


@router.post("/{alarm_id}/assign")
async def assign_alarm(alarm_id: UUID, ask: AlarmAssignAsk, visit: Visit) -> AlarmOut:
    """Give an alarm to an account."""
    return AlarmOut.model_validate(await acting.assign(visit.tx, visit.actor, alarm_id, to=ask.to, at=visit.at))


@router.post("/{alarm_id}/release")
async def release_alarm(alarm_id: UUID, ask: AlarmTextAsk, visit: Visit) -> AlarmOut:
    """解除: end a latched alarm whose values are well again."""
    return AlarmOut.model_validate(await acting.release(visit.tx, visit.actor, alarm_id, at=visit.at, text=ask.text))


@router.post("/{alarm_id}/verdict")
async def judge_alarm(alarm_id: UUID, ask: AlarmVerdictAsk, visit: Visit) -> JudgedOut:
    """研判: true, false, test or fault; the precision of rule, class and device follows."""
    changed = await judging.judge(visit.tx, visit.actor, [alarm_id], ask.verdict, at=visit.at, text=ask.text)
    return JudgedOut(changed=changed)


@inhibitions.get("")
async def list_inhibitions(visit: Visit) -> InhibitionsOut:
    """Which alarms hold others back while they fire."""
    found = await declared.in_force(visit.tx, visit.actor, INHIBITION, visit.at)
    items = [InhibitionOut(**one.body.model_dump(), version=one.number, valid_from=one.valid_from) for one in found]
    return InhibitionsOut(items=items)


@inhibitions.post("/import")
async def import_inhibitions(ask: DeclarationsAsk, visit: Visit) -> DeclarationsReport:
    """Publish inhibitions as a whole, or report every fault and write nothing."""
    return await declared.take_in(visit.tx, visit.actor, INHIBITION, ask, visit.at)


@inhibitions.post("/{code}/end", status_code=204)
async def end_inhibition(code: str, visit: Visit) -> None:
    """Take an inhibition out of force."""
    await declared.end(visit.tx, visit.actor, INHIBITION, code, at=visit.at)
