"""SQL of the registry."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx
from yiwang.db.copy import copy_rows
from yiwang.sensing.devices.model import Device, Key

COLUMNS = tuple(one.name for one in fields(Device) if one.name != "keys")
_ROW: LiteralString = ", ".join(f"d.{name}" for name in COLUMNS)
_EDITED = tuple(
    name for name in COLUMNS
    if name not in ("id", "code", "online", "seen_at", "online_changed_at", "first_series", "series_room", "version")
)  # fmt: skip
_STATUS: LiteralString = (
    "CASE WHEN d.state <> 'in_service' THEN d.state WHEN d.online IS TRUE THEN 'online' ELSE 'offline' END"
)


async def next_edition(tx: Tx) -> tuple[int, int]:
    """Hold the registry to the commit; return this change's edition and the next free series."""
    row = await tx.row("UPDATE sensing.registry SET edition = edition + 1 RETURNING edition, next_series")
    assert row
    return row["edition"], row["next_series"]


def hand_out(tx: Tx, next_series: int) -> None:
    tx.put("UPDATE sensing.registry SET next_series = %s", (next_series,))


async def edition(tx: Tx) -> int:
    return int(await tx.value("SELECT edition FROM sensing.registry"))


async def by_codes(tx: Tx, codes: Sequence[str]) -> dict[str, Device]:
    rows = await tx.rows(f"SELECT {_ROW} FROM sensing.device d WHERE d.code = ANY(%s)", (list(codes),))
    return {row["code"]: Device(**row) for row in rows}


async def insert(tx: Tx, devices: Sequence[Device], edition: int) -> None:
    rows = (
        (*(Jsonb(v) if isinstance(v := getattr(one, name), dict) else v for name in COLUMNS), edition, tx.at)
        for one in devices
    )
    await copy_rows(tx, "sensing.device", (*COLUMNS, "edition", "recorded"), rows)


def update(tx: Tx, device: Device, edition: int) -> None:
    sets: LiteralString = ", ".join(f"{name} = %s" for name in _EDITED)
    values = [Jsonb(v) if isinstance(v := getattr(device, name), dict) else v for name in _EDITED]
    tx.put(
        f"UPDATE sensing.device SET {sets}, edition = %s, version = version + 1 WHERE id = %s",
        (*values, edition, device.id),
    )


async def outside(tx: Tx, ids: Sequence[UUID], where: LiteralString, params: Sequence[Any]) -> int:
    """How many of these devices a condition does not hold for."""
    return int(
        await tx.value(
            f"SELECT count(*) FROM sensing.device d WHERE d.id = ANY(%s) AND NOT {where}", (list(ids), *params)
        )
    )


async def holders_of_keys(tx: Tx, keys: Sequence[Key]) -> dict[Key, UUID]:
    rows = await tx.rows(
        """SELECT k.protocol, k.external_id, k.device_id FROM sensing.device_key k
        JOIN unnest(%s::text[], %s::text[]) AS x(protocol, external_id) USING (protocol, external_id)""",
        ([key.protocol for key in keys], [key.external_id for key in keys]),
    )
    return {Key(row["protocol"], row["external_id"]): row["device_id"] for row in rows}


def set_keys(tx: Tx, keys: Mapping[UUID, Sequence[Key]]) -> None:
    """Give each of these devices exactly these keys."""
    flat = [(key.protocol, key.external_id, device) for device, some in keys.items() for key in some]
    tx.put("DELETE FROM sensing.device_key WHERE device_id = ANY(%s)", (list(keys),))
    if flat:
        tx.put(
            """INSERT INTO sensing.device_key (protocol, external_id, device_id, recorded)
            SELECT x.*, %s FROM unnest(%s::text[], %s::text[], %s::uuid[]) AS x""",
            (tx.at, *(list(column) for column in zip(*flat, strict=True))),
        )


