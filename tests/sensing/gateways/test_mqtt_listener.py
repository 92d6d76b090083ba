"""Our own MQTT server over real sockets, into the real log."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import psycopg
import pytest
from tests.sensing.gateways.conftest import Site
from tests.sensing.gateways.talking import Talker

from yiwang.sensing.protocols.mqtt.broker import Broker
from yiwang.sensing.protocols.mqtt.dialects import Ear
from yiwang.sensing.protocols.mqtt.identity import Doorkeeper, password_of
from yiwang.sensing.protocols.mqtt.listener import listening
from yiwang.sensing.protocols.mqtt.packets import (
    Ack,
    Connack,
    Connect,
    Disconnect,
    Kind,
    Ping,
    Publish,
    Suback,
    Subscribe,
    Unsubscribe,
    Will,
)
from yiwang.sensing.protocols.mqtt.packets.model import V3, V5, Reason
from yiwang.sensing.protocols.tcp.limits import Limits

pytestmark = pytest.mark.anyio
SMALL = Limits(connections=4, per_address=4, frame_bytes=2048, first_seconds=0.2, idle_seconds=0.2)


@dataclass
class Server:
    site: Site
    broker: Broker
    port: int

    async def enter(self, name: str, version: int = V3, **more: object) -> Talker:
        return await Talker.enter(self.port, self.site.keyring, name, version, **more)  # type: ignore[arg-type]

    async def alone(self) -> None:
        """Return when every client has gone."""
        while self.broker.connections:  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0.01)


async def _serve(site: Site, limits: Limits) -> Server:
    gathering = await site.gathering("MQTT")
    broker = Broker(gathering, Doorkeeper(site.keyring, site.book), Ear(), limits)
    return Server(site, broker, await site.stack.enter_async_context(listening(broker, "127.0.0.1", 0)))


@pytest.fixture
async def mqtt(site: Site) -> AsyncIterator[Server]:
    yield await _serve(site, Limits())


@pytest.fixture
async def strict(site: Site) -> AsyncIterator[Server]:
    yield await _serve(site, SMALL)


@pytest.mark.parametrize("version", [V3, V5])
async def test_a_message_is_acknowledged_when_its_reading_is_on_disk(mqtt: Server, version: int) -> None:
    smoke = mqtt.site.book.add("MQTT", "smoke-1")
    talker = await mqtt.enter("smoke-1", version)
    assert await talker.ask(Publish("yiwang/smoke-1/temperature", b"21.5", 1, 7)) == Ack(Kind.PUBACK, 7)
    assert await mqtt.site.values(smoke) == {"temperature": [21.5]}


async def test_acknowledgements_come_in_the_order_of_the_messages(mqtt: Server) -> None:
    smoke = mqtt.site.book.add("MQTT", "smoke-1")
    talker = await mqtt.enter("smoke-1")
    talker.say(*(Publish("yiwang/smoke-1/count", str(number).encode(), 1, number) for number in range(1, 501)))
    assert [await talker.hear() for _ in range(500)] == [Ack(Kind.PUBACK, number) for number in range(1, 501)]
    assert await mqtt.site.values(smoke) == {"count": [float(number) for number in range(1, 501)]}


async def test_what_is_not_kept_is_not_acknowledged(mqtt: Server, owner_url: str) -> None:
    mqtt.site.book.add("MQTT", "smoke-1")
    async with await psycopg.AsyncConnection.connect(owner_url, autocommit=True) as owner:
        await owner.execute("ALTER TABLE sensing.frame RENAME TO away")
    talker = await mqtt.enter("smoke-1", V5)
    answer = await talker.ask(Publish("yiwang/smoke-1/temperature", b"21.5", 1, 7))
    assert isinstance(answer, Disconnect)
    assert answer.reason == Reason.UNAVAILABLE


async def test_a_message_of_qos_2_is_kept_once(mqtt: Server) -> None:
    smoke = mqtt.site.book.add("MQTT", "smoke-1")
    talker = await mqtt.enter("smoke-1", clean=False)
    message = Publish("yiwang/smoke-1/temperature", b"20", 2, 9)
    assert await talker.ask(message) == Ack(Kind.PUBREC, 9)
    await talker.hang_up()
    talker = await mqtt.enter("smoke-1", clean=False)
    assert await talker.ask(Publish("yiwang/smoke-1/temperature", b"20", 2, 9, dup=True)) == Ack(Kind.PUBREC, 9)
    assert await talker.ask(Ack(Kind.PUBREL, 9)) == Ack(Kind.PUBCOMP, 9)
    assert await mqtt.site.values(smoke) == {"temperature": [20.0]}


async def test_nobody_comes_in_with_a_wrong_password(mqtt: Server) -> None:
    mqtt.site.book.add("MQTT", "smoke-1")
    wrong = password_of(mqtt.site.keyring, "smoke-2").encode()
    for version, reason in ((V3, 4), (V5, Reason.CREDENTIALS)):
        for username, password in (("smoke-1", wrong), ("smoke-1", None), (None, None), ("", None)):
            talker = await Talker.dial(mqtt.port, version)
            answer = await talker.ask(Connect("c", version, username=username, password=password))
            assert isinstance(answer, Connack)
            assert answer.reason == reason
            assert await talker.hear() is None


async def test_a_token_is_enough_as_thingsboards_devices_send_it(mqtt: Server) -> None:
    smoke = mqtt.site.book.add("MQTT", "smoke-1")
    talker = await Talker.dial(mqtt.port)
    token = f"smoke-1.{password_of(mqtt.site.keyring, 'smoke-1')}"
    assert await talker.ask(Connect("c", username=token)) == Connack(0)
    assert await talker.ask(Publish("v1/devices/me/telemetry", b'{"temperature": 3}', 1, 1)) == Ack(Kind.PUBACK, 1)
    assert await mqtt.site.values(smoke) == {"temperature": [3.0]}


async def test_a_device_speaks_for_itself_alone_and_a_bridge_for_many(mqtt: Server) -> None:
    one, other = mqtt.site.book.add("MQTT", "one"), mqtt.site.book.add("MQTT", "other")
    talker = await mqtt.enter("one")
    await talker.ask(Publish("yiwang/other/temperature", b"99", 1, 1))
    assert await mqtt.site.values(other) == {}
    ((_, who, why),) = await mqtt.site.strangers()
    assert who == "one"
    assert "speaks for itself" in why
    bridge = await mqtt.enter("bridge:maker")
    await bridge.ask(Publish("v1/gateway/telemetry", b'{"one": [{"ts": 1000000000000, "values": {"count": 1}}]}', 1, 1))
    await bridge.ask(Publish("yiwang/other", b'{"count": 2}', 1, 2))
    assert await mqtt.site.values(one) == {"count": [1.0]}
    assert await mqtt.site.values(other) == {"count": [2.0]}


async def test_strangers_and_unread_messages_go_to_quarantine_and_are_acknowledged(mqtt: Server) -> None:
    mqtt.site.book.add("MQTT", "smoke-1", "temperature")
    known, stranger = await mqtt.enter("smoke-1"), await mqtt.enter("nobody")
    assert await stranger.ask(Publish("yiwang/nobody/temperature", b"1", 1, 1)) == Ack(Kind.PUBACK, 1)
    assert await known.ask(Publish("yiwang/smoke-1/temperature", b"warm", 1, 1)) == Ack(Kind.PUBACK, 1)
    assert await known.ask(Publish("yiwang/smoke-1/colour", b"1", 1, 2)) == Ack(Kind.PUBACK, 2)
    assert await mqtt.site.strangers() == [
        ("MQTT", "nobody", "No device has this key."),
        ("MQTT", "smoke-1", "Devices of class test have no metric 'colour'."),
    ]


async def test_a_command_reaches_the_device_it_is_for_and_no_other(mqtt: Server) -> None:
    for name in ("one", "other"):
        mqtt.site.book.add("MQTT", name)
    one, other = await mqtt.enter("one", V5), await mqtt.enter("other", V5)
    wanted = (("yiwang/one/command/#", 1), ("yiwang/other/command", 1), ("#", 0), ("a#", 0), ("$share/a/b", 0))
    refused = (Reason.NOT_AUTHORIZED, Reason.NOT_AUTHORIZED, Reason.FILTER, Reason.FILTER)
    assert await one.ask(Subscribe(1, wanted)) == Suback(Kind.SUBACK, 1, (1, *map(int, refused)))
    await other.ask(Subscribe(1, (("v1/devices/me/rpc/request/+", 0),)))
    assert mqtt.broker.send("one", "yiwang/one/command/mute", b"1") == 1
    assert mqtt.broker.send("other", "v1/devices/me/rpc/request/1", b"{}") == 1
    assert await one.hear() == Publish("yiwang/one/command/mute", b"1", 1, 1)
    assert await other.hear() == Publish("v1/devices/me/rpc/request/1", b"{}")
    one.say(Ack(Kind.PUBACK, 1))
    assert await one.ask(Unsubscribe(2, ("yiwang/one/command/#",))) == Suback(Kind.UNSUBACK, 2, (0,))
    assert mqtt.broker.send("one", "yiwang/one/command/mute", b"1") == 0


async def test_a_configuration_is_kept_for_whoever_subscribes_later(mqtt: Server) -> None:
    mqtt.broker.send("one", "yiwang/one/config", b'{"period": 60}', retain=True)
    one = await mqtt.enter("one")
    await one.ask(Subscribe(1, (("yiwang/one/config", 1),)))
    assert await one.hear() == Publish("yiwang/one/config", b'{"period": 60}', 1, 1, retain=True)


async def test_what_was_sent_while_a_device_was_away_waits_for_it(mqtt: Server) -> None:
    one = await mqtt.enter("one", clean=False)
    await one.ask(Subscribe(1, (("yiwang/one/command", 1),)))
    await one.hang_up()
    await mqtt.alone()
    assert mqtt.broker.send("one", "yiwang/one/command", b"now") == 1
    talker = await Talker.dial(mqtt.port)
    secret = password_of(mqtt.site.keyring, "one").encode()
    answer = await talker.ask(Connect("c", clean=False, username="one", password=secret))
    assert answer == Connack(0, session_present=True)
    assert await talker.hear() == Publish("yiwang/one/command", b"now", 1, 1)


async def test_a_second_connection_of_a_client_takes_over(mqtt: Server) -> None:
    first = await mqtt.enter("one", V5)
    second = await mqtt.enter("one", V5)
    farewell = await first.hear()
    assert isinstance(farewell, Disconnect)
    assert farewell.reason == Reason.TAKEN_OVER
    assert await second.ask(Ping(Kind.PINGREQ)) == Ping(Kind.PINGRESP)


async def test_a_will_is_heard_when_the_client_is_gone_without_a_word(mqtt: Server) -> None:
    one = mqtt.site.book.add("MQTT", "one")
    for packet in (Disconnect(), None):
        talker = await mqtt.enter("one", will=Will("yiwang/one/count", b"7"))
        if packet:
            talker.say(packet)
        await talker.hang_up()
        await mqtt.alone()
        await talker.hang_up()
    await (await mqtt.enter("one")).ask(Publish("yiwang/one/smoke", b"0", 1, 1))
    assert await mqtt.site.values(one) == {"count": [7.0], "smoke": [0.0]}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Publish("yiwang/one/+", b"1", 1, 1), Reason.TOPIC),
        (Publish("yiwang/one/count", b"1" * 3000, 1, 1), Reason.TOO_LARGE),
        (Publish("", b"1", properties={"topic_alias": 3}), Reason.TOPIC_ALIAS),
        (Connect("c", V5), Reason.PROTOCOL_ERROR),
        (Suback(Kind.SUBACK, 1, (0,)), Reason.PROTOCOL_ERROR),
    ],
)
async def test_whoever_breaks_the_rules_is_told_why_and_sent_away(strict: Server, said: Publish, reason: int) -> None:
    talker = await strict.enter("one", V5)
    answer = await talker.ask(said)
    assert isinstance(answer, Disconnect)
    assert answer.reason == reason
    assert answer.properties["reason_string"]
    assert await talker.hear() is None


async def test_an_alias_stands_for_its_topic(mqtt: Server) -> None:
    one = mqtt.site.book.add("MQTT", "one")
    talker = await mqtt.enter("one", V5)
    talker.say(Publish("yiwang/one/count", b"1", properties={"topic_alias": 3}))
    await talker.ask(Publish("", b"2", 1, 1, properties={"topic_alias": 3}))
    assert await mqtt.site.values(one) == {"count": [1.0, 2.0]}


async def test_the_silent_and_the_too_many_are_sent_away(strict: Server) -> None:
    mute, *_ = [await Talker.dial(strict.port) for _ in range(3)]
    talker = await strict.enter("one", V5)
    fifth = await Talker.dial(strict.port)
    with pytest.raises((ConnectionError, AssertionError)):
        assert await fifth.hear() is not None
    with pytest.raises((ConnectionError, AssertionError)):
        assert await mute.hear() is not None
    farewell = await talker.hear()
    assert isinstance(farewell, Disconnect)
    assert farewell.reason == Reason.KEEP_ALIVE


async def test_bytes_that_are_no_mqtt_end_the_connection(mqtt: Server) -> None:
    talker = await Talker.dial(mqtt.port)
    talker.writer.write(b"GET / HTTP/1.1\r\n\r\n")
    with pytest.raises((ConnectionError, AssertionError)):
        assert await talker.hear() is not None


async def test_who_sends_too_fast_is_slowed_down_and_loses_nothing(site: Site) -> None:
    mqtt = await _serve(site, Limits(rate=2000, burst=100))
    one = site.book.add("MQTT", "one")
    talker = await mqtt.enter("one")
    begun = asyncio.get_running_loop().time()
    for first in range(1, 601, 100):
        talker.say(*(Publish("yiwang/one/count", b"1", 1, number) for number in range(first, first + 100)))
        for _ in range(100):
            await talker.hear()
    assert asyncio.get_running_loop().time() - begun > 0.2
    assert len((await site.values(one))["count"]) == 600
