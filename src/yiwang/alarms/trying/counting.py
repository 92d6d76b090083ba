"""What a trial found, added up: by rule, day and device, with examples. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from yiwang.alarms.kernels.layout import AGAIN, RAISED
from yiwang.alarms.model.changes import Change, Key, moment
from yiwang.sensing.devices import Known

MOST_EXAMPLES, MOST_DEVICES = 20, 50
Watch = tuple[UUID, str, str]  # device, rule, condition
_DAY = 86_400_000


@dataclass(frozen=True)
class Past:
    """An alarm of the span that a person judged: from when until when it stood (ms), and whether it was true."""

    begun: int
    ended: int
    true: bool


@dataclass
class Tally:
    """Counts alarms as they come out; times are ms."""

    readings: int = 0
    raised: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    days: Counter[int] = field(default_factory=Counter)
    devices: Counter[UUID] = field(default_factory=Counter)
    of_rule: dict[tuple[str, str, str], set[UUID]] = field(default_factory=lambda: defaultdict(set))
    stood: Counter[tuple[str, str]] = field(default_factory=Counter)
    ended: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: list[dict[str, Any]] = field(default_factory=list)
    _open: dict[Key, tuple[int, dict[str, Any] | None]] = field(default_factory=dict)
    past: dict[Watch, list[Past]] = field(default_factory=dict)
    heard: set[tuple[UUID, int]] = field(default_factory=set)
    _shown: Counter[tuple[str, str]] = field(default_factory=Counter)
    _met: dict[Watch, list[tuple[int, int | None]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, change: Change, known: Known) -> None:
        """Count one change of a device's watch."""
        pair = change.rule, change.condition
        watch = known.id, *pair
        if change.kind in (RAISED, AGAIN):
            if watch in self.past:
                self._met[watch].append((change.time, None))
            what = (*pair, change.severity)
            self.raised[what] += 1
            self.of_rule[what].add(known.id)
            self.days[change.time // _DAY] += 1
            self.devices[known.id] += 1
            self._open[change.key] = change.time, self._example(change, known)
        elif change.key in self._open:
            begun, example = self._open.pop(change.key)
            if watch in self.past:
                self._met[watch][-1] = begun, change.time
            self.stood[pair] += change.time - begun
            self.ended[pair] += 1
            if example is not None:
                example["until"] = moment(change.time).isoformat()

    def hear(self, day: int, devices: Iterable[UUID]) -> None:
        """Note that the history has readings of these devices for a day (ms // a day)."""
        self.heard.update((device, day) for device in devices)

    def _example(self, change: Change, known: Known) -> dict[str, Any] | None:
        pair = change.rule, change.condition
        if self._shown[pair] >= MOST_EXAMPLES:
            return None
        self._shown[pair] += 1
        example = {
            "rule": change.rule,
            "condition": change.condition,
            "severity": change.severity,
            "device_id": str(known.id),
            "at": moment(change.time).isoformat(),
            "until": None,
            "value": change.value if change.value == change.value else None,
        }
        self.examples.append(example)
        return example

    def result(self, really: Iterable[dict[str, Any]]) -> dict[str, Any]:
        """Return everything as plain values; `really` is what was raised in the span, by rule and condition."""
        was = {(row["rule"], row["condition"]): row["raised"] for row in really}
        rules = [
            {
                "rule": rule,
                "condition": condition,
                "severity": severity,
                "raised": count,
                "devices": len(self.of_rule[rule, condition, severity]),
                "ended": self.ended[rule, condition],
                "mean_s": round(self.stood[rule, condition] / 1000 / self.ended[rule, condition], 1)
                if self.ended[rule, condition]
                else None,
                "really": was.get((rule, condition), 0),
            }
            for (rule, condition, severity), count in sorted(self.raised.items())
        ]
        return {
            "readings": self.readings,
            "raised": self.raised.total(),
            "really": sum(was.values()),
            "devices": len(self.devices),
            "rules": rules,
            "days": [
                {"day": moment(day * _DAY).date().isoformat(), "raised": n} for day, n in sorted(self.days.items())
            ],
            "noisiest": [
                {"device_id": str(device), "raised": n} for device, n in self.devices.most_common(MOST_DEVICES)
            ],
            "examples": self.examples,
            "judged": self._judged(),
        }

    def _judged(self) -> list[dict[str, Any]]:
        """Return, by rule and condition, which of the alarms that people judged would have been raised too.

        Of those whose day has no readings of the device nothing can be said: `unheard`.
        """
        found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for watch, past in self.past.items():
            for one in past:
                if (watch[0], one.begun // _DAY) not in self.heard:
                    found[watch[1:]]["unheard"] += 1
                    continue
                met = any(
                    begun <= one.ended and (ended is None or ended >= one.begun) for begun, ended in self._met[watch]
                )
                name = ("kept_true" if met else "lost_true") if one.true else ("kept_false" if met else "removed_false")
                found[watch[1:]][name] += 1
        names = ("kept_true", "lost_true", "kept_false", "removed_false", "unheard")
        return [
            {"rule": rule, "condition": condition} | {name: counts[name] for name in names}
            for (rule, condition), counts in sorted(found.items())
        ]

    @property
    def named(self) -> set[UUID]:
        """Return the devices that the result speaks of."""
        return {device for device, _ in self.devices.most_common(MOST_DEVICES)} | {
            UUID(one["device_id"]) for one in self.examples
        }
