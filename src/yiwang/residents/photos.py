"""Photos of people without an account: who sent one can name it by its key, and nobody else."""

import hmac
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from yiwang.access import Keyring, platform_actor
from yiwang.base.errors import Invalid, NotFound
from yiwang.cases.views.showing import photos_after
from yiwang.db import Database, Tx
from yiwang.events.following import Life
from yiwang.files import Photo, Shelf, find_photo, keep_photo
from yiwang.residents import store
from yiwang.residents.model import MOST_PHOTOS

RESIDENTS = platform_actor("residents")


async def take(database: Database, shelf: Shelf, keyring: Keyring, data: bytes, name: str | None) -> str:
    """Store a photo; return the word by which its sender names it in a report."""
    photo = await keep_photo(database, shelf, RESIDENTS, data, name)
    return f"{photo.id}.{_key(keyring, photo.id)}"


def named(keyring: Keyring, words: Sequence[str]) -> list[UUID]:
    """Return the photos that these words name; `Invalid` for one that is not the sender's own."""
    if len(words) > MOST_PHOTOS:
        raise Invalid("photos", f"Send at most {MOST_PHOTOS} photos at a time.")
    return [_named(keyring, word) for word in words]


def _named(keyring: Keyring, word: str) -> UUID:
    text, _, key = word.partition(".")
    try:
        photo = UUID(text)
    except ValueError:
        photo = UUID(int=0)
    if not hmac.compare_digest(_key(keyring, photo).encode(), key.encode(errors="replace")):
        raise Invalid("photos", "A photo is named by the word that sending it was answered with.")
    return photo


def _key(keyring: Keyring, photo: UUID) -> str:
    return keyring.blind("resident photo", str(photo)).hex()[:32]


async def shown(tx: Tx, life: Life) -> list[UUID]:
    """Return the photos the holder of a link may see: those that show what was done, and those added by the link."""
    own = [photo for row in await store.comments(tx, life.id) for photo in row["photos"]]
    return [*await photos_after(tx, life.event_id), *own]


async def look(tx: Tx, life: Life, photo_id: UUID, at: datetime) -> Photo:
    """Return a photo that the holder of a link may see."""
    if photo_id not in await shown(tx, life):
        raise NotFound("There is no such photo here.")
    return await find_photo(tx, RESIDENTS, photo_id, at=at)
