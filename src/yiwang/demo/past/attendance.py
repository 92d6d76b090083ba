"""How the made-up staff kept their shifts on a day that is over: 324 of them, most of whom came. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np

A_DAY = 324  # the sources' figure
ABSENT, LATE = 0.03, 0.05


def shifts_of_day(
    staff: Sequence[Mapping[str, Any]], seed: int, anchor: datetime, back: int
) -> Iterator[dict[str, Any]]:
    """Return the shifts that ended in the 24 hours before `back` days before `anchor`, in two watches."""
    chance = np.random.default_rng([seed, back, 324])
    ends = anchor - timedelta(days=back)
    some = chance.permutation(len(staff))[: min(A_DAY, len(staff))]
    for place, number in enumerate(some.tolist()):
        end = ends - timedelta(hours=12 * (place % 2))
        begin = end - timedelta(hours=12)
        unit, post = staff[number]["posts"][0]
        told = {"id": f"{begin:%Y%m%d%H}-{staff[number]['number']}", "unit": unit, "post": post}
        told |= {"staff": staff[number]["number"], "starts": begin.isoformat(), "ends": end.isoformat()}
        if chance.random() >= ABSENT:
            late = chance.random() < LATE
            come = begin + timedelta(minutes=float(chance.uniform(6, 40) if late else -chance.uniform(2, 20)))
            gone = end + timedelta(minutes=float(chance.uniform(-3, 25)))
            told |= {"in_at": come.isoformat(), "out_at": min(gone, anchor).isoformat()}
        yield told
