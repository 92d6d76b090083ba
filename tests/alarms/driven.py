"""A registry of bare devices, rules in force and a log of readings, for the tests of the driver."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from yiwang.access import platform_actor
from yiwang.alarms.model.rules import RuleSet
from yiwang.alarms.rules.declaring import publish_rules
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.definitions import publish
from yiwang.sensing.classes import CLASS, DeviceClass, Metric
from yiwang.sensing.readings import Columns
from yiwang.sensing.readings.inlet import Inlet

START = 1_790_000_000_000
ACTOR = platform_actor("tests")
ROOM = 8


def moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def device(number: int) -> UUID:
    return uuid5(UUID(int=1), str(number))


async def found(
    database: Database, rules: RuleSet, devices: int, *, metrics: int = 3, offline_s: int = 10**8, lateness_s: int = 0
) -> None:
    """A class T with metrics m0, m1 …, so many devices of it (eight series each), and the rules."""
    kind = DeviceClass(
        code="T", name="测试", protocol="HTTP", period_s=min(60, offline_s), offline_after_s=offline_s,
        lateness_s=lateness_s, lifetime_years=9, maintenance_days=9,
        metrics=tuple(Metric(code=f"m{k}", name=f"量{k}") for k in range(metrics)),
    )  # fmt: skip
    since = moment(START) - timedelta(days=9)
    async with database.tx() as tx:
        await publish(tx, ACTOR, CLASS, [kind], valid_from=since, at=tx.at)
        await add(tx, range(devices), [f"m{k}" for k in range(metrics)])
        await publish_rules(tx, ACTOR, rules, valid_from=since, at=tx.at)


async def add(tx: Any, numbers: Sequence[int], metrics: list[str], kind: str = "T") -> None:
    edition = await tx.value("UPDATE sensing.registry SET edition = edition + 1 RETURNING edition")
    for number in numbers:
        tx.put(
            """INSERT INTO sensing.device (id, code, name, class_code, maker, model, serial, place, address, floor,
                contract, state, first_series, series_room, metrics, edition, recorded)
            VALUES (%s, %s, '', %s, '', '', '', '{}', '', '', '', 'in_service', %s, 8, %s, %s, %s)""",
            (device(number), f"d{number}", kind, number * ROOM, metrics, edition, tx.at),
        )


async def send(inlet: Inlet, clock: FixedClock, columns: Columns, at: int) -> None:
    """Put readings received at a moment (ms); the clock stands there from then on."""
    clock.at = moment(at)
    await inlet.put(columns, source="test", received=clock.at)


async def alarms(database: Database) -> list[tuple[int, str, str, str, int, int | None, int]]:
    """Every alarm: (series, rule, condition, state, raised ms, resolved ms, again), in order."""
    async with database.tx() as tx:
        rows = await tx.rows(
            """SELECT series, rule, condition, state, raised_at, resolved_at, again FROM alarms.alarm
            ORDER BY raised_at, series, rule, condition"""
        )
    return [
        (r["series"], r["rule"], r["condition"], r["state"], ms(r["raised_at"]), ms(r["resolved_at"]), r["again"])
        for r in rows
    ]  # fmt: skip


async def facts(database: Database) -> list[tuple[str, str]]:
    """Every fact of an alarm: (type, alarm), sorted."""
    async with database.tx() as tx:
        rows = await tx.rows(
            """SELECT type, subject::text AS subject FROM ledger.fact
            WHERE type IN ('alarm.raised', 'alarm.recovered', 'alarm.resolved') ORDER BY 1, 2"""
        )
    return [(row["type"], row["subject"]) for row in rows]


def ms(at: datetime | None) -> int | None:
    return None if at is None else round(at.timestamp() * 1000)
