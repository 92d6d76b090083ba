"""One shard in the memory of who holds its lease: stepped frame by frame; what was given out waits to be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from yiwang.alarms.driving.fencing import with_derived
from yiwang.alarms.driving.keeping import Bound
from yiwang.alarms.driving.layout import Layout
from yiwang.alarms.kernels.layout import Alarms, Plans, State, fresh
from yiwang.alarms.kernels.layout import Frame as Columns
from yiwang.alarms.kernels.layout import frame as columns
from yiwang.alarms.model.changes import Change, Key, Standing, Withheld
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.resolving import Series
from yiwang.alarms.model.rules import Rule, RuleSet
from yiwang.sensing.readings import SHARD_SIZE, Frame
from yiwang.sensing.readings.log import Lease

_NOTHING = columns([], [], [])
_LATE = Condition(code="c", kind="above", severity="red", bound=0.5)
_SMALL = RuleSet(rules=(Rule(code="r", device_class="T", metric="m", lateness_s=1.0, conditions=(_LATE,)),))


@dataclass
class Shard:
    """A shard as of frame `seq`. `dirty` readings were stepped since it was last kept."""

    lease: Lease
    seq: int
    layout: Layout
    bound: Bound
    state: State
    standing: dict[Key, Standing]
    withheld: dict[Key, Withheld]
    turned: int = 0  # the watermark of the last step, ms
    turn: int | None = None  # the watermark of a turn after frame `seq`, to be written before the next frame is
    dirty: int = 0
    kept_at: float = 0.0
    version: int = -1  # of the world that the layout is of
    rules_version: int = -1  # of the rules that the plans are of
    rebound: bool = False  # since it was last kept: the frames behind it cannot be stepped under what is kept
    scanned: int = 0  # when it was last looked for silent devices, ms
    limits: tuple[object, NDArray[np.int64], NDArray[np.int64]] | None = None  # see `offline`
    online: NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, np.int8))  # by device; -1: not looked yet
    # Devices that went offline (False) or came back (True), with when they were last heard, until the registry knows.
    untold: dict[bool, dict[UUID, datetime | None]] = field(default_factory=dict)
    turns: list[tuple[int, int]] = field(default_factory=list)  # to be written

    @property
    def number(self) -> int:
        """Return which shard it is."""
        return self.lease.shard

    def take(self, frames: Sequence[Frame]) -> list[Change]:
        """Step the next frames; their time of receipt is the watermark. Blocks: for a thread."""
        from yiwang.alarms.kernels.step import step  # noqa: PLC0415 - compiles, and needed by who drives only

        found: list[Change] = []
        for frame in frames:
            if self.turn is not None:
                self.turns.append((self.seq, self.turn))
                self.turn = None
            self.state, alarms = step(self.state, self.bound.plans, self._columns(frame), frame.received)
            self.seq = frame.seq
            self.turned = max(self.turned, frame.received)
            self.dirty += len(frame)
            if alarms.series.size:
                found += changes(alarms, self.bound.plans, self.number)
        return found

    def pass_time(self, now: int) -> list[Change]:
        """Step without readings: what is silent by now, and what waited for late readings. Blocks: for a thread."""
        from yiwang.alarms.kernels.step import step  # noqa: PLC0415

        self.state, alarms = step(self.state, self.bound.plans, _NOTHING, now)
        self.turned = max(self.turned, now)
        self.turn = now
        found = changes(alarms, self.bound.plans, self.number) if alarms.series.size else []
        if found:
            self.turns.append((self.seq, now))
            self.turn = None
        return found

    def again(self, frames: Sequence[Frame], turns: Mapping[int, int]) -> None:
        """Step frames that were stepped before, under the same watermarks; what they raise is on file."""
        from yiwang.alarms.kernels.step import step  # noqa: PLC0415

        for frame in frames:
            self._turn_again(turns)
            self.state, _ = step(self.state, self.bound.plans, self._columns(frame), frame.received)
            self.seq = frame.seq
            self.dirty += len(frame)
        self._turn_again(turns)

    def _turn_again(self, turns: Mapping[int, int]) -> None:
        from yiwang.alarms.kernels.step import step  # noqa: PLC0415

        if self.seq in turns and turns[self.seq] > self.state.watermark:
            self.state, _ = step(self.state, self.bound.plans, _NOTHING, turns[self.seq])

    def rebind(self, bound: Bound, at: int) -> list[Change]:
        """Go on under other plans; the alarms of conditions that are gone end."""
        from yiwang.alarms.kernels.rebinding import rebind  # noqa: PLC0415

        old = self.bound.plans
        self.state, gone = rebind(self.state, old, bound.plans, at)
        self.bound = bound
        return changes(gone, old, self.number, ended="rule")

    def heard(self) -> NDArray[np.int64]:
        """Return when each device of the layout was last heard, ms; `NEVER` when nothing came."""
        if not self.layout.devices:
            return np.empty(0, np.int64)
        found: NDArray[np.int64] = np.maximum.reduceat(self.state.core.seen, self.layout.firsts)
        return found

    def _columns(self, frame: Frame) -> Columns:
        found = Columns(frame.index, frame.time, frame.value, frame.quality)
        return with_derived(found, self.bound.fences) if self.bound.fences else found


def begun(lease: Lease, layout: Layout, bound: Bound) -> Shard:
    """Return a shard that heard nothing yet."""
    return Shard(lease, lease.seq, layout, bound, fresh(bound.plans), {}, {})


def changes(alarms: Alarms, plans: Plans, shard: int, *, ended: str = "values") -> list[Change]:
    """Return what the kernel gave out, with names."""
    base = shard * SHARD_SIZE
    return [
        Change(base + series, plans.codes[row][0], plans.codes[row][1], plans.severities[row], kind, time, value, ended)
        for series, row, kind, time, value in zip(*(column.tolist() for column in alarms), strict=True)
    ]


def warm() -> None:
    """Have the kernel loaded before the first frame waits for it. Blocks, for a second or more."""
    from yiwang.alarms.kernels.plans import compile_plans  # noqa: PLC0415
    from yiwang.alarms.kernels.step import step  # noqa: PLC0415

    plans = compile_plans(_SMALL, [Series(UUID(int=0), "T", "m")])
    step(fresh(plans), plans, columns([0, 0], [1000, 2000], [1.0, 0.0]), 60_000)
