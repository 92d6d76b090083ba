"""Patrol tracks as columns: simplified, measured and packed. No object for a point. Pure.

`at` are microseconds since 1970, ascending; `lon`, `lat` degrees CGCS2000; all one-dimensional and of one length.
"""

import zlib

import numpy as np
import shapely
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Moments = NDArray[np.int64]
TOLERANCE = 5.0  # metres a simplified track may lie off
FASTEST = 50.0  # metres a second: nobody patrols faster
_METRES = 111_194.9  # of a degree


def metres(lon: Floats, lat: Floats) -> Floats:
    """Return the length of each leg of a track, metres: one fewer than points."""
    east = np.diff(lon) * np.cos(np.radians((lat[1:] + lat[:-1]) / 2))
    return np.asarray(np.hypot(east, np.diff(lat)) * _METRES)


def too_fast(at: Moments, lon: Floats, lat: Floats) -> bool:
    """Say whether a leg of more than 200 m was covered faster than anybody can."""
    legs, seconds = metres(lon, lat), np.maximum(np.diff(at) / 1e6, 1e-3)
    return bool(((legs > 200) & (legs / seconds > FASTEST)).any())


def simplified(lon: Floats, lat: Floats, tolerance: float = TOLERANCE) -> NDArray[np.int64]:
    """Return which points are kept (Douglas–Peucker, metres), the first and the last always."""
    if len(lon) < 3:
        return np.arange(len(lon))
    scale = np.cos(np.radians(lat.mean()))
    plane = np.column_stack([lon * scale, lat]) * _METRES
    line = shapely.simplify(shapely.linestrings(plane), tolerance, preserve_topology=False)
    kept = shapely.get_coordinates(line)
    # The kept corners are points of the track, in order: each is found after the one before.
    index, place = np.empty(len(kept), np.int64), 0
    for number, corner in enumerate(kept):
        place += int(np.argmin(np.abs(plane[place:] - corner).sum(axis=1)))
        index[number] = place
    index[-1] = len(lon) - 1
    return np.unique(index)


def packed(at: Moments, lon: Floats, lat: Floats) -> bytes:
    """Return columns as bytes: times in milliseconds and degrees in 1e-7, as differences, compressed."""
    columns = [at // 1000, np.round(lon * 1e7).astype(np.int64), np.round(lat * 1e7).astype(np.int64)]
    return zlib.compress(b"".join(np.diff(one, prepend=0).astype("<i8").tobytes() for one in columns))


def unpacked(data: bytes) -> tuple[Moments, Floats, Floats]:
    """Return what `packed` made: microseconds, degrees."""
    whole = np.frombuffer(zlib.decompress(data), "<i8").reshape(3, -1).cumsum(axis=1)
    return whole[0] * 1000, whole[1] / 1e7, whole[2] / 1e7