async def keys_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, tuple[Key, ...]]:
    rows = await tx.rows(
        """SELECT device_id, protocol, external_id FROM sensing.device_key WHERE device_id = ANY(%s)
        ORDER BY protocol, external_id""",
        (list(ids),),
    )
    found: dict[UUID, tuple[Key, ...]] = {}
    for row in rows:
        found[row["device_id"]] = (*found.get(row["device_id"], ()), Key(row["protocol"], row["external_id"]))
    return found


async def one(
    tx: Tx, device_id: UUID, where: LiteralString, params: Sequence[Any], *, hold: bool = False
) -> Device | None:
    end: LiteralString = " FOR UPDATE" if hold else ""
    row = await tx.row(f"SELECT {_ROW} FROM sensing.device d WHERE d.id = %s AND {where}{end}", (device_id, *params))
    return Device(**row) if row else None


async def page(
    tx: Tx, where: LiteralString, params: Sequence[Any], sought: Mapping[str, Any], after: str | None, limit: int
) -> list[Device]:
    condition, values = _sought(sought)
    rows = await tx.rows(
        f"""SELECT {_ROW} FROM sensing.device d WHERE {where} AND {condition}
          AND (%s::text IS NULL OR d.code > %s) ORDER BY d.code LIMIT %s""",
        (*params, *values, after, after, limit),
    )
    return [Device(**row) for row in rows]


