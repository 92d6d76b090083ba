"""Keyset paging: a page ends with a cursor that says where the next one starts: page 1000 costs what page 1 does."""

import base64
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from yiwang.base.errors import Invalid

T = TypeVar("T")
MOST = 200


@dataclass(frozen=True)
class Page(Generic[T]):
    """`items` in order; `next` is the cursor of the page after, None on the last."""

    items: list[T]
    next: str | None


def encode_cursor(*keys: str | int | float | None) -> str:
    """Return the keys of a page's last row as an opaque word."""
    return base64.urlsafe_b64encode(json.dumps(keys).encode()).decode().rstrip("=")


def _not_ours() -> Invalid:
    return Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.")


def decode_cursor(cursor: str, length: int) -> list[str | int | float | None]:
    """Return the keys of a cursor made by `encode_cursor`; `Invalid` when it is not one of `length` keys."""
    try:
        keys = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        keys = None
    if not isinstance(keys, list) or len(keys) != length or any(isinstance(k, list | dict) for k in keys):
        raise _not_ours()
    return keys


def moment_and_row(cursor: str | None) -> tuple[datetime, UUID] | None:
    """Return the two keys of a cursor whose pages are in the order of time; None for the first page."""
    if cursor is None:
        return None
    keys = decode_cursor(cursor, 2)
    try:
        moment, row = datetime.fromisoformat(str(keys[0])), UUID(str(keys[1]))
    except ValueError:
        raise _not_ours() from None
    if moment.utcoffset() is None:
        raise _not_ours()
    return moment, row


def checked_limit(limit: int) -> int:
    """Return `limit` if a page may be so long; `Invalid` otherwise."""
    if not 1 <= limit <= MOST:
        raise Invalid("limit", f"A page holds 1 to {MOST} rows.")
    return limit
