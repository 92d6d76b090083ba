"""Done once: what a phone sends again because it never heard the answer is not done again."""

import hashlib
import hmac
from datetime import timedelta

from yiwang.access.model import Actor
from yiwang.access.store import once as store
from yiwang.base.errors import Conflict
from yiwang.db.tx import Tx

KEPT = timedelta(days=60)  # a phone that was off for longer has its task taken from it


async def first_time(tx: Tx, actor: Actor, key: str, said: bytes) -> bool:
    """Note that the actor does this under a key, in the transaction that does it; False when it was done already.

    What is refused is undone with its key, so that it may be tried again. `Conflict` for another thing under the key.
    """
    digest = hashlib.sha256(said).digest()
    if await store.insert(tx, actor.id, key, digest):
        return True
    known = await store.said(tx, actor.id, key)
    if known is None or not hmac.compare_digest(known, digest):
        raise Conflict("Something else was done under this key: make a new key for each thing to do.")
    return False


def sweep(tx: Tx) -> None:
    """Forget keys nobody sends again."""
    store.forget(tx, tx.at - KEPT)
