"""Publishing versions: what is new, what changed, what is refused."""

from datetime import UTC, datetime

import pytest
from pydantic import BaseModel, Field

from yiwang import definitions
from yiwang.access import platform_actor
from yiwang.base.errors import Invalid, NotFound
from yiwang.db import Database
from yiwang.definitions import Kind

pytestmark = [pytest.mark.anyio, pytest.mark.store]

JUNE = datetime(2026, 6, 1, tzinfo=UTC)
JULY = datetime(2026, 7, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 16, 2, tzinfo=UTC)
ACTOR = platform_actor("test")


class Rule(BaseModel):
    code: str = Field(min_length=1)
    name: str
    level: int = Field(1, ge=1)
    tags: list[str] = []


RULE = Kind("rule", Rule)


async def publish(database: Database, *bodies: Rule, valid_from: datetime) -> definitions.Report:
    async with database.tx() as tx:
        return await definitions.publish(tx, ACTOR, RULE, bodies, valid_from=valid_from, at=NOW)


async def test_a_new_version_ends_the_one_before(database: Database) -> None:
    await publish(database, Rule(code="a", name="one"), valid_from=JUNE)
    report = await publish(database, Rule(code="a", name="two", level=2), valid_from=JULY)

    assert [(c.field, c.before, c.after) for c in report.changed["a"]] == [("level", 1, 2), ("name", "one", "two")]
    async with database.tx() as tx:
        first, second = await definitions.history(tx, RULE, "a")
        assert (first.number, first.valid_to, second.number, second.valid_to) == (1, JULY, 2, None)
        assert [v.body.name for v in await definitions.as_of(tx, RULE, JUNE)] == ["one"]
        assert [v.body.name for v in await definitions.as_of(tx, RULE, JULY)] == ["two"]


async def test_before_its_first_version_a_code_is_not_in_force(database: Database) -> None:
    await publish(database, Rule(code="a", name="one"), valid_from=JULY)
    async with database.tx() as tx:
        assert await definitions.as_of(tx, RULE, JUNE) == []


async def test_publishing_twice_changes_nothing(database: Database) -> None:
    bodies = [Rule(code="a", name="one"), Rule(code="b", name="two")]
    await publish(database, *bodies, valid_from=JUNE)
    async with database.tx() as tx:
        edition = await definitions.edition(tx, RULE)
    report = await publish(database, *bodies, valid_from=JULY)
    assert (report.new, report.changed, report.same) == ([], {}, ["a", "b"])
    async with database.tx() as tx:
        assert await definitions.edition(tx, RULE) == edition


async def test_it_refuses_a_version_that_begins_before_the_newest(database: Database) -> None:
    await publish(database, Rule(code="a", name="one"), valid_from=JULY)
    with pytest.raises(Invalid, match="begin later"):
        await publish(database, Rule(code="a", name="two"), valid_from=JUNE)


async def test_an_ended_code_can_begin_again(database: Database) -> None:
    await publish(database, Rule(code="a", name="one"), valid_from=JUNE)
    async with database.tx() as tx:
        await definitions.end(tx, ACTOR, RULE, "a", valid_to=JULY, at=NOW)
        assert await definitions.as_of(tx, RULE, JULY) == []
    report = await publish(database, Rule(code="a", name="one"), valid_from=NOW)
    assert report.new == ["a"]
    async with database.tx() as tx:
        assert [v.number for v in await definitions.history(tx, RULE)] == [1, 2]


async def test_ending_what_is_not_there_or_not_begun_is_refused(database: Database) -> None:
    await publish(database, Rule(code="a", name="one"), valid_from=JULY)
    async with database.tx() as tx:
        with pytest.raises(NotFound):
            await definitions.end(tx, ACTOR, RULE, "b", valid_to=NOW, at=NOW)
        with pytest.raises(Invalid):
            await definitions.end(tx, ACTOR, RULE, "a", valid_to=JUNE, at=NOW)


async def test_the_log_tells_of_a_batch_once(database: Database) -> None:
    await publish(database, Rule(code="a", name="one"), Rule(code="b", name="two"), valid_from=JUNE)
    async with database.tx() as tx:
        rows = await tx.rows("SELECT data FROM ledger.fact WHERE type = 'definitions.published'")
    assert [row["data"]["codes"] for row in rows] == [["a", "b"]]


async def test_the_running_role_cannot_rewrite_a_body(database: Database) -> None:
    await publish(database, Rule(code="a", name="one"), valid_from=JUNE)
    from psycopg.errors import InsufficientPrivilege

    with pytest.raises(InsufficientPrivilege):
        async with database.tx() as tx:
            await tx.count("UPDATE definitions.version SET body = '{}'")


async def test_what_is_kept_in_memory_follows_a_change(database: Database) -> None:
    async def names(tx) -> list[str]:
        return [v.body.name for v in await definitions.as_of(tx, RULE, NOW)]

    kept = definitions.Kept(lambda tx: definitions.edition(tx, RULE), names)
    async with database.tx() as tx:
        assert await kept.get(tx) == []
    await publish(database, Rule(code="a", name="one"), valid_from=JUNE)
    async with database.tx() as tx:
        assert await kept.refresh(tx)
        assert not await kept.refresh(tx)
        assert await kept.get(tx) == ["one"]
