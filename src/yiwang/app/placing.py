"""Where the things are that facts tell of: webhooks go only to whoever may hear of that place and unit."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from yiwang.cases.views import searching as cases
from yiwang.db import Tx
from yiwang.events import searching as events
from yiwang.ledger import Recorded

Place = tuple[UUID | None, UUID | None]


async def places_of(tx: Tx, facts: Sequence[Recorded]) -> list[Place | None]:
    """Return (jurisdiction, unit) of what each fact tells of as it is now, None where it belongs to no place."""
    ids = sorted({case for fact in facts if (case := _case(fact))})
    of_cases = await cases.places_of(tx, ids) if ids else {}
    left = [each for each in ids if each not in of_cases]
    of_events = await events.places_of(tx, left) if left else {}
    return [_place(fact, of_cases, of_events) for fact in facts]


def _place(fact: Recorded, of_cases: Mapping[UUID, Place], of_events: Mapping[UUID, UUID]) -> Place | None:
    case = _case(fact)
    if case and case in of_cases:
        return of_cases[case]
    if case and case in of_events:
        return of_events[case], None
    own = fact.data.get("jurisdiction_id"), fact.data.get("unit_id") or fact.data.get("organisation_id")
    return (_uuid(own[0]), _uuid(own[1])) if any(own) else None


def _case(fact: Recorded) -> UUID | None:
    """The case, or the event, that a fact is about: both have one id."""
    return _uuid(fact.data.get("case_id") or fact.data.get("event_id"))


def _uuid(value: object) -> UUID | None:
    return UUID(str(value)) if value else None
