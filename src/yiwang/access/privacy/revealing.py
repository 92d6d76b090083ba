"""Revealing one field with a reason: the value once, the look in the audit trail of the same transaction."""

from datetime import datetime, timedelta
from uuid import UUID

from yiwang.access.model import Actor
from yiwang.access.privacy.declaring import Declared
from yiwang.access.privacy.store import looks as store
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring
from yiwang.base.errors import Invalid, TooMany
from yiwang.db.tx import Tx

MOST = 60
SPAN = timedelta(hours=1)
SHORTEST_REASON = 2


def checked_reason(reason: str) -> str:
    """Return a reason as it is kept; `Invalid` when it says nothing."""
    bare = reason.strip()
    if not SHORTEST_REASON <= len(bare) <= 500:
        raise Invalid("reason", "Say in some words what for: 2 to 500 characters. It is kept beside your name.")
    return bare


async def reveal(
    tx: Tx,
    actor: Actor,
    declared: Declared,
    keyring: Keyring,
    object_type: str,
    object_id: UUID,
    field: str,
    reason: str,
    *,
    at: datetime,
) -> str:
    """Return a personal field in full to whoever may see its object and reveal; at most 60 in an hour."""
    actor.scope("personal.reveal")
    reason = checked_reason(reason)
    opener = declared.reveals.get((object_type, field))
    if opener is None:
        known = ", ".join(sorted(f"{name} of {kind}" for kind, name in declared.reveals))
        raise Invalid("field", f"There is no such field to reveal. Fields are: {known}.")
    await count_look(tx, actor, object_type, object_id, field)
    found = await opener(tx, actor, keyring, object_id, field)
    persons = [str(found.person or object_id)]
    audit(
        tx,
        actor,
        "personal.revealed",
        object_type,
        object_id,
        at,
        {"field": field, "reason": reason, "persons": persons},
    )
    return found.value


async def count_look(tx: Tx, actor: Actor, object_type: str, object_id: UUID, field: str) -> None:
    """Count a look at a field in full; `TooMany` when there were more in an hour than anybody needs."""
    if actor.kind == "platform":
        return
    store.lock_looker(tx, actor.id)  # one after another for each actor, so that the count is right
    if await store.looks_since(tx, actor.id, tx.at - SPAN) >= MOST:
        raise TooMany(f"You have revealed {MOST} fields in the last hour. Ask for an export if you need many.")
    store.insert_look(tx, actor.id, object_type, object_id, field)
