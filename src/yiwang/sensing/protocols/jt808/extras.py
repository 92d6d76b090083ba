"""Extras of a location (JT/T 808-2019, table 27; JT/T 1078-2016, table 14; T/JSATL 12-2017 active safety)."""

from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad
from yiwang.sensing.protocols.jt808 import codes
from yiwang.sensing.protocols.layout import (
    Blob,
    Clock,
    Field,
    Named,
    Numbers,
    Repeat,
    Text,
    Values,
    When,
    decode,
    encode,
    given,
)
from yiwang.sensing.protocols.pieces import unhex

BE = ">"
_ALARM_ID: tuple[Field, ...] = (
    Text("terminal", 7),
    Clock("marked"),
    Numbers(BE, number="B", attachments="B"),
    Blob("reserved", 1),
)
_PLACE: tuple[Field, ...] = (
    Numbers(BE, speed="B", altitude="H", lat="I", lon="I"),
    Clock("time"),
    Numbers(BE, vehicle_status="H"),
    *_ALARM_ID,
)
# Of one number: how `struct` reads it.
NUMBERS: dict[int, tuple[str, str]] = {
    0x01: ("mileage", "I"),
    0x02: ("fuel", "H"),
    0x03: ("recorder_speed", "H"),
    0x04: ("alarm_event_id", "H"),
    0x06: ("compartment_temp", "h"),
    0x14: ("video_alarm", "I"),
    0x15: ("video_signal_loss", "I"),
    0x16: ("video_occlusion", "I"),
    0x17: ("memory_fault", "H"),
    0x2A: ("io", "H"),
    0x30: ("signal", "B"),
    0x31: ("satellites", "B"),
}
# Of several fields.
GROUPS: dict[int, tuple[str, tuple[Field, ...]]] = {
    0x11: ("overspeed_place", (Numbers(BE, type="B"), When(lambda out: bool(out["type"]), Numbers(BE, id="I")))),
    0x12: ("area", (Numbers(BE, type="B", id="I", direction="B"),)),
    0x13: ("segment_time", (Numbers(BE, id="I", seconds="H", result="B"),)),
    0x18: ("abnormal_driving", (Numbers(BE, behaviour="H", degree="B"),)),
    0x25: ("vehicle_signal", (Numbers(BE, bits="I"), Named("flags", "bits", codes.VEHICLE_SIGNAL))),
    0x2B: ("analog", (Numbers(BE, ad1="H", ad0="H"),)),
    0x64: (
        "adas",
        (
            Numbers(BE, id="I", flag="B", type="B", level="B", front_speed="B", front_distance="B"),
            Numbers(BE, departure="B", sign="B", sign_data="B"),
            *_PLACE,
        ),
    ),
    0x65: ("dsm", (Numbers(BE, id="I", flag="B", type="B", level="B", fatigue="B"), Blob("unused", 4), *_PLACE)),
    0x66: (
        "tpms",
        (
            Numbers(BE, id="I", flag="B"),
            *_PLACE,
            Repeat("tyres", Numbers(BE, position="B", type="H", pressure="H", temp="H", battery="H"), count="B"),
        ),
    ),
    0x67: ("bsd", (Numbers(BE, id="I", flag="B", type="B"), *_PLACE)),
}
TYRES = 0x05
_PLAIN: dict[int, tuple[str, Numbers]] = {
    number: (name, Numbers(BE, value=letter)) for number, (name, letter) in NUMBERS.items()
}
_IDS = {name: number for table in (_PLAIN, GROUPS) for number, (name, _) in table.items()} | {"tyre_pressure": TYRES}


class Extras:
    """The rest of a location: id, length, value. An unknown id, or a known one of another length, stays hexadecimal."""

    def read(self, data: bytes, at: int, out: Values) -> int:
        extras: dict[str, Any] = {}
        size = len(data)
        while at < size:
            end = at + 2 + data[at + 1] if at + 1 < size else size + 1
            if end > size:
                raise Bad("extra", f"extras[{len(extras)}]", f"The extra 0x{data[at]:02X} is longer than the message.")
            name, value = _value(data[at], data[at + 2 : end])
            extras[name if name not in extras else _again(name, extras)] = value
            at = end
        out["extras"] = extras
        return at

    def write(self, values: Values, to: bytearray) -> None:
        for key, value in values.get("extras", {}).items():
            number, raw = _bytes(key.partition("#")[0], value)
            if len(raw) > 255:
                raise Invalid(f"extras.{key}", "An extra has at most 255 bytes.")
            to += bytes((number, len(raw))) + raw


def _value(number: int, raw: bytes) -> tuple[str, Any]:
    if plain := _PLAIN.get(number):
        name, field = plain
        if len(raw) == field.struct.size:
            return name, field.struct.unpack(raw)[0]
    elif number in GROUPS:
        name, fields = GROUPS[number]
        try:
            return name, decode(fields, raw)
        except Bad:
            pass
    elif number == TYRES and raw:
        return "tyre_pressure", list(raw)
    return f"0x{number:02X}", raw.hex()


def _again(name: str, extras: dict[str, Any]) -> str:
    """Return a key for the second, third … extra of the same id: nothing that was sent is lost."""
    count = 2
    while f"{name}#{count}" in extras:
        count += 1
    return f"{name}#{count}"


def _bytes(name: str, value: Any) -> tuple[int, bytes]:
    if name.startswith("0x"):
        digits = unhex(name[2:], f"extras.{name}")
        if len(digits) != 1:
            raise Invalid(f"extras.{name}", "The id of an extra is a number like 0xE1.")
        return digits[0], unhex(value, f"extras.{name}")
    number = _IDS.get(name)
    if number is None:
        raise Invalid(f"extras.{name}", f"There is no extra {name}; an id of your own is written like 0xE1.")
    if number == TYRES:
        try:
            return number, bytes(value)
        except (ValueError, TypeError):
            raise Invalid("extras.tyre_pressure", "Tyre pressures are numbers from 0 to 255.") from None
    if number in _PLAIN:
        return number, encode((_PLAIN[number][1],), {"value": value})
    given({name: value}, name)
    return number, encode(GROUPS[number][1], value)
