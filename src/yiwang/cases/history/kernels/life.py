"""Lives of many cases at once: from the outcomes of their steps, in order, to where each stands. Pure.

Steps of all cases stand behind each other; case `i` has the steps `first[i]` to `first[i + 1]`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yiwang.cases.history.kernels.pgcopy import Mask

Ints = NDArray[np.int64]
Small = NDArray[np.int8]
NONE = -1


@dataclass(frozen=True)
class Walked:
    """The state before and after each step, each case's last state, and the first step that was not possible (-1)."""

    before: Small
    after: Small
    last: Small
    wrong: Ints


def walk(first: Ints, outcome: Small, variant: Small, table: Small, start: int) -> Walked:
    """Take every case through its steps: `table[variant, state, outcome]` is the next state, -1 for none.

    One round for each step of the longest life; a case stays where a step was not possible.
    """
    lengths = np.diff(first)
    state = np.full(len(lengths), start, np.int8)
    before, after = np.empty(len(outcome), np.int8), np.empty(len(outcome), np.int8)
    wrong = np.full(len(lengths), NONE, np.int64)
    for place in range(int(lengths.max(initial=0))):
        rows = np.nonzero(lengths > place)[0]
        steps = first[rows] + place
        reached = table[variant[rows], state[rows], outcome[steps]]
        before[steps], after[steps] = state[rows], reached
        failed = (reached < 0) & (wrong[rows] == NONE)
        wrong[rows[failed]] = steps[failed]
        state[rows] = np.where(reached < 0, state[rows], reached)
    return Walked(before, after, state, wrong)


def owners(first: Ints) -> Ints:
    """Return the case of each step."""
    return np.repeat(np.arange(len(first) - 1), np.diff(first))


def last_of(chosen: Mask, owner: Ints, rows: int) -> Ints:
    """Return for each of `rows` owners its last step among the chosen, -1 where there is none."""
    found = np.full(rows, NONE, np.int64)
    steps = np.nonzero(chosen)[0]
    found[owner[steps]] = steps
    return found


def first_of(chosen: Mask, owner: Ints, rows: int) -> Ints:
    """Return for each of `rows` owners its first step among the chosen, -1 where there is none."""
    found = np.full(rows, NONE, np.int64)
    steps = np.nonzero(chosen)[0][::-1]
    found[owner[steps]] = steps
    return found


def spans(sent: Mask, case: Ints) -> Ints:
    """Return for each step the number of the dispatch it belongs to, -1 before the case's first."""
    number = np.cumsum(sent) - 1
    starts = case[np.nonzero(sent)[0]]
    if not len(starts):
        return np.full(len(case), NONE, np.int64)
    own = starts[np.maximum(number, 0)] == case
    return np.where((number >= 0) & own, number, NONE)


def taken(values: Ints, steps: Ints, otherwise: int) -> Ints:
    """Return the values of these steps; `otherwise` where the step is -1."""
    if not len(values):
        return np.full(len(steps), otherwise, np.int64)
    return np.where(steps >= 0, values[np.maximum(steps, 0)], otherwise)
