"""Which other bound would have raised fewer false alarms, by the alarms that were judged. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

# A proposal may not lose more than this share of the true alarms.
MOST_LOST = 0.05


@dataclass(frozen=True)
class Judged:
    """The value that raised an alarm, and whether it was true."""

    value: float
    true: bool


@dataclass(frozen=True)
class Effect:
    """What a bound would have done with the alarms that were judged."""

    bound: float
    kept_true: int
    lost_true: int
    kept_false: int
    removed_false: int

    @property
    def precision(self) -> float | None:
        kept = self.kept_true + self.kept_false
        return self.kept_true / kept if kept else None


def effect_of(judged: Sequence[Judged], bound: float, *, above: bool) -> Effect:
    """Return what `bound` would have done: raised by values at or beyond it."""

    def raises(one: Judged) -> bool:
        return one.value >= bound if above else one.value <= bound

    kept = [one for one in judged if raises(one)]
    true, kept_true = sum(one.true for one in judged), sum(one.true for one in kept)
    false, kept_false = len(judged) - true, len(kept) - kept_true
    return Effect(bound, kept_true, true - kept_true, kept_false, false - kept_false)


def threshold_for(judged: Sequence[Judged], *, above: bool, most_lost: float = MOST_LOST) -> Effect | None:
    """Return the bound that removes most false alarms and loses at most a share of the true ones; None: none helps.

    A bound is one of the values seen, passed in order from the loosest on, so that each costs one step.
    """
    ordered = sorted(judged, key=lambda one: one.value, reverse=not above)
    true = sum(one.true for one in ordered)
    best: Effect | None = None
    lost = removed = 0
    for place, one in enumerate(ordered):
        if lost > most_lost * true:
            break
        new_value = place == 0 or one.value != ordered[place - 1].value
        if new_value and removed and (best is None or removed > best.removed_false):
            kept_false = len(ordered) - true - removed
            best = Effect(one.value, true - lost, lost, kept_false, removed)
        lost += one.true
        removed += not one.true
    return best
