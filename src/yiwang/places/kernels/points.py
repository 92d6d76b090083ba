"""Points with the nodes they belong to and what is told of them, as columns with room for more."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from yiwang.places.kernels.clusters import to_world

Ids = NDArray[np.void]
Reach = Iterable[tuple[frozenset[UUID] | None, frozenset[UUID] | None]]
LEAST_ROOM = 1024


class Points:
    """Columns of one length: ids, world x and y, the numbers of their nodes, further columns by name.

    Rows are found again by their id; one that comes later stands behind the others. A point without coordinates is NaN.
    """

    def __init__(self, packed: Mapping[str, NDArray[Any]], *, nodes: Sequence[str], told: Sequence[str]) -> None:
        """`packed` has id, lon, lat, and by these names 16-byte ids of nodes and columns of what is told."""
        self._node_names, self._told_names = tuple(nodes), tuple(told)
        self._numbers: dict[bytes, int] = {}
        self.size = self._sorted = len(packed["id"])
        order = np.argsort(_high(packed["id"]), kind="stable")
        packed = {name: column[order] for name, column in packed.items()}
        self._high = _high(packed["id"])
        self._late: dict[bytes, int] = {}
        room = self.size + max(LEAST_ROOM, self.size // 8)
        self._columns = {name: _roomy(column, room) for name, column in self._made(packed).items()}

    def __getitem__(self, name: str) -> NDArray[Any]:
        """Return a column: `id`, `x`, `y`, or one by its name."""
        return self._columns[name][: self.size]

    def still(self) -> "Points":
        """Return what is here now, for a look in another thread while rows come in: its length and nodes stay."""
        made = copy(self)
        made._numbers = dict(self._numbers)
        return made

    def id_of(self, row: int) -> UUID:
        """Return the id of a row."""
        return UUID(bytes=self._columns["id"][row].tobytes())

    def write(self, packed: Mapping[str, NDArray[Any]]) -> None:
        """Put changed rows in their places and new ones behind."""
        made = self._made(packed)
        if self.size + len(made["id"]) > len(self._columns["id"]):
            room = 2 * (self.size + len(made["id"]))
            self._columns = {name: _roomy(column, room) for name, column in self._columns.items()}
        rows = np.array([self._row_of(one.tobytes()) for one in made["id"]], np.int64)
        for name, values in made.items():
            self._columns[name][rows] = values

    def inside(self, reach: Reach, place: str, unit: str) -> NDArray[np.bool_]:
        """Say which rows lie in the jurisdictions and units of any pair; a half that is None limits nothing."""
        found = np.zeros(self.size, np.bool_)
        for places, units in reach:
            one = np.ones(self.size, np.bool_)
            for name, nodes in ((place, places), (unit, units)):
                if nodes is not None:
                    wanted = {node.bytes for node in nodes}
                    one &= np.array([number in wanted for number in self._numbers], np.bool_)[self[name]]
            found |= one
        return found

    def _made(self, packed: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        x, y = to_world(packed["lon"].astype(np.float64), packed["lat"].astype(np.float64))
        made: dict[str, NDArray[Any]] = {"id": packed["id"], "x": x, "y": y}
        made |= {name: self._numbered(packed[name]) for name in self._node_names}
        return made | {name: packed[name] for name in self._told_names}

    def _numbered(self, ids: Ids) -> NDArray[np.int32]:
        """Return nodes as the numbers that stand for them; new ones get the next."""
        _, first, back = np.unique(_mixed(ids), return_index=True, return_inverse=True)
        known = [self._numbers.setdefault(ids[one].tobytes(), len(self._numbers)) for one in first]
        return np.array(known, np.int32)[back.reshape(-1)] if known else np.empty(0, np.int32)

    def _row_of(self, one: bytes) -> int:
        high = np.frombuffer(one, ">u8")[0].astype(np.uint64)
        row = int(np.searchsorted(self._high, high))
        while row < self._sorted and self._high[row] == high:
            if self._columns["id"][row].tobytes() == one:
                return row
            row += 1
        if one not in self._late:
            self._late[one] = self.size
            self.size += 1
        return self._late[one]


def unpacked(pages: Sequence[Mapping[str, Any]], kinds: Mapping[str, str]) -> dict[str, NDArray[Any]]:
    """Return columns of what the database packed into strings of bytes, page after page."""
    return {
        name: np.concatenate([np.empty(0, kind), *(np.frombuffer(page[name] or b"", kind) for page in pages)])
        for name, kind in kinds.items()
    }


def _high(ids: Ids) -> NDArray[np.uint64]:
    return np.ascontiguousarray(ids).view(">u8").reshape(-1, 2)[:, 0].astype(np.uint64)


def _mixed(ids: Ids) -> NDArray[np.uint64]:
    """Return one number for each id; of the few hundred nodes of a city no two share one."""
    halves = np.ascontiguousarray(ids).view(">u8").reshape(-1, 2).astype(np.uint64)
    mixed: NDArray[np.uint64] = halves[:, 0] * np.uint64(0x9E3779B97F4A7C15) ^ halves[:, 1]
    return mixed


def _roomy(values: NDArray[Any], room: int) -> NDArray[Any]:
    made = np.zeros(room, values.dtype.newbyteorder("="))
    made[: len(values)] = values
    return made
