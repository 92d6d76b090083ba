"""HJ 212, JT/T 808 and GB/T 26875.3 over real sockets, into the real log."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from tests.sensing.gateways.conftest import Site

from yiwang.sensing.protocols import gb26875, hj212, jt808
from yiwang.sensing.protocols.gb26875 import asking as fire_asking
from yiwang.sensing.protocols.gb26875 import gateway as fire
from yiwang.sensing.protocols.hj212 import gateway as air
from yiwang.sensing.protocols.jt808 import asking as vehicle_asking
from yiwang.sensing.protocols.jt808 import gateway as vehicles
from yiwang.sensing.protocols.tcp.limits import Limits
from yiwang.sensing.protocols.tcp.orders import Order
from yiwang.sensing.protocols.tcp.serving import Door, listening

pytestmark = pytest.mark.anyio
MN = "010000A8900016F000169DC0"
UNIT = 0x0102030405


class Device:
    """One connection of a device; it cuts the answers with the codec's own splitter."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, codec: Any) -> None:
        self.reader, self.writer, self._codec = reader, writer, codec
        self._splitter, self._heard = codec.Splitter(), []

    async def hear(self) -> Any:
        """Return the next message, None when the gateway has hung up."""
        while not self._heard:
            async with asyncio.timeout(5):
                data = await self.reader.read(65536)
            if not data:
                return None
            self._heard += [self._codec.decode(frame) for frame in self._splitter.feed(data)]
        return self._heard.pop(0)

    async def ask(self, message: Any) -> Any:
        self.writer.write(message if isinstance(message, bytes) else self._codec.encode(message))
        return await self.hear()


Dial = Callable[[Door, Any], Awaitable[Device]]


@pytest.fixture
async def dial(site: Site) -> AsyncIterator[Dial]:
    """Serve a door and connect to it."""
    writers: list[asyncio.StreamWriter] = []
    ports: dict[int, int] = {}

    async with AsyncExitStack() as stack:

        async def dialled(door: Door, codec: Any) -> Device:
            if id(door) not in ports:
                ports[id(door)] = await stack.enter_async_context(listening(door, "127.0.0.1", 0))
            reader, writer = await asyncio.open_connection("127.0.0.1", ports[id(door)])
            writers.append(writer)
            return Device(reader, writer, codec)

        yield dialled
        for writer in writers:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for writer in writers), return_exceptions=True)


def _dust(cn: str = "2011", **more: Any) -> hj212.Message:
    cp = (
        {"DataTime": "20261116095900"},
        {"a34002-Rtd": "0.085", "a34002-Flag": "N"},
        {"LA-Rtd": "61.5", "LA-Flag": "C"},
        {"a99999-Rtd": "1"},
    )
    flag = hj212.Flag(True, False, 1)
    return replace(hj212.Message(2017, "20261116100000123", "39", cn, "123456", MN, flag, cp), **more)


async def test_dust_is_answered_when_it_is_on_disk_and_a_resend_is_not_taken_twice(site: Site, dial: Dial) -> None:
    site.book.add("HJ212", MN, "a34002_pm10", "LA")
    device = await dial(air.door(await site.gathering("HJ212")), hj212)
    for message in (_dust(), _dust(resent=True), _dust()):
        answer = await device.ask(message)
        assert (answer.cn, answer.qn, answer.st) == ("9014", message.qn, "91")
    at = int((site.database.clock.now() - timedelta(minutes=1)).timestamp() * 1000)
    assert await site.readings() == [(0, at, 0.085, 0), (1, at, 61.5, 3)]


async def test_a_monitor_that_asks_is_told_the_time(site: Site, dial: Dial) -> None:
    device = await dial(air.door(await site.gathering("HJ212")), hj212)
    assert (await device.ask(_dust("1013", cp=()))).cn == "9013"
    request = await device.hear()
    assert (request.cn, request.cp) == ("1012", ({"SystemTime": "20261116100000"},))


