"""Every boundary and grid in force, in memory: a point finds its chain of jurisdictions in microseconds."""

import asyncio
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import numpy as np
import shapely
from numpy.typing import NDArray

from yiwang.db.tx import Tx
from yiwang.places.kernels import raster
from yiwang.places.model import LEVELS, Jurisdiction, Located
from yiwang.places.store import shapes, tree

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

# How sure a point's jurisdiction is, by how it was found.
SURE, DRAWN, ON_BORDER = 1.0, 0.9, 0.5
COARSE = 0.8  # times, for a point that only a street-town or larger holds
NEAREST_SAID = 50.0  # kilometres: farther away no neighbour is named
KILOMETRES = 111.19  # of a degree of latitude
RECHECK = timedelta(seconds=1)


@dataclass(frozen=True)
class Layer:
    """The polygons of one level or grid system, in the order in which they win ties."""

    name: str
    index: raster.Raster
    ids: list[UUID]  # of the jurisdictions; empty for a grid system
    codes: list[str]
    schematic: list[bool]


@dataclass(frozen=True)
class LocatedMany:
    """Columns for many points: `jurisdiction[i]` is a position in `ids`, `grids[system][i]` one in `codes[system]`.

    -1 is nowhere.
    """

    ids: list[UUID]
    jurisdiction: Ints
    codes: dict[str, list[str]]
    grids: dict[str, Ints]


