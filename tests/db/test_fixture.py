"""The tests' own ground: every test gets a database of its own."""

import pytest

from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]


async def test_a_fresh_database_has_the_tables_and_no_facts(database: Database) -> None:
    async with database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM ledger.fact") == 0


async def test_the_running_role_owns_nothing_and_is_no_superuser(database: Database) -> None:
    async with database.tx() as tx:
        assert await tx.value("SELECT current_user") == "yiwang_app"
        assert (
            await tx.value("SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = user")
            is False
        )
        assert await tx.value("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = user") == 0
