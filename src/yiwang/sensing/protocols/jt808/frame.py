"""Frames of JT/T 808-2011, -2013 and -2019 (clause 4.4): vehicle terminals over TCP or UDP."""

import re
from dataclasses import dataclass, field
from functools import reduce
from operator import xor
from struct import Struct
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad, Fault
from yiwang.sensing.protocols.jt808.bodies import read_body, write_body

FLAG = b"\x7e"
MOST = 1023  # bytes of one body: ten bits
EDITIONS = (2011, 2013, 2019)
_ESCAPED = re.compile(rb"\x7d[^\x01\x02]|\x7d\Z", re.DOTALL)
_OLD = Struct(">HH6sH")  # message, properties, phone, serial
_NEW = Struct(">HHB10sH")  # with the edition's number
_PACKAGE = Struct(">HH")
_RSA, _SPLIT, _IS_2019 = 1 << 10, 1 << 13, 1 << 14


@dataclass(frozen=True, slots=True)
class Message:
    """One frame: `version` is the edition, `phone` all BCD digits, `package` (total, index from 1) or None.

    The body of one package of several is `{"part": hexadecimal}`; `packages.Assembly` puts them together.
    """

    message: int
    version: int
    phone: str
    serial: int
    body: dict[str, Any] = field(default_factory=dict)
    package: tuple[int, int] | None = None
    protocol: int = 1  # the number in the header of 2019


def decode(frame: bytes, *, version: int | None = None, bare: bool = False) -> Message | Fault:
    """Return the message of one whole frame, or what is wrong with it.

    The header tells 2019 from the others; `version` (2011 or 2013) is what the terminal registered with. `bare` lets a
    header without any body pass where fields are due: for looking at frames, not for acting on them.
    """
    try:
        return _decode(frame, version, bare)
    except Bad as bad:
        return bad.fault


def _decode(frame: bytes, version: int | None, bare: bool) -> Message:
    if frame[:1] != FLAG:
        raise Bad("start", "byte 0", "A frame begins with 7E.")
    if len(frame) < 2 or frame[-1:] != FLAG:
        raise Bad("cut", f"byte {len(frame)}", "A frame ends with 7E.")
    data = unescape(frame[1:-1])
    properties = int.from_bytes(data[2:4], "big")
    head = _NEW if properties & _IS_2019 else _OLD
    if len(data) < head.size + 1:
        raise Bad("cut", f"byte {len(frame) - 1}", f"A header has {head.size} bytes, here are {max(len(data) - 1, 0)}.")
    if check := reduce(xor, data):
        wanted = check ^ data[-1]
        raise Bad("checksum", f"byte {len(frame) - 2}", f"The check is {wanted:02X}, not {data[-1]:02X}.")
    protocol = 1
    if head is _NEW:
        number, _, protocol, phone, serial = _NEW.unpack_from(data)
    else:
        number, _, phone, serial = _OLD.unpack_from(data)
    package, body = _body(data, head.size, properties)
    edition = 2019 if head is _NEW else version or 2013
    if package:
        fields: dict[str, Any] = {"part": body.hex()}
    elif bare and not body:
        fields = {}
    else:
        edition, fields = read_body(number, edition, body, sure=head is _NEW or version is not None)
    return Message(number, edition, _phone(phone), serial, fields, package, protocol)


def _body(data: bytes, at: int, properties: int) -> tuple[tuple[int, int] | None, bytes]:
    """Return the package and the bytes of the body, when the properties fit them."""
    package = None
    if properties & _SPLIT:
        if len(data) < at + 5:
            raise Bad("cut", "package", "The header ends before total and index of the packages.")
        package = _PACKAGE.unpack_from(data, at)
        at += 4
        if not 1 <= package[1] <= package[0]:
            raise Bad("package", "package", f"There is no package {package[1]} of {package[0]}.")
    if properties & _RSA:
        raise Bad("encrypted", "properties", "The body is enciphered with RSA; the key is the terminal's.")
    if properties >> 11 & 3:
        raise Bad("encryption", "properties", f"The way of enciphering {properties >> 10 & 7} is not known.")
    size = properties & MOST
    if size != len(data) - at - 1:
        raise Bad("length", "properties", f"{size} bytes of body are announced, here are {len(data) - at - 1}.")
    return package, data[at:-1]


def _phone(raw: bytes) -> str:
    digits = raw.hex()
    if not digits.isdecimal():
        raise Bad("phone", "phone", f"The number of the terminal is no BCD: {digits}.")
    return digits


def unescape(data: bytes) -> bytes:
    """Return bytes without escapes (4.4.2): 7D 02 is 7E, 7D 01 is 7D, anything else after 7D is wrong."""
    if inside := data.find(FLAG) + 1:
        raise Bad("flag", f"byte {inside}", "7E stands inside the frame.")
    if b"\x7d" not in data:
        return data
    if wrong := _ESCAPED.search(data):
        raise Bad("escape", f"byte {wrong.start() + 1}", "7D is followed by something else than 01 or 02.")
    return data.replace(b"\x7d\x02", b"\x7e").replace(b"\x7d\x01", b"\x7d")


def encode(message: Message) -> bytes:
    """Return the frame of a message; `Invalid` names what does not fit."""
    if message.package:
        return frame_of(message, write_part(message.body))
    return frame_of(message, write_body(message.message, message.version, message.body))


def write_part(body: dict[str, Any]) -> bytes:
    """Return the bytes of one package."""
    try:
        return bytes.fromhex(body["part"])
    except (KeyError, ValueError, TypeError):
        raise Invalid("part", "The body of a package is {part: hexadecimal digits}.") from None


def frame_of(message: Message, body: bytes) -> bytes:
    """Return the frame of a header and the bytes of a body."""
    if message.version not in EDITIONS:
        raise Invalid("version", "The version is 2011, 2013 or 2019.")
    if len(body) > MOST:
        raise Invalid("body", f"A body has at most {MOST} bytes, this one {len(body)}: send it in packages.")
    new = message.version == 2019
    digits = 20 if new else 12
    phone = message.phone.rjust(digits, "0")
    if len(phone) != digits or not (phone.isascii() and phone.isdecimal()):
        raise Invalid("phone", f"The number of a terminal has at most {digits} digits.")
    try:
        head = message.message.to_bytes(2, "big")
        properties = len(body) | (_SPLIT if message.package else 0) | (_IS_2019 if new else 0)
        head += properties.to_bytes(2, "big") + (message.protocol.to_bytes(1, "big") if new else b"")
        head += bytes.fromhex(phone) + message.serial.to_bytes(2, "big")
        if message.package:
            head += b"".join(number.to_bytes(2, "big") for number in message.package)
    except OverflowError:
        raise Invalid("header", "A number of the header is out of range.") from None
    data = head + body
    data += bytes((reduce(xor, data),))
    return FLAG + data.replace(b"\x7d", b"\x7d\x01").replace(b"\x7e", b"\x7d\x02") + FLAG
