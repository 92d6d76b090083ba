"""Links: unguessable, kept as a hash, good until some time after the report was answered."""

import hashlib
import secrets
from datetime import datetime

from yiwang.access import Keyring
from yiwang.base.errors import NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.events.following import Life, lives_of
from yiwang.events.model import Reported
from yiwang.notices import outsiders
from yiwang.residents import store
from yiwang.residents.model import AFTER_CLOSING, LONGEST, digits_of
from yiwang.residents.store import Follow

_NONE = "This link is not valid, or its time is over: it ends 30 days after the report was answered."
_SWEPT_AT_ONCE = 500


def make_link(tx: Tx, keyring: Keyring, reported: Reported, phone: str | None, *, joined: bool) -> tuple[Follow, str]:
    """Make a link to a report; return it with its token, which is kept nowhere."""
    token = secrets.token_urlsafe(24)
    follow = Follow(uuid7(tx.at), reported.report_id, reported.report_number, joined, tx.at)
    digits = digits_of(phone or "")
    store.insert_follow(tx, follow, digest(token), lookup_of(keyring, follow.number, digits) if digits else None)
    return follow, token


def digest(token: str) -> bytes:
    """Return what is kept of a token: 192 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()


def lookup_of(keyring: Keyring, number: str, digits: str) -> bytes:
    """Return what stands for a number with the last digits of the telephone."""
    return keyring.blind("report", f"{number}:{digits}")


async def open_link(tx: Tx, token: str, at: datetime) -> tuple[Follow, Life]:
    """Return the report behind a link; `NotFound` for one that is not valid or whose time is over."""
    follow = await store.by_token(tx, digest(token))
    if follow is None:
        raise NotFound(_NONE)
    return follow, await living(tx, follow, at)


async def living(tx: Tx, follow: Follow, at: datetime) -> Life:
    """Return the life of a link's report while the link is good."""
    life = (await lives_of(tx, [follow.report_id])).get(follow.report_id)
    if life is None or over(follow, life, at):
        raise NotFound(_NONE)
    return life


def over(follow: Follow, life: Life, at: datetime) -> bool:
    """Say whether a link's time is over."""
    return at > (life.answered_at + AFTER_CLOSING if life.answered_at else follow.recorded + LONGEST)


async def sweep(tx: Tx) -> int:
    """Delete the links whose time is over, and old tries; an errand calls it. Return how many links went."""
    gone, last = 0, uuid7(datetime.fromtimestamp(0, tx.at.tzinfo), b"\0" * 10)
    store.delete_tries(tx, tx.at - AFTER_CLOSING / 15)
    while found := await store.follows_before(tx, tx.at - AFTER_CLOSING, last, _SWEPT_AT_ONCE):
        lives = await lives_of(tx, {follow.report_id for follow in found})
        ended = [f.id for f in found if f.report_id not in lives or over(f, lives[f.report_id], tx.at)]
        outsiders.forget(tx, ended)
        store.delete_follows(tx, ended)
        gone, last = gone + len(ended), found[-1].id
    return gone
