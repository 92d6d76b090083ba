"""What sensors send: quiet values by their class, and now and then a device that has something to say, or errs."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

DAY = 86_400.0
OFFLINE = 0.06  # the share of devices that send nothing: the sources have at least 90 % online
MOST_SENT = 100_000  # readings in one request


@dataclass(frozen=True)
class Kind:
    """A class as the platform has it: its period (s), quiet ranges of its metrics, faults a day of all devices."""

    code: str
    period: float
    metrics: tuple[str, ...]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    faults_a_day: float
    fault: Mapping[str, float]
    fault_minutes: float


def read_kinds(classes: Sequence[Mapping[str, Any]], scale: float) -> dict[str, Kind]:
    """Return the classes of the platform with the faults that the demo knows of them."""
    faults = tomllib.loads((files("yiwang.demo") / "data" / "faults.toml").read_text(encoding="utf-8"))
    found = {}
    for one in classes:
        metrics = [m for m in one["metrics"] if m["normal_low"] is not None and m["normal_high"] is not None]
        fault = faults.get(one["code"], {"values": {}, "minutes": 0})
        false = min(0.95, (one.get("planned_false_pct") or 0) / 100)
        found[one["code"]] = Kind(
            one["code"],
            float(one["period_s"]),
            tuple(m["code"] for m in metrics),
            np.array([m["normal_low"] for m in metrics], dtype=float),
            np.array([m["normal_high"] for m in metrics], dtype=float),
            (one.get("planned_cases_a_day") or 0) / (1 - false) * scale if fault["values"] else 0.0,
            fault["values"],
            fault["minutes"],
        )
    return found


def plans(classes: Sequence[Mapping[str, Any]]) -> list[tuple[float, float]]:
    """Return how many cases a day each class is planned to file, and which share of its alarms is nothing."""
    return [
        (float(one.get("planned_cases_a_day") or 0), min(0.95, (one.get("planned_false_pct") or 0) / 100))
        for one in classes
    ]


@dataclass
class Sensors:
    """The devices of one class: when each is due, which of them are at fault until when (s since 1970)."""

    kind: Kind
    names: NDArray[np.str_]
    chance: np.random.Generator
    protocol: str = "http"
    phase: NDArray[np.float64] = field(init=False)
    silent: NDArray[np.bool_] = field(init=False)
    faulty_until: NDArray[np.float64] = field(init=False)
    due: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        size = self.names.size
        self.phase = self.chance.random(size)
        self.silent = self.chance.random(size) < OFFLINE
        self.faulty_until = np.zeros(size)
        self.due = np.zeros(size)

    def begin(self, now: float) -> None:
        """Spread the first reports over one period from `now` on."""
        self.due = now + self.phase * self.kind.period

    def send(self, now: float, passed: float) -> list[dict[str, Any]]:
        """Return the readings due by `now`, in columns for each metric; `passed` seconds went by since the last."""
        kind = self.kind
        for row in self._struck(passed):
            self.faulty_until[row] = now + kind.fault_minutes * 60
            self.due[row] = now  # whoever has something to say does not wait for its hour
            self.silent[row] = False
        rows = np.flatnonzero((self.due <= now) & ~self.silent)
        if not rows.size:
            return []
        faulty = self.faulty_until[rows] > now
        self.due[rows] = now + np.where(faulty, min(kind.period, 60.0), kind.period)
        times = np.full(rows.size, round(now * 1000))
        names = self.names[rows].tolist()
        sent = []
        for column, metric in enumerate(kind.metrics):
            values = quiet(kind, column, self.phase[rows], now, self.chance)
            if metric in kind.fault:
                values = np.where(faulty, kind.fault[metric], values)
            sent.append({"d": names, "m": metric, "t": times.tolist(), "v": np.round(values, 3).tolist()})
        return sent

    def _struck(self, passed: float) -> NDArray[np.int64]:
        number = self.chance.poisson(self.kind.faults_a_day * passed / DAY)
        return self.chance.integers(self.names.size, size=number)


def quiet(
    kind: Kind, column: int, phase: NDArray[np.float64], at: NDArray[np.float64] | float, chance: np.random.Generator
) -> NDArray[np.float64]:
    """Values swing with the day inside the middle of their quiet range; flags keep its lower end."""
    low, high = kind.low[column], kind.high[column]
    swing = 0.5 + 0.3 * np.sin(2 * np.pi * (at / DAY + phase))
    noise = chance.normal(0, 0.04, phase.size)
    values: NDArray[np.float64] = low + (high - low) * np.clip(swing + noise, 0.02, 0.98)
    return values
