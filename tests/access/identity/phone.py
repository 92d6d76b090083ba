"""A phone that shows codes, and people who have one."""

from base64 import b32decode
from dataclasses import dataclass

import httpx
from tests.access.identity.conftest import answered
from tests.access.visitors import PASSWORD, person, sign_in

from yiwang.access.identity.model.totp import code_at, step_at
from yiwang.base.clock import FixedClock
from yiwang.db import Database


@dataclass
class Phone:
    """Shows the code of a secret, as the test's clock goes."""

    typed: str
    clock: FixedClock

    @property
    def secret(self) -> bytes:
        return b32decode(self.typed + "=" * (-len(self.typed) % 8))

    def code(self, drift: int = 0) -> str:
        return code_at(self.secret, step_at(self.clock.at) + drift)


async def first_factor(client: httpx.AsyncClient, username: str, password: str = PASSWORD) -> httpx.Response:
    """Type a username and password; a second factor may be owed then."""
    return await client.post("/api/session", json={"username": username, "password": password})


async def enrolled(
    client: httpx.AsyncClient, database: Database, clock: FixedClock, username: str, *roles: str
) -> tuple[Phone, list[str]]:
    """Someone signed in who has a phone and ten recovery codes."""
    await person(database, username, *roles)
    await sign_in(client, username)
    phone = Phone((await answered(client, "POST", "/api/session/totp"))["secret"], clock)
    confirmed = await answered(client, "POST", "/api/session/totp/confirm", {"code": phone.code()})
    return phone, confirmed["recovery_codes"]
