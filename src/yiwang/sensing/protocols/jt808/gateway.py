"""The platform's side of JT/T 808: register, sign in, then speak; a location is answered when it is on disk."""

import hmac
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.jt808 import Message, Splitter, asking, decode, encode
from yiwang.sensing.protocols.jt808.packages import Assembly
from yiwang.sensing.protocols.sample import Sample
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.protocols.tcp.limits import Limits
from yiwang.sensing.protocols.tcp.serving import Door, Line

SOURCE = "JT808"
BEIJING = timezone(timedelta(hours=8))
GENERAL_ANSWER, HEARTBEAT, LOGOUT, ASKS_TIME, REGISTER, AUTH = 0x0001, 0x0002, 0x0003, 0x0004, 0x0100, 0x0102
LOCATION, LOCATION_ANSWER, BATCH, PARAMETERS = 0x0200, 0x0201, 0x0704, 0x0104
_RESULTS = {1: "The terminal failed.", 2: "The message is wrong.", 3: "The terminal does not know it."}
_POSITIONED = 1 << 1
AuthCode = Callable[[str], str]  # the code a terminal signs in with, by its number


class Talk:
    """One connection of JT/T 808."""

    def __init__(self, line: Line, auth_code: AuthCode) -> None:
        self._line, self._door, self._auth_code = line, line.door, auth_code
        self._gathering: Gathering = line.door.gathering
        self._assembly = Assembly()
        self._signed_in: set[str] = set()
        self._speaks: dict[str, Message] = {}  # the last message of each terminal: how it wants to be spoken to
        self._serial = 0

    def hear(self, frame: bytes) -> bool:
        """Take a frame; whatever cannot be read is kept as it came."""
        first = decode(frame)
        message = self._assembly.add(first) if isinstance(first, Message) else first
        if isinstance(first, Message) and message is None:
            self._general(first)
            return True
        if isinstance(message, Fault):
            self._door.refuse("", frame, f"{message.error}: {message.detail}")
            return False
        if not isinstance(message, Message):
            return False
        phone = message.phone.lstrip("0")
        if message.message == REGISTER:
            self._register(phone, frame, message)
        elif message.message == AUTH:
            self._sign_in(phone, frame, message)
        elif phone not in self._signed_in:
            self._general(message, asking.FAILED)
        else:
            self._signed_in_says(phone, frame, message)
        return True

    def spoilt(self, raw: bytes) -> None:
        """Say nothing: the device, hearing no answer, sends again."""

    def _register(self, phone: str, frame: bytes, message: Message) -> None:
        """Give a vehicle of the registry its code; any other one waits in quarantine."""
        if self._gathering.devices.find(SOURCE, phone) is None:
            self._door.refuse(phone, frame, "No vehicle has this number.")
            self._say(asking.not_registered(message, self._next(), asking.NO_TERMINAL))
            return
        self._say(asking.registered(message, self._next(), self._auth_code(phone)))

    def _sign_in(self, phone: str, frame: bytes, message: Message) -> None:
        said = str(message.body.get("auth_code", ""))
        known = self._gathering.devices.find(SOURCE, phone) is not None
        if known and hmac.compare_digest(said.encode(), self._auth_code(phone).encode()):
            self._signed_in.add(phone)
            self._speaks[phone] = message
            self._line.named(phone)
            return self._general(message)
        self._door.refuse(phone, frame, "The number or the code to sign in with is wrong.")
        return self._general(message, asking.FAILED)

    def _signed_in_says(self, phone: str, frame: bytes, message: Message) -> None:
        self._speaks[phone] = message
        if message.message == LOCATION_ANSWER:
            self._answered(phone, message)
        if message.message in {LOCATION, LOCATION_ANSWER, BATCH}:
            self._located(phone, frame, message)
        elif message.message == ASKS_TIME:
            now = self._gathering.clock.now().astimezone(BEIJING)
            self._say(asking.server_time(message, self._next(), f"{now:%Y-%m-%dT%H:%M:%S}+08:00"))
        elif message.message in {HEARTBEAT, LOGOUT}:
            self._general(message)
            if message.message == LOGOUT:
                self._signed_in.discard(phone)
        elif message.message in {GENERAL_ANSWER, PARAMETERS}:
            self._answered(phone, message)
        else:
            self._general(message, asking.UNSUPPORTED)

    def _located(self, phone: str, frame: bytes, message: Message) -> None:
        """Queue the readings; the general answer leaves when they are durable."""
        if self._door.replays.seen(phone, frame):
            return self._general(message)
        known = self._gathering.devices.find(SOURCE, phone)
        metrics = known.metrics if known else ()
        samples = [one for report in reports_of(message) for one in samples_of(phone, report) if one.metric in metrics]

        def told(kept: bool) -> None:
            if kept:
                self._door.replays.keep(phone, frame)
                self._general(message)

        return self._gathering.take(samples, frame, told)

    def _general(self, message: Message, result: int = asking.OK) -> None:
        self._say(asking.answer(message, self._next(), result))

    def _say(self, message: Message) -> None:
        try:
            self._line.say(encode(message))
        except Invalid:
            return  # what it said of itself cannot be said back

    def _next(self) -> int:
        self._serial = (self._serial + 1) & 0xFFFF
        return self._serial

    def order(self, device: str, kind: str, arguments: Mapping[str, Any]) -> tuple[str, bytes]:
        """Return a question to a terminal in its own edition; its number is our serial."""
        serial = self._next()
        return str(serial), encode(asking.ordered(self._speaks[device], serial, kind, arguments))

    def _answered(self, phone: str, message: Message) -> None:
        """Take the answer of a terminal to what we asked."""
        body = dict(message.body)
        number = str(body.pop("serial", ""))
        if message.message == GENERAL_ANSWER:
            result = int(body.get("result", 0))
            state = "done" if result == asking.OK else "refused"
            self._door.orders.heard(phone, number, state, {"code": result, "reason": _RESULTS.get(result, "")})
        else:
            self._door.orders.heard(phone, number, "done", body)


def reports_of(message: Message) -> list[dict[str, Any]]:
    """Return the location reports of a message."""
    if message.message == BATCH:
        return list(message.body.get("reports", ()))
    return [message.body]


def samples_of(phone: str, report: dict[str, Any]) -> Iterator[Sample]:
    """Yield a report's readings: degrees, km/h, state bits. A place without a fix is no place."""
    time = _moment(str(report.get("time", "")))
    grade = 0 if time is not None else 1
    fixed = bool(report["status"] & _POSITIONED)
    values: dict[str, float] = {
        "speed": report["speed"] / 10,
        "direction": report["direction"],
        "altitude": report["altitude"],
        "alarm": report["alarm"],
        "status": report["status"],
        "gnss": float(fixed),
        "load": float(report["status"] >> 8 & 3),
    }
    if fixed and "position" in report:
        values["lon"], values["lat"] = report["position"]
    for metric, value in values.items():
        yield Sample(phone, metric, float(value), time, grade)


def _moment(text: str) -> int | None:
    try:
        return int(datetime.fromisoformat(text).timestamp() * 1000) if "T" in text else None
    except ValueError:
        return None


def door(gathering: Gathering, auth_code: AuthCode, limits: Limits | None = None) -> Door:
    """Return what `tcp.serving.listening` needs to speak JT/T 808."""
    made = Door(gathering, Splitter, lambda line: Talk(line, auth_code))
    return replace(made, limits=limits) if limits else made
