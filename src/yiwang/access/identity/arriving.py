"""Single sign-on: a trip to a provider and back. No connection is held while the provider is asked."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Literal
from uuid import UUID

import structlog

from yiwang.access.identity import oidc, wecom
from yiwang.access.identity.halfway import Caller, HalfWay, admit
from yiwang.access.identity.linking import account_of
from yiwang.access.identity.model.providers import OidcSettings, local_path
from yiwang.access.identity.model.rules import TWO_FACTORS
from yiwang.access.identity.outside import Outside, ProviderFailed
from yiwang.access.identity.providers import Ready, ready
from yiwang.access.identity.store import halves
from yiwang.access.identity.trips import NotAllowed, Person, Trip, new_trip
from yiwang.access.model import platform_actor
from yiwang.access.sessions import OpenSession, digest
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring
from yiwang.base.errors import Forbidden
from yiwang.db.database import Database
from yiwang.db.tx import Tx

TRIP_LIFE = timedelta(minutes=10)
DOOR = platform_actor("door")
Reason = Literal["cancelled", "stale", "provider", "not_linked", "disabled"]
SENTENCES: dict[Reason, str] = {
    "cancelled": "The sign-in was not completed there. Try again, or sign in with your password.",
    "stale": "This sign-in took too long, was used already or began in another browser. Begin again.",
    "provider": "The other side does not answer as it should. Try again, or sign in with your password.",
    "not_linked": "You are known there, but no account here is linked to you. Ask the system administrator to link it.",
    "disabled": "Your account here is disabled. Ask the system administrator.",
}
log = structlog.get_logger()


class TurnedAway(Forbidden):
    """Somebody who came back from a provider and does not get in; `code` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(SENTENCES[reason])
        self.code = reason


@dataclass(frozen=True)
class Departure:
    """Where the browser is sent, and what its cookie has to hold when it comes back."""

    address: str
    cookie: str


@dataclass(frozen=True)
class Arrival:
    """Somebody let in, fully or half way, and the path they wanted to go to."""

    session: OpenSession | HalfWay
    return_to: str | None


async def depart(
    database: Database, keyring: Keyring, outside: Outside, code: str, base: str, return_to: str | None
) -> Departure:
    """Begin a trip; `base` is how this platform is reached ("https://name")."""
    async with database.tx() as tx:
        provider = await ready(tx, keyring, code)
        at = tx.at
    trip = new_trip(f"{(provider.settings.redirect_base or base).rstrip('/')}/api/sign-in/{code}/callback")
    try:
        if isinstance(provider.settings, OidcSettings):
            address = await oidc.address(outside, provider.settings, trip, at)
        else:
            address = wecom.address(provider.settings, trip)
    except ProviderFailed as failed:
        _tell(code, failed)
        raise TurnedAway("provider") from None
    cookie = secrets.token_urlsafe(32)
    browser = hashlib.sha256(cookie.encode()).hexdigest()
    detail = {"trip": asdict(trip), "provider": code, "browser": browser, "return_to": local_path(return_to)}
    async with database.tx() as tx:
        halves.insert_handshake(tx, digest(trip.state), "provider", None, detail, tx.at + TRIP_LIFE)
    return Departure(address, cookie)


async def arrive(
    database: Database,
    keyring: Keyring,
    outside: Outside,
    code: str,
    answer: Mapping[str, str],
    cookie: str | None,
    caller: Caller,
) -> Arrival:
    """End a trip: find out who came back and let them in. `TurnedAway` says why not."""
    async with database.tx() as tx:
        row = await halves.take_handshake(tx, digest(answer.get("state", "")), "provider")
    detail = row["detail"] if row else {}
    browser = hashlib.sha256((cookie or "").encode()).hexdigest()
    if detail.get("provider") != code or not hmac.compare_digest(str(detail.get("browser")), browser):
        raise TurnedAway("stale")
    async with database.tx() as tx:
        provider = await ready(tx, keyring, code)
        at = tx.at
    try:
        if isinstance(provider.settings, OidcSettings):
            trip = Trip(**detail["trip"])
            person = await oidc.person(outside, provider.settings, provider.secret, answer, trip, at)
        else:
            person = await wecom.person(outside, provider.settings, provider.secret or "", answer, at)
    except NotAllowed:
        raise TurnedAway("cancelled") from None
    except ProviderFailed as failed:
        _tell(code, failed)
        raise TurnedAway("provider") from None
    async with database.tx() as tx:
        session = await _let_in(tx, provider, person, caller, detail["return_to"])
    if isinstance(session, str):
        raise TurnedAway(session)
    return Arrival(session, detail["return_to"])


async def _let_in(
    tx: Tx, provider: Ready, person: Person, caller: Caller, return_to: str | None
) -> OpenSession | HalfWay | Reason:
    """Return a session, or why there is none: that has to be kept, so it is no exception yet."""
    linked = await account_of(tx, provider, person)
    if linked is None or not linked.active:
        reason: Reason = "disabled" if linked else "not_linked"
        _refuse(tx, provider.code, reason, person, linked.account_id if linked else None, caller)
        return reason
    ways = [f"provider {provider.code}", *([TWO_FACTORS] if provider.two_factors else [])]
    return await admit(tx, linked.account_id, linked.name, ways, caller, return_to=return_to)


def _refuse(tx: Tx, code: str, reason: Reason, person: Person, account: UUID | None, caller: Caller) -> None:
    who = hashlib.sha256(person.subject.encode()).hexdigest()[:16]
    detail = {"provider": code, "reason": reason, "subject": who, "address": caller.address}
    audit(tx, DOOR, "session.refused", "account", account, tx.at, detail, success=False)


def _tell(code: str, failed: ProviderFailed) -> None:
    log.warning("a provider of single sign-on failed", provider=code, reason=str(failed))
