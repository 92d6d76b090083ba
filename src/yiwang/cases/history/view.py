"""A chunk of history as arrays: rows, and the steps of all rows behind each other."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yiwang.cases.history.kernels.life import Ints, Small, owners
from yiwang.cases.history.kernels.pgcopy import NEVER, Mask
from yiwang.cases.history.model import CODE_OF, STEPS

_CODES = np.array([[CODE_OF.get((name, False), CODE_OF[name, True]), CODE_OF[name, True]] for name in STEPS], np.int8)


@dataclass(frozen=True)
class View:
    """`first[i]`..`first[i + 1]` are the steps of row `i`; `case` is the row of each step, `place` its place in it."""

    table: pa.Table
    steps: pa.StructArray
    first: Ints

    @classmethod
    def of(cls, table: pa.Table) -> "View":
        """Return the arrays of a table."""
        lists = table["steps"].combine_chunks()
        if isinstance(lists, pa.ChunkedArray):
            lists = pa.concat_arrays(lists.chunks) if lists.num_chunks else pa.array([], lists.type)
        offsets = lists.offsets.to_numpy().astype(np.int64)
        return cls(table, lists.flatten(), offsets - offsets[0])

    @property
    def rows(self) -> int:
        return int(self.table.num_rows)

    @cached_property
    def case(self) -> Ints:
        return owners(self.first)

    @cached_property
    def place(self) -> Ints:
        return np.arange(len(self.steps)) - self.first[:-1][self.case]

    @cached_property
    def known(self) -> Mask:
        """Whether a step's name is one of ours."""
        return np.asarray(self._named >= 0)

    @cached_property
    def _named(self) -> Ints:
        found = pc.fill_null(pc.index_in(self.steps.field("step"), pa.array(STEPS)), -1)
        named: Ints = found.to_numpy(zero_copy_only=False).astype(np.int64)
        return named

    @cached_property
    def outcome(self) -> Small:
        """What each step came to: an index of OUTCOMES."""
        passed = self.steps.field("passed").to_numpy(zero_copy_only=False).astype(np.int64)
        codes: Small = _CODES[self._named, passed]
        return codes

    @cached_property
    def at(self) -> Ints:
        return moments_of(self.steps.field("at"))

    def moments(self, name: str) -> Ints:
        """Return a column of moments of the rows."""
        return moments_of(self.table[name].combine_chunks())

    def text(self, name: str) -> pa.Array:
        """Return a column of the rows as one array."""
        found = self.table[name].combine_chunks()
        return pa.concat_arrays(found.chunks) if isinstance(found, pa.ChunkedArray) else found


def moments_of(values: pa.Array) -> Ints:
    """Return microseconds since 1970, UTC; `NEVER` where there is none."""
    if isinstance(values, pa.ChunkedArray):
        values = pa.concat_arrays(values.chunks) if values.num_chunks else pa.array([], values.type)
    found: Ints = pc.fill_null(values.cast(pa.int64()), NEVER).to_numpy(zero_copy_only=False)
    return found
