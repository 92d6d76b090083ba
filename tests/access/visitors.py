"""People and keys to send through the door."""

from datetime import UTC, datetime
from uuid import UUID

import httpx

from yiwang.access import Actor, create_account, grant_role, platform_actor
from yiwang.db import Database

AT = datetime(2026, 11, 16, 2, tzinfo=UTC)
PASSWORD = "苏州河边的四季桂花 blooms"
PLATFORM = platform_actor("test")


async def person(database: Database, username: str, *roles: str, password: str = PASSWORD) -> UUID:
    """An account with these roles over the whole tree."""
    async with database.tx() as tx:
        account = await create_account(tx, PLATFORM, username, username.title(), password, at=AT)
        for role in roles:
            await grant_role(tx, PLATFORM, account.id, role, at=AT)
    return account.id


def acting(account: UUID, *grants) -> Actor:
    return Actor(account, "account", "someone", grants)


async def sign_in(client: httpx.AsyncClient, username: str, password: str = PASSWORD) -> dict:
    """Sign in and let the client carry the CSRF token from now on."""
    answer = await client.post("/api/session", json={"username": username, "password": password})
    assert answer.status_code == 200, answer.text
    client.headers["X-CSRF-Token"] = answer.json()["csrf"]
    return answer.json()


async def audited(database: Database, action: str) -> list[dict]:
    async with database.tx() as tx:
        return await tx.rows("SELECT * FROM access.audit WHERE action = %s ORDER BY seq", (action,))
