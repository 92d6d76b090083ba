"""SQL of looks at a field in full, and the auditor's search for who saw whom."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx


def lock_looker(tx: Tx, actor: UUID) -> None:
    """One look of an actor at a time, so that the count before each is right."""
    tx.put("SELECT pg_advisory_xact_lock(hashtextextended(%s, 318))", (str(actor),))


async def looks_since(tx: Tx, actor: UUID, since: datetime) -> int:
    return int(
        await tx.value("SELECT count(*) FROM access.look WHERE actor = %s AND recorded > %s", (actor, since)) or 0
    )


def insert_look(tx: Tx, actor: UUID, object_type: str, object_id: UUID, field: str) -> None:
    tx.put(
        "INSERT INTO access.look (id, actor, object_type, object_id, field, recorded) VALUES (%s,%s,%s,%s,%s,%s)",
        (uuid7(tx.at), actor, object_type, object_id, field, tx.at),
    )


async def find_looks(
    tx: Tx,
    actions: Sequence[str],
    *,
    person: UUID | None,
    shown_on: Sequence[UUID],
    actor: UUID | None,
    object_id: UUID | None,
    since: datetime | None,
    until: datetime | None,
    before: tuple[int, int] | None,
    limit: int,
) -> list[dict[str, Any]]:
    """Rows of the trail by which somebody saw a person, youngest first.

    A person is in a row that names them, or that is about an object they are shown on.
    """
    return await tx.rows(
        """SELECT r.id, r.xid::text::bigint AS xid, r.seq, r.at, r.recorded, r.actor, r.actor_kind,
            coalesce(r.actor_name, a.name) AS actor_name, r.session, r.action, r.object_type, r.object_id,
            r.detail ->> 'field' AS field, r.detail ->> 'reason' AS reason
        FROM access.audit r LEFT JOIN access.account a ON a.id = r.actor
        WHERE r.action = ANY(%(actions)s) AND r.success
          AND (%(person)s::uuid IS NULL OR r.object_id = ANY(%(shown_on)s)
               OR (r.detail ? 'persons' AND r.detail -> 'persons' ? %(person)s::text))
          AND (%(actor)s::uuid IS NULL OR r.actor = %(actor)s)
          AND (%(object_id)s::uuid IS NULL OR r.object_id = %(object_id)s)
          AND (%(since)s::timestamptz IS NULL OR r.recorded >= %(since)s)
          AND (%(until)s::timestamptz IS NULL OR r.recorded < %(until)s)
          AND (%(xid)s::text IS NULL OR (r.xid, r.seq) < (%(xid)s::text::xid8, %(seq)s))
        ORDER BY r.xid DESC, r.seq DESC LIMIT %(limit)s""",
        {
            "actions": list(actions),
            "person": person,
            "shown_on": list(shown_on),
            "actor": actor,
            "object_id": object_id,
            "since": since,
            "until": until,
            "xid": str(before[0]) if before else None,
            "seq": before[1] if before else 0,
            "limit": limit,
        },
    )
