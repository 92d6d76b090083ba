"""API keys: one per (application, purpose), shown once, with roles of its own, an end date, and revoked at once."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang.access.grants import check_grant
from yiwang.access.model import ADMINISTRATORS, Actor, Grant
from yiwang.access.sessions import KEY_PREFIX, digest
from yiwang.access.store import holdings as store
from yiwang.access.trail import audit
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx

USUAL_LIFE = timedelta(days=365)
LONGEST_LIFE = timedelta(days=3 * 366)


@dataclass(frozen=True)
class NewKey:
    """A key just made: `key` is shown this once and kept nowhere."""

    id: UUID
    application_id: UUID
    key: str
    expires: datetime


async def create_key(
    tx: Tx,
    actor: Actor,
    application: str,
    purpose: str,
    grants: Sequence[Grant],
    *,
    expires: datetime | None = None,
    at: datetime,
) -> NewKey:
    """Make a key for one purpose of an application. A second one for the same purpose lets them change over."""
    actor.scope("keys.manage")
    expires = _checked_end(tx.at, expires)
    for field, text in (("application", application), ("purpose", purpose)):
        if not 1 <= len(text.strip()) <= 100:
            raise Invalid(field, f"Name the {field} in 1 to 100 characters.")
    if not grants:
        raise Invalid("grants", "Give the key at least one role: without one it opens nothing.")
    for grant in grants:
        if grant.role in ADMINISTRATORS:
            raise Invalid("grants", "An administrator's role is for people, not for keys.")
        await check_grant(tx, grant)
    key_id, secret = uuid7(tx.at), secrets.token_urlsafe(32)
    application_id = await store.upsert_application(tx, application.strip())
    store.insert_key(tx, key_id, application_id, purpose.strip(), digest(secret), expires, actor.id)
    store.insert_key_grants(tx, key_id, grants, actor.id)
    detail = {"application": application, "purpose": purpose, "roles": sorted({grant.role for grant in grants})}
    audit(tx, actor, "key.created", "key", key_id, at, detail)
    return NewKey(key_id, application_id, f"{KEY_PREFIX}_{key_id.hex}_{secret}", expires)


async def list_keys(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return every key with its application, purpose, roles and last use; never the key itself."""
    actor.scope("keys.manage")
    return await store.list_keys(tx)


async def revoke_key(tx: Tx, actor: Actor, key_id: UUID, *, at: datetime) -> None:
    """End a key; the next request with it is refused."""
    actor.scope("keys.manage")
    if not await store.end_key(tx, key_id, actor.id):
        raise NotFound("There is no open key with this id.")
    audit(tx, actor, "key.revoked", "key", key_id, at)


def _checked_end(now: datetime, expires: datetime | None) -> datetime:
    if expires is None:
        return now + USUAL_LIFE
    if expires.tzinfo is None or not now < expires <= now + LONGEST_LIFE:
        raise Invalid("expires", "A key ends at a moment in the next three years, given with its time zone.")
    return expires
