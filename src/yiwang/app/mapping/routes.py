"""Addresses of the map: its layers, and the windows of those that change."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

import msgspec
import numpy as np
from fastapi import APIRouter, Depends, Query, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict

from yiwang.access.door import Door, Visit
from yiwang.alarms.handling import mapping as alarms
from yiwang.app.mapping.basemaps import Basemap, basemap_of
from yiwang.app.mapping.holding import held
from yiwang.app.mapping.layers import layers_for
from yiwang.base.errors import Invalid
from yiwang.cases.views import mapping as cases
from yiwang.command import mapping as command
from yiwang.places.kernels.clusters import Box, Found, to_degrees
from yiwang.sensing.devices import mapping as devices

router = APIRouter(prefix="/api/map", route_class=Door, tags=["map"])
GEOJSON = "application/geo+json"
_GEOJSON: dict[int | str, dict[str, Any]] = {200: {"content": {GEOJSON: {}}}}
_DIGITS = 6  # decimals of a degree: a tenth of a metre
Degree = Annotated[float, Query(allow_inf_nan=False)]


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class StyleOut(Out):
    """Hints for drawing: colours #rrggbb, a width or radius in pixels, the property that labels."""

    color: str
    strong: str | None
    width: float
    label: str | None


class LayerOut(Out):
    """`windowed`: the address takes west, south, east, north and zoom. `refresh` is seconds, 0 never."""

    code: str
    zh: str
    en: str
    kind: Literal["areas", "points", "counts"]
    url: str
    style: StyleOut
    min_zoom: float
    windowed: bool
    refresh: int
    on: bool


class BasemapOut(Out):
    """Tiles beneath the layers; `url` holds {z}, {x} and {y}. `vector` names their layers, empty for pictures."""

    url: str
    attribution: str
    tile_size: int
    min_zoom: int
    max_zoom: int
    vector: list[str]


class LayersOut(BaseModel):
    items: list[LayerOut]
    basemap: BasemapOut | None


@router.get("/layers")
async def list_layers(visit: Visit) -> LayersOut:
    """The layers one may see, from the bottom up, and the map beneath them where one is set."""
    found: Basemap | None = basemap_of(visit.app.state.settings)
    below = BasemapOut.model_validate(found) if found else None
    return LayersOut(items=[LayerOut.model_validate(one) for one in layers_for(visit.actor)], basemap=below)


def _box(
    west: Annotated[Degree, Query(ge=-180, le=180)],
    south: Annotated[Degree, Query(ge=-90, le=90)],
    east: Annotated[Degree, Query(ge=-180, le=180)],
    north: Annotated[Degree, Query(ge=-90, le=90)],
) -> Box:
    """A window of the map in degrees."""
    if west > east or south > north:
        raise Invalid("west", "Give the window as west, south, east, north in degrees, the smaller ones first.")
    return west, south, east, north


Window = Annotated[Box, Depends(_box)]
Zoom = Annotated[float, Query(ge=0, le=24, allow_inf_nan=False, description="as MapLibre counts: 512 pixels at 0")]


@router.get("/cases", response_class=Response, responses=_GEOJSON)
async def map_cases(
    visit: Visit,
    box: Window,
    zoom: Zoom,
    show: cases.Show = "open",
    urgent: bool | None = None,
    overdue: bool | None = None,
    since: AwareDatetime | None = None,
) -> Response:
    """Cases of a window as GeoJSON points (id, state, urgent, overdue); many are clusters (count, urgent, overdue)."""
    asked = cases.Asked(box, zoom, show, urgent, overdue, since)
    found = await cases.window(visit.tx, visit.actor, held(visit, cases.CasePoints), asked, at=visit.at)
    alone = (
        ((one.x, one.y), {"id": str(one.id), "state": one.state, "urgent": one.urgent, "overdue": one.overdue})
        for one in found.alone
    )
    return _answer(found.found, ("urgent", "overdue"), alone)


@router.get("/devices", response_class=Response, responses=_GEOJSON)
async def map_devices(
    visit: Visit,
    box: Window,
    zoom: Zoom,
    status: Literal["online", "offline", "fault", "maintenance", "retired"] | None = None,
) -> Response:
    """Devices of a window as GeoJSON points (id, status); many are clusters (count, of which off are not online)."""
    points = held(visit, devices.DevicePoints)
    found = await devices.window(visit.tx, visit.actor, points, box, zoom, status=status)
    alone = (((one.x, one.y), {"id": str(one.id), "status": one.status}) for one in found.alone)
    return _answer(found.found, ("off",), alone)


@router.get("/alarms", response_class=Response, responses=_GEOJSON)
async def map_alarms(visit: Visit, box: Window, zoom: Zoom) -> Response:
    """Standing alarms of a window as GeoJSON points (id, severity, state, acknowledged); many are clusters (red)."""
    found = await alarms.window(visit.tx, visit.actor, box, zoom)
    alone = (
        (
            (one.x, one.y),
            {"id": str(one.id), "severity": one.severity, "state": one.state, "acknowledged": one.acknowledged},
        )
        for one in found.alone
    )
    return _answer(found.found, ("red",), alone)


@router.get("/forces", response_class=Response, responses=_GEOJSON)
async def map_forces(visit: Visit) -> Response:
    """How many of which unit are signed in, and on patrol, as GeoJSON points inside the places they keep."""
    units = visit.app.state.books.directory
    features = [
        _feature(
            (one.lon, one.lat),
            {
                "id": str(one.organisation_id),
                "name": units.name(one.organisation_id),
                "signed_in": one.signed_in,
                "patrolling": one.patrolling,
            },
        )
        for one in await command.forces(visit.tx, visit.actor, at=visit.at)
    ]
    return _collection(features, sum(one["properties"]["signed_in"] for one in features))


def _answer(
    found: Found, sums: tuple[str, ...], alone: Iterable[tuple[tuple[float, float], dict[str, Any]]]
) -> Response:
    lon, lat = to_degrees(found.x, found.y)
    features = []
    for i, number in enumerate(found.count):
        told = {name: int(column[i]) for name, column in zip(sums, found.sums, strict=True)}
        features.append(_feature((lon[i], lat[i]), {"count": int(number), **told}))
    rows = list(alone)
    if rows:
        lon, lat = to_degrees(*np.array([where for where, _ in rows]).T)
        features += [_feature((lon[i], lat[i]), told) for i, (_, told) in enumerate(rows)]
    return _collection(features, found.total)


def _feature(where: tuple[float, float], told: dict[str, Any]) -> dict[str, Any]:
    point = [round(float(one), _DIGITS) for one in where]
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": point}, "properties": told}


def _collection(features: list[dict[str, Any]], total: int) -> Response:
    whole = {"type": "FeatureCollection", "total": total, "features": features}
    return Response(msgspec.json.encode(whole), media_type=GEOJSON)
