"""From a packet to its bytes."""

from collections.abc import Callable
from typing import Any

from yiwang.sensing.protocols.mqtt.packets.model import (
    V5,
    Ack,
    Connack,
    Connect,
    Disconnect,
    Kind,
    Packet,
    Ping,
    Properties,
    Publish,
    Suback,
    Subscribe,
    Unsubscribe,
)
from yiwang.sensing.protocols.mqtt.packets.pieces import binary, text, varint, write_properties


def write(packet: Packet, version: int) -> bytes:
    """Return the packet's bytes in one version of the protocol; 3.1.1 leaves out what only 5 can say."""
    first, body = _WRITERS[type(packet)](packet, version)
    return bytes((first,)) + varint(len(body)) + body


def _connect(packet: Connect, _: int) -> tuple[int, bytes]:
    will = packet.will
    flags = packet.clean << 1 | (packet.username is not None) << 7 | (packet.password is not None) << 6
    if will:
        flags |= 4 | will.qos << 3 | will.retain << 5
    five = packet.version == V5
    body = text("MQTT") + bytes((packet.version, flags)) + packet.keep_alive.to_bytes(2, "big")
    body += _properties(packet.properties, five) + text(packet.client_id)
    if will:
        body += _properties(will.properties, five) + text(will.topic) + binary(will.payload)
    if packet.username is not None:
        body += text(packet.username)
    if packet.password is not None:
        body += binary(packet.password)
    return Kind.CONNECT << 4, body


def _connack(packet: Connack, version: int) -> tuple[int, bytes]:
    body = bytes((packet.session_present, packet.reason))
    return Kind.CONNACK << 4, body + _properties(packet.properties, version == V5)


def _publish(packet: Publish, version: int) -> tuple[int, bytes]:
    first = Kind.PUBLISH << 4 | packet.dup << 3 | packet.qos << 1 | packet.retain
    number = packet.packet_id.to_bytes(2, "big") if packet.qos else b""
    return first, text(packet.topic) + number + _properties(packet.properties, version == V5) + packet.payload


def _ack(packet: Ack, version: int) -> tuple[int, bytes]:
    body = packet.packet_id.to_bytes(2, "big")
    if version == V5 and (packet.reason or packet.properties):
        body += bytes((packet.reason,)) + (write_properties(packet.properties) if packet.properties else b"")
    return packet.kind << 4 | (2 if packet.kind == Kind.PUBREL else 0), body


def _subscribe(packet: Subscribe, version: int) -> tuple[int, bytes]:
    body = packet.packet_id.to_bytes(2, "big") + _properties(packet.properties, version == V5)
    return Kind.SUBSCRIBE << 4 | 2, body + b"".join(text(name) + bytes((how,)) for name, how in packet.filters)


def _unsubscribe(packet: Unsubscribe, version: int) -> tuple[int, bytes]:
    body = packet.packet_id.to_bytes(2, "big") + _properties(packet.properties, version == V5)
    return Kind.UNSUBSCRIBE << 4 | 2, body + b"".join(text(name) for name in packet.filters)


def _suback(packet: Suback, version: int) -> tuple[int, bytes]:
    body = packet.packet_id.to_bytes(2, "big") + _properties(packet.properties, version == V5)
    silent = packet.kind == Kind.UNSUBACK and version != V5
    return packet.kind << 4, body + (b"" if silent else bytes(packet.codes))


def _ping(packet: Ping, _: int) -> tuple[int, bytes]:
    return packet.kind << 4, b""


def _disconnect(packet: Disconnect, version: int) -> tuple[int, bytes]:
    if version != V5 or not (packet.reason or packet.properties):
        return packet.kind << 4, b""
    return packet.kind << 4, bytes((packet.reason,)) + write_properties(packet.properties)


def _properties(properties: Properties, there: bool) -> bytes:
    return write_properties(properties) if there else b""


_WRITERS: dict[type, Callable[[Any, int], tuple[int, bytes]]] = {
    Connect: _connect,
    Connack: _connack,
    Publish: _publish,
    Ack: _ack,
    Subscribe: _subscribe,
    Unsubscribe: _unsubscribe,
    Suback: _suback,
    Ping: _ping,
    Disconnect: _disconnect,
}
