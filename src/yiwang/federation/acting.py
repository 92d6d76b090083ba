"""What a message about a shared case does here: the case becomes ours, its mirror moves, it is given back."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.cases import federating
from yiwang.cases.federating import Mirrored, RemoteLine
from yiwang.cases.steps import verifying
from yiwang.db import Tx
from yiwang.events import reporting
from yiwang.events.books import Books
from yiwang.events.model import Envelope, Reporter
from yiwang.federation import store
from yiwang.federation.handing import check_place, note_turn
from yiwang.federation.model import Link, Peer, spoken_left
from yiwang.federation.shapes import HandBody, LineBody, MirrorBody, RecallBody
from yiwang.places import PlaceIn

Answer = dict[str, Any]


async def link_for(tx: Tx, peer: Peer, theirs: UUID, ours: UUID | None) -> Link | None:
    """Return what we know of a case; the ids of both sides have to agree."""
    link = await store.link(tx, ours, peer.name, lock=True) if ours else None
    link = link or await store.link_of_remote(tx, peer.name, theirs)
    if link and link.remote_id not in (None, theirs):
        raise Conflict("This case is another one of yours.")
    return link


async def take_case(tx: Tx, peer: Peer, link: Link | None, body: HandBody, message: UUID, books: Books) -> Answer:
    """The case is ours now: a new one, or one that was here before."""
    turn = link.turn + 1 if link else 1
    if body.turn != turn or (link and link.owner != peer.name):
        owner = link.owner if link else tx.platform
        detail = f"This case changed hands otherwise: here it is at turn {turn - 1}, with {owner}."
        raise Conflict(detail, turn=turn - 1)
    case_id = link.case_id if link else await _filed(tx, peer, body, message, books)
    known, photos = (link.sent_lines, link.sent_photos) if link else ([], [])
    waiting = await waiting_notes(tx, case_id, known) if link else set()
    zh, en = spoken_left(body.seconds_left)
    deadline = {
        "zh": f"时限随案自 {peer.title} 移交，移交时{zh}。{body.deadline.get('zh') or ''}",
        "en": f"The due time came with the case from {peer.name}, {en}. {body.deadline.get('en') or ''}",
        "by": "platform",
    }
    case = await federating.take_over(
        tx,
        as_peer(peer),
        case_id,
        of=peer.name,
        due_at=body.due_at,
        deadline=deadline,
        lines=_lines(body.lines),
        at=tx.at,
    )
    lines = await lines_now(tx, case_id, known, waiting)
    store.put_link(tx, Link(case_id, peer.name, body.case_id, body.number, tx.platform, turn, 0, lines, photos))
    return {"case_id": str(case_id), "number": case.number}


async def _filed(tx: Tx, peer: Peer, body: HandBody, message: UUID, books: Books) -> UUID:
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
        idempotency_key=str(message),
        external_ref=(f"platform:{peer.name}", body.number),
        drill=body.drill,
        separate=True,
        ours=True,
    )
    place = PlaceIn(lon=body.lon, lat=body.lat, text=body.place_text, floor=body.floor, jurisdiction_id=node.id)
    reported = await reporting.report(tx, as_peer(peer), envelope, place, books=books, at=tx.at)
    case = await federating.case_of(tx, reported.event_id)
    await check_place(tx, case.jurisdiction_id, peer, books, tx.at)  # the point may tell otherwise than the code
    if case.state == "to_confirm":  # it was filed where it comes from
        await verifying.confirm(
            tx, as_peer(peer), case.id, passed=True, books=books, at=tx.at, text=f"{peer.title} 已立案"
        )
    return case.id


async def move_mirror(tx: Tx, peer: Peer, link: Link, body: MirrorBody) -> Answer:
    """Move our mirror of a case to where its owner has it."""
    if link.owner != peer.name or link.turn != body.turn:
        detail = f"This case is with {link.owner} at turn {link.turn}: what you tell of it is out of date."
        raise Conflict(detail, turn=link.turn)
    if body.version < link.seen:
        raise Conflict(f"We have seen version {link.seen} of this case already.", version=link.seen)
    waiting = await waiting_notes(tx, link.case_id, link.sent_lines)
    seen = Mirrored(**{name: getattr(body, name) for name in Mirrored.__dataclass_fields__})
    await federating.mirror(
        tx,
        as_peer(peer),
        link.case_id,
        seen,
        owner=peer.name,
        unit=peer.unit_id,
        lines=_lines(body.lines),
        answer=body.answer,
        at=tx.at,
    )
    known = await lines_now(tx, link.case_id, link.sent_lines, waiting)
    store.put_link(
        tx, replace(link, remote_id=body.case_id, remote_number=body.number, seen=body.version, sent_lines=known)
    )
    return {"case_id": str(link.case_id)}


async def give_back(tx: Tx, peer: Peer, link: Link, body: RecallBody) -> Answer:
    """The other side wants the case: it gets it if it knows how the case stands."""
    case = await federating.case_of(tx, link.case_id)
    if link.owner != tx.platform or link.turn != body.turn or case.lent_to:
        raise Conflict(f"This case is with {case.lent_to or link.owner} at turn {link.turn}.", turn=link.turn)
    if case.version != body.version:
        detail = f"The case moved on: it is at version {case.version} ({case.state}), you saw {body.version}."
        raise Conflict(detail, version=case.version)
    reason = f"{peer.title} 收回：{body.reason}"
    await federating.hand_over(tx, as_peer(peer), case.id, to=peer.name, reason=reason, at=tx.at, version=body.version)
    await note_turn(tx, case.id, peer)
    return {"case_id": str(case.id)}


async def waiting_notes(tx: Tx, case_id: UUID, known: list[UUID]) -> set[UUID]:
    """Return the notes of ours that the peer does not have yet: they are still to be told."""
    return {row["id"] for row in await federating.lines_besides(tx, case_id, known) if row["step"] == "note"}


async def lines_now(tx: Tx, case_id: UUID, known: list[UUID], waiting: set[UUID]) -> list[UUID]:
    """Return the ids of all lines a case has now: what came from the peer is not told back to it."""
    fresh = [row["id"] for row in await federating.lines_besides(tx, case_id, known)]
    return [*known, *(one for one in fresh if one not in waiting)]


def as_peer(peer: Peer) -> Actor:
    """Return whom a peer's messages act as; what it may is checked before: its links and its jurisdictions."""
    return platform_actor(f"platform {peer.name}")


def _lines(lines: list[LineBody]) -> list[RemoteLine]:
    return [RemoteLine(line.step, line.at, line.text) for line in lines]
