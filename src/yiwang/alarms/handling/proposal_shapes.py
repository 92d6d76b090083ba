"""The shapes of proposals, their trials and decisions over HTTP."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.privacy import FULL, Personal
from yiwang.alarms.handling.deciding import Asked
from yiwang.alarms.handling.proposing import Proposal
from yiwang.alarms.handling.shapes import PrecisionOut, Strict, precision_out
from yiwang.alarms.handling.store.proposals import Kept
from yiwang.alarms.trying import Trial

Action = Literal["threshold", "review", "repair", "retire"]
Key = Annotated[str, Field(min_length=1, max_length=200)]
Bound = Annotated[float, Field(allow_inf_nan=False)]


class EffectOut(BaseModel):
    """What the proposed bound would have done with the alarms that were judged."""

    model_config = ConfigDict(from_attributes=True)
    bound: float
    kept_true: int
    lost_true: int
    kept_false: int
    removed_false: int
    precision: float | None


class ProposedDevice(BaseModel):
    id: UUID
    code: str
    name: str
    class_code: str
    installed_on: date | None


class AlarmProposalOut(BaseModel):
    """`bound` is the one in force; `effect` the replay of the one proposed over the judged alarms."""

    about: Literal["rule", "device"]
    key: str
    action: Literal["threshold", "review", "repair", "retire"]
    reason_zh: str
    reason_en: str
    verdicts: PrecisionOut
    bound: float | None
    effect: EffectOut | None
    device: ProposedDevice | None
    trial: "AlarmProposalTrial | None" = None


class AlarmProposalsOut(BaseModel):
    items: list[AlarmProposalOut]


class AlarmProposalTrial(BaseModel):
    """The trial of a bound over the history. `raised`: what the condition would have raised; `really`: what it did."""

    id: UUID
    state: str
    done: float
    since: datetime
    until: datetime
    bound: float | None
    raised: int | None = None
    really: int | None = None
    kept_true: int = 0
    lost_true: int = 0
    kept_false: int = 0
    removed_false: int = 0
    unheard: int = 0


class AlarmProposalTryAsk(Strict):
    """The condition ("SMK.fire/fire") and the bound to try."""

    key: Key
    bound: Bound


class AlarmProposalAsk(Strict):
    """A decision; accepted as `threshold` it needs the new `bound`, refused a reason."""

    about: Literal["rule", "device"]
    key: Key
    action: Action
    decision: Literal["accepted", "refused"]
    bound: Bound | None = None
    reason: str = Field(default="", max_length=500)

    def asked(self) -> Asked:
        """Return it as the verb takes it."""
        return Asked(**self.model_dump())


class AlarmDecisionOut(BaseModel):
    """A decision about a proposal."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    about: Literal["rule", "device"]
    key: str
    action: Action
    decision: Literal["accepted", "refused"]
    bound: float | None
    reason: str
    counted: int
    decided_name: Annotated[str, Personal("name", level=1, shown=FULL, why="officials sign what they do")]
    decided_at: datetime


class AlarmDecisionsOut(BaseModel):
    items: list[AlarmDecisionOut]


def decision_out(kept: Kept) -> AlarmDecisionOut:
    """Return a decision."""
    return AlarmDecisionOut.model_validate(kept)


def proposal_out(proposal: Proposal) -> AlarmProposalOut:
    """Return a proposal."""
    return AlarmProposalOut(
        **{name: getattr(proposal, name) for name in ("about", "key", "action", "reason_zh", "reason_en", "bound")},
        verdicts=precision_out(proposal.tally),
        effect=EffectOut.model_validate(proposal.effect) if proposal.effect else None,
        device=ProposedDevice(**proposal.device) if proposal.device else None,
        trial=trial_out(proposal.trial, proposal.key) if proposal.trial else None,
    )


def trial_out(trial: Trial, key: str) -> AlarmProposalTrial:
    """Return what a trial says of one condition."""
    rule, _, condition = key.rpartition("/")
    bounds = [
        each["bound"]
        for one in trial.rules.get("rules", ())
        for each in one["conditions"]
        if (one["code"], each["code"]) == (rule, condition)
    ]
    shown = AlarmProposalTrial(
        id=trial.id,
        state=trial.state,
        done=trial.done,
        since=trial.since,
        until=trial.until,
        bound=next(iter(bounds), None),
    )
    return shown.model_copy(update=_found(trial.result, rule, condition)) if trial.result else shown


def _found(result: dict[str, Any], rule: str, condition: str) -> dict[str, int]:
    mine = [row for row in result["rules"] if (row["rule"], row["condition"]) == (rule, condition)]
    judged = [row for row in result.get("judged", ()) if (row["rule"], row["condition"]) == (rule, condition)]
    counts = {name: value for row in judged for name, value in row.items() if name not in ("rule", "condition")}
    really = mine[0]["really"] if mine else sum(counts.values())
    return {"raised": sum(row["raised"] for row in mine), "really": really} | counts
