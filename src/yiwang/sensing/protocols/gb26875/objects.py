"""The information objects of GB/T 26875.3-2011, clause 8: for each type the fields of one object, little-endian."""

from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad
from yiwang.sensing.protocols.gb26875 import codes
from yiwang.sensing.protocols.layout import Blob, Field, Named, Numbers, Text, Values, given, read_all, take
from yiwang.sensing.protocols.pieces import unhex

LE = "<"
MOST_OBJECTS = 255


class Moment:
    """Second, minute, hour, day, month, year (8.2.2): the binary time of this standard, taken as Beijing time."""

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self, data: bytes, at: int, out: Values) -> int:
        end = take(data, at, 6, self.name)
        out[self.name] = moment_text(data[at:end])
        return end

    def write(self, values: Values, to: bytearray) -> None:
        to += moment_bytes(given(values, self.name), self.name)


class Reading:
    """An analog value (8.2.1.3): the number as sent, and beside it `reading` in `unit` when the type is known."""

    def __init__(self) -> None:
        self.numbers = Numbers(LE, analog_type="B", value="h")

    def read(self, data: bytes, at: int, out: Values) -> int:
        end = self.numbers.read(data, at, out)
        if known := codes.ANALOG.get(out["analog_type"]):
            out["quantity"], out["unit"], steps = known
            out["reading"] = out["value"] / steps
        return end

    def write(self, values: Values, to: bytearray) -> None:
        self.numbers.write(values, to)


class Described:
    """A fixed field of 31 bytes of GB 18030, filled with zeros or, by some makers, with what was there before."""

    def __init__(self) -> None:
        self.text = Text("description", 31)

    def read(self, data: bytes, at: int, out: Values) -> int:
        end = take(data, at, 31, "description")
        out["description"] = data[at:end].split(b"\0", 1)[0].decode("gb18030", "backslashreplace").rstrip()
        return end

    def write(self, values: Values, to: bytearray) -> None:
        self.text.write(values, to)


SYSTEM = Numbers(LE, system_type="B", system_addr="B")
PART = Numbers(LE, system_type="B", system_addr="B", part_type="B", part_addr="I")
VERSION = Numbers(LE, version_main="B", version_sub="B")
TIME = Moment("time")
RESERVED = Blob("reserved", 1)

LAYOUTS: dict[int, tuple[Field, ...]] = {
    # What goes up (8.2 to 8.3).
    1: (SYSTEM, Numbers(LE, state="H"), Named("state_flags", "state", codes.SYSTEM_STATE), TIME),
    2: (PART, Numbers(LE, state="H"), Named("state_flags", "state", codes.PART_STATE), Described(), TIME),
    3: (PART, Reading(), TIME),
    4: (SYSTEM, Numbers(LE, flags="B"), Named("flag_names", "flags", codes.OPERATION), Numbers(LE, operator="B"), TIME),
    5: (SYSTEM, VERSION),
    6: (SYSTEM, Text("description", prefix="B", order=LE)),
    7: (PART, Described()),
    8: (SYSTEM, TIME),
    21: (Numbers(LE, state="B"), Named("state_flags", "state", codes.DEVICE_STATE), TIME),
    24: (
        Numbers(LE, flags="B"),
        Named("flag_names", "flags", codes.DEVICE_OPERATION),
        Numbers(LE, operator="B"),
        TIME,
    ),
    25: (VERSION,),
    26: (Text("description", prefix="B", order=LE),),
    28: (TIME,),
    # What is asked for (8.4 to 8.5).
    61: (SYSTEM,),
    62: (PART,),
    63: (PART,),
    64: (SYSTEM, Numbers(LE, records="B"), TIME),
    65: (SYSTEM,),
    66: (SYSTEM,),
    67: (PART,),
    68: (SYSTEM,),
    81: (RESERVED,),
    84: (Numbers(LE, records="B"), TIME),
    85: (RESERVED,),
    86: (RESERVED,),
    88: (RESERVED,),
    89: (RESERVED,),
    90: (TIME,),
    91: (Numbers(LE, minutes="B"),),
}
REQUESTS = 61  # the first type that goes down
# Makers leave the one object of these away: they say everything by their type.
MAY_BE_EMPTY = frozenset({81, 84, 85, 86, 88, 89, 91})


def read_objects(kind: int, count: int, data: bytes) -> list[dict[str, Any]]:
    """Return the objects of a type; those of a type that the standard does not know are `hex`, as many as announced.

    So are those of a request (61 and more) that a maker writes in a way of its own.
    """
    fields = LAYOUTS.get(kind)
    if fields is None:
        return _raw(count, data)
    if not data and kind in MAY_BE_EMPTY:
        return []
    try:
        return _read(fields, count, data)
    except Bad:
        if kind >= REQUESTS:
            return _raw(count, data)
        raise


def _read(fields: tuple[Field, ...], count: int, data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    at = 0
    for number in range(count):
        one: Values = {}
        try:
            at = read_all(fields, data, at, one)
        except Bad as bad:
            raise bad.within(f"objects[{number}]") from None
        found.append(one)
    if at != len(data):
        raise Bad("objects", f"objects[{count}]", f"{len(data) - at} bytes follow the {count} objects announced.")
    return found


def _raw(count: int, data: bytes) -> list[dict[str, Any]]:
    """Return bytes cut into so many objects of one size, or into one when that does not come out even."""
    size = len(data) // count if count and len(data) % count == 0 else len(data)
    return [{"hex": data[i : i + size].hex()} for i in range(0, len(data), size)] if size else []


def write_objects(kind: int, objects: tuple[dict[str, Any], ...]) -> bytes:
    """Return type, count and objects as bytes."""
    if len(objects) > MOST_OBJECTS:
        raise Invalid("objects", f"One message carries at most {MOST_OBJECTS} objects.")
    to = bytearray((kind, len(objects)))
    fields = LAYOUTS.get(kind)
    for one in objects:
        if fields is None or "hex" in one:
            to += unhex(given(one, "hex"), "hex")
            continue
        for field in fields:
            field.write(one, to)
    return bytes(to)


def moment_text(raw: bytes) -> str:
    """Return six bytes of time as ISO 8601 in Beijing time, or as hexadecimal digits when they are no time."""
    second, minute, hour, day, month, year = raw
    fits = second < 60 and minute < 60 and hour < 24 and 1 <= month <= 12 and year < 100
    if not fits or not 1 <= day <= codes.days_of(2000 + year, month):
        return raw.hex()
    return f"20{year:02}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+08:00"


def moment_bytes(text: Any, name: str) -> bytes:
    """Return an ISO 8601 time in Beijing time as six bytes; `Invalid` when it is none."""
    text = str(text)
    if "T" not in text:
        raw = unhex(text, name)
        if len(raw) != 6:
            raise Invalid(name, f"{name} has six bytes.")
        return raw
    digits = "".join(c for c in text.removesuffix("+08:00") if c.isdecimal() and c.isascii())
    if len(digits) != 14 or not digits.startswith("20") or not text.endswith("+08:00"):
        raise Invalid(name, f"{name} is a time of this century in Beijing time, like 2026-11-21T08:00:00+08:00.")
    parts = [int(digits[i : i + 2]) for i in (12, 10, 8, 6, 4, 2)]
    return bytes(parts)
