"""Looking at a photo: allowed to whoever may see what it hangs on, and every full view is audited."""

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
