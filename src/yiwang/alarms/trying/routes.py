"""HTTP of trials: rules tried over the history before they are switched on."""

from dataclasses import asdict
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from yiwang.access.door import Door, Visit
from yiwang.alarms.model import toml
from yiwang.alarms.model.rules import RuleSet
from yiwang.alarms.trying import asking

router = APIRouter(prefix="/api/alarm-trials", route_class=Door, tags=["alarms"])


class TrialAsk(BaseModel):
    """Rules as TOML or as an object, and the span of the history; of a jurisdiction and all below it, or of all."""

    toml: Annotated[str | None, Field(max_length=2_000_000)] = None
    rules: RuleSet | None = None
    since: AwareDatetime
    until: AwareDatetime
    jurisdiction_id: UUID | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.toml is None) == (self.rules is None):
            raise ValueError("send either toml or rules")
        return self


class TrialOut(BaseModel):
    """A trial: waiting, running (`done` from 0 to 1), done with its `result`, or failed with the reason."""

    id: UUID
    since: AwareDatetime
    until: AwareDatetime
    jurisdiction_id: UUID | None
    state: str
    done: float
    result: dict[str, Any] | None
    error: str
    asked_by: UUID
    asked_at: AwareDatetime
    rules: RuleSet


class TrialRow(BaseModel):
    """A trial in the list: which rules were tried; its result is in the trial itself."""

    id: UUID
    since: AwareDatetime
    until: AwareDatetime
    jurisdiction_id: UUID | None
    state: str
    done: float
    error: str
    asked_by: UUID
    asked_at: AwareDatetime
    codes: list[str]


class TrialsOut(BaseModel):
    items: list[TrialRow]


@router.get("")
async def list_trials(visit: Visit, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> TrialsOut:
    """The latest trials, without their results."""
    found = await asking.trials(visit.tx, visit.actor, limit=limit)
    return TrialsOut(
        items=[TrialRow(**asdict(one), codes=[rule["code"] for rule in one.rules["rules"]]) for one in found]
    )


@router.post("", status_code=202)
async def ask_trial(ask: TrialAsk, visit: Visit) -> TrialOut:
    """Have rules tried over the history; nothing is switched on and no alarm is raised."""
    rules = ask.rules if ask.rules is not None else toml.read(ask.toml or "")
    found = await asking.ask(
        visit.tx, visit.actor, rules, ask.since, ask.until, at=visit.at, jurisdiction=ask.jurisdiction_id
    )
    return TrialOut(**asdict(found))


@router.get("/{trial_id}")
async def see_trial(trial_id: UUID, visit: Visit) -> TrialOut:
    """How far a trial is, and what it found: counts by rule, day and device, examples, and what was really raised."""
    return TrialOut(**asdict(await asking.trial(visit.tx, visit.actor, trial_id)))


@router.post("/{trial_id}/stop", status_code=204)
async def stop_trial(trial_id: UUID, visit: Visit) -> None:
    """Stop a trial that waits or runs."""
    await asking.cancel(visit.tx, visit.actor, trial_id, at=visit.at)
