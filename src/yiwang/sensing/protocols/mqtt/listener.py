"""The MQTT server of the default install: devices and bridges connect here. PUBACK means that it is on disk."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from yiwang.sensing.protocols.mqtt import topics
from yiwang.sensing.protocols.mqtt.connection import Connection
from yiwang.sensing.protocols.mqtt.dialects import Ear
from yiwang.sensing.protocols.mqtt.identity import Doorkeeper
from yiwang.sensing.protocols.mqtt.packets import Publish
from yiwang.sensing.protocols.mqtt.sessions import Session, Sessions
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.protocols.tcp.limits import Limits, Places

MOST_RETAINED = 100_000


@dataclass
class Broker:
    """What all connections share."""

    gathering: Gathering
    door: Doorkeeper
    ear: Ear
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        self.places = Places(self.limits)
        self.sessions = Sessions()
        self.connections: dict[tuple[str, str], Connection] = {}  # by the key of their session
        self.retained: dict[str, dict[str, bytes]] = {}  # device → topic → payload
        self.refusals = 0  # connections that were sent away

    def send(self, device: str, topic: str, payload: bytes, *, qos: int = 1, retain: bool = False) -> int:
        """Send to whoever speaks for a device and has subscribed; returns how many sessions take it.

        A session whose client is away keeps the last 100 messages of QoS 1. An empty retained payload forgets.
        """
        if retain:
            self._retain(device, topic, payload)
        count = 0
        for session in self.sessions.of(device):
            count += self.deliver(session, Publish(topic, payload, qos))
        return count

    def _retain(self, device: str, topic: str, payload: bytes) -> None:
        kept = self.retained.setdefault(device, {})
        if payload:
            kept[topic] = payload
        else:
            kept.pop(topic, None)
        if not kept:
            del self.retained[device]
        elif len(self.retained) > MOST_RETAINED:
            del self.retained[next(iter(self.retained))]

    def retained_for(self, session: Session, filter: str) -> list[Publish]:
        """Return the kept messages a new subscription is to see."""
        device = session.identity.device
        kept = [self.retained.get(device, {})] if device is not None else list(self.retained.values())
        qos = session.filters.get(filter, 0)
        return [
            Publish(topic, payload, qos, retain=True)
            for one in kept
            for topic, payload in one.items()
            if topics.matches(filter, topic)
        ]

    def deliver(self, session: Session, message: Publish) -> bool:
        """Hand a message to a session; False when it has not asked for it."""
        granted = session.qos_for(message.topic)
        if granted is None:
            return False
        message = replace(message, qos=min(message.qos, granted))
        connection = self.connections.get(session.key)
        if connection:
            connection.deliver(message)
        elif message.qos:
            session.queued.append(message)
        return True


@asynccontextmanager
async def listening(
    broker: Broker, host: str, port: int, tls: ssl.SSLContext | None = None, *, share: bool = False
) -> AsyncIterator[int]:
    """Listen while the block runs; yields the port (0 asks for a free one). `share`: several processes, one port."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(broker), host, port, ssl=tls, reuse_port=share, backlog=1024)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for connection in list(broker.connections.values()):
            connection.shut_down()
