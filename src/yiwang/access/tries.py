"""Tries at a secret: each counts as wrong before it is looked at, every fifth in a row locks for longer."""

from uuid import UUID

from yiwang.access.model.secrets import FORGET_AFTER, lock_after
from yiwang.access.store import accounts as store
from yiwang.base.errors import TooMany
from yiwang.db.database import Database
from yiwang.db.tx import Tx


async def count_try(tx: Tx, name: str) -> None:
    """Count a try at the secret of `name`: guesses sent at once then pass no more often than in a row."""
    failures = await store.count_attempt(tx, name, tx.at, tx.at - FORGET_AFTER)
    if failures is None:
        until = await store.locked_until(tx, name)
        minutes = max(1, round((until - tx.at).total_seconds() / 60)) if until else 1
        raise TooMany(f"Too many wrong passwords. Try again in {minutes} minutes, or ask an administrator to reset it.")
    lock = lock_after(failures)
    if lock:
        store.lock_attempts(tx, name, tx.at + lock)


async def count_own_try(database: Database, account_id: UUID) -> None:
    """Count a try of somebody already known, in a transaction of its own so that it stays counted."""
    async with database.tx() as tx:
        await count_try(tx, known(account_id))


def forget_tries(tx: Tx, name: str) -> None:
    """Forget the tries of `name`: the last one was right."""
    store.clear_attempts(tx, name)


def known(account_id: UUID) -> str:
    """Return the name under which tries of a known account are counted: no username begins with #."""
    return f"#{account_id}"
