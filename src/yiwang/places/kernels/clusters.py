"""Points of a map's window, and clusters of them: arithmetic over columns, so that a million stay fluid."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Box = tuple[float, float, float, float]

TILE = 512  # pixels of the world's width at zoom 0
CELL = 72  # pixels that one cluster stands for
MOST_POINTS = 1500  # above this many in the window they are put together
NORTHMOST = 85.051128  # degrees: where the map's square world ends


@dataclass(frozen=True)
class Found:
    """What a window holds: `alone` are rows of the columns; the clusters are columns of one length.

    `x`, `y` are the mean of a cluster's points on the square world, 0 to 1; `sums[i]` counts the i-th flag in each.
    """

    total: int
    alone: NDArray[np.int64]
    x: Floats
    y: Floats
    count: NDArray[np.int64]
    sums: tuple[NDArray[np.int64], ...]


def to_world(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Return Web Mercator on a square of side 1, north at 0; degrees in. NaN stays NaN."""
    turned = np.radians(np.clip(lat, -NORTHMOST, NORTHMOST))
    return lon / 360.0 + 0.5, 0.5 - np.arctanh(np.sin(turned)) / (2 * np.pi)


def to_degrees(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return longitude and latitude of points on the square world."""
    return (x - 0.5) * 360.0, np.degrees(np.arctan(np.sinh((0.5 - y) * 2 * np.pi)))


def within(x: Floats, y: Floats, box: Box) -> Flags:
    """Say which points lie in a window of the square world (left, top, right, bottom)."""
    left, top, right, bottom = box
    inside: Flags = (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
    return inside


def world_box(box: Box) -> Box:
    """Return a window in degrees (west, south, east, north) on the square world (left, top, right, bottom)."""
    west, south, east, north = box
    x, y = to_world(np.array([west, east]), np.array([north, south]))
    return float(x[0]), float(y[0]), float(x[1]), float(y[1])


def gather(
    x: Floats, y: Floats, chosen: Flags, zoom: float, flags: tuple[Flags, ...], most: int = MOST_POINTS
) -> Found:
    """Return the chosen points one by one where they are few, else in clusters by cells of the world at this zoom.

    The cells are the world's, not the window's: moving the map moves no cluster.
    """
    rows = np.flatnonzero(chosen)
    nothing = np.empty(0)
    counts = np.empty(0, np.int64)
    if len(rows) <= most:
        return Found(len(rows), rows, nothing, nothing, counts, tuple(counts for _ in flags))
    cells = 2.0 ** np.floor(zoom) * TILE / CELL
    px, py = x[rows], y[rows]
    column, line = (px * cells).astype(np.int64), (py * cells).astype(np.int64)
    first, top = int(column.min()), int(line.min())
    wide = int(column.max()) - first + 1
    cell = (line - top) * wide + (column - first)
    size = (int(line.max()) - top + 1) * wide
    if size > 4 * len(rows) + 100_000:  # a window far wider than its zoom: number only the cells that hold something
        cell = np.unique(cell, return_inverse=True)[1].reshape(-1)
        size = int(cell.max()) + 1
    count = np.bincount(cell, minlength=size)
    held = np.flatnonzero(count)
    one = np.empty(size, np.int64)
    one[cell] = rows
    many = held[count[held] > 1]
    number = count[many]
    return Found(
        len(rows),
        one[held[count[held] == 1]],
        np.bincount(cell, px, size)[many] / number,
        np.bincount(cell, py, size)[many] / number,
        number,
        tuple(np.bincount(cell[flag[rows]], minlength=size)[many] for flag in flags),
    )
