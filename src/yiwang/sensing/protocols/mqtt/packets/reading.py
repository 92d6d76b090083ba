"""From the body of a packet to the packet: what is no packet raises `Malformed`, and nothing else."""

from collections.abc import Callable

from yiwang.sensing.protocols.mqtt.packets.model import (
    V3,
    V5,
    Ack,
    Connack,
    Connect,
    Disconnect,
    Kind,
    Malformed,
    Packet,
    Ping,
    Properties,
    Publish,
    Reason,
    Suback,
    Subscribe,
    Unsubscribe,
    Will,
)
from yiwang.sensing.protocols.mqtt.packets.pieces import Cursor, decoded, read_properties


def read(first: int, body: bytes, version: int) -> Packet:
    """Return the packet of a first byte and a body; `version` is what CONNECT agreed on."""
    kind = first >> 4
    if kind == Kind.PUBLISH:
        return read_publish(first & 0x0F, body, version)
    reader = _READERS.get(kind)
    if reader is None:
        raise Malformed(f"There is no packet of type {kind}.")
    wanted = 0x02 if kind in {Kind.PUBREL, Kind.SUBSCRIBE, Kind.UNSUBSCRIBE} else 0
    if first & 0x0F != wanted:
        raise Malformed(f"The flags of packet type {kind} are {wanted}.")
    cursor = Cursor(body)
    packet = reader(Kind(kind), cursor, version)
    if cursor.at != cursor.end:
        raise Malformed("Bytes follow the end of the packet.")
    return packet


def read_publish(flags: int, body: bytes, version: int) -> Publish:
    """Return a message: the one packet that comes in masses, so it is read without a cursor where it can be."""
    qos = flags >> 1 & 3
    if qos == 3:
        raise Malformed("There is no QoS 3.")
    at = 2 + int.from_bytes(body[:2], "big")
    packet_id = 0
    topic = body[2:at]
    end = at + 2 if qos else at
    if end > len(body) or len(body) < 2:
        raise Malformed("The packet ends early.")
    if qos:
        packet_id = int.from_bytes(body[at:end], "big")
        if not packet_id:
            raise Malformed("A packet identifier is never 0.", Reason.PROTOCOL_ERROR)
    properties: Properties = {}
    if version == V5:
        cursor = Cursor(body, end)
        properties = read_properties(cursor, "publish")
        end = cursor.at
    elif not topic:
        raise Malformed("A message has a topic.", Reason.TOPIC)
    return Publish(decoded(topic), body[end:], qos, packet_id, bool(flags & 8), bool(flags & 1), properties)


def _connect(_: Kind, cursor: Cursor, _version: int) -> Connect:
    if (name := cursor.binary()) not in {b"MQTT", b"MQIsdp"}:
        raise Malformed(f"The protocol is MQTT, not {name[:20]!r}.", Reason.VERSION)
    version = cursor.number(1)
    if version not in {V3, V5} or name != b"MQTT":
        raise Malformed(f"MQTT 3.1.1 and 5 are spoken here, not level {version}.", Reason.VERSION)
    flags, keep_alive = cursor.number(1), cursor.number(2)
    if flags & 1 or flags >> 3 & 3 == 3 or (not flags & 4 and flags & 0x38):
        raise Malformed("The flags of CONNECT contradict each other.")
    if version == V3 and flags & 0x40 and not flags & 0x80:
        raise Malformed("A password needs a user name in MQTT 3.1.1.")
    properties = read_properties(cursor, "connect") if version == V5 else {}
    client_id = cursor.text()
    will = _will(cursor, flags, version) if flags & 4 else None
    username = cursor.text() if flags & 0x80 else None
    password = cursor.binary() if flags & 0x40 else None
    return Connect(client_id, version, bool(flags & 2), keep_alive, username, password, will, properties)


