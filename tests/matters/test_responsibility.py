"""Who answers for what where."""

import time
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from tests.matters.test_catalogue import LATER, LOCAL, NOW, PLATFORM, published
from tests.matters.test_suggest import matter

from yiwang import access, matters
from yiwang.access import Actor, Grant
from yiwang.base.errors import Conflict, Forbidden, NotFound
from yiwang.db import Database
from yiwang.matters import Catalogue, Duty, DutyRow, ResponsibilityIndex, national_matters

pytestmark = [pytest.mark.anyio, pytest.mark.store]

DISTRICT, STREET, QUARTER, OTHER = (UUID(int=n) for n in (1, 2, 3, 4))
CLEANING, GREEN, CENTRE, STATION = (UUID(int=n) for n in (101, 102, 103, 104))
CHAIN = [QUARTER, STREET, DISTRICT]
RUBBISH = matter(next(body for body in national_matters() if body.code == "06010"))
LONG_AGO = NOW - timedelta(days=100)


def duty(key: str, node: UUID, unit: UUID, role="lead", valid_from=LONG_AGO, valid_to=None, n: int = 0) -> Duty:
    return Duty(UUID(int=1000 + n), key, node, unit, role, valid_from, valid_to, "区清单")


def who(*duties: Duty, of=RUBBISH, at: datetime = NOW) -> tuple[UUID | None, tuple[UUID, ...]]:
    found = ResponsibilityIndex(duties).responsible(of, CHAIN, at)
    return found.lead, found.assists


def test_the_lowest_level_goes_first_even_with_a_wider_key() -> None:
    assert who(duty("06010", DISTRICT, CLEANING), duty("*", QUARTER, STATION))[0] == STATION
    assert who(duty("06010", DISTRICT, CLEANING), duty("*", OTHER, STATION))[0] == CLEANING


def test_at_one_level_the_most_specific_key_wins() -> None:
    rows = [duty("*", STREET, CENTRE), duty("06", STREET, GREEN), duty("06010", STREET, CLEANING)]
    assert who(*rows)[0] == CLEANING
    assert who(*rows[:2])[0] == GREEN
    assert who(*rows[:1])[0] == CENTRE


def test_a_local_code_is_answered_for_like_the_national_one_it_stands_for() -> None:
    local = matter(LOCAL.model_copy(update={"national_code": "06010"}))
    rows = [duty("06010", STREET, CLEANING), duty("11", STREET, GREEN)]
    assert who(*rows, of=local)[0] == CLEANING
    assert who(*rows, duty("11001", STREET, STATION), of=local)[0] == STATION


def test_dates_decide_and_an_ended_row_answers_for_its_own_time() -> None:
    rows = [duty("06010", STREET, CLEANING, valid_to=NOW), duty("06010", STREET, GREEN, valid_from=NOW)]
    assert who(*rows, at=NOW - timedelta(seconds=1))[0] == CLEANING
    assert who(*rows, at=NOW)[0] == GREEN
    assert who(*rows, at=LONG_AGO - timedelta(days=1))[0] is None


def test_those_who_assist_are_named_beside_the_lead() -> None:
    rows = [
        duty("06010", STREET, CLEANING),
        duty("06010", STREET, GREEN, "assist"),
        duty("06010", DISTRICT, CENTRE, "assist"),
        duty("06010", QUARTER, STATION, "assist"),
    ]
    assert who(*rows) == (CLEANING, (GREEN,))


def test_the_reason_is_told_in_words() -> None:
    names = {STREET: "曹杨新村街道", CLEANING: "环卫所", GREEN: "绿化所"}
    index = ResponsibilityIndex([duty("06", STREET, CLEANING), duty("06", STREET, GREEN, "assist", n=1)])
    found = index.responsible(RUBBISH, CHAIN, NOW)
    assert found.explain(names.__getitem__, names.__getitem__) == (
        "“暴露垃圾”（06010）：按责任清单（曹杨新村街道，上 1 级，大类 06）由 环卫所 牵头，绿化所 协办；依据：区清单。"
    )
    nobody = ResponsibilityIndex().responsible(RUBBISH, CHAIN, NOW)
    assert nobody.lead is None
    assert "3 级均未规定" in nobody.explanation
    assert "区派遣员" in nobody.explanation


def test_it_takes_less_than_twenty_microseconds() -> None:
    index = ResponsibilityIndex(duty(f"{n:05d}", UUID(int=n % 300), CLEANING, n=n) for n in range(20_000))
    chain = [UUID(int=n) for n in (5000, 5001, 5002, 5003, 5004)]

    def one_run() -> float:
        begun = time.process_time()
        for _ in range(1000):
            index.responsible(RUBBISH, chain, NOW)
        return (time.process_time() - begun) / 1000

    assert min(one_run() for _ in range(30)) < 20e-6


async def tree(database: Database) -> Catalogue:
    catalogue = await published(database)
    async with database.tx() as tx:
        nodes = [(DISTRICT, None), (STREET, DISTRICT), (QUARTER, STREET), (OTHER, DISTRICT)]
        await access.add_nodes(tx, [(node, parent, "jurisdiction") for node, parent in nodes], NOW)
        await access.add_nodes(tx, [(unit, None, "organisation") for unit in (CLEANING, GREEN, CENTRE)], NOW)
    return catalogue


