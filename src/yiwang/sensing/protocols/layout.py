"""Fields of a binary message, declared once: the same declaration reads bytes and writes them."""

import struct
from collections.abc import Callable, Sequence
from struct import Struct
from typing import Any, Protocol

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad
from yiwang.sensing.protocols.pieces import bytes_of, clock_digits, clock_text, set_bits, text_of, unhex

Values = dict[str, Any]


class Field(Protocol):
    """One or several fields: `read` puts them into `out` and returns the place after them; `write` appends them."""

    def read(self, data: bytes, at: int, out: Values) -> int: ...
    def write(self, values: Values, to: bytearray) -> None: ...


def read_all(fields: Sequence[Field], data: bytes, at: int, out: Values) -> int:
    """Read fields one after another and return the place after the last."""
    for field in fields:
        at = field.read(data, at, out)
    return at


def decode(fields: Sequence[Field], data: bytes) -> Values:
    """Return the fields that make up all of `data`; `Bad` when they end early or late."""
    out: Values = {}
    at = read_all(fields, data, 0, out)
    if at != len(data):
        raise Bad("body_long", f"byte {at}", f"{len(data) - at} bytes follow the last field.")
    return out


def encode(fields: Sequence[Field], values: Values) -> bytes:
    """Return the bytes of fields; `Invalid` names the field that is missing or does not fit."""
    to = bytearray()
    for field in fields:
        field.write(values, to)
    return bytes(to)


def take(data: bytes, at: int, size: int, where: str) -> int:
    """Return the place after `size` bytes, or say that the body ends before."""
    end = at + size
    if end > len(data):
        raise Bad("body_cut", where, f"{size} bytes are wanted here, {max(len(data) - at, 0)} are left.")
    return end


def given(values: Values, name: str) -> Any:
    """Return a value to be written, or say that it is missing."""
    if name not in values:
        raise Invalid(name, f"The field {name} is missing.")
    return values[name]


class Numbers:
    """Whole numbers side by side, as letters of `struct`: `Numbers(">", serial="H", result="B")`."""

    def __init__(self, order: str, /, **letters: str) -> None:
        self.letters = letters
        self.names = tuple(letters)
        self.order = order
        self.struct = Struct(order + "".join(letters.values()))

    def read(self, data: bytes, at: int, out: Values) -> int:
        end = at + self.struct.size
        if end > len(data):
            take(data, at, self.struct.size, self.names[0])
        out.update(zip(self.names, self.struct.unpack_from(data, at), strict=True))
        return end

    def write(self, values: Values, to: bytearray) -> None:
        numbers = [given(values, name) for name in self.names]
        try:
            to += self.struct.pack(*numbers)
        except struct.error as error:
            raise Invalid(self.names[0], f"One of {', '.join(self.names)} is out of range: {error}.") from error


class Text:
    """Characters: `size` bytes padded with zeros, or a length of `prefix` before them, or up to the end."""

    def __init__(self, name: str, size: int | None = None, prefix: str | None = None, order: str = ">") -> None:
        self.name, self.size = name, size
        self.length = Struct(order + prefix) if prefix else None

    def read(self, data: bytes, at: int, out: Values) -> int:
        at, end = extent(data, at, self.name, self.size, self.length)
        out[self.name] = text_of(data[at:end])
        return end

    def write(self, values: Values, to: bytearray) -> None:
        raw = bytes_of(given(values, self.name), self.name)
        if self.size is not None:
            if len(raw) > self.size:
                raise Invalid(self.name, f"{self.name} has at most {self.size} bytes.")
            raw = raw.ljust(self.size, b"\0")
        put(self.name, self.length, raw, to)


class Blob:
    """Bytes that mean nothing here, as hexadecimal digits; sized as `Text` is."""

    def __init__(self, name: str, size: int | None = None, prefix: str | None = None, order: str = ">") -> None:
        self.name, self.size = name, size
        self.length = Struct(order + prefix) if prefix else None

    def read(self, data: bytes, at: int, out: Values) -> int:
        at, end = extent(data, at, self.name, self.size, self.length)
        out[self.name] = data[at:end].hex()
        return end

    def write(self, values: Values, to: bytearray) -> None:
        raw = unhex(given(values, self.name), self.name)
        if self.size is not None and len(raw) != self.size:
            raise Invalid(self.name, f"{self.name} has {self.size} bytes.")
        put(self.name, self.length, raw, to)


