"""HTTP: the catalogue of matters and suggestions from a text."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from yiwang import definitions
from yiwang.access.door import Door, Visit
from yiwang.base.errors import NotFound
from yiwang.calendar.model import Unit
from yiwang.definitions import Draft, Report
from yiwang.matters import cataloguing, standard
from yiwang.matters.model import MATTER, Matter, MatterBody, MatterKind
from yiwang.matters.routes.common import FaultOut, book_of, faults_out

router = APIRouter(prefix="/api", route_class=Door, tags=["matters"])


class LimitOut(BaseModel):
    """How long handling may take; provisional 暂定 when no source gives it."""

    value: float
    unit: Unit
    provisional: bool
    source: str


class MatterOut(BaseModel):
    """A matter as in force; `id` is the version a case keeps."""

    id: UUID
    code: str
    name: str
    major: str
    major_name: str
    kind: MatterKind
    standard_ref: str
    national_code: str | None
    component: str | None
    version: int
    limit: LimitOut
    urgent: bool
    confirm: bool
    check: bool
    filing_condition: str
    closing_condition: str
    before_photos: int
    after_photos: int
    receipt_minutes: int | None
    valid_from: datetime | None
    valid_to: datetime | None


class MattersOut(BaseModel):
    """Matters by code."""

    items: list[MatterOut]


class MatterHistoryOut(BaseModel):
    """A matter as in force and every version it had."""

    matter: MatterOut
    words: list[str]
    versions: list[MatterOut]


class SuggestIn(BaseModel):
    """What somebody said."""

    text: str = Field(max_length=4000)


class SuggestionOut(BaseModel):
    """A matter the text may speak of."""

    code: str
    name: str
    confidence: float
    reason: str


class SuggestionsOut(BaseModel):
    """Best first."""

    items: list[SuggestionOut]


class OlderOut(BaseModel):
    """An event of GB/T 30428.2-2013; `code` null when it has no match."""

    old: str
    name: str
    major_name: str
    code: str | None
    note: str


class ComponentOut(BaseModel):
    """A kind of managed component."""

    code: str
    name: str
    major: str
    major_name: str
    standard_ref: str


class ChangeOut(BaseModel):
    """A field that differs."""

    field: str
    before: Any
    after: Any


class ImportIn(BaseModel):
    """Matters as TOML (`[[matter]]` tables) or as rows; a dry run writes nothing."""

    toml: str | None = Field(None, max_length=4_000_000)
    rows: list[dict[str, Any]] | None = Field(None, max_length=5_000)
    valid_from: AwareDatetime | None = None
    note: str = Field("", max_length=500)
    dry_run: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.toml is None) == (self.rows is None):
            raise ValueError("send either toml or rows")
        return self


class ImportOut(BaseModel):
    """What the import did, or would do; with any fault nothing was written."""

    new: list[str]
    changed: dict[str, list[ChangeOut]]
    same: list[str]
    faults: list[FaultOut]
    written: bool


@router.get("/matters")
async def matters(
    visit: Visit,
    q: Annotated[str, Query(max_length=100)] = "",
    major: Annotated[str | None, Query(max_length=40)] = None,
    at: AwareDatetime | None = None,
) -> MattersOut:
    """Return the matters in force, by code, whose code, name or words hold `q`."""
    visit.actor.scope("matters.read")
    catalogue = (await book_of(visit)).catalogue
    found = [matter for matter in catalogue.current(at or visit.at) if major in (None, matter.major)]
    return MattersOut(items=[_matter_out(matter) for matter in found if _speaks_of(matter, q.strip())])


@router.get("/matters/older")
async def older(visit: Visit) -> list[OlderOut]:
    """Return the events of GB/T 30428.2-2013 with the matter each became."""
    visit.actor.scope("matters.read")
    return [OlderOut.model_validate(one, from_attributes=True) for one in standard.older_events()]


@router.get("/matters/components")
async def components(visit: Visit) -> list[ComponentOut]:
    """Return the kinds of managed components."""
    visit.actor.scope("matters.read")
    return [ComponentOut.model_validate(one, from_attributes=True) for one in standard.components()]


@router.get("/matters/export", response_class=Response, responses={200: {"content": {"application/toml": {}}}})
async def export(visit: Visit) -> Response:
    """Return the catalogue in force as TOML, which the import takes."""
    visit.actor.scope("matters.read")
    versions = await definitions.as_of(visit.tx, MATTER, visit.at)
    text = definitions.write_toml(MATTER, [version.body for version in versions])
    return Response(text, media_type="application/toml; charset=utf-8")


@router.post("/matters/suggest")
async def suggest(ask: SuggestIn, visit: Visit) -> SuggestionsOut:
    """Return the matters a text may speak of."""
    visit.actor.scope("matters.read")
    found = (await book_of(visit)).suggest(ask.text, visit.at)
    return SuggestionsOut(items=[SuggestionOut.model_validate(one, from_attributes=True) for one in found])


@router.post("/matters/import")
async def import_matters(ask: ImportIn, visit: Visit) -> ImportOut:
    """Publish matters as a whole, or report every fault and write nothing."""
    draft: Draft[MatterBody]
    if ask.toml is not None:
        draft = definitions.read_toml(MATTER, ask.toml)
    else:
        draft = definitions.check(MATTER, ask.rows or [])
    report = await cataloguing.import_matters(
        visit.tx,
        visit.actor,
        draft,
        at=visit.at,
        valid_from=ask.valid_from or visit.at,
        dry_run=ask.dry_run,
        note=ask.note,
    )
    return _import_out(report, ask.dry_run)


@router.get("/matters/{code}")
async def matter(code: str, visit: Visit) -> MatterHistoryOut:
    """Return one matter with all its versions."""
    visit.actor.scope("matters.read")
    catalogue = (await book_of(visit)).catalogue
    versions = catalogue.versions(code)
    if not versions:
        raise NotFound(f"The catalogue has no matter {code}.")
    shown = catalogue.get(code, visit.at) or versions[-1]
    return MatterHistoryOut(
        matter=_matter_out(shown), words=list(shown.words), versions=[_matter_out(one) for one in versions]
    )


def _speaks_of(matter: Matter, q: str) -> bool:
    return not q or matter.code.startswith(q) or q in matter.name or q in matter.words


def _matter_out(matter: Matter) -> MatterOut:
    limit = LimitOut(
        value=matter.limit.value,
        unit=matter.limit.unit,
        provisional=matter.limit_provisional,
        source=matter.limit_source,
    )
    own = {name: getattr(matter, name) for name in MatterOut.model_fields if name not in ("limit", "version")}
    return MatterOut(**own, limit=limit, version=matter.number)


def _import_out(report: Report, dry_run: bool) -> ImportOut:
    changed = {
        code: [ChangeOut(field=one.field, before=one.before, after=one.after) for one in changes]
        for code, changes in report.changed.items()
    }
    written = not report.faults and not dry_run
    return ImportOut(
        new=report.new, changed=changed, same=report.same, faults=faults_out(report.faults), written=written
    )
