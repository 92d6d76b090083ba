"""HTTP of readings: the latest of all, a chart, noisy devices. What comes in has a door of its own (`door.py`)."""

import asyncio
from datetime import date, datetime
from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict

from yiwang.access.door import Door, LongDoor, LongVisit, Visit, takes
from yiwang.sensing.readings import arrow, asking, backfilling
from yiwang.sensing.readings.asking import Readings
from yiwang.sensing.readings.charting import MOST_POINTS

router = APIRouter(prefix="/api", route_class=Door, tags=["devices"])
long_router = APIRouter(route_class=LongDoor, tags=["devices"])


async def readings_here(request: Request) -> Readings:
    """Return what this process holds of readings."""
    found: Readings | None = getattr(request.app.state, "readings", None)
    if found is None:
        found = request.app.state.readings = Readings.over(request.app.state.data_dir)
    return found


InReadings = Annotated[Readings, Depends(readings_here)]


class LatestOut(BaseModel):
    """Columns of one length: `device` and `metric` are places in `devices` and `metrics`; `time` in ms since 1970."""

    devices: list[UUID]
    metrics: list[str]
    device: list[int]
    metric: list[int]
    time: list[int]
    value: list[float]
    quality: list[int]


class ChartOut(BaseModel):
    """Columns: the beginning of each stretch that holds anything, its readings, mean, lowest, highest."""

    time: list[int]
    n: list[int]
    mean: list[float]
    low: list[float]
    high: list[float]
    drawn_from: str


class NoisyDevice(BaseModel):
    device_id: UUID
    readings: int
    expected: float


class NoisyOut(BaseModel):
    items: list[NoisyDevice]


class FillProblemOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    row: int
    field: str
    detail: str


class FillOut(BaseModel):
    """What a backfill did, or would do; up to 1,000 of the `wrong` rows are named."""

    model_config = ConfigDict(from_attributes=True)
    rows: int
    readings: int
    wrong: int
    problems: list[FillProblemOut]
    devices: int
    first: datetime | None
    last: datetime | None
    written: bool


@router.get("/readings/latest", response_model=LatestOut)
async def latest_readings(
    visit: Visit, readings: InReadings, class_code: Annotated[str | None, Query(max_length=40)] = None
) -> LatestOut | Response:
    """The last reading of every series in one's scope, in one call."""
    found = await asking.latest(visit.tx, visit.actor, readings, class_code=class_code)
    # Arrow's media type is no part of the document: clients of it know what they ask for.
    if arrow.MEDIA in visit.request.headers.get("accept", ""):
        return Response(await asyncio.to_thread(arrow.stream, found), media_type=arrow.MEDIA)
    columns = found.columns
    return LatestOut(
        devices=found.devices,
        metrics=found.metrics,
        device=found.device,
        metric=found.metric,
        time=columns.time.tolist(),
        value=columns.value.tolist(),
        quality=columns.quality.tolist(),
    )


@router.get("/readings/noisy")
async def noisy_devices(visit: Visit, readings: InReadings, day: date) -> NoisyOut:
    """Devices that sent far more in a UTC day than their class's period gives; of days that are rolled up."""
    found = await asking.noisy(visit.tx, visit.actor, readings, day=day.isoformat(), at=visit.at)
    return NoisyOut(items=[NoisyDevice(**one) for one in found[:200]])


@long_router.get("/devices/{device_id}/chart")
async def device_chart(
    device_id: UUID,
    visit: LongVisit,
    readings: InReadings,
    metric: Annotated[str, Query(max_length=40)],
    since: AwareDatetime,
    until: AwareDatetime,
    points: Annotated[int, Query(ge=1, le=MOST_POINTS)] = 500,
) -> ChartOut:
    """The chart of a device's metric over [since, until), in up to so many stretches."""
    span: tuple[datetime, datetime] = (since, until)
    found = await asking.own_chart(visit.database, visit.actor, readings, device_id, metric, *span, points=points)
    return ChartOut(
        time=found.time.tolist(),
        n=found.n.tolist(),
        mean=found.mean.tolist(),
        low=found.low.tolist(),
        high=found.high.tolist(),
        drawn_from=found.drawn_from,
    )


@long_router.post("/readings/import", openapi_extra={"requestBody": {"content": {"text/csv": {}}}})
@takes(64 << 20)
async def import_readings(visit: LongVisit, dry_run: bool = False, skip_wrong: bool = False) -> FillOut:
    """Take in a CSV of old readings as a whole, or with any problem nothing of it; they raise no alarms."""
    visit.actor.scope("readings.import")
    state, now = visit.request.app.state, visit.database.clock.now()
    report = await backfilling.fill(
        visit.database,
        visit.actor,
        state.inlet,
        await visit.body(),
        zone=ZoneInfo(state.settings.zone),
        at=now,
        dry_run=dry_run,
        skip_wrong=skip_wrong,
    )
    return FillOut.model_validate(report)


router.include_router(long_router)
