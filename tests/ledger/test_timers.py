"""Timers: what is due fires once, earliest first, at its own time."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import anyio
import pytest

from yiwang import ledger
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.ledger import Timer

pytestmark = pytest.mark.anyio
AT = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


class Fired:
    """Keeps what fired."""

    def __init__(self) -> None:
        self.timers: list[Timer] = []

    async def __call__(self, tx: Tx, timer: Timer) -> None:
        self.timers.append(timer)


async def put(database: Database, *timers: tuple[UUID, int], origin: str = "live") -> None:
    async with database.tx(origin=origin) as tx:
        for subject, minutes in timers:
            ledger.set_timer(tx, "receipt", subject, AT + timedelta(minutes=minutes), {"unit": "a"})


async def test_it_fires_what_is_due_in_order_and_keeps_the_rest(database: Database) -> None:
    first, second, later = (uuid7(AT) for _ in range(3))
    await put(database, (second, 5), (first, 1), (later, 60))
    fired = Fired()
    assert await ledger.tick(database, AT + timedelta(minutes=10), {"receipt": fired}) == 2
    assert [timer.subject for timer in fired.timers] == [first, second]
    assert fired.timers[0] == Timer("receipt", first, AT + timedelta(minutes=1), {"unit": "a"})
    async with database.tx() as tx:
        assert await ledger.next_due(tx) == AT + timedelta(minutes=60)


async def test_the_present_leaves_the_timers_of_a_replay_to_the_replay(database: Database) -> None:
    here, replayed = uuid7(AT), uuid7(AT)
    await put(database, (here, 1))
    await put(database, (replayed, 2), (uuid7(AT), 60), origin="replay")
    live, again = Fired(), Fired()
    assert await ledger.tick(database, AT + timedelta(days=1), {"receipt": live}) == 1
    async with database.tx(origin="replay") as tx:
        assert await ledger.fire_due(tx, AT + timedelta(minutes=10), {"receipt": again}) == 1
    assert [timer.subject for timer in live.timers + again.timers] == [here, replayed]


async def test_setting_it_again_moves_it(database: Database) -> None:
    subject = uuid7(AT)
    await put(database, (subject, 1))
    await put(database, (subject, 30))
    assert await ledger.tick(database, AT + timedelta(minutes=10), {"receipt": Fired()}) == 0


async def test_a_timer_taken_back_does_not_fire(database: Database) -> None:
    subject = uuid7(AT)
    await put(database, (subject, 1))
    async with database.tx() as tx:
        ledger.cancel_timer(tx, subject, "receipt", "never set")
    assert await ledger.tick(database, AT + timedelta(minutes=10), {"receipt": Fired()}) == 0


async def test_history_sets_no_timer(database: Database) -> None:
    await put(database, (uuid7(AT), 1), origin="history")
    async with database.tx() as tx:
        assert await ledger.next_due(tx) is None


async def test_a_kind_nobody_handles_stays(database: Database) -> None:
    await put(database, (uuid7(AT), 1))
    assert await ledger.tick(database, AT + timedelta(minutes=10), {"other": Fired()}) == 0
    async with database.tx() as tx:
        assert await ledger.next_due(tx) == AT + timedelta(minutes=1)


async def test_a_handler_that_fails_leaves_its_timer(database: Database) -> None:
    async def fails(tx: Tx, timer: Timer) -> None:
        raise ZeroDivisionError

    await put(database, (uuid7(AT), 1))
    with pytest.raises(ZeroDivisionError):
        await ledger.tick(database, AT + timedelta(minutes=10), {"receipt": fails})
    fired = Fired()
    assert await ledger.tick(database, AT + timedelta(minutes=10), {"receipt": fired}) == 1


async def test_two_workers_fire_each_timer_once(database: Database) -> None:
    await put(database, *((uuid7(AT), minutes) for minutes in range(40)))
    fired = Fired()

    async def work() -> None:
        await ledger.tick(database, AT + timedelta(hours=1), {"receipt": fired})

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(work)
        tasks.start_soon(work)
    assert len(fired.timers) == len({timer.subject for timer in fired.timers}) == 40
