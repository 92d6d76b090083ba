"""Protocol Buffers as far as Sparkplug B needs them: fields of a message, without a schema compiler."""

from collections.abc import Iterator

from yiwang.sensing.protocols.mqtt.dialects.model import Unread

_MOST_FIELDS = 200_000


def fields(data: bytes) -> Iterator[tuple[int, int, int | bytes]]:
    """Yield (number, wire type, value): numbers for types 0, bytes for 1 (8), 2 (any) and 5 (4 of them)."""
    at = 0
    for _ in range(_MOST_FIELDS):
        if at >= len(data):
            return
        key, at = varint(data, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = varint(data, at)
            yield number, kind, value
            continue
        if kind == 2:
            size, at = varint(data, at)
        elif kind in {1, 5}:
            size = 8 if kind == 1 else 4
        else:
            raise Unread(f"There is no wire type {kind} in this protobuf message.")
        if not number or at + size > len(data):
            raise Unread("The protobuf message ends early.")
        yield number, kind, data[at : at + size]
        at += size
    raise Unread("The protobuf message has more fields than anybody needs.")


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of up to ten bytes of seven bits, and the place after it."""
    value = 0
    for place in range(10):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value & 0xFFFF_FFFF_FFFF_FFFF, at
    raise Unread("The protobuf message holds a number that does not end.")


def field(number: int, kind: int, value: int | bytes) -> bytes:
    """Return one field's bytes."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value & 0xFFFF_FFFF_FFFF_FFFF)
    return _varint(number << 3 | kind) + (_varint(len(value)) if kind == 2 else b"") + value


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)
