"""The shapes of old alarms and of inhibitions over HTTP."""

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.alarms.handling.model import Inhibition
from yiwang.alarms.handling.shapes import Label, Severity, Strict, Verdict


class OldAlarmRow(Strict):
    """An alarm of former times; `device` is its code. `judged_at` is `resolved_at` unless given."""

    device: str = Field(min_length=1, max_length=80)
    rule: Label
    condition: Label
    severity: Severity
    value: float | None = Field(default=None, allow_inf_nan=False)
    raised_at: AwareDatetime
    resolved_at: AwareDatetime
    verdict: Verdict
    judged_at: AwareDatetime | None = None


class OldAlarmsAsk(Strict):
    rows: list[OldAlarmRow] = Field(min_length=1, max_length=5000)
    dry_run: bool = False


class OldAlarmProblem(BaseModel):
    """What is wrong with a row, counted from 1."""

    model_config = ConfigDict(from_attributes=True)
    row: int
    field: str
    detail: str


class OldAlarmsReport(BaseModel):
    """How many rows came in anew; with any problem none did."""

    model_config = ConfigDict(from_attributes=True)
    rows: int
    added: int
    problems: list[OldAlarmProblem]


class InhibitionOut(Inhibition):
    """An inhibition in force."""

    version: int
    valid_from: AwareDatetime


class InhibitionsOut(BaseModel):
    items: list[InhibitionOut]