class MessageId:
    """The number of a message, shown as everybody writes it: 0x0200."""

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self, data: bytes, at: int, out: Values) -> int:
        end = take(data, at, 2, self.name)
        out[self.name] = f"0x{data[at]:02X}{data[at + 1]:02X}"
        return end

    def write(self, values: Values, to: bytearray) -> None:
        raw = unhex(str(given(values, self.name)).removeprefix("0x"), self.name)
        if len(raw) != 2:
            raise Invalid(self.name, f"{self.name} is a number like 0x0200.")
        to += raw


class Nibbles:
    """Digits, two a byte (BCD), as text."""

    def __init__(self, name: str, size: int) -> None:
        self.name, self.size = name, size

    def read(self, data: bytes, at: int, out: Values) -> int:
        end = take(data, at, self.size, self.name)
        out[self.name] = data[at:end].hex()
        return end

    def write(self, values: Values, to: bytearray) -> None:
        raw = unhex(given(values, self.name), self.name)
        if len(raw) != self.size:
            raise Invalid(self.name, f"{self.name} has {2 * self.size} digits.")
        to += raw


class Clock:
    """YYMMDDhhmmss in BCD, Beijing time; digits that are no time stay digits (zeros mean "always" in some messages)."""

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self, data: bytes, at: int, out: Values) -> int:
        end = take(data, at, 6, self.name)
        out[self.name] = clock_text(data[at:end].hex())
        return end

    def write(self, values: Values, to: bytearray) -> None:
        text = str(given(values, self.name))
        raw = unhex(clock_digits(text, self.name) if "T" in text else text, self.name)
        if len(raw) != 6:
            raise Invalid(self.name, f"{self.name} is a time like 2026-11-21T08:00:00+08:00.")
        to += raw


class Repeat:
    """A list of objects of the same fields, with its length before it, or up to the end (`count` None)."""

    def __init__(self, name: str, *fields: Field, count: str | None, order: str = ">") -> None:
        self.name, self.fields = name, fields
        self.count = Struct(order + count) if count else None

    def read(self, data: bytes, at: int, out: Values) -> int:
        found: list[Values] = []
        left = -1
        if self.count:
            end = take(data, at, self.count.size, self.name)
            left, at = self.count.unpack_from(data, at)[0], end
        while len(found) != left if left >= 0 else at < len(data):
            one: Values = {}
            try:
                at = read_all(self.fields, data, at, one)
            except Bad as bad:
                raise bad.within(f"{self.name}[{len(found)}]") from None
            found.append(one)
        out[self.name] = found
        return at

    def write(self, values: Values, to: bytearray) -> None:
        held = given(values, self.name)
        if self.count:
            to += packed(self.name, self.count, len(held))
        for one in held:
            for field in self.fields:
                field.write(one, to)


class When:
    """Fields that are there only if the fields read before say so."""

    def __init__(self, holds: Callable[[Values], bool], *fields: Field) -> None:
        self.holds, self.fields = holds, fields

    def read(self, data: bytes, at: int, out: Values) -> int:
        return read_all(self.fields, data, at, out) if self.holds(out) else at

    def write(self, values: Values, to: bytearray) -> None:
        if self.holds(values):
            for field in self.fields:
                field.write(values, to)


class Named:
    """Names of the set bits of a number read before, beside it; nothing is written for them."""

    def __init__(self, name: str, bits_of: str, names: Sequence[str]) -> None:
        self.name, self.bits_of, self.names = name, bits_of, names

    def read(self, data: bytes, at: int, out: Values) -> int:  # noqa: ARG002
        out[self.name] = set_bits(out[self.bits_of], self.names)
        return at

    def write(self, values: Values, to: bytearray) -> None:
        """Leave it to the number."""


def extent(data: bytes, at: int, name: str, size: int | None, length: Struct | None) -> tuple[int, int]:
    """Return where a piece of `size` bytes, or of the length before it, or up to the end, begins and ends."""
    if length:
        end = take(data, at, length.size, name)
        size, at = length.unpack_from(data, at)[0], end
    return at, len(data) if size is None else take(data, at, size, name)


def put(name: str, length: Struct | None, raw: bytes, to: bytearray) -> None:
    """Append bytes with their length, if they have one."""
    if length:
        to += packed(name, length, len(raw))
    to += raw


def packed(name: str, length: Struct, size: int) -> bytes:
    """Return a length; `Invalid` when it does not fit."""
    try:
        return length.pack(size)
    except struct.error:
        raise Invalid(name, f"{name} is too long: {size}.") from None
