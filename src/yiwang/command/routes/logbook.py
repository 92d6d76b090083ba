"""HTTP of the shift log and of handovers."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import FULL, Personal
from yiwang.command import handing_over, logbook
from yiwang.command.logbook import Entry
from yiwang.command.model import HANDOVER_STEPS, next_steps
from yiwang.command.routes.rosters import Cursor, Limit
from yiwang.command.shapes import Ask, MadeIdOut

router = APIRouter(prefix="/api/command", route_class=Door, tags=["command"])
Kind = Literal["call", "incident", "instruction", "report", "inspection", "other"]
Officer = Personal("name", level=2, shown=FULL, why="an officer on duty, named as who wrote or signed it")


class LogEntryAsk(Ask):
    unit: UUID
    kind: Kind
    text: Annotated[str, Field(max_length=4000)]
    at: AwareDatetime | None = None
    caller: Annotated[str | None, Field(max_length=100), Personal("name")] = None
    phone: Annotated[str | None, Field(max_length=30), Personal("phone")] = None
    forwarded: Annotated[str, Field(max_length=200)] = ""
    case: UUID | None = None
    corrects: UUID | None = None
    pending: bool = False


class LogEntryOut(BaseModel):
    """`named` says that a caller is on file; see POST …/caller."""

    id: UUID
    organisation_id: UUID
    kind: Kind
    at: datetime
    text: str
    named: bool
    forwarded: str
    case_id: UUID | None
    corrects: UUID | None
    pending: bool
    settled_at: datetime | None
    by_name: Annotated[str, Officer]


class LogEntriesOut(BaseModel):
    items: list[LogEntryOut]
    next: str | None


class CallerAsk(Ask):
    reason: Annotated[str, Field(max_length=500)]


class CallerOut(BaseModel):
    name: Annotated[str | None, Personal("name", shown=FULL, why="asked for with a reason that is kept")]
    phone: Annotated[str | None, Personal("phone", shown=FULL, why="asked for with a reason that is kept")]


class HandoverAsk(Ask):
    unit: UUID
    note: Annotated[str, Field(max_length=2000)] = ""


class HandoverItemOut(BaseModel):
    kind: Literal["log", "order"]
    object_id: UUID
    text: str


class HandoverOut(BaseModel):
    id: UUID
    organisation_id: UUID
    state: Literal["offered", "taken", "withdrawn"]
    note: str
    from_name: Annotated[str, Officer]
    offered_at: datetime
    to_name: Annotated[str | None, Officer]
    ended_at: datetime | None
    next_steps: list[str]
    items: list[HandoverItemOut] = []


class HandoversOut(BaseModel):
    items: list[HandoverOut]
    next: str | None


@router.get("/log")
async def list_entries(
    visit: Visit,
    unit: UUID | None = None,
    kind: Kind | None = None,
    pending: bool = False,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> LogEntriesOut:
    """Entries of the shift log in one's scope, the latest first; `pending`: what is not settled yet."""
    found, following = await logbook.page(
        visit.tx, visit.actor, unit=unit, kind=kind, pending=pending, cursor=cursor, limit=limit
    )
    return LogEntriesOut(items=[_entry(one) for one in found], next=following)


@router.post("/log", status_code=201)
async def keep_entry(ask: LogEntryAsk, visit: Visit) -> MadeIdOut:
    """Write an entry; nothing in the log is ever changed."""
    entry = Entry(**ask.model_dump())
    return MadeIdOut(id=await logbook.keep(visit.tx, visit.actor, entry, keyring=visit.keyring, at=visit.at))


@router.get("/log/{entry_id}")
async def get_entry(entry_id: UUID, visit: Visit) -> LogEntryOut:
    """One entry."""
    return _entry(await logbook.one(visit.tx, visit.actor, entry_id))


@router.post("/log/{entry_id}/settle", status_code=204)
async def settle_entry(entry_id: UUID, visit: Visit) -> None:
    """What an entry asked for is done."""
    await logbook.settle(visit.tx, visit.actor, entry_id, at=visit.at)


@router.post("/log/{entry_id}/caller")
async def reveal_caller(entry_id: UUID, ask: CallerAsk, visit: Visit) -> CallerOut:
    """A caller in full, for a reason that goes into the audit trail."""
    found = await logbook.reveal_caller(
        visit.tx, visit.actor, entry_id, reason=ask.reason, keyring=visit.keyring, at=visit.at
    )
    return CallerOut(name=found.get("name"), phone=found.get("phone"))


@router.get("/handovers")
async def list_handovers(
    visit: Visit, unit: UUID | None = None, cursor: Cursor = None, limit: Limit = 50
) -> HandoversOut:
    """Handovers in one's scope, the latest first."""
    found, following = await handing_over.page(visit.tx, visit.actor, unit=unit, cursor=cursor, limit=limit)
    return HandoversOut(items=[_handover(one) for one in found], next=following)


@router.post("/handovers", status_code=201)
async def offer_handover(ask: HandoverAsk, visit: Visit) -> HandoverOut:
    """Sign a unit's open items over to whoever comes next."""
    made = await handing_over.offer(visit.tx, visit.actor, unit=ask.unit, note=ask.note, at=visit.at)
    return _handover(await handing_over.see(visit.tx, visit.actor, made))


@router.get("/handovers/{handover_id}")
async def get_handover(handover_id: UUID, visit: Visit) -> HandoverOut:
    """A handover with its items."""
    return _handover(await handing_over.see(visit.tx, visit.actor, handover_id))


@router.post("/handovers/{handover_id}/take")
async def take_handover(handover_id: UUID, visit: Visit) -> HandoverOut:
    """Sign that one has taken everything over."""
    await handing_over.take(visit.tx, visit.actor, handover_id, at=visit.at)
    return _handover(await handing_over.see(visit.tx, visit.actor, handover_id))


@router.post("/handovers/{handover_id}/withdraw", status_code=204)
async def withdraw_handover(handover_id: UUID, visit: Visit) -> None:
    """Take one's own offer back."""
    await handing_over.withdraw(visit.tx, visit.actor, handover_id, at=visit.at)


def _entry(row: dict[str, Any]) -> LogEntryOut:
    return LogEntryOut.model_validate({**row, "named": row["caller"] is not None})


def _handover(row: dict[str, Any]) -> HandoverOut:
    return HandoverOut.model_validate({**row, "next_steps": next_steps(HANDOVER_STEPS, row["state"])})
