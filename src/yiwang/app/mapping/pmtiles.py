"""Tiles out of one PMTiles file (version 3) of one's own: read where they lie, nothing unpacked beforehand."""

import gzip
import json
import struct
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from yiwang.base.errors import Invalid

_HEADER = struct.Struct("<7sB11Q6B")
_KINDS = {1: "application/x-protobuf", 2: "image/png", 3: "image/jpeg", 4: "image/webp", 5: "image/avif"}
_NONE, _GZIP = 1, 2
_MOST_LEAVES = 4  # directories one below another; the format has three at most
_LARGEST = 64 * 2**20  # bytes of one directory, unpacked


@dataclass(frozen=True)
class Tiles:
    """What a file holds: `kind` is the media type of its tiles, `packed`: gzipped, `layers`: its vectors."""

    path: Path
    kind: str
    packed: bool
    min_zoom: int
    max_zoom: int
    layers: tuple[str, ...]
    root: tuple[int, int]
    leaves: int
    data: int
    inner: int

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """Return a tile as it lies in the file; None where there is none."""
        if not (self.min_zoom <= z <= self.max_zoom and 0 <= x < 2**z and 0 <= y < 2**z):
            return None
        wanted, (offset, length) = tile_number(z, x, y), self.root
        for _ in range(_MOST_LEAVES):
            numbers, runs, lengths, offsets = _directory(self, offset, length)
            at = bisect_right(numbers, wanted) - 1
            if at < 0:
                return None
            if runs[at]:
                inside = wanted < numbers[at] + runs[at]
                return _read(self.path, self.data + offsets[at], lengths[at]) if inside else None
            offset, length = self.leaves + offsets[at], lengths[at]
        return None


def opened(path: Path) -> Tiles:
    """Read what a file says of itself; `Invalid` with a sentence when it is none that can be served."""
    with path.open("rb") as file:
        head = file.read(127)
    if len(head) < 127 or head[:8] != b"PMTiles\x03":
        raise Invalid("basemap", f"{path.name} is no PMTiles file of version 3.")
    _, _, root, root_size, meta, meta_size, leaves, _, data, *_, inner, packing, kind, low, high = _HEADER.unpack(
        head[: _HEADER.size]
    )
    if inner not in (_NONE, _GZIP) or packing not in (_NONE, _GZIP) or kind not in _KINDS:
        raise Invalid("basemap", f"{path.name} is packed in a way that is not read here: use gzip or none.")
    told: dict[str, Any] = json.loads(_unpacked(_read(path, meta, meta_size), inner) or b"{}")
    layers = tuple(str(one["id"]) for one in told.get("vector_layers", ())) if kind == 1 else ()
    return Tiles(path, _KINDS[kind], packing == _GZIP, low, high, layers, (root, root_size), leaves, data, inner)


def tile_number(z: int, x: int, y: int) -> int:
    """Return a tile's number: those of the zooms above, then its place on the Hilbert curve."""
    number, side = ((1 << 2 * z) - 1) // 3, (1 << z) >> 1
    while side:
        right, lower = int(bool(x & side)), int(bool(y & side))
        number += side * side * ((3 * right) ^ lower)
        if not lower:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
        side //= 2
    return number


@lru_cache(maxsize=256)
def _directory(tiles: Tiles, offset: int, length: int) -> tuple[list[int], list[int], list[int], list[int]]:
    content = _unpacked(_read(tiles.path, offset, length), tiles.inner)
    values: list[int] = []
    value = shift = 0
    for byte in content:
        value |= (byte & 127) << shift
        if byte & 128:
            shift += 7
        else:
            values.append(value)
            value = shift = 0
    count = values[0]
    deltas, runs, lengths, places = (values[1 + count * part : 1 + count * (part + 1)] for part in range(4))
    numbers: list[int] = []
    offsets: list[int] = []
    number = 0
    for at in range(count):
        number += deltas[at]
        numbers.append(number)
        offsets.append(places[at] - 1 if places[at] else offsets[at - 1] + lengths[at - 1])
    return numbers, runs, lengths, offsets


def _read(path: Path, offset: int, length: int) -> bytes:
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(length)


def _unpacked(content: bytes, packing: int) -> bytes:
    if packing != _GZIP or not content:
        return content
    plain = gzip.decompress(content)
    if len(plain) > _LARGEST:
        raise Invalid("basemap", "A directory of the PMTiles file is larger than any that is read here.")
    return plain
