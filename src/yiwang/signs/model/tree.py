"""The places that signs are taken of, as positions in arrays. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from yiwang.signs.model.sign import LEVELS


@dataclass(frozen=True)
class Place:
    """One place: its id, name, level, and the places of `Tree` directly above it."""

    id: UUID
    name: str
    level: str
    parent: UUID | None


@dataclass(frozen=True)
class Tree:
    """District, streets, sectors and neighbourhoods; `leaves` has every jurisdiction, with the places it counts in."""

    places: tuple[Place, ...]
    leaves: Mapping[UUID, tuple[int, ...]]
    root: int

    @cached_property
    def position(self) -> dict[UUID, int]:
        """Return where each place stands in `places`."""
        return {place.id: index for index, place in enumerate(self.places)}

    @cached_property
    def children(self) -> dict[UUID, list[Place]]:
        """Return the places directly below each."""
        found: dict[UUID, list[Place]] = {}
        for place in self.places:
            if place.parent:
                found.setdefault(place.parent, []).append(place)
        return found

    def below(self, node: UUID) -> set[UUID]:
        """Return a place and every place under it."""
        found, todo = set(), [node]
        while todo:
            one = todo.pop()
            found.add(one)
            todo += [child.id for child in self.children.get(one, ())]
        return found

    def judged(self, levels: Iterable[str]) -> NDArray[np.bool_]:
        """Return which places are of these levels."""
        wanted = set(levels)
        return np.array([place.level in wanted for place in self.places], dtype=bool)


def tree_of(nodes: Sequence[Place], root: UUID) -> Tree:
    """Return the tree of what lies under `root`, which is the district; other levels count in those above them."""
    known = {node.id: node for node in nodes}
    chains = {node.id: _chain(node, known) for node in nodes}
    inside = [node for node in nodes if root in chains[node.id]]
    places = [node for node in inside if node.level in LEVELS or node.id == root]
    position = {place.id: index for index, place in enumerate(places)}
    leaves = {node.id: tuple(position[one] for one in chains[node.id] if one in position) for node in inside}
    named = tuple(
        Place(place.id, place.name, place.level, next((one for one in chains[place.id][1:] if one in position), None))
        for place in places
    )
    return Tree(named, leaves, position[root])


def _chain(node: Place, known: Mapping[UUID, Place]) -> list[UUID]:
    found: list[UUID] = []
    at: Place | None = node
    while at is not None and at.id not in found:
        found.append(at.id)
        at = known.get(at.parent) if at.parent else None
    return found
