"""Positions judged against outlines: a derived reading, 1 on the wrong side and 0 on the right one, for each position.

A position is two readings of one device and one time, longitude and latitude, that came in one frame.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from yiwang.alarms.kernels.layout import Frame


@dataclass(frozen=True)
class FenceLine:
    """A fence over a shard: by series the number of the device whose longitude or latitude it is (−1: none)."""

    lon_of: NDArray[np.int32]
    lat_of: NDArray[np.int32]
    derived: NDArray[np.int32]
    inside: bool
    outline: bytes

    def __post_init__(self) -> None:
        shape = shapely.from_wkb(self.outline)
        shapely.prepare(shape)
        object.__setattr__(self, "_shape", shape)

    def readings(self, frame: Frame) -> Frame | None:
        """Return the derived readings of a frame, in the order of device and time."""
        lons, lats = _of(self.lon_of, frame), _of(self.lat_of, frame)
        if not lons.size or not lats.size:
            return None
        first = int(frame.time.min())
        span = int(frame.time.max()) - first + 1
        mine = self.lon_of[frame.series[lons]].astype(np.int64) * span + frame.time[lons] - first
        yours = self.lat_of[frame.series[lats]].astype(np.int64) * span + frame.time[lats] - first
        _, a, b = np.intersect1d(mine, yours, return_indices=True)
        lons, lats = lons[a], lats[b]
        within = shapely.contains_xy(self._shape, frame.value[lons], frame.value[lats])  # type: ignore[attr-defined]
        wrong = within if self.inside else ~within
        return Frame(
            self.derived[self.lon_of[frame.series[lons]]],
            frame.time[lons],
            wrong.astype(np.float64),
            np.maximum(frame.quality[lons], frame.quality[lats]),
        )


def with_derived(frame: Frame, fences: tuple[FenceLine, ...]) -> Frame:
    """Return a frame with what its positions say."""
    more = [found for fence in fences if (found := fence.readings(frame)) is not None]
    return Frame(*(np.concatenate(columns) for columns in zip(frame, *more, strict=True))) if more else frame


def _of(table: NDArray[np.int32], frame: Frame) -> NDArray[np.intp]:
    known = (frame.series >= 0) & (frame.series < table.size)
    return (
        np.flatnonzero(known & (table[np.where(known, frame.series, 0)] >= 0)) if table.size else np.empty(0, np.intp)
    )
