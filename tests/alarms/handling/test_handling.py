"""What people do with alarms, whose they see, and how they find them."""

from uuid import UUID

import pytest

from tests.alarms.raising import ABOVE, HERE, District
from yiwang.alarms.handling import acting, listing
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound

pytestmark = pytest.mark.anyio


async def test_an_alarm_is_acknowledged_once_given_to_somebody_and_talked_about(district: District) -> None:
    city = district.city
    (alarm,) = await district.raised("G1")
    async with city.database.tx() as tx:
        seen = await acting.acknowledge(tx, city.officer, alarm, at=city.now, text="去看")
        assert (seen.acknowledged_at, seen.acknowledged_by) == (city.now, city.officer.id)
        await acting.comment(tx, city.officer, alarm, text=" 无人应门 ", at=city.later(seconds=9))
    async with city.database.tx() as tx:
        with pytest.raises(Conflict):
            await acting.acknowledge(tx, city.officer, alarm, at=city.now)
        with pytest.raises(Invalid):
            await acting.assign(tx, city.officer, alarm, to=UUID(int=5), at=city.now)
        with pytest.raises(Invalid):
            await acting.comment(tx, city.officer, alarm, text="  ", at=city.now)
    async with city.database.tx() as tx:
        detail = await listing.detail(tx, city.officer, alarm, at=city.now)
    assert [(line["step"], line["text"]) for line in detail.lines] == [("acknowledge", "去看"), ("comment", "无人应门")]
    assert detail.span
    assert (detail.span.metric, detail.span.since) == (
        detail.seen.alarm.metric,
        detail.seen.alarm.raised_at - listing.BEFORE,
    )


async def test_only_a_latched_alarm_that_recovered_is_released(district: District) -> None:
    city = district.city
    (alarm,) = await district.raised("G1")
    async with city.database.tx() as tx:
        with pytest.raises(Conflict, match="not well yet"):
            await acting.release(tx, city.officer, alarm, at=city.now)
    await district.recovered(alarm)
    async with city.database.tx() as tx:
        released = await acting.release(tx, city.officer, alarm, at=city.now)
        assert (released.state, released.resolved_at) == ("resolved", city.now)
    facts = await district.rows("SELECT data FROM ledger.fact WHERE type = 'alarm.resolved'")
    assert [row["data"]["ended"] for row in facts] == ["release"]
    async with city.database.tx() as tx:
        with pytest.raises(Conflict):
            await acting.assign(tx, city.officer, alarm, to=None, at=city.now)


async def test_alarms_are_seen_by_their_street_and_by_their_maintainer(district: District) -> None:
    city = district.city
    here, there = await district.raised("G1", "G3")
    for actor, expected in (
        (city.holder("duty_officer", jurisdiction="310107005000"), {here}),
        (city.holder("duty_officer", jurisdiction="310107015000"), {there}),
        (city.holder("handler", unit="LH"), {here}),
        (city.officer, {here, there}),
    ):
        async with city.database.tx() as tx:
            page = await listing.page(tx, actor, {}, at=city.now)
            assert {seen.alarm.id for seen in page.items} == expected
            other = {here, there} - expected
            for alarm in other:
                with pytest.raises(NotFound):
                    await acting.acknowledge(tx, actor, alarm, at=city.now)
    async with city.database.tx() as tx:
        with pytest.raises(Forbidden):
            await acting.acknowledge(tx, city.holder("analyst"), here, at=city.now)


async def test_pages_follow_one_another_in_every_order(district: District) -> None:
    city = district.city
    red, yellow = ABOVE, {**ABOVE, "code": "some", "severity": "yellow"}
    first = await district.raised("G1", "G2", "G3", condition=yellow)
    second = await district.raised("G1", "G2", "G3", condition=red, at=city.later(minutes=1))
    for sort, expected in (
        ("newest", [*sorted(second, reverse=True), *sorted(first, reverse=True)]),
        ("oldest", [*sorted(first), *sorted(second)]),
        ("severity", [*sorted(second, reverse=True), *sorted(first, reverse=True)]),
    ):
        found, cursor = [], None
        for _ in range(4):
            async with city.database.tx() as tx:
                page = await listing.page(tx, city.officer, {}, at=city.now, sort=sort, cursor=cursor, limit=2)
            found += [seen.alarm.id for seen in page.items]
            cursor = page.next
            if cursor is None:
                break
        assert found == expected, sort


FOUND: tuple[tuple[dict[str, object], int], ...] = (
    ({"words": "枫桥路"}, 2),
    ({"words": "G3"}, 1),
    ({"words": "%"}, 0),
    ({"severity": "red"}, 3),
    ({"severity": "blue"}, 0),
    ({"standing": False}, 1),
    ({"state": "firing"}, 2),
    ({"class_code": "GAS", "rule": "gas"}, 3),
    ({"acknowledged": True}, 1),
    ({"judged": False}, 3),
    ({"drill": True}, 0),
)


async def test_alarms_are_found_by_what_is_sought(district: District) -> None:
    city = district.city
    one, two, _ = await district.raised("G1", "G2", "G3")
    await district.resolved([one])
    async with city.database.tx() as tx:
        await acting.acknowledge(tx, city.officer, two, at=city.now)
        for sought, count in FOUND:
            page = await listing.page(tx, city.officer, sought, at=city.now)
            assert len(page.items) == count, sought


async def test_groups_name_the_gravest_first(district: District) -> None:
    city = district.city
    await district.raised("G1", "G2", condition={**ABOVE, "code": "some", "severity": "yellow"}, rule="mild")
    await district.raised("G1")
    async with city.database.tx() as tx:
        rows = await listing.groups(tx, city.officer, {"standing": True}, "rule")
        assert [(row["key"], row["alarms"], row["rank"]) for row in rows] == [("gas", 1, 1), ("mild", 2, 3)]
        places = await listing.groups(tx, city.officer, {}, "jurisdiction")
        assert [row["key"] for row in places] == [str(city.places[HERE])]
        stranger = city.holder("duty_officer", jurisdiction="310107015000")
        assert await listing.groups(tx, stranger, {}, "rule") == []
        with pytest.raises(Invalid):
            await listing.groups(tx, city.officer, {}, "colour")
