"""HTTP of the classes of devices."""

from typing import Annotated, Any, Self, cast

from fastapi import APIRouter, Request, Response
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from yiwang import definitions
from yiwang.access.door import Door, Visit
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.sensing.classes import declaring
from yiwang.sensing.classes.book import ClassBook, kept
from yiwang.sensing.classes.model import CLASS, DeviceClass

router = APIRouter(prefix="/api/device-classes", route_class=Door, tags=["devices"])
TOML = {200: {"content": {"application/toml": {"schema": {"type": "string"}}}}}


class DeviceClassOut(DeviceClass):
    """A class as it is in force."""

    version: int
    valid_from: AwareDatetime


class DeviceClassesOut(BaseModel):
    items: list[DeviceClassOut]


class ClassesAsk(BaseModel):
    """Declarations as TOML or as rows; a dry run writes nothing."""

    toml: Annotated[str | None, Field(max_length=2_000_000)] = None
    rows: Annotated[list[dict[str, Any]] | None, Field(max_length=1000)] = None
    valid_from: AwareDatetime | None = None
    note: Annotated[str, Field(max_length=500)] = ""
    dry_run: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.toml is None) == (self.rows is None):
            raise ValueError("send either toml or rows")
        return self


class ClassFaultOut(BaseModel):
    """What is wrong in which row (from 1; 0 is the whole)."""

    row: int
    code: str
    field: str
    detail: str


class ClassesReport(BaseModel):
    """What the import did, or would do; with any fault nothing was written."""

    new: list[str]
    changed: dict[str, list[str]]
    same: list[str]
    faults: list[ClassFaultOut]
    written: bool


async def classes_here(request: Request, tx: Tx) -> ClassBook:
    """Return the classes as of this moment; one statement asks whether they changed."""
    state = request.app.state
    found = cast("Kept[ClassBook] | None", getattr(state, "device_classes", None))
    if found is None:
        found = state.device_classes = kept()
    await found.refresh(tx)
    return await found.get(tx)


@router.get("")
async def list_classes(visit: Visit) -> DeviceClassesOut:
    """The classes in force, each with its metrics."""
    visit.actor.scope("devices.read")
    book = await classes_here(visit.request, visit.tx)
    return DeviceClassesOut(
        items=[
            DeviceClassOut(**one.body.model_dump(), version=one.number, valid_from=one.valid_from)
            for one in book.in_force(visit.at)
        ]
    )


@router.get("/export", response_class=Response, responses=TOML)  # type: ignore[arg-type]
async def export_classes(visit: Visit) -> Response:
    """The classes in force as TOML, which the import takes."""
    visit.actor.scope("devices.read")
    versions = await definitions.as_of(visit.tx, CLASS, visit.at)
    text = definitions.write_toml(CLASS, [version.body for version in versions])
    return Response(text, media_type="application/toml; charset=utf-8")


@router.post("/import")
async def import_classes(ask: ClassesAsk, visit: Visit) -> ClassesReport:
    """Publish classes as a whole, or report every fault and write nothing."""
    given = ask.toml
    draft = definitions.read_toml(CLASS, given) if given is not None else definitions.check(CLASS, ask.rows or [])
    report = await declaring.import_draft(
        visit.tx,
        visit.actor,
        draft,
        at=visit.at,
        valid_from=ask.valid_from or visit.at,
        dry_run=ask.dry_run,
        note=ask.note,
    )
    return ClassesReport(
        new=report.new,
        changed={code: [change.field for change in changes] for code, changes in report.changed.items()},
        same=report.same,
        faults=[
            ClassFaultOut(row=one.entry, code=one.code, field=one.field, detail=one.detail) for one in report.faults
        ],
        written=not report.faults and not ask.dry_run,
    )
