"""Reporters: masked on every report, revealed one field at a time, found by their number, hidden, erased."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.access.privacy import masked as shown
from yiwang.access.privacy import normal
from yiwang.access.privacy.declaring import Declared, PersonKind
from yiwang.access.privacy.model import DELETED, HIDDEN
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.base.paging import checked_limit
from yiwang.db import Tx
from yiwang.events import searching, store
from yiwang.events.keeping import contact_of
from yiwang.events.model import Reporter
from yiwang.events.redacting import without_person
from yiwang.events.store import reporters as reporter_store

FIELDS = ("name", "phone")


@dataclass(frozen=True)
class OpenedReport:
    """A report with its reporter in the clear, for a verb that has asked who may see it and writes the trace."""

    event_id: UUID
    jurisdiction_id: UUID
    person: UUID
    reporter: Reporter


def sees_hidden(actor: Actor | None) -> bool:
    """Whether somebody may know who asked to be hidden 举报人保密: by permission, and never whoever handles cases."""
    return actor is not None and actor.may("personal.confidential") and not actor.may("cases.handle")


async def masked_reports(tx: Tx, keyring: Keyring, event_id: UUID, actor: Actor | None = None) -> list[dict[str, Any]]:
    """Return the reports of an event; of the reporter only the first sign of the name and the ends of the number."""
    found = []
    for row in await store.reports_of(tx, event_id):
        contact = row["contact"]
        hidden = row["confidential"] and not sees_hidden(actor)
        opened = contact and not hidden
        reporter = await contact_of(tx, keyring, row["reporter_id"], contact) if opened else None
        reason = row["merge_reason"]
        found.append(
            {
                **row,
                "reporter": masked(reporter, confidential=hidden) if row["reporter_id"] else None,
                "merged": reason is not None,
                "merge_reason": reason["text"] if reason else None,
            }
        )
    return found


def masked(reporter: Reporter | None, *, confidential: bool) -> str:
    """Return a reporter as a case may show them: 张** 138****5678 (GB/T 35273); nothing when they asked for it."""
    if confidential:
        return HIDDEN
    if reporter is None:
        return DELETED
    name = shown("name", reporter.name) if reporter.name else ""
    phone = shown("phone", reporter.phone) if reporter.phone and len(reporter.phone) >= 8 else ""
    return f"{name} {phone}".strip() or "****"


async def opened_report(tx: Tx, actor: Actor, keyring: Keyring, report_id: UUID) -> OpenedReport:
    """Return a report with its reporter in the clear; the caller has to ask whether the actor may see its event.

    Refused where the reporter asked to be hidden, except to whoever may know.
    """
    row = await reporter_store.report_with_contact(tx, report_id)
    if row is None or row["reporter_id"] is None:
        raise NotFound("There is no such report with a reporter among those you may see.")
    if row["confidential"] and not sees_hidden(actor):
        raise Forbidden("This reporter asked to be hidden. Only a confidential clerk, who handles no cases, may know.")
    reporter = await contact_of(tx, keyring, row["reporter_id"], row["contact"])
    if reporter is None:
        raise NotFound("This person was erased.")
    return OpenedReport(row["event_id"], row["jurisdiction_id"], row["reporter_id"], reporter)


async def event_of_report(tx: Tx, report_id: UUID) -> tuple[UUID, UUID] | None:
    """Return (event, jurisdiction) of a report to a room that asks who may see it."""
    row = await reporter_store.report_with_contact(tx, report_id)
    return (row["event_id"], row["jurisdiction_id"]) if row else None


async def contacts(
    tx: Tx, actor: Actor, keyring: Keyring, event_ids: Sequence[UUID]
) -> dict[UUID, tuple[UUID, Reporter]]:
    """Return (person, contact) of the first reporter of each event, in the clear; hidden ones as 举报人保密."""
    found = {}
    for row in await reporter_store.contacts_of_events(tx, event_ids):
        if row["reporter_id"] is None:
            continue
        hidden = row["confidential"] and not sees_hidden(actor)
        opened = None if hidden else await contact_of(tx, keyring, row["reporter_id"], row["contact"])
        said = HIDDEN if hidden else DELETED
        found[row["event_id"]] = (row["reporter_id"], opened or Reporter(said, said))
    return found


async def of_phone(
    tx: Tx, actor: Actor, keyring: Keyring, phone: str, *, at: datetime, limit: int = 50
) -> tuple[UUID | None, list[dict[str, Any]]]:
    """Return the person with this number and their reports in the actor's scope; the search leaves its trace.

    Reports whose reporter asked to be hidden are not among them, except for whoever may know.
    """
    actor.scope("personal.search")
    scope = actor.scope("events.read")
    person = await find(tx, keyring, "phone", phone)
    if not normal("phone", phone):
        raise Invalid("phone", "Give the whole number: a part of it finds nobody.")
    rows: list[dict[str, Any]] = []
    if person is not None:
        condition, params = access.within(scope, "e.jurisdiction_id", None)
        rows = await reporter_store.reports_of_reporter(
            tx, person, condition, params, hidden=sees_hidden(actor), limit=checked_limit(limit)
        )
    seen = person if rows else None  # whoever has nothing in this scope is as if they were not there
    detail: dict[str, Any] = {"found": len(rows), **({"persons": [str(seen)]} if seen else {})}
    access.audit(tx, actor, "personal.searched", "reporter", seen, at, detail)
    return seen, rows


async def find(tx: Tx, keyring: Keyring, field: str, value: str) -> UUID | None:
    """Return the person with this value, by the blind index; only numbers are indexed."""
    if field != "phone":
        return None
    return await store.reporter_of_phone(tx, keyring.blind("phone", normal("phone", value)))


@dataclass(frozen=True)
class Told:
    """What rooms above need to forget a person: their name and number as they may stand in words, reports, events."""

    values: tuple[str, ...]
    reports: tuple[UUID, ...]
    events: tuple[UUID, ...]


async def told_by(tx: Tx, keyring: Keyring, reporter_id: UUID) -> Told:
    """Return where a person may stand in words, before they are erased; for the platform itself: no scope counts."""
    rows = await reporter_store.words_of(tx, reporter_id)
    values = await _values(tx, keyring, reporter_id)
    return Told(values, _each(row["id"] for row in rows), _each(row["event_id"] for row in rows))


async def forget(tx: Tx, actor: Actor, keyring: Keyring, reporter_id: UUID, at: datetime) -> None:  # noqa: ARG001
    """Take a person's name, and whatever reaches somebody, out of what they reported; the words else stay."""
    values = await _values(tx, keyring, reporter_id)
    rows = await reporter_store.words_of(tx, reporter_id)
    for row in rows:
        report = [without_person(row[name] or "", values) for name in ("text", "place")]
        reporter_store.put_report_words(tx, row["id"], report[0], report[1] or None)
        title, text, place = (without_person(row[f"event_{name}"] or "", values) for name in ("title", "text", "place"))
        reporter_store.put_event_words(tx, row["event_id"], title, text, place or None)
    if rows:
        await searching.fill(tx, _each(row["event_id"] for row in rows))


async def erase(tx: Tx, actor: Actor, keyring: Keyring, reporter_id: UUID, at: datetime) -> None:
    """Erase a person: the key goes, and with it all they told of themselves; their number finds them no more."""
    await access.erase_key(tx, keyring, reporter_id)
    store.forget_reporter(tx, reporter_id)
    access.audit(tx, actor, "events.erase_reporter", "reporter", reporter_id, at)


async def _values(tx: Tx, keyring: Keyring, reporter_id: UUID) -> tuple[str, ...]:
    contact = await reporter_store.contact(tx, reporter_id)
    known = await contact_of(tx, keyring, reporter_id, contact) if contact else None
    return tuple(each for each in (known.name, known.phone) if each) if known else ()


def _each(ids: Iterable[UUID]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(ids))


DECLARED = Declared(
    persons={"reporter": PersonKind("报告人", "Reporter", reporter_store.shown_on, erase, find)},
    forgets={("reporter", "events"): forget},  # first: the search of the rooms above reads these words
    looks={"events.see_reporters": ("查看事件报告人", "Saw an event's reporters, masked")},
)
