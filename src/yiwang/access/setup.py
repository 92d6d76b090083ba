"""The first administrator: a one-time token, printed at first start, makes a system administrator's account.

That account makes further accounts and names the first security administrator; who names the audit administrator and
everyone else. The last of each kind can be neither disabled nor taken the role from, so no platform locks itself out.
"""

import secrets
from datetime import datetime

from yiwang.access.accounts import Account, new_account
from yiwang.access.model import Grant, platform_actor
from yiwang.access.sessions import digest
from yiwang.access.store import accounts as store
from yiwang.access.store import holdings
from yiwang.access.trail import audit
from yiwang.base.errors import Forbidden
from yiwang.db.tx import Tx

SET_UP = platform_actor("set-up")


async def is_needed(tx: Tx) -> bool:
    """Return whether no administrator has been made yet."""
    return not await store.has_administrator(tx)


async def first_token(tx: Tx) -> str | None:
    """Return a new first token, once, to be printed; None when an administrator has been made.

    A token printed earlier and not used stops working: only its hash was kept, so it cannot be shown again.
    """
    token = secrets.token_urlsafe(24)
    return token if await store.put_first_token(tx, digest(token)) else None


async def set_up(tx: Tx, token: str, username: str, name: str, password: str, *, at: datetime) -> Account:
    """Make the first system administrator by the token, which is used up with it."""
    if not await store.use_first_token(tx, digest(token)):
        raise Forbidden("This token is not valid or has been used. A new start of the platform prints a new one.")
    account = await new_account(tx, SET_UP, username, name, password, at=at, must_change=False)
    await holdings.insert_holding(tx, account.id, Grant("system_admin"), SET_UP.id)
    audit(tx, SET_UP, "grant.given", "account", account.id, at, {"role": "system_admin"})
    return account
