"""CONNECT and its answer: who may come in, and under which conditions."""

from dataclasses import dataclass

from yiwang.base.ids import chance
from yiwang.sensing.protocols.mqtt import topics
from yiwang.sensing.protocols.mqtt.broker import Broker
from yiwang.sensing.protocols.mqtt.packets import Connack, Connect
from yiwang.sensing.protocols.mqtt.packets.model import V5, Properties, Reason
from yiwang.sensing.protocols.mqtt.sessions import LONGEST_EXPIRY, Session

# What MQTT 5 calls by its reason, 3.1.1 calls by its return code (§3.2.2.3).
_OLD = {Reason.VERSION: 1, Reason.CLIENT_ID: 2, Reason.UNAVAILABLE: 3, Reason.CREDENTIALS: 4, Reason.NOT_AUTHORIZED: 5}


@dataclass(frozen=True, slots=True)
class Greeting:
    """The answer; without a session the connection ends with it."""

    answer: Connack
    session: Session | None = None
    why: str = ""


def welcome(broker: Broker, packet: Connect, now: float) -> Greeting:
    """Check who connects and open the session."""
    if "auth_method" in packet.properties:
        return _refused(packet, Reason.AUTH_METHOD, "Extended authentication is not spoken here.")
    identity = broker.door.admit(packet.username or "", packet.password)
    if identity is None:
        return _refused(packet, Reason.CREDENTIALS, "The user name or the password is wrong.")
    if len(packet.client_id) > 200 or (not packet.client_id and packet.version != V5 and not packet.clean):
        return _refused(packet, Reason.CLIENT_ID, "A client that comes back has a client id.")
    if packet.will and not topics.is_name(packet.will.topic):
        return _refused(packet, Reason.TOPIC, "The will has no topic to publish to.")
    client_id = packet.client_id or f"auto-{chance(9).hex()}"
    session, present = broker.sessions.open(identity, client_id, packet.clean, now)
    asked = (
        packet.properties.get("session_expiry", 0) if packet.version == V5 else 0 if packet.clean else LONGEST_EXPIRY
    )
    session.expiry = min(asked, LONGEST_EXPIRY)
    return Greeting(Connack(0, present, _conditions(broker, packet, client_id)), session)


def _refused(packet: Connect, reason: Reason, why: str) -> Greeting:
    five = packet.version == V5
    return Greeting(Connack(int(reason) if five else _OLD.get(reason, 5), False, {"reason_string": why}), why=why)


def _conditions(broker: Broker, packet: Connect, client_id: str) -> Properties:
    """Tell a client of MQTT 5 what it has to keep to."""
    limits = broker.limits
    found: Properties = {
        "receive_maximum": 1_000,
        "topic_alias_maximum": 32,
        "maximum_packet_size": limits.frame_bytes,
        "shared_available": 0,
        "subscription_ids_available": 0,
    }
    if not packet.client_id:
        found["assigned_client_id"] = client_id
    if packet.keep_alive == 0 or packet.keep_alive * 1.5 > limits.idle_seconds:
        found["server_keep_alive"] = int(limits.idle_seconds / 1.5)
    if packet.properties.get("session_expiry", 0) > LONGEST_EXPIRY:
        found["session_expiry"] = LONGEST_EXPIRY
    return found
