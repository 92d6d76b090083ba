"""SQL of batches: parts, chunks, complaints."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from yiwang.base.errors import NotFound
from yiwang.cases.history.model import Batch, Complaint
from yiwang.db.tx import Tx


async def batch(tx: Tx, batch_id: UUID, *, hold: bool = False) -> Batch:
    """Return a batch with its counts; `hold` lets nobody else write to it until the transaction ends."""
    if hold:
        tx.put("SELECT 1 FROM history.batch WHERE id = %s FOR UPDATE", (batch_id,))
    row = await tx.row(
        """SELECT b.id, b.system, b.datum, b.backdate, b.skip_wrong, b.state, b.by, b.recorded,
            coalesce((SELECT sum(rows) FROM history.part WHERE batch_id = b.id), 0)::int AS rows,
            (SELECT count(*) FROM history.part WHERE batch_id = b.id)::int AS parts,
            (SELECT count(DISTINCT row) FROM history.complaint WHERE batch_id = b.id)::int AS wrong,
            coalesce(sum(c.rows) FILTER (WHERE c.imported IS NOT NULL), 0)::int AS done,
            coalesce(sum(c.imported), 0)::int AS imported, coalesce(sum(c.known), 0)::int AS known
        FROM history.batch b LEFT JOIN history.chunk c ON c.batch_id = b.id WHERE b.id = %s GROUP BY b.id""",
        (batch_id,),
    )
    if row is None:
        raise NotFound("There is no such batch.")
    return Batch(**row)


async def newest(tx: Tx, limit: int) -> list[UUID]:
    rows = await tx.rows("SELECT id FROM history.batch ORDER BY recorded DESC, id DESC LIMIT %s", (limit,))
    return [row["id"] for row in rows]


def insert_batch(tx: Tx, made: Batch) -> None:
    tx.put(
        """INSERT INTO history.batch (id, system, datum, backdate, skip_wrong, state, by, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s)""",
        (made.id, made.system, made.datum, made.backdate, made.skip_wrong, made.state, made.by, made.recorded),
    )


def set_state(tx: Tx, batch_id: UUID, state: str) -> None:
    tx.put("UPDATE history.batch SET state = %s WHERE id = %s", (state, batch_id))


async def part(tx: Tx, batch_id: UUID, number: int) -> bytes | None:
    """Return the digest of a part, None when it has not come yet."""
    found: bytes | None = await tx.value(
        "SELECT digest FROM history.part WHERE batch_id = %s AND number = %s", (batch_id, number)
    )
    return found


def insert_part(tx: Tx, batch_id: UUID, number: int, digest: bytes, rows: int) -> None:
    tx.put("INSERT INTO history.part VALUES (%s,%s,%s,%s)", (batch_id, number, digest, rows))


async def next_chunk(tx: Tx, batch_id: UUID) -> int:
    return int(
        await tx.value("SELECT coalesce(max(number), 0) + 1 FROM history.chunk WHERE batch_id = %s", (batch_id,))
    )


def insert_chunk(tx: Tx, batch_id: UUID, number: int, first_row: int, rows: int, sealed: bytes) -> None:
    tx.put(
        "INSERT INTO history.chunk (batch_id, number, first_row, rows, sealed) VALUES (%s,%s,%s,%s,%s)",
        (batch_id, number, first_row, rows, sealed),
    )


async def waiting(tx: Tx, batch_id: UUID) -> list[int]:
    """Return the chunks of a batch that have not come in yet."""
    rows = await tx.rows(
        "SELECT number FROM history.chunk WHERE batch_id = %s AND imported IS NULL ORDER BY number", (batch_id,)
    )
    return [row["number"] for row in rows]


async def sealed_chunk(tx: Tx, batch_id: UUID, number: int) -> bytes | None:
    """Return the rows of a chunk as they are kept; None when they have come in."""
    found: bytes | None = await tx.value(
        "SELECT sealed FROM history.chunk WHERE batch_id = %s AND number = %s AND imported IS NULL", (batch_id, number)
    )
    return found


async def take_chunk(tx: Tx, batch_id: UUID, number: int, imported: int, known: int) -> bool:
    """Mark a chunk as come in; False when another process was faster."""
    return (
        await tx.count(
            """UPDATE history.chunk SET imported = %s, known = %s, sealed = NULL
            WHERE batch_id = %s AND number = %s AND imported IS NULL""",
            (imported, known, batch_id, number),
        )
        == 1
    )


def forget_checked(tx: Tx, batch_id: UUID) -> None:
    tx.put("DELETE FROM history.complaint WHERE batch_id = %s AND stage = 'checking'", (batch_id,))


def insert_complaints(tx: Tx, batch_id: UUID, stage: str, told: Sequence[Complaint]) -> None:
    if not told:
        return
    tx.put(
        """INSERT INTO history.complaint (batch_id, row, place, field, detail, stage)
        SELECT %s, x.row, x.place, x.field, x.detail, %s
        FROM unnest(%s::int[], %s::int[], %s::text[], %s::text[]) AS x(row, place, field, detail)
        ON CONFLICT DO NOTHING""",
        (
            batch_id,
            stage,
            [one.row for one in told],
            list(range(len(told))),
            [one.field for one in told],
            [one.detail for one in told],
        ),
    )


async def complaints(tx: Tx, batch_id: UUID, after: tuple[int, int], limit: int) -> list[dict[str, Any]]:
    """Return what is wrong, by row, after the position (row, place)."""
    return await tx.rows(
        """SELECT row, place, field, detail FROM history.complaint
        WHERE batch_id = %s AND (row, place) > (%s, %s) ORDER BY row, place, stage LIMIT %s""",
        (batch_id, *after, limit),
    )
