"""Sparkplug B 3.0: births name the metrics and their aliases, data messages use them; a gap asks for a rebirth.

A device's key is `<group>/<edge node>/<device>`, an edge node's own `<group>/<edge node>`.
"""

import struct
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from yiwang.sensing.protocols.mqtt.dialects import protobuf
from yiwang.sensing.protocols.mqtt.dialects.model import Heard, Unread
from yiwang.sensing.protocols.sample import Sample

MOST_NODES, MOST_ALIASES = 10_000, 20_000
_OWN = ("bdSeq", "Node Control/", "Device Control/", "Node Info/")
_SIGNED = {1: 8, 2: 16, 3: 32, 4: 64}  # data type → bits (Int8 … Int64)
_REBIRTH = protobuf.field(2, 2, protobuf.field(1, 2, b"Node Control/Rebirth") + b"\x20\x0b\x70\x01")


@dataclass(slots=True)
class Metric:
    """One metric of a payload. `value` is None when it is null or no number."""

    name: str = ""
    alias: int | None = None
    time: int | None = None
    type: int = 0
    value: float | None = None


@dataclass
class Node:
    """What an edge node has said of itself since its birth."""

    seq: int
    aliases: dict[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    asked: bool = False


@dataclass
class Known:
    """All edge nodes, by group and name."""

    nodes: "OrderedDict[str, Node]" = field(default_factory=OrderedDict)


def read(topic: str, payload: bytes, _me: str, known: Known) -> Heard:
    """Return the readings of a message, and a request for a rebirth where its words are not understood."""
    levels = topic.split("/")
    if len(levels) == 3 and levels[1] == "STATE":
        return Heard()
    if len(levels) not in {4, 5} or not all(levels):
        raise Unread("The topic is spBv1.0/<group>/<type>/<edge node>[/<device>].")
    group, kind, edge = levels[1], levels[2], levels[3]
    part = levels[4] if len(levels) == 5 else ""
    if kind in {"NDEATH", "DDEATH"}:
        return _dead(known, f"{group}/{edge}", kind)
    if kind not in {"NBIRTH", "DBIRTH", "NDATA", "DDATA"}:
        return Heard()
    time, seq, metrics = payload_of(payload)
    whole = _follow(known, f"{group}/{edge}", kind, seq)
    node = known.nodes.get(f"{group}/{edge}")
    device = f"{group}/{edge}/{part}" if part else f"{group}/{edge}"
    heard = Heard()
    for metric in metrics:
        understood = _named(node, part, metric, kind)
        whole = whole and understood
        if understood and metric.value is not None and not metric.name.startswith(_OWN):
            heard.samples.append(Sample(device, metric.name, metric.value, metric.time or time))
    if not whole and not (node and node.asked):
        if node:
            node.asked = True
        heard.answers.append((f"spBv1.0/{group}/NCMD/{edge}", _REBIRTH))
    return heard


def _dead(known: Known, name: str, kind: str) -> Heard:
    if kind == "NDEATH":
        known.nodes.pop(name, None)
    return Heard()


def _follow(known: Known, name: str, kind: str, seq: int | None) -> bool:
    """Count the messages of a node; False when one is missing or its birth was not seen."""
    if kind == "NBIRTH":
        known.nodes[name] = Node(seq or 0)
        while len(known.nodes) > MOST_NODES:
            known.nodes.popitem(last=False)
        return True
    node = known.nodes.get(name)
    if node is None:
        return False
    expected, node.seq = (node.seq + 1) % 256, node.seq if seq is None else seq
    return seq is None or seq == expected


def _named(node: Node | None, part: str, metric: Metric, kind: str) -> bool:
    """Give a metric its name and type by its alias, or learn the alias at a birth."""
    if metric.name:
        if node and metric.alias is not None and kind.endswith("BIRTH") and len(node.aliases) < MOST_ALIASES:
            node.aliases[part, metric.alias] = (metric.name, metric.type)
        return True
    found = node.aliases.get((part, metric.alias)) if node and metric.alias is not None else None
    if found is None:
        return False
    metric.name, born = found
    if not metric.type and metric.value is not None:
        metric.value = _signed(metric.value, born)
    return True


def payload_of(data: bytes) -> tuple[int | None, int | None, list[Metric]]:
    """Return (time in ms, sequence number, metrics) of a Sparkplug B payload."""
    time = seq = None
    metrics: list[Metric] = []
    for number, _, value in protobuf.fields(data):
        if number == 1 and isinstance(value, int):
            time = value
        elif number == 3 and isinstance(value, int):
            seq = value & 0xFF
        elif number == 2 and isinstance(value, bytes):
            metrics.append(_metric(value))
    return time, seq, metrics


def _metric(data: bytes) -> Metric:
    found = Metric()
    null = False
    for number, kind, value in protobuf.fields(data):
        if number == 1 and isinstance(value, bytes):
            found.name = value.decode("utf-8", "replace")
        elif number == 7:
            null = bool(value)
        elif number in _PLAIN and isinstance(value, int):
            setattr(found, _PLAIN[number], value)
        elif (read := _VALUES.get((number, kind))) is not None:
            found.value = read(value)
    if null:
        found.value = None
    elif found.value is not None:
        found.value = _signed(found.value, found.type)
    if found.value is not None and found.value - found.value != 0:
        found.value = None  # not finite: no reading
    if found.time is not None and not found.time < 4_102_444_800_000:
        raise Unread("The time is outside 1970 to 2099.")
    return found


def _signed(value: float, type: int) -> float:
    """Return a number whose sign was folded into 32 or 64 unsigned bits."""
    bits = _SIGNED.get(type)
    if bits is None or value < 0:
        return value
    folded = int(value) & ((1 << bits) - 1)
    return float(folded - (1 << bits) if folded >> (bits - 1) else folded)


_PLAIN = {2: "alias", 3: "time", 4: "type"}
_VALUES: dict[tuple[int, int], Callable[[int | bytes], float]] = {
    (10, 0): float,
    (11, 0): float,
    (12, 5): lambda raw: float(struct.unpack("<f", raw)[0]),  # type: ignore[arg-type]
    (13, 1): lambda raw: float(struct.unpack("<d", raw)[0]),  # type: ignore[arg-type]
    (14, 0): lambda flag: float(bool(flag)),
}
