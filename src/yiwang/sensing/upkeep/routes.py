"""HTTP of rounds and of the figures of devices."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import FULL, Personal
from yiwang.sensing.devices import Around, tables
from yiwang.sensing.readings.asking import Readings
from yiwang.sensing.upkeep import counting, inspecting

router = APIRouter(prefix="/api", route_class=Door, tags=["devices"])
By = Literal["class", "street", "jurisdiction", "maker", "owner", "maintainer"]
Outcome = Literal["in_order", "repaired", "fault", "missing"]
_FORMS = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


async def _around(request: Request) -> Around:
    found: Around | None = getattr(request.app.state, "around_devices", None)
    if found is None:
        found = request.app.state.around_devices = Around.of(request.app.state.locators)
    return found


async def _readings(request: Request) -> Readings:
    found: Readings | None = getattr(request.app.state, "readings", None)
    if found is None:
        found = request.app.state.readings = Readings.over(request.app.state.data_dir)
    return found


InAround = Annotated[Around, Depends(_around)]
InReadings = Annotated[Readings, Depends(_readings)]


class DueDevice(BaseModel):
    """A device to be inspected; `due_on` by its plan or class after the last inspection, its installation or entry."""

    id: UUID
    code: str
    name: str
    class_code: str
    state: str
    address: Annotated[str, Personal("address", level=2, shown=FULL, why="where whoever inspects the device has to go")]
    floor: str
    lon: float | None
    lat: float | None
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    maintainer_id: UUID | None
    inspected_at: datetime | None
    every_days: int
    due_on: date


class DueOut(BaseModel):
    items: list[DueDevice]
    next: str | None


class InspectionAsk(BaseModel):
    """What was found; `readings` are what the inspector read off, by metric."""

    model_config = ConfigDict(extra="forbid")
    outcome: Outcome
    note: Annotated[str, Field(max_length=1000)] = ""
    readings: Annotated[dict[str, float], Field(max_length=64)] = {}
    photos: Annotated[list[UUID], Field(max_length=20)] = []


class InspectionMade(BaseModel):
    id: UUID


class InspectionOut(BaseModel):
    id: UUID
    outcome: Outcome
    note: str
    readings: dict[str, float]
    photos: list[UUID]
    inspected_by: UUID
    at: datetime


class InspectionsOut(BaseModel):
    items: list[InspectionOut]
    next: str | None


class PlanIO(BaseModel):
    """How often a class is inspected in a jurisdiction (none: everywhere); no days: as the class says."""

    model_config = ConfigDict(extra="forbid")
    class_code: Annotated[str, Field(max_length=40)]
    jurisdiction_id: UUID | None = None
    every_days: Annotated[int | None, Field(ge=1, le=3650)]


class PlansOut(BaseModel):
    items: list[PlanIO]


class UpkeepFigure(BaseModel):
    """A group of devices, the retired left out. Rates of 0 to 1; `wrong` are judged false or a device's fault."""

    key: str | None
    name: str
    total: int
    online: int
    offline: int
    silent: int
    noisy: int
    fault: int
    maintenance: int
    judged: int
    wrong: int
    online_rate: float | None
    misreport_rate: float | None


class UpkeepFigures(BaseModel):
    items: list[UpkeepFigure]


@router.get("/inspections/due")
async def due_inspections(
    visit: Visit,
    around: InAround,
    until: date | None = None,
    class_code: Annotated[str | None, Query(max_length=40)] = None,
    maintainer_id: UUID | None = None,
    jurisdiction_id: UUID | None = None,
    cursor: Annotated[str | None, Query(max_length=300)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> DueOut:
    """Devices to be inspected by a day (today when left out), the longest due first."""
    book, _ = await around.fresh(visit.tx)
    sought = {"class_code": class_code, "maintainer_id": maintainer_id, "jurisdiction_id": jurisdiction_id}
    day = until or visit.at.date()
    page = await inspecting.due(visit.tx, visit.actor, book, sought, until=day, cursor=cursor, limit=limit)
    return DueOut(items=[DueDevice(**one) for one in page.items], next=page.next)


@router.get("/inspections/plans")
async def list_plans(visit: Visit) -> PlansOut:
    """How often classes are inspected where it is not what the class says."""
    return PlansOut(items=[PlanIO(**one) for one in await inspecting.plans(visit.tx, visit.actor)])


@router.put("/inspections/plans", status_code=204)
async def set_plan(ask: PlanIO, visit: Visit, around: InAround) -> None:
    """Say how often a class is inspected."""
    book, _ = await around.fresh(visit.tx)
    await inspecting.set_plan(
        visit.tx, visit.actor, book, ask.class_code, ask.jurisdiction_id, ask.every_days, at=visit.at
    )


@router.post("/devices/{device_id}/inspections", status_code=201)
async def inspect_device(device_id: UUID, ask: InspectionAsk, visit: Visit) -> InspectionMade:
    """Note what was found at a device."""
    made = await inspecting.inspect(
        visit.tx,
        visit.actor,
        device_id,
        ask.outcome,
        at=visit.at,
        note=ask.note,
        readings=ask.readings,
        photos=ask.photos,
    )
    return InspectionMade(id=made)


@router.get("/devices/{device_id}/inspections")
async def list_inspections(
    device_id: UUID,
    visit: Visit,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> InspectionsOut:
    """The inspections of a device, the newest first."""
    page = await inspecting.history(visit.tx, visit.actor, device_id, cursor=cursor, limit=limit)
    return InspectionsOut(items=[InspectionOut(**one) for one in page.items], next=page.next)


@router.get("/device-figures")
async def upkeep_figures(
    visit: Visit,
    around: InAround,
    readings: InReadings,
    by: By = "class",
    days: Annotated[int, Query(ge=1, le=366)] = 30,
) -> UpkeepFigures:
    """Online rate, misreport rate, silent and noisy devices by class, street, maker, owner."""
    found = await _figures(visit, around, readings, by, days)
    return UpkeepFigures(items=[UpkeepFigure(**one) for one in found])


@router.get("/device-figures/export", response_class=Response)
async def export_figures(
    visit: Visit,
    around: InAround,
    readings: InReadings,
    by: By = "class",
    days: Annotated[int, Query(ge=1, le=366)] = 30,
    form: Literal["csv", "xlsx"] = "csv",
) -> Response:
    """The same as a table."""
    lines = counting.lines_of(await _figures(visit, around, readings, by, days), by)
    data = tables.write_csv(lines) if form == "csv" else tables.write_xlsx(lines)
    return Response(data, media_type=_FORMS[form])


async def _figures(visit: Visit, around: Around, readings: Readings, by: By, days: int) -> list[dict[str, object]]:
    visit.actor.scope("devices.read")
    book, units = await around.fresh(visit.tx)
    locator = await around.locators.at(visit.tx, visit.at)
    rows = await counting.figures(visit.tx, visit.actor, readings, by, locator, at=visit.at, days=days)
    return counting.named(rows, by, book, locator, units)
