"""Pieces of a message as people write them, and back: bits by name, GBK, hexadecimal digits, times in BCD."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from yiwang.base.errors import Invalid


def set_bits(number: int, names: Sequence[str]) -> list[str]:
    """Return the names of the bits that are set; a bit without a name is `bit 15`."""
    found = []
    place = 0
    while number:
        if number & 1:
            found.append(names[place] if place < len(names) and names[place] else f"bit {place}")
        number >>= 1
        place += 1
    return found


def text_of(raw: bytes) -> str:
    """Return GBK (read as GB 18030, its superset) without padding; what is none is written `\\xNN`, never refused."""
    return raw.strip(b"\0").decode("gb18030", "backslashreplace")


def bytes_of(text: Any, name: str) -> bytes:
    """Return text as GB 18030, whose common characters are GBK's."""
    try:
        return str(text).encode("gb18030")
    except UnicodeEncodeError:
        raise Invalid(name, f"{name} holds half a character.") from None


def unhex(text: Any, name: str) -> bytes:
    """Return the bytes of hexadecimal digits."""
    try:
        return bytes.fromhex(str(text))
    except ValueError:
        raise Invalid(name, f"{name} is written in hexadecimal digits, two a byte.") from None


def clock_text(digits: str) -> str:
    """Return YYMMDDhhmmss as ISO 8601 in Beijing time, or the digits when they are no time."""
    try:
        year, month, day, hour, minute, second = (int(digits[i : i + 2]) for i in range(0, 12, 2))
        datetime(2000 + year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return digits
    d = digits
    return f"20{d[:2]}-{d[2:4]}-{d[4:6]}T{d[6:8]}:{d[8:10]}:{d[10:]}+08:00"


def clock_digits(text: str, name: str) -> str:
    """Return YYMMDDhhmmss of an ISO 8601 time that says its own offset +08:00 or none."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid(name, f"{name} is a time like 2026-11-21T08:00:00+08:00.") from None
    if not 2000 <= time.year <= 2099 or not text.endswith("+08:00"):
        raise Invalid(name, f"{name} is a time of this century in Beijing time (+08:00).")
    return f"{time:%y%m%d%H%M%S}"
