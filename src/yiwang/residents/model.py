"""What residents are told: when to call for help at once, how a report stands in plain words; limits; pure."""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address

AFTER_CLOSING = timedelta(days=30)  # a link goes on working for so long
LONGEST = timedelta(days=730)  # what was never answered
DIGITS = 4  # of the telephone number, to follow by the report's number
NEAR = 200.0  # metres around a point in which open reports are shown
MOST_PHOTOS = 6
# Times an hour from one address; reports are a setting.
PHOTOS, COMMENTS, WRONG_LOOKUPS, LOOKS = 40, 20, 10, 600
TOLD = 10  # reports an hour of which one address may be told
WRONG_FOR_NUMBER = 5  # wrong tries an hour for one report's number, from wherever


@dataclass(frozen=True)
class Hint:
    """Whom to call first, and why, in both languages."""

    call: str
    zh: str
    en: str


_DANGERS: tuple[tuple[Hint, tuple[str, ...]], ...] = (
    (
        Hint("119", "如有火情，请立即拨打 119。", "If something burns, call 119 now."),
        ("火灾", "着火", "起火", "失火", "冒烟", "浓烟", "爆炸", "明火", "fire", "smoke", "explosion"),
    ),
    (
        Hint("119", "如闻到燃气味，请离开现场，不要开关电器，并拨打 119。", "If you smell gas: leave, then call 119."),
        ("燃气", "煤气", "天然气", "漏气", "gas leak"),
    ),
    (
        Hint("120", "如有人受伤或昏迷，请立即拨打 120。", "If somebody is hurt, call 120 now."),
        ("受伤", "流血", "昏迷", "晕倒", "触电", "溺水", "救命", "injured", "unconscious", "bleeding"),
    ),
    (
        Hint("110", "如有人身危险，请立即拨打 110。", "If somebody is in danger, call 110 now."),
        ("打架", "持刀", "抢劫", "轻生", "跳楼", "绑架", "坠楼", "violence", "knife", "robbery"),
    ),
)


def hints(text: str) -> list[Hint]:
    """Return whom to call at once, from the words of a report."""
    plain = text.casefold()
    return [hint for hint, words in _DANGERS if any(word in plain for word in words)]


# How a report stands, by the state of its case or event.
STANDS: dict[str, tuple[str, str]] = {
    "triage": ("已收到，等待受理", "Received, waits to be taken up"),
    "refused": ("不予受理", "Not taken up"),
    "dismissed": ("未予立案", "Not filed"),
    "to_confirm": ("已受理，待现场核实", "Taken up, to be confirmed on the spot"),
    "to_dispatch": ("已立案，待派单", "Filed, to be sent to a unit"),
    "to_receive": ("已派单，待承办单位接收", "Sent to a unit"),
    "handling": ("正在处理", "Being handled"),
    "to_check": ("已处理，待核查", "Handled, to be checked"),
    "to_close": ("已处理，待办结", "Handled, to be closed"),
    "closed": ("已办结", "Closed"),
    "void": ("已终止", "Ended"),
}


def network_of(address: str) -> str:
    """Return what counts as one sender: an IPv4 address, or the /64 an IPv6 address lies in."""
    try:
        found = ip_address(address)
    except ValueError:
        return address[:60]
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return f"{IPv6Address(int(found) >> 64 << 64)}/64"
    return str(found)


def digits_of(phone: str) -> str:
    """Return the last digits by which a report is found, empty when there are too few."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return digits[-DIGITS:] if len(digits) >= DIGITS else ""
