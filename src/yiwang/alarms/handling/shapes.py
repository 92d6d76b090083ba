"""The shapes of alarms, silences, verdicts and proposals over HTTP."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.privacy import FULL, Personal
from yiwang.alarms.handling.listing import RANKS, Detail, Seen
from yiwang.alarms.handling.model import Labels, Silence, Tally

Severity = Literal["red", "orange", "yellow", "blue"]
AlarmState = Literal["firing", "recovered", "resolved"]
Verdict = Literal["true", "false", "test", "fault"]
SilenceKind = Literal["silence", "maintenance", "drill"]
Label = Annotated[str, Field(min_length=1, max_length=64)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SuppressedOut(BaseModel):
    """What holds an alarm back for now: a silence until its end, or another alarm (`inhibited_by`)."""

    model_config = ConfigDict(from_attributes=True)
    kind: Literal["silence", "maintenance", "drill", "inhibition"]
    silence_id: UUID | None
    inhibited_by: UUID | None
    until: datetime | None


class AlarmOut(BaseModel):
    """An alarm and its device; `value` raised it, `explanation` is the condition as it was in force."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    kind: Literal["rule", "combination"]
    rule: str
    condition: str
    metric: str
    device_id: UUID
    device_code: str
    device_name: str
    class_code: str
    address: Annotated[str, Personal("address", level=2, shown=FULL, why="where whoever sees to the alarm has to go")]
    floor: str
    lon: float | None
    lat: float | None
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    maintainer_id: UUID | None
    severity: Severity
    state: AlarmState
    raised_at: datetime
    recovered_at: datetime | None
    resolved_at: datetime | None
    again_at: datetime | None
    again: int
    value: float | None
    last_value: float | None
    explanation: dict[str, Any]
    contexts: list[str]
    drill: bool
    acknowledged_at: datetime | None
    acknowledged_by: UUID | None
    assigned_to: UUID | None
    verdict: Verdict | None
    judged_at: datetime | None
    version: int
    suppressed: SuppressedOut | None = None


class AlarmsOut(BaseModel):
    items: list[AlarmOut]
    next: str | None


class AlarmGroup(BaseModel):
    """Alarms with one value of a label; `severity` is the highest of them."""

    key: str | None
    alarms: int
    devices: int
    firing: int
    unacknowledged: int
    severity: Severity
    last_raised_at: datetime


class AlarmGroupsOut(BaseModel):
    items: list[AlarmGroup]


class AlarmSpan(BaseModel):
    """The stretch of readings that shows an alarm, as `GET /api/devices/{device_id}/chart` takes it."""

    model_config = ConfigDict(from_attributes=True)
    device_id: UUID
    metric: str
    since: datetime
    until: datetime


class AlarmLine(BaseModel):
    """What somebody did with an alarm."""

    step: str
    at: datetime
    actor_id: UUID
    actor_name: Annotated[str, Personal("name", level=1, shown=FULL, why="officials sign what they do")]
    text: str


class AlarmDetail(AlarmOut):
    """`chart` is where to look, `lines` what was done, `others` what else stands at the device."""

    chart: AlarmSpan | None
    lines: list[AlarmLine]
    others: list[AlarmOut]


class AlarmTextAsk(Strict):
    text: str = Field(default="", max_length=1000)


class AlarmCommentAsk(Strict):
    text: str = Field(min_length=1, max_length=1000)


class AlarmAssignAsk(Strict):
    """`to` is an account; null takes the alarm back from whoever has it."""

    to: UUID | None


class AlarmVerdictAsk(Strict):
    verdict: Verdict
    text: str = Field(default="", max_length=1000)


class AlarmVerdictsAsk(AlarmVerdictAsk):
    alarms: list[UUID] = Field(min_length=1, max_length=5000)


class JudgedOut(BaseModel):
    changed: int


class SilenceAsk(Strict):
    """At least one label; all that are given have to match. A jurisdiction means all below it too."""

    kind: SilenceKind = "silence"
    rule: Label | None = None
    condition: Label | None = None
    class_code: Label | None = None
    device_id: UUID | None = None
    jurisdiction_id: UUID | None = None
    maintainer_id: UUID | None = None
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime
    reason: str = Field(min_length=1, max_length=500)

    def labels(self) -> Labels:
        """Return what alarms match."""
        return Labels(**{name: getattr(self, name) for name in Labels.__dataclass_fields__})


class SilenceChangeAsk(Strict):
    """Another end, and why."""

    ends_at: AwareDatetime
    reason: str = Field(min_length=1, max_length=500)


class SilenceEndAsk(Strict):
    """Why it ends before its time."""

    reason: str = Field("", max_length=500)


class SilenceOut(BaseModel):
    """A silence; `state` is pending, active or ended; `ended_name` and `end_reason` when somebody ended it early."""

    id: UUID
    kind: SilenceKind
    rule: str | None
    condition: str | None
    class_code: str | None
    device_id: UUID | None
    jurisdiction_id: UUID | None
    maintainer_id: UUID | None
    starts_at: datetime
    ends_at: datetime
    reason: str
    made_by: UUID
    made_name: Annotated[str, Personal("name", level=1, shown=FULL, why="officials sign what they do")]
    made_at: datetime
    ended_early: bool
    ended_name: Annotated[str, Personal("name", level=1, shown=FULL, why="officials sign what they do")] = ""
    end_reason: str = ""
    device_name: str | None = None
    state: Literal["pending", "active", "ended"]


class SilenceMadeOut(SilenceOut):
    """`matching`: how many standing alarms match at this moment."""

    matching: int


class SilencesOut(BaseModel):
    items: list[SilenceOut]
    next: str | None


class PrecisionOut(BaseModel):
    """Verdicts of one rule's condition, class or device. Tests count nowhere, faults against devices only."""

    key: str
    n_true: int
    n_false: int
    n_test: int
    n_fault: int
    counted: int
    precision: float | None


class PrecisionsOut(BaseModel):
    items: list[PrecisionOut]
    next: str | None


def alarm_out(seen: Seen) -> AlarmOut:
    """Return an alarm as it is shown."""
    held = SuppressedOut.model_validate(seen.suppressed) if seen.suppressed else None
    return AlarmOut.model_validate(seen.alarm).model_copy(update={"suppressed": held})


def detail_out(detail: Detail) -> AlarmDetail:
    """Return one alarm with everything about it."""
    return AlarmDetail(
        **alarm_out(detail.seen).model_dump(),
        chart=AlarmSpan.model_validate(detail.span) if detail.span else None,
        lines=[AlarmLine(**line) for line in detail.lines],
        others=[AlarmOut.model_validate(one) for one in detail.others],
    )


def group_out(row: Mapping[str, Any]) -> AlarmGroup:
    """Return a group with its highest severity."""
    severities = {rank: severity for severity, rank in RANKS.items()}
    return AlarmGroup(severity=severities[row["rank"]], **{k: v for k, v in row.items() if k != "rank"})


def silence_out(silence: Silence, at: datetime) -> dict[str, Any]:
    """Return the fields of a `SilenceOut`."""
    return {**asdict(silence), "state": silence.state(at)}


def precision_out(tally: Tally) -> PrecisionOut:
    """Return a tally with its precision."""
    counts = {name: getattr(tally, name) for name in ("key", "n_true", "n_false", "n_test", "n_fault")}
    return PrecisionOut(**counts, counted=tally.counted, precision=tally.precision)
