"""What the made-up staff do with their cases: accept, come late, refuse, forget, do it badly and again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

RECEIVED, HANDLED = 0.928, 0.9178  # 接单率 and 处置率 of the sources' sensor cases
# state: the step that leads on, the middle of the minutes it takes, and what may happen instead of it
PACE: Mapping[str, tuple[str, float]] = {
    "to_confirm": ("confirm", 12.0),
    "to_dispatch": ("dispatch", 6.0),
    "to_receive": ("receive", 14.0),
    "handling": ("handle", 190.0),
    "to_check": ("check", 45.0),
    "to_close": ("close", 12.0),
}
RETURNED, FAILED = 0.03, 0.04
# where an event that waits for a judgement is from: a sensor's alarm, or what a camera or a model has seen
JUDGED = ("sensed", "seen")
UNSEEN = 0.12  # the share of what cameras and models see that is nothing


@dataclass(frozen=True)
class Deed:
    """One request: the step and what it says."""

    step: str
    body: Mapping[str, Any]


def minutes(state: str, urgent: bool, chance: np.random.Generator) -> float | None:
    """Return how long a case stays in a state (log-normal, as waiting times are); None: it is forgotten."""
    if state not in PACE:
        return None
    _, middle = PACE[state]
    forgotten = {"to_receive": 1 - RECEIVED, "handling": 1 - HANDLED / RECEIVED}.get(state, 0.0)
    if not urgent and chance.random() < forgotten * 0.6:  # the rest of them is merely late
        return None
    return float(middle * (0.25 if urgent else 1.0) * np.exp(chance.normal(0, 0.8)))


def deed(state: str, chance: np.random.Generator) -> Deed:
    """Return what is done with a case that waited long enough."""
    step = PACE[state][0]
    if state == "to_receive" and chance.random() < RETURNED:
        return Deed("return", {"reason": "不属于本单位职责范围，请改派"})
    if state == "to_check" and chance.random() < FAILED:
        return Deed("check", {"passed": False, "text": "现场未处理到位"})
    said: Mapping[str, Mapping[str, Any]] = {
        "handle": {"text": "已处理，现场恢复"},
        "check": {"passed": True},
        "confirm": {"passed": True},
        "close": {"text": "感谢反映，已处理完毕"},
    }
    return Deed(step, said.get(step, {}))


def judgement(origin: str, false_share: float, chance: np.random.Generator) -> Deed:
    """Return what is found of an event that waited; of sensors it also says why it was none."""
    true = bool(chance.random() >= (false_share if origin == "sensed" else UNSEEN))
    if origin == "sensed":
        why = ("false", "false", "false", "test", "fault")[int(chance.integers(5))]
        return Deed("verdict", {"verdict": "true" if true else why})
    return Deed("admit", {}) if true else Deed("refuse", {"reason": "false_alarm", "text": "画面中未见异常"})
