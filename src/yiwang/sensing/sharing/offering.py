"""Offering a stream of readings to a business system, for the purpose of one of its keys; pausing, ending it."""

import base64
import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.access.keys import list_keys
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.sensing.sharing import store

PERMISSION = "keys.manage"
_NOBODY = UUID(int=0)


async def offer(
    tx: Tx,
    actor: Actor,
    keyring: Keyring,
    *,
    key_id: UUID,
    name: str,
    way: str,
    address: str,
    topic: str = "",
    username: str | None = None,
    password: str | None = None,
    class_codes: Sequence[str] = (),
    metrics: Sequence[str] = (),
    device_ids: Sequence[UUID] = (),
    jurisdiction_id: UUID | None = None,
    at: datetime,
) -> tuple[UUID, str | None]:
    """Send from now on what fits the filter; return the stream's id and, of a webhook, its secret, shown once."""
    actor.scope(PERMISSION)
    keys = {row["id"]: row for row in await list_keys(tx, actor)}
    if key_id not in keys or keys[key_id]["ended"] is not None:
        raise NotFound("There is no open key with this id; a stream is for the purpose of a key.")
    _check(way, address, topic)
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode() if way == "webhook" else None
    share = uuid7(tx.at)
    held = {"secret": secret, "topic": topic, "username": username, "password": password}
    sealed = await access.seal_for(tx, keyring, share, json.dumps(held).encode(), machine=True)
    row = {
        "id": share,
        "key_id": key_id,
        "name": name,
        "way": way,
        "address": address,
        "sealed": sealed,
        "class_codes": sorted(set(class_codes)),
        "metrics": sorted(set(metrics)),
        "device_ids": list(device_ids),
        "jurisdiction_id": jurisdiction_id,
        "by": actor.id,
        "at": at,
    }
    store.insert(tx, row)
    store.begin(tx, f"share {share}", _NOBODY)
    detail = {"host": urlsplit(address).hostname, "way": way, "key": str(key_id)}
    access.audit(tx, actor, "readings.share", "share", share, at, detail)
    return share, secret


async def listed(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return every stream with its application and purpose, how much it sent, and how far it is behind."""
    actor.scope(PERMISSION)
    keys = {row["id"]: row for row in await list_keys(tx, actor)}
    return [
        row | {"application": keys[row["key_id"]]["application"], "purpose": keys[row["key_id"]]["purpose"]}
        for row in await store.listed(tx)
        if row["key_id"] in keys
    ]


async def pause(tx: Tx, actor: Actor, share: UUID, *, at: datetime) -> None:
    """Send nothing for now; what comes meanwhile is kept in the log and sent later."""
    await _move(tx, actor, share, "paused", ("active",), at, "Only an active stream is paused.")


async def resume(tx: Tx, actor: Actor, share: UUID, *, at: datetime) -> None:
    """Go on where it stopped; one that had been given up goes on from now."""
    await _move(tx, actor, share, "active", ("paused",), at, "Only a paused stream is resumed.")
    store.begin(tx, f"share {share}", _NOBODY)


async def end(tx: Tx, actor: Actor, share: UUID, *, at: datetime) -> None:
    """End a stream for good."""
    await _move(tx, actor, share, "ended", ("active", "paused"), at, "This stream has ended already.")
    store.forget_cursors(tx, f"share {share}")


async def _move(
    tx: Tx, actor: Actor, share: UUID, state: str, before: tuple[str, ...], at: datetime, sentence: str
) -> None:
    actor.scope(PERMISSION)
    if not await store.set_state(tx, share, state, before):
        raise Conflict(sentence) if await store.find(tx, share) else NotFound("There is no such stream.")
    access.audit(tx, actor, f"readings.share_{state}", "share", share, at)


def _check(way: str, address: str, topic: str) -> None:
    try:
        read = urlsplit(address)
        good = bool(read.hostname) and not read.username and (read.port is None or read.port > 0)
    except ValueError:
        good = False
    if way == "webhook" and not (good and read.scheme in ("https", "http")):
        raise Invalid("address", "Give a whole https address, without a user name in it.")
    if way == "mqtt":
        if not (good and read.scheme in ("mqtt", "mqtts") and not read.path.strip("/")):
            raise Invalid("address", "Give a broker as mqtts://host:port, without a user name in it.")
        if not topic or set(topic) & set("+#\0") or len(topic) > 200:
            raise Invalid("topic", "Name the topic to publish to: no wildcards, up to 200 characters.")
