"""Forecasts from the history of the signs: made, kept once, and told over HTTP with their errors."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from tests.cities import City
from tests.signs.conftest import Small, sign

from yiwang.signs.forecast import store
from yiwang.signs.forecast.making import ahead, grid, make_forecasts

ZONE = ZoneInfo("Asia/Shanghai")


def test_ends_to_come_are_those_of_the_calendar() -> None:
    last = datetime(2026, 1, 31, 16, 0, tzinfo=UTC)  # the first of February
    assert [end.astimezone(ZONE).strftime("%m-%d") for end in ahead("1M", last, ZONE, 3)] == ["03-01", "04-01", "05-01"]
    assert [end.astimezone(ZONE).strftime("%m-%d") for end in grid("1M", last, ZONE, 3)] == ["12-01", "01-01", "02-01"]
    hours = ahead("1h", last, ZONE, 24)
    assert (hours[0] - last, hours[-1] - last) == (timedelta(hours=1), timedelta(days=1))


@pytest.mark.anyio
@pytest.mark.store
async def test_a_daily_rhythm_is_forecast_and_the_hour_of_red_is_told(lively: Small, city: City) -> None:
    books, now = city.books, city.now
    await lively.declare(
        sign("PA0001", yellow="60", red="90"), sign("PA0002", direction="none"), at=now - timedelta(days=400)
    )
    hours = grid("1h", now, ZONE, 24 * 40)
    chance = np.random.default_rng(3)
    local = np.array([end.astimezone(ZONE).hour for end in hours])
    values = 50 + 45 * (local == 18) + chance.normal(0, 3, len(hours))
    async with lively.database.tx() as tx:
        await tx.count(
            """INSERT INTO signs.value (sign, node, recorded, value, n, level)
            SELECT 'PA0001', %s, t.at, t.value, 1, 0 FROM unnest(%s::timestamptz[], %s::float8[]) AS t (at, value)""",
            (lively.names["district"], hours, [float(one) for one in values]),
        )
    assert await make_forecasts(lively.database, books, now) == 1
    # Without a new point there is nothing new to say.
    assert await make_forecasts(lively.database, books, now + timedelta(minutes=1)) == 0
    assert await make_forecasts(lively.database, books, now, anew=True) == 1
    async with lively.database.tx() as tx:
        row = await store.one(tx, "PA0001", lively.names["district"])
        listed = await store.of_node(tx, lively.names["district"])
    assert row is not None
    assert row["shown"]
    assert row["error"] < row["naive_error"]
    assert len(row["expected"]) == 24
    assert row["red_at"].astimezone(ZONE).hour == 18
    assert [one["sign"] for one in listed] == ["PA0001"]


@pytest.mark.anyio
@pytest.mark.store
async def test_what_is_too_young_is_not_forecast_and_stops_nobody(lively: Small, city: City) -> None:
    books, now = city.books, city.now
    await lively.declare(sign("PA0001"), at=now - timedelta(days=400))
    async with lively.database.tx() as tx:
        last = grid("1h", now, ZONE, 1)[0]
        await tx.count(
            "INSERT INTO signs.value (sign, node, recorded, value, n, level) VALUES ('PA0001', %s, %s, 50, 1, 0)",
            (lively.names["district"], last),
        )
    assert await make_forecasts(lively.database, books, now) == 0
