"""What got better or worse, and which places did it. Pure.

A rate changes by what each place adds to it: with the rate before r0, a place that now has `top` of `bottom` adds
(top - r0·bottom) ÷ the whole bottom now, less the same of the time before; these add up to the change exactly. Of a
count it is the difference itself. For the other kinds (greatest, middle value) no place's share can be told; the
places that changed most are named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from yiwang.signs.checkup.model.report import Contribution, Way
from yiwang.signs.model import Sign

MOST_CONTRIBUTIONS = 3
LEAST_PERCENT = 3.0  # less than that is the same, where no level changed


@dataclass(frozen=True)
class Sums:
    """A sign at a place over a span: mean of its points, sums of a rate's parts, worst level, number of points."""

    value: float | None
    top: float | None
    bottom: float | None
    level: int
    points: int


NONE = Sums(None, None, None, -1, 0)


def figure(sign: Sign, sums: Sums) -> float | None:
    """Return the figure of the span: a rate of all its parts together, else the mean of the points."""
    if sign.combine != "ratio":
        return sums.value
    if not sums.bottom or sums.top is None:
        return None
    return sums.top / sums.bottom * sign.scale


def way(sign: Sign, now: float | None, before: float | None, level: int, level_before: int) -> Way:
    """Return whether a change is for the better; by levels first, by direction where they are alike."""
    if now is None or before is None:
        return "unknown"
    if level >= 0 and level_before >= 0 and level != level_before:
        return "worse" if level > level_before else "better"
    if sign.direction in ("band", "none") or abs(percent(now, before) or 0.0) < LEAST_PERCENT:
        return "same"
    return "better" if (now > before) == (sign.direction == "up") else "worse"


def percent(now: float | None, before: float | None) -> float | None:
    """Return by how many percent of what it was a figure changed; None where it was 0 or one is not known."""
    if now is None or before is None or before == 0:
        return None
    return (now - before) / abs(before) * 100.0


def weight(sign: Sign, change: Way, share: float | None, level: int, level_before: int) -> float:
    """Return how much a change deserves to be told: levels count most, then how far it moved, at most to its double."""
    if change not in ("better", "worse"):
        return 0.0
    jumped = abs(level - level_before) if level >= 0 and level_before >= 0 else 0
    return (3.0 * jumped + min(abs(share or 100.0), 100.0) / 50.0 + max(level, 0)) * sign.weight


def contributions(
    sign: Sign,
    now: Mapping[UUID, Sums],
    before: Mapping[UUID, Sums],
    names: Mapping[UUID, str],
    whole: tuple[Sums, Sums],
) -> list[Contribution]:
    """Return the places below that moved the figure the way it went, the greatest first."""
    total = (figure(sign, whole[0]) or 0.0) - (figure(sign, whole[1]) or 0.0)
    if total == 0:
        return []
    moved = {node: _moved(sign, now.get(node, NONE), before.get(node, NONE), whole) for node in names}
    found = [(node, one) for node, one in moved.items() if one is not None and one * total > 0]
    found.sort(key=lambda pair: -abs(pair[1]))
    adds_up = sign.combine in ("ratio", "sum")
    return [
        Contribution(node=node, name=names[node], change=one, share=one / total * 100.0 if adds_up else None)
        for node, one in found[:MOST_CONTRIBUTIONS]
    ]


def _moved(sign: Sign, now: Sums, before: Sums, whole: tuple[Sums, Sums]) -> float | None:
    if sign.combine == "ratio":
        if not whole[0].bottom or not whole[1].bottom:
            return None
        rate = (whole[1].top or 0.0) / whole[1].bottom
        above = [(one.top or 0.0) - rate * (one.bottom or 0.0) for one in (now, before)]
        return (above[0] / whole[0].bottom - above[1] / whole[1].bottom) * sign.scale
    if sign.combine == "sum":
        return (now.value or 0.0) - (before.value or 0.0)
    return None if now.value is None or before.value is None else now.value - before.value


def counted(levels: Sequence[int]) -> list[int]:
    """Return how many are green, yellow, orange, red, unknown."""
    return [sum(level == one for level in levels) for one in (0, 1, 2, 3, -1)]
