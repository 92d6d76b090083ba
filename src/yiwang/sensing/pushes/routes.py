"""HTTP of declaring who pushes. The documents themselves have a door of their own (`door.py`)."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Response
from pydantic import AwareDatetime, BaseModel, Field

from yiwang import definitions
from yiwang.access.door import Door, Visit
from yiwang.sensing.declared import TOML, DeclaredAsk, DeclaredReport, as_toml
from yiwang.sensing.pushes import declaring
from yiwang.sensing.pushes.model import PUSH
from yiwang.sensing.readings.door import PREFIX

router = APIRouter(prefix="/api/device-pushes", route_class=Door, tags=["devices"])


class PushOut(BaseModel):
    """A push in force, and the path at which its documents are taken."""

    code: str
    name: str
    proof: Literal["key", "address", "hmac"]
    protocol: str
    mapping: dict[str, Any]
    keep_raw: bool
    turn: int
    version: int
    valid_from: AwareDatetime
    path: str


class PushesOut(BaseModel):
    items: list[PushOut]


class PushesAsk(DeclaredAsk):
    """Pushes as TOML or as rows; a dry run writes nothing."""

    rows: Annotated[list[dict[str, Any]] | None, Field(max_length=200)] = None


class PushesReport(DeclaredReport):
    """What the import did, or would do; with any fault nothing was written."""


class PushSecretOut(BaseModel):
    """What a push proves itself by; for the proof `address` the whole path to be set at the other platform."""

    secret: str
    path: str


@router.get("")
async def list_pushes(visit: Visit) -> PushesOut:
    """The pushes in force."""
    declaring.may_declare(visit.actor)
    versions = await definitions.as_of(visit.tx, PUSH, visit.at)
    return PushesOut(
        items=[
            PushOut(**one.body.model_dump(), version=one.number, valid_from=one.valid_from, path=PREFIX + one.code)
            for one in versions
        ]
    )


@router.get("/export", response_class=Response, responses=TOML)  # type: ignore[arg-type]
async def export_pushes(visit: Visit) -> Response:
    """The pushes in force as TOML, which the import takes."""
    declaring.may_declare(visit.actor)
    versions = await definitions.as_of(visit.tx, PUSH, visit.at)
    return as_toml(PUSH, versions)


@router.post("/import")
async def import_pushes(ask: PushesAsk, visit: Visit) -> PushesReport:
    """Publish pushes as a whole, or report every fault and write nothing."""
    report = await declaring.import_draft(
        visit.tx, visit.actor, ask.draft(PUSH), at=visit.at, valid_from=ask.valid_from or visit.at, dry_run=ask.dry_run
    )
    return PushesReport.of(report, dry_run=ask.dry_run)


@router.post("/{code}/secret")
async def reveal_push_secret(code: str, visit: Visit) -> PushSecretOut:
    """Show what a push proves itself by."""
    found = await declaring.reveal_secret(visit.tx, visit.actor, visit.keyring, code, at=visit.at)
    book = await definitions.as_of(visit.tx, PUSH, visit.at)
    at_the_end = any(one.code == code and one.body.proof == "address" for one in book)
    return PushSecretOut(secret=found, path=f"{PREFIX}{code}/{found}" if at_the_end else PREFIX + code)


@router.post("/{code}/end", status_code=204)
async def end_push(code: str, visit: Visit) -> None:
    """Take nothing more from this platform."""
    await declaring.end(visit.tx, visit.actor, code, at=visit.at)
