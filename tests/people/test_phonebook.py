"""The phone book: work numbers for colleagues, mobiles masked until somebody says why."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from yiwang import people
from yiwang.access import Actor, Grant, Keyring, platform_actor
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.people import PostRow, StaffRow

pytestmark = [pytest.mark.anyio, pytest.mark.store]
AT = datetime(2026, 11, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 16, 2, tzinfo=UTC)
PLATFORM = platform_actor("tests")
MOBILE = "13812345678"


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring.open(tmp_path / "keys")


@pytest.fixture
async def person(database: Database, posts: dict[tuple[str, str], UUID], keyring: Keyring) -> UUID:
    async with database.tx() as tx:
        rows = [StaffRow("P1", "李雷", None, MOBILE, (("S05", "duty"),))]
        return (await people.ensure_staff(tx, PLATFORM, rows, AT, keyring=keyring))["P1"]


async def numbers(database: Database, words: str, actor: Actor = PLATFORM) -> list[str | None]:
    async with database.tx() as tx:
        return [entry.number for entry in await people.search_phones(tx, actor, words, NOW)]


async def test_it_is_found_by_organisation_post_person_initials_and_number(database: Database, person: UUID) -> None:
    for words in ("曹杨", "cyxc", "值班长"):
        assert "021-52560001" in await numbers(database, words)
    for words in ("李雷", "ll"):
        assert await numbers(database, words) == ["138****5678"]
    assert await numbers(database, "1234567") == ["021-12345678"]
    with pytest.raises(Invalid):
        await numbers(database, " ")


async def test_a_mobile_is_not_found_by_its_digits(database: Database, person: UUID) -> None:
    assert await numbers(database, "5678") == ["021-12345678"]


async def test_a_new_number_ends_the_old_one(database: Database, person: UUID) -> None:
    async with database.tx() as tx:
        await people.ensure_posts(tx, PLATFORM, [PostRow("S05", "duty", "值班长", phones=("021-99",))], AT)
    assert await numbers(database, "021-99") == ["021-99"]
    assert await numbers(database, "52560001") == []


async def test_others_see_only_their_scope(database: Database, units: dict[str, UUID], person: UUID) -> None:
    other = Actor(uuid7(AT), "account", "other", (Grant("duty_officer", None, units["GREEN"]),))
    assert await numbers(database, "曹杨", other) == []
    assert await numbers(database, "李雷", other) == []


async def test_the_full_mobile_needs_the_right_and_a_reason(
    database: Database, units: dict[str, UUID], person: UUID, keyring: Keyring
) -> None:
    officer = Actor(uuid7(AT), "account", "officer", (Grant("handler", None, units["S05"]),))
    async with database.tx() as tx:
        assert await people.reveal_mobile(tx, PLATFORM, person, "urgent case", NOW, keyring=keyring) == MOBILE
        with pytest.raises(Invalid):
            await people.reveal_mobile(tx, PLATFORM, person, " ", NOW, keyring=keyring)
        with pytest.raises(NotFound):
            await people.reveal_mobile(tx, PLATFORM, uuid7(AT), "why", NOW, keyring=keyring)
        with pytest.raises(Forbidden):
            await people.reveal_mobile(tx, officer, person, "curious", NOW, keyring=keyring)
        for unit, error in (("GREEN", NotFound), ("S05", None)):
            leader = Actor(uuid7(AT), "account", "supervisor", (Grant("supervisor", None, units[unit]),))
            if error:
                with pytest.raises(error):
                    await people.reveal_mobile(tx, leader, person, "call", NOW, keyring=keyring)
            else:
                assert await people.reveal_mobile(tx, leader, person, "call", NOW, keyring=keyring) == MOBILE
        await tx.flush()
        assert await tx.value("SELECT count(*) FROM access.audit WHERE action = 'people.mobile.reveal'") == 2


async def test_the_mobile_is_not_in_the_database_in_the_clear(database: Database, person: UUID) -> None:
    async with database.tx() as tx:
        row = await tx.row("SELECT row_to_json(s)::text AS line FROM people.staff s")
    assert row is not None
    assert MOBILE not in row["line"]
