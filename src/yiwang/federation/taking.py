"""What comes from another platform: taken once, in order, and answered; the same again gets the same answer."""

import base64
import binascii
import hashlib
from dataclasses import replace
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from yiwang import access
from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, Invalid, NotFound, Refusal
from yiwang.cases import federating
from yiwang.cases.federating import Mirrored, RemoteLine
from yiwang.cases.steps import verifying
from yiwang.db import Database, Tx
from yiwang.events import reporting
from yiwang.events.books import Books
from yiwang.events.model import Envelope, Reporter
from yiwang.federation import store
from yiwang.federation.handing import check_place, note_turn
from yiwang.federation.model import Link, Peer, signed_bytes, spoken_left
from yiwang.federation.peers import peer_of
from yiwang.federation.sealing import check_signature, identity, open_sealed
from yiwang.federation.shapes import BODIES, FederationMessage, HandBody, LineBody, MirrorBody, RecallBody
from yiwang.federation.telling import bound, tell_mirror
from yiwang.places import PlaceIn

Answer = dict[str, Any]


class _Declined(Exception):
    """The message is in order, and what it asks is refused: that is its answer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.detail)
        self.refusal = refusal


async def take_in(database: Database, actor: Actor, message: FederationMessage, *, books: Books) -> Answer:
    """Take one message: all of it happens, or it is refused and nothing does; either way it is answered once."""
    try:
        async with database.tx() as tx:
            return await _take(tx, actor, message, books)
    except _Declined as declined:
        async with database.tx() as tx:
            return await _note_refusal(tx, actor, message, declined.refusal, books)


async def _take(tx: Tx, actor: Actor, message: FederationMessage, books: Books) -> Answer:
    peer, sealed = await _checked(tx, actor, message)
    before = await _answered(tx, peer, message, sealed)
    if before is not None:
        return before
    own = await identity(tx, books.keyring)
    try:
        body = _opened(message, open_sealed(own, sealed, bound(peer.name, tx.platform, message.id)))
        answer = await _act(tx, peer, body, message, books)
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
        _as(peer),
        f"federation.{message.kind}",
        "platform",
        peer.id,
        tx.at,
        {"message": str(message.id), "seq": message.seq, "case": answer.get("case_id")},
        success=outcome == "done",
    )


def _opened(message: FederationMessage, raw: bytes) -> HandBody | MirrorBody | RecallBody:
    shape = BODIES.get(message.kind)
    if shape is None:
        raise Invalid("kind", f"This platform does not know messages of kind {message.kind}.")
    try:
        return shape.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        raise Invalid(".".join(map(str, first["loc"])) or "sealed", first["msg"]) from None


async def _act(
    tx: Tx, peer: Peer, body: HandBody | MirrorBody | RecallBody, message: FederationMessage, books: Books
) -> Answer:
    link = await _link(tx, peer, body.case_id, body.yours)
    if isinstance(body, HandBody):
        return await _take_case(tx, peer, link, body, message, books)
    if link is None:
        raise NotFound("We share no such case.")
    if isinstance(body, MirrorBody):
        return await _mirror(tx, peer, link, body)
    return await _give_back(tx, peer, link, body)


async def _link(tx: Tx, peer: Peer, theirs: UUID, ours: UUID | None) -> Link | None:
    """Return what we know of a case; the ids of both sides have to agree."""
    link = await store.link(tx, ours, peer.name, lock=True) if ours else None
    link = link or await store.link_of_remote(tx, peer.name, theirs)
    if link and link.remote_id not in (None, theirs):
        raise Conflict("This case is another one of yours.")
    return link


async def _take_case(
    tx: Tx, peer: Peer, link: Link | None, body: HandBody, message: FederationMessage, books: Books
) -> Answer:
    """The case is ours now: a new one, or one that was here before."""
    turn = link.turn + 1 if link else 1
    if body.turn != turn or (link and link.owner != peer.name):
        owner = link.owner if link else tx.platform
        detail = f"This case changed hands otherwise: here it is at turn {turn - 1}, with {owner}."
        raise Conflict(detail, turn=turn - 1)
    case_id = link.case_id if link else await _filed(tx, peer, body, message, books)
    zh, en = spoken_left(body.seconds_left)
    deadline = {
        "zh": f"时限随案自 {peer.title} 移交，移交时{zh}。{body.deadline.get('zh') or ''}",
        "en": f"The due time came with the case from {peer.name}, {en}. {body.deadline.get('en') or ''}",
        "by": "platform",
    }
    case = await federating.take_over(
        tx,
        _as(peer),
        case_id,
        of=peer.name,
        due_at=body.due_at,
        deadline=deadline,
        lines=_lines(body.lines),
        at=tx.at,
    )
    known = link.sent_lines if link else []
    store.put_link(
        tx,
        Link(case_id, peer.name, body.case_id, body.number, tx.platform, turn, 0, await _all_lines(tx, case_id, known)),
    )
    return {"case_id": str(case_id), "number": case.number}


async def _filed(tx: Tx, peer: Peer, body: HandBody, message: FederationMessage, books: Books) -> UUID:
    """File a new case for one that is handed to us, by the door that every report comes through."""
    locator = await books.locators.at(tx, tx.at)
    node = locator.by_code.get(body.jurisdiction)
    if node is None:
        raise Invalid("jurisdiction", f"We have no jurisdiction {body.jurisdiction}.")
    await check_place(tx, node.id, peer, books, tx.at)
    books.catalogue.resolve(body.matter, tx.at)
    people = [report.reporter for report in body.reports if report.reporter]
    told = people[0] if people else None
    envelope = Envelope(
        channel="api",
        source=f"platform:{peer.name}",
        text=body.text or body.title,
        raw=body.model_dump_json().encode(),
        matter=body.matter,
        title=body.title,
        reporter=Reporter(name=told.name, phone=told.phone) if told and (told.name or told.phone) else None,
        urgent=body.urgent,
        occurred_at=min(body.occurred_at, tx.at),
        due_at=body.due_at,
        due_from_source=True,
        idempotency_key=str(message.id),
        external_ref=(f"platform:{peer.name}", body.number),
        drill=body.drill,
        separate=True,
    )
    place = PlaceIn(lon=body.lon, lat=body.lat, text=body.place_text, floor=body.floor, jurisdiction_id=node.id)
    reported = await reporting.report(tx, _as(peer), envelope, place, books=books, at=tx.at)
    case = await federating.case_of(tx, reported.event_id)
    await check_place(tx, case.jurisdiction_id, peer, books, tx.at)  # the point may tell otherwise than the code
    if case.state == "to_confirm":  # it was filed where it comes from
        await verifying.confirm(tx, _as(peer), case.id, passed=True, books=books, at=tx.at, text=f"{peer.title} 已立案")
    return case.id


async def _mirror(tx: Tx, peer: Peer, link: Link, body: MirrorBody) -> Answer:
    if link.owner != peer.name or link.turn != body.turn:
        detail = f"This case is with {link.owner} at turn {link.turn}: what you tell of it is out of date."
        raise Conflict(detail, turn=link.turn)
    if body.version < link.seen:
        raise Conflict(f"We have seen version {link.seen} of this case already.", version=link.seen)
    seen = Mirrored(**{name: getattr(body, name) for name in Mirrored.__dataclass_fields__})
    await federating.mirror(
        tx,
        _as(peer),
        link.case_id,
        seen,
        owner=peer.name,
        unit=peer.unit_id,
        lines=_lines(body.lines),
        answer=body.answer,
        at=tx.at,
    )
    known = await _all_lines(tx, link.case_id, link.sent_lines)
    store.put_link(
        tx, replace(link, remote_id=body.case_id, remote_number=body.number, seen=body.version, sent_lines=known)
    )
    return {"case_id": str(link.case_id)}


async def _give_back(tx: Tx, peer: Peer, link: Link, body: RecallBody) -> Answer:
    """The other side wants the case: it gets it if it knows how the case stands."""
    case = await federating.case_of(tx, link.case_id)
    if link.owner != tx.platform or link.turn != body.turn or case.lent_to:
        raise Conflict(f"This case is with {case.lent_to or link.owner} at turn {link.turn}.", turn=link.turn)
    if case.version != body.version:
        detail = f"The case moved on: it is at version {case.version} ({case.state}), you saw {body.version}."
        raise Conflict(detail, version=case.version)
    reason = f"{peer.title} 收回：{body.reason}"
    await federating.hand_over(tx, _as(peer), case.id, to=peer.name, reason=reason, at=tx.at, version=body.version)
    await note_turn(tx, case.id, peer)
    return {"case_id": str(case.id)}


async def _tell_how_it_stands(tx: Tx, peer: Peer, message: FederationMessage, sealed: bytes, books: Books) -> None:
    """Whoever called a case back in vain hears how it stands, and may ask again."""
    own = await identity(tx, books.keyring)
    try:
        body = _opened(message, open_sealed(own, sealed, bound(peer.name, tx.platform, message.id)))
        link = await _link(tx, peer, body.case_id, body.yours)
    except Refusal:
        return
    if link:
        await tell_mirror(books, tx, link, anyway=True)


async def _all_lines(tx: Tx, case_id: UUID, known: list[UUID]) -> list[UUID]:
    """Return the ids of all lines a case has now: what came from the peer is not told back to it."""
    return [*known, *(row["id"] for row in await federating.lines_besides(tx, case_id, known))]


def _as(peer: Peer) -> Actor:
    """Return whom a peer's messages act as; what it may is checked before: its links and its jurisdictions."""
    return platform_actor(f"platform {peer.name}")


def _lines(lines: list[LineBody]) -> list[RemoteLine]:
    return [RemoteLine(line.step, line.at, line.text) for line in lines]


def _bytes(field: str, text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Invalid(field, "This is not base64.") from None
