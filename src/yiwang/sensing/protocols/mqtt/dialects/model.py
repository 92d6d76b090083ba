"""What every dialect gives: samples, answers, or why a message cannot be read."""

import json
from dataclasses import dataclass, field
from typing import Any

from yiwang.sensing.protocols.sample import Sample

MOST_SAMPLES = 10_000  # of one message
_TRUE_FALSE = {"true": 1.0, "on": 1.0, "open": 1.0, "false": 0.0, "off": 0.0, "closed": 0.0}


class Unread(Exception):
    """A message that says nothing we can read; it goes to quarantine with this reason."""


@dataclass(slots=True)
class Heard:
    """What a message says. `answers` are (topic, payload) to be sent to whoever said it."""

    samples: list[Sample] = field(default_factory=list)
    answers: list[tuple[str, bytes]] = field(default_factory=list)


def document(payload: bytes) -> Any:
    """Return the JSON of a payload."""
    try:
        return json.loads(payload)
    except (ValueError, RecursionError):
        raise Unread("The payload is no JSON.") from None


def number(value: object, where: str) -> float:
    """Return a finite number of what JSON or text holds; yes and no are 1 and 0."""
    if isinstance(value, str):
        text = value.strip().lower()
        value = _TRUE_FALSE.get(text, text)
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        raise Unread(f"{where[:60]} holds no number.") from None
    if found - found != 0:  # not finite
        raise Unread(f"{where[:60]} is not finite.")
    return found


def moment(value: object) -> int:
    """Return ms since the epoch, of ms or of seconds, within what a calendar holds."""
    found = number(value, "The time")
    ms = found if abs(found) >= 1e11 else found * 1000
    if not 0 <= ms < 4_102_444_800_000:
        raise Unread("The time is outside 1970 to 2099.")
    return int(ms)
