"""From a first factor to a session: whoever owes a second one is half way in and can do nothing else."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from yiwang.access.identity.model.rules import Demand, is_full
from yiwang.access.identity.policies import demand_on
from yiwang.access.identity.store import factors, halves, rules
from yiwang.access.model import Actor
from yiwang.access.sessions import IDLE, OpenSession, digest, open_session
from yiwang.access.trail import audit
from yiwang.base.errors import NotSignedIn
from yiwang.db.tx import Tx

HALF_LIFE = timedelta(minutes=10)
KEEP_OVER = timedelta(days=1)
Step = Literal["prove", "enrol"]
_OVER = "This sign-in has taken too long or was never begun. Sign in again."


@dataclass(frozen=True)
class Caller:
    """Where a sign-in comes from: its address and browser."""

    address: str | None = None
    agent: str | None = None


@dataclass(frozen=True)
class HalfWay:
    """One factor was right: `token` goes into a cookie of its own. Next is to `prove` a second or to `enrol` one."""

    token: str
    step: Step
    expires: datetime


@dataclass(frozen=True)
class Waiting:
    """Somebody half way in: who it is, what they have shown and where they wanted to go."""

    token: str
    account_id: UUID
    username: str
    name: str
    ways: tuple[str, ...]
    step: Step
    return_to: str | None
    expires: datetime

    @property
    def actor(self) -> Actor:
        """Whoever it is, without any right."""
        return Actor(self.account_id, "account", self.name)


async def admit(
    tx: Tx, account_id: UUID, name: str, ways: Sequence[str], caller: Caller, *, return_to: str | None = None
) -> OpenSession | HalfWay:
    """Begin a session, unless a second factor is owed: by whoever has one, and by roles whose rule asks for one."""
    asked = await demand_on(tx, account_id)
    if is_full(ways):
        return begin(tx, account_id, name, ways, caller, asked)
    found = await factors.overview(tx, account_id)
    if has_factor(found):
        return _stop(tx, account_id, ways, "prove", return_to)
    if asked.second_factor:
        return _stop(tx, account_id, ways, "enrol", return_to)
    return begin(tx, account_id, name, ways, caller, asked)


def has_factor(overview: dict[str, Any]) -> bool:
    """Return whether an account has a second factor."""
    return overview["totp"] is not None or bool(overview["hosts"])


async def waiting(tx: Tx, token: str | None) -> Waiting:
    """Return who is half way in with this token; `NotSignedIn` when nobody is."""
    row = await halves.find_half(tx, digest(token)) if token else None
    if token is None or row is None:
        raise NotSignedIn(_OVER)
    return Waiting(token, **{**row, "ways": tuple(row["ways"])})


async def finish(tx: Tx, half: Waiting, way: str, caller: Caller) -> OpenSession:
    """Make a session of half a one: once."""
    if not await halves.end_half(tx, digest(half.token)):
        raise NotSignedIn(_OVER)
    asked = await demand_on(tx, half.account_id)
    return begin(tx, half.account_id, half.name, (*half.ways, way), caller, asked)


async def enter(tx: Tx, account_id: UUID, name: str, ways: Sequence[str], caller: Caller) -> OpenSession:
    """Begin a session of somebody who has shown two factors at once."""
    return begin(tx, account_id, name, ways, caller, await demand_on(tx, account_id))


async def give_up(tx: Tx, token: str | None) -> None:
    """Forget half a session."""
    if token:
        await halves.end_half(tx, digest(token))


def begin(tx: Tx, account_id: UUID, name: str, ways: Sequence[str], caller: Caller, asked: Demand) -> OpenSession:
    """Begin a session within the limits of the account's roles."""
    session = open_session(tx, account_id, caller.address, caller.agent)
    session = replace(session, expires=min(session.expires, tx.at + asked.longest))
    rules.limit_session(tx, session.id, account_id, list(ways), session.expires, tx.at - IDLE, asked.most_sessions)
    actor = Actor(account_id, "account", name, (), session.id)
    audit(tx, actor, "session.begun", "session", session.id, tx.at, {"address": caller.address, "ways": list(ways)})
    return session


def sweep(tx: Tx) -> None:
    """Forget what was begun and never finished."""
    halves.forget(tx, tx.at - KEEP_OVER)


def _stop(tx: Tx, account_id: UUID, ways: Sequence[str], step: Step, return_to: str | None) -> HalfWay:
    half = HalfWay(secrets.token_urlsafe(32), step, tx.at + HALF_LIFE)
    halves.insert_half(tx, digest(half.token), account_id, ways, step, return_to, half.expires)
    return half
