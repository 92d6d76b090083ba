"""A shard's state as bytes: what is committed with the alarms, moved between machines and kept over an upgrade.

Layout, little-endian: `YWAK`, version (u16), zero (u16), length of the description (u32), CRC-32 of all that follows
(u32); the description, JSON padded to 8 bytes: watermark, and of each array its name, type and shape in order; then the
arrays, each padded to 8 bytes. A field that an older version lacks begins as zero; a field it has too much is left out.
"""

import json
import struct
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yiwang.alarms.kernels.layout import RECORD, SEASON, WATCH, Core, Frame, State, joined
from yiwang.base.errors import Invalid

VERSION = 1
_HEAD = struct.Struct("<4sHHII")
_MAGIC = b"YWAK"
_TYPES = {
    "seen": np.dtype("<i8"),
    "good": np.dtype("<i8"),
    "record": RECORD,
    "watch": WATCH,
    "season": SEASON,
    "dropped": np.dtype("<u8"),
    "series": np.dtype("<i4"),
    "time": np.dtype("<i8"),
    "value": np.dtype("<f8"),
    "quality": np.dtype("u1"),
}
# From version n to n + 1: what more than a new or a lost field has to be done to the named arrays.
UPGRADES: dict[int, Callable[[dict[str, NDArray[Any]]], dict[str, NDArray[Any]]]] = {}


def pack(state: State) -> bytes:
    """Return a state as bytes."""
    held = joined(state.waiting())
    arrays = {**state.core._asdict(), **held._asdict()}
    about = [[name, _described(array.dtype), list(array.shape)] for name, array in arrays.items()]
    description = json.dumps({"watermark": state.watermark, "arrays": about}, separators=(",", ":")).encode()
    description += b" " * (-len(description) % 8)
    body = b"".join([description, *(piece for array in arrays.values() for piece in _padded(array))])
    return _HEAD.pack(_MAGIC, VERSION, 0, len(description), zlib.crc32(body)) + body


def unpack(data: bytes) -> State:
    """Return the state of bytes that this or an older version packed; Invalid when they are damaged or newer."""
    if len(data) < _HEAD.size or data[:4] != _MAGIC:
        raise Invalid("state", "These bytes are not the state of a shard.")
    _, version, _, length, crc = _HEAD.unpack_from(data)
    body = memoryview(data)[_HEAD.size :]
    if version > VERSION or (version < VERSION and version not in UPGRADES):
        raise Invalid("state", f"The state is of version {version}; this program reads up to {VERSION}: upgrade it.")
    if zlib.crc32(body) != crc:
        raise Invalid("state", "The state is damaged: take an older one and replay the frames since.")
    about = json.loads(bytes(body[:length]))
    arrays, at = {}, length
    for name, described, shape in about["arrays"]:
        kind = np.dtype([tuple(one) for one in described] if isinstance(described, list) else described)
        count = int(np.prod(shape))
        arrays[name] = np.frombuffer(body, kind, count, at).reshape(shape)
        at += -(-count * kind.itemsize // 8) * 8
    for step in range(version, VERSION):
        arrays = UPGRADES[step](arrays)
    whole = {name: _as(arrays[name], kind) for name, kind in _TYPES.items()}
    held = Frame(*(whole[name] for name in Frame._fields))
    core = Core(*(whole[name] for name in Core._fields))
    return State(core, (held,) if held.series.size else (), about["watermark"])


def _as(array: NDArray[Any], kind: np.dtype[Any]) -> NDArray[Any]:
    """Return an array of our own of today's type, field by field where its type was another."""
    if array.dtype == kind or kind.names is None:
        return np.array(array, kind)
    new = np.zeros(array.shape, kind)
    for name in set(kind.names) & set(array.dtype.names or ()):
        new[name] = array[name]
    return new


def _described(kind: np.dtype[Any]) -> Any:
    return [[name, kind[name].str] for name in kind.names] if kind.names else kind.str


def _padded(array: NDArray[Any]) -> tuple[bytes, bytes]:
    data = array.tobytes()
    return data, bytes(-len(data) % 8)
