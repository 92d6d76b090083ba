"""What is hashed, chained and signed: one canonical form of a row and of a seal. Pure."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

FORMAT = "yiwang audit 1"
NO_HEAD = bytes(32)
DIGEST = 32


def canonical(value: dict[str, Any]) -> bytes:
    """Return the one spelling of a JSON object that is hashed and signed: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of the database as JSON values: ids as text, moments as UTC, bytes as hexadecimal."""
    return {key: _plain(value) for key, value in row.items()}


def digest_of(row: dict[str, Any]) -> bytes:
    """Return the 32 bytes that stand for a plain row."""
    return hashlib.sha256(canonical(row)).digest()


def next_head(previous: bytes, digests: Sequence[bytes]) -> bytes:
    """Return the head of the chain after a batch: it stands for every row up to the batch's last."""
    return hashlib.sha256(previous + b"".join(digests)).digest()


def to_sign(seal: dict[str, Any]) -> bytes:
    """Return what the signature of a seal (plain) covers: everything but itself and the digests its head stands for."""
    kept = {key: value for key, value in seal.items() if key not in ("signature", "digests", "kind")}
    return FORMAT.encode() + b" seal\n" + canonical(kept)


def to_sign_end(end: dict[str, Any]) -> bytes:
    """Return what the signature of an export's closing line covers."""
    return FORMAT.encode() + b" end\n" + canonical({key: value for key, value in end.items() if key != "signature"})


def retired_note(number: int, remaining: int, retired: datetime) -> bytes:
    """Return what is signed when rows of a seal are dropped because their time is over, and `remaining` are left."""
    note = plain({"number": number, "remaining": remaining, "retired": retired})
    return FORMAT.encode() + b" retired\n" + canonical(note)


def split_digests(digests: bytes) -> list[bytes]:
    """Return the digests of a batch's rows one by one."""
    return [digests[i : i + DIGEST] for i in range(0, len(digests), DIGEST)]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    return value
