"""The centre's side of HJ 212: data is answered when it is on disk, a device that asks is told the time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.hj212 import Message, Splitter, asking, decode, encode
from yiwang.sensing.protocols.hj212.packages import Assembly
from yiwang.sensing.protocols.tcp.gathering import Gathering, Sample
from yiwang.sensing.protocols.tcp.limits import Limits
from yiwang.sensing.protocols.tcp.serving import Door, Line

SOURCE = "HJ212"
BEIJING = timezone(timedelta(hours=8))
# Data uploads; the rest of 2xxx stops something or is the centre's to send.
UPLOADS = {"2011", "2013", "2021", "2031", "2041", "2051", "2052", "2061", "2062", "2111"}
NOTICES = {"2081", "9015", "1001", "3020", "3019"}
_VALUES = ("Rtd", "Avg", "ZsRtd", "ZsAvg", "Cou", "Data", "RS", "RT")  # the one number of a group that is a reading
# The data flag (2017, table 9): N normal, anything else is kept with a quality of its own.
_GRADES = {"N": 0, "T": 1, "D": 2, "B": 2, "F": 2, "C": 3, "M": 4, "S": 5}
# The standard's codes under the names of our classes; a device's own codes go by themselves.
METRICS: Mapping[str, str] = {
    "a34001": "tsp",
    "a34002": "pm10",
    "a34004": "pm25",
    "a50001": "noise",
    "LA": "noise",
    "Leq": "noise",
    "B03": "noise",
    "a01001": "temperature",
    "a01002": "humidity",
    "a01006": "pressure",
    "a01007": "wind_speed",
    "a01008": "wind_direction",
    "a21026": "so2",
    "a21004": "no2",
    "a21005": "co",
    "a05024": "o3",
    "a99054": "tvoc",
    "w01001": "ph",
    "w01009": "do",
    "w01010": "temperature",
    "w01003": "turbidity",
    "w01014": "conductivity",
    "w01018": "cod",
    "w21003": "nh3n",
    "w21011": "tp",
    "w21001": "tn",
    "w00000": "flow",
}


@dataclass(frozen=True)
class Policy:
    """What an installation may set: names of metrics, the password devices must know, keys of SM4 by device."""

    metrics: Mapping[str, str] = field(default_factory=lambda: METRICS)
    password: str | None = None  # None: any
    keys: Mapping[str, bytes] = field(default_factory=dict)


class Talk:
    """One connection of HJ 212."""

    def __init__(self, line: Line, policy: Policy) -> None:
        self._line, self._door, self._policy = line, line.door, policy
        self._gathering: Gathering = line.door.gathering
        self._parts = Assembly()
        self._last = 0

    def hear(self, frame: bytes) -> bool:
        """Take a frame; whatever cannot be read is kept as it came."""
        message = decode(frame)
        if isinstance(message, Message) and message.sealed:
            message = decode(frame, self._policy.keys.get(message.mn or ""))
        if isinstance(message, Fault):
            self._door.refuse(self._line, "", frame, f"{message.error}: {message.detail}")
            return False
        device = message.mn or ""
        if not device or (self._policy.password is not None and message.pw != self._policy.password):
            self._door.refuse(self._line, device, frame, "It does not say who it is, or does not know the password.")
            return False
        self._line.named(device)
        if message.cn in UPLOADS:
            self._uploaded(device, frame, message)
        elif message.cn == "1013":
            self._answer(asking.notice_answer(message))
            self._answer(asking.set_time(message, self._qn(), f"{self._now():%Y%m%d%H%M%S}"))
        elif message.cn in NOTICES and message.flag and message.flag.answer:
            self._answer(asking.notice_answer(message))
        return True

    def _uploaded(self, device: str, frame: bytes, message: Message) -> None:
        """Queue the readings; the answer 9014 leaves when they are durable."""
        # RF=1 and a new CRC are all that tells a resend; a replay has not even that. Both say the same in their groups.
        content = f"{message.qn} {message.cn} {message.package} {message.cp}".encode()
        if self._door.replays.seen(device, content):
            return self._confirm(message)
        whole = self._parts.add(message)
        if isinstance(whole, Fault):
            return self._door.refuse(self._line, device, frame, f"{whole.error}: {whole.detail}")
        samples = list(samples_of(whole, self._policy.metrics)) if whole else []

        def told(kept: bool) -> None:
            if kept:
                self._door.replays.keep(device, content)
                self._confirm(message)

        if samples or whole is None:
            return self._gathering.take(samples, frame, told)
        return self._gathering.refuse(device, frame, "No number stands in its groups.", told)

    def _confirm(self, message: Message) -> None:
        if message.flag and message.flag.answer:
            self._answer(asking.data_answer(message))

    def _answer(self, message: Message) -> None:
        try:
            self._line.say(encode(message))
        except Invalid:
            return  # what the device said of itself cannot be said back: it gets no answer and sends again

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


def samples_of(message: Message, metrics: Mapping[str, str]) -> Iterator[Sample]:
    """Yield the readings of an upload; its time is DataTime, else QN, Beijing time."""
    named = {key: value for group in message.cp for key, value in group.items()}
    time = _moment(named.get("DataTime")) or _moment((message.qn or "")[:14])
    for group in message.cp:
        found = _reading(group)
        if found:
            code, value, grade = found
            yield Sample(message.mn or "", metrics.get(code, code), value, time, grade)


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
