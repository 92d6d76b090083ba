"""Cutting a stream of JT/T 808 into frames: 7E never stands inside one, so what lies between two of them is one."""

from collections.abc import Iterator

from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.jt808.frame import FLAG, MOST

LONGEST = 2 * (MOST + 22)  # bytes: a frame in which every byte is escaped


class Splitter:
    """Bytes in, frames and faults out. It never holds more than one longest frame and what was just fed.

    One 7E may end a frame and begin the next. What is between flags is given out as it is: `decode` says what is wrong.
    """

    def __init__(self) -> None:
        self._held = bytearray()
        self._inside = False

    def feed(self, data: bytes) -> Iterator[bytes | Fault]:
        """Take bytes and yield what lies between flags; bytes before the first flag are noise."""
        self._held += data
        *pieces, rest = self._held.split(FLAG)
        self._held = rest
        for piece in pieces:
            if self._inside and piece:
                yield FLAG + bytes(piece) + FLAG if len(piece) <= LONGEST else _TOO_LONG
            self._inside = True
        if len(rest) > LONGEST:
            if self._inside:
                yield _TOO_LONG
            self._inside = False
        if not self._inside:
            self._held.clear()

    def end(self) -> Iterator[bytes | Fault]:
        """Yield a fault for a frame that began and did not end."""
        if self._inside and self._held:
            yield Fault("cut", f"byte {len(self._held) + 1}", "The stream ended in a frame.")
        self._held.clear()


_TOO_LONG = Fault("length", f"byte {LONGEST}", "No 7E came within the longest frame.")