async def write(database: Database, catalogue: Catalogue, *rows: DutyRow, actor=PLATFORM, at=NOW, **named):
    async with database.tx() as tx:
        return await matters.assign(tx, actor, rows, catalogue=catalogue, at=at, **named)


async def index(database: Database) -> ResponsibilityIndex:
    async with database.tx() as tx:
        return await matters.load_index(tx)


async def test_a_new_lead_ends_the_one_before(database: Database) -> None:
    catalogue = await tree(database)
    await write(database, catalogue, DutyRow("06010", STREET, CLEANING), DutyRow("06010", STREET, CENTRE, "assist"))
    report = await write(database, catalogue, DutyRow("06010", STREET, GREEN), at=LATER)
    assert [row.organisation for row in report.ended] == [CLEANING]
    listed = await index(database)
    assert listed.responsible(RUBBISH, CHAIN, NOW).lead == CLEANING
    assert listed.responsible(RUBBISH, CHAIN, LATER).lead == GREEN
    assert listed.responsible(RUBBISH, CHAIN, LATER).assists == (CENTRE,)


async def test_writing_a_list_twice_changes_nothing(database: Database) -> None:
    catalogue = await tree(database)
    rows = [DutyRow("*", DISTRICT, CENTRE, source="区文件"), DutyRow("06", STREET, CLEANING)]
    assert len((await write(database, catalogue, *rows)).added) == 2
    again = await write(database, catalogue, *rows, at=LATER)
    assert (again.added, again.ended, again.same) == ([], [], 2)


async def test_a_lead_that_becomes_an_assistant_no_longer_leads(database: Database) -> None:
    catalogue = await tree(database)
    await write(database, catalogue, DutyRow("06010", STREET, CLEANING))
    rows = [DutyRow("06010", STREET, GREEN), DutyRow("06010", STREET, CLEANING, "assist")]
    await write(database, catalogue, *rows, at=LATER)
    found = (await index(database)).responsible(RUBBISH, CHAIN, LATER)
    assert (found.lead, found.assists) == (GREEN, (CLEANING,))


async def test_every_fault_is_told_and_nothing_written(database: Database) -> None:
    catalogue = await tree(database)
    report = await write(
        database,
        catalogue,
        DutyRow("06010", STREET, CLEANING),
        DutyRow("99999", STREET, CLEANING),
        DutyRow("06010", UUID(int=77), CLEANING),
        DutyRow("06", STREET, UUID(int=78)),
        DutyRow("06010", STREET, GREEN),
        DutyRow("07", STREET, GREEN, valid_to=LONG_AGO),
    )
    assert sorted((fault.entry, fault.field) for fault in report.faults) == [
        (2, "key"),
        (3, ""),
        (4, ""),
        (5, "role"),
        (6, "valid_to"),
    ]
    assert (await index(database)).rows() == []
    dry = await write(database, catalogue, DutyRow("06010", STREET, CLEANING), dry_run=True)
    assert len(dry.added) == 1
    assert (await index(database)).rows() == []


async def test_a_row_cannot_begin_before_the_lead_it_ends(database: Database) -> None:
    catalogue = await tree(database)
    await write(database, catalogue, DutyRow("06010", STREET, CLEANING, valid_from=LATER))
    report = await write(database, catalogue, DutyRow("06010", STREET, GREEN, valid_from=NOW))
    assert [fault.field for fault in report.faults] == ["valid_from"]


async def test_a_street_writes_and_sees_only_its_own_part(database: Database) -> None:
    catalogue = await tree(database)
    street = Actor(UUID(int=9), "account", "street", (Grant("data_admin", jurisdiction=STREET),))
    reader = Actor(UUID(int=8), "account", "reader", (Grant("leader"),))
    rows = [DutyRow("*", QUARTER, CENTRE), DutyRow("*", OTHER, CENTRE)]
    report = await write(database, catalogue, *rows, actor=street)
    assert [(fault.entry, fault.detail) for fault in report.faults] == [
        (2, "This row lies outside your part of the city.")
    ]
    assert not (await write(database, catalogue, rows[0], actor=street)).faults
    (other,) = (await write(database, catalogue, rows[1])).added
    async with database.tx() as tx:
        assert [row.jurisdiction for row in await matters.list_duties(tx, street)] == [QUARTER]
        assert len(await matters.list_duties(tx, reader, at=NOW)) == 2
        with pytest.raises(NotFound):
            await matters.end_duty(tx, street, other.id, valid_to=LATER, at=NOW)
        with pytest.raises(Forbidden):
            await matters.end_duty(tx, reader, other.id, valid_to=LATER, at=NOW)


async def test_a_row_is_ended_once(database: Database) -> None:
    catalogue = await tree(database)
    (row,) = (await write(database, catalogue, DutyRow("*", DISTRICT, CENTRE))).added
    async with database.tx() as tx:
        await matters.end_duty(tx, PLATFORM, row.id, valid_to=LATER, at=NOW)
        with pytest.raises(Conflict):
            await matters.end_duty(tx, PLATFORM, row.id, valid_to=LATER, at=NOW)
    assert (await index(database)).responsible(RUBBISH, CHAIN, LATER).lead is None
