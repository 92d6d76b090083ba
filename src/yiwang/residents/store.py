"""All SQL of the residents: links, comments, ratings, tries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx


@dataclass(frozen=True)
class Follow:
    """A link to one report; who holds it is not known here."""

    id: UUID
    report_id: UUID
    number: str
    joined: bool
    recorded: datetime


def insert_follow(tx: Tx, follow: Follow, token: bytes, lookup: bytes | None) -> None:
    tx.put(
        """INSERT INTO residents.follow (id, report_id, number, token, lookup, joined, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s)""",
        (follow.id, follow.report_id, follow.number, token, lookup, follow.joined, tx.at),
    )


async def by_token(tx: Tx, token: bytes) -> Follow | None:
    row = await tx.row(
        "SELECT id, report_id, number, joined, recorded FROM residents.follow WHERE token = %s", (token,)
    )
    return Follow(**row) if row else None


async def by_lookup(tx: Tx, lookup: bytes) -> Follow | None:
    row = await tx.row(
        """SELECT id, report_id, number, joined, recorded FROM residents.follow WHERE lookup = %s
        ORDER BY recorded, id LIMIT 1""",
        (lookup,),
    )
    return Follow(**row) if row else None


async def count_try(tx: Tx, who: bytes, kind: str, hour: datetime, most: int) -> bool:
    """Count one more try in this hour; False when there were too many already."""
    times = await tx.value(
        """INSERT INTO residents.try (who, kind, hour, times) VALUES (%s,%s,%s,1)
        ON CONFLICT (who, kind, hour) DO UPDATE SET times = residents.try.times + 1 RETURNING times""",
        (who, kind, hour),
    )
    return int(times) <= most


async def tries(tx: Tx, who: bytes, kind: str, hour: datetime) -> int:
    return int(
        await tx.value(
            "SELECT coalesce(sum(times), 0) FROM residents.try WHERE who = %s AND kind = %s AND hour = %s",
            (who, kind, hour),
        )
    )


def insert_comment(tx: Tx, follow_id: UUID, text: str, photos: Sequence[UUID], at: datetime) -> None:
    tx.put(
        "INSERT INTO residents.comment (id, follow_id, at, text, photos, recorded) VALUES (%s,%s,%s,%s,%s,%s)",
        (uuid7(tx.at), follow_id, at, text, list(photos), tx.at),
    )


async def comments(tx: Tx, report_id: UUID) -> list[dict[str, Any]]:
    """Return what was added to a report, by whichever of its links."""
    return await tx.rows(
        """SELECT c.at, c.text, c.photos FROM residents.comment c JOIN residents.follow f ON f.id = c.follow_id
        WHERE f.report_id = %s ORDER BY c.at, c.id""",
        (report_id,),
    )


async def insert_rating(tx: Tx, report_id: UUID, event_id: UUID, score: str, text: str, at: datetime) -> bool:
    """Write a rating; False when the report was rated already."""
    return (
        await tx.count(
            """INSERT INTO residents.rating (report_id, event_id, score, text, at, recorded)
            VALUES (%s,%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING""",
            (report_id, event_id, score, text, at, tx.at),
        )
        == 1
    )


async def rating(tx: Tx, report_id: UUID) -> dict[str, Any] | None:
    return await tx.row("SELECT score, text, at FROM residents.rating WHERE report_id = %s", (report_id,))


async def ratings_of(tx: Tx, event_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT score, text, at FROM residents.rating WHERE event_id = %s ORDER BY at, report_id", (event_id,)
    )


async def follows_before(tx: Tx, before: datetime, after: UUID, limit: int) -> list[Follow]:
    """Return links made before a moment, by id after `after`."""
    rows = await tx.rows(
        """SELECT id, report_id, number, joined, recorded FROM residents.follow
        WHERE recorded < %s AND id > %s ORDER BY id LIMIT %s""",
        (before, after, limit),
    )
    return [Follow(**row) for row in rows]


async def follows_of(tx: Tx, report_ids: Sequence[UUID]) -> list[Follow]:
    """Return the links to these reports."""
    rows = await tx.rows(
        "SELECT id, report_id, number, joined, recorded FROM residents.follow WHERE report_id = ANY(%s) ORDER BY id",
        (list(report_ids),),
    )
    return [Follow(**row) for row in rows]


def delete_follows(tx: Tx, ids: Sequence[UUID]) -> None:
    tx.put("DELETE FROM residents.follow WHERE id = ANY(%s)", (list(ids),))


def delete_tries(tx: Tx, before: datetime) -> None:
    tx.put("DELETE FROM residents.try WHERE hour < %s", (before,))


def forget_reports(tx: Tx, report_ids: Sequence[UUID]) -> None:
    """Delete the links to these reports, with what was added by them, and the words of their ratings."""
    tx.put("DELETE FROM residents.follow WHERE report_id = ANY(%s)", (list(report_ids),))
    tx.put("UPDATE residents.rating SET text = '' WHERE report_id = ANY(%s)", (list(report_ids),))
