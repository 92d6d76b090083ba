"""HTTP of places: one verb per handler."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime

from yiwang.access.door import MIB, Door, Visit, takes
from yiwang.places import addressing, boundaries, counting, features, locating, tree
from yiwang.places.geojson import write_collection
from yiwang.places.locator import Locator
from yiwang.places.model import ImportReport, PlaceIn
from yiwang.places.shapes import (
    AddressesAsk,
    AddressesOut,
    AddressOut,
    BoundariesAsk,
    CountOut,
    CountsAsk,
    CountsOut,
    EndAsk,
    FeaturesAsk,
    GeoImportAsk,
    GridAsk,
    GridSystemOut,
    GridSystemsOut,
    ImportOut,
    JurisdictionAsk,
    JurisdictionOut,
    JurisdictionsOut,
    Kind,
    Level,
    MeasureOut,
    MeasuresOut,
    MoveAsk,
    PlaceAsk,
    PlaceOut,
    RenameAsk,
    Text,
)

router = APIRouter(prefix="/api", route_class=Door, tags=["places"])

GEOJSON = "application/geo+json"
_GEOJSON: dict[int | str, dict[str, Any]] = {200: {"content": {GEOJSON: {}}}, 304: {"description": "Not changed"}}


async def _locator(visit: Visit, at: datetime) -> Locator:
    found: Locator = await visit.request.app.state.locators.at(visit.tx, at)
    return found


@router.get("/jurisdictions")
async def list_jurisdictions(
    visit: Visit, level: Level | None = None, parent: UUID | None = None, at: AwareDatetime | None = None
) -> JurisdictionsOut:
    """Jurisdictions in force now or at `at`, by code."""
    found = await tree.jurisdictions(visit.tx, visit.actor, at or visit.at, level=level, parent=parent)
    return JurisdictionsOut(items=[JurisdictionOut.model_validate(one) for one in found])


@router.post("/jurisdictions", status_code=201)
async def add_jurisdiction(ask: JurisdictionAsk, visit: Visit) -> JurisdictionOut:
    """Add one jurisdiction."""
    made = await tree.add_jurisdiction(visit.tx, visit.actor, at=visit.at, **ask.model_dump())
    return JurisdictionOut.model_validate(made)


@router.post("/jurisdictions/{jurisdiction_id}/move")
async def move_jurisdiction(jurisdiction_id: UUID, ask: MoveAsk, visit: Visit) -> JurisdictionOut:
    """Hang a jurisdiction under another parent."""
    at = ask.since or visit.at
    moved = await tree.move(visit.tx, visit.actor, jurisdiction_id, parent_id=ask.parent_id, at=at)
    return JurisdictionOut.model_validate(moved)


@router.post("/jurisdictions/{jurisdiction_id}/rename")
async def rename_jurisdiction(jurisdiction_id: UUID, ask: RenameAsk, visit: Visit) -> JurisdictionOut:
    """Give a jurisdiction another name; the past keeps the former one."""
    at = ask.since or visit.at
    renamed = await tree.rename(visit.tx, visit.actor, jurisdiction_id, name=ask.name, at=at)
    return JurisdictionOut.model_validate(renamed)


@router.post("/jurisdictions/{jurisdiction_id}/end", status_code=204)
async def end_jurisdiction(jurisdiction_id: UUID, ask: EndAsk, visit: Visit) -> None:
    """End a jurisdiction that has no parts left."""
    await tree.end(visit.tx, visit.actor, jurisdiction_id, at=ask.since or visit.at)


@router.get("/map/boundaries", response_class=Response, responses=_GEOJSON)
async def map_boundaries(
    visit: Visit,
    level: Level | Literal["grid"],
    within: UUID | None = None,
    system: Text = "basic",
    at: AwareDatetime | None = None,
) -> Response:
    """Polygons as GeoJSON (id, code, name, schematic). Grids only within one street, sector or neighbourhood."""
    moment = at or visit.at
    tag = f'"{await boundaries.map_tag(visit.tx, visit.actor, moment)}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in visit.request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    rows = await boundaries.map_features(visit.tx, visit.actor, moment, level=level, within=within, system=system)
    return Response(write_collection(rows), media_type=GEOJSON, headers=headers)


@router.get("/map/features", response_class=Response, responses=_GEOJSON)
async def map_features(
    visit: Visit,
    kind: Kind,
    west: Annotated[float, Query(ge=-180, le=180)],
    south: Annotated[float, Query(ge=-90, le=90)],
    east: Annotated[float, Query(ge=-180, le=180)],
    north: Annotated[float, Query(ge=-90, le=90)],
    limit: Annotated[int, Query(ge=1, le=features.MOST)] = 2000,
) -> Response:
    """Roads, water, blocks or buildings that meet a window of the map, as GeoJSON."""
    box = (west, south, east, north)
    rows = await features.features_in(visit.tx, visit.actor, kind, box, visit.at, limit=limit)
    return Response(write_collection(rows), media_type=GEOJSON)


@router.post("/places/locate")
async def locate(ask: PlaceAsk, visit: Visit) -> PlaceOut:
    """Where a point, an address or words lie, with the reason."""
    visit.actor.scope("places.read")
    locator = await _locator(visit, visit.at)
    place = await locating.locate(visit.tx, locator, PlaceIn(**ask.model_dump()), visit.at)
    out = PlaceOut.model_validate(place)
    out.chain = locator.names(place.jurisdiction_id)
    return out


@router.post("/places/import/boundaries")
@takes(64 * MIB)
async def import_boundaries(ask: BoundariesAsk, visit: Visit) -> ImportOut:
    """Store real boundaries of jurisdictions; `dry_run` only checks."""
    asked = _geo(ask)
    report = await boundaries.import_boundaries(
        visit.tx, visit.actor, level=ask.level, at=visit.at, schematic=ask.schematic, **asked
    )
    return _report(report)


@router.post("/places/import/grid")
@takes(64 * MIB)
async def import_grid(ask: GridAsk, visit: Visit) -> ImportOut:
    """Store the cells of one grid system; `dry_run` only checks."""
    report = await boundaries.import_grid(
        visit.tx,
        visit.actor,
        system=ask.system,
        at=visit.at,
        name_property=ask.name_property,
        schematic=ask.schematic,
        **_geo(ask),
    )
    return _report(report)


@router.post("/places/import/features")
@takes(64 * MIB)
async def import_features(ask: FeaturesAsk, visit: Visit) -> ImportOut:
    """Store roads, water, blocks or buildings; `dry_run` only checks."""
    report = await features.import_features(
        visit.tx,
        visit.actor,
        kind=ask.kind,
        at=visit.at,
        name_property=ask.name_property,
        height_property=ask.height_property,
        **_geo(ask),
    )
    return _report(report)


@router.post("/places/import/addresses")
@takes(64 * MIB)
async def import_addresses(ask: AddressesAsk, visit: Visit) -> ImportOut:
    """Store addresses with the roads and houses above them; `dry_run` only checks."""
    rows = [addressing.AddressRow(**row.model_dump()) for row in ask.rows]
    locator = await _locator(visit, visit.at)
    report = await addressing.import_addresses(
        visit.tx, visit.actor, locator, rows, visit.at, ask.source, since=ask.since, dry_run=ask.dry_run
    )
    return _report(report)


@router.post("/places/import/counts")
@takes(64 * MIB)
async def import_counts(ask: CountsAsk, visit: Visit) -> ImportOut:
    """Store counts of what jurisdictions hold; `dry_run` only checks."""
    rows = [counting.CountRow(**row.model_dump()) for row in ask.rows]
    return _report(await counting.import_counts(visit.tx, visit.actor, rows, visit.at, ask.source, dry_run=ask.dry_run))


@router.get("/addresses")
async def search_addresses(visit: Visit, q: Text, limit: Annotated[int, Query(ge=1, le=100)] = 20) -> AddressesOut:
    """Addresses that begin with what was typed, shortest first."""
    found = await addressing.search(visit.tx, visit.actor, q, visit.at, limit=limit)
    return AddressesOut(items=[AddressOut.model_validate(one) for one in found])


@router.post("/addresses/{address_id}/end", status_code=204)
async def end_address(address_id: UUID, ask: EndAsk, visit: Visit) -> None:
    """End an address; its id stays."""
    await addressing.end_address(visit.tx, visit.actor, address_id, ask.since or visit.at)


@router.get("/places/counts")
async def list_counts(
    visit: Visit,
    jurisdiction: Annotated[list[UUID] | None, Query(max_length=200)] = None,
    measure: Text | None = None,
    day: date | None = None,
) -> CountsOut:
    """Counts whose period had begun by `day`, the latest period first."""
    found = await counting.counts(visit.tx, visit.actor, jurisdictions=jurisdiction, measure=measure, day=day)
    return CountsOut(items=[CountOut.model_validate(one) for one in found])


@router.get("/places/measures")
async def list_measures(visit: Visit) -> MeasuresOut:
    """What may be counted."""
    visit.actor.scope("places.read")
    return MeasuresOut(items=[MeasureOut.model_validate(one) for one in counting.measures().values()])


@router.get("/places/grid-systems")
async def list_grid_systems(visit: Visit) -> GridSystemsOut:
    """Grid systems: basic, police, social governance, river …"""
    found = await boundaries.grid_systems(visit.tx, visit.actor)
    return GridSystemsOut(items=[GridSystemOut(code=code, zh=zh, en=en) for code, (zh, en) in found.items()])


@router.post("/places/grid-systems", status_code=204)
async def add_grid_system(ask: GridSystemOut, visit: Visit) -> None:
    """Declare a further grid system."""
    await boundaries.add_grid_system(visit.tx, visit.actor, ask.code, ask.zh, ask.en, visit.at)


def _geo(ask: GeoImportAsk) -> dict[str, Any]:
    return {
        "geojson": ask.geojson,
        "code_property": ask.code_property,
        "source": ask.source,
        "since": ask.since,
        "dry_run": ask.dry_run,
        "datum": ask.datum,
    }


def _report(report: ImportReport) -> ImportOut:
    return ImportOut.model_validate(report)
