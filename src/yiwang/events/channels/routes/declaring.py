"""HTTP: channels and next doors as declarations."""

from collections.abc import Sequence
from typing import Annotated, Any, Self

from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from yiwang import definitions
from yiwang.access.door import Door, Entry, Visit
from yiwang.definitions import Body, Draft, Kind, Report, Version
from yiwang.events.channels import declaring
from yiwang.events.channels.model import CHANNEL, NEXT_DOOR, Channel
from yiwang.events.channels.receiving import door_of
from yiwang.events.channels.shapes import ChannelOut, ChannelsOut, NextDoorOut, channels_here

router = APIRouter(prefix="/api", route_class=Door, tags=["channels"])
TOML = {200: {"content": {"application/toml": {"schema": {"type": "string"}}}}}


class ImportAsk(BaseModel):
    """Declarations as TOML or as rows; a dry run writes nothing."""

    toml: str | None = Field(None, max_length=2_000_000)
    rows: list[dict[str, Any]] | None = Field(None, max_length=1000)
    valid_from: AwareDatetime | None = None
    note: str = Field("", max_length=500)
    dry_run: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.toml is None) == (self.rows is None):
            raise ValueError("send either toml or rows")
        return self


class EndAsk(BaseModel):
    """From when on a declaration no longer holds; now when left out."""

    valid_to: AwareDatetime | None = None


class ChangeOut(BaseModel):
    field: str
    before: Any
    after: Any


class RowFaultOut(BaseModel):
    """What is wrong in which row (from 1; 0 is the whole)."""

    row: int
    code: str
    field: str
    detail: str


class ImportOut(BaseModel):
    """What the import did, or would do; with any fault nothing was written."""

    new: list[str]
    changed: dict[str, list[ChangeOut]]
    same: list[str]
    faults: list[RowFaultOut]
    written: bool


class ChannelDetail(BaseModel):
    """A channel with its mapping, as the import takes it, and every version it had."""

    channel: ChannelOut
    declaration: dict[str, Any]
    versions: list[ChannelOut]


@router.get("/channels")
async def list_channels(visit: Visit) -> ChannelsOut:
    """The channels in force."""
    declaring.may_send(visit.actor)
    book = await channels_here(visit.request, visit.tx)
    return ChannelsOut(items=[channel_out(version) for version in book.in_force(visit.at)])


@router.get("/channels/export", response_class=Response, responses=TOML)  # type: ignore[arg-type]
async def export_channels(visit: Visit) -> Response:
    """The channels in force as TOML, which the import takes."""
    return await _export(visit, CHANNEL)


@router.post("/channels/import")
async def import_channels(ask: ImportAsk, visit: Visit) -> ImportOut:
    """Publish channels as a whole, or report every fault and write nothing."""
    return await _import(ask, visit, CHANNEL)


@router.get("/channels/{code}")
async def read_channel(code: str, visit: Visit) -> ChannelDetail:
    """One channel with its mapping and its versions."""
    declaring.may_send(visit.actor)
    book = await channels_here(visit.request, visit.tx)
    body = book.channel(code, visit.at)
    versions = [version for version in book.channels if version.code == code]
    now = next(version for version in versions if version.body is body)
    declaration = body.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return ChannelDetail(
        channel=channel_out(now), declaration=declaration, versions=[channel_out(version) for version in versions]
    )


@router.post("/channels/{code}/end", status_code=204)
async def end_channel(code: str, ask: EndAsk, visit: Visit) -> None:
    """Take a channel out of force."""
    await declaring.end(visit.tx, visit.actor, CHANNEL, code, valid_to=ask.valid_to or visit.at, at=visit.at)


@router.get("/next-doors")
async def find_next_door(
    visit: Visit,
    text: Annotated[str, Query(max_length=4000)] = "",
    matter: Annotated[str | None, Query(max_length=40)] = None,
    reason: Annotated[str, Query(max_length=40)] = "not_ours",
) -> NextDoorOut:
    """Who answers instead for these words and this matter."""
    if not visit.actor.may("reports.create"):
        visit.actor.scope("events.read")
    book = await channels_here(visit.request, visit.tx)
    return NextDoorOut.model_validate(door_of(book.next_door(visit.at, text=text, matter=matter, reason=reason)))


@router.get("/next-doors/export", response_class=Response, responses=TOML)  # type: ignore[arg-type]
async def export_next_doors(visit: Visit) -> Response:
    """Who answers instead, as TOML, which the import takes."""
    return await _export(visit, NEXT_DOOR)


@router.post("/next-doors/import")
async def import_next_doors(ask: ImportAsk, visit: Visit) -> ImportOut:
    """Publish who answers instead as a whole, or report every fault and write nothing."""
    return await _import(ask, visit, NEXT_DOOR)


@router.post("/next-doors/{code}/end", status_code=204)
async def end_next_door(code: str, ask: EndAsk, visit: Visit) -> None:
    """Take one of the table out of force."""
    await declaring.end(visit.tx, visit.actor, NEXT_DOOR, code, valid_to=ask.valid_to or visit.at, at=visit.at)


async def _export(visit: Entry, kind: Kind[Body]) -> Response:
    declaring.may_declare(visit.actor)
    versions = await definitions.as_of(visit.tx, kind, visit.at)
    text = definitions.write_toml(kind, [version.body for version in versions])
    return Response(text, media_type="application/toml; charset=utf-8")


async def _import(ask: ImportAsk, visit: Entry, kind: Kind[Body]) -> ImportOut:
    draft: Draft[Body]
    draft = definitions.read_toml(kind, ask.toml) if ask.toml is not None else definitions.check(kind, ask.rows or [])
    report = await declaring.import_draft(
        visit.tx,
        visit.actor,
        kind,
        draft,
        at=visit.at,
        valid_from=ask.valid_from or visit.at,
        dry_run=ask.dry_run,
        note=ask.note,
    )
    return _import_out(report, ask.dry_run)


def channel_out(version: Version[Channel]) -> ChannelOut:
    """Return a channel as it is shown."""
    body = version.body.model_dump()
    own = {name: body[name] for name in ChannelOut.model_fields if name in body}
    return ChannelOut(**own, version=version.number, valid_from=version.valid_from)


def _import_out(report: Report, dry_run: bool) -> ImportOut:
    changed = {
        code: [ChangeOut(field=one.field, before=one.before, after=one.after) for one in changes]
        for code, changes in report.changed.items()
    }
    written = not report.faults and not dry_run
    return ImportOut(new=report.new, changed=changed, same=report.same, faults=_faults(report.faults), written=written)


def _faults(faults: Sequence[definitions.Fault]) -> list[RowFaultOut]:
    return [RowFaultOut(row=one.entry, code=one.code, field=one.field, detail=one.detail) for one in faults]
