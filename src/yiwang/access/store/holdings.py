"""SQL of roles held, and of applications with their keys."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access.model import Grant
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx


async def insert_holding(
    tx: Tx, holder: UUID, grant: Grant, granted_by: UUID, until: datetime | None = None
) -> UUID | None:
    """The id of the new holding; None when the holder has this very grant already."""
    new: UUID | None = await tx.value(
        """INSERT INTO access.holding (id, holder, role, jurisdiction, organisation, recorded, granted_by, until)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING RETURNING id""",
        (uuid7(tx.at), holder, grant.role, grant.jurisdiction, grant.organisation, tx.at, granted_by, until),
    )
    return new


async def list_holdings(tx: Tx, holder: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, role, jurisdiction, organisation, recorded, granted_by, recorded AS since, until
        FROM access.holding WHERE holder = %s AND ended IS NULL ORDER BY recorded, id""",
        (holder,),
    )


async def insert_ahead(
    tx: Tx, holder: UUID, grant: Grant, since: datetime, until: datetime | None, granted_by: UUID
) -> UUID:
    """The id of a grant that begins later."""
    new = uuid7(tx.at)
    tx.put(
        """INSERT INTO access.holding_ahead (id, holder, role, jurisdiction, organisation, since, until, recorded,
            granted_by)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (new, holder, grant.role, grant.jurisdiction, grant.organisation, since, until, tx.at, granted_by),
    )
    return new


async def list_ahead(tx: Tx, holder: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, role, jurisdiction, organisation, recorded, granted_by, since, until
        FROM access.holding_ahead WHERE holder = %s ORDER BY since, id""",
        (holder,),
    )


async def take_ahead(tx: Tx, ahead_id: UUID) -> dict[str, Any] | None:
    """A grant that was to begin later, taken out: it begins now, or was taken back."""
    return await tx.row(
        """DELETE FROM access.holding_ahead WHERE id = %s
        RETURNING holder, role, jurisdiction, organisation, since, until, granted_by""",
        (ahead_id,),
    )


async def find_ahead(tx: Tx, ahead_id: UUID) -> dict[str, Any] | None:
    return await tx.row("SELECT id, holder, role FROM access.holding_ahead WHERE id = %s", (ahead_id,))


async def find_holding(tx: Tx, holding_id: UUID) -> dict[str, Any] | None:
    return await tx.row("SELECT id, holder, role FROM access.holding WHERE id = %s AND ended IS NULL", (holding_id,))


async def end_holding(tx: Tx, holding_id: UUID, by: UUID) -> int:
    return await tx.count(
        "UPDATE access.holding SET ended = %s, ended_by = %s WHERE id = %s AND ended IS NULL", (tx.at, by, holding_id)
    )


async def active_holders(tx: Tx, role: str) -> list[UUID]:
    """Active accounts that hold a role."""
    rows = await tx.rows(
        """SELECT DISTINCT a.id FROM access.holding h
        JOIN access.account a ON a.id = h.holder AND a.state = 'active'
        WHERE h.role = %s AND h.ended IS NULL""",
        (role,),
    )
    return [row["id"] for row in rows]


def lock_roles(tx: Tx) -> None:
    """One change of an administrator's role at a time: "the last one" is then a safe question."""
    tx.put("LOCK TABLE access.holding IN SHARE ROW EXCLUSIVE MODE")


async def upsert_application(tx: Tx, name: str) -> UUID:
    tx.put(
        "INSERT INTO access.application (id, name, recorded) VALUES (%s,%s,%s) ON CONFLICT (name) DO NOTHING",
        (uuid7(tx.at), name, tx.at),
    )
    found: UUID = await tx.value("SELECT id FROM access.application WHERE name = %s", (name,))
    return found


def insert_key(
    tx: Tx, key_id: UUID, application: UUID, purpose: str, secret: bytes, expires: datetime | None, by: UUID
) -> None:
    tx.put(
        """INSERT INTO access.api_key (id, application_id, purpose, secret, recorded, created_by, expires)
        VALUES (%s,%s,%s,%s,%s,%s,%s)""",
        (key_id, application, purpose, secret, tx.at, by, expires),
    )


def insert_key_grants(tx: Tx, key_id: UUID, grants: Sequence[Grant], by: UUID) -> None:
    for grant in grants:
        tx.put(
            """INSERT INTO access.holding (id, holder, role, jurisdiction, organisation, recorded, granted_by)
            VALUES (%s,%s,%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING""",
            (uuid7(tx.at), key_id, grant.role, grant.jurisdiction, grant.organisation, tx.at, by),
        )


async def list_keys(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT k.id, p.name AS application, k.purpose, k.recorded, k.expires, k.last_used, k.ended,
            ARRAY(SELECT DISTINCT h.role FROM access.holding h
                  WHERE h.holder = k.id AND h.ended IS NULL ORDER BY h.role) AS roles
        FROM access.api_key k JOIN access.application p ON p.id = k.application_id
        ORDER BY p.name, k.recorded"""
    )


async def end_key(tx: Tx, key_id: UUID, by: UUID) -> int:
    return await tx.count(
        "UPDATE access.api_key SET ended = %s, ended_by = %s WHERE id = %s AND ended IS NULL", (tx.at, by, key_id)
    )
