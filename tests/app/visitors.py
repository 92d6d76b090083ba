"""The whole platform over a small district, and people and keys to send to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from tests.cities import BUILDER, City

from yiwang.access import ADMINISTRATORS, Grant, create_account, create_key, grant_role, open_session
from yiwang.access.model import ROLES

EVERYTHING = tuple(Grant(code) for code in ROLES if code not in ADMINISTRATORS)


@dataclass
class Visitor:
    """Someone with a session, or a key: `ask` sends a request as they would."""

    id: UUID
    client: httpx.AsyncClient
    headers: dict[str, str] = field(default_factory=dict)

    async def ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        headers = {**self.headers, **request.pop("headers", {})}
        return await self.client.request(method, path, headers=headers, **request)


@dataclass
class Site:
    """The platform's HTTP side over `city`, without a network in between."""

    city: City
    app: FastAPI
    stranger: httpx.AsyncClient

    async def person(self, name: str, *grants: Grant) -> Visitor:
        """Return someone signed in with these roles."""
        async with self.city.database.tx() as tx:
            account = await create_account(
                tx, BUILDER, name, name.title(), "苏州河边的四季桂花 blooms", at=self.city.now, must_change=False
            )
            for grant in grants:
                await grant_role(
                    tx,
                    BUILDER,
                    account.id,
                    grant.role,
                    jurisdiction=grant.jurisdiction,
                    organisation=grant.organisation,
                    at=self.city.now,
                )
            session = open_session(tx, account.id)
        headers = {"Cookie": f"yiwang_session={session.token}", "X-CSRF-Token": session.csrf}
        return Visitor(account.id, self.stranger, headers)

    async def application(self, name: str, *grants: Grant) -> Visitor:
        """Return an application with a key that has these roles."""
        async with self.city.database.tx() as tx:
            key = await create_key(tx, BUILDER, name, "test", grants, at=self.city.now)
        return Visitor(key.application_id, self.stranger, {"Authorization": f"Bearer {key.key}"})

    async def holder(self, role: str) -> Visitor:
        """Return someone with one role everywhere: a person where it is an administrator's, else an application."""
        if role in ADMINISTRATORS:
            return await self.person(role, Grant(role))
        return await self.application(role, Grant(role))


@asynccontextmanager
async def entered(app: FastAPI, city: City) -> AsyncIterator[Site]:
    """Start the application and open its door."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as client,
    ):
        yield Site(city, app, client)
