"""What an order of the hotline is, the words its fields may hold, and its rates; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

# 市区街站人: the levels an order goes down, with the kinds of unit that stand for each.
LEVELS: dict[str, tuple[str, str]] = {
    "city": ("市", "City"),
    "district": ("区", "District"),
    "street": ("街", "Street"),
    "station": ("站", "Station"),
    "person": ("人", "Person"),
}
LEVEL_OF_UNIT = {
    "centre": "district",
    "department": "district",
    "contractor": "district",
    "street_centre": "street",
    "sector_station": "station",
    "neighbourhood_station": "station",
    "key_place_station": "station",
}
WAYS: dict[str, tuple[str, str]] = {
    "phone": ("电话", "By telephone"),
    "visit": ("上门", "In person"),
    "message": ("短信", "By message"),
    "online": ("网络", "Online"),
}
SPOKE_WITH: dict[str, tuple[str, str]] = {
    "reporter": ("反映人本人", "The reporter"),
    "family": ("家属", "Family"),
    "other": ("其他人", "Somebody else"),
}
RETURN_REASONS: dict[str, tuple[str, str]] = {
    "not_ours": ("非本区职责", "Not this district's"),
    "elsewhere": ("地点不在本区", "Not in this district"),
    "repeat": ("重复工单", "Sent twice"),
    "incomplete": ("信息不全", "Not enough to go on"),
    "other": ("其他", "Other"),
}
# 诉求认定 and what the caller says when called back.
RESOLUTIONS: dict[str, tuple[str, str]] = {
    "solved": ("实际解决", "Solved"),
    "explained": ("解释说明", "Explained"),
    "unsolved": ("未解决", "Not solved"),
}
# 满意度, with what each counts in the rate.
SATISFACTION: dict[str, tuple[str, str, float]] = {
    "satisfied": ("满意", "Satisfied", 1.0),
    "mostly": ("基本满意", "Mostly satisfied", 0.8),
    "fair": ("一般", "Fair", 0.6),
    "dissatisfied": ("不满意", "Dissatisfied", 0.0),
}


@dataclass(frozen=True)
class Order:
    """An order's row, with what is needed of its case. Times are UTC; None means it has not happened.

    `contact`: `waiting`, `reached`, or `unreachable` after enough tries in different parts of the day.
    """

    id: UUID
    system: str
    number: str
    kind: str
    sent_from: str
    title: str
    urgent: bool
    state: str
    report_id: UUID
    case_id: UUID
    sent_by: UUID
    sendings: int
    callback_wanted: bool
    received_at: datetime
    due_at: datetime
    deadline: dict[str, Any]
    extended_at: datetime | None
    contact_due_at: datetime
    contact: str
    contacted_at: datetime | None
    contacts: int
    return_due_at: datetime
    returns: int
    answered_at: datetime | None
    answer: str | None
    resolution: str | None
    called_back_at: datetime | None
    called_contacted: bool | None
    called_resolution: str | None
    satisfaction: str | None
    version: int

    @property
    def contact_on_time(self) -> bool | None:
        """Whether first contact was made by its due time; None while it was not made."""
        return None if self.contacted_at is None else self.contacted_at <= self.contact_due_at


@dataclass(frozen=True)
class Called:
    """What the city's call back told 回访; None where it says nothing."""

    contacted: bool | None = None
    resolution: str | None = None
    satisfaction: str | None = None

    @property
    def empty(self) -> bool:
        return self.contacted is None and self.resolution is None and self.satisfaction is None


NOT_CALLED = Called()


def level_of(state: str, unit_kind: str | None, claimed: bool) -> str:
    """Return where an order stands among 市区街站人: with the city once returned, with a person once claimed."""
    if state == "returned":
        return "city"
    if claimed:
        return "person"
    return LEVEL_OF_UNIT.get(unit_kind or "", "district")


def part_of_day(local: datetime) -> str:
    """Return the day and its part: tries in one part of one day count as one."""
    part = "forenoon" if local.hour < 12 else "afternoon" if local.hour < 18 else "evening"
    return f"{local:%Y-%m-%d} {part}"


def parts_tried(moments: Iterable[datetime]) -> int:
    """Return in how many different parts of days (local times) somebody was tried."""
    return len({part_of_day(moment) for moment in moments})


def rates(counted: Mapping[str, float]) -> dict[str, float | None]:
    """Return the four rates of the assessment (standards §2) from counts; None where there is nothing to divide by.

    First contact, answered on time, solved among solved and explained and unsolved, satisfaction among those asked.
    """
    return {
        "first_contact_rate": _share(counted["contacted"], counted["contact_due"]),
        "on_time_rate": _share(counted["on_time"], counted["due"]),
        "solved_rate": _share(counted["solved"], counted["judged"]),
        "satisfaction_rate": _share(counted["satisfaction"], counted["asked"]),
    }


def _share(part: float, whole: float) -> float | None:
    return None if not whole else round(part / whole, 4)