async def test_unknown_monitors_and_wrong_passwords_are_kept_apart(site: Site, dial: Dial) -> None:
    door = air.door(await site.gathering("HJ212"), air.Policy(password="123456"))
    device = await dial(door, hj212)
    assert (await device.ask(_dust())).cn == "9014"
    device.writer.write(hj212.encode(_dust(pw="000000", mn="OTHER")) + b"##0012bad&&0000\r\n")
    assert (await device.ask(_dust(qn="20261116100001123"))).cn == "9014"
    assert {(who, why[:9]) for _, who, why in await site.strangers()} >= {(MN, "No device"), ("OTHER", "It does n")}


def _vehicle(number: int, body: dict[str, Any], serial: int = 1, phone: str = "013912345678") -> jt808.Message:
    return jt808.Message(number, 2013, phone, serial, body)


PLACE = {"alarm": 0, "status": 0x303, "lat": 31250000, "lon": 121390000, "altitude": 4, "speed": 425, "direction": 90}
PLACE |= {"time": "2026-11-16T09:59:00+08:00"}
HELLO = {
    "province": 31,
    "city": 107,
    "maker": "YWANG",
    "model": "T1",
    "terminal": "0000001",
    "colour": 1,
    "plate": "沪A1",
}


async def test_a_truck_registers_signs_in_and_says_where_it_is(site: Site, dial: Dial) -> None:
    truck = site.book.add("JT808", "13912345678", "speed", "load", "lon", "lat", "gnss")
    device = await dial(vehicles.door(await site.gathering("JT808"), lambda phone: f"code-{phone}"), jt808)
    refused = await device.ask(_vehicle(0x0200, PLACE, 7))
    assert (refused.message, refused.body["serial"], refused.body["result"]) == (0x8001, 7, vehicle_asking.FAILED)
    hello = await device.ask(jt808.encode(_vehicle(0x0100, _hello(), 8)))
    assert (hello.message, hello.body["result"], hello.body["auth_code"]) == (0x8100, 0, "code-13912345678")
    assert (await device.ask(_vehicle(0x0102, {"auth_code": "wrong"}, 9))).body["result"] == vehicle_asking.FAILED
    assert (await device.ask(_vehicle(0x0102, {"auth_code": "code-13912345678"}, 10))).body["result"] == 0
    for _ in range(2):
        assert (await device.ask(_vehicle(0x0200, PLACE, 11))).body == {"serial": 11, "id": "0x0200", "result": 0}
    batch = {"count": 1, "type": 1, "reports": [PLACE | {"status": 1, "speed": 0}]}
    assert (await device.ask(_vehicle(0x0704, batch, 12))).body["result"] == 0
    assert (await device.ask(_vehicle(0x0002, {}, 13))).body["result"] == 0
    assert await site.values(truck) == {
        "speed": [42.5, 0.0],
        "gnss": [1.0, 0.0],
        "load": [3.0, 0.0],
        "lon": [121.39],
        "lat": [31.25],
    }


def _hello() -> dict[str, Any]:
    fields = {"province": 31, "city": 107, "maker": "YWANG", "model": "T1", "plate_colour": 1, "plate": "沪A12345"}
    return fields | {"terminal_id": "0000001", "terminal": "0000001", "color": 1}


async def test_a_vehicle_that_is_in_no_registry_is_not_registered(site: Site, dial: Dial) -> None:
    device = await dial(vehicles.door(await site.gathering("JT808"), lambda phone: "code"), jt808)
    answer = await device.ask(_vehicle(0x0100, _hello(), 8))
    assert (answer.message, answer.body["result"]) == (0x8100, vehicle_asking.NO_TERMINAL)
    await device.ask(_vehicle(0x0102, {"auth_code": "code"}, 9))
    for _ in range(100):  # nobody waits for the quarantine
        if found := await site.strangers():
            break
        await asyncio.sleep(0.02)
    assert [(source, who) for source, who, _ in found] == [("JT808", "13912345678")]


