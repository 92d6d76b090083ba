"""Commands: asked through the API, sent over the device's own connection, answered, sent again, given up."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.app.visitors import Site, Visitor
from tests.sensing.conftest import THERE, logged

from yiwang.access import Grant, Keyring
from yiwang.sensing.commands.posting import Post
from yiwang.sensing.devices import Directory
from yiwang.sensing.protocols import gb26875, hj212, jt808
from yiwang.sensing.protocols.gb26875 import gateway as fire
from yiwang.sensing.protocols.hj212 import gateway as air
from yiwang.sensing.protocols.jt808 import gateway as vehicles
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.protocols.tcp.serving import Door, listening

pytestmark = pytest.mark.anyio
MN, PHONE, UNIT = "010000A8900016F000169DC0", "13912345678", 0x000102030405
KEY = "0123456789abcdeffedcba9876543210"


@dataclass
class Device:
    """One connection of a device; it cuts what it is sent with the codec's own splitter."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    codec: Any
    key: bytes | None = None

    def __post_init__(self) -> None:
        self.splitter, self.frames = self.codec.Splitter(), []

    def say(self, message: Any) -> None:
        self.writer.write(self.codec.encode(message, self.key) if self.key else self.codec.encode(message))

    async def hear(self) -> Any:
        while not self.frames:
            async with asyncio.timeout(20):
                data = await self.reader.read(65536)
            assert data, "the gateway has hung up"
            self.frames += self.splitter.feed(data)
        frame = self.frames.pop(0)
        return self.codec.decode(frame, self.key) if self.key else self.codec.decode(frame)


@dataclass
class Gateway:
    """The three doors and the post, over the platform's own registry and log."""

    house: Site
    doors: dict[str, Door]
    post: Post
    ports: dict[str, int]
    devices: list[Device] = field(default_factory=list)

    async def dial(self, protocol: str, codec: Any, key: bytes | None = None) -> Device:
        device = Device(*await asyncio.open_connection("127.0.0.1", self.ports[protocol]), codec, key)
        self.devices.append(device)
        return device


@pytest.fixture
async def gateway(house: Site) -> AsyncIterator[Gateway]:
    database, inlet, directory = house.city.database, house.app.state.inlet, Directory()
    keyring: Keyring = house.app.state.keyring
    ciphers: dict[str, bytes] = {}
    async with AsyncExitStack() as stack:
        async with database.tx() as tx:
            await directory.refresh(tx)
        held = {
            name: await stack.enter_async_context(Gathering(inlet, directory, database.clock, name))
            for name in ("HJ212", "JT808", "GB26875")
        }
        doors = {
            "hj212": air.door(held["HJ212"], air.Policy(keys=ciphers)),
            "jt808": vehicles.door(held["JT808"], lambda phone: f"code{phone}"),
            "gb26875": fire.door(held["GB26875"]),
        }
        ports = {name: await stack.enter_async_context(listening(door, "127.0.0.1", 0)) for name, door in doors.items()}
        made = Gateway(house, doors, Post(database, keyring, doors, ciphers), ports)
        yield made
        for device in made.devices:
            device.writer.close()
        await asyncio.gather(*(device.writer.wait_closed() for device in made.devices), return_exceptions=True)


async def ids(who: Visitor) -> dict[str, str]:
    return {one["code"]: one["id"] for one in (await who.ask("GET", "/api/devices")).json()["items"]}


def _air(cn: str, qn: str = "20261116100000123", cp: Any = (), **more: Any) -> hj212.Message:
    return hj212.Message(2017, qn, "39", cn, "123456", MN, hj212.Flag(True, False, 1), cp, **more)


