"""The shapes in which the steps of the procedure are asked for."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.cases.shapes import CaseHead

Text = Annotated[str | None, Field(default=None, max_length=2000)]
Photos = Annotated[list[UUID], Field(default_factory=list, max_length=9)]


class Ask(BaseModel):
    """`version` refuses the step when the case moved on since it was read."""

    model_config = ConfigDict(extra="forbid")
    version: int | None = Field(default=None, ge=1, le=2**31 - 1)


class StepAsk(Ask):
    """A step that needs nothing."""


class ReasonAsk(Ask):
    reason: Text


class TextAsk(Ask):
    text: Text


class DispatchAsk(Ask):
    """`unit` left out: the rules choose."""

    unit: UUID | None = None
    assist: list[UUID] = Field(default_factory=list, max_length=20)
    reason: Text


class RedispatchAsk(Ask):
    unit: UUID
    reason: Text


class HandleAsk(TextAsk):
    photos: Photos


class VerdictAsk(HandleAsk):
    passed: bool


class StepSentAsk(TextAsk):
    """A step that is sent again under its `key` until it is answered; `made_at` by the clock of the sender."""

    key: str = Field(min_length=16, max_length=100)
    verb: Literal["receive", "return", "handle", "check"]
    passed: bool | None = None
    photos: Photos
    made_at: AwareDatetime | None = None


class StepTakenOut(CaseHead):
    """`repeated`: it had been done before; then this is the case as it stands now."""

    repeated: bool
