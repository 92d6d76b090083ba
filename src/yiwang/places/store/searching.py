"""SQL of the search over jurisdictions, addresses and map features."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.base.words import Question, like
from yiwang.db.tx import Tx

Named = tuple[str, UUID]


async def take_due(tx: Tx, limit: int) -> list[Named]:
    """Remove and return what is to be written anew; a second worker passes over it."""
    rows = await tx.rows(
        """DELETE FROM places.search_due WHERE (kind, id) IN (
            SELECT kind, id FROM places.search_due ORDER BY kind, id LIMIT %s FOR UPDATE SKIP LOCKED)
        RETURNING kind, id""",
        (limit,),
    )
    return [(row["kind"], row["id"]) for row in rows]


async def words_of(tx: Tx, named: Sequence[Named]) -> list[dict[str, Any]]:
    """Name and other words of each as it now stands; those without a name are left out."""
    return await tx.rows(
        """WITH due AS (SELECT * FROM unnest(%s::text[], %s::uuid[]) AS d(kind, id))
        SELECT 'jurisdiction' AS kind, p.jurisdiction_id AS id, p.name, p.code AS words
        FROM due JOIN places.placing p ON p.jurisdiction_id = due.id AND p.valid_to IS NULL
        WHERE due.kind = 'jurisdiction'
        UNION ALL
        SELECT 'address', a.id, a.text, (SELECT string_agg(x.alias, ' ') FROM places.address_alias x
            WHERE x.address_id = a.id)
        FROM due JOIN places.address a ON a.id = due.id WHERE due.kind = 'address'
        UNION ALL
        SELECT 'feature', f.id, f.name, NULL FROM due JOIN places.feature f ON f.id = due.id
        WHERE due.kind = 'feature' AND f.name <> ''""",
        ([kind for kind, _ in named], [each for _, each in named]),
    )


def put(tx: Tx, rows: Sequence[tuple[str, UUID, str, str, list[str]]]) -> None:
    """Write rows of (kind, id, document, sort key, tokens)."""
    tx.put(
        """INSERT INTO places.search (kind, id, doc, sort, grams)
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


async def matching(tx: Tx, asked: Question, at: datetime, most: int) -> list[dict[str, Any]]:
    """Those in force that answer: the shortest first, which the word says most about."""
    return await tx.rows(
        """WITH q AS (SELECT %s::timestamptz AS at),
        found AS MATERIALIZED (
            SELECT kind, id, doc, sort FROM places.search WHERE grams @@ %s::tsquery AND doc LIKE ALL (%s::text[])
            ORDER BY length(doc), sort LIMIT 1000)
        SELECT f.*, p.name, j.level, p.code AS words, f.id AS thing FROM q, found f
            JOIN places.placing p ON p.jurisdiction_id = f.id JOIN places.jurisdiction j ON j.id = f.id
        WHERE f.kind = 'jurisdiction' AND (p.valid_from IS NULL OR p.valid_from <= q.at)
            AND (p.valid_to IS NULL OR p.valid_to > q.at)
        UNION ALL
        SELECT f.*, a.text, a.level, '', a.id FROM q, found f JOIN places.address a ON a.id = f.id
        WHERE f.kind = 'address' AND (a.valid_from IS NULL OR a.valid_from <= q.at)
            AND (a.valid_to IS NULL OR a.valid_to > q.at)
        UNION ALL
        SELECT f.*, x.name, x.kind, '', x.feature FROM q, found f JOIN places.feature x ON x.id = f.id
        WHERE f.kind = 'feature' AND (x.valid_from IS NULL OR x.valid_from <= q.at)
            AND (x.valid_to IS NULL OR x.valid_to > q.at)
        LIMIT %s""",
        (at, asked.tsquery, [like(piece) for piece in asked.pieces], most),
    )
