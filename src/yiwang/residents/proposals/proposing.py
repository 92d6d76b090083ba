"""Suggesting and voting without an account; opening, answering and declining as staff."""

from datetime import datetime
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor, moment_and_row
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.places import PlaceIn
from yiwang.places.locating import locate
from yiwang.residents.photos import RESIDENTS
from yiwang.residents.proposals import store
from yiwang.residents.proposals.facts import ProposalMade, ProposalSettled
from yiwang.residents.proposals.model import KINDS, LONGEST, SETTLES, SHORTEST, Proposal

_NONE = "There is no such suggestion here."


async def propose(tx: Tx, kind: str, text: str, place: PlaceIn, *, books: Books, at: datetime) -> Proposal:
    """Take in a suggestion or a need; staff reads it before anybody else does."""
    if kind not in KINDS:
        raise Invalid("kind", f"The kind is one of {', '.join(KINDS)}.")
    locator = await books.locators.at(tx, at)
    home = books.home(locator)
    given = place.text or place.lon is not None
    jurisdiction = (await locate(tx, locator, place, at)).jurisdiction_id if given else None
    if (where := jurisdiction or home) is None:
        raise Conflict("This platform has no district yet.")
    made = Proposal(uuid7(tx.at), kind, _words("text", text), where, "waiting", "", 0, at, None, 1)
    store.insert(tx, made)
    await ledger.record(tx, ProposalMade(made.id, where, kind), at=at, actor=RESIDENTS.id)
    return made


async def shown(
    tx: Tx, *, kind: str | None, within: UUID | None, books: Books, at: datetime, cursor: str | None, limit: int
) -> Page[Proposal]:
    """Return what everyone may see, most votes first."""
    if kind is not None and kind not in KINDS:
        raise Invalid("kind", f"The kind is one of {', '.join(KINDS)}.")
    below = None
    if within is not None:
        locator = await books.locators.at(tx, at)
        if within not in locator.nodes:
            raise NotFound("There is no such jurisdiction.")
        below = [node for node in locator.nodes if within in locator.chain(node)]
    most = checked_limit(limit)
    found = await store.shown(tx, kind, below, _after_votes(cursor), most + 1)
    items = found[:most]
    rest = len(found) > most
    return Page(items, encode_cursor(str(items[-1].votes), str(items[-1].id)) if rest else None)


async def vote(tx: Tx, keyring: Keyring, proposal_id: UUID, device: str, *, at: datetime) -> None:
    """Count one vote of a device; a second one changes nothing."""
    if await store.vote(tx, proposal_id, keyring.blind("voter", device), at) is None:
        raise NotFound(_NONE + " Or it takes no votes any more.")


async def take_back(tx: Tx, keyring: Keyring, proposal_id: UUID, device: str) -> None:
    """Take a device's vote back; without one nothing changes."""
    await store.take_back(tx, proposal_id, keyring.blind("voter", device))


async def listed(tx: Tx, actor: Actor, state: str, *, cursor: str | None, limit: int) -> Page[Proposal]:
    """Return those in a state within the actor's scope, oldest first."""
    where, params = access.within(actor.scope("proposals.settle"), "p.jurisdiction_id", None)
    most = checked_limit(limit)
    found = await store.in_scope(tx, state, where, params, moment_and_row(cursor), most + 1)
    items = found[:most]
    rest = len(found) > most
    return Page(items, encode_cursor(items[-1].made_at.isoformat(), str(items[-1].id)) if rest else None)


async def settle(
    tx: Tx, actor: Actor, proposal_id: UUID, state: str, *, text: str | None, answer: str, at: datetime
) -> Proposal:
    """Open it to everyone (with words that name nobody, where the writer's do), answer it, or decline it."""
    where, params = access.within(actor.scope("proposals.settle"), "p.jurisdiction_id", None)
    row = await store.hold(tx, proposal_id, where, params)
    if row is None:
        raise NotFound(_NONE)
    if row.state not in SETTLES[state]:
        raise Conflict(f"This is not possible: it is {row.state} already.", state=row.state)
    said = answer.strip()
    if state != "open" and not said:
        raise Invalid("answer", "Say why, or what will be done.")
    words = _words("text", text) if text is not None else row.text
    if not await store.settle(tx, row.id, row.version, state, words, said or row.answer, at):
        raise Conflict("Somebody else has just settled it; load it again.")
    fact = ProposalSettled(row.id, row.jurisdiction_id, state, row.votes)
    await ledger.record(tx, fact, at=at, actor=actor.id)
    access.audit(tx, actor, f"proposals.{state}", "proposal", row.id, at)
    changed = {"state": state, "text": words, "answer": said or row.answer, "settled_at": at}
    return Proposal(**{**vars(row), **changed, "version": row.version + 1})


def _words(field: str, text: str) -> str:
    words = text.strip()
    if not SHORTEST <= len(words) <= LONGEST:
        raise Invalid(field, f"Say it in {SHORTEST} to {LONGEST} characters.")
    return words


def _after_votes(cursor: str | None) -> tuple[int, UUID] | None:
    if cursor is None:
        return None
    votes, last = decode_cursor(cursor, 2)
    try:
        return int(str(votes)), UUID(str(last))
    except ValueError:
        raise Invalid("cursor", "This cursor is not one of ours; leave it out for the first page.") from None
