"""Looking at a photo: allowed to whoever may see what it hangs on, and every full view is audited."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from yiwang.access import Actor, audit, within
from yiwang.base.errors import NotFound
from yiwang.db.tx import Tx
from yiwang.files import store
from yiwang.files.model import Photo


async def find_photo(tx: Tx, actor: Actor, file_id: UUID, *, at: datetime, look: bool = True) -> Photo:
    """Return a photo the actor may see; another's answers as if it were not there. `look=False`: the small version."""
    if actor.may("files.read"):
        where, params = within(actor.scope("files.read"), "g.jurisdiction_id", "g.organisation_id")
    else:
        where, params = "FALSE", []  # an intake application sees what it uploaded and has not used yet
    photo = await store.find_visible(tx, file_id, actor.id, where, params)
    if photo is None:
        raise NotFound("There is no photo with this id that you may see.")
    if look:
        audit(tx, actor, "file.seen", "file", photo.id, at)
    return photo


async def photo_of(tx: Tx, file_id: UUID) -> Photo:
    """Return a photo to a room that holds its id; no scope is looked at."""
    photo = await store.find(tx, file_id)
    if photo is None:
        raise NotFound("There is no photo with this id.")
    return photo


async def first_seen(tx: Tx, actor: Actor, object_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Return the first photo of each object that the actor may see, by the object's id."""
    if not object_ids or not actor.may("files.read"):
        return {}
    where, params = within(actor.scope("files.read"), "g.jurisdiction_id", "g.organisation_id")
    return await store.first_visible(tx, object_ids, where, params)