def _will(cursor: Cursor, flags: int, version: int) -> Will:
    properties = read_properties(cursor, "will") if version == V5 else {}
    topic = cursor.text()
    return Will(topic, cursor.binary(), flags >> 3 & 3, bool(flags & 0x20), properties)


def _connack(_: Kind, cursor: Cursor, version: int) -> Connack:
    flags, reason = cursor.number(1), cursor.number(1)
    if flags > 1:
        raise Malformed("The flags of CONNACK are 0 or 1.")
    return Connack(reason, bool(flags), read_properties(cursor, "connack") if version == V5 else {})


def _ack(kind: Kind, cursor: Cursor, version: int) -> Ack:
    packet_id, reason = _packet_id(cursor), 0
    properties: Properties = {}
    if version == V5 and cursor.at < cursor.end:
        reason = cursor.number(1)
        if cursor.at < cursor.end:
            properties = read_properties(cursor, "ack")
    return Ack(kind, packet_id, reason, properties)


def _subscribe(_: Kind, cursor: Cursor, version: int) -> Subscribe:
    packet_id = _packet_id(cursor)
    properties = read_properties(cursor, "subscribe") if version == V5 else {}
    filters: list[tuple[str, int]] = []
    while cursor.at < cursor.end:
        filters.append((cursor.text(), options := cursor.number(1)))
        if options & 3 == 3 or options & (0xC0 if version == V5 else 0xFC) or options >> 4 & 3 == 3:
            raise Malformed("The options of a subscription are no such options.")
    if not filters:
        raise Malformed("A subscription names at least one filter.", Reason.PROTOCOL_ERROR)
    return Subscribe(packet_id, tuple(filters), properties)


def _unsubscribe(_: Kind, cursor: Cursor, version: int) -> Unsubscribe:
    packet_id = _packet_id(cursor)
    properties = read_properties(cursor, "unsubscribe") if version == V5 else {}
    filters: list[str] = []
    while cursor.at < cursor.end:
        filters.append(cursor.text())
    if not filters:
        raise Malformed("UNSUBSCRIBE names at least one filter.", Reason.PROTOCOL_ERROR)
    return Unsubscribe(packet_id, tuple(filters), properties)


def _suback(kind: Kind, cursor: Cursor, version: int) -> Suback:
    packet_id = _packet_id(cursor)
    properties = read_properties(cursor, "suback") if version == V5 else {}
    return Suback(kind, packet_id, tuple(cursor.rest()), properties)


def _ping(kind: Kind, _cursor: Cursor, _version: int) -> Ping:
    return Ping(kind)


def _disconnect(kind: Kind, cursor: Cursor, version: int) -> Disconnect:
    reason = 0
    properties: Properties = {}
    if kind == Kind.AUTH and version != V5:
        raise Malformed("AUTH is a packet of MQTT 5.")
    if version == V5 and cursor.at < cursor.end:
        reason = cursor.number(1)
        if cursor.at < cursor.end:
            properties = read_properties(cursor, "auth" if kind == Kind.AUTH else "disconnect")
    return Disconnect(reason, properties, kind)


def _packet_id(cursor: Cursor) -> int:
    packet_id = cursor.number(2)
    if not packet_id:
        raise Malformed("A packet identifier is never 0.", Reason.PROTOCOL_ERROR)
    return packet_id


_READERS: dict[int, Callable[[Kind, Cursor, int], Packet]] = {
    Kind.CONNECT: _connect,
    Kind.CONNACK: _connack,
    **dict.fromkeys((Kind.PUBACK, Kind.PUBREC, Kind.PUBREL, Kind.PUBCOMP), _ack),
    Kind.SUBSCRIBE: _subscribe,
    Kind.UNSUBSCRIBE: _unsubscribe,
    **dict.fromkeys((Kind.SUBACK, Kind.UNSUBACK), _suback),
    **dict.fromkeys((Kind.PINGREQ, Kind.PINGRESP), _ping),
    **dict.fromkeys((Kind.DISCONNECT, Kind.AUTH), _disconnect),
}
