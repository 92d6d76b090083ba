"""What is unusual beside one's own past is told, once a day, and waits as an event for a person."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from tests.access.visitors import AT, PLATFORM
from tests.cities import City, build

from yiwang import ledger
from yiwang.access import Grant, create_key
from yiwang.access.watch import judge
from yiwang.access.watch.model import Finding, Use, findings, is_night, network_of
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.events import listens
from yiwang.ledger import Listener

pytestmark = pytest.mark.anyio
ZONE = ZoneInfo("Asia/Shanghai")
HOLDER = UUID(int=5)


def use(**more: object) -> Use:
    return Use(**{"holder": HOLDER, "holder_kind": "key", "calls": 100, "refused": 0, "usual": 90.0, "hours": 200,
                  "night_hours": 50, **more})  # fmt: skip


@pytest.mark.parametrize(
    ("found", "hour", "kinds"),
    [
        (use(), 10, []),
        (use(calls=901), 10, ["volume"]),
        (use(calls=899), 10, []),
        (use(calls=250, usual=1.0), 10, []),  # ten times a little is still little
        (use(calls=90_000, hours=23), 10, []),  # too new to have a past
        (use(night_hours=0), 23, ["night"]),
        (use(night_hours=0), 10, []),
        (use(night_hours=0, calls=19), 3, []),
        (use(new_network="203.0.113.0/24"), 10, ["network"]),
        (use(new_network="203.0.113.0/24", networks=4), 10, []),  # whoever travels
        (use(refused=60), 10, []),
        (use(calls=300, refused=200, hours=0), 10, ["refusals"]),
    ],
)
def test_use_is_unusual_beside_ones_own_past(found: Use, hour: int, kinds: list[str]) -> None:
    assert [one.kind for one in findings(found, hour)] == kinds


def test_networks_and_nights() -> None:
    assert network_of("203.0.113.77") == "203.0.113.0/24"
    assert network_of("2001:db8:1:2::9") == "2001:db8:1::/48"
    assert network_of(None) == network_of("no address") == "unknown"
    assert [hour for hour in range(24) if is_night(hour)] == [0, 1, 2, 3, 4, 5, 22, 23]
    assert Finding(use(), "volume", 1.0).network is None


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    return await build(database, clock, tmp_path)


async def past_of(city: City, holder: UUID, kind: str = "key", calls: int = 40) -> None:
    """Give a holder three weeks of working hours, from one network."""
    async with city.database.tx() as tx:
        for day in range(1, 21):
            for hour in (1, 2, 3):
                at = AT - timedelta(days=day) + timedelta(hours=hour)
                await add(tx, holder, kind, at, calls)
        await network(tx, holder, "198.51.100.0/24", AT - timedelta(days=20))


async def add(tx, holder: UUID, kind: str, at, calls: int, refused: int = 0) -> None:
    hour = at.replace(minute=0)
    await tx.count(
        "INSERT INTO access.calls VALUES (%s,%s,'cases',%s,%s,%s,0,0,0,0)", (holder, kind, hour, calls, refused)
    )


async def network(tx, holder: UUID, name: str, at) -> None:
    await tx.count("INSERT INTO access.network VALUES (%s,%s,%s,%s,1)", (holder, name, at, at))


async def follow(city: City) -> int:
    return await ledger.drain(city.database, [Listener("events", listens.after(city.books))])


async def test_a_flood_of_one_key_becomes_an_event_that_waits_for_triage(city: City) -> None:
    async with city.database.tx() as tx:
        key = await create_key(tx, PLATFORM, "水务平台", "巡查", [Grant("handler")], at=AT)
    await past_of(city, key.id)
    async with city.database.tx() as tx:
        await add(tx, key.id, "key", city.now, 5_000)
        await network(tx, key.id, "203.0.113.0/24", city.now)
    async with city.database.tx() as tx:
        assert await judge(tx, at=city.now, zone=ZONE) == 2
    async with city.database.tx() as tx:
        assert await judge(tx, at=city.now, zone=ZONE) == 0  # once a day
    await follow(city)
    async with city.database.tx() as tx:
        events = await tx.rows("SELECT * FROM events.event ORDER BY text")
        facts = await tx.rows("SELECT data FROM ledger.fact WHERE type = 'access.unusual_use'")
    assert {(event["state"], event["matter_code"], event["title"]) for event in events} == {
        ("triage", "PT001", "平台接口异常使用")
    }
    assert (
        events[0]["text"] == "应用 水务平台（巡查）：一小时调用 5000 次，平时每小时约 40 次。请核对用途，必要时停用。"
    )
    assert "从过去未用过的网络调用" in events[1]["text"]
    assert {row["data"]["kind"] for row in facts} == {"volume", "network"}
    assert "203.0.113" not in str(facts) + str(events)
    assert await follow(city) == 0


async def test_at_night_an_account_that_never_worked_then_is_told_without_its_name(city: City) -> None:
    account = UUID(int=77)
    await past_of(city, account, "account")
    city.clock.at = AT.replace(hour=15)  # 23:00 in Shanghai
    async with city.database.tx() as tx:
        await add(tx, account, "account", city.now, 30)
    async with city.database.tx() as tx:
        assert await judge(tx, at=city.now, zone=ZONE) == 1
    await follow(city)
    async with city.database.tx() as tx:
        text = await tx.value("SELECT text FROM events.event")
    assert text == f"账号 {account}：夜间调用 30 次，过去四周夜间从未调用。请核对用途，必要时停用。"


async def test_the_usual_is_nothing_to_tell(city: City) -> None:
    await past_of(city, HOLDER)
    async with city.database.tx() as tx:
        await add(tx, HOLDER, "key", city.now, 60)
        await add(tx, UUID(int=0), "stranger", city.now, 100_000)
    async with city.database.tx() as tx:
        assert await judge(tx, at=city.now, zone=ZONE) == 0
