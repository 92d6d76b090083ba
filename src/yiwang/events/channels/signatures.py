"""Signed webhooks in: the secrets of a channel, and whether a message is signed, fresh and new."""

import secrets as chance
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from yiwang import access
from yiwang.access import Actor, Grant, Keyring
from yiwang.base.errors import Conflict, Invalid, NotFound, NotSignedIn
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.events.channels import store
from yiwang.events.channels.model import Channel, signing

TOLERANCE = timedelta(minutes=5)
MOST_SECRETS = 2  # the old and the new one while a sender changes over
_SENDERS = UUID("0a2a8f67-5f0e-5a41-9d5f-8f3f2f0c6b1d")


@dataclass(frozen=True)
class NewSecret:
    """A secret just made: `secret` is shown this once."""

    id: UUID
    channel: str
    secret: str
    made: datetime


async def make_secret(
    tx: Tx, actor: Actor, keyring: Keyring, channel: Channel, *, secret: str | None = None, at: datetime
) -> NewSecret:
    """Make a secret for a channel, or take over the one its sender made; two at most are in force."""
    actor.scope("keys.manage")
    if len(await store.secrets_of(tx, channel.code)) >= MOST_SECRETS:
        raise Conflict("This channel has two secrets in force: end the old one first.")
    value = chance.token_bytes(32) if secret is None else _given(secret)
    secret_id = uuid7(tx.at)
    store.insert_secret(tx, secret_id, channel.code, access.seal_new(tx, keyring, secret_id, value), actor.id)
    access.audit(tx, actor, "channels.secret_made", "webhook_secret", secret_id, at, {"channel": channel.code})
    return NewSecret(secret_id, channel.code, signing.written(value), tx.at)


async def list_secrets(tx: Tx, actor: Actor, code: str) -> list[dict[str, Any]]:
    """Return the secrets of a channel in force, without what they are."""
    actor.scope("keys.manage")
    return [{name: row[name] for name in ("id", "made", "used")} for row in await store.secrets_of(tx, code)]


async def end_secret(tx: Tx, actor: Actor, keyring: Keyring, code: str, secret_id: UUID, *, at: datetime) -> None:
    """End a secret; its key is erased, and what is signed with it is refused from now on."""
    actor.scope("keys.manage")
    if not await store.end_secret(tx, code, secret_id):
        raise NotFound("This channel has no such secret in force.")
    await access.erase_key(tx, keyring, secret_id)
    access.audit(tx, actor, "channels.secret_ended", "webhook_secret", secret_id, at, {"channel": code})


async def check(tx: Tx, keyring: Keyring, code: str, headers: Mapping[str, str], body: bytes, *, now: datetime) -> None:
    """Refuse a message that no secret of the channel signed, that is minutes old, or that was seen before."""
    message_id, timestamp, given = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not 1 <= len(message_id) <= 256 or not given or not timestamp.isascii() or not timestamp.isdigit():
        raise NotSignedIn(
            "This channel takes signed messages: send webhook-id, webhook-timestamp (seconds) and webhook-signature."
        )
    if abs(int(timestamp[:15]) - now.timestamp()) > TOLERANCE.total_seconds():
        raise NotSignedIn(
            "The time of webhook-timestamp is more than five minutes away from ours; set the clock, sign anew."
        )
    rows = await store.secrets_of(tx, code)
    known = {row["id"]: await access.unseal_for(tx, keyring, row["id"], row["sealed"]) for row in rows}
    used = [one for one, value in known.items() if signing.fits([value], given, message_id, timestamp, body)]
    if not used:
        raise NotSignedIn("The signature is not of this channel's secret: sign the bytes of id.timestamp.body as sent.")
    if not await store.first_seen(tx, code, message_id, int(timestamp), tx.at - 3 * TOLERANCE):
        raise Conflict("This signed message was taken already; to try again, sign it with a new webhook-timestamp.")
    store.touch_secret(tx, used[0])


def sender_of(code: str) -> Actor:
    """Return who sends by signature alone: an application of the channel's name that may send reports, no more."""
    return Actor(uuid5(_SENDERS, code), "application", f"webhook {code}", (Grant("intake"),))


def _given(secret: str) -> bytes:
    try:
        return signing.read(secret)
    except ValueError:
        sentence = f"A secret is whsec_ and base64 of {signing.SHORTEST} to {signing.LONGEST} bytes."
        raise Invalid("secret", sentence) from None
