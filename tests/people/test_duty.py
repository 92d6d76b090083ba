"""Who is on: shifts from post hours, replaced by rosters where there are any."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from yiwang import people
from yiwang.access import Actor, Grant, Keyring, platform_actor
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.calendar import WorkCalendar
from yiwang.db import Database
from yiwang.people import PostRow, RosterShift, StaffRow

pytestmark = [pytest.mark.anyio, pytest.mark.store]
AT = datetime(2026, 11, 1, tzinfo=UTC)
MONDAY = date(2026, 11, 16)
NOON, NIGHT = datetime(2026, 11, 16, 4, tzinfo=UTC), datetime(2026, 11, 16, 15, tzinfo=UTC)  # 12:00 and 23:00 local
PLATFORM = platform_actor("tests")
CALENDAR = WorkCalendar()
Posts = dict[tuple[str, str], UUID]


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring.open(tmp_path / "keys")


@pytest.fixture
async def week(database: Database, posts: Posts) -> Posts:
    async with database.tx() as tx:
        await people.shifts_from_hours(tx, CALENDAR, MONDAY, date(2026, 11, 22), AT)
    return posts


async def on(database: Database, unit: UUID, at: datetime, *, urgent_only: bool = False) -> list[tuple[str, str, str]]:
    async with database.tx() as tx:
        found = await people.who_is_on(tx, unit, at, urgent_only=urgent_only)
    return [(each.post_name, each.mode, each.source) for each in found]


async def roster(database: Database, *shifts: RosterShift) -> None:
    async with database.tx() as tx:
        await people.write_roster(tx, PLATFORM, shifts, AT)


async def count(database: Database) -> int:
    async with database.tx() as tx:
        return int(await tx.value("SELECT count(*) FROM people.shift"))


async def test_by_default_hours_say_who_is_on(database: Database, units: dict[str, UUID], week: Posts) -> None:
    assert await on(database, units["S05"], NIGHT) == [("值班长", "on_site", "hours"), ("受理席", "on_site", "hours")]
    assert await on(database, units["N1"], NOON) == [("居村工作站", "on_site", "hours")]
    assert await on(database, units["N1"], NIGHT) == [("居村工作站", "online", "hours")]
    assert await on(database, units["GREEN"], NOON) == [("办公室", "on_site", "hours")]
    assert await on(database, units["GREEN"], NIGHT) == []


async def test_what_is_urgent_finds_the_post_for_it(database: Database, units: dict[str, UUID], week: Posts) -> None:
    async with database.tx() as tx:
        found = await people.post_on_duty(tx, units["S05"], NIGHT)
        assert await people.post_on_duty(tx, units["N1"], NIGHT) is None
    assert found is not None
    assert (found.post_name, found.phones, found.staff_name) == ("值班长", ("021-52560001",), None)


async def test_writing_the_same_days_again_doubles_nothing(database: Database, week: Posts) -> None:
    before = await count(database)
    async with database.tx() as tx:
        assert await people.shifts_from_hours(tx, CALENDAR, MONDAY, date(2026, 11, 22), AT) == before
    assert await count(database) == before


async def test_only_the_named_units_are_written(database: Database, units: dict[str, UUID], posts: Posts) -> None:
    async with database.tx() as tx:
        assert await people.shifts_from_hours(tx, CALENDAR, MONDAY, MONDAY, AT, units=[units["N1"]]) == 3
    with pytest.raises(Invalid):
        async with database.tx() as tx:
            await people.shifts_from_hours(tx, CALENDAR, MONDAY, date(2028, 1, 1), AT)


async def test_a_roster_replaces_the_default_in_its_span(
    database: Database, units: dict[str, UUID], week: Posts, keyring: Keyring
) -> None:
    account = uuid7(AT)
    rows = [StaffRow("P001", "张三", account, "13812345678", (("S05", "duty"),))]
    async with database.tx() as tx:
        (person,) = (await people.ensure_staff(tx, PLATFORM, rows, AT, keyring=keyring)).values()
    await roster(database, RosterShift(week["S05", "duty"], NOON, NOON + timedelta(hours=8), person))
    async with database.tx() as tx:
        during = await people.post_on_duty(tx, units["S05"], NOON)
        after = await people.post_on_duty(tx, units["S05"], NOON + timedelta(hours=8))
        before = await people.post_on_duty(tx, units["S05"], NOON - timedelta(seconds=1))
    assert during is not None and after is not None and before is not None
    assert (during.source, during.staff_name, during.account_id) == ("roster", "张三", account)
    assert during.mobile_masked == "138****5678"
    assert (after.source, before.source) == ("hours", "hours")
    assert before.ends == NOON and after.starts == NOON + timedelta(hours=8)


async def test_hours_written_later_leave_the_roster_its_span(
    database: Database, units: dict[str, UUID], posts: Posts
) -> None:
    post = posts["GREEN", "office"]
    await roster(database, RosterShift(post, NOON, NOON + timedelta(hours=2), mode="online"))
    async with database.tx() as tx:
        await people.shifts_from_hours(tx, CALENDAR, MONDAY, MONDAY, AT)
    assert await on(database, units["GREEN"], NOON) == [("办公室", "online", "roster")]
    assert await on(database, units["GREEN"], NOON - timedelta(hours=1)) == [("办公室", "on_site", "hours")]
    assert await on(database, units["GREEN"], NOON + timedelta(hours=2)) == [("办公室", "on_site", "hours")]


async def test_two_persons_may_share_a_stretch(
    database: Database, units: dict[str, UUID], week: Posts, keyring: Keyring
) -> None:
    rows = [StaffRow(f"P{n}", f"员工{n}", uuid7(AT), posts=(("S05", "desk"),)) for n in range(2)]
    async with database.tx() as tx:
        staff = await people.ensure_staff(tx, PLATFORM, rows, AT, keyring=keyring)
    desk = week["S05", "desk"]
    await roster(database, *(RosterShift(desk, NOON, NOON + timedelta(hours=8), each) for each in staff.values()))
    async with database.tx() as tx:
        assert len(await people.accounts_on(tx, units["S05"], NOON)) == 2
    assert len(await on(database, units["S05"], NOON)) == 3


async def test_a_roster_of_impossible_shifts_is_refused(database: Database, week: Posts) -> None:
    post = week["S05", "desk"]
    for starts, ends in ((NOON, NOON), (NOON, NOON - timedelta(hours=1)), (NOON, NOON + timedelta(days=2))):
        with pytest.raises(Invalid):
            await roster(database, RosterShift(post, starts, ends))
    for unknown in (
        RosterShift(uuid7(AT), NOON, NOON + timedelta(hours=1)),
        RosterShift(post, NOON, NOON + timedelta(hours=1), uuid7(AT)),
    ):
        with pytest.raises(NotFound):
            await roster(database, unknown)
    twice = [PostRow("S05", "x", "X"), PostRow("S05", "x", "Y")]
    with pytest.raises(Invalid):
        async with database.tx() as tx:
            await people.ensure_posts(tx, PLATFORM, twice, AT)


async def test_without_a_roster_all_who_are_appointed_are_told(
    database: Database, units: dict[str, UUID], week: Posts, keyring: Keyring
) -> None:
    accounts = [uuid7(AT), uuid7(AT)]
    rows = [
        StaffRow("A", "甲", accounts[0], posts=(("GREEN", "office"),)),
        StaffRow("B", "乙", accounts[1], posts=(("GREEN", "office"), ("N1", "station"))),
        StaffRow("C", "丙", None, posts=(("GREEN", "office"),)),
    ]
    async with database.tx() as tx:
        await people.ensure_staff(tx, PLATFORM, rows, AT, keyring=keyring)
    async with database.tx() as tx:
        await people.ensure_staff(
            tx, PLATFORM, [StaffRow("B", "乙", posts=(("N1", "station"),))], NOON, keyring=keyring
        )
    async with database.tx() as tx:
        assert await people.accounts_on(tx, units["GREEN"], NOON - timedelta(hours=1)) == sorted(accounts)
        assert await people.accounts_on(tx, units["GREEN"], NIGHT) == [accounts[0]], "who left is not told"


async def test_a_stranger_may_not_look_up_a_unit(database: Database, units: dict[str, UUID], week: Posts) -> None:
    officer = Actor(uuid7(AT), "account", "officer", (Grant("duty_officer", None, units["S05"]),))
    async with database.tx() as tx:
        assert len(await people.duty_of_unit(tx, officer, units["S05"], NOON)) == 2
        with pytest.raises(NotFound):
            await people.duty_of_unit(tx, officer, units["GREEN"], NOON)
        with pytest.raises(Forbidden):
            await people.write_roster(
                tx, officer, [RosterShift(week["S05", "desk"], NOON, NOON + timedelta(hours=1))], AT
            )


async def test_a_look_up_stays_fast_over_a_year_of_shifts(database: Database, units: dict[str, UUID]) -> None:
    rows = [PostRow("S05", f"p{n}", f"岗位{n}") for n in range(12)]
    async with database.tx() as tx:
        await people.ensure_posts(tx, PLATFORM, rows, AT)
    for month in range(1, 13):
        first = date(2026, month, 1)
        async with database.tx() as tx:
            await people.shifts_from_hours(
                tx, CALENDAR, first, first + timedelta(days=27), datetime(2026, 12, 1, tzinfo=UTC)
            )
    async with database.tx() as tx:
        await people.who_is_on(tx, units["S05"], NOON)
        taken = []
        for _ in range(50):
            begun = time.perf_counter()
            assert len(await people.who_is_on(tx, units["S05"], NOON)) == 12
            taken.append(time.perf_counter() - begun)
    assert min(taken) < 0.01, "the bar is 1 ms; the best of fifty leaves room for a busy machine"


async def test_a_units_receipt_clock_runs_while_any_of_its_posts_is_manned(
    database: Database, units: dict[str, UUID], posts: Posts
) -> None:
    friday_late = datetime(2026, 11, 13, 8, 45, tzinfo=UTC)  # 16:45 local
    half_hour = timedelta(minutes=30)
    async with database.tx() as tx:
        assert (await people.kept().get(tx)).receipt_due(units["GREEN"], friday_late, half_hour, CALENDAR) == datetime(
            2026, 11, 16, 1, 15, tzinfo=UTC
        )
        for unit in ("S05", "N1"):
            assert (await people.kept().get(tx)).receipt_due(units[unit], friday_late, half_hour, CALENDAR) == (
                friday_late + half_hour
            )


async def test_a_unit_without_posts_keeps_the_hours_of_its_kind(database: Database, units: dict[str, UUID]) -> None:
    saturday = datetime(2026, 11, 14, 2, tzinfo=UTC)
    async with database.tx() as tx:
        due = (await people.kept().get(tx)).receipt_due(units["GREEN"], saturday, timedelta(minutes=5), CALENDAR)
        assert due == datetime(2026, 11, 16, 1, 5, tzinfo=UTC)
        due = (await people.kept().get(tx)).receipt_due(units["S05"], saturday, timedelta(minutes=5), CALENDAR)
        assert due == saturday + timedelta(minutes=5)
