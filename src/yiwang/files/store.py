"""All SQL of files."""

from collections.abc import Sequence
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db.tx import Tx
from yiwang.files.model import Photo

_COLUMNS: LiteralString = """f.id, f.kind, f.sha256, f.bytes, f.width, f.height, f.original_name, f.uploaded_by,
    f.recorded, f.taken, f.object_type, f.object_id"""


def insert_photo(tx: Tx, photo: Photo) -> None:
    tx.put(
        """INSERT INTO files.file (id, kind, sha256, bytes, width, height, original_name, uploaded_by, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (
            photo.id,
            photo.kind,
            photo.sha256,
            photo.bytes,
            photo.width,
            photo.height,
            photo.original_name,
            photo.uploaded_by,
            photo.recorded,
        ),
    )


async def attach_free(
    tx: Tx, ids: Sequence[UUID], uploader: UUID | None, object_type: str, object_id: UUID, taken: str | None
) -> int:
    """Hang files that hang nowhere yet on an object; `uploader` None takes anyone's. Return how many."""
    return await tx.count(
        """UPDATE files.file SET object_type = %s, object_id = %s, taken = %s, attached = %s
        WHERE id = ANY(%s) AND object_id IS NULL AND (%s::uuid IS NULL OR uploaded_by = %s)""",
        (object_type, object_id, taken, tx.at, list(ids), uploader, uploader),
    )


def share_object(tx: Tx, object_id: UUID, jurisdiction: UUID | None, organisation: UUID | None) -> None:
    """Let a pair of nodes see every file that hangs on an object."""
    tx.put(
        """INSERT INTO files.file_grant (file_id, jurisdiction_id, organisation_id)
        SELECT id, %s, %s FROM files.file WHERE object_id = %s ON CONFLICT DO NOTHING""",
        (jurisdiction, organisation, object_id),
    )


async def hanging_on(tx: Tx, object_id: UUID) -> list[UUID]:
    rows = await tx.rows("SELECT id FROM files.file WHERE object_id = %s ORDER BY attached, id", (object_id,))
    return [row["id"] for row in rows]


async def first_visible(
    tx: Tx, object_ids: Sequence[UUID], within: LiteralString, params: Sequence[Any]
) -> dict[UUID, UUID]:
    """The first file that hangs on each object, of those within the condition over `g`."""
    query: LiteralString = (
        """SELECT DISTINCT ON (f.object_id) f.object_id, f.id FROM files.file f WHERE f.object_id = ANY(%s)
        AND EXISTS (SELECT 1 FROM files.file_grant g WHERE g.file_id = f.id AND """
        + within
        + ") ORDER BY f.object_id, f.attached, f.id"
    )
    return {row["object_id"]: row["id"] for row in await tx.rows(query, (list(object_ids), *params))}


async def find(tx: Tx, file_id: UUID) -> Photo | None:
    query: LiteralString = "SELECT " + _COLUMNS + " FROM files.file f WHERE f.id = %s"
    row = await tx.row(query, (file_id,))
    return Photo(**row) if row else None


async def find_visible(
    tx: Tx, file_id: UUID, viewer: UUID, within: LiteralString, params: Sequence[Any]
) -> Photo | None:
    """A file that hangs on something within the condition over `g`, or that the viewer uploaded and hangs nowhere."""
    query: LiteralString = (
        "SELECT "
        + _COLUMNS
        + """ FROM files.file f WHERE f.id = %s AND (
            (f.object_id IS NULL AND f.uploaded_by = %s)
            OR EXISTS (SELECT 1 FROM files.file_grant g WHERE g.file_id = f.id AND """
        + within
        + "))"
    )
    row = await tx.row(query, (file_id, viewer, *params))
    return Photo(**row) if row else None
