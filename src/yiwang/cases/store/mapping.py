"""SQL of the cases as points of the map: columns packed by the database, a hundred thousand rows to a trip."""

from collections.abc import Sequence
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db.tx import Tx

# Every column comes as one string of bytes, big-endian; an id that is none is sixteen zeros, a number that is none NaN.
_PACKED: LiteralString = """SELECT count(*) AS rows,
    string_agg(uuid_send(c.id), ''::bytea) AS id,
    string_agg(float8send(coalesce(c.lon, 'NaN')), ''::bytea) AS lon,
    string_agg(float8send(coalesce(c.lat, 'NaN')), ''::bytea) AS lat,
    string_agg(uuid_send(c.jurisdiction_id), ''::bytea) AS place,
    string_agg(uuid_send(coalesce(c.unit_id, '00000000-0000-0000-0000-000000000000')), ''::bytea) AS unit,
    string_agg(float8send(coalesce(extract(epoch FROM c.opened_at), 'NaN')::float8), ''::bytea) AS opened,
    string_agg(float8send(coalesce(extract(epoch FROM c.due_at), 'NaN')::float8), ''::bytea) AS due,
    string_agg(int2send((array_position(%s::text[], c.state) - 1)::int2), ''::bytea) AS state,
    string_agg(int2send(c.urgent::int::int2), ''::bytea) AS urgent,
    string_agg(int2send(c.drill::int::int2), ''::bytea) AS drill,
    max(c.id::text)::uuid AS last
    FROM """


async def page(tx: Tx, states: Sequence[str], after: UUID, limit: int) -> dict[str, Any]:
    """Columns of up to `limit` cases with the ids after one, in the order of the ids."""
    row = await tx.row(
        _PACKED + "(SELECT * FROM cases.case WHERE id > %s ORDER BY id LIMIT %s) c", (list(states), after, limit)
    )
    assert row
    return row


async def of_ids(tx: Tx, states: Sequence[str], ids: Sequence[UUID]) -> dict[str, Any]:
    """Columns of these cases, in any order."""
    row = await tx.row(_PACKED + "(SELECT * FROM cases.case WHERE id = ANY(%s)) c", (list(states), list(ids)))
    assert row
    return row


async def horizon(tx: Tx) -> int:
    """Facts of transactions below this number are all to be seen, and so is what they tell of."""
    value: int = await tx.value("SELECT db.horizon()::text::bigint")
    return value
