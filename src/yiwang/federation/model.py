"""What a peer platform is, what two platforms know of a case they share, and how a message is signed; pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

Personal = Literal["none", "masked", "full"]
Relation = Literal["upper", "lower"]
Kind = Literal[
    "case.hand", "case.mirror", "case.recall", "case.photo", "case.note",
    "warning.issued", "warning.lifted", "warning.receipts", "signs.values",
]  # fmt: skip
Shared = Literal["photos", "notes", "warnings", "signs"]

LONGEST_PAUSE = timedelta(seconds=60)
REMEMBERED = timedelta(days=90)  # answered messages are kept so long
SIGNS_KEPT = timedelta(days=400)


@dataclass(frozen=True)
class Peer:
    """A declared platform. `jurisdictions` are codes: only what lies within them is exchanged, either way.

    `shares` says what it is told of beside the cases themselves.
    """

    name: str
    id: UUID
    title: str
    url: str
    relation: Relation
    sign_public: bytes
    seal_public: bytes
    api_key: bytes | None
    application_id: UUID
    jurisdictions: list[str]
    personal: Personal
    unit_id: UUID | None
    state: Literal["active", "paused"]
    shares: list[str]
    sent: int
    received: int
    failures: int
    next_try: datetime | None
    last_error: str | None
    last_sent: datetime | None
    last_heard: datetime | None


@dataclass(frozen=True)
class Link:
    """A case that is on two platforms: whose it is, how often it changed hands, what of it was seen."""

    case_id: UUID
    peer: str
    remote_id: UUID | None
    remote_number: str | None
    owner: str
    turn: int
    seen: int
    sent_lines: list[UUID]
    sent_photos: list[UUID]  # those the peer has, its own included


@dataclass(frozen=True)
class Letter:
    """A message that waits in the outbox: about a case, a photo (`about`) of a case, or a warning (`about`).

    `body` is sealed for the peer. A photo is sealed when it is first sent, and until then has none.
    """

    peer: str
    seq: int
    id: UUID
    kind: str
    case_id: UUID | None
    about: UUID | None
    body: bytes | None


@dataclass(frozen=True)
class SharedWarning:
    """A warning that is on two platforms: `ours` went from here; `path` are the platforms it came over."""

    warning_id: UUID
    peer: str
    ours: bool
    remote_id: UUID | None
    remote_number: str | None
    path: list[str]
    told: int | None
    received: int | None
    refused: str | None
    changed: datetime


def covered(chain: Sequence[str], declared: Collection[str]) -> bool:
    """Say whether a jurisdiction, by its code and those above it, lies within what two platforms share."""
    return not set(declared).isdisjoint(chain)


def signed_bytes(sender: str, to: str, message_id: UUID, seq: int, kind: str, sealed: bytes) -> bytes:
    """Return what a message's signature is over: who to whom, which one, and the sealed body."""
    return f"yiwang-federation-1\n{sender}\n{to}\n{message_id}\n{seq}\n{kind}\n".encode() + sealed


def pause_after(failures: int) -> timedelta:
    """Return how long to wait after the n-th failure in a row: 1, 2, 4 … 60 seconds."""
    return min(timedelta(seconds=2 ** min(failures - 1, 10)), LONGEST_PAUSE)


def spoken_left(seconds: float | None) -> tuple[str, str]:
    """Return what is left of a clock in Chinese and English words."""
    if seconds is None:
        return "无时限", "no due time"
    span = abs(int(seconds)) // 60
    hours, minutes = divmod(span, 60)
    zh = f"{hours} 小时 {minutes} 分" if hours else f"{minutes} 分钟"
    en = f"{hours} h {minutes} min" if hours else f"{minutes} min"
    return (f"剩余 {zh}", f"{en} left") if seconds >= 0 else (f"已超时 {zh}", f"{en} late")
