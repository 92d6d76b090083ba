"""The centre's side of HJ 212: data is answered when it is on disk, a device that asks is told the time."""

import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.hj212 import Message, Splitter, asking, decode, encode
from yiwang.sensing.protocols.sample import Sample
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.protocols.tcp.limits import Limits
from yiwang.sensing.protocols.tcp.serving import Door, Line

SOURCE = "HJ212"
BEIJING = timezone(timedelta(hours=8))
# Data uploads; the rest of 2xxx stops something or is the centre's to send.
UPLOADS = {"2011", "2013", "2021", "2031", "2041", "2051", "2052", "2061", "2062", "2111"}
ANSWERS = {"9011", "9012", "9013", "9014"}  # to what we asked
_MN = re.compile(rb"MN=([^;&#]{1,40})")  # whose key deciphers a frame has to be known before it is read
MOST_DEVICES = 10_000  # of one connection that are remembered
_REFUSALS = {
    "2": "The device refuses it.",
    "3": "The password is wrong.",
    "4": "The MN is wrong.",
    "5": "ST is wrong.",
    "6": "Flag is wrong.",
    "7": "QN is wrong.",
    "8": "CN is wrong.",
    "9": "The CRC is wrong.",
}
_FAILURES = {
    "2": "It failed, for a reason not said.",
    "3": "The command is wrong.",
    "4": "Communication failed.",
    "5": "It is busy.",
    "6": "The system fails.",
    "100": "There is no data.",
}
NOTICES = {"2081", "9015", "1001", "3020", "3019"}
_VALUES = ("Rtd", "Avg", "ZsRtd", "ZsAvg", "Cou", "Data", "RS", "RT")  # the one number of a group that is a reading
# The data flag (2017, table 9): N normal, anything else is kept with a quality of its own.
_GRADES = {"N": 0, "T": 1, "D": 2, "B": 2, "F": 2, "C": 3, "M": 4, "S": 5}
# A factor is the metric of its code (`LA`), or the one that begins with it (`a34002_pm10`), or one of these.
SAME: Mapping[str, str] = {"Leq": "Leq10", "B03": "LA"}


@dataclass(frozen=True)
class Policy:
    """What an installation may set: names of metrics, the password devices must know, keys of SM4 by device."""

    metrics: Mapping[str, str] = field(default_factory=lambda: SAME)
    password: str | None = None  # None: any
    keys: Mapping[str, bytes] = field(default_factory=dict)


