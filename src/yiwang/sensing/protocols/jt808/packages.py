"""Messages longer than one frame (JT/T 808, 4.4.3): cut into packages, put together again, missing ones named."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from yiwang.sensing.protocols.fault import Bad, Fault
from yiwang.sensing.protocols.jt808.bodies import read_body, write_body
from yiwang.sensing.protocols.jt808.frame import MOST, Message, write_part

MOST_OPEN = 16  # messages put together at a time, on one connection
MOST_BYTES = 4 << 20  # of all their packages
Key = tuple[str, int, int, int]  # phone, message, total, serial of the first package


def cut(message: Message, size: int = MOST) -> list[Message]:
    """Return the packages of a message, with serials one after another; a short one stays as it is."""
    body = write_body(message.message, message.version, message.body)
    if len(body) <= size:
        return [message]
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return [
        replace(
            message,
            serial=(message.serial + index) & 0xFFFF,
            body={"part": part.hex()},
            package=(len(parts), index + 1),
        )
        for index, part in enumerate(parts)
    ]


@dataclass
class _Open:
    parts: dict[int, bytes] = field(default_factory=dict)
    size: int = 0


class Assembly:
    """Packages in, whole messages out; what is never completed makes room for newer ones."""

    def __init__(self) -> None:
        self._open: OrderedDict[Key, _Open] = OrderedDict()
        self._size = 0

    def add(self, package: Message, *, version: int | None = None) -> Message | Fault | None:
        """Take a package; return the whole message when it was the last missing one. A repeated one changes nothing."""
        if package.package is None:
            return package
        total, index = package.package
        key = key_of(package)
        held = self._open.setdefault(key, _Open())
        self._open.move_to_end(key)
        if index not in held.parts:
            part = write_part(package.body)
            held.parts[index] = part
            held.size += len(part)
            self._size += len(part)
        if len(held.parts) == total:
            self._forget(key)
            return _whole(package, b"".join(held.parts[i] for i in range(1, total + 1)), key[3], version)
        while len(self._open) > MOST_OPEN or (self._size > MOST_BYTES and self._open):
            self._forget(next(iter(self._open)))
        return None

    def missing(self, key: Key) -> list[int]:
        """Return the indices that have not come, for a request 0x8003; none for a message that is not open."""
        held = self._open.get(key)
        return [index for index in range(1, key[2] + 1) if index not in held.parts] if held else []

    def _forget(self, key: Key) -> None:
        self._size -= self._open.pop(key).size


def key_of(package: Message) -> Key:
    """Return which message a package belongs to; its first package has the serial that the others count from."""
    total, index = package.package or (1, 1)
    return package.phone, package.message, total, (package.serial - index + 1) & 0xFFFF


def _whole(last: Message, body: bytes, serial: int, version: int | None) -> Message | Fault:
    try:
        sure = last.version == 2019 or version is not None
        edition, fields = read_body(last.message, version or last.version, body, sure=sure)
    except Bad as bad:
        return bad.fault
    return replace(last, version=edition, serial=serial, body=fields, package=None)
