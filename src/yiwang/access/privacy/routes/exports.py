"""Exports: what there is, asking, deciding, fetching."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import exporting, making
from yiwang.access.privacy.model import FULL, Personal
from yiwang.access.privacy.routes.shapes import OFFICER, Ask, InDeclared, Out, Text, Words
from yiwang.access.privacy.sheets import media_type

router = APIRouter(prefix="/api", route_class=Door, tags=["personal data"])
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type(form): {"schema": {"type": "string", "format": "binary"}} for form in ("csv", "xlsx")}}
}
Name = Annotated[str, Personal("name", level=2, shown=FULL, why=OFFICER)]


class ExportColumnOut(BaseModel):
    """A column; with a `level` its rows are given only after an approval."""

    code: str
    label_zh: str
    label_en: str
    personal: str | None
    level: int | None


class DataSetOut(BaseModel):
    code: str
    label_zh: str
    label_en: str
    columns: list[ExportColumnOut]


class DataSets(BaseModel):
    items: list[DataSetOut]


class ExportAsk(Ask):
    """`columns` left out: all that are not personal. `reason` is needed as soon as one is."""

    data_set: Words
    format: Literal["csv", "xlsx"]
    columns: Annotated[list[Words], Field(max_length=60)] | None = None
    filters: dict[str, Any] = Field(default_factory=dict)
    reason: Text = ""


class DecideAsk(Ask):
    text: Text = ""


class RefuseAsk(Ask):
    text: Text


class ExportOut(Out):
    """An export: who asked for what and why, who decided, until when it may be fetched."""

    id: UUID
    number: str
    data_set: str
    format: str
    columns: list[str]
    personal: list[str]
    filters: dict[str, Any]
    reason: str
    state: str
    asked_by: UUID
    asked_by_name: Name
    asked_at: datetime
    decided_by: UUID | None
    decided_by_name: Annotated[str | None, Personal("name", level=2, shown=FULL, why=OFFICER)]
    decided_at: datetime | None
    answer: str | None
    made_at: datetime | None
    rows: int | None
    bytes: int | None
    expires: datetime | None
    fetches: int


class Exports(BaseModel):
    items: list[ExportOut]
    next: str | None


@router.get("/exports/data-sets")
async def list_data_sets(visit: Visit, declared: InDeclared) -> DataSets:
    """What you may ask for, with its columns."""
    visit.actor.scope("exports.ask")
    items = [
        DataSetOut(
            code=code,
            label_zh=kind.zh,
            label_en=kind.en,
            columns=[
                ExportColumnOut(
                    code=column.code,
                    label_zh=column.zh,
                    label_en=column.en,
                    personal=column.personal.kind if column.personal else None,
                    level=column.personal.data_level if column.personal else None,
                )
                for column in kind.columns
            ],
        )
        for code, kind in sorted(declared.data_sets.items())
        if visit.actor.may(kind.permission)
    ]
    return DataSets(items=items)


@router.post("/exports", status_code=201)
async def ask_export(ask: ExportAsk, visit: Visit, declared: InDeclared) -> ExportOut:
    """Ask for an export. Without personal columns it is made at once; with any, another person approves it first."""
    row = await exporting.ask_export(
        visit.tx,
        visit.actor,
        declared,
        ask.data_set,
        ask.format,
        columns=ask.columns,
        filters=ask.filters,
        reason=ask.reason,
        at=visit.at,
    )
    return ExportOut(**row)


@router.get("/exports")
async def list_exports(
    visit: Visit, state: Words | None = None, cursor: Words | None = None, limit: int = 50
) -> Exports:
    """Your exports, youngest first; everybody's for whoever approves."""
    page = await exporting.list_exports(visit.tx, visit.actor, state=state, cursor=cursor, limit=limit)
    return Exports(items=[ExportOut(**row) for row in page.items], next=page.next)


@router.get("/exports/{export_id}")
async def see_export(export_id: UUID, visit: Visit) -> ExportOut:
    """One export."""
    return ExportOut(**await exporting.see_export(visit.tx, visit.actor, export_id))


@router.post("/exports/{export_id}/approve")
async def approve(export_id: UUID, ask: DecideAsk, visit: Visit) -> ExportOut:
    """Say yes to another's export 审批通过."""
    return ExportOut(**await exporting.approve(visit.tx, visit.actor, export_id, at=visit.at, text=ask.text))


@router.post("/exports/{export_id}/refuse")
async def refuse(export_id: UUID, ask: RefuseAsk, visit: Visit) -> ExportOut:
    """Say no, with the reason."""
    return ExportOut(**await exporting.refuse(visit.tx, visit.actor, export_id, at=visit.at, text=ask.text))


@router.get("/exports/{export_id}/file", response_class=Response, responses=_FILE)
async def fetch(export_id: UUID, visit: Visit) -> Response:
    """The file, for whoever asked for it, within 24 hours."""
    folder = Path(visit.request.app.state.data_dir) / "exports"
    row, data = await making.fetch(visit.tx, visit.actor, visit.keyring, folder, export_id, at=visit.at)
    headers = {
        "Content-Disposition": f'attachment; filename="{row["number"]}.{row["format"]}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(data, media_type=media_type(row["format"]), headers=headers)