def _sought(sought: Mapping[str, Any]) -> tuple[LiteralString, list[Any]]:
    """Return the condition of a search: each thing sought that is not None, and its values."""
    parts: list[LiteralString] = ["TRUE"]
    values: list[Any] = []
    equal: dict[str, LiteralString] = {
        "class_code": "d.class_code = %s",
        "maker": "d.maker = %s",
        "organisation_id": "d.organisation_id = %s",
        "maintainer_id": "d.maintainer_id = %s",
        "status": f"{_STATUS} = %s",
        "jurisdiction_id": """d.jurisdiction_id IN (SELECT descendant FROM access.closure
            WHERE ancestor = %s AND valid_to IS NULL)""",
    }
    for name, text in equal.items():
        if sought.get(name) is not None:
            parts.append(text)
            values.append(sought[name])
    if words := sought.get("words"):
        parts.append("(d.code || ' ' || d.name || ' ' || d.address || ' ' || d.serial) ILIKE %s")
        values.append("%" + words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%")
    return " AND ".join(parts), values


async def counted(tx: Tx, by: LiteralString, where: LiteralString, params: Sequence[Any]) -> list[dict[str, Any]]:
    """How many devices there are of each status, by a column."""
    return await tx.rows(
        f"""SELECT {by} AS key, count(*) AS total,
            count(*) FILTER (WHERE {_STATUS} = 'online') AS online,
            count(*) FILTER (WHERE {_STATUS} = 'offline') AS offline,
            count(*) FILTER (WHERE {_STATUS} = 'offline' AND d.seen_at IS NULL) AS silent,
            count(*) FILTER (WHERE d.state = 'fault') AS fault,
            count(*) FILTER (WHERE d.state = 'maintenance') AS maintenance
        FROM sensing.device d WHERE d.state <> 'retired' AND {where} GROUP BY 1 ORDER BY 2 DESC, 1""",
        params,
    )


async def changed_since(tx: Tx, edition: int) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT d.id, d.class_code, d.state, d.first_series AS first, d.metrics, d.jurisdiction_id,
            d.organisation_id,
            coalesce((SELECT array_agg(k.protocol || ' ' || k.external_id) FROM sensing.device_key k
                WHERE k.device_id = d.id), '{}') AS keys
        FROM sensing.device d WHERE d.edition > %s""",
        (edition,),
    )


async def seen_within(tx: Tx, where: LiteralString, params: Sequence[Any]) -> list[UUID]:
    rows = await tx.rows(f"SELECT d.id FROM sensing.device d WHERE d.state <> 'retired' AND {where}", params)
    return [row["id"] for row in rows]


async def known_by_code(
    tx: Tx, codes: Sequence[str], where: LiteralString, params: Sequence[Any]
) -> list[dict[str, Any]]:
    """Devices of these codes for which a condition holds, retired ones too: old readings may be theirs."""
    return await tx.rows(
        f"""SELECT d.code, d.id, d.class_code, d.state, d.first_series AS first, d.metrics, d.jurisdiction_id,
            d.organisation_id FROM sensing.device d WHERE d.code = ANY(%s) AND {where}""",
        (list(codes), *params),
    )


async def set_state(tx: Tx, device_id: UUID, state: str, before: str, edition: int) -> bool:
    return (
        await tx.count(
            """UPDATE sensing.device SET state = %s, edition = %s, version = version + 1
            WHERE id = %s AND state = %s""",
            (state, edition, device_id, before),
        )
        == 1
    )


async def strangers(tx: Tx, state: str, after: tuple[datetime, str, str] | None, limit: int) -> list[dict[str, Any]]:
    at, source, external = after or (None, None, None)
    return await tx.rows(
        """SELECT source, external_id, reason, first_at, last_at, messages, state, device_id
        FROM sensing.stranger WHERE state = %s
          AND (%s::timestamptz IS NULL OR (last_at, source, external_id) < (%s, %s, %s))
        ORDER BY last_at DESC, source DESC, external_id DESC LIMIT %s""",
        (state, at, at, source, external, limit),
    )


async def settle_stranger(tx: Tx, source: str, external_id: str, state: str, device_id: UUID | None) -> bool:
    return (
        await tx.count(
            """UPDATE sensing.stranger SET state = %s, device_id = %s
            WHERE source = %s AND external_id = %s AND state <> 'adopted'""",
            (state, device_id, source, external_id),
        )
        == 1
    )


async def set_online(tx: Tx, ids: Sequence[UUID], seen: Sequence[datetime | None], online: bool) -> int:
    """Note that devices went online or offline; the edition stays, since no gateway asks for it."""
    return await tx.count(
        """UPDATE sensing.device d SET online = %s, online_changed_at = %s, seen_at = x.seen
        FROM unnest(%s::uuid[], %s::timestamptz[]) AS x(id, seen) WHERE d.id = x.id AND d.online IS DISTINCT FROM %s""",
        (online, tx.at, list(ids), list(seen), online),
    )


async def whereabouts(tx: Tx, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Where devices are: degrees CGCS2000 and the address they were found at, None where nobody knows."""
    return await tx.rows(
        """SELECT id, lon, lat, nullif(coalesce(place ->> 'address_id', address), '') AS address
        FROM sensing.device WHERE id = ANY(%s)""",
        (list(ids),),
    )


async def packed(tx: Tx, statuses: Sequence[str], after: UUID, limit: int) -> dict[str, Any]:
    """Columns of up to `limit` devices with the ids after one, each a string of bytes; an id that is none is zeros."""
    row = await tx.row(
        f"""SELECT count(*) AS rows, max(d.id::text)::uuid AS last,
            string_agg(uuid_send(d.id), ''::bytea) AS id,
            string_agg(float8send(coalesce(d.lon, 'NaN')), ''::bytea) AS lon,
            string_agg(float8send(coalesce(d.lat, 'NaN')), ''::bytea) AS lat,
            string_agg(uuid_send(coalesce(d.jurisdiction_id, %(none)s)), ''::bytea) AS place,
            string_agg(uuid_send(coalesce(d.organisation_id, %(none)s)), ''::bytea) AS owner,
            string_agg(uuid_send(coalesce(d.maintainer_id, %(none)s)), ''::bytea) AS keeper,
            string_agg(int2send((array_position(%(statuses)s::text[], {_STATUS}) - 1)::int2), ''::bytea) AS status
        FROM (SELECT * FROM sensing.device WHERE id > %(after)s ORDER BY id LIMIT %(limit)s) d""",
        {"none": UUID(int=0), "statuses": list(statuses), "after": after, "limit": limit},
    )
    assert row
    return row
