"""HTTP of the classes of devices."""

from typing import Annotated, cast

from fastapi import APIRouter, Request, Response
from pydantic import AwareDatetime, BaseModel, Field

from yiwang import definitions
from yiwang.access.door import Door, Visit
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.sensing.classes import declaring
from yiwang.sensing.classes.book import ClassBook, kept
from yiwang.sensing.classes.model import CLASS, DeviceClass
from yiwang.sensing.declared import TOML, DeclaredAsk, DeclaredReport, as_toml

router = APIRouter(prefix="/api/device-classes", route_class=Door, tags=["devices"])


class DeviceClassOut(DeviceClass):
    """A class as it is in force."""

    version: int
    valid_from: AwareDatetime


class DeviceClassesOut(BaseModel):
    items: list[DeviceClassOut]


class ClassesAsk(DeclaredAsk):
    """Classes as TOML or as rows; a dry run writes nothing."""

    note: Annotated[str, Field(max_length=500)] = ""


class ClassesReport(DeclaredReport):
    """What the import did, or would do; with any fault nothing was written."""


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
    return as_toml(CLASS, versions)


@router.post("/import")
async def import_classes(ask: ClassesAsk, visit: Visit) -> ClassesReport:
    """Publish classes as a whole, or report every fault and write nothing."""
    report = await declaring.import_draft(
        visit.tx,
        visit.actor,
        ask.draft(CLASS),
        at=visit.at,
        valid_from=ask.valid_from or visit.at,
        dry_run=ask.dry_run,
        note=ask.note,
    )
    return ClassesReport.of(report, dry_run=ask.dry_run)
