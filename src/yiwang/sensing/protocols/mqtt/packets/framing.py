"""Bytes as they arrive, cut into packets; memory is bounded by the largest packet allowed."""

from collections.abc import Iterator

from yiwang.sensing.protocols.mqtt.packets.model import V3, Broken, Connect, Malformed, Packet, Reason
from yiwang.sensing.protocols.mqtt.packets.reading import read


class Framer:
    """One direction of one connection. Total: any bytes give packets, and at most one `Broken`, the last."""

    def __init__(self, most: int = 1 << 20, version: int = V3) -> None:
        """`most` is the size of the largest packet that is taken, in bytes."""
        self.version = version
        self._most = most
        self._kept = bytearray()
        self._broken = False

    @property
    def begins(self) -> bool:
        """Whether the next byte is the first of a packet."""
        return not self._kept

    def feed(self, data: bytes) -> Iterator[Packet | Broken]:
        """Take bytes in and yield every packet that is whole by now."""
        if self._broken:
            return
        self._kept += data
        kept, at = bytes(self._kept), 0
        try:
            while (cut := _cut(kept, at, self._most)) is not None:
                start, end = cut
                packet = read(kept[at], kept[start:end], self.version)
                at = end
                if isinstance(packet, Connect):
                    self.version = packet.version
                yield packet
        except Malformed as bad:
            self._broken = True
            self._kept.clear()
            yield Broken(bad.reason, bad.detail)
            return
        finally:
            if not self._broken:
                del self._kept[:at]


def _cut(data: bytes, at: int, most: int) -> tuple[int, int] | None:
    """Return where the body of the packet at `at` begins and ends, None while it is not all there."""
    size = 0
    for place in range(1, 5):
        if at + place >= len(data):
            return None
        byte = data[at + place]
        size |= (byte & 0x7F) << 7 * (place - 1)
        if byte < 0x80:
            break
    else:
        raise Malformed("A length takes more than four bytes.")
    start = at + place + 1
    if start + size - at > most:
        raise Malformed(f"A packet has at most {most} bytes here.", Reason.TOO_LARGE)
    return (start, start + size) if start + size <= len(data) else None
