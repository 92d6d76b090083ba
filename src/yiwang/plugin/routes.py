"""Scenarios over HTTP: which there are and how they are, switching them, their pages and layers."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.events.books import Books
from yiwang.plugin import showing, switching

router = APIRouter(prefix="/api/scenarios", route_class=Door, tags=["scenarios"])


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


class ScenarioLabel(BaseModel):
    name: str
    zh: str
    en: str


class ScenarioAsks(BaseModel):
    """What a scenario asks for, or was allowed."""

    reads: list[str]
    verbs: list[str]
    jurisdictions: list[str]


class ScenarioFailure(BaseModel):
    """Why a scenario is stopped or refused; `trace` is for administrators."""

    kind: str
    detail: str
    rule: str | None = None
    trace: str | None = None
    at: datetime


class ScenarioUse(BaseModel):
    what: str
    calls: int
    rows: int


class ScenarioRule(BaseModel):
    name: str
    next_due: datetime | None
    last_run: datetime | None
    runs: int


class ScenarioRow(BaseModel):
    """A scenario; `door` is the version of the door this platform has, `used` counts today."""

    name: str
    state: str
    source: str
    changed: datetime
    zh: str | None
    en: str | None
    version: str | None
    api: str | None
    door: str
    asks: ScenarioAsks
    approved: ScenarioAsks | None
    matters: list[str]
    pages: list[ScenarioLabel]
    layers: list[ScenarioLabel]
    error: ScenarioFailure | None
    used: list[ScenarioUse]
    rules: list[ScenarioRule]


class ScenarioList(BaseModel):
    items: list[ScenarioRow]


class ScenarioOn(BaseModel):
    """Where it may act; left out: where it asks to, else everywhere."""

    model_config = ConfigDict(extra="forbid")
    jurisdictions: list[UUID] | None = Field(None, min_length=1, max_length=200)


class ScenarioStyle(BaseModel):
    color: str
    radius: float
    label: str


class ScenarioLayer(ScenarioLabel):
    """`data` is a GeoJSON FeatureCollection in CGCS2000 degrees."""

    style: ScenarioStyle
    data: dict[str, Any]


class ScenarioColumn(BaseModel):
    field: str
    zh: str
    en: str


class ScenarioBlock(BaseModel):
    """A text, figure, count, table or map; a figure is `hidden` from whoever may not see all it is made of."""

    block: str
    zh: str
    en: str
    unit: str | None = None
    value: float | None = None
    at: datetime | None = None
    hidden: bool = False
    columns: list[ScenarioColumn] | None = None
    rows: list[dict[str, Any]] | None = None
    layer: ScenarioLayer | None = None


class ScenarioPage(BaseModel):
    scenario: str
    name: str
    zh: str
    en: str
    scenario_zh: str
    scenario_en: str
    as_of: datetime
    blocks: list[ScenarioBlock]


@router.get("", response_model=ScenarioList)
async def list_scenarios(visit: Visit, books: InBooks) -> Any:
    """Every scenario with its state, its last error, and what it used today."""
    return {"items": await switching.listed(visit.tx, visit.actor, books=books, at=visit.at)}


@router.post("/{name}/on", status_code=204)
async def switch_on(name: str, ask: ScenarioOn, visit: Visit, books: InBooks) -> None:
    """Allow a scenario what it asks for, and let it run."""
    await switching.switch_on(visit.tx, visit.actor, name, jurisdictions=ask.jurisdictions, books=books, at=visit.at)


@router.post("/{name}/off", status_code=204)
async def switch_off(name: str, visit: Visit, books: InBooks) -> None:
    """Switch a scenario off; its matters go out of force."""
    await switching.switch_off(visit.tx, visit.actor, name, books=books, at=visit.at)


@router.get("/{name}/pages/{page}", response_model=ScenarioPage)
async def read_page(name: str, page: str, visit: Visit, books: InBooks) -> Any:
    """A page of a running scenario, filled with what you may see."""
    return await showing.page(visit.tx, visit.actor, name, page, books=books, at=visit.at)


@router.get("/{name}/layers/{layer}", response_model=ScenarioLayer)
async def read_layer(name: str, layer: str, visit: Visit, books: InBooks) -> Any:
    """A layer of a running scenario, with what you may see."""
    return await showing.layer(visit.tx, visit.actor, name, layer, books=books, at=visit.at)
