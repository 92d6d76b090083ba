"""What all connections of the MQTT server share: who is there, what they asked for, what is kept for them."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from yiwang.sensing.protocols.mqtt import topics
from yiwang.sensing.protocols.mqtt.dialects import Ear
from yiwang.sensing.protocols.mqtt.identity import Doorkeeper
from yiwang.sensing.protocols.mqtt.packets import Publish
from yiwang.sensing.protocols.mqtt.packets.model import Reason
from yiwang.sensing.protocols.mqtt.sessions import Session, Sessions
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.protocols.tcp.limits import Limits, Places

MOST_RETAINED = 100_000


class Client(Protocol):
    """A connection, as the others see it."""

    def deliver(self, message: Publish) -> None: ...

    def end(self, reason: Reason, detail: str) -> None: ...

    def shut_down(self) -> None: ...


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
        self.connections: dict[tuple[str, str], Client] = {}  # by the key of their session
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
