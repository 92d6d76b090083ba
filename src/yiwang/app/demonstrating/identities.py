"""Who one can be in the made-up district: an account without a password for each role, entered by one click."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from uuid import UUID

from fastapi import Request

from yiwang.access import OpenSession, audit, open_session, platform_actor, setup
from yiwang.access.accounts import active_account, new_account
from yiwang.access.grants import grant_role
from yiwang.app.demonstrating.hosts import is_loopback, on_this_machine, welcome
from yiwang.app.platform import Platform
from yiwang.app.sample.filling import ACCOUNTS
from yiwang.app.settings import Settings
from yiwang.base.errors import Conflict, Forbidden, NotFound
from yiwang.db import Tx
from yiwang.places import Locator

SHOWN = platform_actor("demo")
_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip", "via")


@dataclass(frozen=True)
class Identity:
    """A role to look through: its account, and the face it begins at."""

    username: str
    role: str
    zh: str
    en: str
    name: str = ""
    face: str = "/"
    street: str | None = None


_READ = tomllib.loads((files("yiwang.app.demonstrating") / "identities.toml").read_text(encoding="utf-8"))
IDENTITIES = tuple(Identity(**one) for one in _READ["identity"])
_SAMPLED = frozenset(row[0] for row in ACCOUNTS)


def offered(settings: Settings, request: Request) -> bool:
    """Whether one may come in by a click: the made-up district, bound to loopback, asked from here by a name of here.

    The host is looked at because a page of elsewhere can have its own name lead here; what a proxy hands on is of
    elsewhere, too.
    """
    host = request.url.hostname or ""
    here = request.client is not None and is_loopback(request.client.host)
    named = host == "localhost" or host.endswith(".localhost") or is_loopback(host)
    passed_on = any(name in request.headers for name in _FORWARDED)
    return settings.demo and on_this_machine(settings) and here and named and not passed_on


async def refuse_real(platform: Platform) -> None:
    """Refuse to bring anything made up into a platform that somebody has set up to work with."""
    async with platform.database.tx() as tx:
        if not await setup.is_needed(tx) and await active_account(tx, IDENTITIES[-1].username) is None:
            raise Conflict(
                "This data folder holds a platform of its own, and nothing made up goes in there. Name another one by "
                "YIWANG_DATA_DIR, or run yiwang serve."
            )


async def make(platform: Platform) -> list[str]:
    """Make the accounts that are not there yet, none of them with a password; return what to tell."""
    async with platform.database.tx() as tx:
        locator = await platform.books.locators.at(tx, tx.at)
        for one in IDENTITIES:
            if one.username not in _SAMPLED and await active_account(tx, one.username) is None:
                await _make(tx, one, locator)
    return welcome(platform.settings)


async def _make(tx: Tx, one: Identity, locator: Locator) -> None:
    account = await new_account(tx, SHOWN, one.username, one.name, None, at=tx.at, must_change=False)
    place = locator.by_code.get(one.street) if one.street else None
    await grant_role(tx, SHOWN, account.id, one.role, jurisdiction=place.id if place else None, at=tx.at)


async def enter(tx: Tx, username: str, *, caller: Any) -> OpenSession:
    """Begin a session of one of the identities."""
    if username not in {one.username for one in IDENTITIES}:
        raise NotFound("There is no such identity to choose.")
    account: UUID | None = await active_account(tx, username)
    if account is None:
        raise Forbidden("This identity is not made yet: it comes with the first start of the demonstration.")
    session = open_session(tx, account, caller.address, caller.agent)
    audit(tx, SHOWN, "session.begun", "session", session.id, tx.at, {"address": caller.address, "ways": ["demo"]})
    return session
