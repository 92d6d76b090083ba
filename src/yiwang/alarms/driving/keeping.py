"""What a shard is stepped under, as bytes: plans and fences. They are kept with its state, since rules change."""

import io
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yiwang.alarms.driving.fencing import FenceLine
from yiwang.alarms.kernels import packing
from yiwang.alarms.kernels.layout import CONDITION, PLAN, Plans, State, Table

_TYPES = {"plans": PLAN, "conditions": CONDITION}


@dataclass(frozen=True)
class Bound:
    """The plans of a shard and the fences that give it derived readings."""

    plans: Plans
    fences: tuple[FenceLine, ...] = ()

    def same(self, other: "Bound") -> bool:
        """Return whether a shard is stepped in the same way under the other."""
        return pack_bound(self) == pack_bound(other)


def pack_bound(bound: Bound) -> bytes:
    """Return plans and fences as bytes (an archive of NumPy's, without pickles)."""
    table = bound.plans.table
    arrays: dict[str, Any] = {name: getattr(table, name) for name in Table._fields if name not in ("zone", "ahead")}
    for number, fence in enumerate(bound.fences):
        parts = {"lon": fence.lon_of, "lat": fence.lat_of, "derived": fence.derived}
        arrays |= {f"fence{number}_{name}": part for name, part in parts.items()}
        arrays[f"fence{number}_outline"] = np.frombuffer(fence.outline, np.uint8)
    about = {
        "zone": table.zone,
        "ahead": table.ahead,
        "codes": bound.plans.codes,
        "severities": bound.plans.severities,
        "fences": [fence.inside for fence in bound.fences],
        **{name: getattr(bound.plans, name) for name in ("widest", "seasons", "held", "all_held", "silent")},
    }
    arrays["about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)
    out = io.BytesIO()
    np.savez(out, **arrays)
    return out.getvalue()


def unpack_bound(data: bytes) -> Bound:
    """Return the plans and fences of bytes; a field that was not there yet is zero."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes())
        columns = {name: arrays[name] for name in Table._fields if name not in ("zone", "ahead")}
        for name, kind in _TYPES.items():
            columns[name] = _as(columns[name], kind)
        fences = tuple(
            FenceLine(
                arrays[f"fence{number}_lon"],
                arrays[f"fence{number}_lat"],
                arrays[f"fence{number}_derived"],
                inside,
                arrays[f"fence{number}_outline"].tobytes(),
            )
            for number, inside in enumerate(about["fences"])
        )
    plans = Plans(
        Table(**columns, zone=about["zone"], ahead=about["ahead"]),
        tuple((rule, condition) for rule, condition in about["codes"]),
        tuple(about["severities"]),
        **{name: about[name] for name in ("widest", "seasons", "held", "all_held", "silent")},
    )
    return Bound(plans, fences)


def pack_state(state: State) -> bytes:
    """Return a state as bytes, compressed: most of it is zeros."""
    from pyarrow import compress  # noqa: PLC0415 - heavy, and needed by who drives only

    body = packing.pack(state)
    packed: bytes = compress(body, codec="zstd", asbytes=True)
    return len(body).to_bytes(8, "little") + packed


def unpack_state(data: bytes) -> State:
    """Return the state that `pack_state` wrote."""
    from pyarrow import decompress  # noqa: PLC0415

    size = int.from_bytes(data[:8], "little")
    body: bytes = decompress(data[8:], decompressed_size=size, codec="zstd", asbytes=True)
    return packing.unpack(body)


def _as(array: NDArray[Any], kind: np.dtype[Any]) -> NDArray[Any]:
    if array.dtype == kind:
        return array
    new = np.zeros(array.shape, kind)
    for name in set(kind.names or ()) & set(array.dtype.names or ()):
        new[name] = array[name]
    return new
