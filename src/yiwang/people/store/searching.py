"""SQL of the search over organisations, posts and staff."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.base.words import Question, like
from yiwang.db import Tx

Named = tuple[str, UUID]


async def take_due(tx: Tx, limit: int) -> list[Named]:
    """Remove and return what is to be written anew; a second worker passes over it."""
    rows = await tx.rows(
        """DELETE FROM people.search_due WHERE (kind, id) IN (
            SELECT kind, id FROM people.search_due ORDER BY kind, id LIMIT %s FOR UPDATE SKIP LOCKED)
        RETURNING kind, id""",
        (limit,),
    )
    return [(row["kind"], row["id"]) for row in rows]


async def words_of(tx: Tx, named: Sequence[Named]) -> list[dict[str, Any]]:
    """Name, other words and numbers of each; with an organisation come its posts, which bear its name."""
    return await tx.rows(
        """WITH due AS (SELECT * FROM unnest(%s::text[], %s::uuid[]) AS d(kind, id))
        SELECT 'organisation' AS kind, o.id, o.name, concat_ws(' ', o.short_name, o.code) AS words,
            (SELECT string_agg(t.number, ' ') FROM people.telephone t
             WHERE t.organisation_id = o.id AND t.post_id IS NULL AND t.valid_to IS NULL) AS numbers
        FROM due JOIN people.organisation o ON o.id = due.id WHERE due.kind = 'organisation'
        UNION ALL
        SELECT DISTINCT 'post', p.id, p.name, o.name,
            (SELECT string_agg(t.number, ' ') FROM people.telephone t WHERE t.post_id = p.id AND t.valid_to IS NULL)
        FROM due JOIN people.post p ON due.kind = 'post' AND p.id = due.id
                OR due.kind = 'organisation' AND p.organisation_id = due.id
            JOIN people.organisation o ON o.id = p.organisation_id
        UNION ALL
        SELECT 'staff', s.id, s.name, s.number, NULL FROM due JOIN people.staff s ON s.id = due.id
        WHERE due.kind = 'staff'
        ORDER BY kind, id""",
        ([kind for kind, _ in named], [each for _, each in named]),
    )


def put(tx: Tx, rows: Sequence[tuple[str, UUID, str, str, list[str]]]) -> None:
    """Write rows of (kind, id, document, sort key, tokens)."""
    tx.put(
        """INSERT INTO people.search (kind, id, doc, sort, grams)
        SELECT x.kind, x.id, x.doc, x.sort, array_to_tsvector(string_to_array(x.grams, ' '))
        FROM unnest(%s::text[], %s::uuid[], %s::text[], %s::text[], %s::text[]) AS x(kind, id, doc, sort, grams)
        ON CONFLICT (kind, id) DO UPDATE SET doc = excluded.doc, sort = excluded.sort, grams = excluded.grams""",
        (
            [row[0] for row in rows],
            [row[1] for row in rows],
            [row[2] for row in rows],
            [row[3] for row in rows],
            [" ".join(row[4]) for row in rows],
        ),
    )


async def matching(
    tx: Tx, asked: Question, at: datetime, where: LiteralString, params: Sequence[Any], most: int
) -> list[dict[str, Any]]:
    """Those in force that answer and whose organisation `o` meets the condition, by name as a dictionary sorts."""
    return await tx.rows(
        """WITH q AS (SELECT %s::timestamptz AS at),
        found AS MATERIALIZED (
            SELECT kind, id, doc, sort FROM people.search WHERE grams @@ %s::tsquery AND doc LIKE ALL (%s::text[])),
        entry AS (
            SELECT f.*, f.id AS organisation_id, x.name, NULL::text AS post FROM q, found f
                JOIN people.organisation x ON x.id = f.id
            WHERE f.kind = 'organisation' AND (x.valid_to IS NULL OR x.valid_to > q.at)
            UNION ALL
            SELECT f.*, p.organisation_id, p.name, NULL FROM q, found f JOIN people.post p ON p.id = f.id
            WHERE f.kind = 'post' AND (p.valid_to IS NULL OR p.valid_to > q.at)
            UNION ALL
            SELECT f.*, p.organisation_id, s.name, p.name FROM q, found f JOIN people.staff s ON s.id = f.id
                JOIN people.appointment a ON a.staff_id = s.id JOIN people.post p ON p.id = a.post_id
            WHERE f.kind = 'staff' AND (s.valid_to IS NULL OR s.valid_to > q.at)
                AND a.valid_from <= q.at AND (a.valid_to IS NULL OR a.valid_to > q.at))
        SELECT e.kind, e.id, e.doc, e.sort, e.name, e.post, o.id AS organisation_id, o.name AS organisation
        FROM entry e JOIN people.organisation o ON o.id = e.organisation_id WHERE """
        + where
        + " ORDER BY e.sort, e.kind, e.id, o.code LIMIT %s",
        (at, asked.tsquery, [like(piece) for piece in asked.pieces], *params, most),
    )
