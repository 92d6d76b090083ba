"""SQL about all units at once, for the directory in memory."""

from collections.abc import Collection, Hashable
from uuid import UUID

from yiwang.db import Tx
from yiwang.people.model import Organisation


async def names(tx: Tx, units: Collection[UUID]) -> dict[UUID, str]:
    rows = await tx.rows("SELECT id, short_name FROM people.organisation WHERE id = ANY(%s)", (list(units),))
    return {row["id"]: row["short_name"] for row in rows}


async def parent_of(tx: Tx, unit: UUID) -> UUID | None:
    found: UUID | None = await tx.value("SELECT parent_id FROM people.organisation WHERE id = %s", (unit,))
    return found


async def edition(tx: Tx) -> Hashable:
    """Return what changes whenever a unit or a post does: every write sets `recorded`."""
    row = await tx.row(
        """SELECT (SELECT max(recorded) FROM people.organisation) AS units, (SELECT count(*) FROM people.organisation)
            AS unit_count, (SELECT max(recorded) FROM people.post) AS posts, (SELECT count(*) FROM people.post)
            AS post_count"""
    )
    return tuple((row or {}).values())


async def all_organisations(tx: Tx) -> list[Organisation]:
    """Return every organisation, ended ones too."""
    rows = await tx.rows(
        """SELECT id, code, kind, name, short_name, parent_id, jurisdiction_id, valid_from, valid_to
        FROM people.organisation"""
    )
    return [Organisation(**row) for row in rows]
