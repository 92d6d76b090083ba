"""移交 and 收回 on this side: the verbs of the desk. What is to be told travels by the log."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.cases import federating
from yiwang.cases.model import Case
from yiwang.cases.views import listing
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.federation import store
from yiwang.federation.model import Link, Peer
from yiwang.federation.peers import active_peer
from yiwang.federation.sealing import send
from yiwang.federation.shapes import RecallBody


async def hand_over(
    tx: Tx,
    actor: Actor,
    case_id: UUID,
    *,
    to: str,
    reason: str | None,
    books: Books,
    at: datetime,
    version: int | None = None,
) -> Case:
    """Give a case to a declared platform, down, up or back. It is theirs at once; they may refuse it."""
    actor.scope(federating.PERMISSION)
    case = await listing.see(tx, actor, case_id)
    peer = await active_peer(tx, to)
    await check_place(tx, case.jurisdiction_id, peer, books, at)
    moved = await federating.hand_over(tx, actor, case_id, to=to, reason=reason, at=at, version=version)
    await note_turn(tx, case_id, peer)
    return moved


async def recall(tx: Tx, actor: Actor, case_id: UUID, *, reason: str, at: datetime, version: int | None = None) -> Case:
    """收回: ask the owner for the case. It is refused when the case moved on there since we last heard of it."""
    actor.scope(federating.PERMISSION)
    case = await listing.see(tx, actor, case_id)
    if case.lent_to is None:
        raise Conflict("This case is ours: there is nothing to call back.")
    if version is not None and version != case.version:
        raise Conflict("The case was changed by someone else meanwhile; load it again.", version=case.version)
    peer = await active_peer(tx, case.lent_to)
    link = await store.link(tx, case_id, peer.name, lock=True)
    if link is None or link.seen == 0:
        raise Conflict(f"{peer.title} has not answered yet; wait for its first word on this case.")
    body = RecallBody(case_id=case_id, yours=link.remote_id, turn=link.turn, version=link.seen, reason=reason)
    await send(tx, peer, "case.recall", body, case_id=case_id)
    await federating.remark(tx, actor, case_id, step="recall", text=f"请求 {peer.title} 交回：{reason}", at=at)
    access.audit(tx, actor, "federation.recall", "case", case_id, at, {"platform": peer.name})
    return case


async def sharing(tx: Tx, actor: Actor, case_id: UUID) -> dict[str, Any]:
    """Return whose a case is, with whom it is shared, and the messages about it."""
    case = await listing.see(tx, actor, case_id)
    links = await store.links_of_case(tx, case_id)
    return {
        "owner": case.lent_to or tx.platform,
        "ours": case.lent_to is None,
        "version": case.version,
        "shared": [{**vars(link), "platform": link.peer} for link in links],
        "letters": await store.letters_of_case(tx, case_id),
    }


async def note_turn(tx: Tx, case_id: UUID, peer: Peer) -> Link:
    """Write that a case is the peer's from now on."""
    link = await store.link(tx, case_id, peer.name, lock=True)
    link = link or Link(case_id, peer.name, None, None, tx.platform, 0, 0, [], [])
    link = replace(link, owner=peer.name, turn=link.turn + 1, seen=0)
    store.put_link(tx, link)
    return link


async def check_place(tx: Tx, jurisdiction: UUID, peer: Peer, books: Books, at: datetime) -> None:
    """Refuse a case that lies outside the part of the city declared for a peer."""
    locator = await books.locators.at(tx, at)
    codes = {locator.nodes[one].code for one in locator.chain(jurisdiction)}
    if not codes:
        raise NotFound("The case's jurisdiction is no longer in force.")
    if not codes & set(peer.jurisdictions):
        raise Conflict(
            f"Cases of this place are not exchanged with {peer.title}: its declaration names other jurisdictions.",
            jurisdictions=peer.jurisdictions,
        )