async def _ask(who: Visitor, device: str, kind: str, **arguments: Any) -> dict[str, Any]:
    answer = await who.ask("POST", f"/api/devices/{device}/commands", json={"kind": kind, "arguments": arguments})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _state(who: Visitor, command: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    told = (await who.ask("GET", f"/api/device-commands/{command['id']}")).json()
    return told["state"], told["answer"]


async def _until(gateway: Gateway, who: Visitor, command: dict[str, Any], state: str) -> dict[str, Any]:
    """Go round until a command has this state; return what was answered."""
    async with asyncio.timeout(20):
        while (found := await _state(who, command))[0] != state:
            await gateway.post.round()
            await asyncio.sleep(0)
    return found[1]


async def test_a_monitor_is_asked_accepts_and_does_it(house: Site, gateway: Gateway) -> None:
    chief = await house.person("chief", Grant("supervisor"))
    command = await _ask(
        chief, (await ids(chief))["m1"], "history", since="2026-11-01T00:00:00Z", until="2026-11-02T00:00:00Z"
    )
    await gateway.post.round()
    assert (await _state(chief, command))[0] == "waiting"  # nobody is connected
    device = await gateway.dial("hj212", hj212)
    device.say(_air("9015"))
    assert (await device.hear()).cn == "9013"
    await gateway.post.round()
    request = await device.hear()
    assert (request.cn, request.mn, request.pw) == ("2051", MN, "123456")
    assert request.cp == ({"BeginTime": "20261101080000"}, {"EndTime": "20261102080000"})
    assert (await _state(chief, command))[0] == "sent"
    device.say(_air("9011", request.qn, ({"QnRtn": "1"},)))
    await _until(gateway, chief, command, "accepted")
    device.say(_air("9012", request.qn, ({"ExeRtn": "1"},)))
    assert (await _until(gateway, chief, command, "done"))["code"] == "1"
    refused = await _ask(chief, command["device_id"], "realtime_interval", seconds=60)
    await gateway.post.round()
    device.say(_air("9011", (await device.hear()).qn, ({"QnRtn": "3"},)))
    assert await _until(gateway, chief, refused, "refused") == {"code": "3", "reason": "The password is wrong."}


async def test_a_question_nobody_answers_is_sent_again_and_given_up(house: Site, gateway: Gateway) -> None:
    chief = await house.person("chief", Grant("supervisor"))
    device = await gateway.dial("hj212", hj212)
    device.say(_air("9015"))
    await device.hear()
    command = await _ask(chief, (await ids(chief))["m1"], "set_time")
    orders = gateway.doors["hj212"].orders
    orders._patience = 0.0
    await gateway.post.round()
    await _until(gateway, chief, command, "expired")
    asked = [await device.hear() for _ in range(4)]
    assert {(one.cn, one.qn) for one in asked} == {("1012", asked[0].qn)}
    told = (await chief.ask("GET", f"/api/device-commands/{command['id']}")).json()
    assert told["sent_times"] == 4
    late = await _ask(chief, command["device_id"], "stop_realtime")
    house.city.later(minutes=6)
    assert (await _state(chief, late))[0] == "expired"  # though no gateway has said so


async def test_a_monitor_that_enciphers_is_spoken_to_in_its_key(house: Site, gateway: Gateway) -> None:
    chief, keeper = await house.person("chief", Grant("supervisor")), await house.person("keeper", Grant("data_admin"))
    device_id = (await ids(chief))["m1"]
    path = f"/api/devices/{device_id}/cipher"
    assert (await keeper.ask("PUT", path, json={"sm4": "short"})).status_code == 422
    assert (await keeper.ask("PUT", path, json={"sm4": KEY})).status_code == 204
    async with house.city.database.tx() as tx:
        assert bytes.fromhex(KEY) not in bytes(await tx.value("SELECT sealed FROM sensing.cipher"))
    await gateway.post.round()
    device = await gateway.dial("hj212", hj212, bytes.fromhex(KEY))
    cp = (
        {"DataTime": "20261116095900"},
        {"a34004-Rtd": "12.5", "a34004-Flag": "N"},
        {"LA-Rtd": "61.5", "LA-Flag": "N"},
    )
    device.say(_air("2011", cp=cp, sealed=True))
    assert (await device.hear()).cn == "9014"
    assert await logged(house.city.database)
    await _ask(chief, device_id, "history", since="2026-11-01T00:00:00Z", until="2026-11-02T00:00:00Z")
    await gateway.post.round()
    request = await device.hear()
    assert (request.cn, request.sealed) == ("2051", True)
    assert (await keeper.ask("PUT", path, json={"sm4": None})).status_code == 204
    assert (await keeper.ask("PUT", path, json={"sm4": None})).status_code == 404


async def test_a_driver_is_sent_a_text_and_a_vehicle_says_where_it_is(house: Site, gateway: Gateway) -> None:
    chief = await house.person("chief", Grant("supervisor"))
    device_id = (await ids(chief))["v1"]
    device = await gateway.dial("jt808", jt808)
    device.say(jt808.Message(0x0102, 2013, "0" + PHONE, 1, {"auth_code": f"code{PHONE}"}))
    assert (await device.hear()).body["result"] == 0
    command = await _ask(chief, device_id, "text", text="前方绕行")
    await gateway.post.round()
    question = await device.hear()
    assert (question.message, question.body["text"]) == (0x8300, "前方绕行")
    answer = {"serial": question.serial, "id": "0x8300", "result": 3}
    device.say(jt808.Message(0x0001, 2013, "0" + PHONE, 2, answer))
    assert (await _until(gateway, chief, command, "refused"))["reason"] == "The terminal does not know it."
    where = await _ask(chief, device_id, "locate")
    await gateway.post.round()
    question = await device.hear()
    place = {"alarm": 0, "status": 3, "lat": 31250000, "lon": 121390000, "altitude": 4, "speed": 0, "direction": 90}
    place |= {"time": "2026-11-16T09:59:00+08:00", "serial": question.serial}
    device.say(jt808.Message(0x0201, 2013, "0" + PHONE, 3, place))
    assert (await _until(gateway, chief, where, "done"))["lat"] == 31250000
    assert (await device.hear()).message == 0x8001  # the place is on disk as well


async def test_a_guard_is_checked_from_the_desk(house: Site, gateway: Gateway) -> None:
    chief = await house.person("chief", Grant("supervisor"))
    device = await gateway.dial("gb26875", gb26875)
    device.say(gb26875.Message(6, 2, UNIT, 9, "2026-11-16T10:00:00+08:00"))
    await device.hear()
    command = await _ask(chief, (await ids(chief))["f1"], "guard_check", minutes=3)
    await gateway.post.round()
    question = await device.hear()
    assert (question.type, question.objects, question.source) == (91, ({"minutes": 3},), 9)
    device.say(gb26875.Message(question.serial, 3, UNIT, 9, "2026-11-16T10:00:01+08:00"))
    await _until(gateway, chief, command, "accepted")
    house.city.later(seconds=42)
    record = {"flags": 0x20, "operator": 1, "time": "2026-11-16T10:00:42+08:00"}
    device.say(gb26875.Message(7, 2, UNIT, 9, "2026-11-16T10:00:42+08:00", 24, (record,)))
    assert await _until(gateway, chief, command, "done") == {"seconds": 42.0}


async def test_only_who_may_commands_and_only_their_own_part(house: Site) -> None:
    places = house.city.places
    chief, officer = await house.person("chief", Grant("supervisor")), await house.person("desk", Grant("duty_officer"))
    there = await house.person("there", Grant("supervisor", places[THERE], None))
    device = (await ids(chief))["m1"]
    path = f"/api/devices/{device}/commands"
    assert (await officer.ask("POST", path, json={"kind": "set_time"})).status_code == 403
    assert (await there.ask("POST", path, json={"kind": "set_time"})).status_code == 404
    assert (await there.ask("GET", path)).status_code == 404
    wrong = (
        {"kind": "fly"},
        {"kind": "realtime_interval", "arguments": {"seconds": 1}},
        {"kind": "set_time", "patience_s": 1},
    )
    assert [(await chief.ask("POST", path, json=one)).status_code for one in wrong] == [422] * 3
    bin_ = (await ids(chief))["a1"]
    assert (await chief.ask("POST", f"/api/devices/{bin_}/commands", json={"kind": "set_time"})).status_code == 409
    command = await _ask(chief, device, "set_time")
    for who, status in ((officer, 403), (there, 404), (chief, 204), (chief, 409)):
        assert (await who.ask("POST", f"/api/device-commands/{command['id']}/withdraw")).status_code == status
    for _ in range(20):
        await _ask(chief, device, "set_time")
    assert (await chief.ask("POST", path, json={"kind": "set_time"})).status_code == 429
    told = (await officer.ask("GET", path, params={"limit": 15})).json()
    assert (len(told["items"]), "history" in told["kinds"]) == (15, True)
    rest = (await officer.ask("GET", path, params={"limit": 15, "cursor": told["next"]})).json()
    states = [one["state"] for one in (*told["items"], *rest["items"])]
    assert (sorted(states), rest["next"]) == (["waiting"] * 20 + ["withdrawn"], None)
    async with house.city.database.tx() as tx:
        facts = await tx.rows("SELECT data FROM ledger.fact WHERE type = 'device.commanded'")
    assert len(facts) == 21
    assert "arguments" not in json.dumps([row["data"] for row in facts], default=str)