class Locator:
    """The tree, boundaries and grids as they stand in one edition during [since, until)."""

    def __init__(
        self,
        nodes: Sequence[Jurisdiction],
        layers: Sequence[Layer],
        grids: Sequence[Layer],
        *,
        edition: int = 0,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> None:
        self.nodes = {node.id: node for node in nodes}
        self.by_code = {node.code: node for node in nodes}
        self.layers = list(layers)
        self.grids = list(grids)
        self.edition = edition
        self.since = since
        self.until = until
        self._chains = {node.id: self._climb(node) for node in nodes}
        self._words = _by_word(nodes)
        self.drawn = {one for layer in self.layers for one in layer.ids}

    def _climb(self, node: Jurisdiction) -> tuple[UUID, ...]:
        chain = []
        at: Jurisdiction | None = node
        while at is not None and at.id not in chain:
            chain.append(at.id)
            at = self.nodes.get(at.parent_id) if at.parent_id else None
        return tuple(chain)

    def chain(self, jurisdiction_id: UUID | None) -> tuple[UUID, ...]:
        """Return the jurisdiction and those above it, lowest first; empty when it is not in force."""
        return self._chains.get(jurisdiction_id, ()) if jurisdiction_id else ()

    def names(self, jurisdiction_id: UUID | None) -> list[str]:
        """Return the names of the chain, highest first."""
        return [self.nodes[one].name for one in reversed(self.chain(jurisdiction_id))]

    def serves(self, at: datetime) -> bool:
        """Return whether the tree and the polygons at `at` are these."""
        return (self.since is None or self.since <= at) and (self.until is None or at < self.until)

    def locate(self, lon: float, lat: float) -> Located:
        """Return where a point lies, degrees CGCS2000: the lowest jurisdiction that holds it, and its grids."""
        grids = {}
        for grid in self.grids:
            found, _ = raster.find(grid.index, lon, lat)
            if found >= 0:
                grids[grid.name] = grid.codes[found]
        for layer in self.layers:
            found, other = raster.find(layer.index, lon, lat)
            if found >= 0:
                return self._located(layer, found, other, grids)
        return Located(None, (), None, grids, 0.0, self._outside(lon, lat))

    def _located(self, layer: Layer, found: int, other: int, grids: dict[str, str]) -> Located:
        one = layer.ids[found]
        name = self.nodes[one].name
        if other >= 0:
            second = self.nodes[layer.ids[other]].name
            reason = f"点位在{name}与{second}的交界上，取编码较小者。"
            confidence = ON_BORDER
        elif layer.schematic[found]:
            reason, confidence = f"点位在{name}内（示意边界）。", DRAWN
        else:
            reason, confidence = f"点位在{name}内。", SURE
        if layer.name in ("city", "district", "street"):
            reason += "其下级没有覆盖该点的边界。"
            confidence *= COARSE
        return Located(one, self._chains[one], layer.name, grids, confidence, reason)

    def _outside(self, lon: float, lat: float) -> str:
        if not self.layers:
            return "尚未载入任何边界，无法定位。"
        away, one = self._nearest(lon, lat)
        if one is None or away >= NEAREST_SAID:
            return "点位远在所有已知边界之外。"
        far = f"{away:.1f}公里" if away >= 1 else f"{away * 1000:.0f}米"
        return f"点位在所有已知边界之外，距最近的{self.nodes[one].name}约{far}。"

    def _nearest(self, lon: float, lat: float) -> tuple[float, UUID | None]:
        """Return the kilometres to the nearest jurisdiction of the widest level drawn, by the boxes of its edges."""
        layer = self.layers[-1]
        edges, entries = layer.index.edges, layer.index.entries
        if not len(edges):
            return math.inf, None
        east = (np.clip(lon, *_sorted(edges[:, 0], edges[:, 2])) - lon) * math.cos(math.radians(lat))
        away = np.hypot(east, _gap(lat, edges))
        edge = int(away.argmin())
        polygon = entries[(entries[:, 1] <= edge) & (edge < entries[:, 2]), 0]
        return float(away[edge]) * KILOMETRES, layer.ids[int(polygon[0])] if len(polygon) else None

    def leaves_out(self, home: UUID, lon: float, lat: float) -> bool:
        """Return whether a point that no polygon holds is known to lie outside `home`.

        Its own boundary is drawn, or everything drawn is far away. Otherwise it may lie where nothing was drawn yet.
        """
        if home in self.drawn:
            return True
        return bool(self.layers) and self._nearest(lon, lat)[0] >= NEAREST_SAID

    def over(self, jurisdiction_id: UUID, level: str) -> Jurisdiction | None:
        """Return the jurisdiction of a level that one lies in, or is."""
        return next((self.nodes[one] for one in self.chain(jurisdiction_id) if self.nodes[one].level == level), None)

    def locate_many(self, lons: Floats, lats: Floats) -> LocatedMany:
        """Return where many points lie (degrees CGCS2000, one-dimensional arrays of one length)."""
        lons, lats = np.ascontiguousarray(lons, dtype=np.float64), np.ascontiguousarray(lats, dtype=np.float64)
        ids: list[UUID] = []
        out = np.full(lons.size, raster.NOWHERE, dtype=np.int32)
        left = np.arange(lons.size)
        for layer in self.layers:
            found = raster.find_many(layer.index, lons[left], lats[left])
            hit = found >= 0
            out[left[hit]] = found[hit] + len(ids)
            ids += layer.ids
            left = left[~hit]
        grids = {grid.name: raster.find_many(grid.index, lons, lats) for grid in self.grids}
        return LocatedMany(ids, out, {grid.name: grid.codes for grid in self.grids}, grids)

    def named_in(self, text: str) -> Jurisdiction | None:
        """Return the lowest jurisdiction whose name stands in the text, None when none or several do."""
        found = [node for word, nodes in self._words.items() if word in text for node in nodes]
        for level in reversed(LEVELS):
            there = {node.id: node for node in found if node.level == level}
            above = {node.id for node in found if node.level != level}
            fitting = [n for n in there.values() if above & set(self._chains[n.id])] or list(there.values())
            if len(fitting) == 1:
                return fitting[0]
        return None


def _sorted(a: Floats, b: Floats) -> tuple[Floats, Floats]:
    return np.minimum(a, b), np.maximum(a, b)


def _gap(lat: float, edges: Floats) -> Floats:
    low, high = _sorted(edges[:, 1], edges[:, 3])
    gap: Floats = np.clip(lat, low, high) - lat
    return gap


_ENDINGS = ("街道", "居委会", "村委会", "社区居委会")


def _by_word(nodes: Sequence[Jurisdiction]) -> dict[str, list[Jurisdiction]]:
    """Return names, and the short forms people write, with those who bear them."""
    words: dict[str, list[Jurisdiction]] = {}
    for node in nodes:
        forms = {node.name} | {node.name.removesuffix(end) for end in _ENDINGS if node.level != "district"}
        for form in forms:
            # A short form of two characters is part of too many other words.
            if form == node.name or len(form) >= 3:
                words.setdefault(form, []).append(node)
    return words


async def load_locator(tx: Tx, at: datetime) -> Locator:
    """Build the locator of the tree and polygons in force at `at`; a few tenths of a second for a district."""
    edition = await tree.edition(tx)
    since, until = await shapes.next_change(tx, at)
    nodes = await tree.all_at(tx, at)
    by_id = {node.id: node for node in nodes}
    held: dict[str, list[tuple[Jurisdiction, dict[str, Any]]]] = {level: [] for level in reversed(LEVELS)}
    for row in await shapes.boundaries_at(tx, at):
        if row["jurisdiction_id"] in by_id:
            node = by_id[row["jurisdiction_id"]]
            held[node.level].append((node, row))
    layers = []
    for level, pairs in held.items():
        pairs.sort(key=lambda pair: pair[0].code)
        rows = [row for _, row in pairs]
        if rows:
            layers.append(_layer(level, rows, [n.id for n, _ in pairs], [n.code for n, _ in pairs]))
    cells: dict[str, list[dict[str, Any]]] = {}
    for row in await shapes.cells_at(tx, at):
        cells.setdefault(row["system"], []).append(row)
    grids = [_layer(system, rows, [], [row["code"] for row in rows]) for system, rows in cells.items()]
    return Locator(nodes, layers, grids, edition=edition, since=since, until=until)


def _layer(name: str, rows: Sequence[dict[str, Any]], ids: list[UUID], codes: list[str]) -> Layer:
    polygons = shapely.from_wkb([row["wkb"] for row in rows])
    return Layer(name, raster.build(list(polygons)), ids, codes, [row["schematic"] for row in rows])


class Locators:
    """The locators in use, one for each stretch of time between two changes; reloaded when an edition is past.

    Whether there is a new edition is asked at most once a second of recording time: one short trip.
    """

    def __init__(self, most: int = 4) -> None:
        self._held: list[Locator] = []
        self._edition = 0
        self._asked: datetime | None = None
        self._most = most
        self._loading = asyncio.Lock()

    async def at(self, tx: Tx, at: datetime) -> Locator:
        """Return the locator that holds at `at`."""
        if self._asked is None or not self._asked <= tx.at < self._asked + RECHECK:
            edition = await tree.edition(tx)
            if edition != self._edition:
                self._held.clear()
                self._edition = edition
            self._asked = tx.at
        for locator in self._held:
            if locator.serves(at):
                return locator
        async with self._loading:  # the second who asks waits for the first one's, instead of building another
            for locator in self._held:
                if locator.serves(at):
                    return locator
            made = await load_locator(tx, at)
            if made.edition == self._edition:
                self._held = [made, *self._held[: self._most - 1]]
        return made
