"""Reading a message by a channel's mapping: every field is read or named with what to mend; nothing is guessed."""

import math
from collections.abc import Mapping as Fields
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from yiwang.events.channels.model.declaration import MESSAGE_PATH, Channel, FieldRule, RefusalRule, Scalar
from yiwang.events.channels.model.paths import MISSING, value_at

DATUMS = ("CGCS2000", "WGS84", "GCJ02", "BD09")
LONGEST = {
    "text": 4000,
    "title": 200,
    "address": 300,
    "floor": 20,
    "reporter_name": 60,
    "reporter_phone": 40,
    "external_id": 120,
    "matter": 40,
}
_NUMBERS = {"lon": 180.0, "lat": 90.0}
_TIMES = ("occurred_at", "due_at")
_FLAGS = ("confidential", "urgent", "drill")
_YES = frozenset({"true", "1", "yes", "y", "是", "紧急", "有"})
_NO = frozenset({"false", "0", "no", "n", "否", "一般", "无"})


@dataclass(frozen=True)
class Fault:
    """What is wrong at which path, for which field, and how to mend it; never the value, which may be personal."""

    path: str
    field: str
    detail: str


@dataclass
class Mapped:
    """What a message says, by field of a report, and what could not be read."""

    fields: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


class Unfit(ValueError):
    """A value that cannot be read as what the field needs; the message is the sentence for the sender."""


def items_of(channel: Channel, message: Any) -> list[Any] | None:
    """Return the reports of a message that holds several; None when it is one report."""
    if isinstance(message, list):
        return message
    if channel.items is not None:
        found = value_at(message, channel.items, {})
        if isinstance(found, list):
            return found
    return None


def mapped(channel: Channel, message: Any, attributes: Fields[str, Any] | None = None) -> Mapped:
    """Return what a message says; `attributes` are those of its CloudEvents envelope."""
    result = Mapped()
    if not isinstance(message, dict | list):
        result.faults.append(Fault(MESSAGE_PATH, "text", "Send a JSON object: its fields are read by their paths."))
        return result
    for name in type(channel.mapping).model_fields:
        rule: FieldRule | None = getattr(channel.mapping, name)
        if rule is not None:
            _read(result, name, rule, message, attributes or {}, rule.zone or channel.zone)
    _look_over(result, channel)
    return result


def refused_by(channel: Channel, text: str, matter: str | None) -> RefusalRule | None:
    """Return the first rule by which the channel does not take a report of these words or of this matter."""
    for rule in channel.refuse:
        if any(word in text for word in rule.keywords):
            return rule
        if matter and any(matter.startswith(code) for code in rule.matters):
            return rule
    return None


def _read(result: Mapped, name: str, rule: FieldRule, message: Any, attributes: Fields[str, Any], zone: str) -> None:
    found = _found(rule, message, attributes)
    if not found:
        if rule.default is not None:
            found = [("(default)", rule.default)]
        elif rule.required:
            paths = " or ".join(rule.paths)
            result.faults.append(
                Fault(rule.paths[0], name, f"Nothing stands at {paths}; this channel always tells it.")
            )
            return
        else:
            return
    path = found[0][0]
    try:
        if rule.join is not None and len(found) > 1:
            result.fields[name] = _converted(name, rule.join.join(_plain(value) for _, value in found), rule, zone)
        else:
            result.fields[name] = _converted(name, _translated(rule, found[0]), rule, zone)
    except Unfit as error:
        result.faults.append(Fault(path, name, str(error)))


def _found(rule: FieldRule, message: Any, attributes: Fields[str, Any]) -> list[tuple[str, Any]]:
    """Return what stands at the paths of a rule: all of it where it is to be joined, else the first."""
    found = []
    for path in rule.paths:
        value = value_at(message, path, attributes)
        if value is MISSING or (not isinstance(value, dict | list) and _plain(value).strip() in rule.absent):
            continue
        found.append((path, value))
        if rule.join is None:
            break
    return found


