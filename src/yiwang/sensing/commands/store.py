"""SQL of commands and of the keys of devices that encipher."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx

_ROW = """id, device_id, protocol, external_id, kind, arguments, state, asked_by, asked_at, expires_at, sent_at,
    sent_times, answered_at, answer"""


def insert(tx: Tx, row: dict[str, Any]) -> None:
    tx.put(
        """INSERT INTO sensing.command (id, device_id, protocol, external_id, kind, arguments, state, asked_by,
            asked_at, expires_at, recorded)
        VALUES (%(id)s, %(device_id)s, %(protocol)s, %(external_id)s, %(kind)s, %(arguments)s, 'waiting', %(asked_by)s,
            %(asked_at)s, %(expires_at)s, %(recorded)s)""",
        row | {"arguments": Jsonb(row["arguments"]), "recorded": tx.at},
    )


async def of_device(tx: Tx, device: UUID, before: UUID | None, limit: int) -> list[dict[str, Any]]:
    """The commands of a device, the newest first."""
    return await tx.rows(
        f"""SELECT {_ROW} FROM sensing.command WHERE device_id = %s AND (%s::uuid IS NULL OR id < %s)
        ORDER BY id DESC LIMIT %s""",
        (device, before, before, limit),
    )


async def one(tx: Tx, command: UUID) -> dict[str, Any] | None:
    return await tx.row(f"SELECT {_ROW} FROM sensing.command WHERE id = %s", (command,))


async def open_for(tx: Tx, device: UUID) -> int:
    return int(
        await tx.value(
            """SELECT count(*) FROM sensing.command WHERE device_id = %s AND state IN ('waiting', 'sent', 'accepted')
            AND expires_at > %s""",
            (device, tx.at),
        )
    )


async def waiting(tx: Tx, protocols: Sequence[str], at: datetime) -> list[dict[str, Any]]:
    """Commands that wait for their device, the oldest first."""
    return await tx.rows(
        f"""SELECT {_ROW} FROM sensing.command WHERE state = 'waiting' AND expires_at > %s AND protocol = ANY(%s)
        ORDER BY id LIMIT 1000""",
        (at, list(protocols)),
    )


async def claim(tx: Tx, ids: Sequence[UUID]) -> list[UUID]:
    """Note that these are being sent; return those that nobody else sends."""
    rows = await tx.rows(
        """UPDATE sensing.command SET state = 'sent', sent_at = %s, sent_times = 1
        WHERE id = ANY(%s) AND state = 'waiting' RETURNING id""",
        (tx.at, list(ids)),
    )
    return [row["id"] for row in rows]


async def settle(tx: Tx, command: UUID, state: str, answer: dict[str, Any], times: int) -> bool:
    return (
        await tx.count(
            """UPDATE sensing.command SET state = %s, answer = %s, sent_times = %s, answered_at = %s
            WHERE id = %s AND state IN ('sent', 'accepted')""",
            (state, Jsonb(answer), times, tx.at, command),
        )
        == 1
    )


async def withdraw(tx: Tx, command: UUID) -> bool:
    return (
        await tx.count(
            "UPDATE sensing.command SET state = 'withdrawn', answered_at = %s WHERE id = %s AND state = 'waiting'",
            (tx.at, command),
        )
        == 1
    )


async def expire(tx: Tx, at: datetime) -> list[UUID]:
    """Give up what nobody has answered in time."""
    rows = await tx.rows(
        """UPDATE sensing.command SET state = 'expired', answered_at = %s
        WHERE state IN ('waiting', 'sent', 'accepted') AND expires_at <= %s RETURNING id""",
        (tx.at, at),
    )
    return [row["id"] for row in rows]


def set_cipher(tx: Tx, device: UUID, sealed: bytes, by: UUID) -> None:
    tx.put(
        """INSERT INTO sensing.cipher (device_id, sealed, set_by, recorded) VALUES (%s, %s, %s, %s)
        ON CONFLICT (device_id) DO UPDATE SET sealed = excluded.sealed, set_by = excluded.set_by,
            recorded = excluded.recorded""",
        (device, sealed, by, tx.at),
    )


async def forget_cipher(tx: Tx, device: UUID) -> int:
    return await tx.count("DELETE FROM sensing.cipher WHERE device_id = %s", (device,))


async def ciphers(tx: Tx, protocol: str) -> list[dict[str, Any]]:
    """The sealed keys of devices, by what they are called in a protocol."""
    return await tx.rows(
        """SELECT c.device_id, c.sealed, c.recorded, k.external_id FROM sensing.cipher c
        JOIN sensing.device_key k USING (device_id) WHERE k.protocol = %s""",
        (protocol,),
    )
