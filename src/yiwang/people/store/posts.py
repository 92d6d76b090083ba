"""SQL of posts and their telephone numbers."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.people.kernels import Slot
from yiwang.people.model import Post

_POST: LiteralString = "p.id, p.organisation_id, p.code, p.name, p.hours, p.weekly, p.zone, p.urgent"


async def posts_of(tx: Tx, organisations: Collection[UUID] | None, at: datetime) -> list[Post]:
    """Posts valid at `at`, of these organisations or of all."""
    units = None if organisations is None else list(organisations)
    rows = await tx.rows(
        "SELECT "
        + _POST
        + """ FROM people.post p WHERE (%s::uuid[] IS NULL OR p.organisation_id = ANY(%s))
          AND p.valid_from <= %s AND (p.valid_to IS NULL OR p.valid_to > %s)
        ORDER BY p.organisation_id, p.code""",
        (units, units, at, at),
    )
    return [_post(row) for row in rows]


async def post_ids(tx: Tx, organisations: Collection[UUID]) -> dict[tuple[UUID, str], UUID]:
    """Ids of all posts these organisations ever had, by organisation and code."""
    rows = await tx.rows(
        "SELECT organisation_id, code, id FROM people.post WHERE organisation_id = ANY(%s)", (list(organisations),)
    )
    return {(row["organisation_id"], row["code"]): row["id"] for row in rows}


async def posts_by_id(tx: Tx, posts: Collection[UUID]) -> dict[UUID, Post]:
    rows = await tx.rows("SELECT " + _POST + " FROM people.post p WHERE p.id = ANY(%s)", (list(posts),))
    return {row["id"]: _post(row) for row in rows}


def put_post(
    tx: Tx, row_id: UUID, organisation: UUID, values: tuple[str, str, str, str], weekly: Sequence[Slot], zone: str,
    urgent: bool, at: datetime,
) -> None:  # fmt: skip
    """Insert, or bring up to date by (organisation, code): values = (code, name, initials, hours)."""
    tx.put(
        """INSERT INTO people.post
        (id, organisation_id, code, name, initials, hours, weekly, zone, urgent, valid_from, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)
        ON CONFLICT (organisation_id, code) DO UPDATE SET name = excluded.name, initials = excluded.initials,
            hours = excluded.hours, weekly = excluded.weekly, zone = excluded.zone, urgent = excluded.urgent,
            valid_to = NULL, recorded = excluded.recorded""",
        (row_id, organisation, *values, Jsonb([_slot_out(slot) for slot in weekly]), zone, urgent, at, tx.at),
    )


def put_phones(tx: Tx, organisation: UUID, post: UUID | None, numbers: Sequence[str], at: datetime) -> None:
    """Make these the current duty numbers: what is not among them ends at `at`."""
    tx.put(
        """UPDATE people.telephone SET valid_to = %s WHERE organisation_id = %s AND post_id IS NOT DISTINCT FROM %s
        AND valid_to IS NULL AND number <> ALL(%s)""",
        (at, organisation, post, list(numbers)),
    )
    for number in numbers:
        tx.put(
            """INSERT INTO people.telephone (id, organisation_id, post_id, kind, number, valid_from, recorded)
            VALUES (%s,%s,%s,'duty',%s,%s,%s) ON CONFLICT DO NOTHING""",
            (uuid7(tx.at), organisation, post, number, at, tx.at),
        )


def _post(row: DictRow) -> Post:
    return Post(**{**row, "weekly": tuple(_slot_in(slot) for slot in row["weekly"])})


def _slot_out(slot: Slot) -> dict[str, Any]:
    return {**asdict(slot), "days": sorted(slot.days)}


def _slot_in(slot: dict[str, Any]) -> Slot:
    return Slot(**{**slot, "days": frozenset(slot["days"])})
