"""What GeoReport v2 says of services, requests, windows of time and text. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from yiwang.base.errors import Invalid

Format = Literal["json", "xml"]
WINDOW = timedelta(days=90)
MOST_REQUESTS = 1000
MOST_IDS = 200
LONGEST_DESCRIPTION = 4000
STATUSES = ("open", "closed")
# What an event or a report is when nothing more will be done for it.
ENDED_REPORTS = ("answered", "refused")
ENDED_EVENTS = ("closed", "refused", "dismissed")
# The link to a photo that a sender gives is the last line of the words: whoever handles the case finds it there.
_PHOTO = "照片 Photo: "
_LINK = re.compile(r"https?://[^\s<>\"\\^`{|}]+")
_YES_NO = ({"key": "yes", "name": "是 Yes"}, {"key": "no", "name": "否 No"})


@dataclass(frozen=True)
class Attribute:
    """A further question of a service; none has to be answered."""

    code: str
    datatype: Literal["string", "datetime", "singlevaluelist"]
    description: str
    hint: str
    values: tuple[dict[str, str], ...] = ()

    def told(self, order: int) -> dict[str, Any]:
        """Return the attribute as a service definition has it."""
        return {
            "variable": True,
            "code": self.code,
            "datatype": self.datatype,
            "required": False,
            "datatype_description": self.hint,
            "order": order,
            "description": self.description,
            "values": list(self.values),
        }


ATTRIBUTES = (
    Attribute("OCCURRED", "datetime", "发生时间 When it happened", "2026-11-21T08:05:00+08:00"),
    Attribute("FLOOR", "string", "楼层 Floor", "at most 20 characters"),
    Attribute("URGENT", "singlevaluelist", "是否紧急 Is it urgent?", "one of the values", _YES_NO),
    Attribute("CONFIDENTIAL", "singlevaluelist", "是否保密 Hide who reports", "one of the values", _YES_NO),
)
BY_CODE = {attribute.code: attribute for attribute in ATTRIBUTES}


@dataclass(frozen=True)
class Wanted:
    """Which requests are asked for; ids override everything else."""

    ids: tuple[str, ...]
    codes: tuple[str, ...]
    statuses: tuple[str, ...]
    since: datetime
    until: datetime


def wanted(
    ids: str | None, codes: str | None, start: str | None, end: str | None, status: str | None, now: datetime
) -> Wanted:
    """Return what the parameters ask for: at most 90 days, by default the last ones."""
    since, until = window(moment("start_date", start), moment("end_date", end), now)
    statuses = listed(status)
    for each in statuses:
        if each not in STATUSES:
            raise Invalid("status", "The status is open, closed or both with a comma.")
    numbers = listed(ids)
    if len(numbers) > MOST_IDS:
        raise Invalid("service_request_id", f"Ask for at most {MOST_IDS} requests by their ids.")
    return Wanted(numbers, listed(codes), statuses, since, until)


def window(start: datetime | None, end: datetime | None, now: datetime) -> tuple[datetime, datetime]:
    """Return the span that is searched: 90 days from the start, or back from the end, where only one is given."""
    try:
        since = start if start is not None else (end or now) - WINDOW
        until = end if end is not None else min(since + WINDOW, now) if start is not None else now
    except OverflowError:
        raise Invalid("start_date", "There is nothing at such a time.") from None
    if until < since and start is not None and end is not None:
        raise Invalid("end_date", "The end_date is before the start_date.")
    if until - since > WINDOW:
        raise Invalid("end_date", "start_date and end_date may not span more than 90 days.")
    return since, until


def moment(field: str, text: str | None) -> datetime | None:
    """Return a time written as the W3C note has it, with its zone; None where none is given."""
    if not text:
        return None
    try:
        # A plus in an address that was not encoded arrives as a space.
        found = datetime.fromisoformat(text.strip().replace(" ", "+"))
        if found.tzinfo is not None and found.utcoffset() is not None:
            return found
    except ValueError:
        pass
    raise Invalid(field, "Write the time with its zone: 2026-11-21T08:05:00+08:00 or 2026-11-21T00:05:00Z.")


def listed(text: str | None) -> tuple[str, ...]:
    """Return the words of a list with commas."""
    return tuple(dict.fromkeys(word.strip() for word in (text or "").split(",") if word.strip()))


def with_link(text: str, link: str) -> str:
    """Return the words with the link to a photo in their last line; `Invalid` where it is no link."""
    if not link:
        return text
    if not _LINK.fullmatch(link):
        raise Invalid("media_url", "Give the address of one photo: https://…")
    return f"{text}\n{_PHOTO}{link}".lstrip()


def apart(text: str) -> tuple[str, str | None]:
    """Return the words without their last line, and the link to a photo in it."""
    words, _, last = text.rpartition("\n")
    link = last.removeprefix(_PHOTO)
    return (words, link) if last.startswith(_PHOTO) and _LINK.fullmatch(link) else (text, None)
