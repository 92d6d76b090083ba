"""What comes from another platform: taken once, in order, and answered; the same again gets the same answer."""

import base64
import binascii
import hashlib
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound, Refusal
from yiwang.db import Database, Tx
from yiwang.events.books import Books
from yiwang.federation import notes, photos, signs, store, warnings
from yiwang.federation.acting import as_peer, give_back, link_for, move_mirror, take_case
from yiwang.federation.bodies import (
    BODIES,
    Body,
    LiftBody,
    NoteBody,
    PhotoBody,
    ReceiptsBody,
    SignsBody,
    WarningBody,
)
from yiwang.federation.model import Link, Peer, signed_bytes
from yiwang.federation.peers import peer_of
from yiwang.federation.sealing import bound, check_signature, identity, open_sealed
from yiwang.federation.shapes import FederationMessage, HandBody, MirrorBody, RecallBody
from yiwang.federation.telling import tell_mirror
from yiwang.files import Shelf

Answer = dict[str, Any]


class _Declined(Exception):
    """The message is in order, and what it asks is refused: that is its answer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.detail)
        self.refusal = refusal


async def take_in(
    database: Database, actor: Actor, message: FederationMessage, *, books: Books, shelf: Shelf
) -> Answer:
    """Take one message: all of it happens, or it is refused and nothing does; either way it is answered once."""
    try:
        async with database.tx() as tx:
            return await _take(tx, actor, message, books, shelf)
    except _Declined as declined:
        async with database.tx() as tx:
            return await _note_refusal(tx, actor, message, declined.refusal, books)


async def _take(tx: Tx, actor: Actor, message: FederationMessage, books: Books, shelf: Shelf) -> Answer:
    peer, sealed = await _checked(tx, actor, message)
    before = await _answered(tx, peer, message, sealed)
    if before is not None:
        return before
    own = await identity(tx, books.keyring)
    try:
        body = _opened(message, open_sealed(own, sealed, bound(peer.name, tx.platform, message.id)))
        answer = await _act(tx, peer, body, message.id, books, shelf)
    except Refusal as refusal:
        raise _Declined(refusal) from refusal
    _note(tx, peer, message, sealed, "done", answer)
    return {"outcome": "done", **answer}


async def _note_refusal(tx: Tx, actor: Actor, message: FederationMessage, refusal: Refusal, books: Books) -> Answer:
    peer, sealed = await _checked(tx, actor, message)
    before = await _answered(tx, peer, message, sealed)
    if before is not None:
        return before
    answer = {"code": refusal.code, "detail": refusal.detail}
    if message.kind == "case.recall":
        await _tell_how_it_stands(tx, peer, message, sealed, books)
    _note(tx, peer, message, sealed, "refused", answer)
    return {"outcome": "refused", **answer}


async def _checked(tx: Tx, actor: Actor, message: FederationMessage) -> tuple[Peer, bytes]:
    """Return who sent a message, held, and its sealed body; refused unless key, name and signature agree."""
    peer = await peer_of(tx, actor, message.platform)
    sealed, signature = _bytes("sealed", message.sealed), _bytes("signature", message.signature)
    signed = signed_bytes(peer.name, tx.platform, message.id, message.seq, message.kind, sealed)
    check_signature(peer.sign_public, signature, signed)
    return peer, sealed


async def _answered(tx: Tx, peer: Peer, message: FederationMessage, sealed: bytes) -> Answer | None:
    """Return the answer a message got before, None when it is the next one; anything else is out of order."""
    if message.seq == peer.received + 1:
        return None
    if message.seq > peer.received:
        detail = f"Messages are taken in order: number {peer.received + 1} comes next."
        raise Conflict(detail, expected=peer.received + 1)
    row = await store.answered_before(tx, peer.name, message.seq)
    if row is None:
        raise Conflict("This message was answered long ago; the answer is no longer kept.")
    if row["id"] != message.id or bytes(row["digest"]) != hashlib.sha256(sealed).digest():
        raise Conflict("Another message was taken under this number.")
    return {"outcome": row["outcome"], **row["answer"], "repeated": True}


def _note(tx: Tx, peer: Peer, message: FederationMessage, sealed: bytes, outcome: str, answer: Answer) -> None:
    digest = hashlib.sha256(sealed).digest()
    store.put_answer(tx, peer.name, message.seq, message.id, digest, message.kind, outcome, answer)
    access.audit(
        tx,
        as_peer(peer),
        f"federation.{message.kind}",
        "platform",
        peer.id,
        tx.at,
        {"message": str(message.id), "seq": message.seq, "case": answer.get("case_id")},
        success=outcome == "done",
    )


def _opened(message: FederationMessage, raw: bytes) -> Body:
    shape = BODIES.get(message.kind)
    if shape is None:
        raise Invalid("kind", f"This platform does not know messages of kind {message.kind}.")
    try:
        return shape.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        raise Invalid(".".join(map(str, first["loc"])) or "sealed", first["msg"]) from None


async def _act(tx: Tx, peer: Peer, body: Body, message: UUID, books: Books, shelf: Shelf) -> Answer:
    """Do what a message says."""
    if isinstance(body, WarningBody | LiftBody | ReceiptsBody):
        return await warnings.take(tx, peer, body, books)
    if isinstance(body, SignsBody):
        return await signs.take(tx, peer, body, books)
    link = await link_for(tx, peer, body.case_id, body.yours)
    if isinstance(body, HandBody):
        return await take_case(tx, peer, link, body, message, books)
    if link is None:
        raise NotFound("We share no such case.")
    return await _act_on(tx, peer, link, body, shelf)


async def _act_on(
    tx: Tx, peer: Peer, link: Link, body: MirrorBody | RecallBody | PhotoBody | NoteBody, shelf: Shelf
) -> Answer:
    """Do what a message says about a case that is shared with whoever sent it."""
    match body:
        case MirrorBody():
            return await move_mirror(tx, peer, link, body)
        case RecallBody():
            return await give_back(tx, peer, link, body)
        case PhotoBody():
            return await photos.take(tx, peer, link, body, shelf)
        case NoteBody():
            return await notes.take(tx, peer, link, body)


async def _tell_how_it_stands(tx: Tx, peer: Peer, message: FederationMessage, sealed: bytes, books: Books) -> None:
    """Whoever called a case back in vain hears how it stands, and may ask again."""
    own = await identity(tx, books.keyring)
    try:
        body = _opened(message, open_sealed(own, sealed, bound(peer.name, tx.platform, message.id)))
        if not isinstance(body, RecallBody):
            return
        link = await link_for(tx, peer, body.case_id, body.yours)
    except Refusal:
        return
    if link:
        await tell_mirror(books, tx, link, anyway=True)


def _bytes(field: str, text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Invalid(field, "This is not base64.") from None
