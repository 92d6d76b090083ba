"""Which account somebody is who signed in elsewhere: said by the system administrator, never by the provider alone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from yiwang.access.identity.oidc import normal
from yiwang.access.identity.providers import Ready, ready
from yiwang.access.identity.store import factors
from yiwang.access.identity.store import ways as store
from yiwang.access.identity.trips import Person
from yiwang.access.model import Actor
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx

Claim = Literal["username", "email"]
CLAIMS: tuple[Claim, ...] = ("username", "email")
MOST_STRANGERS = 200


@dataclass(frozen=True)
class Linked:
    """The account that somebody is."""

    link_id: UUID
    account_id: UUID
    name: str
    username: str
    active: bool


async def link_account(
    tx: Tx,
    keyring: Keyring,
    actor: Actor,
    account_id: UUID,
    provider: str,
    *,
    subject: str | None = None,
    claim: Claim | None = None,
    value: str | None = None,
    at: datetime,
) -> UUID:
    """Link an account to a subject, or register it ahead: the first who signs in with this user name or verified
    e-mail address is bound to it."""
    actor.scope("accounts.manage")
    if actor.id == account_id:
        raise Forbidden("Nobody links their own account. Ask another administrator.")
    if (subject is None) == (claim is None or not value):
        raise Invalid("subject", "Give a subject, or a claim and its value: one of the two.")
    there = await ready(tx, keyring, provider, closed_too=True)
    if await factors.lock_account(tx, account_id) is None:
        raise NotFound("There is no account with this id.")
    new = uuid7(tx.at)
    row = {
        "id": new,
        "account_id": account_id,
        "provider_id": there.id,
        "issuer": there.settings.issuer,
        "subject": subject,
        "claim": claim,
        "expected": normal(value) if value else None,
        "at": tx.at,
        "by": actor.id,
    }
    if not await store.insert_link(tx, row):
        raise Conflict("This person is linked to an account already, or this account to somebody there. Unlink first.")
    if subject:
        store.forget_stranger(tx, there.id, there.settings.issuer, subject)
    audit(tx, actor, "link.made", "account", account_id, at, {"provider": provider, "by": claim or "subject"})
    return new


async def unlink_account(tx: Tx, actor: Actor, account_id: UUID, link_id: UUID, *, at: datetime) -> None:
    """End a link; open sessions stay until they are ended."""
    actor.scope("accounts.manage")
    if not await store.end_link(tx, account_id, link_id, actor.id):
        raise NotFound("This account has no link with this id.")
    audit(tx, actor, "link.ended", "account", account_id, at, {"link": str(link_id)})


async def list_links(tx: Tx, actor: Actor, account_id: UUID) -> list[dict[str, Any]]:
    """Return the links of an account; everyone may see their own."""
    if actor.id != account_id:
        actor.scope("accounts.manage")
    return await store.list_links(tx, account_id)


async def list_strangers(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return who proved to be somebody elsewhere and has no account here, latest first."""
    actor.scope("accounts.manage")
    return await store.list_strangers(tx, MOST_STRANGERS)


async def account_of(tx: Tx, provider: Ready, person: Person) -> Linked | None:
    """Return the account of somebody who signed in elsewhere, bound now if it was registered ahead; None for a
    stranger, who is noted for the administrator and gets nothing."""
    row = await store.find_subject(tx, provider.id, person.issuer, person.subject)
    for claim in CLAIMS:
        if row is None and claim in person.claims:
            row = await store.bind(tx, provider.id, person.issuer, person.subject, claim, person.claims[claim])
    if row is None:
        store.note_stranger(tx, provider.id, person.issuer, person.subject, person.shown[:120])
        return None
    store.touch_link(tx, row["id"])
    return Linked(row["id"], row["account_id"], row["name"], row["username"], row["state"] == "active")
