"""What a CloudEvent is (specification 1.0.2, JSON format, HTTP binding), read strictly. Pure."""

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import unquote_to_bytes

import msgspec

from yiwang.base.errors import Invalid

STRUCTURED, BATCH = "application/cloudevents+json", "application/cloudevents-batch+json"
REQUIRED = ("specversion", "id", "source", "type")
MOST_EVENTS = 500
_LONGEST = 2000  # characters of an attribute
_NAME = re.compile(r"[a-z0-9]{1,40}")
# RFC 3339: the date, the time, an offset.
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_REFERENCE = re.compile(r"[^\s<>\"{}|\\^`]+")
_JSON = re.compile(r"[^/;]+/(json|[^/;]+\+json)\s*(;.*)?", re.IGNORECASE)


@dataclass(frozen=True)
class CloudEvent:
    """One event: its attributes (all text, extensions too) and its data as JSON (None where it has none)."""

    attributes: Mapping[str, Any]
    data: Any

    @property
    def id(self) -> str:
        return str(self.attributes["id"])

    @property
    def source(self) -> str:
        return str(self.attributes["source"])

    @property
    def type(self) -> str:
        return str(self.attributes["type"])

    @property
    def key(self) -> str:
        """What makes an event one of its kind: source and id."""
        return f"{self.source} {self.id}"

    def as_json(self) -> bytes:
        """Return the event in structured form, as it is kept."""
        return msgspec.json.encode({**self.attributes, "data": self.data})


def envelope(headers: Iterable[tuple[str, str]], body: bytes) -> bytes:
    """Return what came as it is kept when it is no CloudEvent: the headers that belong to it, and the body."""
    own = [(name, value) for name, value in headers if name.lower() == "content-type" or name.lower().startswith("ce-")]
    return msgspec.json.encode({"headers": own, "body": body})


def media_type(content_type: str) -> str:
    """Return a content type without its parameters, in lower case."""
    return content_type.partition(";")[0].strip().lower()


def structured(told: Any) -> CloudEvent:
    """Return an event of the JSON format; `Invalid` names the attribute that is wrong."""
    if not isinstance(told, Mapping):
        raise Invalid("(event)", "An event is a JSON object with specversion, id, source, type and data.")
    attributes = {name: value for name, value in told.items() if name not in ("data", "data_base64")}
    attributes = {name: value for name, value in attributes.items() if value is not None}
    if told.get("data") is not None and told.get("data_base64") is not None:
        raise Invalid("data_base64", "An event has data or data_base64, not both.")
    _check(attributes)
    _check_json(attributes.get("datacontenttype", "application/json"))
    if told.get("data_base64") is not None:
        return CloudEvent(attributes, _json(_unbased(told["data_base64"]), "data_base64"))
    return CloudEvent(attributes, told.get("data"))


def binary(headers: Iterable[tuple[str, str]], body: bytes) -> CloudEvent:
    """Return an event whose attributes are headers (ce-id …) and whose data is the body."""
    attributes: dict[str, Any] = {}
    for name, value in headers:
        lowered = name.lower()
        if lowered.startswith("ce-"):
            attribute = lowered.removeprefix("ce-")
            if attribute in attributes:
                raise Invalid(attribute, f"The header ce-{attribute} is there twice.")
            attributes[attribute] = _header(attribute, value)
        elif lowered == "content-type":
            attributes["datacontenttype"] = value
    _check(attributes)
    _check_json(attributes.get("datacontenttype", "application/json"))
    return CloudEvent(attributes, _json(body, "data") if body.strip() else None)


def _check(attributes: Mapping[str, Any]) -> None:
    """Refuse attributes that are missing, of a wrong type or out of the form that the specification gives them."""
    if attributes.get("specversion", "1.0") != "1.0":
        raise Invalid("specversion", "Only version 1.0 is taken.")
    for name in REQUIRED:
        if name not in attributes:
            raise Invalid(name, f"The attribute {name} is missing; an event has {', '.join(REQUIRED)}.")
    for name, value in attributes.items():
        _check_one(name, value)
    _check_time(attributes.get("time"))


def _check_one(name: str, value: Any) -> None:
    if not _NAME.fullmatch(name):
        raise Invalid(name[:80], "The name of an attribute is lower-case letters and digits.")
    if isinstance(value, bool | int) and name not in _FORMS and name not in REQUIRED:
        return  # an extension may be a Boolean or an Integer
    if not isinstance(value, str):
        raise Invalid(name, "This attribute has to be a string.")
    if not value.strip() or len(value) > _LONGEST:
        raise Invalid(name, f"This attribute has 1 to {_LONGEST} characters.")
    if any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in value):
        raise Invalid(name, "This attribute holds a control character.")
    form, sentence = _FORMS.get(name, (None, ""))
    if form is not None and not form.fullmatch(value):
        raise Invalid(name, sentence)


_FORMS: dict[str, tuple[re.Pattern[str] | None, str]] = {
    "source": (_REFERENCE, "The source is a URI or the path of one."),
    "dataschema": (_URI, "The dataschema is a URI."),
    "datacontenttype": (re.compile(r"[^\s/;]+/[^\s;]+\s*(;.*)?"), "The datacontenttype is a media type."),
    "time": (_TIME, "The time is written as 2026-11-21T08:05:00+08:00 (RFC 3339)."),
    "subject": (None, ""),
}


def _check_time(value: Any) -> None:
    if value is not None:
        try:
            datetime.fromisoformat(value.upper())
        except ValueError:
            raise Invalid("time", "There is no such moment.") from None


def _check_json(content_type: str) -> None:
    if not _JSON.fullmatch(content_type.strip()):
        raise Invalid("datacontenttype", "The data has to be JSON: channels read their fields from it.")


def _header(attribute: str, value: str) -> str:
    try:
        return unquote_to_bytes(value.encode("latin-1")).decode()
    except UnicodeError:
        raise Invalid(attribute, "A header is ASCII with other characters percent-encoded as UTF-8.") from None


def _unbased(value: Any) -> bytes:
    try:
        return base64.b64decode(value if isinstance(value, str) else "?", validate=True)
    except (binascii.Error, ValueError):
        raise Invalid("data_base64", "This is not base64.") from None


def _json(body: bytes, name: str) -> Any:
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Invalid(name, f"This is not JSON in UTF-8: {str(error)[:120]}.") from None
