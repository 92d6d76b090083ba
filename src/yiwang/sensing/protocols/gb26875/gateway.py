"""The centre's side of GB/T 26875.3: what is on disk is confirmed, what is wrong is denied, guards are checked 查岗."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.gb26875 import Message, Splitter, asking, decode, encode
from yiwang.sensing.protocols.sample import Sample
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.protocols.tcp.limits import Limits
from yiwang.sensing.protocols.tcp.serving import Door, Line

SOURCE = "GB26875"
BEIJING = timezone(timedelta(hours=8))
SYSTEM_STATE, PART_STATE, ANALOG, DEVICE_STATE = 1, 2, 3, 21
_FIRE, _FAULT, _SHIELDED, _MAIN_POWER = 1 << 1, 1 << 2, 1 << 3, 1 << 8
_DEVICE_MAIN_POWER = 1 << 3
MOST_UNITS, MOST_PARTS = 20_000, 5_000


@dataclass
class Parts:
    """What each part of a fire unit last said: the unit burns as long as one of its parts does."""

    units: "OrderedDict[str, dict[tuple[int, ...], int]]" = field(default_factory=OrderedDict)

    def say(self, unit: str, part: tuple[int, ...], state: int) -> dict[str, float]:
        """Take a part's state bits; return what the whole unit says now."""
        parts = self.units.setdefault(unit, {})
        self.units.move_to_end(unit)
        while len(self.units) > MOST_UNITS:
            self.units.popitem(last=False)
        if state & (_FIRE | _FAULT | _SHIELDED) and (part in parts or len(parts) < MOST_PARTS):
            parts[part] = state
        else:
            parts.pop(part, None)
        held = parts.values()
        return {
            "fire": float(bool(state & _FIRE) or any(one & _FIRE for one in held)),
            "fault": float(bool(state & _FAULT) or any(one & _FAULT for one in held)),
            "shielded_points": float(sum(bool(one & _SHIELDED) for one in held)),
        }


