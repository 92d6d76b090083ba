"""What a platform sends to a terminal of JT/T 808: answers, questions, text, control, parameters."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.jt808.frame import Message

OK, FAILED, WRONG, UNSUPPORTED, ALARM_HANDLED = range(5)  # results of 0x8001
REGISTERED, VEHICLE_TAKEN, NO_VEHICLE, TERMINAL_TAKEN, NO_TERMINAL = range(5)  # results of 0x8100


def answer(message: Message, serial: int, result: int = OK) -> Message:
    """Return the general answer 0x8001 to a message."""
    return _to(message, 0x8001, serial, {"serial": message.serial, "id": f"0x{message.message:04X}", "result": result})


def registered(message: Message, serial: int, auth_code: str) -> Message:
    """Return the answer 0x8100 to a registration that succeeded, with the code to sign in with."""
    return _to(message, 0x8100, serial, {"serial": message.serial, "result": REGISTERED, "auth_code": auth_code})


def not_registered(message: Message, serial: int, result: int) -> Message:
    """Return the answer 0x8100 to a registration that is refused."""
    return _to(message, 0x8100, serial, {"serial": message.serial, "result": result})


def server_time(message: Message, serial: int, time: str) -> Message:
    """Return the answer 0x8004 (2019) to the question what time it is; ISO 8601, Beijing time."""
    return _to(message, 0x8004, serial, {"time": time})


def send_again(message: Message, serial: int, first: int, missing: Sequence[int]) -> Message:
    """Return the request 0x8003 for packages that did not come; `first` is the serial of the first package."""
    return _to(message, 0x8003, serial, {"serial": first, "packages": [{"index": index} for index in missing]})


def query_location(to: Message, serial: int) -> Message:
    """Return the question 0x8201 where the vehicle is."""
    return _to(to, 0x8201, serial, {})


def track(to: Message, serial: int, *, interval: int, validity: int) -> Message:
    """Return the request 0x8202 for a location every `interval` seconds, for `validity` seconds."""
    return _to(to, 0x8202, serial, {"interval": interval, "validity": validity})


def text(to: Message, serial: int, words: str, *, flag: int = 0b1001, kind: int = 1) -> Message:
    """Return the text 0x8300; flag bit 0 urgent, bit 2 shown, bit 3 read out; `kind` (2019) 1 notice, 2 service."""
    return _to(to, 0x8300, serial, {"flag": flag, "type": kind, "text": words})


def control(to: Message, serial: int, command: int, parameters: str = "") -> Message:
    """Return the control 0x8105 of a terminal: 1 upgrade, 2 connect to a server, 3 off, 4 reset, 5 factory settings."""
    return _to(to, 0x8105, serial, {"command": command, "parameters": parameters})


def set_parameters(to: Message, serial: int, values: Mapping[str, Any]) -> Message:
    """Return the setting 0x8103 of parameters, by the names of `parameters.NAMES` or ids like 0x0029."""
    held = [{"id" if name.startswith("0x") else "name": name, "value": value} for name, value in values.items()]
    return _to(to, 0x8103, serial, {"parameters": held})


def read_parameters(to: Message, serial: int) -> Message:
    """Return the question 0x8104 for all parameters."""
    return _to(to, 0x8104, serial, {})


def ordered(to: Message, serial: int, kind: str, given: Mapping[str, Any]) -> Message:
    """Return a question to a terminal by its name."""
    makers: Mapping[str, Callable[[], Message]] = {
        "text": lambda: text(to, serial, given["text"], flag=given["flag"]),
        "control": lambda: control(to, serial, given["command"], given["parameters"]),
        "locate": lambda: query_location(to, serial),
        "track": lambda: track(to, serial, interval=given["interval"], validity=given["validity"]),
        "set_parameters": lambda: set_parameters(to, serial, given["values"]),
        "read_parameters": lambda: read_parameters(to, serial),
    }
    if kind not in makers:
        raise Invalid("kind", f"JT/T 808 has no question {kind[:40]}.")
    return makers[kind]()


def alarm_confirmed(to: Message, serial: int, *, alarm: int, types: int) -> Message:
    """Return the confirmation 0x8203 by a person of the alarm of message `alarm`; `types` is a mask, 0 all."""
    return _to(to, 0x8203, serial, {"serial": alarm, "types": types})


def _to(message: Message, number: int, serial: int, body: dict[str, Any]) -> Message:
    return Message(number, message.version, message.phone, serial & 0xFFFF, body, protocol=message.protocol)
