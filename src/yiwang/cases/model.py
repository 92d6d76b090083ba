"""What a case is and which step leads from which state to which; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

OPEN_STATES = ("to_confirm", "to_dispatch", "to_receive", "handling", "to_check", "to_close")


@dataclass(frozen=True)
class Step:
    """One step of the procedure: from where, to where, what it needs, how it is called."""

    verb: str
    permission: str
    start: frozenset[str]
    label_zh: str
    label_en: str
    primary: bool = False
    needs: tuple[tuple[str, bool], ...] = ()  # (field, required)


def _step(
    verb: str, start: str, label_zh: str, label_en: str, *needs: str, primary: bool = False, permission: str = ""
) -> Step:
    fields = tuple((need.rstrip("!"), need.endswith("!")) for need in needs)
    states = frozenset(OPEN_STATES if start == "open" else start.split())
    return Step(verb, permission or f"cases.{verb}", states, label_zh, label_en, primary, fields)


# The whole procedure: read by the verbs, the API, the web and the documents.
TRANSITIONS: dict[str, Step] = {
    step.verb: step
    for step in (
        _step("confirm", "to_confirm", "核实", "Confirm", "passed!", "text", "photos", primary=True),
        _step("dispatch", "to_dispatch", "派遣", "Dispatch", "unit", "assist", "reason", primary=True),
        _step("redispatch", "to_receive", "改派", "Re-dispatch", "unit!", "reason!", permission="cases.dispatch"),
        _step("receive", "to_receive", "签收", "Receive", primary=True),
        _step("return", "to_receive handling", "退单", "Return", "reason!"),
        _step("handle", "handling", "处置完成", "Handled", "text!", "photos", primary=True),
        _step("check", "to_check", "核查", "Check", "passed!", "text", "photos", primary=True),
        _step("close", "to_close", "结案", "Close", "text", primary=True),
        _step("void", "open", "作废", "Void", "reason!"),
    )
}

# The clock that runs while a case is in a state; "total" runs beside them from filing to closing.
STAGE_OF_STATE = {
    "to_confirm": "confirm",
    "to_dispatch": "dispatch",
    "to_receive": "receipt",
    "handling": "handle",
    "to_check": "check",
    "to_close": "close",
}
RECEIPT_MINUTES = {True: 5, False: 30}  # urgent, normal: the default where the matter gives none
DISPATCH_LIMIT = {True: timedelta(minutes=5), False: timedelta(minutes=30)}
CHECK_LIMIT = timedelta(hours=24)


@dataclass(frozen=True)
class Case:
    """A case's own row. Times are UTC; None means it has not happened.

    Id and number are those of the event it was filed from: one matter has one number all the way.
    """

    id: UUID
    number: str
    state: str
    prior_state: str | None
    matter_id: UUID
    matter_code: str
    major: str
    title: str
    channel: str
    urgent: bool
    jurisdiction_id: UUID
    unit_id: UUID | None
    post_id: UUID | None
    assist_ids: list[UUID]
    lon: float | None
    lat: float | None
    place_text: str
    opened_at: datetime
    filed_at: datetime | None
    dispatched_at: datetime | None
    received_at: datetime | None
    handled_at: datetime | None
    checked_at: datetime | None
    closed_at: datetime | None
    due_at: datetime | None
    receipt_due_at: datetime | None
    deadline: dict[str, Any]
    dispatch_reason: dict[str, Any]
    check_asked: bool
    limit_provisional: bool
    self_handled: bool
    rework: int
    returns: int
    reports: int
    claimed_by: UUID | None
    claimed_name: str | None
    platform: str
    drill: bool
    version: int

    @property
    def event_id(self) -> UUID:
        """The event it was filed from."""
        return self.id

    @property
    def lent_to(self) -> str | None:
        """The platform that takes its steps, None where that is this one: then its clock is there, too."""
        there: str | None = self.deadline.get("with")
        return there

    def late(self, at: datetime) -> bool:
        """Say whether the case is, or was at closing, past its due time."""
        return self.due_at is not None and (self.closed_at or at) > self.due_at


def next_steps(case: Case) -> list[Step]:
    """Return the steps the case's state allows, the main one first."""
    steps = [step for step in TRANSITIONS.values() if case.state in step.start and not case.lent_to]
    return sorted(steps, key=lambda step: not step.primary)
