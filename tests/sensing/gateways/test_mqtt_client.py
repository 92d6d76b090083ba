"""Our client against a real Mosquitto."""

import asyncio
import os
import shutil
import socket
import struct
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.sensing.gateways.conftest import Site
from tests.sensing.gateways.talking import Talker

from yiwang.sensing.devices import Known
from yiwang.sensing.protocols.mqtt.client import Bridge, Broker, connected
from yiwang.sensing.protocols.mqtt.dialects import Ear
from yiwang.sensing.protocols.mqtt.dialects.protobuf import field
from yiwang.sensing.protocols.mqtt.packets import Ack, Connack, Connect, Kind, Publish, Subscribe

MOSQUITTO = shutil.which("mosquitto", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(MOSQUITTO is None and os.environ.get("CI") != "true", reason="mosquitto is not installed"),
]


class Mosquitto:
    """A broker of the test's own, with its sessions on disk."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.config = folder / "mosquitto.conf"
        self.config.write_text(
            f"listener {self.port} 127.0.0.1\nallow_anonymous true\npersistence true\n"
            f"persistence_location {folder}/\nautosave_on_changes true\nautosave_interval 1\n"
            + ("user root\n" if os.geteuid() == 0 else "")
        )

    async def start(self) -> None:
        self.process = subprocess.Popen(  # noqa: ASYNC220 - begun, not waited for
            [str(MOSQUITTO), "-c", str(self.config)], stderr=subprocess.DEVNULL
        )
        for _ in range(200):
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                await asyncio.sleep(0.02)
                continue
            writer.close()
            return
        raise AssertionError("mosquitto did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


@pytest.fixture
async def mosquitto(tmp_path: Path) -> AsyncIterator[Mosquitto]:
    broker = Mosquitto(tmp_path)
    await broker.start()
    yield broker
    broker.stop()


def _ours(mosquitto: Mosquitto, *topics: str) -> Broker:
    return Broker("127.0.0.1", "yiwang-1", mosquitto.port, topics=topics or ("#",), first_pause=1, longest_pause=1)


async def _publish(mosquitto: Mosquitto, *messages: tuple[str, bytes]) -> None:
    talker = await Talker.dial(mosquitto.port)
    assert isinstance(await talker.ask(Connect("device")), Connack)
    for number, (topic, payload) in enumerate(messages, 1):
        assert await talker.ask(Publish(topic, payload, 1, number)) == Ack(Kind.PUBACK, number)
    await talker.hang_up()


async def _seen(site: Site, device: Known, metric: str, count: int) -> list[float]:
    for _ in range(250):
        if len(found := (await site.values(device)).get(metric, [])) >= count:
            return found
        await asyncio.sleep(0.02)
    raise AssertionError(await site.values(device), await site.strangers())


async def _up(bridge: Bridge) -> None:
    async with asyncio.timeout(10):
        await bridge.connected.wait()


async def test_four_dialects_come_through_a_broker(site: Site, mosquitto: Mosquitto) -> None:
    names = ("one", "hass-1", "g/e/d")
    one, hass, spark = (site.book.add("MQTT", name) for name in names)
    config = b'{"~": "hass/t1", "stat_t": "~/state", "dev_cla": "temperature", "val_tpl": "{{ value_json.t }}",'
    config += b' "dev": {"ids": ["hass-1"]}, "uniq_id": "x"}'
    birth = field(1, 0, 1_700_000_000_000) + field(3, 0, 0)
    metric = field(1, 2, b"temperature") + field(2, 0, 5) + field(4, 0, 9) + field(12, 5, struct.pack("<f", 1.5))
    data = field(3, 0, 2) + field(2, 2, field(2, 0, 5) + field(12, 5, struct.pack("<f", 2.5)))
    async with connected(_ours(mosquitto), await site.gathering("MQTT"), Ear()) as bridge:
        await _up(bridge)
        await _publish(
            mosquitto,
            ("yiwang/one/temperature", b"20"),
            ("v1/gateway/telemetry", b'{"one": {"ts": 1700000000000, "values": {"humidity": 40}}}'),
            ("homeassistant/sensor/t1/config", config),
            ("hass/t1/state", b'{"t": 21}'),
            ("spBv1.0/g/NBIRTH/e", birth),
            ("spBv1.0/g/DBIRTH/e/d", field(3, 0, 1) + field(2, 2, metric)),
            ("spBv1.0/g/DDATA/e/d", data),
        )
        assert await _seen(site, spark, "temperature", 2) == [1.5, 2.5]
        assert await site.values(one) == {"temperature": [20.0], "humidity": [40.0]}
        assert await site.values(hass) == {"temperature": [21.0]}


async def test_a_device_whose_birth_was_missed_is_asked_to_say_it_again(site: Site, mosquitto: Mosquitto) -> None:
    async with connected(_ours(mosquitto), await site.gathering("MQTT"), Ear()) as bridge:
        await _up(bridge)
        talker = await Talker.dial(mosquitto.port)
        await talker.ask(Connect("edge"))
        await talker.ask(Subscribe(1, (("spBv1.0/g/NCMD/e", 0),)))
        talker.say(Publish("spBv1.0/g/NDATA/e", field(3, 0, 7) + field(2, 2, field(2, 0, 5) + field(10, 0, 1))))
        said = await talker.hear()
        assert isinstance(said, Publish)
        assert b"Node Control/Rebirth" in said.payload


async def test_nothing_is_lost_while_we_are_away(site: Site, mosquitto: Mosquitto) -> None:
    one = site.book.add("MQTT", "one")
    gathering, broker = await site.gathering("MQTT"), _ours(mosquitto, "yiwang/#")
    async with connected(broker, gathering, Ear()) as bridge:
        await _up(bridge)
        await _publish(mosquitto, ("yiwang/one/count", b"0"))
        await _seen(site, one, "count", 1)
    await _publish(mosquitto, *(("yiwang/one/count", str(number).encode()) for number in range(1, 60)))
    async with connected(broker, gathering, Ear()):
        assert await _seen(site, one, "count", 60) == [float(number) for number in range(60)]


async def test_it_comes_back_when_the_broker_does(site: Site, mosquitto: Mosquitto) -> None:
    one = site.book.add("MQTT", "one")
    async with connected(_ours(mosquitto, "yiwang/#"), await site.gathering("MQTT"), Ear()) as bridge:
        await _up(bridge)
        mosquitto.stop()
        while bridge.connected.is_set():  # noqa: ASYNC110 - set by another thread
            await asyncio.sleep(0.01)
        await mosquitto.start()
        await _up(bridge)
        await _publish(mosquitto, ("yiwang/one/count", b"1"))
        assert await _seen(site, one, "count", 1) == [1.0]
