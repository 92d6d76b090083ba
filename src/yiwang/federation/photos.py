"""Photos of shared cases: each goes over once, is taken in like an upload, and hangs on the case over there as well."""

import asyncio
import base64
import binascii
import hashlib
from dataclasses import replace
from typing import Any

from yiwang import access, files
from yiwang.access import platform_actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.cases import federating
from yiwang.db import Tx
from yiwang.federation import store
from yiwang.federation.acting import as_peer
from yiwang.federation.bodies import PhotoBody
from yiwang.federation.model import Letter, Link, Peer
from yiwang.federation.peers import check_shared
from yiwang.files import Shelf

MOST = 200  # photos of one case that are taken from another platform
TELLER = platform_actor("federation")


async def queue_new(tx: Tx, peer: Peer, link: Link) -> Link:
    """Queue the photos of a case that the peer does not have; they are read and sealed when they leave."""
    if "photos" not in peer.shares:
        return link
    sent = list(link.sent_photos)
    for row in await federating.photos_of(tx, link.case_id):
        if row["file_id"] not in sent:
            await store.put_letter(tx, uuid7(tx.at), peer.name, "case.photo", link.case_id, row["file_id"], None)
            sent.append(row["file_id"])
    return replace(link, sent_photos=sent)


async def body_of(tx: Tx, shelf: Shelf, peer: Peer, letter: Letter) -> PhotoBody:
    """Return what a photo's message says; it is read when it leaves."""
    if letter.case_id is None or letter.about is None:
        raise NotFound("This message is about no photo.")
    rows = {row["file_id"]: row for row in await federating.photos_of(tx, letter.case_id)}
    photo = await files.photo_of(tx, letter.about)
    link = await store.link(tx, letter.case_id, peer.name)
    row = rows[letter.about]
    detail = {"platform": peer.name, "file": str(letter.about)}
    access.audit(tx, TELLER, "federation.share_photo", "case", letter.case_id, tx.at, detail)
    return PhotoBody(
        case_id=letter.case_id,
        yours=link.remote_id if link else None,
        file_id=letter.about,
        taken=row["taken"],
        added_at=row["added_at"],
        sha256=photo.sha256,
        data=base64.b64encode(await _read(shelf, photo.sha256)).decode(),
    )


async def take(tx: Tx, peer: Peer, link: Link, body: PhotoBody, shelf: Shelf) -> dict[str, Any]:
    """Hang a photo of the other side on our case: decoded and encoded anew, as every photo is."""
    check_shared(peer, "photos")
    if not body.data:
        raise Invalid("data", "The photo's file was lost where it comes from.")
    try:
        data = base64.b64decode(body.data, validate=True)
    except (binascii.Error, ValueError):
        raise Invalid("data", "This is not base64.") from None
    if hashlib.sha256(data).hexdigest() != body.sha256:
        raise Invalid("sha256", "This is not the photo that its hash says.")
    if len(await federating.photos_of(tx, link.case_id)) >= MOST:
        raise Conflict(f"A case takes at most {MOST} photos of other platforms.")
    photo = await files.keep_within(tx, shelf, as_peer(peer), data, f"{peer.name}-{body.sha256[:12]}.jpg")
    at = min(body.added_at, tx.at)
    await federating.add_photo(tx, as_peer(peer), link.case_id, photo.id, body.taken, at=at)
    store.put_link(tx, replace(link, sent_photos=[*link.sent_photos, photo.id]))
    return {"case_id": str(link.case_id)}


async def not_taken(tx: Tx, peer: Peer, letter: Letter) -> None:
    """The case was not shared over there when the photo came: it goes again with the next hand-over."""
    link = await store.link(tx, letter.case_id, peer.name, lock=True) if letter.case_id else None
    if link:
        store.put_link(tx, replace(link, sent_photos=[one for one in link.sent_photos if one != letter.about]))


async def _read(shelf: Shelf, sha256: str) -> bytes:
    """Return a photo's bytes; none when it is missing, for its message has to go all the same: numbers have no gaps."""
    try:
        return await asyncio.to_thread(shelf.path(sha256).read_bytes)
    except FileNotFoundError:
        return b""
