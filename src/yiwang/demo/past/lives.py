"""The lives of old cases: how a day's reports were judged, sent, signed, handled, checked and closed. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from yiwang.demo.life.handlers import FAILED, HANDLED, PACE, RECEIVED, RETURNED

DAY = 86_400.0
SPREAD = 0.8  # of the logarithm of a waiting time
LATE_DAYS = 1.5  # the middle of what a forgotten case lies on top of the usual
NEVER = 0.12  # of those forgotten: nobody has ever come back to them


@dataclass(frozen=True)
class Kind:
    """What the matter of a case asks for, and how its report came in."""

    confirm: bool = False
    check: bool = True
    spot: bool = False  # found and fixed in one
    machine: bool = False  # somebody has to judge it first
    false_share: float = 0.0
    urgent: bool = False
    sensor: bool = False


@dataclass
class Life:
    """A life under way: its steps so far and the moment (s since 1970); it ends where `until` is reached."""

    at: float
    until: float
    chance: np.random.Generator
    urgent: bool
    steps: list[dict[str, Any]] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        """Whether the moment is still in the past."""
        return self.at <= self.until

    def take(self, step: str, **told: Any) -> None:
        """Add a step at the moment, unless that lies ahead."""
        if self.goes_on:
            self.steps.append({"step": step, "at": self.at, **told})

    def wait(self, minutes: float) -> None:
        """Let some time go by around a middle; what is urgent goes four times as fast."""
        self.at += 60 * minutes * (0.25 if self.urgent else 1.0) * float(np.exp(self.chance.normal(0, SPREAD)))

    def may_lie(self, share: float) -> None:
        """Let a share of cases lie for days, some of them for ever."""
        if self.chance.random() >= share:
            return
        forever = self.chance.random() < NEVER
        self.at = np.inf if forever else self.at + DAY * (1 + LATE_DAYS * float(self.chance.exponential()))


def life(at: float, until: float, kind: Kind, unit: str, chance: np.random.Generator) -> list[dict[str, Any]]:
    """Return the steps of a case reported `at`, as far as they lie before `until`."""
    one = Life(at, until, chance, kind.urgent)
    if kind.spot:
        one.take("self_handled", text="已当场处理")
        return one.steps
    if kind.machine and not _judged(one, kind):
        return one.steps
    one.take("open" if kind.confirm else "file")
    if kind.confirm:
        one.wait(12)
        one.take("confirm")
    for sent in _sent(one, kind, unit):
        if not sent:
            one.take("return", text="不属于本单位职责范围，请改派")
    for done in _handled(one, kind):
        if not done:
            one.take("check", passed=False, text="现场未处理到位")
    one.wait(PACE["to_close"][1])
    one.take("close", text="感谢反映，已处理完毕")
    return one.steps


def _judged(one: Life, kind: Kind) -> bool:
    """Whether a person held what a machine sent for true."""
    one.take("triage")
    one.wait(5)
    if one.chance.random() < kind.false_share:
        one.take("refuse", text="误报")
        return False
    one.take("admit")
    return True


def _sent(one: Life, kind: Kind, unit: str) -> Iterator[bool]:
    """Send a case until somebody signs for it; yields each time whether the unit kept it."""
    for turn in range(3):
        one.wait(PACE["to_dispatch"][1])
        one.take("dispatch", unit=unit, text="按责任清单派遣")
        one.wait(PACE["to_receive"][1])
        if turn < 2 and one.chance.random() < RETURNED:
            yield False
            continue
        if not kind.urgent:
            one.may_lie((1 - RECEIVED) * (1.0 if kind.sensor else 0.5))
        one.take("receive")
        yield True
        return


def _handled(one: Life, kind: Kind) -> Iterator[bool]:
    """Handle a case until it is found in order; yields each time whether it was."""
    for turn in range(3):
        one.wait(PACE["handling"][1])
        if not kind.urgent and turn == 0:
            one.may_lie((1 - HANDLED / RECEIVED) * (1.0 if kind.sensor else 2.0))
        one.take("handle", text="已处理，现场恢复")
        if not kind.check:
            return
        one.wait(PACE["to_check"][1])
        if turn < 2 and one.chance.random() < FAILED:
            yield False
            continue
        one.take("check")
        yield True
        return
