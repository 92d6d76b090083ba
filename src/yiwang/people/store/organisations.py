"""SQL of organisations."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db import Tx
from yiwang.people.model import Organisation

_ORGANISATION: LiteralString = (
    "o.id, o.code, o.kind, o.name, o.short_name, o.parent_id, o.jurisdiction_id, o.valid_from, o.valid_to"
)


async def organisations_by_code(tx: Tx, codes: Collection[str]) -> dict[str, Organisation]:
    rows = await tx.rows(
        "SELECT " + _ORGANISATION + " FROM people.organisation o WHERE o.code = ANY(%s)", (list(codes),)
    )
    return {row["code"]: Organisation(**row) for row in rows}


def put_organisation(
    tx: Tx, row_id: UUID, values: tuple[str, str, str, str, str, UUID | None, UUID | None], at: datetime
) -> None:
    """Insert, or bring up to date by code: (code, kind, name, short name, initials, parent, jurisdiction)."""
    tx.put(
        """INSERT INTO people.organisation
        (id, code, kind, name, short_name, initials, parent_id, jurisdiction_id, valid_from, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)
        ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name,
            short_name = excluded.short_name, initials = excluded.initials, parent_id = excluded.parent_id,
            jurisdiction_id = excluded.jurisdiction_id, valid_to = NULL, recorded = excluded.recorded""",
        (row_id, *values, at, tx.at),
    )


async def end_organisation(tx: Tx, organisation: UUID, at: datetime) -> int:
    return await tx.count(
        "UPDATE people.organisation SET valid_to = %s, recorded = %s WHERE id = %s AND valid_to IS NULL",
        (at, tx.at, organisation),
    )


async def organisation_by_id(
    tx: Tx, organisation: UUID, where: LiteralString, params: Sequence[Any]
) -> Organisation | None:
    row = await tx.row(
        "SELECT " + _ORGANISATION + " FROM people.organisation o WHERE o.id = %s AND " + where,
        (organisation, *params),
    )
    return Organisation(**row) if row else None


async def find_organisations(
    tx: Tx,
    words: str,
    kind: str | None,
    parent: UUID | None,
    at: datetime,
    where: LiteralString,
    params: Sequence[Any],
    limit: int,
) -> list[Organisation]:
    """Organisations valid at `at` whose name, short name, code or initials hold the words."""
    pattern = pattern_of(words)
    rows = await tx.rows(
        "SELECT "
        + _ORGANISATION
        + """ FROM people.organisation o
        WHERE (o.name ILIKE %s OR o.short_name ILIKE %s OR o.code ILIKE %s OR o.initials LIKE lower(%s))
          AND (%s::text IS NULL OR o.kind = %s) AND (%s::uuid IS NULL OR o.parent_id = %s)
          AND o.valid_from <= %s AND (o.valid_to IS NULL OR o.valid_to > %s) AND """
        + where
        + " ORDER BY o.code LIMIT %s",
        (pattern, pattern, pattern, pattern, kind, kind, parent, parent, at, at, *params, limit),
    )
    return [Organisation(**row) for row in rows]


def pattern_of(words: str) -> str:
    """Return what a LIKE looks for: the words themselves, wherever they stand."""
    escaped = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
