"""SQL of the shift log and of handovers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db.tx import Tx

_ENTRY: LiteralString = """l.id, l.organisation_id, l.jurisdiction_id, l.kind, l.at, l.text, l.caller, l.forwarded,
    l.case_id, l.corrects, l.pending, l.settled_at, l.by, l.by_name"""


def insert(tx: Tx, values: dict[str, Any]) -> None:
    tx.put(
        """INSERT INTO command.log_entry (id, organisation_id, jurisdiction_id, kind, at, text, caller, forwarded,
            case_id, corrects, pending, by, by_name, recorded)
        VALUES (%(id)s, %(organisation_id)s, %(jurisdiction_id)s, %(kind)s, %(at)s, %(text)s, %(caller)s,
            %(forwarded)s, %(case_id)s, %(corrects)s, %(pending)s, %(by)s, %(by_name)s, %(recorded)s)""",
        {**values, "recorded": tx.at},
    )


async def one(tx: Tx, entry_id: UUID, where: LiteralString, params: Sequence[Any]) -> dict[str, Any] | None:
    return await tx.row(f"SELECT {_ENTRY} FROM command.log_entry l WHERE l.id = %s AND {where}", (entry_id, *params))


async def page(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    *,
    unit: UUID | None,
    kind: str | None,
    pending: bool,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[dict[str, Any]]:
    at, last = after or (None, None)
    return await tx.rows(
        f"""SELECT {_ENTRY} FROM command.log_entry l WHERE {where} AND (%s::uuid IS NULL OR l.organisation_id = %s)
          AND (%s::text IS NULL OR l.kind = %s) AND (NOT %s OR (l.pending AND l.settled_at IS NULL))
          AND (%s::timestamptz IS NULL OR (l.at, l.id) < (%s, %s)) ORDER BY l.at DESC, l.id DESC LIMIT %s""",
        (*params, unit, unit, kind, kind, pending, at, at, last, limit),
    )


async def settle(tx: Tx, entry_id: UUID, at: datetime) -> bool:
    return (
        await tx.count(
            "UPDATE command.log_entry SET settled_at = %s WHERE id = %s AND pending AND settled_at IS NULL",
            (at, entry_id),
        )
        == 1
    )


async def open_items(tx: Tx, unit: UUID) -> list[dict[str, Any]]:
    """Return what a unit has not settled: pending entries and open orders, oldest first."""
    return await tx.rows(
        """SELECT 'log' AS kind, id AS object_id, text, at FROM command.log_entry
        WHERE organisation_id = %(unit)s AND pending AND settled_at IS NULL
        UNION ALL
        SELECT 'order', id, title, given_at FROM command.instruction
        WHERE organisation_id = %(unit)s AND state IN ('given', 'received')
        ORDER BY at, object_id""",
        {"unit": unit},
    )


async def insert_handover(tx: Tx, values: dict[str, Any], items: Sequence[dict[str, Any]]) -> bool:
    """Write an offer with its items; False when the unit has one open."""
    made = await tx.count(
        """INSERT INTO command.handover (id, organisation_id, jurisdiction_id, state, note, from_account, from_name,
            offered_at, recorded)
        VALUES (%(id)s, %(organisation_id)s, %(jurisdiction_id)s, 'offered', %(note)s, %(from_account)s, %(from_name)s,
            %(offered_at)s, %(recorded)s) ON CONFLICT DO NOTHING""",
        {**values, "recorded": tx.at},
    )
    if made:
        tx.put(
            """INSERT INTO command.handover_item (handover_id, kind, object_id, text)
            SELECT %s, x.kind, x.id, x.text FROM unnest(%s::text[], %s::uuid[], %s::text[]) AS x(kind, id, text)""",
            (
                values["id"],
                [each["kind"] for each in items],
                [each["object_id"] for each in items],
                [each["text"] for each in items],
            ),
        )
    return made == 1


async def handover(
    tx: Tx, handover_id: UUID, where: LiteralString, params: Sequence[Any], *, hold: bool = False
) -> dict[str, Any] | None:
    end: LiteralString = " FOR UPDATE OF h" if hold else ""
    return await tx.row(f"SELECT h.* FROM command.handover h WHERE h.id = %s AND {where}{end}", (handover_id, *params))


async def handovers(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    unit: UUID | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[dict[str, Any]]:
    at, last = after or (None, None)
    return await tx.rows(
        f"""SELECT h.* FROM command.handover h WHERE {where} AND (%s::uuid IS NULL OR h.organisation_id = %s)
          AND (%s::timestamptz IS NULL OR (h.offered_at, h.id) < (%s, %s))
        ORDER BY h.offered_at DESC, h.id DESC LIMIT %s""",
        (*params, unit, unit, at, at, last, limit),
    )


async def items(tx: Tx, handover_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT kind, object_id, text FROM command.handover_item WHERE handover_id = %s ORDER BY kind, object_id",
        (handover_id,),
    )


async def end_handover(
    tx: Tx, handover_id: UUID, start: Sequence[str], state: str, by: tuple[UUID, str] | None, at: datetime
) -> bool:
    account, name = by or (None, None)
    return (
        await tx.count(
            """UPDATE command.handover SET state = %s, to_account = %s, to_name = %s, ended_at = %s
            WHERE id = %s AND state = ANY(%s)""",
            (state, account, name, at, handover_id, list(start)),
        )
        == 1
    )
