"""SQL of the search over events that are no cases, and of what reports say."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.base.words import Question, like
from yiwang.db.tx import Tx


async def texts_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, str]:
    """Whatever was reported about each event, each text once."""
    rows = await tx.rows(
        """SELECT e.id, concat_ws(' ', e.text, (SELECT string_agg(DISTINCT r.text, ' ') FROM events.report r
            WHERE r.event_id = e.id AND r.text <> e.text)) AS text
        FROM events.event e WHERE e.id = ANY(%s)""",
        (list(ids),),
    )
    return {row["id"]: row["text"] for row in rows}


async def words_of(tx: Tx, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """What those of the events are found by that are no cases."""
    return await tx.rows(
        """SELECT id, number, title, place->>'text' AS place_text, jurisdiction_id, reported_at FROM events.event
        WHERE id = ANY(%s) AND state IN ('triage', 'refused', 'dismissed', 'merged') ORDER BY id""",
        (list(ids),),
    )


def put(tx: Tx, rows: Sequence[tuple[UUID, UUID, datetime, str, list[str]]]) -> None:
    """Write rows of (id, jurisdiction, at, document, tokens)."""
    tx.put(
        """INSERT INTO events.search AS s (id, jurisdiction_id, at, doc, grams)
        SELECT x.id, x.jurisdiction, x.at, x.doc, array_to_tsvector(string_to_array(x.grams, ' '))
        FROM unnest(%s::uuid[], %s::uuid[], %s::timestamptz[], %s::text[], %s::text[])
            AS x(id, jurisdiction, at, doc, grams)
        ON CONFLICT (id) DO UPDATE SET jurisdiction_id = excluded.jurisdiction_id, doc = excluded.doc,
            grams = excluded.grams
        WHERE (s.jurisdiction_id, s.doc) IS DISTINCT FROM (excluded.jurisdiction_id, excluded.doc)""",
        (
            [row[0] for row in rows],
            [row[1] for row in rows],
            [row[2] for row in rows],
            [row[3] for row in rows],
            [" ".join(row[4]) for row in rows],
        ),
    )


def remove(tx: Tx, ids: Sequence[UUID]) -> None:
    tx.put("DELETE FROM events.search WHERE id = ANY(%s)", (list(ids),))


async def matching(
    tx: Tx, asked: Question, condition: LiteralString, params: Sequence[Any], *, until: datetime, most: int
) -> list[dict[str, Any]]:
    """The newest events that answer."""
    return await tx.rows(
        f"""WITH found AS MATERIALIZED (SELECT * FROM events.search WHERE grams @@ %s::tsquery)
        SELECT s.id, s.at, s.doc, e.number, e.title, e.state, coalesce(e.place->>'text', '') AS place_text
        FROM found s JOIN events.event e ON e.id = s.id
        WHERE s.at <= %s AND s.doc LIKE ALL (%s::text[]) AND {condition}
        ORDER BY s.at DESC, s.id DESC LIMIT %s""",
        (asked.tsquery, until, [like(piece) for piece in asked.pieces], *params, most),
    )


async def places_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """The jurisdiction of each of the events there are."""
    rows = await tx.rows("SELECT id, jurisdiction_id FROM events.event WHERE id = ANY(%s)", (list(ids),))
    return {row["id"]: row["jurisdiction_id"] for row in rows}
