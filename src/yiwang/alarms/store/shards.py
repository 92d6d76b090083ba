"""SQL of what each shard remembers between two frames."""

from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from yiwang.alarms.model.changes import Key, Withheld, moment
from yiwang.db import Tx


async def load(tx: Tx, shard: int) -> dict[str, Any] | None:
    """The last packed state of a shard: seq, state, plans."""
    return await tx.row("SELECT seq, state, plans FROM alarms.state WHERE shard = %s", (shard,))


async def turns(tx: Tx, shard: int) -> dict[int, int]:
    """How far the watermark had come after which frame."""
    rows = await tx.rows("SELECT seq, watermark FROM alarms.turn WHERE shard = %s", (shard,))
    return {row["seq"]: row["watermark"] for row in rows}


def keep(tx: Tx, shard: int, seq: int, state: bytes, plans: bytes) -> None:
    """Queue the state of a shard as of a frame; the turns up to it are in it."""
    tx.put(
        """INSERT INTO alarms.state (shard, seq, state, plans, recorded) VALUES (%s, %s, %s, %s, %s)
        ON CONFLICT (shard) DO UPDATE SET seq = excluded.seq, state = excluded.state, plans = excluded.plans,
            recorded = excluded.recorded""",
        (shard, seq, state, plans, tx.at),
    )
    tx.put("DELETE FROM alarms.turn WHERE shard = %s AND seq <= %s", (shard, seq))


def keep_turn(tx: Tx, shard: int, seq: int, watermark: int) -> None:
    tx.put(
        """INSERT INTO alarms.turn AS t (shard, seq, watermark) VALUES (%s, %s, %s)
        ON CONFLICT (shard, seq) DO UPDATE SET watermark = greatest(t.watermark, excluded.watermark)""",
        (shard, seq, watermark),
    )


async def withheld(tx: Tx, shard: int) -> dict[Key, Withheld]:
    """What contexts keep from being raised in a shard."""
    rows = await tx.rows(
        "SELECT series, rule, condition, since, value, explanation FROM alarms.withheld WHERE shard = %s", (shard,)
    )
    return {
        (row["series"], row["rule"], row["condition"]): Withheld(
            _ms(row["since"]), row["value"], row["explanation"]["severity"], row["explanation"]
        )
        for row in rows
    }


def withhold(tx: Tx, shard: int, key: Key, one: Withheld) -> None:
    tx.put(
        """INSERT INTO alarms.withheld (series, rule, condition, shard, since, value, explanation, recorded)
        VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING""",
        (*key, shard, moment(one.since), one.value, Jsonb(one.explanation | {"severity": one.severity}), tx.at),
    )


def let_go(tx: Tx, key: Key) -> None:
    tx.put("DELETE FROM alarms.withheld WHERE series = %s AND rule = %s AND condition = %s", key)


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
