"""A week of readings behind the city: of each class at its own period, but at most one in ten minutes."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yiwang.demo.client import Client
from yiwang.demo.life.sensors import DAY, OFFLINE, Kind, quiet, read_kinds
from yiwang.demo.world import World

DAYS = 7
LEAST_PERIOD = 600.0  # seconds
AT_ONCE = 200_000  # readings of one request
LATE = 5  # the quality of what is sent in later: rules raise no alarms of it
Told = Callable[[str, float], None]


def bring_in_readings(client: Client, world: World, seed: int, anchor: datetime, told: Told) -> int:
    """Send the first metric of every device, hour by hour from a week ago on; return how many readings there were."""
    sent, begins = 0, anchor.timestamp() - DAYS * DAY
    classes = _classes(world)
    for day in range(DAYS):
        for place, (kind, names) in enumerate(classes):
            told("readings", (day + place / len(classes)) / DAYS)
            for part in _day(kind, names, np.random.default_rng([seed, place]), begins + day * DAY):
                client.post("/ingest/readings", part)
                sent += len(part["d"])
    told("readings", 1.0)
    return sent


def bring_in_last(client: Client, world: World, seed: int, anchor: datetime) -> int:
    """Send what every device said last before `anchor`: who speaks once a day is not taken for silent until then."""
    sent = 0
    for place, (kind, names) in enumerate(_classes(world)):
        chance = np.random.default_rng([seed, place])
        rows = np.flatnonzero(chance.random(names.size) >= OFFLINE)
        phase = chance.random(rows.size)
        moments = anchor.timestamp() - phase * kind.period
        for part in _pieces(kind, names[rows], moments, quiet(kind, 0, phase, moments, chance)):
            client.post("/ingest/readings", part)
            sent += len(part["d"])
    return sent


def _classes(world: World) -> list[tuple[Kind, NDArray[np.str_]]]:
    kinds = read_kinds(world.classes, 0.0)
    return [
        (kinds[code], np.array([one.code.lower() for one in rows]))
        for code, rows in sorted(world.devices.items())
        if rows and code in kinds and kinds[code].metrics
    ]


def _day(kind: Kind, names: NDArray[np.str_], chance: np.random.Generator, begins: float) -> Iterator[dict[str, Any]]:
    """Yield the readings of a class over a day, in pieces; a device keeps its own moment within the period."""
    period = max(kind.period, LEAST_PERIOD)
    phase = chance.random(names.size)
    rows = np.flatnonzero(chance.random(names.size) >= OFFLINE)
    starts = np.arange(begins, begins + DAY, period)
    some = np.tile(rows, starts.size)
    moments = np.repeat(starts, rows.size) + phase[some] * period
    within = moments < begins + DAY
    some, moments = some[within], moments[within]
    yield from _pieces(kind, names[some], moments, quiet(kind, 0, phase[some], moments, chance))


def _pieces(
    kind: Kind, names: NDArray[np.str_], moments: NDArray[np.float64], values: NDArray[np.float64]
) -> Iterator[dict[str, Any]]:
    for cut in range(0, names.size, AT_ONCE):
        piece = slice(cut, cut + AT_ONCE)
        yield {
            "d": names[piece].tolist(),
            "m": kind.metrics[0],
            "t": np.round(moments[piece] * 1000).astype(np.int64).tolist(),
            "v": np.round(values[piece], 3).tolist(),
            "q": [LATE] * names[piece].size,
        }
