"""Upkeep: a silent device becomes a case of its maintainer, a storm one event; recovery confirms the handling."""

from typing import Any

import pytest
from tests.alarms.raising import HERE, SILENT
from tests.events.machines.chain import Chain

from yiwang.cases.steps import handling
from yiwang.events.machines import listing
from yiwang.sensing.devices.model import DeviceIn

pytestmark = pytest.mark.anyio


async def upkeep_case(chain: Chain) -> dict[str, Any]:
    (case,) = await chain.district.rows(
        """SELECT c.id, c.state, c.unit_id, c.major, u.recovered_at FROM cases.case c
        JOIN cases.upkeep u ON u.case_id = c.id"""
    )
    return case


async def silent(chain: Chain, *codes: str) -> list[Any]:
    return await chain.raised(*codes, rule="gas-silent", condition=SILENT, value=None)


async def test_a_silent_device_goes_to_its_maintainer_and_its_voice_closes_the_case(chain: Chain) -> None:
    city = chain.district.city
    (alarm,) = await silent(chain, "G1")
    assert await chain.events() == [], "others of its kind are awaited first"
    await chain.later(minutes=1)
    case = await upkeep_case(chain)
    assert (case["state"], case["unit_id"], case["major"]) == ("to_receive", city.units["LH"], "WB")
    context = await chain.district.rows("SELECT device_id, ends FROM alarms.context WHERE code = 'job_open'")
    assert context == [{"device_id": chain.district.devices["G1"], "ends": None}]
    async with city.database.tx() as tx:
        await handling.receive(tx, city.officer, case["id"], at=city.now)
        await handling.handle(tx, city.officer, case["id"], text="换电池", at=city.later(minutes=5))
    await chain.follow()
    assert (await upkeep_case(chain))["state"] == "to_check"
    await chain.district.resolved([alarm], at=city.later(minutes=5))
    await chain.follow()
    case = await upkeep_case(chain)
    assert (case["state"], case["recovered_at"]) == ("closed", city.now)
    (context,) = await chain.district.rows("SELECT ends FROM alarms.context WHERE code = 'job_open'")
    assert context["ends"] == city.now
    (line,) = await chain.district.rows("SELECT text FROM cases.timeline WHERE step = 'machine'")
    assert "恢复正常" in line["text"]


async def test_what_comes_back_while_others_are_awaited_becomes_nothing(chain: Chain) -> None:
    (alarm,) = await silent(chain, "G1")
    await chain.district.resolved([alarm])
    await chain.later(minutes=2)
    assert await chain.events() == []


async def test_a_storm_of_five_thousand_is_one_event_with_its_devices(chain: Chain) -> None:
    city, count = chain.district.city, 5000
    here = city.places[HERE]
    codes = [f"S{number:04}" for number in range(count)]
    await chain.district.add(*(DeviceIn(code, "GAS", jurisdiction_id=here) for code in codes))
    ids = await silent(chain, *codes)
    await chain.later(minutes=1)
    (event,) = await chain.events()
    assert (event["state"], event["kind"], event["alarms"], event["reports"]) == ("triage", "storm", count, 1)
    found, cursor = [], None
    async with city.database.tx() as tx:
        for _ in range(3):
            page = await listing.devices(tx, city.officer, event["id"], cursor=cursor, limit=200)
            found += [row["code"] for row in page.items]
            cursor = page.next
        one = await listing.devices(tx, city.officer, event["id"], words="S4999", standing=True)
    assert len(set(found)) == 600
    assert len(one.items) == 1
    await chain.district.resolved(ids[:10])
    assert codes[1] == "S0001"
    await chain.follow()
    async with city.database.tx() as tx:
        assert (await listing.look(tx, city.officer, event["id"])).standing == count - 10
    assert (await chain.judge(event["id"], "true")).alarms == count
    await silent(chain, "G1")
    (event,) = await chain.events()
    assert event["alarms"] == count + 1
    city.later(hours=3)
    await silent(chain, "S0001")  # one that had come back goes again: it is at home in the storm
    await chain.later(minutes=1)
    (event,) = await chain.events()
    assert event["alarms"] == count + 2


async def test_two_power_cuts_at_once_are_two_events_and_one_lone_device_is_an_upkeep(chain: Chain) -> None:
    here = chain.district.city.places[HERE]
    at = {"A": (121.380, 31.240), "B": (121.420, 31.240)}  # nearly 4 km apart
    rows = [
        DeviceIn(f"{block}{n:02}", "GAS", lon=lon + n % 5 * 0.003, lat=lat + n // 5 * 0.003, jurisdiction_id=here)
        for block, (lon, lat) in at.items()
        for n in range(21)
    ]
    await chain.district.add(*rows, DeviceIn("C00", "GAS", lon=121.400, lat=31.240, jurisdiction_id=here))
    await silent(chain, *(row.code for row in rows), "C00")
    await chain.later(minutes=1)
    found = sorted((event["kind"], event["alarms"]) for event in await chain.events())
    assert found == [("alarm", 1), ("storm", 21), ("storm", 21)]
    await chain.district.add(DeviceIn("B99", "GAS", lon=121.421, lat=31.2405, jurisdiction_id=here))
    await silent(chain, "B99")  # beside an open storm nothing is awaited
    assert sorted(event["alarms"] for event in await chain.events()) == [1, 21, 22]


async def test_many_that_alarm_one_by_one_are_gathered_into_one_event(chain: Chain) -> None:
    await chain.declare(device_class="GAS", storm_devices=3)
    for code in ("G1", "G2"):
        await chain.raised(code)
    assert [event["state"] for event in await chain.events()] == ["triage", "triage"]
    here = chain.district.city.places[HERE]
    await chain.district.add(DeviceIn("G4", "GAS", jurisdiction_id=here))
    await chain.raised("G4")
    events = sorted((event["state"], event["alarms"]) for event in await chain.events())
    assert events == [("merged", 0), ("merged", 0), ("triage", 3)]
