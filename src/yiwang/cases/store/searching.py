"""SQL of the search over cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.base.words import Question, like
from yiwang.db.tx import Tx


@dataclass(frozen=True)
class Row:
    """A case as it is searched."""

    id: UUID
    jurisdiction_id: UUID
    unit_id: UUID | None
    at: datetime
    doc: str
    grams: list[str]


def span_of(at: datetime) -> str:
    """Return the token of the ten days (UTC) a case was opened in: none that a text has or a question asks for."""
    moment = at.astimezone(UTC)
    return f"@{moment:%Y%m}{min((moment.day - 1) // 10, 2)}"


async def words_of(tx: Tx, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """What cases are found by, of their own."""
    return await tx.rows(
        """SELECT id, number, title, place_text, jurisdiction_id, unit_id, opened_at FROM cases.case
        WHERE id = ANY(%s) ORDER BY id""",
        (list(ids),),
    )


def put(tx: Tx, rows: Sequence[Row]) -> None:
    """Write the rows in one statement; the index is left alone where the words are the same."""
    tx.put(
        """INSERT INTO cases.search AS s (id, jurisdiction_id, unit_id, at, doc, grams)
        SELECT x.id, x.jurisdiction, x.unit, x.at, x.doc, array_to_tsvector(string_to_array(x.grams, ' '))
        FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::timestamptz[], %s::text[], %s::text[])
            AS x(id, jurisdiction, unit, at, doc, grams)
        ON CONFLICT (id) DO UPDATE SET jurisdiction_id = excluded.jurisdiction_id, unit_id = excluded.unit_id,
            doc = excluded.doc, grams = excluded.grams
        WHERE (s.jurisdiction_id, s.unit_id, s.doc)
            IS DISTINCT FROM (excluded.jurisdiction_id, excluded.unit_id, excluded.doc)""",
        (
            [row.id for row in rows],
            [row.jurisdiction_id for row in rows],
            [row.unit_id for row in rows],
            [row.at for row in rows],
            [row.doc for row in rows],
            [" ".join((*row.grams, span_of(row.at))) for row in rows],
        ),
    )


async def newest(
    tx: Tx, asked: Question, condition: LiteralString, params: Sequence[Any], *, until: datetime, window: int, most: int
) -> list[dict[str, Any]]:
    """Those among the `window` newest cases that answer: what is common is found here, whatever is on file."""
    return await tx.rows(
        f"""SELECT s.id, s.at, s.doc FROM (
            SELECT * FROM cases.search WHERE at <= %s ORDER BY at DESC, id DESC LIMIT %s) s
        WHERE s.grams @@ %s::tsquery AND s.doc LIKE ALL (%s::text[]) AND {condition}
        ORDER BY s.at DESC, s.id DESC LIMIT %s""",
        (until, window, asked.tsquery, _patterns(asked), *params, most),
    )


async def newest_of(
    tx: Tx,
    asked: Question,
    nodes: tuple[Sequence[UUID], Sequence[UUID]],
    condition: LiteralString,
    params: Sequence[Any],
    *,
    until: datetime,
    each: int,
    most: int,
) -> tuple[list[dict[str, Any]], bool]:
    """Those among the `each` newest cases of each jurisdiction and unit that answer, and whether that was all of them.

    By the cases' own indexes: whoever sees little is not made to look through what is common everywhere.
    """
    rows = await tx.rows(
        f"""WITH near AS MATERIALIZED (
            SELECT n.id AS node, c.id FROM unnest(%s::uuid[]) AS n(id) CROSS JOIN LATERAL (
                SELECT id FROM cases.case WHERE jurisdiction_id = n.id AND opened_at <= %s
                ORDER BY opened_at DESC, id DESC LIMIT %s) c
            UNION ALL
            SELECT n.id, c.id FROM unnest(%s::uuid[]) AS n(id) CROSS JOIN LATERAL (
                SELECT id FROM cases.case WHERE unit_id = n.id AND opened_at <= %s
                ORDER BY opened_at DESC, id DESC LIMIT %s) c),
        found AS (
            SELECT s.id, s.at, s.doc FROM (SELECT DISTINCT id FROM near) n CROSS JOIN LATERAL (
                SELECT * FROM cases.search WHERE id = n.id OFFSET 0) s -- row by row: never by the words first
            WHERE s.grams @@ %s::tsquery AND s.doc LIKE ALL (%s::text[]) AND {condition}
            ORDER BY s.at DESC, s.id DESC LIMIT %s)
        SELECT f.id, f.at, f.doc, w.longest
        FROM (SELECT coalesce(max(rows), 0) AS longest FROM (SELECT count(*) AS rows FROM near GROUP BY node) x) w
            LEFT JOIN found f ON true
        ORDER BY f.at DESC, f.id DESC""",
        (nodes[0], until, each, nodes[1], until, each, asked.tsquery, _patterns(asked), *params, most),
    )
    return [row for row in rows if row["id"]], rows[0]["longest"] < each


async def matching(
    tx: Tx, asked: Question, condition: LiteralString, params: Sequence[Any], *, until: datetime, most: int
) -> list[dict[str, Any]]:
    """The newest of all that answer, by the index of words: for what is rare."""
    return await tx.rows(
        f"""SELECT s.id, s.at, s.doc FROM (
            SELECT id, at, doc, jurisdiction_id, unit_id FROM cases.search WHERE grams @@ %s::tsquery OFFSET 0) s
        WHERE s.at <= %s AND s.doc LIKE ALL (%s::text[]) AND {condition}
        ORDER BY s.at DESC, s.id DESC LIMIT %s""",
        (asked.tsquery, until, _patterns(asked), *params, most),
    )


async def going_back(
    tx: Tx,
    asked: Question,
    condition: LiteralString,
    params: Sequence[Any],
    *,
    until: datetime,
    spans: Sequence[str],
    most: int,
) -> list[dict[str, Any]]:
    """The newest that answer, one span of time after the other by the index of words until there are enough.

    For what is common, but not of late: a span without it costs a look into the index, and no more spans are read
    than are needed. Rows of one span follow those of the one before, for the lateral join takes them in turn. Span
    and words are two conditions: of two keys the index ends at the end of either, of one it reads the span through.
    """
    return await tx.rows(
        f"""SELECT f.id, f.at, f.doc FROM unnest(%s::text[]) AS b(asked) CROSS JOIN LATERAL (
            SELECT s.id, s.at, s.doc FROM (
                SELECT id, at, doc, jurisdiction_id, unit_id FROM cases.search
                WHERE grams @@ b.asked::tsquery AND grams @@ %s::tsquery OFFSET 0) s
            WHERE s.at <= %s AND s.doc LIKE ALL (%s::text[]) AND {condition}
            ORDER BY s.at DESC, s.id DESC LIMIT %s) f
        LIMIT %s""",
        ([f"'{span}'" for span in spans], asked.tsquery, until, _patterns(asked), *params, most, most),
    )


async def oldest(tx: Tx) -> datetime | None:
    """When the oldest case that is searched was opened."""
    at: datetime | None = await tx.value("SELECT min(at) FROM cases.search")
    return at


async def about(tx: Tx, asked: Question) -> float:
    """About how many cases have the rarest token of a question, as the server's statistics have it."""
    tokens = asked.tsquery.split(" & ")
    one: LiteralString = "SELECT 1 FROM cases.search WHERE grams @@ %s::tsquery"
    found = await tx.value("EXPLAIN (FORMAT JSON) " + " UNION ALL ".join([one] * len(tokens)), tokens)
    plan: dict[str, Any] = found[0]["Plan"]
    return float(min(part["Plan Rows"] for part in (plan["Plans"] if len(tokens) > 1 else [plan])))


async def places_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, UUID | None]]:
    """Jurisdiction and unit of each of the cases there are."""
    rows = await tx.rows("SELECT id, jurisdiction_id, unit_id FROM cases.case WHERE id = ANY(%s)", (list(ids),))
    return {row["id"]: (row["jurisdiction_id"], row["unit_id"]) for row in rows}


def _patterns(asked: Question) -> list[str]:
    return [like(piece) for piece in asked.pieces]
