"""Taking a photo in: read, cleaned, written to disk, then its row."""

from yiwang.access import Actor, audit
from yiwang.base.ids import uuid7
from yiwang.db.database import Database
from yiwang.db.tx import Tx
from yiwang.files import store
from yiwang.files.encoding import encode_aside
from yiwang.files.model import Encoded, Photo, clean_name
from yiwang.files.shelf import Shelf


async def keep_within(tx: Tx, shelf: Shelf, actor: Actor, data: bytes, name: str) -> Photo:
    """Store a photo that another platform sends, within the transaction that takes its message.

    It is cleaned like any upload; encoding takes tenths of a second, so this is not for what people wait for.
    """
    encoded = await encode_aside(data)
    return _noted(tx, actor, encoded, await shelf.put(encoded), name)


async def keep_photo(database: Database, shelf: Shelf, actor: Actor, data: bytes, name: str | None) -> Photo:
    """Store a photo; only its uploader sees it until it is attached to something.

    Takes the database, not a transaction: re-encoding takes tenths of a second, and no connection is held meanwhile.
    The file is on disk before its row is committed, so a row never points to nothing.
    """
    actor.scope("files.write")
    encoded = await encode_aside(data)
    sha256 = await shelf.put(encoded)
    async with database.tx() as tx:
        return _noted(tx, actor, encoded, sha256, name)


def _noted(tx: Tx, actor: Actor, encoded: Encoded, sha256: str, name: str | None) -> Photo:
    size = (len(encoded.data), encoded.width, encoded.height)
    photo = Photo(uuid7(tx.at), "photo", sha256, *size, clean_name(name), actor.id, tx.at, None, None, None)
    store.insert_photo(tx, photo)
    audit(tx, actor, "file.kept", "file", photo.id, tx.at, {"sha256": sha256})
    return photo
