"""A sound chunk with all that follows from it: what the tables are written from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yiwang.cases.history.checking import Known
from yiwang.cases.history.dating import SENDING, Dated
from yiwang.cases.history.kernels import wording
from yiwang.cases.history.kernels.life import NONE, Ints, Walked, first_of, last_of, spans, taken
from yiwang.cases.history.kernels.pgcopy import Bytes, Mask
from yiwang.cases.history.model import (
    ADMIT,
    CLOSE,
    NOT_CONFIRMED,
    REFUSE,
    RETURN,
    SELF_HANDLED,
    STATES,
    TRIAGE,
    VOID,
)
from yiwang.cases.history.placing import Placed
from yiwang.cases.history.view import View
from yiwang.matters import Matter

ENDING = (CLOSE, VOID, NOT_CONFIRMED, SELF_HANDLED)
BEFORE_A_CASE = (TRIAGE, ADMIT, REFUSE)


@dataclass(frozen=True)
class Importer:
    """Who brings it in, from where, when (microseconds since 1970), and where the rows are kept as they were sent."""

    system: str
    actor: UUID
    name: str
    platform: str
    at: int
    raw: UUID

    @property
    def source(self) -> str:
        """The source that the reports name: with their id it is unique."""
        return source_of(self.system)


def source_of(system: str) -> str:
    """Return the source that reports of a source system name."""
    return f"history:{system}"


@dataclass(frozen=True)
class Lot:
    """Rows and steps of a chunk, its matters, places, due times, lives and ids."""

    by: Importer
    view: View
    found: Known
    matters: Sequence[Matter]
    placed: Placed
    lives: Walked
    dates: Dated
    urgent: Mask
    numbers: pa.Array
    chance: bytes  # 8 bytes for each id: see `chance_for`
    reporters: list[UUID | None]

    @cached_property
    def events(self) -> Bytes:
        """The ids of the rows' events, and cases."""
        return wording.ids(self.by.at, self.chance, self.view.rows)

    @cached_property
    def reports(self) -> Bytes:
        return wording.ids(self.by.at, self.chance[8 * self.view.rows :], self.view.rows)

    def more_ids(self, rows: int, place: int) -> Bytes:
        """Return ids for rows that hang on the cases; nothing refers to them."""
        start = 16 * self.view.rows + 8 * place
        return wording.ids(self.by.at, self.chance[start : start + 8 * rows], rows)

    @cached_property
    def cases(self) -> Ints:
        """The rows that have a case."""
        return np.nonzero(self.dates.begun >= 0)[0]

    @cached_property
    def steps(self) -> Ints:
        """The steps that are the case's own, not its event's."""
        return np.nonzero(~np.isin(self.view.outcome, BEFORE_A_CASE))[0]

    @cached_property
    def version(self) -> Ints:
        """The case's version after each step: its first step makes version 1."""
        begun = np.maximum(self.dates.begun, 0)
        return np.arange(len(self.view.steps)) - begun[self.view.case] + 1

    @cached_property
    def ended(self) -> Ints:
        """The step that ended each row, -1 while it is open."""
        return last_of(np.isin(self.view.outcome, (*ENDING, REFUSE)), self.view.case, self.view.rows)

    @cached_property
    def sent(self) -> Ints:
        """The last dispatch of each row, -1 where there was none."""
        return last_of(np.isin(self.view.outcome, SENDING), self.view.case, self.view.rows)

    @cached_property
    def admitted(self) -> Ints:
        """The step that admitted each row's event, -1 where it was admitted as it came."""
        return first_of(self.view.outcome == ADMIT, self.view.case, self.view.rows)

    @cached_property
    def state(self) -> pa.Array:
        """The state of each row after its last step."""
        return pa.array(STATES).take(pa.array(self.lives.last))

    @cached_property
    def unit_sent(self) -> Ints:
        """The unit (as `found.unit` counts) of the dispatch each step belongs to, -1 before the first."""
        sending = np.isin(self.view.outcome, SENDING)
        return taken(self.found.unit[np.nonzero(sending)[0]], spans(sending, self.view.case), NONE)

    @cached_property
    def unit_after(self) -> Ints:
        """The unit that has the case after each step: a return gives it back."""
        sending = np.isin(self.view.outcome, SENDING)
        span = spans(sending, self.view.case)
        given_back = last_of((self.view.outcome == RETURN) & (span >= 0), span, int(sending.sum()))
        away = taken(given_back, span, NONE)
        return np.where((away >= 0) & (np.arange(len(span)) >= away), NONE, self.unit_sent)

    @cached_property
    def unit_ids(self) -> Bytes:
        """The bytes of the units that `found.unit` counts; one row at least, so that it can be taken from."""
        return matrix([*self.found.units, UUID(int=0)])

    def field(self, name: str, steps: Ints) -> pa.Array:
        """Return a text of these steps; null where the step is -1."""
        return pc.take(self.view.steps.field(name), pa.array(steps, mask=steps < 0))


def chance_for(rows: int, steps: int) -> int:
    """Return how many random bytes a chunk of so many rows and steps needs at most."""
    return 8 * (4 * rows + 16 * (steps + rows))


def matrix(ids: Sequence[UUID]) -> Bytes:
    """Return ids as (n, 16) bytes."""
    return np.frombuffer(b"".join(one.bytes for one in ids), np.uint8).reshape(len(ids), 16)
