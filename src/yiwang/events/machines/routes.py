"""Events that machines raised, over HTTP: those that wait, what to judge by, a storm's devices, the verdict."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import FULL, Personal
from yiwang.alarms.handling import declared
from yiwang.alarms.handling.declared import DeclarationsAsk, DeclarationsReport
from yiwang.alarms.handling.shapes import PrecisionOut, Verdict, precision_out
from yiwang.events.machines import judging, listing
from yiwang.events.machines.model import TEMPLATE, Template
from yiwang.events.machines.planning import Around

router = APIRouter(prefix="/api", route_class=Door, tags=["events"])
templates = APIRouter(prefix="/api/alarm-templates", route_class=Door, tags=["alarms"])
Cursor = Annotated[str | None, Query(max_length=300)]
Limit = Annotated[int, Query(ge=1, le=200)]


async def _around(request: Request) -> Around:
    found: Around | None = getattr(request.app.state, "around_machines", None)
    if found is None:
        found = request.app.state.around_machines = Around(request.app.state.books)
    return found


InAround = Annotated[Around, Depends(_around)]


class WaitingMachine(BaseModel):
    """An event that waits for a verdict until `due_at`; then it is `late` and goes up a `level`."""

    event_id: UUID
    number: str
    title: str
    text: str
    kind: Literal["alarm", "storm"]
    matter_code: str
    class_code: str
    rule: str
    condition: str
    severity: str
    device_id: UUID | None
    jurisdiction_id: UUID
    lon: float | None
    lat: float | None
    reported_at: datetime
    reports: int
    evidence: dict[str, Any]
    due_at: datetime | None
    level: int
    late: bool
    recovered_at: datetime | None


class WaitingMachines(BaseModel):
    items: list[WaitingMachine]
    next: str | None


class Neighbour(BaseModel):
    """A device nearby with another alarm standing."""

    alarm_id: UUID
    device_id: UUID
    code: str
    name: str
    class_code: str
    rule: str
    severity: str
    raised_at: datetime
    metres: float


class MachineOut(BaseModel):
    """What an officer judges by. `evidence` is the span of `GET /api/devices/{device_id}/chart`."""

    event_id: UUID
    kind: Literal["alarm", "storm"]
    upkeep: bool
    class_code: str
    rule: str
    condition: str
    severity: str
    device_id: UUID | None
    evidence: dict[str, Any]
    proven: bool
    due_at: datetime | None
    level: int
    recovered_at: datetime | None
    verdict: Verdict | None
    judged_at: datetime | None
    alarms: int
    devices: int
    standing: int
    neighbours: list[Neighbour]
    rule_precision: PrecisionOut
    device_precision: PrecisionOut | None


class EventDevice(BaseModel):
    """An alarm of an event, with its device."""

    alarm_id: UUID
    device_id: UUID
    code: str
    name: str
    class_code: str
    address: Annotated[str, Personal("address", level=2, shown=FULL, why="where whoever sees to the device has to go")]
    lon: float | None
    lat: float | None
    jurisdiction_id: UUID | None
    maintainer_id: UUID | None
    severity: str
    raised_at: datetime
    resolved_at: datetime | None
    verdict: Verdict | None


class EventDevices(BaseModel):
    items: list[EventDevice]
    next: str | None


class EventVerdictAsk(BaseModel):
    model_config = ConfigDict(extra="forbid")
    verdict: Verdict
    text: str = Field(default="", max_length=1000)


class JudgementOut(BaseModel):
    """`state` is the event's now; `alarms` have the verdict anew; `upkeep` is the event of the device's repair."""

    model_config = ConfigDict(from_attributes=True)
    event_id: UUID
    state: str
    alarms: int
    upkeep: UUID | None


class AlarmEventOut(BaseModel):
    event_id: UUID
    number: str
    state: str
    title: str
    kind: Literal["alarm", "storm"] | None
    verdict: Verdict | None


class TemplateOut(Template):
    """A template in force."""

    version: int
    valid_from: datetime


class TemplatesOut(BaseModel):
    items: list[TemplateOut]


@templates.get("")
async def list_templates(visit: Visit) -> TemplatesOut:
    """What alarms of a class, a rule or a condition become; the rest follows its class."""
    found = await declared.in_force(visit.tx, visit.actor, TEMPLATE, visit.at)
    items = [TemplateOut(**one.body.model_dump(), version=one.number, valid_from=one.valid_from) for one in found]
    return TemplatesOut(items=items)


@templates.post("/import")
async def import_templates(ask: DeclarationsAsk, visit: Visit) -> DeclarationsReport:
    """Publish templates as a whole, or report every fault and write nothing."""
    return await declared.take_in(visit.tx, visit.actor, TEMPLATE, ask, visit.at)


@templates.post("/{code}/end", status_code=204)
async def end_template(code: str, visit: Visit) -> None:
    """Take a template out of force."""
    await declared.end(visit.tx, visit.actor, TEMPLATE, code, at=visit.at)


@router.get("/events/machines")
async def list_waiting_machines(
    visit: Visit, late: bool | None = None, cursor: Cursor = None, limit: Limit = 50
) -> WaitingMachines:
    """Events of machines that wait for a verdict 待甄别, those due first first; `late=true`: past their time."""
    page = await listing.waiting(visit.tx, visit.actor, late=late, at=visit.at, cursor=cursor, limit=limit)
    return WaitingMachines(items=[WaitingMachine(**row) for row in page.items], next=page.next)


@router.get("/events/{event_id}/machine")
async def read_machine(event_id: UUID, visit: Visit) -> MachineOut:
    """What an officer judges an event by: evidence, neighbours, how right the rule and the device were so far."""
    found = await listing.look(visit.tx, visit.actor, event_id)
    own: tuple[str, ...] = ("event_id", "kind", "upkeep", "class_code", "rule", "condition", "severity", "device_id")
    own += ("evidence", "due_at", "level", "recovered_at", "verdict", "judged_at")
    return MachineOut(
        **{name: getattr(found.machine, name) for name in own},
        proven=found.machine.precision is not None,
        alarms=found.alarms,
        devices=found.devices,
        standing=found.standing,
        neighbours=[Neighbour(**row) for row in found.neighbours],
        rule_precision=precision_out(found.rule),
        device_precision=precision_out(found.device) if found.device else None,
    )


@router.get("/events/{event_id}/devices")
async def list_event_devices(
    event_id: UUID,
    visit: Visit,
    words: Annotated[str | None, Query(max_length=100)] = None,
    standing: bool | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> EventDevices:
    """The devices of an event, of a storm thousands; `standing=true`: those whose values are not well yet."""
    page = await listing.devices(
        visit.tx, visit.actor, event_id, words=words, standing=standing, cursor=cursor, limit=limit
    )
    return EventDevices(items=[EventDevice(**row) for row in page.items], next=page.next)


@router.post("/events/{event_id}/verdict")
async def judge_event(event_id: UUID, ask: EventVerdictAsk, visit: Visit, around: InAround) -> JudgementOut:
    """甄别研判: true admits the event, false, test and fault refuse it; a fault makes an upkeep of the device."""
    done = await judging.judge(visit.tx, visit.actor, event_id, ask.verdict, around=around, at=visit.at, text=ask.text)
    return JudgementOut.model_validate(done)


@router.get("/alarms/{alarm_id}/event")
async def event_of_alarm(alarm_id: UUID, visit: Visit) -> AlarmEventOut:
    """The event that an alarm became."""
    return AlarmEventOut(**await listing.of_alarm(visit.tx, visit.actor, alarm_id))
