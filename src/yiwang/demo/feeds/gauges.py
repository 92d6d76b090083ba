"""What monitors of air and water measured beside the first metric, of the hours before life began: given in late."""

from collections.abc import Iterator, Sequence
from typing import Any

import httpx
import numpy as np

from yiwang.demo.life.sensors import Sensors, quiet

# Class: hours back and seconds between two readings. On a grid of full periods, so that sent again they are the same.
BACK = {"AIR": (25, 1800), "RWQ": (7 * 24, 4 * 3600), "DST": (6, 900)}
LATE = 5  # the quality of what is sent in later: rules raise no alarms of it
AT_ONCE = 50_000


def earlier(sensors: Sequence[Sensors], seed: int, now: float) -> Iterator[dict[str, Any]]:
    """Yield the readings in columns, one metric at a time; `now` in seconds since 1970."""
    for one in sensors:
        if one.kind.code not in BACK or not one.names.size:
            continue
        hours, period = BACK[one.kind.code]
        until = int(now // period) * period
        moments = np.arange(until - hours * 3600, until, period, dtype=float)
        for column, metric in enumerate(one.kind.metrics):
            chance = np.random.default_rng([seed, column])
            phase = chance.random(one.names.size)
            for start in range(0, moments.size, max(1, AT_ONCE // one.names.size)):
                part = moments[start : start + max(1, AT_ONCE // one.names.size)]
                at = np.repeat(part, one.names.size)
                values = quiet(one.kind, column, np.tile(phase, part.size), at, chance)
                yield {
                    "d": np.tile(one.names, part.size).tolist(),
                    "m": metric,
                    "t": (at * 1000).astype(np.int64).tolist(),
                    "v": np.round(values, 3).tolist(),
                    "q": [LATE] * at.size,
                }


async def bring_earlier(http: httpx.AsyncClient, sensors: Sequence[Sensors], seed: int, now: float) -> int:
    """Send them; return how many were taken."""
    sent = 0
    for part in earlier(sensors, seed, now):
        answer = await http.post("/ingest/readings", json=part)
        sent += len(part["d"]) if answer.is_success else 0
    return sent
