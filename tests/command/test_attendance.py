"""Signing in and out, who did not come, patrols, and attendance of the past."""

from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest
from tests.command.conftest import Duty

from yiwang.access import Actor, Grant
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.command import attending, kernels, own_duty, tracking
from yiwang.command.attending import OldAttendance
from yiwang.command.model import Attendance
from yiwang.command.tracking import Points

pytestmark = pytest.mark.anyio


async def sign_in(duty: Duty, person: int = 0) -> Attendance:
    async with duty.city.database.tx() as tx:
        locator = await duty.city.books.locators.at(tx, duty.now)
        return await attending.sign_in(tx, duty.officer(person), where=None, locator=locator, at=duty.now)


async def sign_out(duty: Duty, person: int = 0) -> Attendance:
    async with duty.city.database.tx() as tx:
        locator = await duty.city.books.locators.at(tx, duty.now)
        return await attending.sign_out(tx, duty.officer(person), where=None, locator=locator, at=duty.now)


async def test_on_time_late_and_early(duty: Duty) -> None:
    await duty.published([duty.shift(0, 0.5), duty.shift(1, 0.5)])
    duty.city.later(minutes=34)
    assert (await sign_in(duty, 0)).late_seconds == 0
    duty.city.later(minutes=6)
    assert (await sign_in(duty, 1)).late_seconds == 600
    duty.city.later(hours=7)
    assert (await sign_out(duty, 1)).early_seconds == 50 * 60
    duty.city.later(minutes=50)
    assert (await sign_out(duty, 0)).early_seconds == 0
    assert [one["late_seconds"] for one in await duty.facts("duty.signed_in")] == [0, 600]
    assert [one["early_seconds"] for one in await duty.facts("duty.signed_out")] == [3000, 0]


async def test_without_a_shift_nobody_signs_in_and_nobody_twice(duty: Duty) -> None:
    with pytest.raises(Conflict):
        await sign_in(duty)
    await duty.published([duty.shift(0, 2), duty.shift(1, 0.5)])
    with pytest.raises(Conflict):  # not before the last hour
        await sign_in(duty, 0)
    await sign_in(duty, 1)
    with pytest.raises(Conflict):
        await sign_in(duty, 1)
    await sign_out(duty, 1)
    with pytest.raises(Conflict):
        await sign_out(duty, 1)
    with pytest.raises(Conflict):  # the shift is over for them
        await sign_in(duty, 1)


async def test_who_does_not_come_is_missed_and_the_unit_told(duty: Duty) -> None:
    await duty.published([duty.shift(0, 1), duty.shift(1, 1)])
    duty.city.later(minutes=55)
    await sign_in(duty, 1)
    duty.city.later(minutes=20)
    assert await duty.tick() == 2
    assert "not_in" in await duty.inbox(1)
    duty.city.later(hours=9)
    assert await duty.tick() == 1
    missed = await duty.facts("duty.missed")
    assert [one["staff_id"] for one in missed] == [str(duty.staff[0])]
    async with duty.city.database.tx() as tx:
        rows, _ = await attending.page(tx, duty.chief(), unit=None, start=duty.now - timedelta(days=1), end=duty.now)
        others, _ = await attending.page(
            tx, duty.chief("CS"), unit=None, start=duty.now - timedelta(days=1), end=duty.now
        )
        with pytest.raises(Forbidden):
            await attending.page(tx, duty.officer(0), unit=None, start=duty.now - timedelta(days=1), end=duty.now)
    assert {row.state for row in rows} == {"on", "absent"}
    assert others == []


def points(duty: Duty, *minutes: float, step: float = 0.0004) -> Points:
    at = [duty.now + timedelta(minutes=each) for each in minutes]
    return Points(at, [121.40 + step * n for n in range(len(at))], [31.23] * len(at))


