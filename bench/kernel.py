"""The alarm kernel beside a copy of the same bytes in the same run: `python bench/kernel.py [--json]`.

Seconds are of the processor, one core. The readings are those of every engine that was compared: 110,000 series, an
autoregressive value, three in a row above 2.0 raise, below 1.5 clears.
"""

import argparse
import json
import time
from collections.abc import Callable
from uuid import UUID

import numpy as np

from yiwang.alarms.kernels.layout import DROPPED_NAMES, Frame, Plans, frame, fresh
from yiwang.alarms.kernels.packing import pack, unpack
from yiwang.alarms.kernels.plans import compile_plans
from yiwang.alarms.kernels.step import step
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.resolving import Series
from yiwang.alarms.model.rules import Rule, RuleSet

SERIES, SHARDS, TICKS, RUNS = 110_000, 2, 60, 9
SHARD = SERIES // SHARDS
START, TICK = 1_790_000_000_000, 60_000
MANY, LARGE = 2_000_000, 62_500
COUNT = Condition(code="count", kind="above", severity="red", bound=2.0, inclusive=False, clear=1.5, count=3)
MIX = (
    COUNT.model_copy(update={"for_s": 120.0, "latch": True}),
    Condition(code="rate", kind="change", severity="red", bound=3.0 / 60),
    Condition(code="unusual", kind="unusual", severity="red", bound=4.0, clear=2.0, floor=0.5),
)
SILENT = Condition(code="silent", kind="silent", severity="yellow", for_s=300)


def plans_of(*conditions: Condition, series: int = SHARD, lateness: float = 0) -> Plans:
    """Return one rule for every series of a shard."""
    rule = Rule(code="r", device_class="T", metric="v", conditions=conditions, lateness_s=lateness)
    return compile_plans(RuleSet(rules=(rule,)), [Series(UUID(int=0), "T", "v")] * series)


def frames() -> list[list[Frame]]:
    """Return for each tick the frame of each shard, shuffled."""
    chance, order = np.random.default_rng(20210831), np.random.default_rng(1)
    value, ticks = np.zeros(0), []
    for tick in range(TICKS):
        noise = chance.standard_normal(SERIES)
        value = noise if tick == 0 else 0.85 * value + np.sqrt(1 - 0.85**2) * noise
        seen, at = np.round(value, 2), START + tick * TICK
        orders = [order.permutation(SHARD) for _ in range(SHARDS)]
        ticks.append([frame(o, np.full(SHARD, at), seen[k * SHARD + o]) for k, o in enumerate(orders)])
    return ticks


def dirty(ticks: list[list[Frame]]) -> list[list[Frame]]:
    """Return the same readings, 5 % of them up to four ticks late, 2 % twice."""
    chance = np.random.default_rng(5)
    shards = []
    for k in range(SHARDS):
        whole = Frame(*(np.concatenate(columns) for columns in zip(*(tick[k] for tick in ticks), strict=True)))
        size = whole.series.size
        late = np.where(chance.random(size) < 0.05, chance.integers(1, 5, size), 0)
        arrival = np.arange(size) // SHARD + late
        twice = np.nonzero(chance.random(size) < 0.02)[0]
        which, arrival = np.concatenate([np.arange(size), twice]), np.concatenate([arrival, arrival[twice]])
        pieces = [which[arrival == tick] for tick in range(TICKS + 4)]
        mixed = [chance.permutation(piece) for piece in pieces]
        shards.append([Frame(*(column[piece] for column in whole)) for piece in mixed])
    return [list(pair) for pair in zip(*shards, strict=True)]


def run(plans: Plans, ticks: list[list[Frame]], after: int = 0) -> tuple[float, dict[str, int], dict[str, int]]:
    """Return the seconds of the fastest of a few runs over all frames, the alarms by kind, and what was dropped."""
    best = float("inf")
    for _ in range(RUNS):
        states = [fresh(plans) for _ in range(SHARDS)]
        kinds, span = np.zeros(5, np.int64), 0.0
        for number, tick in enumerate([*ticks, *[[frame([], [], [])] * SHARDS] * bool(after)]):
            watermark = START + number * TICK + (after if number == len(ticks) else 0)
            for k in range(SHARDS):
                begun = time.thread_time()
                states[k], alarms = step(states[k], plans, tick[k], watermark)
                span += time.thread_time() - begun
                kinds += np.bincount(alarms.kind, minlength=5)
        best = min(best, span)
    names = ("", "raised", "resolved", "recovered", "again")
    dropped = sum(state.core.dropped.astype(np.int64) for state in states)
    return (
        best,
        dict(zip(names[1:], map(int, kinds[1:]), strict=True)),
        dict(zip(DROPPED_NAMES, map(int, dropped), strict=True)),
    )


def fastest(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the processor's seconds of the fastest of a few runs."""
    spans = []
    for _ in range(runs):
        begun = time.thread_time()
        work()
        spans.append(time.thread_time() - begun)
    return min(spans)


def copied(ticks: list[list[Frame]]) -> float:
    """Return the seconds of a copy of all frames into memory that is there already."""
    columns = [column for tick in ticks for part in tick for column in part]
    into = [np.array(column) for column in columns]
    return fastest(lambda: [np.copyto(to, column) for to, column in zip(into, columns, strict=True)], 2 * RUNS)


def many() -> dict[str, float]:
    """Return the milliseconds of a look for silence over two million series, and of their states from bytes."""
    plans = plans_of(SILENT, series=LARGE)
    states = [fresh(plans, np.full(LARGE, START)) for _ in range(MANY // LARGE)]
    nothing = frame([], [], [])

    def look() -> None:
        for state in states:
            step(state, plans, nothing, START + 60_000)

    look()
    data = [pack(state) for state in states]
    return {
        "offline_scan_ms": round(fastest(look, 5) * 1000, 2),
        "recovery_s": round(fastest(lambda: [unpack(one) for one in data], 1), 3),
        "state_bytes_per_series": round(sum(map(len, data)) / MANY, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    asked = parser.parse_args()
    ticks = frames()
    disordered = dirty(ticks)
    run(plans_of(*MIX), ticks[:3])
    copy = copied(ticks)
    answer: dict[str, object] = {
        "series": SERIES,
        "ticks": TICKS,
        "copy_M_per_s": round(SERIES * TICKS / copy / 1e6, 1),
    }
    kinds = {
        "one_condition": (plans_of(COUNT), ticks, 0),
        "four_condition_mix": (plans_of(*MIX), ticks, 0),
        "disordered": (plans_of(COUNT, lateness=300), disordered, 600_000),
    }
    for name, (plans, readings, after) in kinds.items():
        span, alarms, dropped = run(plans, readings, after)
        count = sum(part.series.size for tick in readings for part in tick)
        answer[name] = {
            "M_per_s": round(count / span / 1e6, 1),
            "of_copy": round(copy / SERIES / TICKS * count / span, 3),
            "alarms": alarms,
            "dropped": dropped,
        }
    answer |= many()
    print(json.dumps(answer, indent=None if asked.json else 2))


if __name__ == "__main__":
    main()
