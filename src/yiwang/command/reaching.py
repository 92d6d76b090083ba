"""Whose business a unit is, the page after another, and telling a unit: what every part of command does alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access, notices
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.paging import encode_cursor
from yiwang.command.model import Steps
from yiwang.db import Tx
from yiwang.people import Organisation, rosters


@dataclass(frozen=True)
class Told:
    """What is told, and which object it opens."""

    kind: str
    zh: str
    en: str
    text: str
    link: str
    object_type: str
    object_id: UUID


async def unit_of(tx: Tx, actor: Actor, permission: str, unit_id: UUID) -> Organisation:
    """Return a unit that the actor's permission covers; what lies outside is answered as what does not exist."""
    scope = actor.scope(permission)
    found = await rosters.unit(tx, unit_id)
    if not await access.may_see(tx, scope, found.jurisdiction_id, found.id):
        raise NotFound("There is no such unit.")
    return found


def following(rows: Sequence[Any], limit: int, moment: str) -> str | None:
    """Return the cursor of the page after these rows, None on the last."""
    if len(rows) < limit or not rows:
        return None
    last = rows[-1]
    at, row = (last[moment], last["id"]) if isinstance(last, dict) else (getattr(last, moment), last.id)
    return encode_cursor(at.isoformat(), str(row))


def checked_step(steps: Steps, verb: str, state: str, what: str) -> tuple[tuple[str, ...], str]:
    """Return where a step starts and leads to; `Conflict` when the state does not allow it."""
    start, to = steps[verb]
    if state not in start:
        raise Conflict(f"{what} is {state}: {verb} is not possible.", state=state, allowed=list(start))
    return start, to


def said(field: str, text: str | None, label: str, most: int = 2000) -> str:
    """Return a text that cannot be left out, trimmed."""
    if not text or not text.strip():
        raise Invalid(field, f"Say {label}.")
    if len(text) > most:
        raise Invalid(field, f"At most {most} characters.")
    return text.strip()


async def tell(tx: Tx, accounts: Sequence[UUID], told: Told, at: datetime) -> None:
    """Put a message into the inboxes of these accounts, once."""
    await notices.notify(
        tx,
        accounts,
        kind=told.kind,
        title_zh=told.zh,
        title_en=told.en,
        text=told.text,
        link=told.link,
        object_type=told.object_type,
        object_id=told.object_id,
        at=at,
        dedupe_key=f"{told.object_id}:{told.kind}:{at.isoformat()}",
    )
