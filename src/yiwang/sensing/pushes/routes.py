"""HTTP of declaring who pushes. The documents themselves have a door of their own (`door.py`)."""

from typing import Annotated, Any, Literal, Self

from fastapi import APIRouter, Response
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from yiwang import definitions
from yiwang.access.door import Door, Visit
from yiwang.sensing.pushes import declaring
from yiwang.sensing.pushes.model import PUSH
from yiwang.sensing.readings.door import PREFIX

router = APIRouter(prefix="/api/device-pushes", route_class=Door, tags=["devices"])
TOML = {200: {"content": {"application/toml": {"schema": {"type": "string"}}}}}


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


class PushesAsk(BaseModel):
    """Declarations as TOML or as rows; a dry run writes nothing."""

    toml: Annotated[str | None, Field(max_length=500_000)] = None
    rows: Annotated[list[dict[str, Any]] | None, Field(max_length=200)] = None
    valid_from: AwareDatetime | None = None
    dry_run: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.toml is None) == (self.rows is None):
            raise ValueError("send either toml or rows")
        return self


class PushFaultOut(BaseModel):
    """What is wrong in which row (from 1; 0 is the whole)."""

    row: int
    code: str
    field: str
    detail: str


class PushesReport(BaseModel):
    """What the import did, or would do; with any fault nothing was written."""

    new: list[str]
    changed: dict[str, list[str]]
    same: list[str]
    faults: list[PushFaultOut]
    written: bool


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
    text = definitions.write_toml(PUSH, [version.body for version in versions])
    return Response(text, media_type="application/toml; charset=utf-8")


@router.post("/import")
async def import_pushes(ask: PushesAsk, visit: Visit) -> PushesReport:
    """Publish pushes as a whole, or report every fault and write nothing."""
    given = ask.toml
    draft = definitions.read_toml(PUSH, given) if given is not None else definitions.check(PUSH, ask.rows or [])
    report = await declaring.import_draft(
        visit.tx, visit.actor, draft, at=visit.at, valid_from=ask.valid_from or visit.at, dry_run=ask.dry_run
    )
    return PushesReport(
        new=report.new,
        changed={code: [change.field for change in changes] for code, changes in report.changed.items()},
        same=report.same,
        faults=[
            PushFaultOut(row=one.entry, code=one.code, field=one.field, detail=one.detail) for one in report.faults
        ],
        written=not report.faults and not ask.dry_run,
    )


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
