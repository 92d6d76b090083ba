"""A display is named by the administrator, opened by its code at the display itself, and ended by the administrator."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang.access.grants import check_grant
from yiwang.access.model import Actor, Grant
from yiwang.access.screens import store
from yiwang.access.sessions import KEY_PREFIX, digest
from yiwang.access.store import holdings
from yiwang.access.trail import audit
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx

ROLE = "screen"
LIFE_OF_CODE = timedelta(minutes=15)
PURPOSE = "wall"
# Signs that are not taken for one another across a room; eight of them are 6 × 10^11 codes, each good for minutes.
_SIGNS = "ACDEFGHJKMNPQRTUVWXY34679"
_LONG = 8


@dataclass(frozen=True)
class NewScreen:
    """A display to be opened: `code` is shown this once and kept nowhere."""

    id: UUID
    code: str
    until: datetime


@dataclass(frozen=True)
class OpenedScreen:
    """What a display keeps: its key, which is told nowhere else and ends only when the administrator ends it."""

    id: UUID
    name: str
    key: str


async def add_screen(tx: Tx, actor: Actor, name: str, *, jurisdiction: UUID | None = None, at: datetime) -> NewScreen:
    """Name a display, of the whole platform or of one jurisdiction; its code opens it once, within 15 minutes."""
    actor.scope("screens.manage")
    name = name.strip()
    if not 1 <= len(name) <= 60:
        raise Invalid("name", "Name the display in 1 to 60 characters, after the place where it hangs.")
    await check_grant(tx, Grant(ROLE, jurisdiction))
    screen, code, until = uuid7(tx.at), _code(), tx.at + LIFE_OF_CODE
    store.insert(tx, screen, name, jurisdiction, digest(code), until, actor.id)
    audit(tx, actor, "screen.added", "screen", screen, at, {"name": name})
    return NewScreen(screen, f"{code[:4]}-{code[4:]}", until)


async def open_screen(tx: Tx, code: str, *, agent: str | None, at: datetime) -> OpenedScreen:
    """Give the display where this code was typed its key; a code opens one display, once."""
    typed = "".join(sign for sign in code.upper() if sign.isalnum())
    row = await store.open_by_code(tx, digest(typed), (agent or "")[:200], tx.at)
    if row is None:
        raise Invalid("code", "This code is not right, was used already or is over: ask for a new one.")
    key = secrets.token_urlsafe(32)
    application = await holdings.upsert_application(tx, f"大屏 {row['name']}")
    holdings.insert_key(tx, row["id"], application, PURPOSE, digest(key), None, row["created_by"])
    holdings.insert_key_grants(tx, row["id"], [Grant(ROLE, row["jurisdiction_id"])], row["created_by"])
    itself = Actor(application, "application", row["name"], session=row["id"])
    audit(tx, itself, "screen.opened", "screen", row["id"], at)
    return OpenedScreen(row["id"], row["name"], f"{KEY_PREFIX}_{row['id'].hex}_{key}")


async def list_screens(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return every display, youngest first, with when it opened and was last heard of."""
    actor.scope("screens.manage")
    return await store.listed(tx)


async def end_screen(tx: Tx, actor: Actor, screen_id: UUID, *, at: datetime) -> None:
    """End a display, or the code nobody typed; its next request is refused."""
    actor.scope("screens.manage")
    if not await store.end(tx, screen_id, actor.id):
        raise NotFound("There is no display with this id that has not ended.")
    await holdings.end_key(tx, screen_id, actor.id)
    audit(tx, actor, "screen.ended", "screen", screen_id, at)


def _code() -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(_LONG))
