"""Accounts: who may sign in. An account is apart from staff: `people` links the two, a firm's key has neither."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from yiwang.access.grants import refuse_if_last
from yiwang.access.model import Actor
from yiwang.access.model.secrets import check_password, checked_username
from yiwang.access.passwords import NONE, hash_password, password_fits
from yiwang.access.sessions import IDLE, digest
from yiwang.access.store import accounts as store
from yiwang.access.store import sessions as session_store
from yiwang.access.trail import audit
from yiwang.access.tries import count_own_try, forget_tries, known
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db.database import Database
from yiwang.db.tx import Tx

LINK_LIFE = timedelta(hours=24)
State = Literal["active", "disabled"]


@dataclass(frozen=True)
class PasswordLink:
    """The one-time token of a link by which somebody chooses their own password; kept nowhere."""

    token: str
    expires: datetime


@dataclass(frozen=True)
class Account:
    """Someone who may sign in; `name` is what others see."""

    id: UUID
    username: str
    name: str
    state: str
    recorded: datetime
    roles: tuple[str, ...] = ()


async def create_account(
    tx: Tx, actor: Actor, username: str, name: str, password: str | None, *, at: datetime, must_change: bool = False
) -> Account:
    """Make an account that can sign in and has no role yet; `must_change` makes the password good for one sign-in.

    Without a password it signs in by a link, or by single sign-on.
    """
    actor.scope("accounts.manage")
    return await new_account(tx, actor, username, name, password, at=at, must_change=must_change)


async def new_account(
    tx: Tx, actor: Actor, username: str, name: str, password: str | None, *, at: datetime, must_change: bool
) -> Account:
    """Make an account without asking for a permission: for `create_account` and the set-up by token."""
    username = checked_username(username)
    name = name.strip()
    if not 1 <= len(name) <= 64:
        raise Invalid("name", "A name has 1 to 64 characters.")
    if password is not None:
        check_password(password, username)
    account = Account(uuid7(tx.at), username, name, "active", tx.at)
    secret = NONE if password is None else await hash_password(password)
    if not await store.insert_account(tx, account.id, username, name):
        raise Conflict("This username is taken. Choose another.")
    store.put_password(tx, account.id, secret, must_change and password is not None)
    audit(tx, actor, "account.created", "account", account.id, at, {"username": username})
    return account


async def active_account(tx: Tx, username: str) -> UUID | None:
    """Return the active account of this username: for what the platform itself sets up."""
    found = await store.find_password(tx, username)
    return found["id"] if found else None


async def list_accounts(
    tx: Tx,
    actor: Actor,
    *,
    words: str = "",
    role: str | None = None,
    state: State | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Account]:
    """Return accounts by username; open to those who manage accounts and to those who manage roles."""
    if not actor.may("grants.manage"):
        actor.scope("accounts.manage")
    limit = checked_limit(limit)
    after = str(decode_cursor(cursor, 1)[0]) if cursor else ""
    rows = await store.list_accounts(tx, words, role, state, after, limit + 1)
    items = [Account(**{**row, "roles": tuple(row["roles"])}) for row in rows[:limit]]
    return Page(items, encode_cursor(items[-1].username) if len(rows) > limit else None)


async def find_account(tx: Tx, actor: Actor, account_id: UUID) -> dict[str, Any]:
    """Return one account with its roles and ways of signing in, as administrators see it."""
    if not actor.may("grants.manage"):
        actor.scope("accounts.manage")
    row = await store.find_account(tx, account_id)
    if row is None:
        raise NotFound("There is no account with this id.")
    return row


async def disable_account(tx: Tx, actor: Actor, account_id: UUID, *, at: datetime) -> None:
    """Shut an account out at once: its sessions end, its roles stay for the day it comes back."""
    actor.scope("accounts.manage")
    if actor.id == account_id:
        raise Forbidden("You cannot disable your own account.")
    await refuse_if_last(tx, account_id)
    await _held(tx, account_id)
    if not await store.set_state(tx, account_id, "disabled"):
        raise Conflict("This account is disabled already.")
    session_store.end_all(tx, account_id, tx.at, "disabled")
    audit(tx, actor, "account.disabled", "account", account_id, at)


async def enable_account(tx: Tx, actor: Actor, account_id: UUID, *, at: datetime) -> None:
    """Let a disabled account sign in again."""
    actor.scope("accounts.manage")
    await _held(tx, account_id)
    if not await store.set_state(tx, account_id, "active"):
        raise Conflict("This account is active already.")
    audit(tx, actor, "account.enabled", "account", account_id, at)


async def reset_password(tx: Tx, actor: Actor, account_id: UUID, password: str, *, at: datetime) -> None:
    """Give an account a password for one sign-in, unlock it and end its sessions."""
    actor.scope("accounts.manage")
    row = await _held(tx, account_id)
    check_password(password, row["username"])
    store.put_password(tx, account_id, await hash_password(password), must_change=True)
    store.clear_attempts(tx, row["username"])
    session_store.end_all(tx, account_id, tx.at, "reset")
    store.drop_links(tx, account_id)
    audit(tx, actor, "account.password_reset", "account", account_id, at)


async def make_link(tx: Tx, actor: Actor, account_id: UUID, *, at: datetime) -> PasswordLink:
    """Make a one-time link by which somebody chooses a password that no administrator knows. Earlier ones end.

    The present password stays good until then.
    """
    actor.scope("accounts.manage")
    if actor.id == account_id:
        raise Forbidden("Change your own password by the present one.")
    row = await _held(tx, account_id)
    if row["state"] != "active":
        raise Conflict("This account is disabled. Enable it first.")
    link = PasswordLink(secrets.token_urlsafe(32), tx.at + LINK_LIFE)
    store.put_link(tx, account_id, digest(link.token), actor.id, link.expires)
    audit(tx, actor, "account.link_made", "account", account_id, at)
    return link


async def use_link(tx: Tx, token: str, password: str, *, at: datetime) -> str:
    """Choose a password by a one-time link; return the username. All sessions end, and a second factor stays owed."""
    account_id = await store.take_link(tx, digest(token))
    row = await store.lock_account(tx, account_id) if account_id else None
    if account_id is None or row is None or row["state"] != "active":
        raise Forbidden("This link was used, is over or was replaced. Ask the system administrator for a new one.")
    check_password(password, row["username"])
    store.put_password(tx, account_id, await hash_password(password), must_change=False)
    store.clear_attempts(tx, row["username"])
    session_store.end_all(tx, account_id, tx.at, "reset")
    who = Actor(account_id, "account", row["name"])
    audit(tx, who, "account.password_chosen", "account", account_id, at)
    username: str = row["username"]
    return username


async def sessions_of(tx: Tx, actor: Actor, account_id: UUID) -> list[dict[str, Any]]:
    """Return the open sessions of somebody; for the administrator who may end them."""
    actor.scope("accounts.manage")
    return await session_store.open_sessions(tx, account_id, tx.at, tx.at - IDLE)


async def end_session_of(tx: Tx, actor: Actor, account_id: UUID, session_id: UUID, *, at: datetime) -> None:
    """End somebody's session."""
    actor.scope("accounts.manage")
    if not await session_store.end_session(tx, session_id, account_id, tx.at, "administrator"):
        raise NotFound("This account has no open session with this id.")
    audit(tx, actor, "session.ended", "session", session_id, at, {"account": str(account_id)})


