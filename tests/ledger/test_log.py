"""The log of facts: written with the change, read in an order that never skips a late commit."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID

import psycopg
import pytest

from yiwang import ledger
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.ledger import Fact, Recorded

pytestmark = pytest.mark.anyio
AT = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@dataclass(frozen=True)
class LampFailed(Fact):
    TYPE: ClassVar[str] = "lamp.failed"
    lamp_id: UUID
    watts: int


def lamp(watts: int = 60) -> LampFailed:
    return LampFailed(uuid7(AT), watts)


async def facts(database: Database, after: tuple[int, int] = (0, 0)) -> list[Recorded]:
    async with database.tx() as tx:
        return await ledger.read(tx, after)


async def test_it_reads_back_a_fact_with_its_envelope(database: Database) -> None:
    actor, cause = uuid7(AT), uuid7(AT)
    failed = lamp()
    async with database.tx(origin="replay", at=AT) as tx:
        written = await ledger.record(tx, failed, at=AT.replace(year=2011), actor=actor, cause=cause, drill=True)
    (row,) = await facts(database)
    assert (row.id, row.type, row.version, row.subject) == (written.id, "lamp.failed", 1, failed.lamp_id)
    assert (row.actor, row.cause, row.origin, row.drill, row.platform) == (actor, cause, "replay", True, "local")
    assert row.time == AT.replace(year=2011)
    assert row.recorded == AT
    assert row.data == {"lamp_id": str(failed.lamp_id), "watts": 60}


async def test_it_forgets_a_fact_whose_change_is_undone(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.tx() as tx:
            await ledger.record(tx, lamp(), at=AT)
            await tx.flush()
            raise ZeroDivisionError
    assert await facts(database) == []


async def test_a_late_commit_is_held_back_with_those_behind_it_and_then_read_in_order(database: Database) -> None:
    async with database.tx() as slow:
        await ledger.record(slow, lamp(1), at=AT)
        await slow.flush()
        async with database.tx() as quick:
            await ledger.record(quick, lamp(2), at=AT)
        assert await facts(database) == [], "the quick one might be overtaken by the slow one: not yet readable"
    assert [row.data["watts"] for row in await facts(database)] == [1, 2]


async def test_a_position_passed_once_never_gains_a_fact(database: Database) -> None:
    async with database.tx() as tx:
        await ledger.record(tx, lamp(1), at=AT)
    (first,) = await facts(database)
    async with database.tx() as slow:
        await ledger.record(slow, lamp(2), at=AT)
        await slow.flush()
        async with database.tx() as quick:
            await ledger.record(quick, lamp(3), at=AT)
        assert await facts(database, (first.xid, first.seq)) == []
    assert [row.data["watts"] for row in await facts(database, (first.xid, first.seq))] == [2, 3]


async def test_it_runs_the_reactions_of_other_rooms_in_the_same_transaction(database: Database) -> None:
    async def smell(tx: Tx, row: Recorded) -> None:
        assert isinstance(row.data, LampFailed)
        ledger.set_timer(tx, "lamp.mend", row.subject, AT)

    watching = Database(database.url, database.clock, at_once={LampFailed: [smell]})
    failed = lamp()
    async with watching, watching.tx() as tx:
        await ledger.record(tx, failed, at=AT)
        assert await ledger.next_due(tx) == AT


async def test_the_running_role_cannot_rewrite_the_log(database: Database) -> None:
    async with database.tx() as tx:
        await ledger.record(tx, lamp(), at=AT)
    for statement in ("UPDATE ledger.fact SET drill = true", "DELETE FROM ledger.fact", "TRUNCATE ledger.fact"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            async with database.tx() as tx:
                await tx.count(statement)
