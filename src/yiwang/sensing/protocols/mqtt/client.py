"""A client of any broker: what it delivers is acknowledged when it is on disk, so that a restart loses nothing.

paho does the protocol in a thread of its own; messages are judged on the event loop, acknowledgements go back.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

from yiwang.sensing.protocols.mqtt.dialects import Ear
from yiwang.sensing.protocols.mqtt.identity import Identity
from yiwang.sensing.protocols.mqtt.packets import Publish
from yiwang.sensing.protocols.tcp.gathering import Gathering

AGAIN = 2.0  # seconds until a message that could not be kept is tried once more
log = structlog.get_logger()


@dataclass(frozen=True)
class Broker:
    """A broker of somebody's. `client_id` is what it keeps our session under: one for each process that connects."""

    host: str
    client_id: str
    port: int = 1883
    username: str | None = None
    password: str | None = None
    topics: tuple[str, ...] = ("#",)
    tls: ssl.SSLContext | None = None
    keep_alive: int = 30
    first_pause: int = 1  # seconds; doubled with every try
    longest_pause: int = 60


class Bridge:
    """A connection to a broker, kept up. The session there is a lasting one: while we are away it gathers."""

    def __init__(self, broker: Broker, gathering: Gathering, ear: Ear) -> None:
        self.gathering, self._ear, self._broker = gathering, ear, broker
        self._me = Identity(f"broker:{broker.host}", None)
        self._loop = asyncio.get_running_loop()
        self.connected = asyncio.Event()
        self._closed = False
        self._client = Client(
            CallbackAPIVersion.VERSION2,
            broker.client_id,
            clean_session=False,
            protocol=MQTTProtocolVersion.MQTTv311,
            manual_ack=True,
        )
        if broker.username is not None:
            self._client.username_pw_set(broker.username, broker.password)
        if broker.tls:
            self._client.tls_set_context(broker.tls)
        self._client.reconnect_delay_set(broker.first_pause, broker.longest_pause)
        self._client.on_connect = self._on_connect
        self._client.on_subscribe = self._on_subscribe
        self._client.on_disconnect = self._on_disconnect
        self._client.on_message = self._on_message

    def start(self) -> None:
        """Begin to connect, and go on trying."""
        self._client.connect_async(self._broker.host, self._broker.port, self._broker.keep_alive)
        self._client.loop_start()

    async def stop(self) -> None:
        """Leave the broker; the session stays there."""
        self._closed = True
        self._client.disconnect()
        await asyncio.to_thread(self._client.loop_stop)

    def send(self, device: str, topic: str, payload: bytes, *, qos: int = 1, retain: bool = False) -> int:  # noqa: ARG002
        """Publish at the broker, for whoever subscribed there."""
        return int(self._client.publish(topic, payload, qos, retain).rc == 0)

    # These four run in paho's thread.
    def _on_connect(self, client: Client, _data: Any, _flags: Any, reason: Any, _properties: Any) -> None:
        if reason.is_failure:
            log.warning("mqtt broker refuses us", broker=self._broker.host, reason=str(reason))
            return
        client.subscribe([(topic, 1) for topic in self._broker.topics])

    def _on_subscribe(self, _client: Client, _data: Any, _number: int, _reasons: Any, _properties: Any) -> None:
        # Only from here on the broker keeps for us what is published.
        self._post(self.connected.set)

    def _on_disconnect(self, _client: Client, _data: Any, _flags: Any, reason: Any, _properties: Any) -> None:
        log.info("mqtt broker left", broker=self._broker.host, reason=str(reason))
        self._post(self.connected.clear)

    def _on_message(self, _client: Client, _data: Any, message: MQTTMessage) -> None:
        self._post(partial(self._hear, message))

    def _post(self, work: Any) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(work)

    def _hear(self, message: MQTTMessage) -> None:
        if self._closed:
            return  # not acknowledged: the broker sends it again when we come back
        said = Publish(_topic(message), bytes(message.payload), message.qos, message.mid)
        self._ear.hear(self, self._me, said, partial(self._durable, message))

    def _durable(self, message: MQTTMessage, kept: bool) -> None:
        if kept:
            self._client.ack(message.mid, message.qos)
        elif not self._closed:
            self._loop.call_later(AGAIN, self._hear, message)


def _topic(message: MQTTMessage) -> str:
    try:
        return message.topic
    except UnicodeDecodeError:
        return "?"  # no broker should let it through; no route takes it in, so it goes to quarantine


@asynccontextmanager
async def connected(broker: Broker, gathering: Gathering, ear: Ear) -> AsyncIterator[Bridge]:
    """Keep a connection up while the block runs."""
    bridge = Bridge(broker, gathering, ear)
    bridge.start()
    try:
        yield bridge
    finally:
        await bridge.stop()
