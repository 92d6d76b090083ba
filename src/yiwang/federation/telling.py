"""From the log to the outbox: what concerns a partner becomes a message, sealed for it and numbered."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from yiwang import access
from yiwang.access import Keyring, platform_actor
from yiwang.cases import federating
from yiwang.cases.model import Case
from yiwang.db import Tx
from yiwang.events import reporters, settling
from yiwang.events.books import Books, name_of
from yiwang.events.keeping import contact_of
from yiwang.federation import store
from yiwang.federation.model import Link, Peer
from yiwang.federation.photos import queue_new
from yiwang.federation.sealing import send
from yiwang.federation.shapes import HandBody, LineBody, MirrorBody, PersonBody, ReportBody
from yiwang.ledger import Recorded

TELLER = platform_actor("federation")


async def handed_over(books: Books, tx: Tx, recorded: Recorded) -> None:
    """A case was handed over: send it with all that is needed to work on it."""
    name = recorded.data["platform"]
    peer = await store.peer(tx, name, lock=True)
    link = await store.link(tx, recorded.subject, name, lock=True)
    if peer is None or link is None or link.owner != name:
        return
    case = await federating.case_of(tx, recorded.subject)
    lines, known = await _new_lines(tx, peer, link)
    locator = await books.locators.at(tx, tx.at)
    event = await settling.event_of(tx, case.event_id)
    node = locator.nodes.get(case.jurisdiction_id)
    left = (case.due_at - recorded.time).total_seconds() if case.due_at else None
    body = HandBody(
        case_id=case.id,
        yours=link.remote_id,
        turn=link.turn,
        version=case.version,
        number=case.number,
        matter=case.matter_code,
        title=case.title[:300],
        text=event.text,
        urgent=case.urgent,
        drill=case.drill,
        jurisdiction=node.code if node else name_of(locator, case.jurisdiction_id),
        lon=case.lon,
        lat=case.lat,
        place_text=case.place_text[:300],
        floor=event.place.get("floor"),
        occurred_at=event.occurred_at,
        opened_at=case.opened_at,
        filed_at=case.filed_at,
        due_at=case.due_at,
        seconds_left=left,
        deadline={key: case.deadline.get(key) for key in ("zh", "en", "by")},
        reason=lines[-1].text if lines else "",
        reports=await _reports(tx, books.keyring, case, peer),
        lines=lines,
    )
    await send(tx, peer, "case.hand", body, case_id=case.id)
    store.put_link(tx, await queue_new(tx, peer, replace(link, sent_lines=known)))


async def stepped(books: Books, tx: Tx, facts: Sequence[Recorded]) -> None:
    """Steps were taken on cases: whoever holds a mirror of one learns how it stands now; one look for all of them."""
    for link in await store.links_of_cases(tx, {fact.subject for fact in facts}):
        if link.owner == tx.platform and link.remote_id is not None:
            await tell_mirror(books, tx, link)


async def tell_mirror(books: Books, tx: Tx, link: Link, *, anyway: bool = False) -> None:
    """Queue how a case of ours stands for the platform that mirrors it; nothing new is told only when `anyway`."""
    peer = await store.peer(tx, link.peer, lock=True)
    held = await store.link(tx, link.case_id, link.peer, lock=True)
    if peer is None or held is None or held.owner != tx.platform:
        return
    case = await federating.case_of(tx, link.case_id)
    lines, known = await _new_lines(tx, peer, held)
    if not lines and case.version == held.seen and not anyway:
        return  # told already: an earlier fact found the case as it is now
    body = MirrorBody(
        case_id=case.id,
        yours=held.remote_id,
        turn=held.turn,
        version=case.version,
        state=case.state,
        filed_at=case.filed_at,
        dispatched_at=case.dispatched_at,
        received_at=case.received_at,
        handled_at=case.handled_at,
        checked_at=case.checked_at,
        closed_at=case.closed_at,
        due_at=case.due_at,
        receipt_due_at=case.receipt_due_at,
        rework=case.rework,
        returns=case.returns,
        number=case.number,
        unit=books.directory.name(case.unit_id) if case.unit_id else "",
        answer=lines[-1].text if lines and case.closed_at else "",
        lines=lines,
    )
    held = await queue_new(tx, peer, held)
    await send(tx, peer, "case.mirror", body, case_id=case.id)
    store.put_link(tx, replace(held, sent_lines=known, seen=case.version))


async def _new_lines(tx: Tx, peer: Peer, link: Link) -> tuple[list[LineBody], list[UUID]]:
    """Return the lines the peer does not have yet, and the ids of all it has then. Its own it knows."""
    rows = await federating.lines_besides(tx, link.case_id, link.sent_lines)
    told = [row for row in rows if row["step"] != "note" or "notes" in peer.shares]
    lines = [LineBody(step=row["step"], at=row["at"], text=row["text"][:4000]) for row in told]
    return lines, [*link.sent_lines, *(row["id"] for row in rows)]


async def _reports(tx: Tx, keyring: Keyring, case: Case, peer: Peer) -> list[ReportBody]:
    """Return the reports of a case; of the reporters what the peer's declaration lets be told, and no more."""
    rows = await reporters.masked_reports(tx, keyring, case.event_id)
    if peer.personal != "none" and any(row["reporter"] for row in rows):
        detail = {"platform": peer.name, "personal": peer.personal}
        access.audit(tx, TELLER, "federation.share_personal", "case", case.id, tx.at, detail)
    found = []
    for row in rows[:200]:
        person = None
        if row["reporter"] and peer.personal == "masked":
            person = PersonBody(masked=row["reporter"])
        elif row["reporter"] and peer.personal == "full" and not row["confidential"]:
            contact = await contact_of(tx, keyring, row["reporter_id"], row["contact"]) if row["contact"] else None
            person = PersonBody(name=contact.name, phone=contact.phone) if contact else None
        found.append(
            ReportBody(number=row["number"], text=row["text"], reported_at=row["reported_at"], reporter=person)
        )
    return found
