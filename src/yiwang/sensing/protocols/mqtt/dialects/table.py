"""Which topics speak which dialect: a table of the platform's own, and one an operator may put before it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.http_push.mapping import Push, push_of
from yiwang.sensing.protocols.mqtt import topics

DIALECTS = ("plain", "thingsboard", "homeassistant", "sparkplug", "json")


@dataclass(frozen=True)
class Route:
    """A filter of topics and how they are read. `metrics` gives a maker's names ours; others stay as they are."""

    filter: str
    dialect: str
    metrics: Mapping[str, str] = field(default_factory=dict)
    push: Push | None = None  # of the dialect `json`
    device_level: int | None = None  # the level of the topic that names the device, from 0


def usual_routes() -> tuple[Route, ...]:
    """Return the platform's own table."""
    return routes_of((files(__package__) / "data" / "routes.toml").read_text(encoding="utf-8"))


def routes_of(text: str) -> tuple[Route, ...]:
    """Return the routes of a TOML document with `[[route]]` tables; what is wrong is named."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Invalid("routes", f"The table of routes is no TOML: {error}.") from None
    return tuple(_route(number, one) for number, one in enumerate(found.get("route", []), 1))


def _route(number: int, one: Any) -> Route:
    where = f"route[{number}]"
    if not isinstance(one, dict) or set(one) - {"filter", "dialect", "metrics", "json", "device_level"}:
        raise Invalid(where, "A route has filter, dialect, metrics, device_level and json, nothing else.")
    if not topics.is_filter(str(one.get("filter", ""))):
        raise Invalid(f"{where}.filter", "Give a filter of topics, such as site/+/up.")
    if one.get("dialect") not in DIALECTS:
        raise Invalid(f"{where}.dialect", f"The dialect is one of {', '.join(DIALECTS)}.")
    metrics = one.get("metrics", {})
    if not isinstance(metrics, dict) or not all(isinstance(name, str) for name in metrics.values()):
        raise Invalid(f"{where}.metrics", "Give our names of the maker's metrics.")
    push = push_of(one.get("json"), f"{where}.json") if one["dialect"] == "json" else None
    level = one.get("device_level")
    if level is not None and not (isinstance(level, int) and 0 <= level < topics.DEEPEST):
        raise Invalid(f"{where}.device_level", "Give the level of the topic that names the device, from 0.")
    return Route(one["filter"], one["dialect"], metrics, push, level)
