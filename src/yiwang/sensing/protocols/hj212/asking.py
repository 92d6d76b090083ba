"""What a centre sends to a monitor by HJ 212: answers (2017: 6.4), requests, time, intervals, data once more."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, tzinfo
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.hj212.frame import VERSIONS, Flag, Message

SYSTEM = "91"  # ST of system interaction
READY, REFUSED, BAD_CRC = 1, 2, 9  # QnRtn (table 5)
DONE = 1  # ExeRtn
REALTIME, MINUTE, HOUR, DAY, RUNNING_DAY = "2011", "2051", "2061", "2031", "2041"
TIMEOUT_SECONDS, RESENDS = 10, 3  # table 10; 5 s by ADSL


def data_answer(message: Message) -> Message:
    """Return the answer 9014 to uploaded data: the same QN."""
    return _answer(message, "9014")


def notice_answer(message: Message) -> Message:
    """Return the answer 9013 to a notice, such as a heartbeat or the wish for the time."""
    return _answer(message, "9013")


def request_answer(message: Message, result: int = READY) -> Message:
    """Return the answer 9011 to a request: whether it will be carried out."""
    return _answer(message, "9011", QnRtn=str(result))


def execution_result(message: Message, result: int = DONE) -> Message:
    """Return the answer 9012 that ends a request: how it went."""
    return _answer(message, "9012", ExeRtn=str(result))


def set_time(to: Message, qn: str, time: str) -> Message:
    """Return the request 1012 that sets the clock; `time` is YYYYMMDDhhmmss, Beijing time."""
    return request(to, qn, "1012", ({"SystemTime": time},))


def set_timeout(to: Message, qn: str, *, seconds: int = TIMEOUT_SECONDS, resends: int = RESENDS) -> Message:
    """Return the request 1000: how long to wait for an answer, how often to send again."""
    return request(to, qn, "1000", ({"OverTime": str(seconds)}, {"ReCount": str(resends)}))


def set_realtime_interval(to: Message, qn: str, seconds: int) -> Message:
    """Return the request 1062: every 30 to 3600 seconds."""
    return request(to, qn, "1062", ({"RtdInterval": str(seconds)},))


def set_minute_interval(to: Message, qn: str, minutes: int) -> Message:
    """Return the request 1064: every 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 minutes."""
    return request(to, qn, "1064", ({"MinInterval": str(minutes)},))


def start_realtime(to: Message, qn: str) -> Message:
    """Return the request 2011 for real-time data."""
    return request(to, qn, REALTIME)


def stop_realtime(to: Message, qn: str) -> Message:
    """Return the notice 2012 that real-time data is not wanted any more."""
    return request(to, qn, "2012")


def history(to: Message, qn: str, data: str, begin: str, end: str) -> Message:
    """Return the request for data once more, of MINUTE, HOUR, DAY or RUNNING_DAY, between two YYYYMMDDhhmmss."""
    return request(to, qn, data, ({"BeginTime": begin}, {"EndTime": end}))


def ordered(to: Message, qn: str, kind: str, given: Mapping[str, Any], now: str, zone: tzinfo) -> Message:
    """Return a request by its name; `now` is YYYYMMDDhhmmss in `zone`, which the device's times are in."""

    def local(text: str) -> str:
        return f"{datetime.fromisoformat(text).astimezone(zone):%Y%m%d%H%M%S}"

    makers: Mapping[str, Callable[[], Message]] = {
        "set_time": lambda: set_time(to, qn, now),
        "realtime_interval": lambda: set_realtime_interval(to, qn, given["seconds"]),
        "minute_interval": lambda: set_minute_interval(to, qn, given["minutes"]),
        "start_realtime": lambda: start_realtime(to, qn),
        "stop_realtime": lambda: stop_realtime(to, qn),
        "history": lambda: history(to, qn, given["data"], local(given["since"]), local(given["until"])),
        "request": lambda: request(to, qn, given["cn"], given["cp"]),
    }
    if kind not in makers:
        raise Invalid("kind", f"HJ 212 has no request {kind[:40]}.")
    return makers[kind]()


def request(to: Message, qn: str, cn: str, cp: Iterable[dict[str, str]] = ()) -> Message:
    """Return a request to a device in the edition that it speaks, an answer wanted; `qn` is YYYYMMDDhhmmsszzz."""
    return Message(to.version, qn, to.st, cn, to.pw, to.mn, _flag(to.version, answer=True), tuple(cp))


def _answer(message: Message, cn: str, **result: str) -> Message:
    cp = (dict(result),) if result else ()
    flag = _flag(message.version, answer=False)
    return Message(message.version, message.qn, SYSTEM, cn, message.pw, message.mn, flag, cp)


def _flag(version: int, *, answer: bool) -> Flag:
    number = next(number for number, edition in VERSIONS.items() if edition == version)
    return Flag(answer, numbered=False, version=number)
