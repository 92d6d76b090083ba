"""Asking for requests: one's own, and those within one's scope; never who reported."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang import access
from yiwang.access import Actor, Grant
from yiwang.access.model import Scope
from yiwang.base.errors import NotFound
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.open311 import store
from yiwang.events.open311.model import (
    ENDED_EVENTS,
    ENDED_REPORTS,
    LONGEST_DESCRIPTION,
    MOST_IDS,
    MOST_REQUESTS,
    Wanted,
    apart,
)
from yiwang.events.redacting import without_contacts
from yiwang.files import first_seen
from yiwang.places import Locator

Condition = tuple[LiteralString, Sequence[Any]]
_DISMISSED = "经核实不予立案。"


async def find(
    tx: Tx, actor: Actor, wanted: Wanted, *, books: Books, files: str, jurisdiction: UUID | None = None
) -> list[dict[str, Any]]:
    """Return requests, newest first, at most 1,000; `files` is the address under which photos are."""
    conditions = [_scope(actor)]
    if jurisdiction is not None:
        place = Scope("events.read", False, (Grant("place", jurisdiction=jurisdiction),))
        conditions.append(access.within(place, "e.jurisdiction_id", None))
    most = MOST_IDS if wanted.ids else MOST_REQUESTS
    rows = await store.find(tx, source_of(actor), conditions, wanted, most)
    photos = await first_seen(tx, actor, [row["event_id"] for row in rows])
    links = {event: f"{files}/{photo}" for event, photo in photos.items()}
    locator = await books.locators.at(tx, tx.at)
    return [_request(row, books, _agency(row, books, locator, tx.at), links.get(row["event_id"])) for row in rows]


async def number_of_token(tx: Tx, actor: Actor, token: str) -> str:
    """Return the number of the request that a token stands for; the number itself is a token too."""
    where, params = _scope(actor)
    try:
        found = await store.of_token(tx, source_of(actor), where, params, UUID(token))
    except ValueError:
        span = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
        wanted = Wanted((token,), (), (), span, span)
        rows = await store.find(tx, source_of(actor), [(where, params)], wanted, 1)
        found = rows[0]["number"] if rows else None
    if found is None:
        raise NotFound(f"token: {token[:60]} was not found among the requests you may see.")
    return found


def source_of(actor: Actor) -> str:
    """Return the source that an actor's reports bear, as those of POST /api/reports do."""
    return f"{actor.kind}:{actor.id}"


def _scope(actor: Actor) -> Condition:
    """Return what an actor may see beside what it sent in itself."""
    if not actor.may("events.read"):
        actor.scope("reports.create")
        return "FALSE", ()
    return access.within(actor.scope("events.read"), "e.jurisdiction_id", None)


def _request(row: dict[str, Any], books: Books, agency: str | None, photo: str | None) -> dict[str, Any]:
    matter = books.catalogue.get(row["matter_code"], row["reported_at"])
    closed = row["state"] in ENDED_REPORTS or row["event_state"] in ENDED_EVENTS
    hidden = row["confidential"]
    words, link = apart(row["text"])
    text = without_contacts(words)[:LONGEST_DESCRIPTION]
    place = str(row["place"].get("text") or "")
    updated = row["answered_at"] or row["closed_at"] or row["reported_at"]
    return {
        "service_request_id": row["number"],
        "status": "closed" if closed else "open",
        "status_notes": _notes(row) if closed else None,
        "service_name": matter.name if matter else None,
        "service_code": row["matter_code"],
        "description": text if text and not hidden else None,
        "agency_responsible": agency,
        "service_notice": None,
        "requested_datetime": _shown(row["reported_at"], books.zone),
        "updated_datetime": _shown(updated, books.zone),
        "expected_datetime": _shown(row["due_at"] or row["given_due"], books.zone),
        "address": without_contacts(place) if place and not hidden else None,
        "address_id": row["place"].get("address_id"),
        "zipcode": None,
        "lat": row["lat"],
        "long": row["lon"],
        "media_url": None if hidden else photo or link,
    }


def _agency(row: dict[str, Any], books: Books, locator: Locator, at: datetime) -> str | None:
    """Return the unit that leads for the matter there by the responsibility list; None where it names nobody."""
    matter = books.catalogue.get(row["matter_code"], row["reported_at"])
    if matter is None:
        return None
    chain = dict.fromkeys((*locator.chain(row["jurisdiction_id"]), *locator.chain(books.home(locator))))
    lead = books.responsibility.responsible(matter, tuple(chain), at).lead
    return books.directory.name(lead) if lead else None


def _notes(row: dict[str, Any]) -> str | None:
    """Return the answer that closed a request, with the next door where it was refused."""
    answer = row["answer"] or {}
    words = [str(answer[name]) for name in ("text", "next_door") if answer.get(name)]
    if not words and row["event_state"] == "dismissed":
        return _DISMISSED
    return without_contacts(" ".join(words)) or None


def _shown(at: datetime | None, zone: ZoneInfo) -> str | None:
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None
