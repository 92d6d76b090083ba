"""Taking a photo in: read, cleaned, written to disk, then its row."""

from yiwang.access import Actor, audit
from yiwang.base.ids import uuid7
from yiwang.db.database import Database
from yiwang.files import store
from yiwang.files.encoding import encode_aside
from yiwang.files.model import Photo, clean_name
from yiwang.files.shelf import Shelf


async def keep_photo(database: Database, shelf: Shelf, actor: Actor, data: bytes, name: str | None) -> Photo:
    """Store a photo; only its uploader sees it until it is attached to something.

    Takes the database, not a transaction: re-encoding takes tenths of a second, and no connection is held meanwhile.
    The file is on disk before its row is committed, so a row never points to nothing.
    """
    actor.scope("files.write")
    encoded = await encode_aside(data)
    sha256 = await shelf.put(encoded)
    async with database.tx() as tx:
        photo = Photo(
            uuid7(tx.at),
            "photo",
            sha256,
            len(encoded.data),
            encoded.width,
            encoded.height,
            clean_name(name),
            actor.id,
            tx.at,
            None,
            None,
            None,
        )
        store.insert_photo(tx, photo)
        audit(tx, actor, "file.kept", "file", photo.id, tx.at, {"sha256": sha256})
    return photo
