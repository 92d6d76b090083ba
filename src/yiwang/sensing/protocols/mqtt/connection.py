"""One client's connection: what it says, in the order in which it says it, and what it is answered."""

import asyncio
from functools import partial
from typing import cast

import structlog

from yiwang.sensing.protocols.mqtt import topics
from yiwang.sensing.protocols.mqtt.broker import Broker
from yiwang.sensing.protocols.mqtt.greeting import welcome
from yiwang.sensing.protocols.mqtt.packets import (
    Ack,
    Broken,
    Connack,
    Connect,
    Disconnect,
    Framer,
    Kind,
    Packet,
    Ping,
    Publish,
    Suback,
    Subscribe,
    Unsubscribe,
    Will,
    write,
)
from yiwang.sensing.protocols.mqtt.packets.model import V5, Reason
from yiwang.sensing.protocols.mqtt.rights import subscribe
from yiwang.sensing.protocols.mqtt.sessions import LONGEST_EXPIRY, Session
from yiwang.sensing.protocols.tcp.gathering import Told
from yiwang.sensing.protocols.tcp.limits import Bucket

MOST_ALIASES = 32
MOST_UNDER_WAY = 1_000  # messages of QoS 1 and 2 of one client that are not yet on disk
log = structlog.get_logger()


class Connection(asyncio.Protocol):
    """From the first byte to the last. Everything is done in the order of arrival, and so are the acknowledgements."""

    def __init__(self, broker: Broker) -> None:
        self._broker = broker
        self._limits = broker.limits
        self._loop = asyncio.get_running_loop()
        self._framer = Framer(most=self._limits.frame_bytes)
        self._address = ""
        self._counted = self._closed = self._waits = False
        self._session: Session | None = None
        self._will: Will | None = None
        self._aliases: dict[int, str] = {}
        self._arriving: set[int] = set()
        self._under_way = 0
        self._silence = self._limits.first_seconds
        self._out = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a place, or send it away before it costs anything."""
        self._transport = cast(asyncio.Transport, transport)
        self._address = str((transport.get_extra_info("peername") or ("?",))[0])
        self._counted = self._broker.places.take(self._address)
        if not self._counted:
            self._broker.refusals += 1
            self._transport.abort()
            return
        self._transport.set_write_buffer_limits(high=self._limits.buffered_bytes)
        now = self._loop.time()
        self._heard = now
        self._bucket = Bucket(self._limits.rate, self._limits.burst, now)
        self._watch = self._loop.call_later(self._silence, self._look)

    def _look(self) -> None:
        """End it when the client has been silent for longer than it may be."""
        left = self._heard + self._silence - self._loop.time()
        if left > 0 or self._waits:
            self._watch = self._loop.call_later(max(left, 1.0), self._look)
        elif self._session:
            self.end(Reason.KEEP_ALIVE, "It has been silent for too long.")
        else:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Work off what is whole, then wait if it was too much."""
        self._heard = self._loop.time()
        if not self._session and self._framer.begins and data[0] != Kind.CONNECT << 4:
            return self._transport.abort()  # no client of MQTT: nothing it would understand can be said
        count = 0
        for packet in self._framer.feed(data):
            count += 1
            if isinstance(packet, Broken):
                self.end(packet.reason, packet.detail)
            else:
                self._hear(packet)
            if self._closed:
                return
        self._flush()
        wait = self._bucket.take(count, self._heard)
        if self._broker.gathering.crowded or self._under_way >= MOST_UNDER_WAY:
            self._pause()
            self._broker.gathering.when_roomy(self._go_on)
        elif wait:
            self._pause()
            self._loop.call_later(wait, self._go_on)

    def _pause(self) -> None:
        self._waits = True
        self._transport.pause_reading()

    def _go_on(self) -> None:
        self._waits = False
        if not self._closed:
            self._heard = self._loop.time()
            self._transport.resume_reading()

    def pause_writing(self) -> None:
        """End it when the client reads nothing of what it is sent."""
        self.end(Reason.QUOTA, "It does not read what it is sent.")

    def connection_lost(self, _exc: Exception | None) -> None:
        """Say its will, keep its session, give its place back."""
        self._closed = True
        if not self._counted:
            return
        self._watch.cancel()
        self._broker.places.leave(self._address)
        session = self._session
        if not session:
            return
        if self._broker.connections.get(session.key) is self:
            del self._broker.connections[session.key]
            self._broker.sessions.close(session, self._loop.time())
        if self._will:
            self._take(Publish(self._will.topic, self._will.payload), lambda _: None)

    def _hear(self, packet: Packet) -> None:
        if isinstance(packet, Connect) != (self._session is None):
            return self.end(Reason.PROTOCOL_ERROR, "CONNECT comes first, and once.")
        match packet:
            case Publish():
                self._published(packet)
            case Connect():
                self._connect(packet)
            case Ack():
                self._acknowledged(packet)
            case Subscribe():
                self._subscribe(packet)
            case Unsubscribe():
                self._unsubscribe(packet)
            case Ping(kind=Kind.PINGREQ):
                self._say(Ping(Kind.PINGRESP))
            case Disconnect(kind=Kind.DISCONNECT):
                self._leave(packet)
            case _:
                self.end(Reason.PROTOCOL_ERROR, "This packet is the server's to send.")

    def _connect(self, packet: Connect) -> None:
        found = welcome(self._broker, packet, self._loop.time())
        self._say(found.answer)
        if found.session is None:
            self._broker.refusals += 1
            log.info("mqtt: sent away", client=packet.client_id[:60], reason=found.why, address=self._address)
            self._flush()
            self._closed = True
            return self._transport.close()
        self._session = found.session
        if old := self._broker.connections.pop(found.session.key, None):
            old.end(Reason.TAKEN_OVER, "The same client has connected anew.")
        self._broker.connections[found.session.key] = self
        self._will = packet.will
        idle = self._limits.idle_seconds
        self._silence = min(packet.keep_alive * 1.5, idle) if packet.keep_alive else idle
        for message in found.session.sent.values():
            message.dup = True
            self._say(message)
        while found.session.queued:
            self.deliver(found.session.queued.popleft())

    def _published(self, packet: Publish) -> None:
        """Take a message; whatever it is answered with goes out when it is on disk."""
        if self._framer.version == V5 and not self._named(packet):
            return
        if not topics.is_name(packet.topic):
            return self.end(Reason.TOPIC, "This is no topic to publish to.")
        if not packet.qos:
            return self._take(packet, lambda _: None)
        kind, session = (Kind.PUBACK if packet.qos == 1 else Kind.PUBREC), cast(Session, self._session)
        if packet.qos == 2 and packet.packet_id in session.received:
            return self._say(Ack(kind, packet.packet_id))
        if packet.qos == 2 and packet.packet_id in self._arriving:
            return None
        if self._under_way >= MOST_UNDER_WAY and self._framer.version == V5:
            return self.end(Reason.RECEIVE_MAXIMUM, "Too many messages are under way.")
        self._under_way += 1
        if packet.qos == 2:
            self._arriving.add(packet.packet_id)
        self._take(packet, partial(self._durable, kind, packet.packet_id))

    def _named(self, packet: Publish) -> bool:
        """Put the topic of an alias into the message (MQTT 5 §3.3.2.3.4)."""
        alias = packet.properties.get("topic_alias")
        if alias is None:
            return True
        if not 0 < alias <= MOST_ALIASES or not (packet.topic or alias in self._aliases):
            self.end(Reason.TOPIC_ALIAS, "This alias stands for no topic.")
            return False
        packet.topic = self._aliases[alias] = packet.topic or self._aliases[alias]
        return True

    def _take(self, packet: Publish, told: Told) -> None:
        me = cast(Session, self._session).identity
        self._broker.ear.hear(self._broker, me, packet, told)

    def _durable(self, kind: Kind, packet_id: int, kept: bool) -> None:
        """Acknowledge what is on disk; what is not is left for the client to send again on a new connection."""
        self._under_way -= 1
        self._arriving.discard(packet_id)
        if kept and kind == Kind.PUBREC and self._session:
            self._session.received.add(packet_id)
        if self._closed:
            return
        if not kept:
            return self.end(Reason.UNAVAILABLE, "It could not be kept; send it again.")
        if not self._out:
            self._loop.call_soon(self._flush)
        self._say(Ack(kind, packet_id))

    def _acknowledged(self, packet: Ack) -> None:
        session = cast(Session, self._session)
        if packet.kind == Kind.PUBACK:
            session.sent.pop(packet.packet_id, None)
        elif packet.kind == Kind.PUBREL:
            known = packet.packet_id in session.received
            session.received.discard(packet.packet_id)
            self._say(Ack(Kind.PUBCOMP, packet.packet_id, 0 if known else Reason.PACKET_ID_UNKNOWN))
        else:
            self.end(Reason.PROTOCOL_ERROR, "No message of QoS 2 is sent to devices.")

    def _subscribe(self, packet: Subscribe) -> None:
        session = cast(Session, self._session)
        codes, fresh = subscribe(session, packet)
        five = self._framer.version == V5
        answer = tuple(code if five or code < 0x80 else 0x80 for code in codes)
        self._say(Suback(Kind.SUBACK, packet.packet_id, answer))
        for name in fresh:
            for message in self._broker.retained_for(session, name):
                self.deliver(message)

    def _unsubscribe(self, packet: Unsubscribe) -> None:
        filters = cast(Session, self._session).filters
        codes = tuple(
            0 if filters.pop(name, None) is not None else int(Reason.NO_SUBSCRIPTION) for name in packet.filters
        )
        self._say(Suback(Kind.UNSUBACK, packet.packet_id, codes))

    def _leave(self, packet: Disconnect) -> None:
        """It goes in peace: no will, unless MQTT 5 asks for it (reason 4)."""
        if packet.reason != 0x04:
            self._will = None
        if self._session and "session_expiry" in packet.properties and self._session.expiry:
            self._session.expiry = min(packet.properties["session_expiry"], LONGEST_EXPIRY)
        self._closed = True
        self._flush()
        self._transport.close()

    def deliver(self, message: Publish) -> None:
        """Send a message to the client; with QoS 1 it is kept until it is acknowledged."""
        session = cast(Session, self._session)
        if message.qos:
            message.packet_id = session.next_id()
            session.sent[message.packet_id] = message
        self._say(message)
        self._flush()

    def shut_down(self) -> None:
        """The server goes; the client is to come back."""
        self.end(Reason.SHUTTING_DOWN, "The server is being stopped.")

    def end(self, reason: Reason, detail: str) -> None:
        """End the connection with a reason, as far as the version of the protocol knows one."""
        if self._closed:
            return
        if self._session and self._framer.version == V5:
            self._say(Disconnect(int(reason), {"reason_string": detail}))
        elif self._session is None and reason == Reason.VERSION:
            self._say(Connack(1))
        self._flush()
        self._closed = True
        log.info("mqtt: connection ended", reason=reason.name, detail=detail, address=self._address)
        self._transport.close()

    def _say(self, packet: Packet) -> None:
        self._out += write(packet, self._framer.version)

    def _flush(self) -> None:
        if self._out and not self._closed:
            out, self._out = bytes(self._out), bytearray()
            self._transport.write(out)
