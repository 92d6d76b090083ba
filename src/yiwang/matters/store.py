"""All SQL of matters."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx
from yiwang.matters.model import Duty

LIST = "responsibility"


def lock(tx: Tx) -> None:
    """Let one writer of the list go at a time."""
    tx.put("SELECT pg_advisory_xact_lock(hashtextextended('matters responsibility', 0))")


async def duties(
    tx: Tx, where: LiteralString = "TRUE", params: Sequence[Any] = (), at: datetime | None = None
) -> list[Duty]:
    """Rows of the list that `where` allows (alias `r`); in force at `at` if given, else all."""
    rows = await tx.rows(
        f"""SELECT r.id, r.key, r.jurisdiction_id AS jurisdiction, r.organisation_id AS organisation, r.role,
                  r.valid_from, r.valid_to, r.source
        FROM matters.responsibility r
        WHERE {where}
          AND (%s::timestamptz IS NULL OR (r.valid_from <= %s AND (r.valid_to IS NULL OR r.valid_to > %s)))
        ORDER BY r.key, r.jurisdiction_id, r.role DESC, r.valid_from""",
        (*params, at, at, at),
    )
    return [Duty(**row) for row in rows]


async def open_duties(tx: Tx, nodes: Sequence[UUID]) -> list[Duty]:
    """Rows without an end in these jurisdictions."""
    return await duties(tx, "r.valid_to IS NULL AND r.jurisdiction_id = ANY(%s)", (list(nodes),))


async def duty(tx: Tx, duty_id: UUID) -> Duty | None:
    found = await duties(tx, "r.id = %s", (duty_id,))
    return found[0] if found else None


async def outside(
    tx: Tx, pairs: Sequence[tuple[UUID, UUID]], where: LiteralString, params: Sequence[Any]
) -> dict[int, str]:
    """Which pairs (jurisdiction, organisation) are not in the tree or not within `where` (alias `n`), and why."""
    rows = await tx.rows(
        f"""SELECT n.place::int AS place, j.ancestor IS NULL AS no_jurisdiction, o.ancestor IS NULL AS no_organisation
        FROM unnest(%s::uuid[], %s::uuid[]) WITH ORDINALITY AS n(jurisdiction, organisation, place)
        LEFT JOIN access.closure j ON j.ancestor = n.jurisdiction AND j.descendant = n.jurisdiction
            AND j.kind = 'jurisdiction' AND j.valid_to IS NULL
        LEFT JOIN access.closure o ON o.ancestor = n.organisation AND o.descendant = n.organisation
            AND o.kind = 'organisation' AND o.valid_to IS NULL
        WHERE j.ancestor IS NULL OR o.ancestor IS NULL OR NOT ({where})""",
        ([pair[0] for pair in pairs], [pair[1] for pair in pairs], *params),
    )
    return {row["place"] - 1: _why(row) for row in rows}


def insert_duties(tx: Tx, rows: Sequence[Duty], created_by: UUID) -> None:
    tx.put(
        """INSERT INTO matters.responsibility
        (id, key, jurisdiction_id, organisation_id, role, valid_from, valid_to, source, created_by, recorded)
        SELECT id, key, jurisdiction, organisation, role, valid_from, valid_to, source, %s, %s
        FROM jsonb_to_recordset(%s) AS n(id uuid, key text, jurisdiction uuid, organisation uuid, role text,
                                         valid_from timestamptz, valid_to timestamptz, source text)""",
        (created_by, tx.at, Jsonb([_plain(row) for row in rows])),
    )


async def end_duties(tx: Tx, ends: Sequence[tuple[UUID, datetime]]) -> int:
    """End open rows; a row that had not begun by then ends where it began."""
    return await tx.count(
        """UPDATE matters.responsibility r SET valid_to = greatest(n.valid_to, r.valid_from)
        FROM unnest(%s::uuid[], %s::timestamptz[]) AS n(id, valid_to)
        WHERE r.id = n.id AND r.valid_to IS NULL""",
        ([end[0] for end in ends], [end[1] for end in ends]),
    )


def count_up(tx: Tx) -> None:
    tx.put(
        """INSERT INTO matters.edition (name, number, changed) VALUES (%s, 1, %s)
        ON CONFLICT (name) DO UPDATE SET number = matters.edition.number + 1, changed = excluded.changed""",
        (LIST, tx.at),
    )


async def edition(tx: Tx) -> int:
    return int(await tx.value("SELECT coalesce(sum(number), 0)::bigint FROM matters.edition"))


def _plain(row: Duty) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "key": row.key,
        "jurisdiction": str(row.jurisdiction),
        "organisation": str(row.organisation),
        "role": row.role,
        "valid_from": row.valid_from.isoformat(),
        "valid_to": row.valid_to.isoformat() if row.valid_to else None,
        "source": row.source,
    }


def _why(row: dict[str, Any]) -> str:
    if row["no_jurisdiction"]:
        return "This jurisdiction is not in the tree."
    if row["no_organisation"]:
        return "This organisation is not in the tree."
    return "This row lies outside your part of the city."
