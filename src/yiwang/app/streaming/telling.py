"""What goes out on the stream: positions of the log, items and batches."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.access import Actor
from yiwang.access.standing import Above, reaches

Position = tuple[int, int]  # (transaction id, sequence) of the log
WALL = "wall.read"
MOST = 200  # items of one message: a page that is told of more reads its lists anew


@dataclass(frozen=True, slots=True)
class Item:
    """One change. `id` is None where a kind is told without its object: that something moved is all there is to say.

    `wall`: a display of the wall hears of it too, by its id alone.
    """

    kind: str
    type: str
    permission: str
    at: datetime
    by: UUID | None = None
    id: UUID | None = None
    number: str | None = None
    state: str | None = None
    urgent: bool = False
    jurisdictions: Above = frozenset()
    organisations: Above = frozenset()
    wall: bool = False

    def meant_for(self, actor: Actor) -> bool:
        """Say whether the actor may hear of it."""
        return self._by(actor, self.permission) or self._at_the_wall(actor)

    def _by(self, actor: Actor, permission: str) -> bool:
        if not actor.may(permission):
            return False
        return self.id is None or reaches(actor.scope(permission), self.jurisdictions, self.organisations)

    def _at_the_wall(self, actor: Actor) -> bool:
        return self.wall and not actor.may(self.permission) and self._by(actor, WALL)

    def told(self, actor: Actor) -> dict[str, object]:
        """Return it as this actor's page reads it."""
        shown: dict[str, object] = {"kind": self.kind, "type": self.type, "at": self.at.isoformat()}
        if not actor.may(self.permission):
            return shown if self.id is None else shown | {"id": str(self.id)}
        if self.by is not None:
            shown["by"] = str(self.by)
        if self.id is not None:
            shown |= {"id": str(self.id), "number": self.number, "state": self.state, "urgent": self.urgent}
        return shown


@dataclass(frozen=True, slots=True)
class Batch:
    """What one look at the log found, up to and including `position`; `more`: too much to tell one by one."""

    position: Position
    items: Sequence[Item]
    more: bool = False


def message(batch: Batch, actor: Actor) -> bytes | None:
    """Return a batch as this actor may hear it, as a server-sent event; None when none of it is theirs."""
    items = [item for item in batch.items if item.meant_for(actor)]
    if not items and not batch.more:
        return None
    data = {"items": [item.told(actor) for item in items[:MOST]], "more": batch.more or len(items) > MOST}
    return event("facts", batch.position, data)


def event(name: str, position: Position, data: object) -> bytes:
    """Return one server-sent event; its id is where to resume."""
    return f"id: {position[0]}-{position[1]}\nevent: {name}\ndata: {json.dumps(data)}\n\n".encode()


def position_of(text: str | None) -> Position | None:
    """Read a resume point; None when it is none of ours."""
    first, dash, second = (text or "").strip().partition("-")
    if not dash or not (first.isascii() and first.isdigit() and second.isascii() and second.isdigit()):
        return None
    found = (int(first), int(second))
    return found if max(found) < 2**63 else None
