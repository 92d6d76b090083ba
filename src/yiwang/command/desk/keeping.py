"""What officers keep at hand: phrases of their organisation, views of their own."""

from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.command.desk import store
from yiwang.command.reaching import unit_of
from yiwang.db import Tx

PERMISSION = "cases.claim"  # whoever works on cases at a desk
MOST_PHRASES = 500
MOST_VIEWS = 50


async def phrases(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return the phrases of the organisations one works for."""
    where, params = access.within(actor.scope(PERMISSION), "p.jurisdiction_id", "p.organisation_id")
    return await store.phrases(tx, where, params, MOST_PHRASES)


async def add_phrase(tx: Tx, actor: Actor, *, unit: UUID, verb: str, text: str) -> UUID:
    """Keep a phrase for all of an organisation; one that is there already is refused."""
    words = text.strip()
    if not words:
        raise Invalid("text", "Write the phrase: what officers should be able to put in with one click.")
    found = await unit_of(tx, actor, PERMISSION, unit)
    made = uuid7(tx.at)
    values = {"id": made, "organisation_id": unit, "jurisdiction_id": found.jurisdiction_id, "verb": verb}
    if not await store.insert_phrase(tx, {**values, "text": words, "by": actor.id}):
        raise Conflict("This organisation has that phrase for this step already.")
    access.audit(tx, actor, "desk.phrase.add", "phrase", made, tx.at, {"verb": verb})
    return made


async def drop_phrase(tx: Tx, actor: Actor, phrase_id: UUID) -> None:
    """Take a phrase away from an organisation one works for."""
    where, params = access.within(actor.scope(PERMISSION), "p.jurisdiction_id", "p.organisation_id")
    if not await store.delete_phrase(tx, phrase_id, where, params):
        raise NotFound("There is no such phrase.")
    access.audit(tx, actor, "desk.phrase.drop", "phrase", phrase_id, tx.at)


async def views(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return one's own views."""
    return await store.views(tx, actor.id)


async def keep_view(tx: Tx, actor: Actor, *, page: str, name: str, search: dict[str, Any]) -> UUID:
    """Keep what a list looks for under a name; the same name again replaces it."""
    words = name.strip()
    if not words:
        raise Invalid("name", "Give the view a name to find it by.")
    held = await store.views(tx, actor.id)
    if len(held) >= MOST_VIEWS and not any(one["page"] == page and one["name"] == words for one in held):
        raise Conflict(f"You have {MOST_VIEWS} views already: drop one that you do not use.")
    return await store.put_view(tx, uuid7(tx.at), actor.id, page, words, search)


async def drop_view(tx: Tx, actor: Actor, view_id: UUID) -> None:
    """Drop one of one's own views."""
    if not await store.delete_view(tx, view_id, actor.id):
        raise NotFound("You have no such view.")
