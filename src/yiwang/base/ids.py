"""Ids are UUIDv7 (RFC 9562 §5.7): they sort by the time they were made, which keeps index pages warm."""

import os
from datetime import datetime
from uuid import UUID

_MS_MASK = (1 << 48) - 1


def uuid7(at: datetime, chance: bytes | None = None) -> UUID:
    """Return a UUIDv7 for the moment `at`.

    `chance` is 10 random bytes; left out, the operating system gives them. This is the one place that asks it.
    """
    random = int.from_bytes(chance if chance is not None else os.urandom(10), "big")
    value = (int(at.timestamp() * 1000) & _MS_MASK) << 80
    value |= 0x7 << 76
    value |= ((random >> 68) & 0xFFF) << 64
    value |= 0b10 << 62
    value |= random & ((1 << 62) - 1)
    return UUID(int=value)


def chance(length: int) -> bytes:
    """Return random bytes of the operating system, for ids that are made in bulk."""
    return os.urandom(length)
