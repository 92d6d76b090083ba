"""What the history costs on disk: a day as devices really report, at most two bytes a reading."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from yiwang.sensing.readings.model import Columns, joined, of
from yiwang.sensing.readings.shelf import Shelf

START = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp()) * 1000
DEVICES, PERIOD = 150, 300_000  # of each kind; five minutes between two reports


def _walk(chance: np.random.Generator, steps: int, size: float) -> NDArray[np.float64]:
    return np.round(np.cumsum(chance.normal(0, size, (DEVICES, steps)), axis=1), 1)


def a_day(seed: int) -> Columns:
    """Return flags that seldom change, batteries, temperatures, levels and noise; seconds of jitter, some late."""
    chance = np.random.default_rng(seed)
    steps = 86_400_000 // PERIOD
    kinds = [
        np.zeros((DEVICES, steps)),
        (chance.random((DEVICES, steps)) < 0.001).astype(float),
        np.round(95 - np.arange(steps) / 400 + np.zeros((DEVICES, 1)), 1),
        20 + _walk(chance, steps, 0.1),
        np.round(50 + _walk(chance, steps, 1.0)),
        np.round(chance.normal(55, 6, (DEVICES, steps)), 1),
    ]
    phase = chance.integers(0, PERIOD // 1000, (DEVICES, 1)) * 1000
    jitter = chance.choice([0, 0, 0, 1000, 2000], (DEVICES, steps))
    times = START + np.arange(steps) * PERIOD + phase + jitter
    parts = []
    for metric, values in enumerate(kinds):
        series = np.repeat(np.arange(DEVICES) * 8 + metric, steps)
        parts.append(of(series, times.ravel(), values.ravel()))
    whole = joined(parts)
    return whole.take(np.argsort(whole.time + chance.integers(0, 60_000, len(whole)), kind="stable"))


def test_a_settled_day_costs_at_most_two_bytes_a_reading(tmp_path: Path) -> None:
    shelf, columns = Shelf(tmp_path / "lake"), a_day(7)
    shelf.append(columns, {0: 1})
    for part in list(shelf.parts()):
        shelf.settle(part)
    shelf.sweep()
    files = [Path(uri.removeprefix("file://")) for uri in shelf.table().file_uris()]  # type: ignore[union-attr]
    size = sum(file.stat().st_size for file in files)
    assert len(columns) == 6 * DEVICES * 288
    assert size / len(columns) <= 2.0, size / len(columns)
