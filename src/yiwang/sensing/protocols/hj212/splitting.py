"""Cutting a stream of HJ 212 into frames: on `##` … `&&`, four digits, line's end; the length alone does not do.

An enciphered frame of 2025 announces the length of its plain text, so the end is looked for by its form.
"""

import re
from collections.abc import Iterator

from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.hj212.crc import crc
from yiwang.sensing.protocols.hj212.frame import MOST

LONGEST = 6 * MOST  # bytes: 16 plain ones become 80
_END = re.compile(rb"&&[0-9A-Fa-f]{4}(?:\r\n|(?=##))")
_END_AT_LAST = re.compile(rb"&&[0-9A-Fa-f]{4}(?:\r\n|\r|\n|(?=##)|\Z)")


class Splitter:
    """Bytes in, frames and faults out. It never holds more than one longest frame and what was just fed."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes | Fault]:
        """Take bytes and yield the frames whose end is there, and a fault for each beginning that got none."""
        self._held += data
        yield from self._cut(ended=False)

    def end(self) -> Iterator[bytes | Fault]:
        """Yield what is left, now that nothing more will come."""
        yield from self._cut(ended=True)
        self._held.clear()

    def _cut(self, *, ended: bool) -> Iterator[bytes | Fault]:
        held = self._held
        at = 0
        while (start := held.find(b"##", at)) >= 0:
            end = _end_of(held, start, ended=ended)
            if end < 0:
                if not ended and len(held) - start <= LONGEST:
                    at = start
                    break
                yield Fault("cut", f"byte {len(held) - start}", "A frame began and did not end.")
                at = start + 2
                continue
            yield from _pieces(bytes(held[start:end]))
            at = end
        else:
            at = max(at, len(held) - (held[-1:] == b"#"))
        del held[:at]


def _end_of(held: bytearray, start: int, *, ended: bool) -> int:
    """Return where the frame that begins here ends; -1 when its end is not there."""
    digits = held[start + 2 : start + 6]
    if digits.isdigit():
        segment_end = start + 6 + int(digits)
        if held[segment_end + 4 : segment_end + 6] == b"\r\n" and held[segment_end - 2 : segment_end] == b"&&":
            return segment_end + 6
    found = (_END_AT_LAST if ended else _END).search(held, start + 2, start + LONGEST)
    return found.end() if found else -1


def _pieces(piece: bytes) -> Iterator[bytes | Fault]:
    """Yield a frame; when another one begins inside it, it was cut there, unless it is whole with it."""
    inner = piece.rfind(b"##")
    while inner > 0 and not piece[inner + 2 : inner + 6].isdigit():
        inner = piece.rfind(b"##", 0, inner)
    if inner > 0 and not _sound(piece):
        yield Fault("cut", f"byte {inner}", "Another frame began before this one ended.")
        piece = piece[inner:]
    yield piece


def _sound(piece: bytes) -> bool:
    """Return whether length and CRC are right: the CRC alone forgets so fast that half a frame may pass it."""
    whole = piece.rstrip(b"\r\n")
    segment, digits = whole[6:-4], piece[2:6]
    return digits.isdigit() and int(digits) == len(segment) and crc(segment) == int(whole[-4:], 16)