async def end_sessions_of(tx: Tx, actor: Actor, account_id: UUID, *, at: datetime) -> None:
    """End all sessions of somebody."""
    actor.scope("accounts.manage")
    await _held(tx, account_id)
    session_store.end_all(tx, account_id, tx.at, "administrator")
    audit(tx, actor, "session.all_ended", "account", account_id, at)


async def change_own_password(database: Database, actor: Actor, old: str, new: str) -> None:
    """Change one's own password as `change_password` does; a wrong present one stays counted."""
    async with database.tx() as tx:
        check_password(new, (await _held(tx, actor.id))["username"])  # before it counts as a try
    await count_own_try(database, actor.id)
    async with database.tx() as tx:
        await change_password(tx, actor, old, new, at=tx.at)
        forget_tries(tx, known(actor.id))


async def change_password(tx: Tx, actor: Actor, old: str, new: str, *, at: datetime) -> None:
    """Change one's own password; the sessions on other machines end."""
    row = await _held(tx, actor.id)
    if not await password_fits(row["secret"], old):
        raise Invalid("old", "This is not your present password.")
    if old == new:
        raise Invalid("password", "The new password must differ from the present one.")
    check_password(new, row["username"])
    store.put_password(tx, actor.id, await hash_password(new), must_change=False)
    session_store.end_all(tx, actor.id, tx.at, "password", spare=actor.session)
    audit(tx, actor, "account.password_changed", "account", actor.id, at)


async def _held(tx: Tx, account_id: UUID) -> dict[str, Any]:
    row = await store.lock_account(tx, account_id)
    if row is None:
        raise NotFound("There is no account with this id.")
    return row
