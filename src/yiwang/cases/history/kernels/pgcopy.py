"""Rows for PostgreSQL's binary COPY, put together from columns: no object for a row or a cell.

A cell is its length (4 bytes, big-endian) and its bytes; -1 is NULL. A column here is an Arrow array of such cells, and
a row is their concatenation behind the number of columns.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

HEAD = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
TAIL = b"\xff\xff"
NEVER = np.iinfo(np.int64).min  # a moment that has not come
_EPOCH = 946_684_800_000_000  # microseconds from 1970 to 2000
_UUID_OID = 2950

Bytes = NDArray[np.uint8]
Mask = NDArray[np.bool_]


def blocks(payload: Bytes, present: Mask | None = None, absent: bytes = b"") -> pa.BinaryArray:
    """Return the rows of an (n, width) array as binary values; those not present are `absent`."""
    rows, width = payload.shape
    if present is None or present.all():
        offsets = np.arange(rows + 1, dtype=np.int32) * width
        return _binary(np.ascontiguousarray(payload).reshape(-1), offsets)
    spread = np.zeros((rows, max(width, len(absent))), np.uint8)
    spread[:, :width] = payload
    spread[~present, : len(absent)] = np.frombuffer(absent, np.uint8)
    lengths = np.where(present, width, len(absent))
    kept = np.arange(spread.shape[1]) < lengths[:, None]
    return _binary(spread[kept], np.concatenate(([0], np.cumsum(lengths))).astype(np.int32))


def fixed(payload: Bytes, present: Mask | None = None) -> pa.BinaryArray:
    """Return cells of one width; those not present are NULL."""
    rows, width = payload.shape
    framed = np.empty((rows, 4 + width), np.uint8)
    framed[:, :4] = np.frombuffer(width.to_bytes(4, "big"), np.uint8)
    framed[:, 4:] = payload
    return blocks(framed, present, b"\xff\xff\xff\xff")


def moments(at: NDArray[np.int64]) -> pa.BinaryArray:
    """Return cells of `timestamptz` from microseconds since 1970; `NEVER` is NULL."""
    return fixed(_big(at - _EPOCH, ">i8"), at != NEVER)


def integers(values: NDArray[np.int64], width: int = 4) -> pa.BinaryArray:
    """Return cells of `smallint`, `integer` or `bigint` by their width in bytes."""
    return fixed(_big(values, f">i{width}"))


def floats(values: NDArray[np.float64]) -> pa.BinaryArray:
    """Return cells of `double precision`; NaN is NULL."""
    return fixed(_big(values, ">f8"), ~np.isnan(values))


def flags(values: Mask) -> pa.BinaryArray:
    """Return cells of `boolean`."""
    return fixed(values.astype(np.uint8).reshape(-1, 1))


def texts(values: pa.Array, prefix: bytes = b"") -> pa.BinaryArray:
    """Return cells of `text` or `bytea`; null is NULL. `prefix` goes before each value."""
    values = values.cast(pa.binary()) if not pa.types.is_binary(values.type) else values
    lengths = pc.fill_null(pc.add(pc.binary_length(values), len(prefix)), -1)
    framed = blocks(_big(lengths.to_numpy(zero_copy_only=False), ">i4"))
    if not prefix:
        return join(framed, pc.fill_null(values, b""))
    valid = pc.if_else(values.is_valid(), pa.scalar(prefix, pa.binary()), pa.scalar(b"", pa.binary()))
    return join(framed, valid, pc.fill_null(values, b""))


def documents(values: pa.Array) -> pa.BinaryArray:
    """Return cells of `jsonb` from JSON text."""
    return texts(values, b"\x01")


def same(value: bytes | None, rows: int) -> pa.BinaryArray:
    """Return one cell many times: None is NULL."""
    cell = b"\xff\xff\xff\xff" if value is None else len(value).to_bytes(4, "big") + value
    return blocks(np.tile(np.frombuffer(cell, np.uint8), (rows, 1)))


def uuid_lists(lists: Sequence[Sequence[bytes]]) -> pa.BinaryArray:
    """Return cells of `uuid[]` from the 16 bytes of each id."""
    empty = _array_head(0)
    return texts(pa.array([_uuid_list(ids) if ids else empty for ids in lists], pa.binary()))


def rows_of(columns: Sequence[pa.BinaryArray]) -> list[memoryview | bytes]:
    """Return the pieces of a whole COPY: head, rows, tail."""
    if not columns or len(columns[0]) == 0:
        return [HEAD, TAIL]
    joined = join(len(columns).to_bytes(2, "big"), *columns)
    offsets = np.frombuffer(joined.buffers()[1], np.int32)[joined.offset : joined.offset + len(joined) + 1]
    return [HEAD, memoryview(joined.buffers()[2])[int(offsets[0]) : int(offsets[-1])], TAIL]


def join(*parts: pa.Array | bytes) -> pa.BinaryArray:
    """Return the parts put behind each other, value by value; a bytes part is the same for all."""
    columns = [pa.scalar(part, pa.binary()) if isinstance(part, bytes) else part for part in parts]
    columns = [one.cast(pa.binary()) if not pa.types.is_binary(one.type) else one for one in columns]
    return pc.binary_join_element_wise(*columns, pa.scalar(b"", pa.binary()))


def _array_head(length: int) -> bytes:
    head = (1 if length else 0).to_bytes(4, "big") + bytes(4) + _UUID_OID.to_bytes(4, "big")
    return head + length.to_bytes(4, "big") + (1).to_bytes(4, "big") if length else head


def _uuid_list(ids: Sequence[bytes]) -> bytes:
    return _array_head(len(ids)) + b"".join((16).to_bytes(4, "big") + one for one in ids)


def _big(values: NDArray[np.generic], kind: str) -> Bytes:
    converted = np.ascontiguousarray(values.astype(kind))
    return converted.view(np.uint8).reshape(len(values), converted.dtype.itemsize)


def _binary(data: Bytes, offsets: NDArray[np.int32]) -> pa.BinaryArray:
    return pa.BinaryArray.from_buffers(
        pa.binary(), len(offsets) - 1, [None, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(data))]
    )
