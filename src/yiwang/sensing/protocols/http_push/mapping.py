"""A declared mapping: where in a JSON document the device, the time and the numbers stand. Data, no program."""

import base64
import binascii
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.sample import Sample

_TYPES = {"u8": "B", "i8": "b", "u16": "H", "i16": "h", "u32": "I", "i32": "i", "f32": "f", "f64": "d"}
_TIMES = ("ms", "s", "iso", "beijing")  # beijing: 20261121T080000Z-like digits, in UTC+8
_KEYS = {"items", "device", "time", "time_unit", "values", "binary", "encoding", "fields"}
_BEIJING = timezone(timedelta(hours=8))
MOST_ITEMS = 10_000


class Unmapped(Exception):
    """A document that does not hold what the mapping says."""


@dataclass(frozen=True)
class Cell:
    """A number inside a binary payload."""

    metric: str
    at: int
    letter: str  # of struct, with its byte order
    scale: float
    offset: float


@dataclass(frozen=True)
class Push:
    """Where things stand, as JSON pointers (RFC 6901) inside one item."""

    items: str | None = None  # a list of items; None: the document is the only one
    device: str | None = None
    time: str | None = None
    time_unit: str = "ms"
    values: Mapping[str, tuple[str, float]] | None = None  # pointer → (metric, factor)
    binary: str | None = None
    encoding: str = "base64"
    fields: tuple[Cell, ...] = ()


def push_of(declared: Any, where: str = "json") -> Push:
    """Return the mapping of a declaration; `Invalid` names what is wrong with it."""
    if not isinstance(declared, dict) or set(declared) - _KEYS:
        raise Invalid(where, f"Declare {', '.join(sorted(_KEYS))}, nothing else.")
    for name in ("items", "device", "time", "binary"):
        if declared.get(name) is not None and not str(declared[name]).startswith("/"):
            raise Invalid(f"{where}.{name}", "Give a JSON pointer such as /data/temperature.")
    if declared.get("time_unit", "ms") not in _TIMES:
        raise Invalid(f"{where}.time_unit", f"The unit of time is one of {', '.join(_TIMES)}.")
    if declared.get("encoding", "base64") not in {"base64", "hex"}:
        raise Invalid(f"{where}.encoding", "The payload is in base64 or hex.")
    values = {pointer: _value(pointer, one, where) for pointer, one in declared.get("values", {}).items()}
    cells = tuple(_cell(number, one, where) for number, one in enumerate(declared.get("fields", []), 1))
    if not values and not (cells and declared.get("binary")):
        raise Invalid(where, "Declare values, or binary with its fields.")
    plain = {
        name: declared[name]
        for name in ("items", "device", "time", "time_unit", "binary", "encoding")
        if name in declared
    }
    return Push(**plain, values=values, fields=cells)


def _value(pointer: str, one: Any, where: str) -> tuple[str, float]:
    if not pointer.startswith("/"):
        raise Invalid(f"{where}.values", f"{pointer[:60]!r} is no JSON pointer such as /data/temperature.")
    if isinstance(one, str):
        return one, 1.0
    if isinstance(one, dict) and isinstance(one.get("metric"), str) and isinstance(one.get("scale", 1), int | float):
        return one["metric"], float(one.get("scale", 1))
    raise Invalid(f"{where}.values", "Give a metric, or {metric, scale}.")


def _cell(number: int, one: Any, where: str) -> Cell:
    at = f"{where}.fields[{number}]"
    if not isinstance(one, dict) or not isinstance(one.get("metric"), str):
        raise Invalid(at, "A field has metric, at, type, and if needed order, scale and offset.")
    if one.get("type") not in _TYPES or one.get("order", "big") not in {"big", "little"}:
        raise Invalid(at, f"The type is one of {', '.join(_TYPES)}, the order big or little.")
    place = one.get("at")
    if not isinstance(place, int) or not 0 <= place < 65_536:
        raise Invalid(at, "`at` is the byte at which the field begins, from 0.")
    letter = (">" if one.get("order", "big") == "big" else "<") + _TYPES[one["type"]]
    return Cell(one["metric"], place, letter, float(one.get("scale", 1)), float(one.get("offset", 0)))


def samples_of(push: Push, document: Any, device: str | None = None) -> list[Sample]:
    """Return the readings of a document; `device` where the address says it. What is absent is passed over."""
    items = [document] if push.items is None else look(document, push.items)
    if not isinstance(items, list) or len(items) > MOST_ITEMS:
        raise Unmapped(f"At {push.items} stands no list of at most {MOST_ITEMS} items.")
    found: list[Sample] = []
    for item in items:
        name = look(item, push.device) if push.device else device
        if not isinstance(name, str | int) or not str(name):
            raise Unmapped("The document does not name its device.")
        time = _time(look(item, push.time), push.time_unit) if push.time else None
        found += [Sample(str(name), metric, value, time) for metric, value in _numbers(push, item)]
    return found


def _numbers(push: Push, item: Any) -> Iterable[tuple[str, float]]:
    for pointer, (metric, factor) in (push.values or {}).items():
        value = look(item, pointer)
        if value is None:
            continue
        try:
            yield metric, _finite(float(value) * factor, pointer)
        except (TypeError, ValueError):
            raise Unmapped(f"At {pointer} stands no number.") from None
    if push.binary:
        raw = _bytes(look(item, push.binary), push.encoding)
        for cell in push.fields:
            try:
                (value,) = struct.unpack_from(cell.letter, raw, cell.at)
            except struct.error:
                raise Unmapped(f"The payload is too short for {cell.metric}.") from None
            yield cell.metric, _finite(value * cell.scale + cell.offset, cell.metric)


def _finite(value: float, where: str) -> float:
    if value - value != 0:
        raise Unmapped(f"The number at {where} is not finite.")
    return value


def _bytes(text: Any, encoding: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if encoding == "base64" else bytes.fromhex(text)
    except (binascii.Error, ValueError, TypeError):
        raise Unmapped(f"The payload is no {encoding}.") from None


def _time(value: Any, unit: str) -> int:
    try:
        if unit == "iso":
            moment = datetime.fromisoformat(str(value))
            ms = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000
        elif unit == "beijing":
            ms = datetime.strptime(str(value)[:14], "%Y%m%d%H%M%S").replace(tzinfo=_BEIJING).timestamp() * 1000
        else:
            ms = float(value) * (1 if unit == "ms" else 1000)
        if not 0 <= ms < 4_102_444_800_000:
            raise ValueError
    except (TypeError, ValueError, OverflowError):
        raise Unmapped(f"{str(value)[:40]!r} is no time in {unit}.") from None
    return int(ms)


def look(document: Any, pointer: str) -> Any:
    """Return what stands at a JSON pointer, None when nothing does."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(document, dict):
            document = document.get(step)
        elif isinstance(document, list) and step.isascii() and step.isdigit() and int(step) < len(document):
            document = document[int(step)]
        else:
            return None
    return document
