"""What a centre sends to a fire device: confirm and deny (7.4), requests, the clock, the guard check 查岗."""

from collections.abc import Mapping
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.gb26875.frame import Message

CONTROL, DATA, CONFIRM, REQUEST, ANSWER, DENY = range(1, 7)
SET_CLOCK, GUARD_CHECK, RESET_DEVICE = 90, 91, 89
GUARD_ANSWERED = 0x20  # bit 5 of the flags of a type-24 record


def confirm(message: Message, *, time: str) -> Message:
    """Return the answer that a message has arrived: its serial, source and target exchanged, no data unit."""
    return Message(message.serial, CONFIRM, message.target, message.source, time, version=message.version)


def deny(message: Message, *, time: str) -> Message:
    """Return the answer that a message was wrong; the device sends it again, three times at most."""
    return Message(message.serial, DENY, message.target, message.source, time, version=message.version)


def sync_clock(serial: int, *, source: int, target: int, time: str) -> Message:
    """Return the command that sets the device's clock (type 90) to `time`, Beijing time."""
    return Message(serial, CONTROL, source, target, time, SET_CLOCK, ({"time": time},))


def guard_check(serial: int, *, source: int, target: int, time: str, minutes: int) -> Message:
    """Return the command that asks whether somebody is on guard (type 91); to be answered within `minutes`."""
    return Message(serial, CONTROL, source, target, time, GUARD_CHECK, ({"minutes": minutes},))


def reset(serial: int, *, source: int, target: int, time: str) -> Message:
    """Return the command that starts the device anew (type 89)."""
    return Message(serial, CONTROL, source, target, time, RESET_DEVICE, ({"reserved": "00"},))


def read(
    kind: int, serial: int, *, source: int, target: int, time: str, objects: tuple[dict[str, object], ...]
) -> Message:
    """Return a request for what types 61-68 and 81-88 read: states, values, records, versions, configuration."""
    return Message(serial, REQUEST, source, target, time, kind, objects)


def ordered(kind: str, serial: int, *, source: int, target: int, time: str, given: Mapping[str, Any]) -> Message:
    """Return a command to a unit by its name."""
    if kind == "guard_check":
        return guard_check(serial, source=source, target=target, time=time, minutes=given["minutes"])
    if kind == "set_clock":
        return sync_clock(serial, source=source, target=target, time=time)
    if kind == "reset":
        return reset(serial, source=source, target=target, time=time)
    raise Invalid("kind", f"GB/T 26875.3 has no command {kind[:40]}.")


def is_heartbeat(message: Message) -> bool:
    """Return whether a message only says that the device is there: makers send data without a data unit."""
    return message.command == DATA and message.type is None


def guard_answer(message: Message) -> bool:
    """Return whether a message holds the answer of a guard: a type-24 record with bit 5."""
    return message.type == 24 and any(one["flags"] & GUARD_ANSWERED for one in message.objects)
