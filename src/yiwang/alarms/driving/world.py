"""What all shards of a process are stepped under: the registry, the rules, the tree of places, outlines of fences."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

import numpy as np

from yiwang import places
from yiwang.access import platform_actor
from yiwang.alarms.driving.fencing import FenceLine
from yiwang.alarms.driving.keeping import Bound
from yiwang.alarms.driving.layout import Layout, Register
from yiwang.alarms.driving.shard import Shard
from yiwang.alarms.model.changes import Change
from yiwang.alarms.model.resolving import with_lateness
from yiwang.alarms.model.rules import Fence, RuleSet
from yiwang.alarms.rules.book import RulesInForce
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.sensing import classes
from yiwang.sensing.classes import ClassBook
from yiwang.sensing.devices import Directory, Known
from yiwang.sensing.readings import SHARD_SIZE

_READER = platform_actor("alarms")


class World:
    """Read anew when it changes; `version` counts that."""

    def __init__(self) -> None:
        self.directory = Directory()
        self.version = 0
        self.classes = ClassBook(())
        self.elsewhere: set[int] = set()  # shards whose lease is another's
        self._rules = RulesInForce()
        self._lateness: dict[str, int] = {}  # s, by class
        self._timed = RuleSet()  # the rules, each with a lateness
        self._kept: Kept[ClassBook] = classes.kept()
        self._parents: dict[UUID, UUID | None] = {}
        self._outlines: dict[UUID, bytes] = {}
        self._looked = float("-inf")
        self._register = Register()
        self._of_shard: dict[int, list[Known]] = {}
        self.rules_version = 0  # counts the changes of rules and of their outlines

    async def refresh(self, tx: Tx) -> bool:
        """Take in what changed; return whether anything did. Rules are looked at once a second, devices always."""
        changed, others = await self.directory.refresh(tx), False
        moment = tx.at.timestamp()
        if abs(moment - self._looked) >= 1.0 or not self.version:
            self._looked = moment
            others = await self._rules.refresh(tx)
            if await self._kept.refresh(tx):
                self.classes = await self._kept.get(tx)
            others |= self._time(tx)
        if changed or others or not self.version:
            nodes = await places.jurisdictions(tx, _READER, tx.at)
            self._parents = {one.id: one.parent_id for one in nodes}
            self._of_shard = defaultdict(list)
            for known in self.directory:
                self._of_shard[known.first // SHARD_SIZE].append(known)
            others |= await self._draw(tx)
            self.version += 1
            self.rules_version += others
        return changed or others

    async def pretend(self, tx: Tx, rules: RuleSet) -> None:
        """Take other rules than those in force, for a trial; the registry is today's."""
        await self.refresh(tx)
        self._timed = rules
        await self._draw(tx)

    def _time(self, tx: Tx) -> bool:
        """Give the rules that say no lateness that of their class; return whether any class says another one now."""
        before, self._lateness = self._lateness, {one.code: one.body.lateness_s for one in self.classes.in_force(tx.at)}
        self._timed = with_lateness(self._rules.rules, self._lateness)
        return self._lateness != before

    async def _draw(self, tx: Tx) -> bool:
        """Read the outlines of fences; one whose feature is gone judges nothing. Return whether they are others."""
        found = {fence.feature: await places.outline_of(tx, fence.feature, tx.at) for fence in self._timed.fences}
        before, self._outlines = self._outlines, {key: outline for key, outline in found.items() if outline}
        return self._outlines != before

    def layouts(self, sizes: Mapping[int, int], under: UUID | None = None) -> dict[int, Layout]:
        """Return the layouts of shards that had so many series so far; with `under`, of a jurisdiction's devices."""
        devices = [one for shard in sizes for one in self._of_shard.get(shard, ())]
        if under is not None:
            devices = [one for one in devices if self._lies(one, under)]
        return self._register.lay_out(devices, self._timed, self._parents, sizes)

    def _lies(self, known: Known, under: UUID) -> bool:
        place = known.jurisdiction_id
        while place is not None and place != under:
            place = self._parents.get(place)
        return place == under

    def bound(self, layout: Layout) -> Bound:
        """Return the plans of a shard. Blocks."""
        from yiwang.alarms.kernels.plans import compile_plans  # noqa: PLC0415

        plans = compile_plans(self._timed, layout.series)
        lines = (self._line(fence, layout) for fence in self._timed.fences)
        return Bound(plans, tuple(line for line in lines if line is not None))

    def rebind(self, shards: Mapping[int, Shard], at: int) -> dict[int, list[Change]]:
        """Go on under the world as it is now; return what ends with a rule that is gone. Blocks."""
        found: dict[int, list[Change]] = {}
        for number, layout in self.layouts({number: one.bound.plans.series for number, one in shards.items()}).items():
            shard = shards[number]
            before, shard.layout, shard.version = shard.layout, layout, self.version
            if shard.rules_version != self.rules_version or layout.series != before.series:
                shard.rules_version = self.rules_version
                bound = self.bound(layout)
                if not bound.same(shard.bound):
                    found[number] = shard.rebind(bound, at)
                    shard.rebound = True
            if layout.devices != before.devices:
                shard.online = np.full(len(layout.devices), -1, np.int8)
        return found

    def _line(self, fence: Fence, layout: Layout) -> FenceLine | None:
        outline = self._outlines.get(fence.feature)
        devices = [
            one for one in layout.devices if one.class_code == fence.device_class and fence.metric in one.metrics
        ]
        kind = self.classes.last(fence.device_class)
        axes = {metric.kind: metric.code for metric in kind.metrics} if kind else {}
        if outline is None or not devices or not {"longitude", "latitude"} <= axes.keys():
            return None
        lon_of, lat_of = (np.full(len(layout.series), -1, np.int32) for _ in range(2))
        derived = np.zeros(len(devices), np.int32)
        for number, known in enumerate(devices):
            lon_of[_index(known, axes["longitude"])] = number
            lat_of[_index(known, axes["latitude"])] = number
            derived[number] = _index(known, fence.metric)
        return FenceLine(lon_of, lat_of, derived, fence.side == "inside", outline)


def _index(known: Known, metric: str) -> int:
    """Return the index of a device's metric in its shard."""
    return known.first % SHARD_SIZE + known.metrics.index(metric)
