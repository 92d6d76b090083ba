"""What a stored photo is, and the limits of what is taken in: pure."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

Taken = Literal["before", "after", "check"]

MOST_BYTES = 15 << 20
MOST_PIXELS = 50_000_000  # a phone's camera has 12 to 50 million; decoded, one pixel takes 3 bytes of memory
LONGEST_SIDE = 2560
THUMB_SIDE = 480
QUALITY = 85


@dataclass(frozen=True)
class Photo:
    """A stored photo. `sha256` is of the stored bytes: the photo of a case can be shown to be the one handed in."""

    id: UUID
    kind: str
    sha256: str
    bytes: int
    width: int
    height: int
    original_name: str
    uploaded_by: UUID
    recorded: datetime
    taken: str | None
    object_type: str | None
    object_id: UUID | None


@dataclass(frozen=True)
class Encoded:
    """A photo as it is stored: JPEG bytes, the small version for lists, size in pixels."""

    data: bytes
    thumb: bytes
    width: int
    height: int


def sniff(data: bytes) -> str | None:
    """Return the format that the first bytes say ("JPEG", "PNG", "WEBP"); None when it is none that we take."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return None


def clean_name(name: str | None) -> str:
    """Return a file's own name without folders and control characters, at most 200 characters."""
    last = re.split(r"[/\\]", name or "")[-1]
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "", last).strip()[:200] or "photo"
