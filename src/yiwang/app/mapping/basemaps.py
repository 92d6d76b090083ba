"""A map of one's own beneath the layers, by setting: tiles of a server such as 天地图, or of a PMTiles file here."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response

from yiwang.app.mapping.pmtiles import Tiles, opened
from yiwang.app.settings import Settings

FILE = ".pmtiles"
PATH = "/tiles"
router = APIRouter(prefix=PATH, include_in_schema=False)


@dataclass(frozen=True)
class Basemap:
    """Tiles by an address with {z}, {x} and {y} in it; `vector` names their layers, empty for pictures."""

    url: str
    attribution: str = ""
    tile_size: int = 256
    min_zoom: int = 0
    max_zoom: int = 18
    vector: list[str] = field(default_factory=list)


def origin_of(settings: Settings) -> str | None:
    """Return the origin that tiles come from, as the pages' policy names it; None where they are ours or none."""
    if not settings.basemap or settings.basemap.endswith(FILE):
        return None
    parts = urlsplit(settings.basemap)
    return f"{parts.scheme}://{parts.netloc}"


def basemap_of(settings: Settings) -> Basemap | None:
    """Return the platform's basemap; None without one."""
    said = settings.basemap_attribution or ""
    tiles = tiles_of(settings.basemap or "")
    if tiles:
        size = 512 if tiles.layers else 256
        return Basemap(f"{PATH}/{{z}}/{{x}}/{{y}}", said, size, tiles.min_zoom, tiles.max_zoom, list(tiles.layers))
    return Basemap(settings.basemap, said) if settings.basemap else None


@lru_cache(maxsize=2)
def tiles_of(setting: str) -> Tiles | None:
    """Return the file that a setting names; None where it names none."""
    return opened(Path(setting)) if setting.endswith(FILE) else None


@router.get("/{z}/{x}/{y}")
def tile(z: int, x: int, y: int, request: Request) -> Response:
    """A tile of the platform's own basemap, as public as the map it is of; nothing of ours is on it."""
    tiles = tiles_of(request.app.state.settings.basemap or "")
    found = tiles.tile(z, x, y) if tiles else None
    if tiles is None or found is None:
        return Response(status_code=204 if tiles else 404)
    headers = {"cache-control": "public, max-age=86400"}
    if tiles.packed:
        headers["content-encoding"] = "gzip"
    return Response(found, media_type=tiles.kind, headers=headers)
