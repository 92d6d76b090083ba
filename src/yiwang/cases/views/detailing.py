"""All that one case holds, gathered for whoever may see it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.cases.shapes import head_fields, named
from yiwang.cases.store import reading
from yiwang.cases.views.listing import see
from yiwang.db import Tx
from yiwang.events import reporters, settling
from yiwang.events.books import Books


async def detail(tx: Tx, actor: Actor, case_id: UUID, *, books: Books, at: datetime) -> dict[str, Any]:
    """Return the fields of a `CaseDetail`. Reporters are masked; a look at them leaves its trace."""
    case = await see(tx, actor, case_id)
    event = await settling.event_of(tx, case.event_id)
    sent = await reading.assignments(tx, case_id)
    reports = await reporters.masked_reports(tx, books.keyring, case.event_id, actor)
    if any(report["reporter"] for report in reports):
        access.audit(tx, actor, "cases.see_reporters", "case", case_id, at, {"masked": True})
    return {
        **head_fields(case, books, await books.locators.at(tx, at), at, actor.permissions),
        "description": event.text,
        "place_detail": event.place,
        "classification": event.classification,
        "deadline": case.deadline,
        "assignments": [{**row, "unit": named(row["unit_id"], books)} for row in sent],
        "clocks": await reading.clocks(tx, case_id),
        "reports_list": reports,
        "photos": [_photo(row) for row in await reading.photos(tx, case_id)],
    }


async def timeline(tx: Tx, actor: Actor, case_id: UUID, *, books: Books) -> list[dict[str, Any]]:
    """Return a case's timeline, oldest first."""
    await see(tx, actor, case_id)
    lines = await reading.timeline(tx, case_id)
    return [_line(line, books) for line in lines]


def _line(line: Mapping[str, Any], books: Books) -> dict[str, Any]:
    actor = {"id": line["actor_id"], "name": line["actor_name"]} if line["actor_id"] else None
    return {**line, "actor": actor, "unit": named(line["unit_id"], books)}


def _photo(row: Mapping[str, Any]) -> dict[str, Any]:
    url = f"/api/files/{row['file_id']}"
    return {"id": row["file_id"], "url": url, "thumb_url": f"{url}/thumb", **row}
