"""The calendar in memory: deadlines with their explanation, and working time between two moments."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang.base.errors import Invalid
from yiwang.calendar.model.days import Day, Rule, is_provisional_year, year_days
from yiwang.calendar.model.limits import Deadline, Hours, Limit, Override
from yiwang.calendar.model.timeline import Timeline, Worked
from yiwang.calendar.model.wording import Course, explain

SHANGHAI = "Asia/Shanghai"
_EARLIEST, _LATEST = 1990, 2100


class WorkCalendar:
    """Working days and hours of the platform and of organisations that differ from it.

    `rule` is `china` or `plain` (Monday to Friday); `overrides` change single dates, for all or for one organisation
    (its own wins); `hours_of` gives organisations their own hours. The calendar does not change: build another one.

    Days are put into arrays on first use; after that a deadline takes a few microseconds.
    """

    def __init__(
        self,
        *,
        rule: Rule = "china",
        zone: str = SHANGHAI,
        hours: Hours | None = None,
        overrides: Iterable[Override] = (),
        hours_of: Mapping[UUID, Hours] | None = None,
        version: int = 0,
    ) -> None:
        self.rule: Rule = rule
        self.zone = ZoneInfo(zone)
        self.hours = hours or Hours()
        self.version = version
        self._hours_of = dict(hours_of or {})
        self._overrides = {(one.organisation, one.date): one for one in overrides}
        # Organisations without anything of their own share one set of arrays.
        self._special = {org for org, _ in self._overrides if org} | set(self._hours_of)
        self._days: dict[tuple[UUID | None, int], list[Day]] = {}
        self._timelines: dict[tuple[UUID | None, Hours | None], Timeline] = {}

    def deadline(
        self, start: datetime, limit: Limit, *, organisation: UUID | None = None, hours: Hours | None = None
    ) -> Deadline:
        """Return when a limit that starts at `start` ends, with the reason in words.

        * urgent_hours 紧急工作时: n × 60 minutes around the clock, every day.
        * natural_days 自然日: the same local clock time n calendar days later, whatever days these are.
        * working_hours 工作时: n hours of working time. A start outside the hours counts from the next opening.
          Work that fills a day to its end is due at the close, not at the next opening.
        * working_days 工作日: the same clock time n working days later. A start outside the hours (the close itself
          included) counts from the next opening, so it ends at an opening. On a day with shorter hours the clock time
          is kept within them.

        `hours` are used instead of the organisation's own (a post's, say).
        """
        if not _EARLIEST <= start.year <= _LATEST:
            raise Invalid("start", f"The calendar reaches from {_EARLIEST} to {_LATEST}.")
        if limit.unit == "urgent_hours":
            return self._plain_deadline(start, limit, start + timedelta(hours=limit.value))
        if limit.unit == "natural_days":
            local = start.astimezone(self.zone)
            end = datetime.combine(local.date() + timedelta(days=int(limit.value)), local.timetz())
            return self._plain_deadline(start, limit, end.astimezone(UTC))
        return self._working_deadline(start, limit, self._key(organisation, hours))

    def working_seconds(
        self, start: datetime, end: datetime, *, organisation: UUID | None = None, hours: Hours | None = None
    ) -> float:
        """Return the seconds of working time from `start` to `end`; 0 when `end` is not later."""
        first, last = start.timestamp(), end.timestamp()
        if last <= first:
            return 0.0
        timeline = self._timeline(self._key(organisation, hours), first, last)
        return timeline.worked_until(last) - timeline.worked_until(first)

    def is_working_day(self, day: date, *, organisation: UUID | None = None) -> bool:
        """Return whether anybody works on a local date."""
        return self.day(day, organisation=organisation).working

    def is_open(self, at: datetime, *, organisation: UUID | None = None, hours: Hours | None = None) -> bool:
        """Return whether a moment lies in working hours (the close itself does not)."""
        return self.next_open(at, organisation=organisation, hours=hours) == at

    def next_open(self, at: datetime, *, organisation: UUID | None = None, hours: Hours | None = None) -> datetime:
        """Return `at` when it lies in working hours, else the next opening (UTC)."""
        key, seconds = self._key(organisation, hours), at.timestamp()
        timeline = self._timeline(key, seconds, seconds)
        found = timeline.counting_from(seconds)
        while found is None:
            timeline = self._longer(key, timeline)
            found = timeline.counting_from(seconds)
        return at if found[1] == seconds else datetime.fromtimestamp(found[1], UTC)

    def day(self, day: date, *, organisation: UUID | None = None) -> Day:
        """Return one date as it stands after the overrides."""
        key = (organisation if organisation in self._special else None), day.year
        days = self._days.get(key)
        if days is None:
            days = self._days[key] = self.year(day.year, organisation=key[0])
        return days[day.timetuple().tm_yday - 1]

    def year(self, year: int, *, organisation: UUID | None = None) -> list[Day]:
        """Return the days of a year as they stand after the overrides."""
        return [self._overridden(day, organisation) for day in year_days(self.rule, year)]

    def hours_on(self, day: date, organisation: UUID | None = None) -> Hours:
        """Return the hours of a date if it is worked: the override's, the organisation's own, the platform's."""
        override = self._override(day, organisation)
        if override and override.hours:
            return override.hours
        return self._hours_of.get(organisation, self.hours) if organisation else self.hours

    def is_provisional(self, start: datetime, end: datetime) -> bool:
        """Return whether a span touches a year whose days off are not published yet."""
        return self._assumed(start.astimezone(self.zone).year, end.astimezone(self.zone).year)

    def _assumed(self, first: int, last: int) -> bool:
        return any(is_provisional_year(self.rule, year) for year in range(first, last + 1))

    def _plain_deadline(self, start: datetime, limit: Limit, end: datetime) -> Deadline:
        course = Course(limit, start.astimezone(self.zone), end.astimezone(self.zone))
        return Deadline(end.astimezone(UTC), *explain(course))

    def _working_deadline(self, start: datetime, limit: Limit, key: tuple[UUID | None, Hours | None]) -> Deadline:
        seconds = start.timestamp()
        timeline = self._timeline(key, seconds, seconds)
        while True:
            begun = timeline.counting_from(seconds)
            ended = begun and _after(timeline, begun, limit)
            if begun and ended:
                break
            timeline = self._longer(key, timeline)
        end = datetime.fromtimestamp(ended[1], UTC)
        days = timeline.ordinals[ended[0]] - timeline.ordinals[begun[0]]
        local = start.astimezone(self.zone)
        local_end = end.astimezone(self.zone)
        hours = key[1] or (self._hours_of.get(key[0], self.hours) if key[0] else self.hours)
        provisional = not hours.every_day and self._assumed(local.year, local_end.year)
        course = Course(
            limit,
            local,
            local_end,
            counts_from=None if begun[1] == seconds else datetime.fromtimestamp(begun[1], self.zone),
            hours=hours,
            rest_days=days - (ended[0] - begun[0]),
            made_up=timeline.made_up_between(begun[0], ended[0]) if days else [],
            provisional=provisional,
        )
        return Deadline(end, *explain(course), provisional)

    def _key(self, organisation: UUID | None, hours: Hours | None) -> tuple[UUID | None, Hours | None]:
        return (organisation if organisation in self._special else None), hours

    def _timeline(self, key: tuple[UUID | None, Hours | None], first: float, last: float) -> Timeline:
        timeline = self._timelines.get(key)
        if timeline and timeline.covers(first) and timeline.covers(last):
            return timeline
        years = [datetime.fromtimestamp(moment, self.zone).year for moment in (first, last)]
        if timeline:
            years += [timeline.first, timeline.last]
        return self._build(key, min(years), max(years) + (0 if timeline else 1))

    def _longer(self, key: tuple[UUID | None, Hours | None], timeline: Timeline) -> Timeline:
        return self._build(key, timeline.first, timeline.last + 1)

    def _build(self, key: tuple[UUID | None, Hours | None], first: int, last: int) -> Timeline:
        if first < _EARLIEST or last > _LATEST:
            raise Invalid("at", f"The calendar reaches from {_EARLIEST} to {_LATEST}.")
        organisation, hours = key
        if hours and hours.every_day:
            days = [day for year in range(first, last + 1) for day in year_days("plain", year)]
            worked = [Worked(day, hours) for day in days]
        else:
            days = [day for year in range(first, last + 1) for day in self.year(year, organisation=organisation)]
            worked = [Worked(day, hours or self.hours_on(day.date, organisation)) for day in days if day.working]
        timeline = Timeline(worked, first, last, self.zone)
        self._timelines[key] = timeline
        return timeline

    def _override(self, day: date, organisation: UUID | None) -> Override | None:
        own = self._overrides.get((organisation, day)) if organisation else None
        return own or self._overrides.get((None, day))

    def _overridden(self, day: Day, organisation: UUID | None) -> Day:
        override = self._override(day.date, organisation)
        if override is None:
            return day
        # Someone decided this date, so it is certain even in a year that is not.
        made_up = override.working and not day.working
        return Day(day.date, override.working, override.reason or day.name, made_up=made_up)


def _after(timeline: Timeline, begun: tuple[int, float], limit: Limit) -> tuple[int, float] | None:
    if limit.unit == "working_days":
        return timeline.after_days(*begun, int(limit.value))
    return timeline.after_seconds(*begun, limit.value * 3600)
