"""Webhook subscriptions: which system hears which facts of which part of the city."""

import base64
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import httpx

from yiwang import access
from yiwang.access import Actor, Grant, Keyring
from yiwang.access.grants import check_grant
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.notices.kernels import SECRET_PREFIX
from yiwang.notices.store import webhooks as store

PERMISSION = "keys.manage"
BOTH_SIGN = timedelta(hours=24)
_MOST_TYPES = 200


@dataclass(frozen=True)
class NewSecret:
    """A subscription's secret, shown once."""

    id: UUID
    secret: str


async def subscriptions(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return every subscription without its secret."""
    actor.scope(PERMISSION)
    return await store.listed(tx)


async def subscribe(
    tx: Tx,
    actor: Actor,
    keyring: Keyring,
    *,
    application: str,
    purpose: str,
    url: str,
    types: Sequence[str],
    known: Collection[str],
    jurisdiction: UUID | None = None,
    organisation: UUID | None = None,
    at: datetime,
) -> NewSecret:
    """Let an application hear facts of `types` (of those `known`) from now on, inside two subtrees.

    None of both is the whole city. Facts that belong to no place or unit go only to whoever hears the whole city.
    """
    actor.scope(PERMISSION)
    _check_url(url)
    wanted = sorted(set(types))
    unknown = [each for each in wanted if each not in known]
    if unknown or not wanted or len(wanted) > _MOST_TYPES:
        raise Invalid("types", f"There is no fact {unknown[0]}." if unknown else "Name the types of facts to hear.")
    await check_grant(tx, Grant("handler", jurisdiction, organisation))  # both must be nodes of the tree
    row_id, secret = uuid7(tx.at), _new_secret()
    row = {
        "id": row_id,
        "application": application,
        "purpose": purpose,
        "url": url,
        "types": wanted,
        "jurisdiction": jurisdiction,
        "organisation": organisation,
        "secret": await access.seal_for(tx, keyring, row_id, secret.encode()),
        "by": actor.id,
    }
    store.insert(tx, row)
    detail = {"application": application, "purpose": purpose, "host": httpx.URL(url).host, "types": wanted}
    access.audit(tx, actor, "webhook.subscribed", "webhook", row_id, at, detail)
    return NewSecret(row_id, secret)


async def rotate(tx: Tx, actor: Actor, keyring: Keyring, row_id: UUID, *, at: datetime) -> NewSecret:
    """Give a subscription a new secret; for a day the former one signs beside it."""
    actor.scope(PERMISSION)
    secret = _new_secret()
    sealed = await access.seal_for(tx, keyring, row_id, secret.encode()) if await store.find(tx, row_id) else b""
    if not await store.rotate(tx, row_id, sealed, tx.at + BOTH_SIGN):
        raise NotFound("There is no such subscription, or it has ended.")
    access.audit(tx, actor, "webhook.rotated", "webhook", row_id, at)
    return NewSecret(row_id, secret)


async def resume(tx: Tx, actor: Actor, row_id: UUID, *, at: datetime) -> None:
    """Let a suspended subscription go on where it stopped: nothing that happened meanwhile is left out."""
    actor.scope(PERMISSION)
    if not await store.set_state(tx, row_id, "active", ("suspended",)):
        raise await _why_not(tx, row_id, "Only a suspended subscription is resumed.")
    access.audit(tx, actor, "webhook.resumed", "webhook", row_id, at)


async def unsubscribe(tx: Tx, actor: Actor, row_id: UUID, *, at: datetime) -> None:
    """End a subscription; what still waits for it is taken back."""
    actor.scope(PERMISSION)
    if not await store.set_state(tx, row_id, "ended", ("active", "suspended")):
        raise await _why_not(tx, row_id, "This subscription has ended already.")
    store.cancel_waiting(tx, row_id)
    access.audit(tx, actor, "webhook.ended", "webhook", row_id, at)


async def _why_not(tx: Tx, row_id: UUID, sentence: str) -> Conflict | NotFound:
    return Conflict(sentence) if await store.find(tx, row_id) else NotFound("There is no such subscription.")


def _check_url(url: str) -> None:
    try:
        read = httpx.URL(url)
    except httpx.InvalidURL:
        read = httpx.URL("")
    if read.scheme not in ("https", "http") or not read.host or read.userinfo or read.fragment:
        raise Invalid("url", "Give a whole https address, without a user name in it.")


def _new_secret() -> str:
    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()
