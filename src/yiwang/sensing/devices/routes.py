"""HTTP of devices and of strangers."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.door import Door, LongDoor, LongVisit, Visit, takes
from yiwang.access.privacy import FULL, Personal
from yiwang.base.errors import NotFound
from yiwang.sensing.devices import adopting, importing, listing, registering, tables
from yiwang.sensing.devices.model import MOST_KEYS, Device, DeviceIn, Key, Report
from yiwang.sensing.devices.registering import Around

router = APIRouter(prefix="/api/devices", route_class=Door, tags=["devices"])
_long = APIRouter(route_class=LongDoor)
Status = Literal["online", "offline", "fault", "maintenance", "retired"]
By = Literal["class", "maker", "owner", "maintainer", "jurisdiction"]
Word = Annotated[str, Field(max_length=300)]
_FORMS = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


async def around_here(request: Request) -> Around:
    """Return classes, units and boundaries as this process holds them."""
    found: Around | None = getattr(request.app.state, "around_devices", None)
    if found is None:
        found = request.app.state.around_devices = Around.of(request.app.state.locators)
    return found


InAround = Annotated[Around, Depends(around_here)]


class KeyIO(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    protocol: Annotated[str, Field(max_length=20)]
    external_id: Annotated[str, Field(max_length=200)]


class DeviceAsk(BaseModel):
    """A device; its jurisdiction is found by the point or the address unless it is given."""

    model_config = ConfigDict(extra="forbid")
    code: Annotated[str, Field(max_length=80)]
    class_code: Annotated[str, Field(max_length=40)]
    name: Word = ""
    maker: Word = ""
    model: Word = ""
    serial: Word = ""
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    datum: Literal["CGCS2000", "WGS84", "GCJ02", "BD09"] = "CGCS2000"
    address: Word = ""
    address_id: UUID | None = None
    floor: Annotated[str, Field(max_length=40)] = ""
    jurisdiction_id: UUID | None = None
    organisation_id: UUID | None = None
    maintainer_id: UUID | None = None
    contract: Word = ""
    photo_id: UUID | None = None
    installed_on: date | None = None
    keys: Annotated[list[KeyIO], Field(max_length=MOST_KEYS)] = []

    def given(self) -> DeviceIn:
        """Return it as the verbs take it."""
        keys = tuple(Key(key.protocol, key.external_id) for key in self.keys)
        return DeviceIn(**{**self.model_dump(exclude={"keys"}), "keys": keys})


class DeviceStateAsk(BaseModel):
    state: Literal["in_service", "fault", "maintenance", "retired"]


class StrangerAsk(BaseModel):
    source: Annotated[str, Field(max_length=40)]
    external_id: Annotated[str, Field(max_length=200)]


class AdoptAsk(StrangerAsk):
    device: DeviceAsk


class DeviceOut(BaseModel):
    """A device. `series` are the numbers of its metrics, for binary batches; keys only for who may write devices."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    code: str
    name: str
    class_code: str
    maker: str
    model: str
    serial: str
    lon: float | None
    lat: float | None
    address: Annotated[str, Personal("address", level=2, shown=FULL, why="where whoever repairs the device has to go")]
    floor: str
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    maintainer_id: UUID | None
    contract: str
    photo_id: UUID | None
    installed_on: date | None
    state: str
    status: Status
    seen_at: datetime | None
    online_changed_at: datetime | None
    series: dict[str, int]
    keys: list[KeyIO]
    version: int


class DevicesOut(BaseModel):
    items: list[DeviceOut]
    next: str | None


class DeviceProblemOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    row: int
    field: str
    detail: str


class DevicesReport(BaseModel):
    """What an import did, or would do; with any problem nothing was written."""

    model_config = ConfigDict(from_attributes=True)
    rows: int
    added: int
    changed: int
    unchanged: int
    problems: list[DeviceProblemOut]
    dry_run: bool


class DeviceFigure(BaseModel):
    """Devices in service or not, without the retired; `silent` were never heard; `online_rate` of 0 to 1."""

    key: str | None
    total: int
    online: int
    offline: int
    silent: int
    fault: int
    maintenance: int
    online_rate: float | None


class DeviceFiguresOut(BaseModel):
    items: list[DeviceFigure]


class StrangerOut(BaseModel):
    source: str
    external_id: str
    reason: str
    first_at: datetime
    last_at: datetime
    messages: int
    state: str
    device_id: UUID | None


class StrangersOut(BaseModel):
    items: list[StrangerOut]
    next: str | None


async def _sought(
    words: Annotated[str | None, Query(max_length=100)] = None,
    class_code: Annotated[str | None, Query(max_length=40)] = None,
    status: Status | None = None,
    jurisdiction_id: UUID | None = None,
    organisation_id: UUID | None = None,
    maintainer_id: UUID | None = None,
    maker: Annotated[str | None, Query(max_length=100)] = None,
) -> Mapping[str, Any]:
    return dict(locals())


