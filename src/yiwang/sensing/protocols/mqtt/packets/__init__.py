"""The packets of MQTT 3.1.1 and 5 as values; bytes to packets and back, without input or output."""

from yiwang.sensing.protocols.mqtt.packets.framing import Framer
from yiwang.sensing.protocols.mqtt.packets.model import (
    Ack,
    Broken,
    Connack,
    Connect,
    Disconnect,
    Kind,
    Packet,
    Ping,
    Publish,
    Suback,
    Subscribe,
    Unsubscribe,
    Will,
)
from yiwang.sensing.protocols.mqtt.packets.writing import write

__all__ = [
    "Ack",
    "Broken",
    "Connack",
    "Connect",
    "Disconnect",
    "Framer",
    "Kind",
    "Packet",
    "Ping",
    "Publish",
    "Suback",
    "Subscribe",
    "Unsubscribe",
    "Will",
    "write",
]