class Talk:
    """One connection of HJ 212."""

    def __init__(self, line: Line, policy: Policy) -> None:
        self._line, self._door, self._policy = line, line.door, policy
        self._gathering: Gathering = line.door.gathering
        self._speaks: dict[str, Message] = {}  # the last message of each device: how it wants to be spoken to
        self._times: OrderedDict[str, str] = OrderedDict()  # DataTime by QN, for the later packages of a message
        self._last = 0

    def hear(self, frame: bytes) -> bool:
        """Take a frame; whatever cannot be read is kept as it came."""
        named = _MN.search(frame) if self._policy.keys else None
        message = decode(frame, self._policy.keys.get(named[1].decode("latin-1")) if named else None)
        if isinstance(message, Fault):
            self._door.refuse("", frame, f"{message.error}: {message.detail}")
            return False
        device = message.mn or ""
        if not device or (self._policy.password is not None and message.pw != self._policy.password):
            self._door.refuse(device, frame, "It does not say who it is, or does not know the password.")
            return False
        self._line.named(device)
        if device in self._speaks or len(self._speaks) < MOST_DEVICES:
            self._speaks[device] = message
        if message.cn in ANSWERS:
            self._answered(device, message)
        elif message.cn in UPLOADS:
            self._uploaded(device, frame, message)
        elif message.cn == "1013":
            self._answer(asking.notice_answer(message))
            self._answer(asking.set_time(message, self._qn(), f"{self._now():%Y%m%d%H%M%S}"))
        elif message.cn in NOTICES and message.flag and message.flag.answer:
            self._answer(asking.notice_answer(message))
        return True

    def spoilt(self, raw: bytes) -> None:
        """Say nothing: the device, hearing no answer, sends again."""

    def _uploaded(self, device: str, frame: bytes, message: Message) -> None:
        """Queue the readings; the answer 9014 leaves when they are durable."""
        # RF=1 and a new CRC are all that tells a resend; a replay has not even that. Both say the same in their groups.
        content = f"{message.qn} {message.cn} {message.package} {message.cp}".encode()
        if self._door.replays.seen(device, content):
            return self._confirm(message)
        samples = self._samples(device, message)

        def told(kept: bool) -> None:
            if kept:
                self._door.replays.keep(device, content)
                self._confirm(message)

        if samples:
            return self._gathering.take(samples, frame, told)
        return self._gathering.refuse(device, frame, "No number stands in its groups.", told)

    def _samples(self, device: str, message: Message) -> list[Sample]:
        """Return the readings that the device's class has; all of them, as they are called, when it has none."""
        named = {key: value for group in message.cp for key, value in group.items()}
        data_time = named.get("DataTime") or self._times.get(message.qn or "")
        if data_time and message.qn and message.package:
            self._times[message.qn] = data_time
            while len(self._times) > 16:
                self._times.popitem(last=False)
        samples = list(samples_of(message, data_time))
        known = self._gathering.devices.find(SOURCE, device)
        if known is None:
            return samples
        fitting = ((one, metric_of(one.metric, known.metrics, self._policy.metrics)) for one in samples)
        return [replace(one, metric=metric) for one, metric in fitting if metric] or samples

    def _confirm(self, message: Message) -> None:
        if message.flag and message.flag.answer:
            self._answer(asking.data_answer(message))

    def _answer(self, message: Message) -> None:
        try:
            self._line.say(encode(message))
        except Invalid:
            return  # what the device said of itself cannot be said back: it gets no answer and sends again

    def order(self, device: str, kind: str, arguments: Mapping[str, Any]) -> tuple[str, bytes]:
        """Return a request to a device in its own edition, enciphered if it enciphers; its number is the QN."""
        to, qn = self._speaks[device], self._qn()
        message = asking.ordered(to, qn, kind, arguments, f"{self._now():%Y%m%d%H%M%S}", BEIJING)
        return qn, encode(replace(message, sealed=to.sealed), self._policy.keys.get(device))

    def _answered(self, device: str, message: Message) -> None:
        """Take an answer: 9011 accepts or refuses, 9012 ends, 9013 and 9014 confirm a notice."""
        said = {key: value for group in message.cp for key, value in group.items()}
        number, orders = message.qn or "", self._door.orders
        if message.cn == "9011":
            result = said.get("QnRtn", "1")
            state = "accepted" if result == "1" else "refused"
            orders.heard(device, number, state, {"code": result, "reason": _REFUSALS.get(result, "")})
        elif message.cn == "9012":
            result = said.get("ExeRtn", "1")
            state = "done" if result == "1" else "refused"
            orders.heard(device, number, state, {"code": result, "reason": _FAILURES.get(result, "")})
        else:
            orders.heard(device, number, "done", {})

    def greet(self, message: Message) -> None:
        """Set the time and the way of sending again, as on a first connection."""
        self._answer(asking.set_time(message, self._qn(), f"{self._now():%Y%m%d%H%M%S}"))
        self._answer(asking.set_timeout(message, self._qn()))

    def _now(self) -> datetime:
        return self._gathering.clock.now().astimezone(BEIJING)

    def _qn(self) -> str:
        """Return a number for a request: the time to the millisecond, never the same twice."""
        ms = max(int(self._now().timestamp() * 1000), self._last + 1)
        self._last = ms
        at = datetime.fromtimestamp(ms / 1000, BEIJING)
        return f"{at:%Y%m%d%H%M%S}{ms % 1000:03d}"


def metric_of(code: str, metrics: Sequence[str], same: Mapping[str, str]) -> str | None:
    """Return which of a class's metrics a factor is, None when the class has none for it."""
    for wanted in (code, same.get(code, code)):
        if wanted in metrics:
            return wanted
    return next((metric for metric in metrics if metric.startswith(code + "_")), None)


def samples_of(message: Message, data_time: str | None) -> Iterator[Sample]:
    """Yield the readings of an upload; its time is DataTime, else QN, Beijing time."""
    time = _moment(data_time) or _moment((message.qn or "")[:14])
    for group in message.cp:
        found = _reading(group)
        if found:
            code, value, grade = found
            yield Sample(message.mn or "", code, value, time, grade)


def _reading(group: Mapping[str, str]) -> tuple[str, float, int] | None:
    for key, text in group.items():
        code, _, what = key.rpartition("-")
        if not code or what not in _VALUES:
            continue
        try:
            value = float(text)
        except ValueError:
            return None
        if value - value != 0:
            return None
        return code, value, _GRADES.get(group.get(f"{code}-Flag", "N"), 1)
    return None


def _moment(digits: str | None) -> int | None:
    try:
        at = datetime.strptime(digits or "", "%Y%m%d%H%M%S").replace(tzinfo=BEIJING)
    except ValueError:
        return None
    ms = int(at.timestamp() * 1000)
    return ms if 0 <= ms < 4_102_444_800_000 else None


def door(gathering: Gathering, policy: Policy | None = None, limits: Limits | None = None) -> Door:
    """Return what `tcp.serving.listening` needs to speak HJ 212."""
    chosen = policy or Policy()
    made = Door(gathering, Splitter, lambda line: Talk(line, chosen))
    return replace(made, limits=limits) if limits else made
