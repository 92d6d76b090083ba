"""HTTP of orders, and of prompts and supervision orders on cases."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import FULL, Personal
from yiwang.command import ordering
from yiwang.command.model import ORDER_STEPS, Instruction, next_steps
from yiwang.command.ordering import Asked
from yiwang.command.routes.duty import InBooks
from yiwang.command.routes.rosters import Cursor, Limit
from yiwang.command.shapes import Ask

router = APIRouter(prefix="/api/command", route_class=Door, tags=["command"])
State = Literal["given", "received", "done", "cancelled"]
Body = Annotated[str, Field(max_length=2000)]


class InstructionAsk(Ask):
    """`to` is a unit, a post or a person of `unit`, as `to_kind` says."""

    title: Annotated[str, Field(max_length=200)]
    text: Body
    to_kind: Literal["unit", "post", "person"]
    to: UUID
    unit: UUID
    due_at: AwareDatetime | None = None
    urgent: bool = False
    drill: bool = False


class ExpediteAsk(Ask):
    """`prompt` 提示 or `supervise` 督办; without a due time it is the case's own."""

    kind: Literal["prompt", "supervise"]
    text: Body
    due_at: AwareDatetime | None = None


class InstructionFeedbackAsk(Ask):
    feedback: Body


class InstructionCancelAsk(Ask):
    reason: Annotated[str, Field(max_length=500)]


class InstructionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: UUID
    number: str
    kind: Literal["order", "prompt", "supervise"]
    title: str
    text: str
    urgent: bool
    drill: bool
    case_id: UUID | None
    to_kind: Literal["unit", "post", "person"]
    to_id: UUID
    organisation_id: UUID
    state: State
    given_name: Annotated[str, Personal("name", level=2, shown=FULL, why="an officer, named as who gave the order")]
    given_at: datetime
    receipt_due_at: datetime
    due_at: datetime | None
    received_at: datetime | None
    done_at: datetime | None
    feedback: str
    version: int
    next_steps: list[str] = []


class InstructionsOut(BaseModel):
    items: list[InstructionOut]
    next: str | None


@router.get("/orders")
async def list_orders(
    visit: Visit,
    unit: UUID | None = None,
    case: UUID | None = None,
    state: State | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> InstructionsOut:
    """Orders in one's scope, the latest first."""
    found, following = await ordering.page(
        visit.tx, visit.actor, unit=unit, case=case, state=state, cursor=cursor, limit=limit
    )
    return InstructionsOut(items=[_out(one) for one in found], next=following)


@router.post("/orders", status_code=201)
async def give_order(ask: InstructionAsk, visit: Visit, books: InBooks) -> InstructionOut:
    """Give an order; its receipt and its deadline are minded."""
    asked = Asked(**ask.model_dump())
    return _out(await ordering.give(visit.tx, visit.actor, asked, zone=books.zone, at=visit.at))


@router.post("/cases/{case_id}/expedite", status_code=201)
async def expedite_case(case_id: UUID, ask: ExpediteAsk, visit: Visit, books: InBooks) -> InstructionOut:
    """Expedite a case: an order to its unit and a line on its timeline."""
    order = await ordering.expedite(visit.tx, visit.actor, case_id, **ask.model_dump(), zone=books.zone, at=visit.at)
    return _out(order)


@router.get("/orders/{order_id}")
async def get_order(order_id: UUID, visit: Visit) -> InstructionOut:
    """One order."""
    return _out(await ordering.see(visit.tx, visit.actor, order_id))


@router.post("/orders/{order_id}/receive")
async def receive_order(order_id: UUID, visit: Visit) -> InstructionOut:
    """Say that one has the order."""
    return _out(await ordering.receive(visit.tx, visit.actor, order_id, at=visit.at))


@router.post("/orders/{order_id}/done")
async def finish_order(order_id: UUID, ask: InstructionFeedbackAsk, visit: Visit) -> InstructionOut:
    """Say what was done."""
    return _out(await ordering.finish(visit.tx, visit.actor, order_id, feedback=ask.feedback, at=visit.at))


@router.post("/orders/{order_id}/cancel")
async def cancel_order(order_id: UUID, ask: InstructionCancelAsk, visit: Visit) -> InstructionOut:
    """Take an order back."""
    return _out(await ordering.cancel(visit.tx, visit.actor, order_id, reason=ask.reason, at=visit.at))


def _out(order: Instruction) -> InstructionOut:
    return InstructionOut.model_validate(order).model_copy(update={"next_steps": next_steps(ORDER_STEPS, order.state)})