def _fire(serial: int, part: int, state: int) -> gb26875.Message:
    one = {"system_type": 1, "system_addr": 1, "part_type": 42, "part_addr": part, "state": state}
    one |= {"description": "3楼走道", "time": "2026-11-16T09:59:00+08:00"}
    return gb26875.Message(serial, 2, UNIT, 9, "2026-11-16T10:00:00+08:00", 2, (one,))


async def test_a_fire_unit_is_confirmed_and_burns_as_long_as_one_part_does(site: Site, dial: Dial) -> None:
    unit = site.book.add("GB26875", f"{UNIT:012x}", "fire", "fault", "guard_answer_s")
    part = site.book.add("GB26875", f"{UNIT:012x}/1.1/42.7", "fire")
    device = await dial(fire.door(await site.gathering("GB26875")), gb26875)
    said = [(1, 7, 0b11), (2, 8, 0b11), (3, 7, 1), (3, 7, 1), (4, 8, 1)]
    for serial, address, state in said:
        answer = await device.ask(_fire(serial, address, state))
        assert (answer.command, answer.serial, answer.target) == (fire_asking.CONFIRM, serial, UNIT)
    found = await site.values(unit)
    assert found["fire"] == [1.0, 1.0, 1.0, 0.0]
    assert (await site.values(part))["fire"] == [1.0, 0.0]


async def test_a_spoilt_fire_frame_is_denied_and_a_heartbeat_confirmed(site: Site, dial: Dial) -> None:
    device = await dial(fire.door(await site.gathering("GB26875")), gb26875)
    frame = bytearray(gb26875.encode(_fire(5, 7, 3)))
    frame[-3] ^= 0xFF
    answer = await device.ask(bytes(frame))
    assert (answer.command, answer.serial, answer.target) == (fire_asking.DENY, 5, UNIT)
    beat = gb26875.Message(6, 2, UNIT, 9, "2026-11-16T10:00:00+08:00")
    assert (await device.ask(beat)).command == fire_asking.CONFIRM


async def test_a_guard_is_checked_and_the_delay_of_the_answer_is_a_reading(site: Site, dial: Dial) -> None:
    unit = site.book.add("GB26875", f"{UNIT:012x}", "guard_answer_s")
    door = fire.door(await site.gathering("GB26875"))
    device = await dial(door, gb26875)
    await device.ask(gb26875.Message(6, 2, UNIT, 9, "2026-11-16T10:00:00+08:00"))
    name = f"{UNIT:012x}"
    order = Order(uuid4(), name, "guard_check", {"minutes": 5}, 1e12)
    door.orders.send(door.talks[name], door.lines[name], order, 0)
    question = await device.hear()
    assert (question.type, question.objects, question.target) == (fire_asking.GUARD_CHECK, ({"minutes": 5},), UNIT)
    site.database.clock.at += timedelta(seconds=42)  # type: ignore[attr-defined]
    record = {"flags": 0x20, "operator": 1, "time": "2026-11-16T10:00:42+08:00"}
    await device.ask(gb26875.Message(7, 2, UNIT, 9, "2026-11-16T10:00:42+08:00", 24, (record,)))
    assert await site.values(unit) == {"guard_answer_s": [42.0]}
    assert [(one.state, one.answer) for one in door.orders.taken()] == [("done", {"seconds": 42.0})]


async def test_the_silent_the_noisy_and_the_too_many_are_sent_away(site: Site, dial: Dial) -> None:
    limits = Limits(connections=2, per_address=2, first_seconds=0.2, idle_seconds=0.2)
    door = air.door(await site.gathering("HJ212"), limits=limits)
    silent, noisy, third = [await dial(door, hj212) for _ in range(3)]
    noisy.writer.write(b"##9999\r\n&&0000\r\n" * 300)
    for device in (third, noisy, silent):
        try:
            assert await device.hear() is None
        except ConnectionError:
            continue
