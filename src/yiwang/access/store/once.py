"""SQL of what is done once however often it is sent."""

from datetime import datetime
from uuid import UUID

from yiwang.db.tx import Tx


async def insert(tx: Tx, actor: UUID, key: str, said: bytes) -> bool:
    """Write that an actor did this under a key; False when the key is known. Waits for another who writes it now."""
    return (
        await tx.count(
            "INSERT INTO access.once (actor, key, said, recorded) VALUES (%s,%s,%s,%s) ON CONFLICT DO NOTHING",
            (actor, key, said, tx.at),
        )
        == 1
    )


async def said(tx: Tx, actor: UUID, key: str) -> bytes | None:
    """Return the hash of what was done under a key."""
    found = await tx.value("SELECT said FROM access.once WHERE actor = %s AND key = %s", (actor, key))
    return bytes(found) if found is not None else None


def forget(tx: Tx, before: datetime) -> None:
    tx.put("DELETE FROM access.once WHERE recorded < %s", (before,))
