"""Calls are counted in memory and written down in batches, by application, purpose, data set and hour."""

import asyncio
import time

import psycopg
import pytest
from tests.access.watch.conftest import Watched

from yiwang.access.watch.metering import Meter, holder_of, keep_flushing
from yiwang.access.watch.model import NOBODY
from yiwang.db import Database

pytestmark = pytest.mark.anyio
STRANGER = holder_of(None)
SPAN = {"since": "2026-11-16T00:00:00Z", "until": "2026-11-17T00:00:00Z"}


async def test_calls_are_counted_by_purpose_data_set_and_hour(watched: Watched) -> None:
    first, one = await watched.application("水务", "巡查")
    second, two = await watched.application("水务", "统计")
    for visitor, count in ((one, 3), (two, 1)):
        for _ in range(count):
            assert (await visitor.ask("GET", "/api/things")).status_code == 200
    assert (await one.ask("GET", "/api/things", params={"fail": True})).status_code == 403
    await watched.client.get("/api/things")
    await watched.client.get("/api/open")
    await watched.client.get("/elsewhere")
    assert await watched.rows("SELECT 1 AS one FROM access.calls") == []  # nothing was written for any of them
    await watched.meter.flush(watched.database)
    watched.clock.at = watched.clock.at.replace(hour=3)
    await one.ask("GET", "/api/things")
    await watched.meter.flush(watched.database)
    rows = await watched.rows("SELECT * FROM access.calls ORDER BY recorded, calls DESC, data_set, holder DESC")
    assert [(row["holder"], row["data_set"], row["recorded"].hour, row["calls"], row["refused"]) for row in rows] == [
        (first, "things", 2, 4, 1),
        (NOBODY, "open things", 2, 1, 0),
        (second, "things", 2, 1, 0),
        (NOBODY, "things", 2, 1, 1),
        (first, "things", 3, 1, 0),
    ]
    assert all(row["bytes"] > 0 and row["milliseconds"] > 0 for row in rows)
    networks = await watched.rows("SELECT network, calls FROM access.network WHERE holder = %s", first)
    assert networks == [{"network": "203.0.113.0/24", "calls": 5}]


async def test_an_administrator_reads_them_by_application_and_purpose(watched: Watched) -> None:
    _, one = await watched.application("水务", "巡查")
    await one.ask("GET", "/api/things")
    admin, auditor = await watched.person("security", "security_admin"), await watched.person("auditor", "audit_admin")
    handler = await watched.person("handler", "handler")
    await watched.meter.flush(watched.database)
    for visitor in (admin, auditor):
        lines = (await visitor.ask("GET", "/api/calls", params=SPAN)).json()["items"]
        assert [(line["application"], line["purpose"], line["data_set"], line["calls"]) for line in lines] == [
            ("水务", "巡查", "things", 1)
        ]
    assert (await handler.ask("GET", "/api/calls", params=SPAN)).json()["permission"] == "calls.read"
    assert (await admin.ask("GET", "/api/calls", params={**SPAN, "since": "2020-01-01T00:00:00Z"})).status_code == 422


async def test_counts_of_several_processes_add_up(watched: Watched, database: Database) -> None:
    meters = [Meter() for _ in range(4)]
    holder = (NOBODY, "account")
    for meter in meters:
        for number in range(200):
            meter.note(holder, f"set {number % 7}", watched.clock.now(), 200, 10, 0.001, f"192.0.2.{number}")
    await asyncio.gather(*(meter.flush(database) for meter in meters))
    (row,) = await watched.rows("SELECT sum(calls)::int AS calls, sum(bytes)::int AS bytes, count(*) FROM access.calls")
    assert (row["calls"], row["bytes"], row["count"]) == (800, 8000, 7)


async def test_what_cannot_be_written_now_is_written_later(watched: Watched, clock: object) -> None:
    away = Database("postgresql://127.0.0.1:9/none", watched.clock, size=2)
    watched.meter.note(STRANGER, "x", watched.clock.now(), 200, 1, 0.1, None)
    with pytest.raises(psycopg.OperationalError):
        await watched.meter.flush(Refusing(away))  # type: ignore[arg-type]
    watched.meter.note(STRANGER, "x", watched.clock.now(), 500, 1, 0.1, None)
    await watched.meter.flush(watched.database)
    (row,) = await watched.rows("SELECT calls, failed FROM access.calls")
    assert row == {"calls": 2, "failed": 1}


class Refusing:
    """A database that is away at this moment."""

    def __init__(self, _: Database) -> None:
        pass

    def tx(self) -> None:
        raise psycopg.OperationalError("away")


async def test_the_last_counts_are_written_when_a_process_ends(watched: Watched) -> None:
    task = asyncio.create_task(keep_flushing(watched.database, watched.meter, watched.limits, every=60))
    await asyncio.sleep(0.2)
    watched.meter.note(STRANGER, "x", watched.clock.now(), 200, 1, 0.1, None)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert [row["calls"] for row in await watched.rows("SELECT calls FROM access.calls")] == [1]


async def test_an_answer_with_personal_data_asks_for_a_watermark_and_is_not_kept(watched: Watched) -> None:
    _, one = await watched.application("水务")
    answer = await one.ask("GET", "/api/persons")
    assert answer.json() == {"name": "张**"}
    assert (answer.headers["x-watermark"], answer.headers["cache-control"]) == ("1", "no-store")
    assert "x-watermark" not in (await one.ask("GET", "/api/things")).headers


def test_counting_costs_next_to_nothing() -> None:
    from datetime import UTC, datetime

    meter, holder, at = Meter(), (NOBODY, "account"), datetime(2026, 11, 16, 2, 30, tzinfo=UTC)
    began = time.process_time()
    for _ in range(10_000):
        meter.note(holder, "cases", at, 200, 100, 0.001, "203.0.113.7")
    assert (time.process_time() - began) / 10_000 < 50e-6  # about 2 µs on a quiet machine
