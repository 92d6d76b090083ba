"""Cutting a stream of GB/T 26875.3 into frames: glued, cut or with noise between them, every whole frame comes out."""

from collections.abc import Iterator

from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.gb26875.frame import AROUND, END, MOST, START


class Splitter:
    """Bytes in, frames and faults out. It never holds more than one longest frame and what was just fed."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._quiet = 0  # bytes from here on that a fault told of has covered

    def feed(self, data: bytes) -> Iterator[bytes | Fault]:
        """Take bytes and yield what is whole now: frames (their sum is right), and a fault for each spoilt one."""
        self._held += data
        yield from self._cut(ended=False)

    def end(self) -> Iterator[bytes | Fault]:
        """Yield what can still be found, now that nothing more will come."""
        yield from self._cut(ended=True)
        self._held.clear()

    def _cut(self, *, ended: bool) -> Iterator[bytes | Fault]:
        held = self._held
        at = 0
        while (start := held.find(START, at)) >= 0:
            size = _size(held, start)
            if size is None or size > len(held) - start:
                waits = not ended and (size is not None or len(held) - start < AROUND)
                if waits and not _whole_after(held, start + 1):
                    at = start
                    break
                told = self._told(start, len(held) if ended else start + 2, _fault(held, start, size))
            elif _whole(held, start, size):
                yield bytes(held[start : start + size])
                at = start + size
                continue
            else:
                told = self._told(start, start + size, _fault(held, start, size))
            if told:
                yield told
            at = start + 1
        else:
            at = max(at, len(held) - (held[-1:] == START[:1]))
        del held[:at]
        self._quiet = max(0, self._quiet - at)

    def _told(self, start: int, end: int, fault: Fault | None) -> Fault | None:
        """Return a fault unless it lies in bytes that one was told of before."""
        if fault is None or start < self._quiet:
            return None
        self._quiet = end
        return fault


def _size(held: bytearray, start: int) -> int | None:
    """Return how long the frame here says it is; None when too little is there, or when it cannot be."""
    if len(held) - start < AROUND:
        return None
    length = int.from_bytes(held[start + 24 : start + 26], "little")
    return AROUND + length if length <= MOST else None


def _whole(held: bytearray, start: int, size: int) -> bool:
    end = start + size
    return held[end - 2 : end] == END and sum(memoryview(held)[start + 2 : end - 3]) & 0xFF == held[end - 3]


def _whole_after(held: bytearray, at: int) -> bool:
    """Return whether a whole frame lies further on: then the one that is waited for was cut, and never gets its end."""
    while (start := held.find(START, at)) >= 0:
        size = _size(held, start)
        if size is not None and size <= len(held) - start and _whole(held, start, size):
            return True
        at = start + 1
    return False


def _fault(held: bytearray, start: int, size: int | None) -> Fault | None:
    """Return what is wrong with the bytes that look like a frame's beginning; None when they are noise."""
    if size is None and len(held) - start >= AROUND:
        return Fault("length", "byte 24", f"More than {MOST} bytes of data are announced.")
    if size is None or size > len(held) - start:
        return Fault(
            "cut", f"byte {len(held) - start}", "The stream ended, or went on with something else, in a frame."
        )
    if held[start + size - 2 : start + size] != END:
        return Fault("end", f"byte {size - 2}", "There is no 23 23 where the frame should end.")
    return Fault("checksum", f"byte {size - 3}", "The sum of the bytes is another.")
