"""Hanging photos on an object (a case, a report): from then on whoever may see the object may see them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from yiwang.access import Actor, audit
from yiwang.base.errors import Conflict, Invalid
from yiwang.db.tx import Tx
from yiwang.files import store
from yiwang.files.model import Taken

MOST = 20


async def attach(
    tx: Tx,
    actor: Actor,
    file_ids: Sequence[UUID],
    *,
    object_type: str,
    object_id: UUID,
    jurisdiction: UUID | None,
    organisation: UUID | None,
    at: datetime,
    taken: Taken | None = None,
) -> None:
    """Hang the actor's own free photos on an object of this jurisdiction and unit.

    A photo that is another's, hangs elsewhere already or does not exist is refused, all alike. The caller has checked
    that the actor may change the object.
    """
    if not file_ids:
        return
    wanted = set(file_ids)
    if len(wanted) > MOST:
        raise Invalid("photos", f"Add at most {MOST} photos at a time.")
    uploader = None if actor.kind == "platform" else actor.id
    if await store.attach_free(tx, sorted(wanted), uploader, object_type, object_id, taken) != len(wanted):
        raise Conflict("A photo is not yours or is in use already. Upload it again.")
    store.share_object(tx, object_id, jurisdiction, organisation)
    detail = {"files": [str(each) for each in sorted(wanted)]}
    audit(tx, actor, "file.attached", object_type, object_id, at, detail)


async def hanging_on(tx: Tx, object_id: UUID) -> list[UUID]:
    """Return the files that hang on an object, to a room that holds its id; no scope is looked at."""
    return await store.hanging_on(tx, object_id)


def share(tx: Tx, object_id: UUID, *, jurisdiction: UUID | None, organisation: UUID | None) -> None:
    """Let another jurisdiction and unit see every photo of an object: to be called when it is sent to a new unit."""
    store.share_object(tx, object_id, jurisdiction, organisation)
