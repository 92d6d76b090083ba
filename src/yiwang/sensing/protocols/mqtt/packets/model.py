"""What the two versions of MQTT say, as values (OASIS MQTT 3.1.1 §3, MQTT 5.0 §3)."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

V3, V5 = 4, 5  # the protocol levels of 3.1.1 and 5


class Kind(IntEnum):
    """The type of a packet: the upper half of its first byte."""

    CONNECT = 1
    CONNACK = 2
    PUBLISH = 3
    PUBACK = 4
    PUBREC = 5
    PUBREL = 6
    PUBCOMP = 7
    SUBSCRIBE = 8
    SUBACK = 9
    UNSUBSCRIBE = 10
    UNSUBACK = 11
    PINGREQ = 12
    PINGRESP = 13
    DISCONNECT = 14
    AUTH = 15


class Reason(IntEnum):
    """The reason codes of MQTT 5 that this platform gives (§2.4)."""

    SUCCESS = 0x00
    NO_SUBSCRIPTION = 0x11
    UNSPECIFIED = 0x80
    MALFORMED = 0x81
    PROTOCOL_ERROR = 0x82
    VERSION = 0x84
    CLIENT_ID = 0x85
    CREDENTIALS = 0x86
    NOT_AUTHORIZED = 0x87
    UNAVAILABLE = 0x88
    BUSY = 0x89
    SHUTTING_DOWN = 0x8B
    AUTH_METHOD = 0x8C
    KEEP_ALIVE = 0x8D
    TAKEN_OVER = 0x8E
    FILTER = 0x8F
    TOPIC = 0x90
    PACKET_ID_UNKNOWN = 0x92
    RECEIVE_MAXIMUM = 0x93
    TOPIC_ALIAS = 0x94
    TOO_LARGE = 0x95
    RATE = 0x96
    QUOTA = 0x97
    PAYLOAD = 0x99


Properties = dict[str, Any]


class Malformed(Exception):
    """Bytes that are no packet; the framer turns it into `Broken` and lets no exception out."""

    def __init__(self, detail: str, reason: Reason = Reason.MALFORMED) -> None:
        super().__init__(detail)
        self.detail, self.reason = detail, reason


@dataclass(frozen=True, slots=True)
class Broken:
    """The stream cannot be read any further: why, for the peer and for people."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Will:
    """What the server is to publish when the client is gone without a word."""

    topic: str
    payload: bytes
    qos: int = 0
    retain: bool = False
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Connect:
    """A client introduces itself. `keep_alive` in seconds; 0 switches it off."""

    client_id: str
    version: int = V3
    clean: bool = True
    keep_alive: int = 60
    username: str | None = None
    password: bytes | None = None
    will: Will | None = None
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Connack:
    """The server's answer; `reason` is a return code of 3.1.1 or a reason code of 5."""

    reason: int
    session_present: bool = False
    properties: Properties = field(default_factory=dict)


@dataclass(slots=True)
class Publish:
    """A message. `packet_id` is 0 with QoS 0."""

    topic: str
    payload: bytes
    qos: int = 0
    packet_id: int = 0
    dup: bool = False
    retain: bool = False
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ack:
    """PUBACK, PUBREC, PUBREL or PUBCOMP."""

    kind: Kind
    packet_id: int
    reason: int = 0
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Filters with their options byte: bits 0-1 QoS, 2 no local, 3 retain as published, 4-5 retain handling."""

    packet_id: int
    filters: tuple[tuple[str, int], ...]
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unsubscribe:
    packet_id: int
    filters: tuple[str, ...]
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suback:
    """SUBACK or UNSUBACK, a code for each filter (UNSUBACK of 3.1.1 has none)."""

    kind: Kind
    packet_id: int
    codes: tuple[int, ...]
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ping:
    """PINGREQ or PINGRESP."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Disconnect:
    """DISCONNECT, or AUTH of MQTT 5, which has the same shape."""

    reason: int = 0
    properties: Properties = field(default_factory=dict)
    kind: Kind = Kind.DISCONNECT


Packet = Connect | Connack | Publish | Ack | Subscribe | Unsubscribe | Suback | Ping | Disconnect