Sought = Annotated[Mapping[str, Any], Depends(_sought)]


def _out(device: Device, visit: Any) -> DeviceOut:
    shown = DeviceOut.model_validate(device)
    if not visit.actor.may("devices.write"):
        shown.keys = []
    return shown


@router.get("")
async def list_devices(
    visit: Visit,
    sought: Sought,
    cursor: Annotated[str | None, Query(max_length=300)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> DevicesOut:
    """Devices in one's scope, by code."""
    page = await listing.page(visit.tx, visit.actor, sought, cursor=cursor, limit=limit)
    return DevicesOut(items=[_out(one, visit) for one in page.items], next=page.next)


@router.post("", status_code=201)
async def add_device(ask: DeviceAsk, visit: Visit, around: InAround) -> DeviceOut:
    """Add a device."""
    report = await registering.take_in(visit.tx, visit.actor, [ask.given()], around=around, at=visit.at, only_new=True)
    if report.problems:
        raise registering.first_problem(report)
    return _out(await listing.see(visit.tx, visit.actor, report.ids[0]), visit)


@router.get("/figures")
async def device_figures(visit: Visit, by: By = "class") -> DeviceFiguresOut:
    """How many devices are online, offline, never heard, at fault; by class, maker, owner, maintainer, jurisdiction."""
    rows = await listing.figures(visit.tx, visit.actor, by)
    items = []
    for row in rows:
        counted = row["online"] + row["offline"]
        items.append(DeviceFigure(**row, online_rate=row["online"] / counted if counted else None))
    return DeviceFiguresOut(items=items)


@router.get("/strangers")
async def list_strangers(
    visit: Visit,
    state: Literal["waiting", "adopted", "refused"] = "waiting",
    cursor: Annotated[str | None, Query(max_length=600)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> StrangersOut:
    """Who speaks to us and is in no registry, the latest heard first."""
    page = await adopting.strangers(visit.tx, visit.actor, state=state, cursor=cursor, limit=limit)
    return StrangersOut(items=[StrangerOut(**one) for one in page.items], next=page.next)


@router.post("/strangers/adopt", status_code=201)
async def adopt_stranger(ask: AdoptAsk, visit: Visit, around: InAround) -> DeviceOut:
    """Take a stranger into the registry under the key it spoke with."""
    made = await adopting.adopt(
        visit.tx, visit.actor, ask.source, ask.external_id, ask.device.given(), around=around, at=visit.at
    )
    return _out(await listing.see(visit.tx, visit.actor, made), visit)


@router.post("/strangers/refuse", status_code=204)
async def refuse_stranger(ask: StrangerAsk, visit: Visit) -> None:
    """Say that a stranger is none of ours."""
    await adopting.refuse(visit.tx, visit.actor, ask.source, ask.external_id, at=visit.at)


@_long.get("/export", response_class=Response)
async def export_devices(
    visit: LongVisit, sought: Sought, around: InAround, form: Literal["csv", "xlsx"] = "csv"
) -> Response:
    """Devices in one's scope as a table that the import takes; keys only for who may write devices."""
    lines = await importing.export_lines(visit.database, visit.actor, sought, around=around)
    data = tables.write_csv(lines) if form == "csv" else tables.write_xlsx(lines)
    return Response(data, media_type=_FORMS[form])


@_long.post("/import", openapi_extra={"requestBody": {"content": {"application/octet-stream": {}}}})
@takes(32 << 20)
async def import_devices(visit: LongVisit, around: InAround, dry_run: bool = False) -> DevicesReport:
    """Take in a CSV or XLSX file as a whole, or with any problem nothing of it."""
    data = await visit.body()
    report: Report = await importing.import_file(visit.database, visit.actor, data, around=around, dry_run=dry_run)
    return DevicesReport.model_validate(report)


router.include_router(_long)  # before "/{device_id}", which would else take their words for an id


@router.get("/{device_id}")
async def get_device(device_id: UUID, visit: Visit) -> DeviceOut:
    """One device."""
    return _out(await listing.see(visit.tx, visit.actor, device_id), visit)


@router.put("/{device_id}")
async def change_device(device_id: UUID, ask: DeviceAsk, visit: Visit, around: InAround) -> DeviceOut:
    """Change a device; its code and its class stay."""
    visit.actor.scope("devices.write")
    if (await listing.see(visit.tx, visit.actor, device_id)).code != ask.code:
        raise NotFound("There is no such device with this code; a code is not changed.")
    report = await registering.take_in(visit.tx, visit.actor, [ask.given()], around=around, at=visit.at)
    if report.problems:
        raise registering.first_problem(report)
    return _out(await listing.see(visit.tx, visit.actor, device_id), visit)


@router.post("/{device_id}/state", status_code=204)
async def set_device_state(device_id: UUID, ask: DeviceStateAsk, visit: Visit) -> None:
    """Say that a device is in service, at fault, in maintenance or retired."""
    await registering.set_state(visit.tx, visit.actor, device_id, ask.state, at=visit.at)
