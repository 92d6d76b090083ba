"""How a person is told beside the inbox: carriers in order, addresses, quiet hours, digests. One's own only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.db import Tx
from yiwang.notices.model import KINDS, Quiet
from yiwang.notices.store import settings as store

PERMISSION = "notices.read"
_MOST_CARRIERS, _MOST_DIGESTS = 5, 6
_SHAPES = {
    "mail": (re.compile(r"[^\s@<>,;:\"]{1,64}@[A-Za-z0-9.-]{1,190}"), "A mail address looks like name@example.org."),
    "sms": (re.compile(r"\+?\d{6,15}"), "A mobile number is 6 to 15 digits, with + before a country's code."),
    "wecom": (re.compile(r"[A-Za-z0-9_.@-]{1,64}"), "A WeCom member's id is letters, digits and one of _ . @ -"),
}


@dataclass(frozen=True)
class Settings:
    """What a person has set; addresses are masked."""

    carriers: list[str]
    digests: list[time]
    zone: str
    quiet: Quiet | None
    contacts: list[dict[str, Any]]
    known: list[str]


async def preferences(tx: Tx, actor: Actor) -> Settings:
    """Return one's own settings, and the carriers there are to choose from."""
    actor.scope(PERMISSION)
    found = await store.preference(tx, actor.id) or {"carriers": [], "digests": [], "zone": ""}
    known = [row["code"] for row in await store.carriers(tx) if row["enabled"]]
    quiet = await store.quiet(tx, actor.id)
    zone = found["zone"] or (quiet.zone if quiet else "Asia/Shanghai")
    return Settings(found["carriers"], found["digests"], zone, quiet, await store.contacts(tx, actor.id), known)


async def prefer(
    tx: Tx,
    actor: Actor,
    *,
    carriers: Sequence[str],
    digests: Sequence[time],
    quiet: tuple[time, time] | None,
    zone: str,
    at: datetime,
) -> None:
    """Set one's own carriers in the order they are tried, digest times and quiet hours (wall clock of `zone`)."""
    actor.scope(PERMISSION)
    if actor.kind != "account":
        raise Forbidden("Only a person has preferences; an application is told by webhook.")
    known = {row["code"] for row in await store.carriers(tx)}
    if len(set(carriers)) != len(carriers) or len(carriers) > _MOST_CARRIERS:
        raise Invalid("carriers", f"Name each carrier once, at most {_MOST_CARRIERS}.")
    unknown = [code for code in carriers if code not in known]
    if unknown:
        raise Invalid("carriers", f"There is no carrier {unknown[0]}. There are: {', '.join(sorted(known)) or 'none'}.")
    if len(digests) > _MOST_DIGESTS:
        raise Invalid("digests", f"A digest comes at most {_MOST_DIGESTS} times a day.")
    times = sorted({each.replace(tzinfo=None) for each in digests})
    store.put_preference(tx, actor.id, carriers, times, checked_zone(zone))
    store.put_quiet(tx, actor.id, checked_quiet(quiet, zone), tx.at)
    access.audit(tx, actor, "notices.preferred", "account", actor.id, at, {"carriers": list(carriers)})


async def set_contact(tx: Tx, actor: Actor, keyring: Keyring, kind: str, address: str, *, at: datetime) -> str:
    """Keep where one is reached, sealed with one's own key; return it masked."""
    actor.scope(PERMISSION)
    if actor.kind != "account":
        raise Forbidden("Only a person has addresses; an application is told by webhook.")
    plain, masked = checked_address(kind, address)
    store.put_contact(tx, actor.id, kind, await access.seal_for(tx, keyring, actor.id, plain.encode()), masked)
    access.audit(tx, actor, "notices.contact.set", "account", actor.id, at, {"kind": kind})
    return masked


async def forget_contact(tx: Tx, actor: Actor, kind: str, *, at: datetime) -> None:
    """Remove one of one's own addresses."""
    actor.scope(PERMISSION)
    if not await store.delete_contact(tx, actor.id, kind):
        raise NotFound("You have given no such address.")
    access.audit(tx, actor, "notices.contact.removed", "account", actor.id, at, {"kind": kind})


async def set_post_quiet(
    tx: Tx, actor: Actor, post_id: UUID, quiet: tuple[time, time] | None, zone: str, *, at: datetime
) -> None:
    """Set the quiet hours of a post; who holds it and has set none of their own is left alone then."""
    if not actor.scope("people.write").everything:
        raise Forbidden("Quiet hours of posts are set by whoever edits staff for the whole platform.")
    store.put_quiet(tx, post_id, checked_quiet(quiet, zone), tx.at)
    access.audit(tx, actor, "notices.post.quiet", "post", post_id, at, {"quiet": quiet is not None})


def checked_address(kind: str, address: str) -> tuple[str, str]:
    """Return an address as it is kept and as it is shown; `Invalid` when it is none of its kind."""
    if kind not in KINDS:
        raise Invalid("kind", f"The kind is one of {', '.join(KINDS)}.")
    shape, sentence = _SHAPES[kind]
    plain = address.replace(" ", "").replace("-", "") if kind == "sms" else address.strip()
    if not shape.fullmatch(plain):
        raise Invalid("address", sentence)
    return plain, _masked(kind, plain)


def checked_quiet(quiet: tuple[time, time] | None, zone: str) -> Quiet | None:
    """Return quiet hours that can be; `Invalid` when they begin when they end."""
    if quiet is None:
        return None
    if quiet[0] == quiet[1]:
        raise Invalid("quiet", "Quiet hours end at another time of day than they begin.")
    return Quiet(quiet[0].replace(tzinfo=None), quiet[1].replace(tzinfo=None), checked_zone(zone))


def checked_zone(zone: str) -> str:
    """Return the name of a time zone there is."""
    try:
        return ZoneInfo(zone).key
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        raise Invalid("zone", "Name a time zone such as Asia/Shanghai.") from None


def _masked(kind: str, address: str) -> str:
    if kind == "mail":
        name, _, host = address.partition("@")
        return f"{name[:1]}***@{host}"
    if kind == "sms":
        return f"{address[:3]}****{address[-4:]}" if len(address) > 8 else f"****{address[-2:]}"
    return f"{address[:2]}***"
