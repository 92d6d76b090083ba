"""SQL of the desk: what is expedited, phrases, saved views."""

from collections.abc import Sequence
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx


async def expedited(tx: Tx) -> list[UUID]:
    """Cases with a prompt or a supervision order that is not done yet."""
    rows = await tx.rows(
        """SELECT DISTINCT case_id FROM command.instruction
        WHERE case_id IS NOT NULL AND state IN ('given', 'received') AND kind IN ('prompt', 'supervise')"""
    )
    return [row["case_id"] for row in rows]


async def phrases(tx: Tx, where: LiteralString, params: Sequence[Any], limit: int) -> list[dict[str, Any]]:
    return await tx.rows(
        f"""SELECT p.id, p.organisation_id, p.verb, p.text FROM command.phrase p WHERE {where}
        ORDER BY p.verb, p.recorded, p.id LIMIT %s""",
        (*params, limit),
    )


async def insert_phrase(tx: Tx, values: dict[str, Any]) -> bool:
    return (
        await tx.count(
            """INSERT INTO command.phrase (id, organisation_id, jurisdiction_id, verb, text, by, recorded)
            VALUES (%(id)s, %(organisation_id)s, %(jurisdiction_id)s, %(verb)s, %(text)s, %(by)s, %(recorded)s)
            ON CONFLICT DO NOTHING""",
            {**values, "recorded": tx.at},
        )
        == 1
    )


async def delete_phrase(tx: Tx, phrase_id: UUID, where: LiteralString, params: Sequence[Any]) -> bool:
    return await tx.count(f"DELETE FROM command.phrase p WHERE p.id = %s AND {where}", (phrase_id, *params)) == 1


async def views(tx: Tx, account_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT id, page, name, search FROM command.saved_view WHERE account_id = %s ORDER BY page, name",
        (account_id,),
    )


async def put_view(tx: Tx, view_id: UUID, account_id: UUID, page: str, name: str, search: dict[str, Any]) -> UUID:
    """Write a view, or what it looks for anew where there is one of this name; return its id."""
    found: UUID = await tx.value(
        """INSERT INTO command.saved_view (id, account_id, page, name, search, recorded)
        VALUES (%s, %s, %s, %s, %s, %s)
        ON CONFLICT (account_id, page, name) DO UPDATE SET search = excluded.search RETURNING id""",
        (view_id, account_id, page, name, Jsonb(search), tx.at),
    )
    return found


async def delete_view(tx: Tx, view_id: UUID, account_id: UUID) -> bool:
    return (
        await tx.count("DELETE FROM command.saved_view WHERE id = %s AND account_id = %s", (view_id, account_id)) == 1
    )
