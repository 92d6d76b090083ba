"""Merging by hand, and both undoings: a report parted, an event restored with its case."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from tests.cities import City
from tests.events.reports import FAR, HERE, NEAR, case_of, envelope, rows, send

from yiwang import ledger
from yiwang.app.wiring import TIMERS
from yiwang.base.errors import Conflict, Invalid, NotFound, Refusal
from yiwang.cases.model import Case
from yiwang.cases.steps import closing, dispatching, handling, verifying
from yiwang.cases.store import reading
from yiwang.events import merging, reporting
from yiwang.events.model import Event, Reported

pytestmark = pytest.mark.anyio


async def merge(city: City, event: UUID, into: UUID) -> Event:
    async with city.database.tx() as tx:
        return await merging.merge(tx, city.officer, event, into=into, at=city.now)


async def restore(city: City, event: UUID) -> Event:
    async with city.database.tx() as tx:
        return await merging.restore(tx, city.officer, event, at=city.now)


async def part(city: City, event: UUID, report: UUID, reason: str = "不是同一处") -> Event:
    async with city.database.tx() as tx:
        return await merging.part(tx, city.officer, event, report_id=report, reason=reason, at=city.now)


async def there(city: City, event: UUID) -> Case:
    case = await case_of(city, event)
    assert case is not None
    return case


async def reports_of(city: City, event: UUID) -> set[UUID]:
    return {row["id"] for row in await rows(city, "SELECT id FROM events.report WHERE event_id = %s", event)}


async def event_of(city: City, event: UUID) -> dict[str, Any]:
    return (await rows(city, "SELECT * FROM events.event WHERE id = %s", event))[0]


async def test_a_parted_report_has_an_event_and_a_case_of_its_own(city: City) -> None:
    first = await send(city)
    city.later(minutes=5)
    joined = await send(city, NEAR, text="其实是另一堆", occurred_at=city.now)
    city.later(minutes=5)
    own = await part(city, first.event_id, joined.report_id)
    assert own.number == joined.report_number
    assert (own.text, own.lon, own.reports) == ("其实是另一堆", NEAR.lon, 1)
    left, new = await there(city, first.event_id), await there(city, own.id)
    assert (left.reports, new.reports, new.state) == (1, 1, "to_dispatch")
    assert new.number == own.number
    assert await reports_of(city, first.event_id) == {first.report_id}
    assert await reports_of(city, own.id) == {joined.report_id}
    async with city.database.tx() as tx:
        steps = [line["step"] for line in await reading.timeline(tx, first.event_id)]
    assert steps == ["file", "join", "part"]


async def test_a_report_that_cannot_be_parted_is_refused_and_stays(city: City) -> None:
    alone = await send(city, FAR)
    first = await send(city)
    joined = await send(city, NEAR)
    refused: tuple[tuple[UUID, UUID, str, type[Refusal]], ...] = (
        (first.event_id, first.report_id, "x", Conflict),  # it made the event
        (alone.event_id, alone.report_id, "x", Conflict),
        (alone.event_id, joined.report_id, "x", NotFound),  # another event's
        (first.event_id, UUID(int=7), "x", NotFound),
        (first.event_id, joined.report_id, "  ", Invalid),
    )
    for event, report, reason, error in refused:
        with pytest.raises(error):
            await part(city, event, report, reason)
    assert await reports_of(city, first.event_id) == {first.report_id, joined.report_id}


async def test_a_merged_event_gives_its_reports_and_its_case_ends(city: City) -> None:
    target, event = await send(city), await send(city, FAR)
    merged = await merge(city, event.event_id, target.event_id)
    assert (merged.state, merged.merged_into) == ("merged", target.event_id)
    assert await reports_of(city, target.event_id) == {target.report_id, event.report_id}
    assert (await there(city, event.event_id)).state == "void"
    left = await there(city, target.event_id)
    assert (left.state, left.reports) == ("to_dispatch", 2)


async def test_a_restored_event_is_as_it_was_with_its_case(city: City) -> None:
    target, event = await send(city), await send(city, FAR)
    second = await send(city, FAR, text="又一人")
    before = await event_of(city, event.event_id), await there(city, event.event_id), await there(city, target.event_id)
    await merge(city, event.event_id, target.event_id)
    later = await send(city, NEAR, text="并入后又来一人")
    city.later(minutes=10)
    await restore(city, event.event_id)
    after = await event_of(city, event.event_id), await there(city, event.event_id), await there(city, target.event_id)
    for name in ("state", "merged_into", "reports", "last_reported_at", "urgent"):
        assert after[0][name] == before[0][name], name
    assert await reports_of(city, event.event_id) == {event.report_id, second.report_id}
    assert await reports_of(city, target.event_id) == {target.report_id, later.report_id}
    assert (after[1].state, after[1].due_at, after[1].closed_at) == (before[1].state, before[1].due_at, None)
    assert (after[1].reports, after[2].reports) == (before[1].reports, before[2].reports + 1)


async def test_the_clocks_of_a_restored_case_run_on(city: City) -> None:
    target, event = await send(city), await send(city, FAR)
    await merge(city, event.event_id, target.event_id)
    await restore(city, event.event_id)
    async with city.database.tx() as tx:
        running = {clock["stage"] for clock in await reading.clocks(tx, event.event_id) if clock["ended_at"] is None}
    assert running == {"total", "dispatch"}
    case = await there(city, event.event_id)
    assert case.due_at is not None
    city.clock.at = case.due_at
    await ledger.tick(city.database, city.now, TIMERS)
    async with city.database.tx() as tx:
        steps = [line["step"] for line in await reading.timeline(tx, event.event_id)]
    assert "overdue" in steps


async def test_a_merge_of_merges_comes_apart_one_by_one(city: City) -> None:
    one, two, three = await send(city), await send(city, FAR), await send(city, drill=False, separate=True)
    await merge(city, three.event_id, two.event_id)
    await merge(city, two.event_id, one.event_id)
    assert await reports_of(city, one.event_id) == {one.report_id, two.report_id, three.report_id}
    await restore(city, two.event_id)
    assert await reports_of(city, one.event_id) == {one.report_id}
    assert await reports_of(city, two.event_id) == {two.report_id, three.report_id}
    await restore(city, three.event_id)
    assert await reports_of(city, two.event_id) == {two.report_id}
    assert await reports_of(city, three.event_id) == {three.report_id}


async def test_what_cannot_be_merged_is_refused_and_stays(city: City) -> None:
    target, event, done = await send(city), await send(city, FAR), await send(city, self_handled="当场清理")
    with pytest.raises(Invalid):
        await merge(city, event.event_id, event.event_id)
    for one, into in ((done.event_id, target.event_id), (event.event_id, done.event_id)):
        with pytest.raises(Conflict):
            await merge(city, one, into)
    with pytest.raises(NotFound):
        await merge(city, event.event_id, UUID(int=7))
    with pytest.raises(Conflict):
        await restore(city, event.event_id)
    await steps(city, event.event_id, "dispatch")
    with pytest.raises(Conflict):
        await merge(city, event.event_id, target.event_id)
    assert (await event_of(city, event.event_id))["state"] == "admitted"
    assert await reports_of(city, event.event_id) == {event.report_id}


async def test_two_merges_into_each_other_at_once_leave_one_event(city: City) -> None:
    for _ in range(5):
        one, two = await send(city, separate=True), await send(city, separate=True)
        both = await asyncio.gather(
            merge(city, one.event_id, two.event_id), merge(city, two.event_id, one.event_id), return_exceptions=True
        )
        assert sum(isinstance(found, Event) for found in both) == 1, both
        assert {(await event_of(city, e.event_id))["state"] for e in (one, two)} == {"merged", "admitted"}


async def steps(city: City, case: UUID, *verbs: str) -> None:
    for verb in verbs:
        async with city.database.tx() as tx:
            actor, now = city.officer, city.now
            if verb == "dispatch":
                await dispatching.dispatch(tx, actor, case, books=city.books, at=now)
            elif verb == "receive":
                await handling.receive(tx, actor, case, at=now)
            elif verb == "handle":
                await handling.handle(tx, actor, case, text="已清理", at=now)
            elif verb == "check":
                await verifying.check(tx, actor, case, passed=True, at=now)
            elif verb == "close":
                await closing.close(tx, actor, case, at=now, text="好了")


async def test_a_report_that_meets_a_case_just_closing_is_answered_or_new_and_never_lost(city: City) -> None:
    for _ in range(8):
        first = await send(city, HERE)
        await steps(city, first.event_id, "dispatch", "receive", "handle", "check")

        async def again() -> Reported:
            async with city.database.tx() as tx:
                return await reporting.report(tx, city.officer, envelope(), HERE, books=city.books, at=city.now)

        found, closed = await asyncio.gather(again(), steps(city, first.event_id, "close"), return_exceptions=True)
        assert closed is None, closed
        if isinstance(found, BaseException):
            assert isinstance(found, Conflict), found
            found = await again()
        report = (await rows(city, "SELECT state, event_id FROM events.report WHERE id = %s", found.report_id))[0]
        assert (report["state"] == "answered") == (report["event_id"] == first.event_id)
        if report["event_id"] != first.event_id:
            await steps(city, report["event_id"], "dispatch", "receive", "handle", "check", "close")


async def test_closing_answers_every_report_that_was_merged_in(city: City) -> None:
    target, event = await send(city), await send(city, FAR)
    joined = await send(city, NEAR)
    await merge(city, event.event_id, target.event_id)
    await steps(city, target.event_id, "dispatch", "receive", "handle", "check", "close")
    for report in (target, event, joined):
        row = (await rows(city, "SELECT state, answer FROM events.report WHERE id = %s", report.report_id))[0]
        assert (row["state"], row["answer"]["text"]) == ("answered", "好了")
