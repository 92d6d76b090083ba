"""The plain dialect: `yiwang/<device>/<metric>` with a number, or `yiwang/<device>` with an object of numbers."""

from yiwang.sensing.protocols.mqtt.dialects.model import Heard, Unread, document, moment, number
from yiwang.sensing.protocols.sample import Sample


def read(topic: str, payload: bytes, _me: str, _memory: object) -> Heard:
    """Return the readings of a message."""
    levels = topic.split("/")
    if len(levels) == 3 and payload[:1] not in {b"{", b"["}:
        text = payload.decode("utf-8", "replace")
        return Heard([Sample(levels[1], levels[2], number(text, levels[2]))])
    if len(levels) not in {2, 3} or not all(levels):
        raise Unread("The topic is yiwang/<device> or yiwang/<device>/<metric>.")
    found = document(payload)
    if len(levels) == 3:
        return Heard([_one(levels[1], levels[2], found)])
    rows = found if isinstance(found, list) else [found]
    return Heard([sample for row in rows for sample in _row(levels[1], row)])


def _one(device: str, metric: str, found: object) -> Sample:
    if not isinstance(found, dict) or "value" not in found:
        raise Unread('The payload is a number or {"value": …, "ts": …, "quality": …}.')
    return Sample(device, metric, number(found["value"], metric), _time(found), _quality(found.get("quality", 0)))


def _row(device: str, row: object) -> list[Sample]:
    if not isinstance(row, dict):
        raise Unread("The payload is an object of numbers, or a list of them.")
    values = row.get("values", {key: value for key, value in row.items() if key not in {"ts", "quality"}})
    if not isinstance(values, dict):
        raise Unread("`values` is an object of numbers.")
    time, quality = _time(row), _quality(row.get("quality", 0))
    return [Sample(device, key, number(value, key), time, quality) for key, value in values.items()]


def _time(row: dict[str, object]) -> int | None:
    return moment(row["ts"]) if "ts" in row else None


def _quality(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= 5:
        raise Unread("`quality` is a whole number from 0 to 5.")
    return value
