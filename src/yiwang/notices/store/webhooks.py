"""SQL of webhook subscriptions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db import Tx


async def listed(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, application, purpose, url, types, jurisdiction, organisation, state, former_until, recorded,
            created_by, ended FROM notices.subscription ORDER BY recorded, id"""
    )


def insert(tx: Tx, row: dict[str, Any]) -> None:
    """A subscription that hears what is written from this transaction on."""
    tx.put(
        """INSERT INTO notices.subscription (id, application, purpose, url, types, jurisdiction, organisation, secret,
            state, xid, seq, recorded, created_by)
        VALUES (%(id)s, %(application)s, %(purpose)s, %(url)s, %(types)s, %(jurisdiction)s, %(organisation)s,
            %(secret)s, 'active', db.stamp(), 0, %(at)s, %(by)s)""",
        row | {"at": tx.at},
    )


async def find(tx: Tx, subscription: UUID) -> dict[str, Any] | None:
    return await tx.row(
        """SELECT id, url, secret, former, former_until, state, version FROM notices.subscription WHERE id = %s""",
        (subscription,),
    )


async def set_state(tx: Tx, subscription: UUID, state: str, former: Sequence[str]) -> int:
    """Change the state where it is one of `former`."""
    return await tx.count(
        """UPDATE notices.subscription SET state = %(state)s, version = version + 1,
            ended = CASE %(state)s WHEN 'ended' THEN %(at)s END
        WHERE id = %(id)s AND state = ANY(%(former)s)""",
        {"state": state, "at": tx.at, "id": subscription, "former": list(former)},
    )


async def rotate(tx: Tx, subscription: UUID, secret: bytes, until: datetime) -> int:
    """Put a new secret; the former one signs beside it until `until`."""
    return await tx.count(
        """UPDATE notices.subscription SET former = secret, former_until = %s, secret = %s, version = version + 1
        WHERE id = %s AND state <> 'ended'""",
        (until, secret, subscription),
    )


def cancel_waiting(tx: Tx, subscription: UUID) -> None:
    tx.put(
        """UPDATE notices.outbox SET state = 'cancelled', ended = %s, next_try = NULL
        WHERE lane = 'webhook:' || %s::text AND state = 'waiting'""",
        (tx.at, subscription),
    )


async def active(tx: Tx) -> list[UUID]:
    rows = await tx.rows("SELECT id FROM notices.subscription WHERE state = 'active' ORDER BY id")
    return [row["id"] for row in rows]


async def lock_active(tx: Tx, subscription: UUID) -> dict[str, Any] | None:
    """Take an active subscription and its cursor for this transaction; None when another worker has it."""
    return await tx.row(
        """SELECT id, types, jurisdiction, organisation, xid::text::bigint AS xid, seq FROM notices.subscription
        WHERE id = %s AND state = 'active' FOR UPDATE SKIP LOCKED""",
        (subscription,),
    )


async def horizon(tx: Tx) -> int:
    """Every fact of a transaction below this number is there to be read, for good."""
    value: int = await tx.value("SELECT db.horizon()::text::bigint")
    return value


def move(tx: Tx, subscription: UUID, xid: int, seq: int) -> None:
    tx.put(
        "UPDATE notices.subscription SET xid = %s::text::xid8, seq = %s WHERE id = %s", (str(xid), seq, subscription)
    )