async def test_points_are_kept_within_a_shift_only_and_looked_at_with_a_reason(duty: Duty) -> None:
    await duty.published([duty.shift(0, 0)])
    with pytest.raises(Conflict):
        async with duty.city.database.tx() as tx:
            await tracking.keep(tx, duty.officer(0), points(duty, 0), at=duty.now)
    row = await sign_in(duty)
    duty.city.later(minutes=30)
    async with duty.city.database.tx() as tx:
        _, kept, metres = await tracking.keep(tx, duty.officer(0), points(duty, *range(-20, 0)), at=duty.now)
        assert (kept, round(metres)) == (2, 723)  # a straight line is its two ends
    async with duty.city.database.tx() as tx:
        with pytest.raises(Conflict):  # sent before
            await tracking.keep(tx, duty.officer(0), points(duty, -5, -4), at=duty.now)
        for wrong in (points(duty, -40, -31), points(duty, 10, 20), points(duty, 2, 1)):
            with pytest.raises(Invalid):
                await tracking.keep(tx, duty.officer(0), wrong, at=duty.now)
        with pytest.raises(Invalid, match="so fast"):
            await tracking.keep(tx, duty.officer(0), points(duty, 0, 0.1, step=0.5), at=duty.now)
    async with duty.city.database.tx() as tx:
        found = await tracking.look(tx, duty.chief(), row.id, reason="核对巡查", at=duty.now)
        assert len(found.at) == 2
        assert (await tracking.own(tx, duty.officer(0), row.id, at=duty.now)).metres == found.metres
        for stranger, refusal in ((duty.chief("CS"), NotFound), (duty.officer(1), Forbidden)):
            with pytest.raises(refusal):
                await tracking.look(tx, stranger, row.id, reason="x", at=duty.now)
        with pytest.raises(NotFound):
            await tracking.own(tx, duty.officer(1), row.id, at=duty.now)
        with pytest.raises(Invalid):
            await tracking.look(tx, duty.chief(), row.id, reason=" ", at=duty.now)
    async with duty.city.database.tx() as tx:
        looks = await tx.rows("SELECT detail FROM access.audit WHERE action = 'tracks.look'")
        told = await tx.value("SELECT data FROM ledger.fact WHERE type = 'patrol.kept'")
    assert [each["detail"] for each in looks] == [{"reason": "核对巡查"}]
    assert not {"lon", "lat"} & told.keys()


async def test_tracks_are_forgotten_after_their_time(duty: Duty) -> None:
    await duty.published([duty.shift(0, 0)])
    await sign_in(duty)
    duty.city.later(minutes=5)
    async with duty.city.database.tx() as tx:
        await tracking.keep(tx, duty.officer(0), points(duty, -2, -1), at=duty.now)
    async with duty.city.database.tx() as tx:
        assert await tracking.forget(tx, duty.now + timedelta(days=89)) == 0
        assert await tracking.forget(tx, duty.now + timedelta(days=91)) == 1


def test_a_simplified_track_lies_within_the_tolerance_and_comes_back_from_its_bytes() -> None:
    chance = np.random.default_rng(7)
    at = np.arange(2000, dtype=np.int64) * 1_000_000
    lon, lat = 121.4 + chance.normal(0, 2e-5, 2000).cumsum(), 31.2 + chance.normal(0, 2e-5, 2000).cumsum()
    index = kernels.simplified(lon, lat)
    assert index[0] == 0
    assert index[-1] == 1999
    assert len(index) < 1000
    assert (np.diff(index) > 0).all()
    whole = kernels.unpacked(kernels.packed(at, lon, lat))
    assert np.array_equal(whole[0], at)
    assert abs(whole[1] - lon).max() < 1e-7
    x = np.interp(at, at[index], lon[index]), np.interp(at, at[index], lat[index])
    assert x[0].shape == lon.shape


async def test_attendance_of_the_past_comes_in_once_and_as_history(duty: Duty) -> None:
    start = duty.now - timedelta(days=30)
    end = start + timedelta(hours=8)
    rows = [
        OldAttendance("1", "CY", "DUTY", "S0", start, end, start + timedelta(minutes=9), end),
        OldAttendance("2", "CY", "DUTY", "S1", start, end),
    ]
    admin = duty.chief(None, "data_admin")
    for come in (2, 0):
        async with duty.city.database.tx(origin="history") as tx:
            assert await attending.bring_in(tx, admin, "旧考勤", rows, at=duty.now) == (come, 2 - come, [])
    told = await duty.facts("duty.signed_in") + await duty.facts("duty.missed")
    assert {one["origin"] for one in told} == {"history"}
    assert told[0]["late_seconds"] == 540
    wrong = [OldAttendance("3", "CY", "NONE", "S0", start, end), OldAttendance("3", "CY", "DUTY", "S9", end, start)]
    async with duty.city.database.tx(origin="history") as tx:
        come, _, found = await attending.bring_in(tx, admin, "旧考勤", [rows[0], *wrong], at=duty.now)
    assert come == 0
    assert {(one.row, one.field) for one in found} == {(2, "post"), (3, "staff"), (3, "ends"), (3, "id")}


async def test_ones_own_duty_says_what_to_sign_in_to_and_what_one_is_signed_in_to(duty: Duty) -> None:
    async def own(person: int) -> own_duty.OwnDuty:
        async with duty.city.database.tx() as tx:
            return await own_duty.own(tx, duty.officer(person), at=duty.now)

    await duty.published([duty.shift(0, 0.5), duty.shift(1, 2)])
    before = await own(0)
    assert (before.signed, before.shift is not None) == (None, True)
    assert (await own(1)).shift is None
    await sign_in(duty, 0)
    after = await own(0)
    assert (after.signed is not None and after.signed.state, after.shift) == ("on", None)
    async with duty.city.database.tx() as tx:
        stranger = Actor(UUID(int=5), "account", "no staff", (Grant("handler"),))
        assert await own_duty.own(tx, stranger, at=duty.now) == own_duty.OwnDuty(False, None, None)
        with pytest.raises(NotFound):
            await own_duty.latest(tx, duty.officer(1), at=duty.now)
