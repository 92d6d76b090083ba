"""A device's chart over any span: readings, hourly or daily roll-ups, and the log's tail, in so many stretches."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from yiwang.base.errors import Invalid
from yiwang.db import Database
from yiwang.sensing.readings import kernels, log
from yiwang.sensing.readings.model import SHARD_SIZE
from yiwang.sensing.readings.shelf import DAILY, HOURLY, Rolled, Shelf, days_between

MOST_POINTS = 2_000
_DAY = 86_400_000
_RAW_DAYS, _HOURLY_DAYS = 3, 93  # spans up to so many days are drawn from readings, from hours; longer ones from days


@dataclass(frozen=True)
class Chart:
    """Stretches of a span that hold anything: begin (ms), readings, mean, lowest, highest; drawn from what."""

    time: NDArray[np.int64]
    n: NDArray[np.int64]
    mean: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    drawn_from: str


async def chart(
    database: Database, shelf: Shelf, series: int, since: datetime, until: datetime, *, points: int = 500
) -> Chart:
    """Return the chart of a series over [since, until). Takes the database: the files are read between two trips."""
    first, last = _ms(since), _ms(until)
    if first >= last:
        raise Invalid("until", "The span ends before it begins.")
    if not 1 <= points <= MOST_POINTS:
        raise Invalid("points", f"Ask for 1 to {MOST_POINTS} points.")
    shard, index = divmod(series, SHARD_SIZE)
    held, drawn, parts = await asyncio.to_thread(_from_files, shelf, series, first, last)
    async with database.tx() as tx:
        time, value = await log.tail(tx, shard, held, index)
    here = (time >= first) & (time < last)
    time, value = time[here], value[here]
    parts.append(Rolled(time, np.ones(len(value), np.int64), value, value, value))
    whole = joined_rolled(parts)
    found = kernels.buckets(whole.time, whole.n, whole.sum, whole.low, whole.high, first, last, points)
    return Chart(*found, drawn)


def joined_rolled(parts: list[Rolled]) -> Rolled:
    """Return several as one."""
    return Rolled(*(np.concatenate([getattr(part, name) for part in parts]) for name in Rolled.__dataclass_fields__))


def _from_files(shelf: Shelf, series: int, since: int, until: int) -> tuple[int, str, list[Rolled]]:
    """Return the frame up to which the files hold everything, what was read, and what it gave."""
    shard = series // SHARD_SIZE
    held = shelf.positions([shard])[shard]  # before the files: what is copied meanwhile would else be missed
    days = days_between(since, until)
    if len(days) <= _RAW_DAYS + 1:
        return held, "readings", [shelf.read(series, days, since, until)]
    name = HOURLY if len(days) <= _HOURLY_DAYS else DAILY
    files = shelf.parts()
    done = {day for day, of in shelf.rolled_days() if of == shard and files.get((day, of), 0) <= 1}
    # Days at the ends that are cut, and days that got readings since they were rolled up, are read as they are.
    cut = {days[0], days[-1]}
    plain = [day for day in days if (day in cut or day not in done) and (day, shard) in files]
    whole = [day for day in days if day in done and day not in plain]
    found = [shelf.read(series, plain, since, until)]
    if whole:
        begin, end = _start(whole[0]), _start(whole[-1]) + _DAY
        parts = whole if name == HOURLY else sorted({day[:7] for day in whole})
        rolled = shelf.read_rolled(name, series, parts, begin, end)
        keep = np.isin(rolled.time // _DAY, [_start(day) // _DAY for day in whole])
        found.append(Rolled(*(getattr(rolled, one)[keep] for one in Rolled.__dataclass_fields__)))
    return held, name.removeprefix("readings_"), found


def _start(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) * 1000


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
