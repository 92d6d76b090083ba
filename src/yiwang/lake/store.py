"""All SQL of the lake: how far it has followed the log."""

from datetime import datetime
from uuid import UUID

from yiwang.db import Tx


async def lock(tx: Tx, name: str) -> bool:
    """Take the copying for this transaction; False when another worker has it.

    An advisory lock gives the transaction no number, so a long copy does not hold up the readers of the log.
    """
    return bool(await tx.value("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", (f"lake.{name}",)))


async def position(tx: Tx, name: str) -> int:
    """The last transaction copied in full, 0 before the first."""
    return int(await tx.value("SELECT xid::text::bigint FROM lake.cursor WHERE name = %s", (name,)) or 0)


def move(tx: Tx, name: str, xid: int, followed: datetime | None) -> None:
    """Note the last transaction copied, and when the whole log had been (None = not all of it yet)."""
    tx.put(
        """INSERT INTO lake.cursor (name, xid, followed)
        VALUES (%(name)s, %(xid)s::text::xid8, coalesce(%(followed)s, 'epoch'::timestamptz))
        ON CONFLICT (name) DO UPDATE SET xid = excluded.xid,
            followed = coalesce(%(followed)s, lake.cursor.followed)""",
        {"name": name, "xid": str(xid), "followed": followed},
    )


async def followed(tx: Tx, name: str) -> datetime | None:
    """Up to which moment of recording the lake holds everything."""
    value: datetime | None = await tx.value(
        "SELECT followed FROM lake.cursor WHERE name = %s AND followed > 'epoch'", (name,)
    )
    return value


async def identity(tx: Tx) -> UUID:
    value: UUID = await tx.value("SELECT id FROM lake.identity")
    return value
