"""Notes on shared cases: what one side writes, a resident's addition included, stands on the other side's timeline."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import notices, people
from yiwang.access import Actor
from yiwang.base.errors import Conflict
from yiwang.cases import federating
from yiwang.cases.federating import RemoteLine
from yiwang.cases.steps import noting
from yiwang.cases.views import listing
from yiwang.db import Tx
from yiwang.federation import store
from yiwang.federation.acting import as_peer, lines_now, waiting_notes
from yiwang.federation.bodies import NoteBody
from yiwang.federation.model import Link, Peer
from yiwang.federation.peers import check_shared
from yiwang.federation.sealing import send
from yiwang.ledger import Recorded


async def write(tx: Tx, actor: Actor, case_id: UUID, *, text: str, at: datetime) -> None:
    """Write a note on a case that is shared, whoever owns it: the other platform reads it, too."""
    actor.scope(federating.PERMISSION)
    await listing.see(tx, actor, case_id)
    if not await store.links_of_case(tx, case_id):
        raise Conflict("This case is shared with no other platform: nobody there would read the note.")
    await noting.note(tx, actor, case_id, text=text, at=at)


async def tell(tx: Tx, facts: Sequence[Recorded]) -> None:
    """Queue what was noted on shared cases, for whoever does not have it yet; one look for all facts."""
    for link in await store.links_of_cases(tx, {fact.subject for fact in facts}):
        peer = await store.peer(tx, link.peer, lock=True)
        held = await store.link(tx, link.case_id, link.peer, lock=True)
        # Before the case itself was told nobody there knows it; then it takes its notes along.
        if peer and held and "notes" in peer.shares and (held.sent_lines or held.remote_id):
            await _tell_one(tx, peer, held)


async def _tell_one(tx: Tx, peer: Peer, link: Link) -> None:
    known = list(link.sent_lines)
    for row in await federating.lines_besides(tx, link.case_id, known):
        if row["step"] == "note":
            body = NoteBody(
                case_id=link.case_id, yours=link.remote_id, note_id=row["id"], at=row["at"], text=row["text"][:1000]
            )
            await send(tx, peer, "case.note", body, case_id=link.case_id, about=row["id"])
            known.append(row["id"])
    store.put_link(tx, replace(link, sent_lines=known))


async def take(tx: Tx, peer: Peer, link: Link, body: NoteBody) -> dict[str, Any]:
    """Write a note of the other side into our timeline; the unit that has the case is told."""
    check_shared(peer, "notes")
    line = RemoteLine("note", min(body.at, tx.at), body.text)
    waiting = await waiting_notes(tx, link.case_id, link.sent_lines)
    case = await federating.note(tx, as_peer(peer), link.case_id, line, of=peer.title, at=tx.at)
    known = await lines_now(tx, link.case_id, link.sent_lines, waiting)
    store.put_link(tx, replace(link, sent_lines=known))
    if case.unit_id:
        await notices.notify(
            tx,
            await people.accounts_on(tx, case.unit_id, tx.at),
            kind="federation.note",
            title_zh="协同平台留言",
            title_en="A note from another platform",
            text=f"{case.number} {case.title}：{peer.title} 留言",
            link=f"/cases/{case.id}",
            object_type="case",
            object_id=case.id,
            at=tx.at,
            dedupe_key=f"federation.note/{peer.name}/{body.note_id}",
        )
    return {"case_id": str(link.case_id)}
