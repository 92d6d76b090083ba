"""SQL of the tree of jurisdictions."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from yiwang.db.tx import Tx
from yiwang.places.model import Jurisdiction

_FIELDS: LiteralString = """SELECT j.id, p.code, p.name, j.level, p.parent_id, j.schematic, j.source,
    p.valid_from, p.valid_to FROM places.placing p JOIN places.jurisdiction j ON j.id = p.jurisdiction_id """
_AT: LiteralString = "(p.valid_from IS NULL OR p.valid_from <= %s) AND (p.valid_to IS NULL OR p.valid_to > %s)"


async def lock_tree(tx: Tx) -> None:
    """Let changes of the tree, boundaries and grids follow one another, and tell the readers that there is one."""
    # The transaction's own number keeps one that was undone from sharing its edition with the next.
    await tx.value(
        """UPDATE places.edition
        SET number = greatest(number + 1, pg_current_xact_id()::text::bigint << 20) RETURNING number"""
    )


async def edition(tx: Tx) -> int:
    return int(await tx.value("SELECT number FROM places.edition"))


async def all_at(tx: Tx, at: datetime) -> list[Jurisdiction]:
    """Every jurisdiction in force at `at`, by code."""
    rows = await tx.rows(_FIELDS + "WHERE " + _AT + " ORDER BY p.code", (at, at))
    return [Jurisdiction(**row) for row in rows]


async def listed(tx: Tx, at: datetime, level: str | None, parent: UUID | None) -> list[Jurisdiction]:
    rows = await tx.rows(
        _FIELDS
        + "WHERE "
        + _AT
        + """ AND (%s::text IS NULL OR j.level = %s) AND (%s::uuid IS NULL OR p.parent_id = %s)
        ORDER BY p.code""",
        (at, at, level, level, parent, parent),
    )
    return [Jurisdiction(**row) for row in rows]


async def by_codes(tx: Tx, codes: Sequence[str]) -> dict[str, Jurisdiction]:
    """Those in force without an end that bear one of the codes."""
    rows = await tx.rows(_FIELDS + "WHERE p.valid_to IS NULL AND p.code = ANY(%s)", (list(codes),))
    return {row["code"]: Jurisdiction(**row) for row in rows}


async def by_id(tx: Tx, jurisdiction_id: UUID) -> Jurisdiction | None:
    """The latest placing of a jurisdiction, ended or not."""
    row = await tx.row(_FIELDS + "WHERE j.id = %s ORDER BY p.valid_from DESC NULLS LAST LIMIT 1", (jurisdiction_id,))
    return Jurisdiction(**row) if row else None


async def has_open_parts(tx: Tx, jurisdiction_id: UUID) -> bool:
    return bool(
        await tx.value(
            "SELECT EXISTS (SELECT 1 FROM places.placing WHERE parent_id = %s AND valid_to IS NULL)",
            (jurisdiction_id,),
        )
    )


def insert(tx: Tx, new: Sequence[Jurisdiction]) -> None:
    tx.put(
        """WITH made AS (
            SELECT * FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::text[], %s::uuid[], %s::boolean[], %s::text[],
                %s::timestamptz[]) AS n(id, code, name, level, parent_id, schematic, source, valid_from)
        ), identity AS (
            INSERT INTO places.jurisdiction (id, level, schematic, source, recorded)
            SELECT id, level, schematic, source, %s FROM made
        ) INSERT INTO places.placing (jurisdiction_id, code, name, parent_id, valid_from)
        SELECT id, code, name, parent_id, valid_from FROM made""",
        (
            [j.id for j in new],
            [j.code for j in new],
            [j.name for j in new],
            [j.level for j in new],
            [j.parent_id for j in new],
            [j.schematic for j in new],
            [j.source for j in new],
            [j.valid_from for j in new],
            tx.at,
        ),
    )


async def close_placing(tx: Tx, jurisdiction_id: UUID, at: datetime) -> int:
    """End the open placing at `at`, if it began before; return how many rows that was."""
    return await tx.count(
        """UPDATE places.placing SET valid_to = %s
        WHERE jurisdiction_id = %s AND valid_to IS NULL AND (valid_from IS NULL OR valid_from < %s)""",
        (at, jurisdiction_id, at),
    )


def open_placing(tx: Tx, placed: Jurisdiction) -> None:
    tx.put(
        """INSERT INTO places.placing (jurisdiction_id, code, name, parent_id, valid_from)
        VALUES (%s, %s, %s, %s, %s)""",
        (placed.id, placed.code, placed.name, placed.parent_id, placed.valid_from),
    )


async def below(tx: Tx, top: UUID, at: datetime) -> list[UUID]:
    """The jurisdiction and all that lie under it at `at`."""
    rows = await tx.rows(
        """WITH RECURSIVE tree AS (
            SELECT %s::uuid AS id
            UNION
            SELECT p.jurisdiction_id FROM tree t JOIN places.placing p ON p.parent_id = t.id
            WHERE """
        + _AT
        + ") SELECT id FROM tree",
        (top, at, at),
    )
    return [row["id"] for row in rows]
