"""Paths into any JSON: `order.place.lng`, `photos[0].url`, RFC 6901 `/order/place`, CloudEvents attributes `ce:id`."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

ATTRIBUTE = "ce:"
MISSING: Any = object()
_PART = re.compile(r"([^.\[\]]+)|\[(\d{1,6})\]")


class PathError(ValueError):
    """This text is no path."""


def steps_of(path: str) -> list[str | int]:
    """Return the steps of a path; `PathError` when it is none. A number may be an index or a name."""
    if path.startswith(ATTRIBUTE):
        return [path.removeprefix(ATTRIBUTE)]
    if path.startswith("/"):
        return [_unescaped(part) for part in path[1:].split("/")]
    steps: list[str | int] = []
    at = 0
    while at < len(path):
        if path[at] == "." and at and at + 1 < len(path):
            at += 1
        found = _PART.match(path, at)
        if found is None:
            raise PathError(f"{path} is no path: write order.place.lng, photos[0].url or /order/place.")
        steps.append(found[1] if found[1] is not None else int(found[2]))
        at = found.end()
    if not steps:
        raise PathError("An empty path leads nowhere.")
    return steps


def value_at(message: Any, path: str, attributes: Mapping[str, Any]) -> Any:
    """Return what stands at a path, MISSING where there is nothing or null."""
    if path.startswith(ATTRIBUTE):
        found = attributes.get(path.removeprefix(ATTRIBUTE), MISSING)
        return MISSING if found is None else found
    value = message
    for step in steps_of(path):
        value = _step(value, step)
        if value is MISSING or value is None:
            return MISSING
    return value


def _step(value: Any, step: str | int) -> Any:
    if isinstance(value, Mapping):
        return value.get(str(step), MISSING)
    if isinstance(value, Sequence) and not isinstance(value, str):
        index = step if isinstance(step, int) else int(step) if step.isascii() and step.isdigit() else -1
        return value[index] if 0 <= index < len(value) else MISSING
    return MISSING


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")
