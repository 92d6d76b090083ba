"""Photos on a case: who may see the case may see them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from yiwang import files
from yiwang.access import Actor
from yiwang.cases import store
from yiwang.cases.model import Case
from yiwang.db import Tx


async def add_photos(tx: Tx, actor: Actor, case: Case, photos: Sequence[UUID], taken: str, at: datetime) -> None:
    """Hang uploaded photos on a case: `before`, `after` or `check`. Only the uploader's own free photos are taken."""
    if not photos:
        return
    await files.attach(
        tx,
        actor,
        photos,
        object_type="case",
        object_id=case.id,
        jurisdiction=case.jurisdiction_id,
        organisation=case.unit_id,
        at=at,
    )
    store.add_photos(tx, case.id, photos, taken, at)
