"""Accounts: who may sign in. An account is apart from staff: `people` links the two, a firm's key has neither."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access.grants import refuse_if_last
from yiwang.access.model import Actor
from yiwang.access.model.secrets import check_password, checked_username
from yiwang.access.passwords import hash_password, password_fits
from yiwang.access.store import accounts as store
from yiwang.access.store import sessions as session_store
from yiwang.access.trail import audit
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db.tx import Tx


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
    tx: Tx, actor: Actor, username: str, name: str, password: str, *, at: datetime, must_change: bool = False
) -> Account:
    """Make an account that can sign in and has no role yet; `must_change` makes the password good for one sign-in."""
    actor.scope("accounts.manage")
    return await new_account(tx, actor, username, name, password, at=at, must_change=must_change)


async def new_account(
    tx: Tx, actor: Actor, username: str, name: str, password: str, *, at: datetime, must_change: bool
) -> Account:
    """Make an account without asking for a permission: for `create_account` and the set-up by token."""
    username = checked_username(username)
    name = name.strip()
    if not 1 <= len(name) <= 64:
        raise Invalid("name", "A name has 1 to 64 characters.")
    check_password(password, username)
    account = Account(uuid7(tx.at), username, name, "active", tx.at)
    secret = await hash_password(password)
    if not await store.insert_account(tx, account.id, username, name):
        raise Conflict("This username is taken. Choose another.")
    store.put_password(tx, account.id, secret, must_change)
    audit(tx, actor, "account.created", "account", account.id, at, {"username": username})
    return account


async def list_accounts(
    tx: Tx, actor: Actor, *, words: str = "", cursor: str | None = None, limit: int = 50
) -> Page[Account]:
    """Return accounts by username; open to those who manage accounts and to those who manage roles."""
    if not actor.may("grants.manage"):
        actor.scope("accounts.manage")
    limit = checked_limit(limit)
    after = str(decode_cursor(cursor, 1)[0]) if cursor else ""
    rows = await store.list_accounts(tx, words, after, limit + 1)
    items = [Account(**{**row, "roles": tuple(row["roles"])}) for row in rows[:limit]]
    return Page(items, encode_cursor(items[-1].username) if len(rows) > limit else None)


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
    audit(tx, actor, "account.password_reset", "account", account_id, at)


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
