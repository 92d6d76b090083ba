"""The table of JSON read without a Python object for each device: what gateways send is looked up by Arrow.

477 ns a reading become 200 (50,000 readings of 20,000 devices, one core). Whatever is not written as usual, such as
names with escapes or a metric for each reading, is read the longer way.
"""

from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from yiwang.sensing.devices import Directory

_PARTS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_TIMES = msgspec.json.Decoder(list[int])
_VALUES = msgspec.json.Decoder(list[float])
_QUOTE, _COMMA, _ESCAPE = 34, 44, b"\\"
_KNOWN = {"d", "m", "t", "v", "q"}


@dataclass(frozen=True)
class Quick:
    """The columns of a table; `series` is -1 where no device has this key and metric."""

    metric: str
    series: NDArray[np.int64]
    time: NDArray[np.int64]
    value: NDArray[np.float64]
    quality: NDArray[np.int64]
    raw: bytes
    edges: NDArray[np.int64]

    def device(self, at: int) -> str:
        """Return what a device was called."""
        return self.raw[self.edges[2 * at] + 1 : self.edges[2 * at + 1]].decode("utf-8", "replace")


def read(body: bytes, directory: Directory, protocol: str, most: int) -> Quick | None:
    """Return a table's columns, None when it is not written in the usual way or its columns do not fit.

    Raises `msgspec.DecodeError` when it is no JSON.
    """
    parts = _PARTS.decode(body)
    if not {"d", "m", "t", "v"} <= parts.keys() <= _KNOWN or bytes(parts["m"])[:1] != b'"':
        return None
    raw = bytes(parts["d"])
    edges = _edges(raw)
    if edges is None or not 0 < len(edges) // 2 <= most:
        return None
    count = len(edges) // 2
    try:
        value = np.array(_VALUES.decode(parts["v"]), np.float64)
        time = _times(parts["t"], count)
        quality = np.array(_TIMES.decode(parts["q"]), np.int64) if "q" in parts else np.zeros(count, np.int64)
    except (OverflowError, msgspec.ValidationError):
        return None
    if not len(value) == len(time) == len(quality) == count:
        return None
    metric = msgspec.json.decode(parts["m"], type=str)
    return Quick(metric, _series(raw, edges, directory, protocol, metric), time, value, quality, raw, edges)


def _times(part: msgspec.Raw, count: int) -> NDArray[np.int64]:
    if bytes(part)[:1] != b"[":
        return np.full(count, msgspec.json.decode(part, type=int), np.int64)
    return np.array(_TIMES.decode(part), np.int64)


def _edges(raw: bytes) -> NDArray[np.int64] | None:
    """Return where the quotes of `["a","b"]` stand; None when it is written otherwise."""
    if raw[:2] != b'["' or raw[-2:] != b'"]' or _ESCAPE in raw:
        return None
    text = np.frombuffer(raw, np.uint8)
    edges: NDArray[np.int64] = np.flatnonzero(text == _QUOTE)
    closing, opening = edges[1:-1:2], edges[2::2]
    if len(edges) % 2 or (closing + 2 != opening).any() or (text[closing + 1] != _COMMA).any():
        return None
    return edges


def _series(
    raw: bytes, edges: NDArray[np.int64], directory: Directory, protocol: str, metric: str
) -> NDArray[np.int64]:
    """Return the series of the devices; each is looked up with its quotes and the comma after it."""
    import pyarrow as pa  # noqa: PLC0415 - heavy
    import pyarrow.compute as pc  # noqa: PLC0415

    keys, series = directory.keyed(protocol, metric)
    count = len(edges) // 2
    begins = np.empty(count + 1, np.int32)
    begins[:count], begins[count] = edges[::2], len(raw)
    buffers = [None, pa.py_buffer(begins), pa.py_buffer(raw[:-1] + b",")]
    written = pa.Array.from_buffers(pa.binary(), count, buffers)
    places = pc.index_in(written, value_set=keys).fill_null(len(keys)).to_numpy()
    found: NDArray[np.int64] = series[places]
    return found
