"""A map of one's own beneath the layers, by setting: tiles of a server such as 天地图."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from yiwang.app.settings import Settings


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
    if not settings.basemap:
        return None
    parts = urlsplit(settings.basemap)
    return f"{parts.scheme}://{parts.netloc}"


def basemap_of(settings: Settings) -> Basemap | None:
    """Return the platform's basemap; None without one."""
    return Basemap(settings.basemap, settings.basemap_attribution or "") if settings.basemap else None
