"""Which polygon holds a point: a uniform raster over the polygons and, in its mixed cells, a ray cast.

A cell that one polygon covers wholly answers at once. Another cell lists its polygons in order, each with the edges
that share the cell's row: only those can cross a ray from a point of the row. A point on an edge or a vertex belongs
to the polygon, as in Shapely's `intersects`; of several polygons the first in order is the answer.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import shapely
from numba import njit
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from yiwang.places.kernels.orientation import orientation

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

NOWHERE = -1
CELLS_PER_POLYGON = 100
FEWEST_CELLS, MOST_CELLS = 1 << 14, 1 << 22
# Share of a cell by which edges are widened while cells are marked: far above rounding, far below a cell.
WIDEN = 1e-6


class Raster(NamedTuple):
    """The index as plain arrays, which is what the compiled functions take.

    `cells`: ≥ 0 the polygon that covers the cell, -1 nothing, ≤ -2 the list at k = -(value + 2).
    That list is the rows `lists[k]:lists[k+1]` of `entries`: a polygon and the bounds of its edges in `edges`, or
    bounds -1 when it covers the cell. A row of `edges` is x1, y1, x2, y2 in degrees.
    """

    west: float
    south: float
    east: float
    north: float
    per_x: float
    per_y: float
    columns: int
    rows: int
    cells: Ints
    lists: Ints
    entries: Ints
    edges: Floats


@njit(cache=True)
def _covers(x: float, y: float, edges: Floats, start: int, end: int) -> bool:
    """Even-odd rule over the edges of one row; a point on any of them is inside."""
    inside = False
    for i in range(start, end):
        x1, y1, x2, y2 = edges[i, 0], edges[i, 1], edges[i, 2], edges[i, 3]
        if x1 < x and x2 < x:
            continue
        if x == x2 and y == y2:
            return True
        if y1 == y and y2 == y:
            if min(x1, x2) <= x <= max(x1, x2):
                return True
            continue
        if (y1 > y and y2 <= y) or (y2 > y and y1 <= y):
            side = orientation(x1, y1, x2, y2, x, y)
            if side == 0:
                return True
            if (side > 0) == (y2 > y1):
                inside = not inside
    return inside


@njit(cache=True)
def _first_from(entries: Ints, edges: Floats, entry: int, end: int, x: float, y: float) -> int:
    """Return the first entry of [entry, end) whose polygon holds the point, `end` if none does."""
    while entry < end:
        start = entries[entry, 1]
        if start < 0 or _covers(x, y, edges, start, entries[entry, 2]):
            return entry
        entry += 1
    return end


@njit(cache=True)
def find(raster: Raster, x: float, y: float) -> tuple[int, int]:
    """Return the first polygon that holds the point and the second if its cell has one, else -1."""
    if not (raster.west <= x <= raster.east and raster.south <= y <= raster.north):
        return NOWHERE, NOWHERE
    column = min(int((x - raster.west) * raster.per_x), raster.columns - 1)
    row = min(int((y - raster.south) * raster.per_y), raster.rows - 1)
    value = raster.cells[row * raster.columns + column]
    if value >= NOWHERE:
        return value, NOWHERE
    start, end = raster.lists[-value - 2], raster.lists[-value - 1]
    first = _first_from(raster.entries, raster.edges, start, end, x, y)
    if first == end:
        return NOWHERE, NOWHERE
    second = _first_from(raster.entries, raster.edges, first + 1, end, x, y)
    return raster.entries[first, 0], raster.entries[second, 0] if second < end else NOWHERE


@njit(cache=True, nogil=True)
def find_many(raster: Raster, xs: Floats, ys: Floats) -> Ints:
    """Return for each point the first polygon that holds it, -1 for none."""
    # Arrays are taken out of the tuple once: doing so in the loop would count references at every point.
    cells, lists, entries, edges = raster.cells, raster.lists, raster.entries, raster.edges
    west, south, east, north = raster.west, raster.south, raster.east, raster.north
    per_x, per_y, columns, rows = raster.per_x, raster.per_y, raster.columns, raster.rows
    out = np.full(xs.size, NOWHERE, dtype=np.int32)
    for i in range(xs.size):
        x, y = xs[i], ys[i]
        if not (west <= x <= east and south <= y <= north):
            continue
        column = min(int((x - west) * per_x), columns - 1)
        row = min(int((y - south) * per_y), rows - 1)
        value = cells[row * columns + column]
        if value < NOWHERE:
            end = lists[-value - 1]
            entry = _first_from(entries, edges, lists[-value - 2], end, x, y)
            value = entries[entry, 0] if entry < end else NOWHERE
        out[i] = value
    return out


@njit(cache=True)
def _row_range(low: float, high: float, origin: float, per: float, most: int) -> tuple[int, int]:
    """Return the first and last raster row (or column) that [low, high], widened, touches."""
    first = max(int(np.floor((low - origin) * per - WIDEN)), 0)
    last = min(int(np.floor((high - origin) * per + WIDEN)), most - 1)
    return min(first, most - 1), max(last, 0)


@njit(cache=True)
def _slot_edges(grid: Any, edges: Floats, owner: Ints, base: Ints, low_row: Ints, slots: Ints, out: Floats) -> None:
    """Count (when `out` is empty) or copy the edges of every slot (polygon, row)."""
    south, per_y, rows = grid[1], grid[3], grid[5]
    cursor = slots[:-1].copy()
    for i in range(owner.size):
        low, high = min(edges[i, 1], edges[i, 3]), max(edges[i, 1], edges[i, 3])
        first, last = _row_range(low, high, south, per_y, rows)
        for row in range(first, last + 1):
            slot = base[owner[i]] + row - low_row[owner[i]]
            if out.shape[0]:
                out[cursor[slot]] = edges[i]
                cursor[slot] += 1
            else:
                slots[slot + 1] += 1


@njit(cache=True)
def _mark_row(grid: Any, row: int, edges: Floats, start: int, end: int, marked: Ints, stamp: int) -> None:
    """Stamp the cells of a row that an edge of the slot passes through, with a little to spare."""
    west, south, per_x, per_y, columns = grid[0], grid[1], grid[2], grid[3], grid[4]
    below, above = south + (row - WIDEN) / per_y, south + (row + 1 + WIDEN) / per_y
    for i in range(start, end):
        x1, y1, x2, y2 = edges[i, 0], edges[i, 1], edges[i, 2], edges[i, 3]
        if y1 > y2:
            x1, y1, x2, y2 = x2, y2, x1, y1
        xa = x1 + (below - y1) / (y2 - y1) * (x2 - x1) if y1 < below else x1
        xb = x1 + (above - y1) / (y2 - y1) * (x2 - x1) if y2 > above else x2
        first, last = _row_range(min(xa, xb), max(xa, xb), west, per_x, columns)
        for column in range(first, last + 1):
            marked[column] = stamp


@njit(cache=True)
def _entries(grid: Any, boxes: Ints, base: Ints, slots: Ints, edges: Floats, cursor: Ints, entries: Ints) -> None:
    """Walk every polygon's cells: count them in `cursor` (when `entries` is empty) or write their entries.

    Polygons are walked in order, so each cell's entries come out in order.
    """
    west, south, per_x, per_y, columns = grid[0], grid[1], grid[2], grid[3], grid[4]
    marked = np.full(columns, -1, dtype=np.int32)
    stamp = 0
    for p in range(boxes.shape[0]):
        for row in range(boxes[p, 2], boxes[p, 3] + 1):
            slot = base[p] + row - boxes[p, 2]
            _mark_row(grid, row, edges, slots[slot], slots[slot + 1], marked, stamp)
            known, inside = False, False
            for column in range(boxes[p, 0], boxes[p, 1] + 1):
                mixed = marked[column] == stamp
                if not mixed and not known:
                    x, y = west + (column + 0.5) / per_x, south + (row + 0.5) / per_y
                    inside = _covers(x, y, edges, slots[slot], slots[slot + 1])
                known = not mixed
                if not mixed and not inside:
                    continue
                cell = row * columns + column
                if entries.size:
                    entry = entries[cursor[cell]]
                    entry[0] = p
                    entry[1], entry[2] = (slots[slot], slots[slot + 1]) if mixed else (-1, -1)
                cursor[cell] += 1
            stamp += 1


def _flatten(polygons: Sequence[BaseGeometry]) -> tuple[Floats, Ints]:
    """Return all edges (n × x1, y1, x2, y2; degrees) and the polygon each belongs to."""
    parts, owner = shapely.get_parts(np.asarray(polygons, dtype=object), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    edges = np.hstack([points[:-1], points[1:]])[same]
    return np.ascontiguousarray(edges), owner[part[ring[:-1][same]]].astype(np.int32)


def _frame(edges: Floats, polygons: int) -> tuple[float, float, float, float, int, int]:
    """Choose the raster: west, south, cells per degree each way, columns, rows. Cells are about square."""
    xs, ys = edges[:, 0], edges[:, 1]
    west, south, east, north = xs.min(), ys.min(), xs.max(), ys.max()
    finest = 1e-8 * max(abs(west), abs(east), abs(south), abs(north), 1e-300)
    width, height = max(east - west, finest), max(north - south, finest)
    cells = min(max(CELLS_PER_POLYGON * polygons, FEWEST_CELLS), MOST_CELLS)
    side = max((width * height / cells) ** 0.5, width / 2**15, height / 2**15, finest)
    columns, rows = max(int(width / side), 1), max(int(height / side), 1)
    return float(west), float(south), columns / width, rows / height, columns, rows


def _boxes(polygons: Sequence[BaseGeometry], grid: Any) -> Ints:
    """Return each polygon's first and last column, first and last row; an empty polygon has none."""
    west, south, per_x, per_y, columns, rows = grid
    bounds = np.asarray(shapely.bounds(np.asarray(polygons, dtype=object))).reshape(-1, 4)
    boxes = np.tile(np.array([0, -1, 0, -1], dtype=np.int32), (len(polygons), 1))
    for p in np.flatnonzero(np.isfinite(bounds[:, 0])):
        x1, y1, x2, y2 = bounds[p]
        boxes[p, :2] = _row_range(x1, x2, west, per_x, columns)
        boxes[p, 2:] = _row_range(y1, y2, south, per_y, rows)
    return boxes


