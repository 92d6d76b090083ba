"""What a notice is, what a carrier is handed and what it answers. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Literal
from uuid import UUID

INBOX = "inbox"  # the carrier everybody has
WEBHOOK = "webhook"
KINDS = ("mail", "sms", "wecom")  # carriers that reach a person outside the platform
Urgency = Literal["urgent", "normal", "low"]
State = Literal["waiting", "held", "gathered", "leased", "sending", "sent", "failed", "uncertain", "cancelled"]
STATES: tuple[State, ...] = (
    *("waiting", "held", "gathered", "leased", "sending"),
    *("sent", "failed", "uncertain", "cancelled"),
)


@dataclass(frozen=True)
class Notice:
    """A message in somebody's inbox, about an object that `link` opens."""

    id: UUID
    at: datetime
    kind: str
    title_zh: str
    title_en: str
    text: str
    link: str
    object_type: str
    object_id: UUID | None
    read_at: datetime | None


@dataclass(frozen=True)
class Inbox:
    """A page of notices, newest first, and how many are unread in all."""

    items: list[Notice]
    unread: int
    next: str | None


@dataclass(frozen=True)
class Message:
    """What a carrier sends: `id` is the same at every try, so a carrier that can tells doubles by it."""

    id: UUID
    at: datetime
    title_zh: str
    title_en: str
    text: str
    link: str
    body: dict[str, Any]  # what a webhook carries; empty for a person's message


@dataclass(frozen=True)
class Sent:
    """The other side took it; `ref` is the name it gave it, by which receipts come back."""

    ref: str | None = None


@dataclass(frozen=True)
class Later:
    """It did not get through and may be tried again; `after` is how long the other side asks to wait.

    `lane` says that the carrier itself is in trouble, not this one message; `maybe` that it may have got through all
    the same, to a carrier that tells doubles.
    """

    error: str
    after: timedelta | None = None
    lane: bool = True
    maybe: bool = False


@dataclass(frozen=True)
class Refused:
    """The other side will never take it: a wrong address, a wrong content."""

    error: str


@dataclass(frozen=True)
class Unsure:
    """It may have got through; the carrier cannot tell doubles, so it is not tried again by itself."""

    error: str


Outcome = Sent | Later | Refused | Unsure


@dataclass(frozen=True)
class Quiet:
    """Hours of the day [starts, ends) in which only what is urgent is sent; they may pass midnight."""

    starts: time
    ends: time
    zone: str


@dataclass(frozen=True)
class Preferences:
    """How a person is told beside the inbox: `carriers` in the order they are tried."""

    carriers: tuple[str, ...]
    digests: tuple[time, ...]
    zone: str
    quiet: Quiet | None


@dataclass(frozen=True)
class Claimed:
    """A row of the outbox that this sender holds until `lease_until`."""

    id: UUID
    carrier: str
    lane: str
    address: str
    account_id: UUID | None
    post_id: UUID | None
    dedupe_key: str
    payload: dict[str, Any]
    urgency: Urgency
    attempts: int
    first_try: datetime
    doubtful: bool
    lease_until: datetime
    recorded: datetime
    give_up: datetime | None

    @property
    def message(self) -> Message:
        """What is sent: the same at every try."""
        content = self.payload
        words = {name: str(content.get(name) or "") for name in ("title_zh", "title_en", "text", "link")}
        return Message(self.id, self.recorded, **words, body=content.get("body") or {})


@dataclass(frozen=True)
class Circuit:
    """How a lane has failed of late; open until `open_until`."""

    failures: int
    openings: int
    open_until: datetime | None