def _translated(rule: FieldRule, found: tuple[str, Any]) -> Any:
    path, value = found
    if not rule.values or path == "(default)":
        return value
    known: Scalar | None = rule.values.get(_plain(value).strip(), rule.otherwise)
    if known is None:
        some = ", ".join(list(rule.values)[:8]) + (" …" if len(rule.values) > 8 else "")
        raise Unfit(
            f"The channel knows no such value here; it knows {some}. Send one of them or have the table extended."
        )
    return known


def _converted(name: str, value: Any, rule: FieldRule, zone: str) -> Any:
    if name in _NUMBERS:
        return _number(value, _NUMBERS[name])
    if name in _TIMES:
        return _moment(value, rule.format, ZoneInfo(zone))
    if name in _FLAGS:
        return _flag(value)
    text = _plain(value).strip()
    if name in LONGEST and len(text) > LONGEST[name]:
        raise Unfit(f"At most {LONGEST[name]} characters fit here.")
    if name == "datum" and text not in DATUMS:
        raise Unfit(f"The datum is one of {', '.join(DATUMS)}.")
    if name == "reporter_phone":
        return _phone(text)
    return text


def _plain(value: Any) -> str:
    """Return a scalar as text; `Unfit` for anything with parts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        kind = "an object" if isinstance(value, dict) else "a list"
        raise Unfit(f"Here stands {kind}; name a path to a single value inside it.")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _number(value: Any, most: float) -> float:
    try:
        number = float(_plain(value)) if not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number) or abs(number) > most:
        raise Unfit(f"A number of degrees between -{most:g} and {most:g} has to stand here.")
    return number


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _plain(value).strip().casefold()
    if text not in _YES and text not in _NO:
        raise Unfit("Yes or no has to stand here: true, false, 1, 0, 是 or 否; or give the channel a table of values.")
    return text in _YES


def _phone(text: str) -> str:
    digits = [sign for sign in text if sign not in " -+()（）"]
    if not 5 <= len(digits) <= 20 or not all(sign.isascii() and sign.isdigit() for sign in digits):
        raise Unfit("A telephone number of 5 to 20 digits has to stand here; leave it out where there is none.")
    return text


def _moment(value: Any, form: str, zone: ZoneInfo) -> datetime:
    """Return a moment in UTC; a time that names no offset is meant in `zone`."""
    text = _plain(value).strip()
    try:
        if form in ("epoch_s", "epoch_ms"):
            seconds = float(text) / (1000 if form == "epoch_ms" else 1)
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
        read = datetime.fromisoformat(text) if form == "iso" else datetime.strptime(text, form)  # noqa: DTZ007 - zoned below
        return (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unfit(f"A time written as {_shown(form)} has to stand here.") from None


def _shown(form: str) -> str:
    named = {
        "iso": "2026-11-21T08:05:00+08:00 (ISO 8601)",
        "epoch_s": "seconds since 1970",
        "epoch_ms": "milliseconds since 1970",
    }
    return named.get(form, form)


def _look_over(result: Mapped, channel: Channel) -> None:
    """Add what only the fields together show."""
    fields, mapping = result.fields, channel.mapping
    broken = {fault.field for fault in result.faults}
    for name, other in (("lon", "lat"), ("lat", "lon")):
        rule: FieldRule | None = getattr(mapping, name)
        if rule and name not in fields and other in fields and name not in broken:
            path = rule.paths[0] if rule.paths else MESSAGE_PATH
            result.faults.append(Fault(path, name, f"There is a {other} but no {name}: send both, or none."))
    if not fields.get("text") and not fields.get("matter") and not broken & {"text", "matter"}:
        first = mapping.text or mapping.matter
        path = first.paths[0] if first and first.paths else MESSAGE_PATH
        result.faults.append(Fault(path, "text", "Nothing here says what is wrong: send the words."))
