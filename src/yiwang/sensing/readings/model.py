"""What a reading is: columns of series, times, values and qualities; and how a frame is packed into bytes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yiwang.base.errors import Invalid

SHARD_SIZE = 65_536  # series in a shard; a device's series lie in one

# What a quality is: 0 is good, the rest are kept but judged apart.
GOOD, DOUBTFUL, BAD, CALIBRATION, MAINTENANCE, FILLED = range(6)
QUALITIES: dict[int, tuple[str, str]] = {
    GOOD: ("正常", "Good"),
    DOUBTFUL: ("可疑", "Doubtful"),
    BAD: ("故障", "Bad"),
    CALIBRATION: ("校准", "Calibration"),
    MAINTENANCE: ("维护", "Maintenance"),
    FILLED: ("补传", "Sent in later"),
}


@dataclass(frozen=True)
class Columns:
    """Readings in columns of one length: global series ids, ms since the epoch, values, qualities."""

    series: NDArray[np.int64]
    time: NDArray[np.int64]
    value: NDArray[np.float64]
    quality: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.series)

    def take(self, which: NDArray[np.intp] | NDArray[np.bool_] | slice) -> "Columns":
        """Return the readings at these positions, or where a mask holds."""
        return Columns(self.series[which], self.time[which], self.value[which], self.quality[which])


@dataclass(frozen=True)
class Frame:
    """One row of the log: readings of one shard in the order in which they came, the first at `received` (ms).

    `index` is within the shard.
    """

    shard: int
    seq: int
    index: NDArray[np.int32]
    time: NDArray[np.int64]
    value: NDArray[np.float64]
    quality: NDArray[np.uint8]
    received: int = 0

    def __len__(self) -> int:
        return len(self.index)

    @property
    def columns(self) -> Columns:
        """The same with global series ids."""
        series = self.index.astype(np.int64) + self.shard * SHARD_SIZE
        return Columns(series, self.time, self.value, self.quality)


def of(series: object, time: object, value: object, quality: object = None) -> Columns:
    """Return columns of anything NumPy takes; quality is good where it is left out."""
    ids = np.asarray(series, dtype=np.int64)
    grade = np.zeros(len(ids), np.uint8) if quality is None else np.asarray(quality, dtype=np.uint8)
    found = Columns(ids, np.asarray(time, dtype=np.int64), np.asarray(value, dtype=np.float64), grade)
    if not len(found.time) == len(found.value) == len(grade) == len(ids):
        raise Invalid("columns", "The columns must be of one length.")
    return found


def joined(parts: list[Columns]) -> Columns:
    """Return several as one, in order."""
    if len(parts) == 1:
        return parts[0]
    return Columns(
        np.concatenate([part.series for part in parts] or [np.empty(0, np.int64)]),
        np.concatenate([part.time for part in parts] or [np.empty(0, np.int64)]),
        np.concatenate([part.value for part in parts] or [np.empty(0, np.float64)]),
        np.concatenate([part.quality for part in parts] or [np.empty(0, np.uint8)]),
    )
