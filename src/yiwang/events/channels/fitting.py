"""Making of what was read from a message the envelope and the place that the receiving verb takes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from yiwang.base.errors import Invalid
from yiwang.events.books import Books
from yiwang.events.channels.model import MESSAGE_PATH, Channel, Fault, Mapped
from yiwang.events.model import Envelope, Reporter
from yiwang.places import PlaceIn

_LONGEST_KEY = 200
_FARTHEST_DUE = timedelta(days=3653)


class Sent(Protocol):
    """What fitting needs of a message."""

    @property
    def raw(self) -> bytes: ...

    @property
    def key(self) -> str | None: ...

    @property
    def spare_key(self) -> str | None: ...


@dataclass(frozen=True)
class Fitted:
    """A report ready to be taken in, and which field came from which path."""

    channel: Channel
    envelope: Envelope
    place: PlaceIn

    def named(self, refusal: Invalid) -> list[Fault]:
        """Return the fields the receiving verb refused by the paths they came from."""
        errors: list[dict[str, str]] = refusal.members.get("errors", [])
        return [Fault(path_of(self.channel, each["field"]), each["field"], each["detail"]) for each in errors]


def fit(channel: Channel, found: Mapped, *, message: Sent, source: str, books: Books, at: datetime) -> Fitted:
    """Return the report of what was read; a due time beyond reason is noted as a fault."""
    fields = found.fields
    due = _due(channel, found, books, at)
    external = fields.get("external_id")
    envelope = Envelope(
        channel=channel.door,
        source=source,
        text=fields.get("text", ""),
        raw=message.raw,
        matter=fields.get("matter") or None,
        title=fields.get("title") or None,
        reporter=reporter_of(fields),
        urgent=fields.get("urgent", channel.urgent),
        occurred_at=fields.get("occurred_at"),
        due_at=due,
        due_from_source=due is not None,
        idempotency_key=short_key(message.key or external or message.spare_key),
        external_ref=(channel.code, external) if external else None,
        drill=bool(fields.get("drill", False)),
    )
    place = PlaceIn(
        lon=fields.get("lon"),
        lat=fields.get("lat"),
        datum=fields.get("datum", "CGCS2000"),
        text=fields.get("address", ""),
        floor=fields.get("floor"),
    )
    return Fitted(channel, envelope, place)


def fit_to_keep(sender: Any, message: Sent, found: Mapped | None) -> Envelope:
    """Return the envelope under which a refused message is sealed: its reporter's key where one could be read."""
    reporter = reporter_of(found.fields) if found else None
    return Envelope(channel=sender.channel.door, source=sender.source, text="", raw=message.raw, reporter=reporter)


def reporter_of(fields: dict[str, Any]) -> Reporter | None:
    """Return who reported, None when a message names nobody."""
    name, phone = fields.get("reporter_name") or None, fields.get("reporter_phone") or None
    if not name and not phone:
        return None
    return Reporter(name, phone, bool(fields.get("confidential", False)))


def short_key(key: str | None) -> str | None:
    """Return a sender's key as it is kept; a long one by its digest, which an index can hold."""
    if key is None or len(key) <= _LONGEST_KEY:
        return key
    return "sha256:" + hashlib.sha256(key.encode()).hexdigest()


def path_of(channel: Channel, field: str) -> str:
    """Return the first path a field of a report is read from; the field itself stands for one that has none."""
    name = {"place.lon": "lon", "place.lat": "lat", "phone": "reporter_phone"}.get(field, field)
    rule = getattr(channel.mapping, name, None) if name in type(channel.mapping).model_fields else None
    return rule.paths[0] if rule is not None and rule.paths else MESSAGE_PATH


def shown_faults(faults: Sequence[Fault]) -> list[dict[str, str]]:
    """Return faults as they are answered: `field` is the path in the sender's message, `target` the report's field."""
    return [{"field": fault.path, "target": fault.field, "detail": fault.detail} for fault in faults]


def _due(channel: Channel, found: Mapped, books: Books, at: datetime) -> datetime | None:
    """Return the due time the source gives, else the one of the limit that the channel dictates."""
    given: datetime | None = found.fields.get("due_at")
    if given is not None:
        if not at - _FARTHEST_DUE <= given <= at + _FARTHEST_DUE:
            detail = "It is due at a moment that cannot be: more than ten years away."
            found.faults.append(Fault(path_of(channel, "due_at"), "due_at", detail))
            return None
        return given
    if channel.limit is None:
        return None
    return books.calendar.deadline(at, channel.limit.limit).at
