"""What a listener takes together: whole batches, in order, by origin, and each fact once all the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID

import pytest

from yiwang import ledger
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.db.tx import Origin
from yiwang.ledger import Fact, Listener, Recorded, listening

pytestmark = pytest.mark.anyio
AT = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Rung(Fact):
    TYPE: ClassVar[str] = "bell.rung"
    bell_id: UUID
    number: int


@dataclass(frozen=True)
class Heard(Fact):
    TYPE: ClassVar[str] = "bell.heard"
    bell_id: UUID
    number: int


async def ring(database: Database, *numbers: int, origin: Origin = "live") -> None:
    async with database.tx(origin=origin) as tx:
        for number in numbers:
            await ledger.record(tx, Rung(uuid7(AT), number), at=AT)


async def heard(database: Database) -> list[tuple[str, int]]:
    async with database.tx() as tx:
        return [(row.origin, row.data["number"]) for row in await ledger.read(tx, types=["bell.heard"])]


async def hear(tx: Tx, facts: Sequence[Recorded]) -> None:
    for fact in facts:
        await ledger.record(tx, Heard(fact.subject, fact.data["number"]), at=fact.time, cause=fact.id)


async def test_what_is_taken_together_comes_in_order_and_by_origin(database: Database) -> None:
    await ring(database, 1, 2, origin="history")
    await ring(database, 3, 4)
    await ring(database, 5, origin="history")
    taken: list[tuple[str, list[int]]] = []

    async def together(tx: Tx, facts: Sequence[Recorded]) -> None:
        taken.append((tx.origin, [fact.data["number"] for fact in facts]))
        await hear(tx, facts)

    listener = Listener("test.together", {"bell.rung": []}, together=together)
    assert await ledger.run_once(database, listener) == 5
    assert await ledger.run_once(database, listener) == 0
    assert taken == [("history", [1, 2]), ("live", [3, 4]), ("history", [5])]
    assert await heard(database) == [("history", 1), ("history", 2), ("live", 3), ("live", 4), ("history", 5)]


async def test_one_bad_fact_of_a_batch_is_set_aside_and_each_of_the_others_taken_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "TRIES", (0.0, 0.0))
    await ring(database, *range(6))
    bad = {4}

    async def together(tx: Tx, facts: Sequence[Recorded]) -> None:
        await hear(tx, facts)
        if bad & {fact.data["number"] for fact in facts}:
            raise ValueError("not four")

    async def one(tx: Tx, fact: Recorded) -> None:
        await hear(tx, [fact])

    listener = Listener("test.together", {"bell.rung": [one]}, together=together)
    assert await ledger.run_once(database, listener) == 6
    numbers = [number for _, number in await heard(database)]
    assert sorted(numbers) == [0, 0, 1, 1, 2, 2, 3, 3, 5, 5]  # once together, once by the handler
    bad.clear()
    assert await ledger.retry_stuck(database, listener) == 1
    assert [number for _, number in await heard(database)][-2:] == [4, 4]
