"""The quick way of reading tables says what the long way says, and leaves to it what is written otherwise."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwang.base.errors import Invalid
from yiwang.sensing.readings import batches, quick

NOW = 1_794_800_000_000


class Known:
    """A registry of a few devices, some with odd names."""

    names = ("a", "b-1", "设备", 'q"x', "c,d", "")

    def column(self, _protocol: str, metric: str) -> dict[str, int]:
        return {name: 8 * place for place, name in enumerate(self.names)} if metric == "fill" else {}

    def keyed(self, protocol: str, metric: str) -> Any:
        import pyarrow as pa

        column = self.column(protocol, metric)
        return pa.array([f'"{one}",'.encode() for one in column], pa.binary()), np.array([*column.values(), -1])


def both(body: bytes) -> list[Any]:
    """Return what the quick way and the long way make of a body, the refusal where it is one."""
    found: list[Any] = []
    for read in (quick.read, lambda *_: None):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(batches.quick, "read", read)
            try:
                one = batches.read(body, "application/json", Known(), protocol="http", now=NOW)  # type: ignore[arg-type]
                columns = [getattr(one.columns, name).tolist() for name in ("series", "time", "value", "quality")]
                found.append((columns, one.refused, [(bad.row, bad.device, bad.reason) for bad in one.bad], one.raw))
            except Invalid as refusal:
                found.append(refusal.detail)
    return found


ROW = st.tuples(
    st.sampled_from([*Known.names, "nobody"]) | st.text(max_size=6),
    st.sampled_from([NOW, NOW - 5, 0, NOW + 10**9]),
    st.sampled_from([1.5, -3.0, 0.0, 41.0]),
    st.sampled_from([0, 1, 5, 300, -1]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ROW, max_size=8), st.booleans(), st.booleans(), st.booleans(), st.sampled_from([",", ", "]))
def test_both_ways_say_the_same(rows: list[Any], one_time: bool, graded: bool, ascii_only: bool, between: str) -> None:
    table: dict[str, Any] = {"d": [row[0] for row in rows], "m": "fill", "v": [row[2] for row in rows]}
    table["t"] = NOW if one_time else [row[1] for row in rows]
    if graded:
        table["q"] = [row[3] for row in rows]
    body = json.dumps(table, separators=(between, ":"), ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    short, long = both(body)
    assert short == long


def test_what_is_usual_goes_the_quick_way() -> None:
    body = b'{"d":["a","nobody","b-1"],"m":"fill","t":1794800000000,"v":[1,2,3.5]}'
    found = quick.read(body, Known(), "http", 10)  # type: ignore[arg-type]
    assert found
    assert (found.series.tolist(), found.device(1)) == ([0, -1, 8], "nobody")
    for odd in (b'{"d":["a\\u0062"],"m":"fill","t":1,"v":[1]}', b'{"d":["a"],"m":["fill"],"t":1,"v":[1]}'):
        assert quick.read(odd, Known(), "http", 10) is None  # type: ignore[arg-type]
    assert quick.read(body, Known(), "http", 2) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("cut", range(0, 70, 7))
def test_a_broken_table_is_refused_alike(cut: int) -> None:
    body = b'{"d":["a","nobody","b-1"],"m":"fill","t":[1794800000000,1,2],"v":[1,2,3.5]}'
    short, long = both(body[:cut])
    assert isinstance(short, str)
    assert isinstance(long, str)
