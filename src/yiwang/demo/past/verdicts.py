"""Alarms of a day that is over, with what was found of each: so that precision is known from the first day. Pure."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from yiwang.demo.world import World

FOUND = ("false", "false", "false", "test", "fault")  # what an alarm was that was not true


def alarms_of_day(world: World, seed: int, scale: float, anchor: datetime, back: int) -> Iterator[dict[str, Any]]:
    """Return the alarms of the 24 hours that ended `back` days before `anchor`, as their door takes them."""
    chance = np.random.default_rng([seed, back, 26875])
    begins = (anchor - timedelta(days=back + 1)).timestamp()
    for one in world.classes:
        code, filed = one["code"], (one.get("planned_cases_a_day") or 0) * scale
        if not filed or code not in world.rules or not world.devices.get(code):
            continue
        false = min(0.95, (one.get("planned_false_pct") or 0) / 100)
        rule, condition, severity = world.rules[code]
        for at in (begins + 86_400 * chance.random(chance.poisson(filed / (1 - false)))).tolist():
            device = world.devices[code][int(chance.integers(len(world.devices[code])))]
            over = min(at + 60 * float(np.exp(chance.normal(3, 1))), anchor.timestamp())
            wrong = chance.random() < false
            told = {"device": device.code, "rule": rule, "condition": condition, "severity": severity}
            told |= {"raised_at": _moment(at), "resolved_at": _moment(over)}
            yield told | {"verdict": FOUND[int(chance.integers(len(FOUND)))] if wrong else "true"}


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")
