"""Descriptors of the map's layers: what each shows, from which zoom on, where its data comes from, how it is drawn."""

from dataclasses import dataclass
from typing import Literal

from yiwang.access import Actor

Kind = Literal["areas", "points", "counts"]


@dataclass(frozen=True)
class Style:
    """Hints: a colour, a colour of what stands out, a width or radius in pixels, the property that labels."""

    color: str
    strong: str | None = None
    width: float = 1.0
    label: str | None = None


@dataclass(frozen=True)
class Layer:
    """`url` takes a window (west, south, east, north, zoom) where `windowed`; `refresh` is seconds, 0 is never."""

    code: str
    zh: str
    en: str
    kind: Kind
    url: str
    style: Style
    permissions: tuple[str, ...]
    min_zoom: float = 0
    windowed: bool = False
    refresh: int = 0
    on: bool = True


def _areas(level: str, zh: str, en: str, color: str, width: float, min_zoom: float = 0) -> Layer:
    return Layer(
        level, zh, en, "areas", f"/api/map/boundaries?level={level}", Style(color, None, width, "name"),
        ("places.read",), min_zoom,
    )  # fmt: skip


LAYERS: tuple[Layer, ...] = (
    _areas("district", "区界", "District", "#5f7f9b", 2.2),
    _areas("street", "街镇界", "Street-towns", "#8ba5bb", 1.3),
    _areas("neighbourhood", "居村界", "Neighbourhoods", "#aebfce", 1.0, 12.6),
    _areas("grid", "网格", "Grids", "#d5dee6", 0.7, 14.6),
    Layer(
        "cases", "案件", "Cases", "points", "/api/map/cases", Style("#175c96", "#bf2f24", 6, None),
        ("cases.read", "wall.read"), windowed=True, refresh=5,
    ),
    Layer(
        "devices", "物联设备", "Devices", "points", "/api/map/devices", Style("#1f7a5c", "#9a5b00", 4.5, None),
        ("devices.read", "wall.read"), windowed=True, refresh=15, on=False,
    ),
    Layer(
        "alarms", "告警", "Alarms", "points", "/api/map/alarms", Style("#b8860b", "#bf2f24", 7, None),
        ("alarms.read", "wall.read"), windowed=True, refresh=5,
    ),
    Layer(
        "forces", "在岗力量", "On duty", "counts", "/api/map/forces", Style("#5b4b8a", None, 11, "signed_in"),
        ("attendance.read", "wall.read"), refresh=30, on=False,
    ),
)  # fmt: skip


def layers_for(actor: Actor) -> list[Layer]:
    """Return the layers somebody may see, from the bottom up."""
    return [layer for layer in LAYERS if any(actor.may(permission) for permission in layer.permissions)]
