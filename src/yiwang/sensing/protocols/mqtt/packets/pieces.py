"""Numbers, strings and properties, the pieces packets are made of (MQTT 5.0 §1.5, §2.2.2)."""

from collections.abc import Callable
from typing import Any

from yiwang.sensing.protocols.mqtt.packets.model import Malformed, Properties, Reason

LONGEST_VARINT = 268_435_455
_MOST_PROPERTIES = 64


class Cursor:
    """A place in the body of a packet; every step checks that there is enough left."""

    __slots__ = ("at", "data", "end")

    def __init__(self, data: bytes, at: int = 0, end: int | None = None) -> None:
        self.data, self.at = data, at
        self.end = len(data) if end is None else end

    def take(self, size: int) -> bytes:
        """Return the next `size` bytes."""
        start, self.at = self.at, self.at + size
        if self.at > self.end:
            raise Malformed("The packet ends early.")
        return self.data[start : self.at]

    def number(self, size: int) -> int:
        """Return a big-endian number of `size` bytes."""
        return int.from_bytes(self.take(size), "big")

    def binary(self) -> bytes:
        """Return bytes with a length of two bytes before them."""
        return self.take(self.number(2))

    def text(self) -> str:
        """Return UTF-8 text without U+0000 (§1.5.4)."""
        return decoded(self.binary())

    def varint(self) -> int:
        """Return a number of one to four bytes, seven bits each."""
        value = 0
        for place in range(0, 28, 7):
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << place
            if not byte & 0x80:
                return value
        raise Malformed("A length takes more than four bytes.")

    def rest(self) -> bytes:
        """Return what is left."""
        return self.take(self.end - self.at)


def decoded(raw: bytes) -> str:
    """Return UTF-8 text, or refuse it as the standard asks."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("A string is no UTF-8.") from None
    if "\0" in text:
        raise Malformed("A string holds U+0000.")
    return text


def varint(value: int) -> bytes:
    """Return a number in groups of seven bits."""
    if not 0 <= value <= LONGEST_VARINT:
        raise ValueError(f"{value} does not fit into four bytes of seven bits")
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def text(value: str) -> bytes:
    """Return text with its length."""
    return binary(value.encode("utf-8"))


def binary(value: bytes) -> bytes:
    """Return bytes with their length."""
    return len(value).to_bytes(2, "big") + value


def _pair(cursor: Cursor) -> tuple[str, str]:
    return cursor.text(), cursor.text()


def _number(size: int) -> tuple[Callable[[Cursor], Any], Callable[[Any], bytes]]:
    return lambda cursor: cursor.number(size), lambda value: int(value).to_bytes(size, "big")


_BYTE, _TWO, _FOUR = _number(1), _number(2), _number(4)
_VAR: tuple[Callable[[Cursor], Any], Callable[[Any], bytes]] = (Cursor.varint, varint)
_TEXT: tuple[Callable[[Cursor], Any], Callable[[Any], bytes]] = (Cursor.text, text)
_BINARY: tuple[Callable[[Cursor], Any], Callable[[Any], bytes]] = (Cursor.binary, binary)
_PAIR: tuple[Callable[[Cursor], Any], Callable[[Any], bytes]] = (_pair, lambda pair: text(pair[0]) + text(pair[1]))

# §2.2.2.2: number, name, how it is read and written, where it may stand (first letters below).
_WHERE = {"connect": "c", "connack": "a", "publish": "p", "will": "w", "ack": "k", "subscribe": "s", "suback": "b"}
_WHERE |= {"unsubscribe": "u", "disconnect": "d", "auth": "h"}
_TABLE: dict[int, tuple[str, tuple[Callable[[Cursor], Any], Callable[[Any], bytes]], str]] = {
    0x01: ("payload_format", _BYTE, "pw"),
    0x02: ("message_expiry", _FOUR, "pw"),
    0x03: ("content_type", _TEXT, "pw"),
    0x08: ("response_topic", _TEXT, "pw"),
    0x09: ("correlation_data", _BINARY, "pw"),
    0x0B: ("subscription_id", _VAR, "ps"),
    0x11: ("session_expiry", _FOUR, "cad"),
    0x12: ("assigned_client_id", _TEXT, "a"),
    0x13: ("server_keep_alive", _TWO, "a"),
    0x15: ("auth_method", _TEXT, "cah"),
    0x16: ("auth_data", _BINARY, "cah"),
    0x17: ("request_problem_info", _BYTE, "c"),
    0x18: ("will_delay", _FOUR, "w"),
    0x19: ("request_response_info", _BYTE, "c"),
    0x1A: ("response_info", _TEXT, "a"),
    0x1C: ("server_reference", _TEXT, "ad"),
    0x1F: ("reason_string", _TEXT, "akbdh"),
    0x21: ("receive_maximum", _TWO, "ca"),
    0x22: ("topic_alias_maximum", _TWO, "ca"),
    0x23: ("topic_alias", _TWO, "p"),
    0x24: ("maximum_qos", _BYTE, "a"),
    0x25: ("retain_available", _BYTE, "a"),
    0x26: ("user", _PAIR, "capwksbudh"),
    0x27: ("maximum_packet_size", _FOUR, "ca"),
    0x28: ("wildcards_available", _BYTE, "a"),
    0x29: ("subscription_ids_available", _BYTE, "a"),
    0x2A: ("shared_available", _BYTE, "a"),
}
_BY_NAME = {name: (number, how) for number, (name, how, _) in _TABLE.items()}
_MANY = {"user", "subscription_id"}


def read_properties(cursor: Cursor, where: str) -> Properties:
    """Return the properties of a packet; one that may not stand there, or stands twice, is refused."""
    size = cursor.varint()
    if not size:
        return {}
    inside = Cursor(cursor.data, cursor.at, cursor.at + size)
    cursor.take(size)
    found: Properties = {}
    for _ in range(_MOST_PROPERTIES):
        if inside.at == inside.end:
            return found
        number = inside.varint()
        name, (read, _), places = _TABLE.get(number, ("", _BYTE, ""))
        if _WHERE[where] not in places:
            raise Malformed(f"Property {number:#04x} has no place in this packet.")
        value = read(inside)
        if name in _MANY:
            found.setdefault(name, []).append(value)
        elif name in found:
            raise Malformed(f"Property {name} stands twice.", Reason.PROTOCOL_ERROR)
        else:
            found[name] = value
    raise Malformed("There are more properties than anybody needs.", Reason.QUOTA)


def write_properties(properties: Properties) -> bytes:
    """Return properties with their length."""
    found = bytearray()
    for name, value in properties.items():
        number, (_, write) = _BY_NAME[name]
        for one in value if name in _MANY else [value]:
            found += varint(number) + write(one)
    return varint(len(found)) + bytes(found)