class Talk:
    """One connection of GB/T 26875.3."""

    def __init__(self, line: Line, parts: Parts) -> None:
        self._line, self._door, self._parts = line, line.door, parts
        self._gathering: Gathering = line.door.gathering
        self._serial = 0
        self._checked: dict[str, tuple[int, str]] = {}  # unit → when its guard was last asked, ms, and by which number
        self._us: dict[str, int] = {}  # unit → the address by which it calls us

    def hear(self, frame: bytes) -> bool:
        """Take a frame; what cannot be read is kept as it came and denied."""
        message = decode(frame)
        if isinstance(message, Fault):
            self._door.refuse(_address(frame), frame, f"{message.error}: {message.detail}")
            self._deny(frame)
            return False
        unit = f"{message.source:012x}"
        self._line.named(unit)
        self._us[unit] = message.target
        if message.command in {asking.DATA, asking.ANSWER} or message.command >= 128:
            self._take(unit, frame, message)
        elif message.command in {asking.CONFIRM, asking.DENY}:
            self._answered(unit, message)
        return True

    def _take(self, unit: str, frame: bytes, message: Message) -> None:
        """Queue the readings; the confirmation leaves when they are durable."""
        if asking.is_heartbeat(message) or self._door.replays.seen(unit, frame):
            return self._confirm(message)
        samples = list(self._fitting(self._samples(unit, message)))

        def told(kept: bool) -> None:
            if kept:
                self._door.replays.keep(unit, frame)
                self._confirm(message)

        if self._gathering.devices.find(SOURCE, unit) is None:
            return self._gathering.refuse(unit, frame, "No device has this key.", told)
        return self._gathering.take(samples, frame, told)

    def _samples(self, unit: str, message: Message) -> Iterator[Sample]:
        for one in message.objects:
            time = _moment(str(one.get("time", "")))
            grade = 0 if time is not None else 1
            for device, metric, value in self._values(unit, message.type or 0, one):
                yield Sample(device, metric, value, time, grade)
        if asking.guard_answer(message) and (asked := self._checked.pop(unit, None)):
            seconds = (self._gathering.now() - asked[0]) / 1000
            self._door.orders.heard(unit, asked[1], "done", {"seconds": seconds})
            yield Sample(unit, "guard_answer_s", seconds)

    def _values(self, unit: str, kind: int, one: dict[str, Any]) -> Iterator[tuple[str, str, float]]:
        """Yield (device, metric, value) of one object: a part in the registry has its own, the unit sums up."""
        if kind in {SYSTEM_STATE, PART_STATE}:
            place = tuple(one[name] for name in ("system_type", "system_addr", "part_type", "part_addr") if name in one)
            for metric, value in self._parts.say(unit, place, one["state"]).items():
                yield unit, metric, value
            yield _part(unit, one), "fire", float(bool(one["state"] & _FIRE))
            yield _part(unit, one), "fault", float(bool(one["state"] & _FAULT))
            if kind == SYSTEM_STATE:
                yield unit, "main_power", float(not one["state"] & _MAIN_POWER)
        elif kind == ANALOG and "reading" in one:
            yield _part(unit, one), one["quantity"], float(one["reading"])
            yield unit, one["quantity"], float(one["reading"])
        elif kind == DEVICE_STATE:
            for metric, value in self._parts.say(unit, (), one["state"]).items():
                yield unit, metric, value
            yield unit, "main_power", float(not one["state"] & _DEVICE_MAIN_POWER)

    def _fitting(self, samples: Iterator[Sample]) -> Iterator[Sample]:
        for one in samples:
            known = self._gathering.devices.find(SOURCE, one.device)
            if known and one.metric in known.metrics:
                yield one

    def order(self, device: str, kind: str, arguments: Mapping[str, Any]) -> tuple[str, bytes]:
        """Return a command to a unit; its number is the serial, and a guard's answer ends a check 查岗."""
        serial = self._next()
        message = asking.ordered(
            kind, serial, source=self._us.get(device, 0), target=int(device, 16), time=self._now(), given=arguments
        )
        if kind == "guard_check":
            self._checked[device] = (self._gathering.now(), str(serial))
        return str(serial), encode(message)

    def _answered(self, unit: str, message: Message) -> None:
        """Take a confirmation or a denial of what we asked; of a guard check it says only that it has arrived."""
        number = str(message.serial)
        if message.command == asking.DENY:
            self._door.orders.heard(unit, number, "refused", {"reason": "The unit denies it."})
        else:
            checks = self._checked.get(unit, (0, ""))[1] == number
            self._door.orders.heard(unit, number, "accepted" if checks else "done", {})

    def _confirm(self, message: Message) -> None:
        self._say(asking.confirm(message, time=self._now()))

    def spoilt(self, raw: bytes) -> None:
        """Deny the frames whose sum or end is wrong, so that they are sent again at once."""
        at = raw.find(b"@@")
        while at >= 0 and len(raw) >= at + 30:
            end = at + 30 + int.from_bytes(raw[at + 24 : at + 26], "little")
            if isinstance(decode(raw[at:end]), Fault):
                return self._deny(raw[at:end])
            at = raw.find(b"@@", end)

    def _deny(self, frame: bytes) -> None:
        """Deny a frame whose head at least is there: the device sends it again, three times at most."""
        if len(frame) >= 27 and frame[:2] == b"@@":
            serial, source, target = (int.from_bytes(frame[a:b], "little") for a, b in ((2, 4), (12, 18), (18, 24)))
            self._say(asking.deny(Message(serial, asking.DATA, source, target, self._now()), time=self._now()))

    def _say(self, message: Message) -> None:
        try:
            self._line.say(encode(message))
        except Invalid:
            return  # what it said of itself cannot be said back

    def _next(self) -> int:
        self._serial = (self._serial + 1) & 0xFFFF
        return self._serial

    def _now(self) -> str:
        return f"{self._gathering.clock.now().astimezone(BEIJING):%Y-%m-%dT%H:%M:%S}+08:00"


def _part(unit: str, one: dict[str, Any]) -> str:
    """Return the key of a part: `<unit>/<system type>.<system>/<part type>.<part>`."""
    system = f"{unit}/{one['system_type']}.{one['system_addr']}"
    return f"{system}/{one['part_type']}.{one['part_addr']}" if "part_addr" in one else system


def _address(frame: bytes) -> str:
    return f"{int.from_bytes(frame[12:18], 'little'):012x}" if len(frame) >= 18 else ""


def _moment(text: str) -> int | None:
    try:
        return int(datetime.fromisoformat(text).timestamp() * 1000) if "T" in text else None
    except ValueError:
        return None


def door(gathering: Gathering, limits: Limits | None = None) -> Door:
    """Return what `tcp.serving.listening` needs to speak GB/T 26875.3."""
    parts = Parts()
    made = Door(gathering, Splitter, lambda line: Talk(line, parts))
    return replace(made, limits=limits) if limits else made
