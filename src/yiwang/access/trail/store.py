"""All SQL of the audit trail."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.access.model import Actor
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx


def insert_row(
    tx: Tx,
    actor: Actor,
    action: str,
    object_type: str,
    object_id: UUID | None,
    at: datetime,
    detail: Mapping[str, Any],
    success: bool,
) -> None:
    tx.gather(
        """INSERT INTO access.audit (id, at, recorded, actor, actor_kind, actor_name, session, action, object_type,
            object_id, success, detail)""",
        (
            uuid7(tx.at),
            at,
            tx.at,
            actor.id,
            actor.kind,
            # A person is named by the account, so that erasing the person leaves the chain whole.
            None if actor.kind == "account" else actor.name,
            actor.session,
            action,
            object_type,
            object_id,
            success,
            Jsonb(dict(detail)),
        ),
    )


async def list_rows(tx: Tx, asked: dict[str, Any], before: tuple[int, int] | None, limit: int) -> list[dict[str, Any]]:
    """Rows youngest first, those before a position (transaction id, sequence)."""
    return await tx.rows(
        """SELECT r.id, r.xid::text::bigint AS xid, r.seq, r.at, r.recorded, r.actor, r.actor_kind,
            coalesce(r.actor_name, a.name) AS actor_name, r.session, r.action, r.object_type, r.object_id,
            r.success, r.detail
        FROM access.audit r LEFT JOIN access.account a ON a.id = r.actor
        WHERE (%(actor)s::uuid IS NULL OR r.actor = %(actor)s)
          AND (%(object_id)s::uuid IS NULL OR r.object_id = %(object_id)s)
          AND (%(action)s::text IS NULL OR r.action = %(action)s)
          AND (%(since)s::timestamptz IS NULL OR r.recorded >= %(since)s)
          AND (%(until)s::timestamptz IS NULL OR r.recorded < %(until)s)
          AND (%(xid)s::text IS NULL OR (r.xid, r.seq) < (%(xid)s::text::xid8, %(seq)s))
        ORDER BY r.xid DESC, r.seq DESC LIMIT %(limit)s""",
        {**asked, "xid": str(before[0]) if before else None, "seq": before[1] if before else 0, "limit": limit},
    )


async def take_sealer_turn(tx: Tx) -> bool:
    """Whether this transaction may seal: one sealer at a time."""
    return bool(await tx.value("SELECT pg_try_advisory_xact_lock(hashtext('access.audit_seal'))"))


_SEAL = """SELECT number, first_xid::text::bigint AS first_xid, first_seq, last_xid::text::bigint AS last_xid, last_seq,
    rows, digests, previous, head, sealed, key, signature FROM access.audit_seal"""


async def last_seal(tx: Tx) -> dict[str, Any] | None:
    return await tx.row(_SEAL + " ORDER BY number DESC LIMIT 1")


async def seals_after(tx: Tx, number: int, limit: int) -> list[dict[str, Any]]:
    return await tx.rows(_SEAL + " WHERE number > %s ORDER BY number LIMIT %s", (number, limit))


async def retired_seal(tx: Tx, number: int) -> dict[str, Any] | None:
    """What was said of a seal when rows of it were dropped because their time was over; None where all are there."""
    return await tx.row(
        "SELECT number, remaining, retired, signature FROM access.audit_retired WHERE number = %s", (number,)
    )


async def rows_after(
    tx: Tx, after: tuple[int, int], until: tuple[int, int] | None, limit: int | None
) -> list[dict[str, Any]]:
    """Committed rows in (xid, seq) order after one position and up to another, none of which can still gain one.

    Rows of transactions that an older running one could still overtake are held back.
    """
    return await tx.rows(
        """SELECT id, xid::text::bigint AS xid, seq, at, recorded, actor, actor_kind, actor_name, session, action,
            object_type, object_id, success, detail
        FROM access.audit
        WHERE (xid, seq) > (%(xid)s::text::xid8, %(seq)s) AND xid < db.horizon()
          AND (%(last_xid)s::text IS NULL OR (xid, seq) <= (%(last_xid)s::text::xid8, %(last_seq)s))
        ORDER BY xid, seq LIMIT %(limit)s""",
        {
            "xid": str(after[0]),
            "seq": after[1],
            "last_xid": str(until[0]) if until else None,
            "last_seq": until[1] if until else 0,
            "limit": limit,
        },
    )


def insert_seal(tx: Tx, seal: dict[str, Any]) -> None:
    tx.put(
        """INSERT INTO access.audit_seal (number, first_xid, first_seq, last_xid, last_seq, rows, digests, previous,
            head, sealed, key, signature)
        VALUES (%(number)s, %(first_xid)s::text::xid8, %(first_seq)s, %(last_xid)s::text::xid8, %(last_seq)s,
            %(rows)s, %(digests)s, %(previous)s, %(head)s, %(sealed)s, %(key)s, %(signature)s)""",
        seal | {"first_xid": str(seal["first_xid"]), "last_xid": str(seal["last_xid"])},
    )
