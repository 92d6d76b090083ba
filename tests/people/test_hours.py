"""Post hours: when a post is manned, and where a clock that runs only then runs out."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from yiwang.calendar import WorkCalendar
from yiwang.people import Slot, due_within, next_open, open_at, post_hours
from yiwang.people.kernels import Span, spans_of_day, subtract

SHANGHAI = ZoneInfo("Asia/Shanghai")
CALENDAR = WorkCalendar()
STREET, HOOD, OFFICE = (post_hours(kind) for kind in ("street_24h", "neighbourhood", "department"))


def local(day: str, time: str = "00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("at", "street", "hood", "office"),
    [
        (local("2026-11-16", "08:59"), "on_site", "online", None),  # a Monday
        (local("2026-11-16", "09:00"), "on_site", "on_site", "on_site"),
        (local("2026-11-16", "16:59"), "on_site", "on_site", "on_site"),
        (local("2026-11-16", "17:00"), "on_site", "online", None),
        (local("2026-11-15", "10:00"), "on_site", "online", None),  # a Sunday
        (local("2026-10-01", "10:00"), "on_site", "online", None),  # National Day, a Thursday
        (local("2026-10-10", "10:00"), "on_site", "on_site", "on_site"),  # a Saturday worked in exchange
    ],
)
def test_each_kind_of_post_keeps_its_hours(at: datetime, street: str, hood: str, office: str | None) -> None:
    assert [open_at(hours, CALENDAR, at) for hours in (STREET, HOOD, OFFICE)] == [street, hood, office]


def test_a_department_opens_again_after_the_holiday() -> None:
    assert next_open(OFFICE, CALENDAR, local("2026-09-30", "18:00")) == local("2026-10-08", "09:00")
    assert next_open(OFFICE, CALENDAR, local("2026-11-16", "10:00")) == local("2026-11-16", "10:00")


def test_a_receipt_clock_runs_only_in_post_hours() -> None:
    half_hour = timedelta(minutes=30)
    assert due_within(OFFICE, CALENDAR, local("2026-11-13", "16:45"), half_hour) == local("2026-11-16", "09:15")
    assert due_within(STREET, CALENDAR, local("2026-11-13", "23:45"), half_hour) == local("2026-11-14", "00:15")
    assert due_within(HOOD, CALENDAR, local("2026-11-13", "16:45"), half_hour) == local("2026-11-13", "17:15")


def test_a_clock_that_runs_out_at_closing_time_is_due_then() -> None:
    assert due_within(OFFICE, CALENDAR, local("2026-11-13", "16:30"), timedelta(minutes=30)) == local(
        "2026-11-13", "17:00"
    )


def test_a_post_without_hours_is_never_open() -> None:
    closed = post_hours("custom", ())
    assert next_open(closed, CALENDAR, local("2026-11-13")) is None
    assert due_within(closed, CALENDAR, local("2026-11-13"), timedelta(minutes=5)) is None


def test_custom_hours_follow_weekdays_and_the_first_slot_wins() -> None:
    hours = post_hours(
        "custom", [Slot(frozenset({6, 7}), "any", 600, 720), Slot(frozenset(), "any", 540, 1020, "online")]
    )
    assert [span.mode for span in spans_of_day(hours, CALENDAR, local("2026-11-14").date())] == [
        "online",
        "on_site",
        "online",
    ]
    assert [span.mode for span in spans_of_day(hours, CALENDAR, local("2026-11-16").date())] == ["online"]


def test_neighbouring_slots_of_one_mode_are_one_span() -> None:
    hours = post_hours("custom", [Slot(frozenset(), "any", 540, 720), Slot(frozenset(), "any", 720, 1020)])
    (span,) = spans_of_day(hours, CALENDAR, local("2026-11-16").date())
    assert (span.starts, span.ends) == (local("2026-11-16", "09:00"), local("2026-11-16", "17:00"))


def test_a_day_on_which_the_clocks_go_back_lasts_25_hours() -> None:
    new_york = post_hours("street_24h", zone="America/New_York")
    calendar = WorkCalendar(rule="plain")
    (span,) = spans_of_day(new_york, calendar, datetime(2011, 11, 6).date())
    assert span.ends - span.starts == timedelta(hours=25)
    assert span.starts == datetime(2011, 11, 6, 4, tzinfo=UTC)


def test_subtracting_leaves_the_pieces_around_the_holes() -> None:
    start = local("2026-11-16")
    hour = timedelta(hours=1)
    whole = Span(start, start + 10 * hour, "on_site")
    left = subtract(whole, [(start + 2 * hour, start + 3 * hour), (start + 9 * hour, start + 12 * hour)])
    assert [(span.starts, span.ends) for span in left] == [
        (start, start + 2 * hour),
        (start + 3 * hour, start + 9 * hour),
    ]
    assert subtract(whole, [(start - hour, start + 11 * hour)]) == []
