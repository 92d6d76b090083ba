"""What a notice is. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

# The carriers there are: others (message gateway, e-mail, another platform) take their rows from the same outbox.
INBOX = "inbox"


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
