"""Declaring other platforms: where they are, who they are, which part of the city is exchanged, what may be told."""

import base64
import binascii
from typing import Any

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.federation import store
from yiwang.federation.model import Peer
from yiwang.federation.sealing import SUBJECT, identity
from yiwang.federation.shapes import FederationPeerAsk
from yiwang.places import Locator
from yiwang.places.model import full_code

_KEY = 32


async def own_identity(tx: Tx, actor: Actor, keyring: Keyring) -> dict[str, str]:
    """Return what a partner declares of us; the keys are made when first asked for."""
    actor.scope("federation.manage")
    own = await identity(tx, keyring)
    return {
        "platform": tx.platform,
        "sign_public": base64.b64encode(own.sign_public).decode(),
        "seal_public": base64.b64encode(own.seal_public).decode(),
    }


async def declare(tx: Tx, actor: Actor, books: Books, name: str, asked: FederationPeerAsk) -> None:
    """Declare a platform, or change its declaration. Codes may end before their noughts; unknown ones are refused."""
    actor.scope("federation.manage")
    if name == tx.platform:
        raise Invalid("name", "This is our own name. Each platform has one of its own (YIWANG_PLATFORM).")
    if not name or len(name) > 40 or not all(sign.isalnum() or sign in "-_." for sign in name):
        raise Invalid("name", "A platform's name is 1 to 40 letters, digits or - _ .")
    codes = _known(await books.locators.at(tx, tx.at), asked.jurisdictions)
    before = await store.peer(tx, name, lock=True)
    fields = asked.model_dump(exclude={"api_key"}) | {"jurisdictions": codes}
    fields["sign_public"] = _key("sign_public", asked.sign_public)
    fields["seal_public"] = _key("seal_public", asked.seal_public)
    sealed = await access.seal_for(tx, books.keyring, SUBJECT, asked.api_key.encode()) if asked.api_key else None
    fields |= {"name": name, "id": before.id if before else uuid7(tx.at), "api_key": sealed, "recorded": tx.at}
    await store.put_peer(tx, fields)
    detail = {
        "platform": name,
        "url": asked.url,
        "jurisdictions": codes,
        "personal": asked.personal,
        "shares": asked.shares,
        "state": asked.state,
        "new_key": asked.api_key is not None,
    }
    access.audit(tx, actor, "federation.declare", "platform", fields["id"], tx.at, detail)


async def listed(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return every declared platform with how the exchange goes; keys are not shown."""
    if not actor.may("cases.hand_over"):
        actor.scope("federation.manage")
    return [{**row, "has_key": row["api_key"] is not None} for row in await store.peers(tx)]


async def active_peer(tx: Tx, name: str) -> Peer:
    """Return a platform that cases are exchanged with."""
    found = await store.peer(tx, name)
    if found is None:
        raise NotFound("No such platform is declared.")
    if found.state != "active":
        raise Conflict(f"The exchange with {found.title} is paused.")
    return found


def check_shared(peer: Peer, what: str) -> None:
    """Refuse what the declaration of a peer leaves out."""
    if what not in peer.shares:
        raise Conflict(f"We do not exchange {what} with you.")


async def peer_of(tx: Tx, actor: Actor, name: str) -> Peer:
    """Return the peer that a message is from, held; `Forbidden` unless it comes with the key given to that peer."""
    actor.scope("federation.exchange")
    found = await store.peer(tx, name, lock=True)
    if found is None or found.application_id != actor.id:
        raise Forbidden("This key was not given to a platform of this name.")
    if found.state != "active":
        raise Conflict("The exchange is paused here; it goes on later.")
    return found


def _known(locator: Locator, codes: list[str]) -> list[str]:
    """Return codes in full, each once; a code that nobody has would exchange nothing and say nothing."""
    full = list(dict.fromkeys(full_code(code) for code in codes))
    for code in full:
        if code not in locator.by_code:
            raise Invalid("jurisdictions", f"There is no jurisdiction {code} in force here.")
    return full


def _key(field: str, text: str) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != _KEY:
        raise Invalid(field, "Give the partner's public key as its GET /api/federation/identity shows it.")
    return raw
