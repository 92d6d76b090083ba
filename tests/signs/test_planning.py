"""SQL that is drawn once and moved from moment to moment gives what expressions made for the moment give."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ibis
import pytest
from tests.signs.formula_world import AT, LEAVES, ZONE, World

from yiwang.app.facts import FACTS
from yiwang.lake import Lake
from yiwang.signs.formulas import FORMULAS
from yiwang.signs.sources import Planned, Plans, Sources
from yiwang.signs.sources.moments import DRAWN_AT, midnight, moment, moved

# Of each way in which a formula follows from its moment one: hours, days, the local midnight and day, the clock.
CODES = ("PA0101", "JK0216", "LS0301", "LS0303", "HL0203", "HL0506", "LS0107")
MOMENTS = (timedelta(minutes=47, seconds=3), timedelta(hours=-11))


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world, folder = World(3), tmp_path_factory.mktemp("planned")
    chance = world.chance
    for number in range(300):
        at, node, event = (
            AT - timedelta(hours=chance.choice((2, 100, 900)) * chance.uniform(-0.1, 1)),
            chance.choice(LEAVES),
            world.id(AT),
        )
        world.tell("event.admitted", at, event_id=event, matter_code="09010", channel="patrol", jurisdiction_id=node)
        world.copies["spots"].append({"event_id": event, "spot": f"{number % 40}", "lon": 121.4, "lat": 31.2})
    for place, (code, metric) in enumerate((("NOI", "Leq10"), ("DST", "a34001_tsp"), ("AIR", "a01001_temp"))):
        device = world.id(AT)
        own = {"device": device, "class_code": code, "node": LEAVES[place]}
        installed = (AT - timedelta(days=2923)).date()
        world.copies["devices"].append({**own, "state": "in_service", "lifetime_years": 8, "installed_on": installed})
        world.copies["series"].append({**own, "series": place * 4, "metric": metric, "lasts_s": 3600})
        world.readings += [(place * 4, AT - timedelta(minutes=7 * n), chance.uniform(0, 90)) for n in range(400)]
    for day, value in ((AT, 30.0), (AT - timedelta(days=30), 20.0), (AT - timedelta(days=31), 25.0)):
        count = {"node": LEAVES[0], "measure": "population", "since": day.date(), "until": day.date(), "value": value}
        world.copies["counts"].append(count)
    world.write(folder)
    return folder


def _rows(found: Any) -> list[tuple[Any, ...]]:
    rows = [tuple(row.values()) for row in found.to_pylist()]
    return sorted(rows, key=repr)


def _drawn(lake: Path, at: datetime, plans: Plans) -> dict[str, list[tuple[Any, ...]]]:
    with Planned(Lake(lake, FACTS), at, ZONE, at, plans=plans) as sources:
        con = sources.backend.con
        return {code: _rows(con.sql(sources.rows(code, FORMULAS[code])).to_arrow_table()) for code in CODES}


def _made(lake: Path, at: datetime) -> dict[str, list[tuple[Any, ...]]]:
    with Sources(Lake(lake, FACTS), at, ZONE, at) as sources:
        return {code: _rows(sources.lake.rows(FORMULAS[code](sources))) for code in CODES}


def test_a_plan_gives_the_same_rows_at_every_moment(lake: Path) -> None:
    plans = Plans()
    found = [_drawn(lake, AT + away, plans) for away in MOMENTS]
    for away, rows in zip(MOMENTS, found, strict=True):
        assert rows == _made(lake, AT + away), away
    assert any(found[0][code] != found[1][code] for code in CODES)
    assert found[0]["JK0216"]
    assert found[0]["LS0303"]
    assert found[0]["HL0203"] != found[1]["HL0203"]  # the day before, as clocks here show it


def test_a_source_knows_from_its_first_fact_or_reading_on(lake: Path) -> None:
    with Sources(Lake(lake, FACTS), AT, ZONE, AT) as sources:
        events, readings = sources.since("events"), sources.since("readings")
        assert events is not None
        assert timedelta(days=30) < AT - events < timedelta(days=38)
        assert readings is not None
        assert readings.date() == (AT - timedelta(minutes=7 * 399)).date()  # roll-ups tell the day
        assert sources.since("hotline") is None
        assert sources.since("devices") is None


def test_moments_follow_from_the_moment_of_the_computation() -> None:
    at = datetime(2026, 11, 20, 17, 25, 8, 30, tzinfo=AT.tzinfo)
    assert moment(DRAWN_AT - timedelta(days=7), at, ZONE) == at - timedelta(days=7)
    assert moment(midnight(DRAWN_AT, ZONE), at, ZONE) == at.replace(hour=16, minute=0, second=0, microsecond=0)
    hour = DRAWN_AT.replace(minute=0, second=0, microsecond=0)
    assert moment(hour - timedelta(hours=3), at, ZONE) == at.replace(hour=14, minute=0, second=0, microsecond=0)
    with pytest.raises(ValueError, match="Nobody knows"):
        moment(DRAWN_AT.replace(second=9, microsecond=0), at, ZONE)


def test_a_statement_is_moved_as_it_is_written() -> None:
    table = ibis.table({"time": "timestamp('UTC')", "day": "date"}, name="t")
    today, zone = DRAWN_AT.astimezone(ZONE).date(), ZoneInfo("Asia/Shanghai")
    rows = table.filter(table.time >= ibis.literal(DRAWN_AT - timedelta(hours=1)), table.day < ibis.literal(today))
    sql = moved(ibis.to_sql(rows, dialect="duckdb", pretty=False), AT, zone)
    assert "MAKE_TIMESTAMPTZ(2026, 11, 20, 1, 30, 0.000000, 'UTC')" in sql
    assert "MAKE_DATE(2026, 11, 20)" in sql
    assert "2001" not in sql