def _zeros(shape: int | tuple[int, int]) -> Ints:
    return np.zeros(shape, dtype=np.int32)


def build(polygons: Sequence[BaseGeometry]) -> Raster:
    """Return the index of valid polygons and multipolygons, given in the order in which they win ties."""
    edges, owner = _flatten(polygons)
    if not len(edges):
        return Raster(0.0, 0.0, -1.0, -1.0, 1.0, 1.0, 1, 1, _zeros(1), _zeros(0), _zeros((0, 3)), edges)
    grid = _frame(edges, len(polygons))
    columns, rows = grid[4:]
    boxes = _boxes(polygons, grid)
    base = np.concatenate([[0], np.cumsum(boxes[:, 3] - boxes[:, 2] + 1)]).astype(np.int32)
    low_row = np.ascontiguousarray(boxes[:, 2])
    slots = _zeros(int(base[-1]) + 1)
    _slot_edges(grid, edges, owner, base, low_row, slots, np.zeros((0, 4)))
    slots = np.cumsum(slots, dtype=np.int32)
    by_slot = np.empty((slots[-1], 4))
    _slot_edges(grid, edges, owner, base, low_row, slots, by_slot)
    counts = _zeros(columns * rows)
    _entries(grid, boxes, base, slots, by_slot, counts, _zeros((0, 3)))
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    entries = _zeros((int(starts[-1]), 3))
    _entries(grid, boxes, base, slots, by_slot, starts[:-1].copy(), entries)
    cells, lists = _pack(counts, starts, entries)
    east, north = float(edges[:, 0].max()), float(edges[:, 1].max())
    return Raster(grid[0], grid[1], east, north, *grid[2:], cells, lists, entries, by_slot)


def _pack(counts: Ints, starts: Ints, entries: Ints) -> tuple[Ints, Ints]:
    """Return the cells' values and the bounds of the lists they point to."""
    cells = np.full(counts.size, NOWHERE, dtype=np.int32)
    full = np.flatnonzero(counts)
    whole = entries[starts[full], 1] < 0
    cells[full[whole]] = entries[starts[full[whole]], 0]
    mixed = full[~whole]
    cells[mixed] = -2 - 2 * np.arange(mixed.size, dtype=np.int32)
    lists = _zeros(2 * mixed.size)
    lists[0::2], lists[1::2] = starts[mixed], starts[mixed] + counts[mixed]
    return cells, lists
