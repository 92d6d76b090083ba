"""Frames of GB/T 26875.3-2011, clause 7: fire user-information-transmission devices 用户信息传输装置 over TCP."""

from dataclasses import dataclass
from struct import Struct
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad, Fault
from yiwang.sensing.protocols.gb26875.codes import COMMANDS
from yiwang.sensing.protocols.gb26875.objects import moment_bytes, moment_text, read_objects, write_objects

START, END = b"@@", b"##"
MOST = 1024  # bytes of the application data unit (7.2)
AROUND = 30  # bytes of a frame besides it
_HEAD = Struct("<HBB6s6s6sHB")  # serial, version, user's version, time, source, target, length, command
_USER_COMMANDS = 128


@dataclass(frozen=True, slots=True)
class Message:
    """One frame: addresses are numbers of 48 bits, `time` is the sender's; without a data unit `type` is None."""

    serial: int
    command: int
    source: int
    target: int
    time: str
    type: int | None = None
    objects: tuple[dict[str, Any], ...] = ()
    version: tuple[int, int] = (1, 0)


def decode(frame: bytes) -> Message | Fault:
    """Return the message of one whole frame, or what is wrong with it (7.3: start, length, command, sum, end)."""
    try:
        return _decode(frame)
    except Bad as bad:
        return bad.fault


def _decode(frame: bytes) -> Message:
    if frame[:2] != START:
        raise Bad("start", "byte 0", "A frame begins with 40 40.")
    if len(frame) < AROUND:
        raise Bad("cut", f"byte {len(frame)}", f"A frame has at least {AROUND} bytes, here are {len(frame)}.")
    serial, main, user, time, source, target, length, command = _HEAD.unpack_from(frame, 2)
    if length > MOST:
        raise Bad("length", "byte 24", f"The data unit has at most {MOST} bytes, {length} are announced.")
    if len(frame) != AROUND + length:
        word = "cut" if len(frame) < AROUND + length else "length"
        raise Bad(word, "byte 24", f"{length} bytes of data are announced, here are {len(frame) - AROUND}.")
    if frame[-2:] != END:
        raise Bad("end", f"byte {len(frame) - 2}", "A frame ends with 23 23.")
    if sum(frame[2:-3]) & 0xFF != frame[-3]:
        raise Bad(
            "checksum", f"byte {len(frame) - 3}", f"The sum is {sum(frame[2:-3]) & 0xFF:02X}, not {frame[-3]:02X}."
        )
    if command not in COMMANDS and command < _USER_COMMANDS:
        raise Bad("command", "byte 26", f"There is no command {command}.")
    kind, objects = _unit(frame[27:-3])
    return Message(
        serial,
        command,
        int.from_bytes(source, "little"),
        int.from_bytes(target, "little"),
        moment_text(time),
        kind,
        objects,
        (main, user),
    )


def _unit(data: bytes) -> tuple[int | None, tuple[dict[str, Any], ...]]:
    """Return type and objects of a data unit (8.1); confirm, deny and heartbeat have none."""
    if not data:
        return None, ()
    if len(data) < 2:
        raise Bad("objects", "byte 28", "A data unit has at least a type and a count.")
    return data[0], tuple(read_objects(data[0], data[1], data[2:]))


def encode(message: Message) -> bytes:
    """Return the frame of a message; `Invalid` names what does not fit."""
    unit = b"" if message.type is None else _unit_bytes(message.type, message.objects)
    if len(unit) > MOST:
        raise Invalid("objects", f"A data unit has at most {MOST} bytes, these are {len(unit)}.")
    numbers = (("serial", message.serial, 2), ("source", message.source, 6), ("target", message.target, 6))
    serial, source, target = (_bytes(name, number, size) for name, number, size in numbers)
    body = b"".join(
        (
            serial,
            *(_bytes("version", number, 1) for number in message.version),
            moment_bytes(message.time, "time"),
            source,
            target,
            len(unit).to_bytes(2, "little"),
            _bytes("command", message.command, 1),
            unit,
        )
    )
    return START + body + bytes((sum(body) & 0xFF,)) + END


def _unit_bytes(kind: int, objects: tuple[dict[str, Any], ...]) -> bytes:
    _bytes("type", kind, 1)
    return write_objects(kind, objects)


def _bytes(name: str, number: int, size: int) -> bytes:
    try:
        return number.to_bytes(size, "little")
    except OverflowError:
        raise Invalid(name, f"{name} has {size} bytes: {number} does not fit.") from None
