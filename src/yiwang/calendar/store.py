"""All SQL of calendar."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.base.ids import uuid7
from yiwang.calendar.model import Hours, Override
from yiwang.db import Tx


async def overrides(tx: Tx) -> list[Override]:
    rows = await tx.rows("SELECT date, working, opens, closes, reason, organisation_id FROM calendar.override")
    return [_override(row) for row in rows]


async def overrides_of(tx: Tx, organisation: UUID | None, first: date, last: date) -> list[Override]:
    """Overrides of one organisation (None: of everybody) between two dates, both included."""
    rows = await tx.rows(
        """SELECT date, working, opens, closes, reason, organisation_id FROM calendar.override
        WHERE organisation_id IS NOT DISTINCT FROM %s AND date BETWEEN %s AND %s ORDER BY date""",
        (organisation, first, last),
    )
    return [_override(row) for row in rows]


def put_overrides(tx: Tx, rows: Sequence[Override], created_by: UUID) -> None:
    """Write overrides; one that stands for the same organisation and date is replaced."""
    for row in rows:
        delete_overrides(tx, row.organisation, [row.date])
    plain = [
        {
            "id": str(uuid7(tx.at)),
            "organisation_id": str(row.organisation) if row.organisation else None,
            "date": row.date.isoformat(),
            "working": row.working,
            "opens": row.hours.opens if row.hours else None,
            "closes": row.hours.closes if row.hours else None,
            "reason": row.reason,
        }
        for row in rows
    ]
    tx.put(
        """INSERT INTO calendar.override
        (id, organisation_id, date, working, opens, closes, reason, created_by, recorded)
        SELECT id, organisation_id, date, working, opens, closes, reason, %s, %s
        FROM jsonb_to_recordset(%s) AS n(id uuid, organisation_id uuid, date date, working boolean,
                                         opens smallint, closes smallint, reason text)""",
        (created_by, tx.at, Jsonb(plain)),
    )


def delete_overrides(tx: Tx, organisation: UUID | None, dates: Sequence[date]) -> None:
    tx.put(
        "DELETE FROM calendar.override WHERE organisation_id IS NOT DISTINCT FROM %s AND date = ANY(%s)",
        (organisation, list(dates)),
    )


async def hours(tx: Tx) -> dict[UUID | None, Hours]:
    rows = await tx.rows("SELECT organisation_id, opens, closes FROM calendar.hours")
    return {row["organisation_id"]: Hours(row["opens"], row["closes"]) for row in rows}


def put_hours(tx: Tx, organisation: UUID | None, hours: Hours | None, created_by: UUID) -> None:
    tx.put("DELETE FROM calendar.hours WHERE organisation_id IS NOT DISTINCT FROM %s", (organisation,))
    if hours:
        tx.put(
            "INSERT INTO calendar.hours (organisation_id, opens, closes, created_by, recorded) VALUES (%s,%s,%s,%s,%s)",
            (organisation, hours.opens, hours.closes, created_by, tx.at),
        )


async def note_years(tx: Tx, years: Sequence[int]) -> list[int]:
    """Write down years as published; return those that were not yet."""
    rows = await tx.rows(
        """INSERT INTO calendar.published (year, recorded) SELECT unnest(%s::smallint[]), %s
        ON CONFLICT DO NOTHING RETURNING year""",
        (list(years), tx.at),
    )
    return sorted(row["year"] for row in rows)


async def years_noted(tx: Tx) -> frozenset[int]:
    return frozenset(row["year"] for row in await tx.rows("SELECT year FROM calendar.published"))


def count_up(tx: Tx) -> None:
    tx.put(
        """INSERT INTO calendar.edition (number, changed) VALUES (1, %s)
        ON CONFLICT (only_one) DO UPDATE SET number = calendar.edition.number + 1, changed = excluded.changed""",
        (tx.at,),
    )


async def edition(tx: Tx) -> int:
    return int(await tx.value("SELECT coalesce(max(number), 0) FROM calendar.edition"))


def _override(row: dict[str, Any]) -> Override:
    hours = None if row["opens"] is None else Hours(row["opens"], row["closes"])
    return Override(row["date"], row["working"], hours, row["reason"], row["organisation_id"])
