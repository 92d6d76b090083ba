"""Before a report without an account: whom to call, what it may be, who else answers; the map."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.channels import ChannelBook
from yiwang.events.channels.receiving import door_of
from yiwang.places import boundaries
from yiwang.residents.model import Hint, hints
from yiwang.residents.photos import RESIDENTS

LEVELS = ("district", "street", "neighbourhood")
_MOST = 3


@dataclass(frozen=True)
class Foreseen:
    """What the words of a report not yet sent lead to."""

    hints: list[Hint]
    matters: list[dict[str, str]]
    next_door: dict[str, str] | None


def foresee(books: Books, doors: ChannelBook, text: str, *, at: datetime) -> Foreseen:
    """Return whom to call at once, the matters the words may speak of, and who answers where it is not us."""
    found = books.classifier.suggest(text, limit=_MOST)
    matters = [(one.code, books.catalogue.get(one.code, at)) for one in found]
    door = doors.next_door(at, text=text, matter=None)
    named = door is not None and any(word in text for word in door.keywords)
    return Foreseen(
        hints(text),
        [{"code": code, "name": matter.name} for code, matter in matters if matter],
        door_of(door) if named else None,
    )


async def ground(tx: Tx, level: str, within: UUID | None, at: datetime) -> tuple[str, list[dict[str, Any]]]:
    """Return the public boundaries of a level, and a word that changes with them."""
    if level not in LEVELS:
        raise Invalid("level", f"Name the level as one of {', '.join(LEVELS)}.")
    if level == "neighbourhood" and within is None:
        raise Invalid("within", "Name the street whose neighbourhoods you ask for in `within`.")
    tag = await boundaries.map_tag(tx, RESIDENTS, at)
    return tag, await boundaries.map_features(tx, RESIDENTS, at, level=level, within=within)
