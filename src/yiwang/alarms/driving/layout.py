"""Which series of a shard belong to which device, and which rules hold for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.resolving import Resolver, Series
from yiwang.alarms.model.rules import Rule, RuleSet
from yiwang.sensing.devices import Known
from yiwang.sensing.readings import SHARD_SIZE

_NOBODY = Series(UUID(int=0), "", "")  # a place in the shard that no metric has


@dataclass(frozen=True)
class Layout:
    """The series of a shard in order, its devices by their first series (index within the shard) and the rules."""

    shard: int
    series: tuple[Series, ...]
    devices: tuple[Known, ...]
    firsts: NDArray[np.int64]
    rules: dict[str, Rule]
    resolver: Resolver

    def device_of(self, series: int) -> Known | None:
        """Return the device of a global series; None when it has been retired."""
        at = int(np.searchsorted(self.firsts, series % SHARD_SIZE, side="right")) - 1
        if at < 0:
            return None
        known = self.devices[at]
        return known if series < known.first + len(known.metrics) else None

    def places_of(self, series: int) -> tuple[UUID, ...]:
        """Return the jurisdictions of a global series, from the top down."""
        index = series % SHARD_SIZE
        return self.series[index].jurisdictions if index < len(self.series) else ()

    def condition_of(self, series: int, rule: str, code: str) -> Condition | None:
        """Return a condition as it holds for a series."""
        index = series % SHARD_SIZE
        resolved = self.resolver.resolve(self.series[index]) if index < len(self.series) else None
        if resolved is None or resolved.rule.code != rule:
            return None
        return next((one for one in resolved.conditions if one is not None and one.code == code), None)


class Register:
    """The series of every device, kept from one change of the registry to the next: what is the same stays itself."""

    def __init__(self) -> None:
        self._series: dict[UUID, tuple[Known, tuple[UUID, ...], list[Series]]] = {}
        self._chains: dict[UUID | None, tuple[UUID, ...]] = {}

    def lay_out(
        self,
        devices: Iterable[Known],
        rules: RuleSet,
        parents: Mapping[UUID, UUID | None],
        sizes: Mapping[int, int],
    ) -> dict[int, Layout]:
        """Return the layout of every shard of `sizes` (how many series it had at least so far)."""
        by_shard: dict[int, list[Known]] = {shard: [] for shard in sizes}
        for known in devices:
            shard = known.first // SHARD_SIZE
            if shard in by_shard:
                by_shard[shard].append(known)
        self._chains = {None: ()}
        resolver = Resolver(rules)
        named = {rule.code: rule for rule in rules.rules}
        found = {}
        for shard, some in by_shard.items():
            some.sort(key=lambda one: one.first)
            series = self._laid(some, sizes[shard], parents)
            firsts = np.array([one.first % SHARD_SIZE for one in some], np.int64)
            found[shard] = Layout(shard, tuple(series), tuple(some), firsts, named, resolver)
        return found

    def _laid(self, devices: list[Known], least: int, parents: Mapping[UUID, UUID | None]) -> list[Series]:
        size = max([least, *(one.first % SHARD_SIZE + len(one.metrics) for one in devices[-1:])])
        series = [_NOBODY] * size
        for known in devices:
            first = known.first % SHARD_SIZE
            series[first : first + len(known.metrics)] = self._of(known, parents)
        return series

    def _of(self, known: Known, parents: Mapping[UUID, UUID | None]) -> list[Series]:
        places = self._chains.get(known.jurisdiction_id)
        if places is None:
            places = self._chains[known.jurisdiction_id] = _chain(known.jurisdiction_id, parents)
        kept = self._series.get(known.id)
        if kept is not None and kept[1] == places:
            if kept[0] is known:
                return kept[2]
            if (kept[0].metrics, kept[0].class_code) == (known.metrics, known.class_code):
                self._series[known.id] = known, places, kept[2]
                return kept[2]
        series = [Series(known.id, known.class_code, metric, places) for metric in known.metrics]
        self._series[known.id] = known, places, series
        return series


def _chain(place: UUID | None, parents: Mapping[UUID, UUID | None]) -> tuple[UUID, ...]:
    found: list[UUID] = []
    while place is not None and place not in found:
        found.append(place)
        place = parents.get(place)
    return tuple(reversed(found))
