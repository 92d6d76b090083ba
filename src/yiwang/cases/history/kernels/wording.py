"""Ids, moments and objects as JSON text, for whole columns. Every value is a binary array of valid JSON."""

import json
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from yiwang.cases.history.kernels.pgcopy import NEVER, Bytes, Mask, blocks, join

_HEX = np.frombuffer(b"0123456789abcdef", np.uint8)
_DASHES = (8, 13, 18, 23)
_LETTERS = [place for place in range(36) if place not in _DASHES]
_ESCAPED = r'["\\\x00-\x1f]'
NULL = b"null"


def ids(at_us: int, chance: bytes, rows: int) -> Bytes:
    """Return `rows` UUIDv7 of one moment (microseconds since 1970), ascending, from 8 bytes of chance each: (n, 16).

    Ascending, because ids that are written in order are appended to their index. 54 bits of each are chance.
    """
    drawn = np.frombuffer(chance, np.uint64)[:rows]
    out = np.empty((rows, 16), np.uint8)
    milliseconds = (at_us // 1000) & ((1 << 48) - 1)
    shared = 0x7000 | (int(drawn[0]) >> 52 if rows else 0)
    out[:, :6] = np.frombuffer(milliseconds.to_bytes(6, "big"), np.uint8)
    out[:, 6:8] = np.frombuffer(shared.to_bytes(2, "big"), np.uint8)
    place = np.arange(rows, dtype=np.uint64) << np.uint64(42)
    low = (drawn & np.uint64((1 << 42) - 1)) | place | np.uint64(1 << 63)
    out[:, 8:] = low.astype(">u8").view(np.uint8).reshape(rows, 8)
    return out


def id_text(values: Bytes) -> Bytes:
    """Return the 36 letters of each id: (n, 36)."""
    out = np.empty((len(values), 36), np.uint8)
    digits = np.empty((len(values), 32), np.uint8)
    digits[:, 0::2], digits[:, 1::2] = _HEX[values >> 4], _HEX[values & 15]
    out[:, _LETTERS] = digits
    out[:, _DASHES] = ord("-")
    return out


def id_json(values: Bytes, present: Mask | None = None) -> pa.BinaryArray:
    """Return ids as JSON strings; those not present are null."""
    return blocks(_quoted(id_text(values)), present, NULL)


def moment_json(at: NDArray[np.int64]) -> pa.BinaryArray:
    """Return moments (microseconds since 1970, UTC) as JSON strings; `NEVER` is null."""
    present = at != NEVER
    spelled = np.datetime_as_string(np.where(present, at, 0).view("M8[us]"), unit="us").astype("S26")
    letters = np.empty((len(at), 27), np.uint8)
    letters[:, :26] = np.ascontiguousarray(spelled).view(np.uint8).reshape(len(at), 26)
    letters[:, 26] = ord("Z")
    return blocks(_quoted(letters), present, NULL)


def string_json(values: pa.Array) -> pa.BinaryArray:
    """Return texts as JSON strings; null is null."""
    if pc.any(pc.match_substring_regex(values, _ESCAPED)).as_py():
        return pa.array([json.dumps(value, ensure_ascii=False).encode() for value in values.to_pylist()], pa.binary())
    quoted = join(b'"', values, b'"')
    return pc.fill_null(quoted, NULL) if values.null_count else quoted


def flag_json(values: Mask, present: Mask | None = None) -> pa.BinaryArray:
    """Return true and false; those not present are null."""
    words = np.where(values, b"true", b"false").astype(object)
    if present is not None:
        words[~present] = NULL
    return pa.array(words, pa.binary())


def objects(fields: Sequence[tuple[str, pa.Array | bytes]]) -> pa.BinaryArray:
    """Return JSON objects of these fields; a bytes field is the same for all. One at least is a column."""
    parts: list[pa.Array | bytes] = []
    for place, (name, values) in enumerate(fields):
        parts += [(b"{" if place == 0 else b",") + f'"{name}":'.encode(), values]
    return join(*parts, b"}")


def _quoted(letters: Bytes) -> Bytes:
    out = np.empty((len(letters), letters.shape[1] + 2), np.uint8)
    out[:, 0] = out[:, -1] = ord('"')
    out[:, 1:-1] = letters
    return out
