"""SQL of silences, and of which alarms they and inhibitions hold back."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.alarms.handling.model import Silence, Suppressed
from yiwang.alarms.store.contexts import like
from yiwang.db import Tx

_NAMES = tuple(field.name for field in fields(Silence))
_COLUMNS: LiteralString = ", ".join(f"s.{name}" for name in _NAMES)
_INSERT: LiteralString = f"INSERT INTO alarms.silence ({', '.join(_NAMES)}) VALUES ({', '.join(['%s'] * len(_NAMES))})"
MATCHES: LiteralString = """(s.rule IS NULL OR s.rule = a.rule)
    AND (s.condition IS NULL OR s.condition = a.condition) AND (s.class_code IS NULL OR s.class_code = a.class_code)
    AND (s.device_id IS NULL OR s.device_id = a.device_id)
    AND (s.maintainer_id IS NULL OR s.maintainer_id = d.maintainer_id)
    AND (s.jurisdiction_id IS NULL OR EXISTS (SELECT FROM access.closure c
        WHERE c.ancestor = s.jurisdiction_id AND c.descendant = a.jurisdiction_id AND c.valid_to IS NULL))"""


def insert(tx: Tx, silence: Silence) -> None:
    tx.put(_INSERT, [getattr(silence, name) for name in _NAMES])


async def one(tx: Tx, silence_id: UUID, where: LiteralString, params: Sequence[Any]) -> Silence | None:
    row = await tx.row(f"SELECT {_COLUMNS} FROM alarms.silence s WHERE s.id = %s AND {where}", (silence_id, *params))
    return Silence(**row) if row else None


async def page(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    *,
    kind: str | None,
    state: str | None,
    words: str | None = None,
    at: datetime,
    after: tuple[str, str] | None,
    limit: int,
) -> list[Silence]:
    """Return silences, those that end last first."""
    ends, last = after or (None, None)
    rows = await tx.rows(
        f"""SELECT {_COLUMNS} FROM alarms.silence s LEFT JOIN sensing.device n ON n.id = s.device_id
        WHERE {where} AND (%s::text IS NULL OR s.kind = %s)
          AND (%s::text IS NULL OR concat_ws(' ', s.reason, s.rule, s.class_code, n.code, n.name, s.made_name) ILIKE %s)
          AND (%s::text IS NULL OR %s = CASE WHEN %s < s.starts_at THEN 'pending' WHEN %s < s.ends_at THEN 'active'
              ELSE 'ended' END)
          AND (%s::timestamptz IS NULL OR (s.ends_at, s.id) < (%s, %s))
        ORDER BY s.ends_at DESC, s.id DESC LIMIT %s""",
        (*params, kind, kind, words, like(words), state, state, at, at, ends, ends, last, limit),
    )
    return [Silence(**row) for row in rows]


async def change(tx: Tx, silence_id: UUID, ends_at: datetime, reason: str, at: datetime) -> bool:
    """Give a silence another end; say whether it was still to end."""
    return (
        await tx.count(
            "UPDATE alarms.silence SET ends_at = %s, reason = %s WHERE id = %s AND ends_at > %s AND NOT ended_early",
            (ends_at, reason, silence_id, at),
        )
        == 1
    )


async def end(tx: Tx, silence_id: UUID, at: datetime, name: str, reason: str) -> bool:
    """End a silence now, or before it began; say whether it was still to end."""
    return (
        await tx.count(
            """UPDATE alarms.silence SET ends_at = greatest(%s, starts_at), ended_early = true,
                ended_name = %s, end_reason = %s
            WHERE id = %s AND ends_at > %s AND NOT ended_early""",
            (at, name, reason, silence_id, at),
        )
        == 1
    )


async def count_matching(tx: Tx, silence: Silence) -> int:
    """How many alarms stand that it would hold back."""
    return int(
        await tx.value(
            f"""SELECT count(*) FROM alarms.alarm a LEFT JOIN sensing.device d ON d.id = a.device_id,
                alarms.silence s WHERE s.id = %s AND a.state <> 'resolved' AND {MATCHES}""",
            (silence.id,),
        )
    )


async def suppressed(
    tx: Tx, ids: Sequence[UUID], at: datetime, inhibitions: Sequence[dict[str, Any]]
) -> list[Suppressed]:
    """Return which of these alarms are held back at a moment: by a drill first, then by what lasts longest.

    An alarm that is silenced still inhibits others; none inhibits itself.
    """
    rows = await tx.rows(
        f"""SELECT a.id AS alarm_id, s.id AS silence_id, coalesce(s.kind, 'inhibition') AS kind, s.ends_at AS until,
            i.id AS inhibited_by
        FROM alarms.alarm a LEFT JOIN sensing.device d ON d.id = a.device_id
        LEFT JOIN LATERAL (SELECT s.id, s.kind, s.ends_at FROM alarms.silence s
            WHERE s.starts_at <= %s AND s.ends_at > %s AND {MATCHES}
            ORDER BY s.kind = 'drill' DESC, s.ends_at DESC LIMIT 1) s ON true
        LEFT JOIN LATERAL (SELECT b.id FROM jsonb_to_recordset(%s) AS i(source jsonb, target jsonb, same text)
            JOIN alarms.alarm b ON b.state = 'firing' AND b.id <> a.id
                AND (i.source ->> 'rule' IS NULL OR b.rule = i.source ->> 'rule')
                AND (i.source ->> 'condition' IS NULL OR b.condition = i.source ->> 'condition')
                AND (i.source ->> 'device_class' IS NULL OR b.class_code = i.source ->> 'device_class')
                AND (i.same = 'anywhere' OR (i.same = 'device' AND b.device_id = a.device_id)
                    OR (i.same = 'jurisdiction' AND b.jurisdiction_id = a.jurisdiction_id))
            WHERE (i.target ->> 'rule' IS NULL OR a.rule = i.target ->> 'rule')
                AND (i.target ->> 'condition' IS NULL OR a.condition = i.target ->> 'condition')
                AND (i.target ->> 'device_class' IS NULL OR a.class_code = i.target ->> 'device_class')
            LIMIT 1) i ON s.id IS NULL
        WHERE a.id = ANY(%s) AND (s.id IS NOT NULL OR i.id IS NOT NULL)""",
        (at, at, Jsonb(list(inhibitions)), list(ids)),
    )
    return [Suppressed(**row) for row in rows]


async def drilled(tx: Tx, ids: Sequence[UUID]) -> set[UUID]:
    """Return those of these alarms that were raised while a drill that was announced for them was on."""
    rows = await tx.rows(
        f"""SELECT a.id FROM alarms.alarm a LEFT JOIN sensing.device d ON d.id = a.device_id
        WHERE a.id = ANY(%s) AND (a.drill OR EXISTS (SELECT FROM alarms.silence s
            WHERE s.kind = 'drill' AND s.starts_at <= a.raised_at AND s.ends_at > a.raised_at AND {MATCHES}))""",
        (list(ids),),
    )
    return {row["id"] for row in rows}
