"""What a row of history says, which step leads from where to where, and what is kept of a batch. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
import numpy as np
from msgspec import Meta, Struct
from numpy.typing import NDArray

from yiwang.cases.model import OPEN_STATES, TRANSITIONS
from yiwang.events.model import TRANSITIONS as EVENT_TRANSITIONS

Word = Annotated[str, Meta(min_length=1, max_length=200)]
Line = Annotated[str, Meta(max_length=2000)]
Moment = Annotated[datetime, Meta(tz=True)]
MOST_STEPS = 500


class StepRow(Struct, forbid_unknown_fields=True):
    """One step of a life, at its own time; `unit` and `assist` are codes, `by` is who took it."""

    step: str
    at: Moment
    unit: Word | None = None
    assist: Annotated[list[Word], Meta(max_length=20)] = msgspec.field(default_factory=list)
    text: Line = ""
    passed: bool = True
    receipt_due_at: Moment | None = None
    by: Annotated[str, Meta(max_length=100)] = ""


class ReporterRow(Struct, forbid_unknown_fields=True):
    """Who reported: sealed under a key of their own."""

    name: Annotated[str, Meta(max_length=100)] | None = None
    phone: Annotated[str, Meta(max_length=30)] | None = None
    confidential: bool = False


class HistoryRow(Struct, forbid_unknown_fields=True):
    """One case, or event without a case, with everything that happened to it. Codes are those of our own books."""

    id: Word
    matter: Word
    reported_at: Moment
    steps: Annotated[list[StepRow], Meta(max_length=MOST_STEPS)] = msgspec.field(default_factory=list)
    kind: str = "case"
    number: Annotated[str, Meta(min_length=1, max_length=40)] | None = None
    title: Annotated[str, Meta(max_length=200)] | None = None
    text: Annotated[str, Meta(max_length=4000)] = ""
    channel: str = "api"
    urgent: bool | None = None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    place: Annotated[str, Meta(max_length=500)] = ""
    jurisdiction: Word | None = None
    occurred_at: Moment | None = None
    due_at: Moment | None = None
    no_due: bool = False
    reporter: ReporterRow | None = None


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a row (counted from 1), in a sentence that says how to mend it."""

    row: int
    field: str
    detail: str


@dataclass(frozen=True)
class Batch:
    """Rows of one source system on their way in."""

    id: UUID
    system: str
    datum: str
    backdate: bool
    skip_wrong: bool
    state: str
    rows: int
    parts: int
    done: int
    imported: int
    known: int
    wrong: int
    recorded: datetime
    by: UUID


@dataclass(frozen=True)
class _Outcome:
    """What a step came to: its name in a row, the verb it is, the state it leads to."""

    name: str
    verb: str | None
    to: str
    passed: bool = True


# A row's first step has no state before it; what leads to "" is decided by whether the matter asks for a check.
OUTCOMES: tuple[_Outcome, ...] = (
    _Outcome("triage", None, "triage"),
    _Outcome("admit", None, "admitted"),
    _Outcome("refuse", None, "refused"),
    _Outcome("self_handled", None, "closed"),
    _Outcome("open", None, "to_confirm"),
    _Outcome("file", None, "to_dispatch"),
    _Outcome("confirm", "confirm", "to_dispatch"),
    _Outcome("confirm", "confirm", "void", passed=False),
    _Outcome("dispatch", "dispatch", "to_receive"),
    _Outcome("redispatch", "redispatch", "to_receive"),
    _Outcome("receive", "receive", "handling"),
    _Outcome("return", "return", "to_dispatch"),
    _Outcome("handle", "handle", ""),
    _Outcome("check", "check", "to_close"),
    _Outcome("check", "check", "handling", passed=False),
    _Outcome("close", "close", "closed"),
    _Outcome("void", "void", "void"),
)
(TRIAGE, ADMIT, REFUSE, SELF_HANDLED, OPEN, FILE, CONFIRM, NOT_CONFIRMED, DISPATCH, REDISPATCH, RECEIVE, RETURN, HANDLE,
 CHECK, REWORK, CLOSE, VOID) = range(len(OUTCOMES))  # fmt: skip
CODE_OF = {(outcome.name, outcome.passed): code for code, outcome in enumerate(OUTCOMES)}
STEPS = tuple(dict.fromkeys(outcome.name for outcome in OUTCOMES))
STATES = (*OPEN_STATES, "closed", "void", "triage", "admitted", "refused", "new")
STATE_CODE = {state: code for code, state in enumerate(STATES)}
NEW = STATE_CODE["new"]
# What a step must say beside its time: the same as its verb asks for.
MUST_SAY = {
    RETURN: "Say why the case is returned; it becomes part of the case.",
    NOT_CONFIRMED: "Say why it is not filed; it becomes part of the case.",
    HANDLE: "Say what was done; it becomes part of the case.",
    REWORK: "Say what is not in order yet; it becomes part of the case.",
    VOID: "Say why the case is void; it becomes part of the case.",
    REDISPATCH: "Say why it goes to another unit; it becomes part of the case.",
    REFUSE: "Say why in a sentence; the reporter was told it.",
}
MUST_NAME_UNIT = (DISPATCH, REDISPATCH)


def next_states() -> NDArray[np.int8]:
    """Return `table[check asked, state, outcome]`: the next state, -1 where TRANSITIONS allows none."""
    table = np.full((2, len(STATES), len(OUTCOMES)), -1, np.int8)
    for asked in (0, 1):
        for code, outcome in enumerate(OUTCOMES):
            to = outcome.to or ("to_check" if asked else "to_close")
            for start in _starts(outcome):
                table[asked, STATE_CODE[start], code] = STATE_CODE[to]
    return table


def _starts(outcome: _Outcome) -> Sequence[str]:
    if outcome.verb:
        return sorted(TRANSITIONS[outcome.verb].start)
    if outcome.name in ("admit", "refuse"):
        return sorted(EVENT_TRANSITIONS[outcome.name][0])
    return ("new",) if outcome.name == "triage" else ("new", "admitted")
