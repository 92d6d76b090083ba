"""Replay protection: a frame that was taken is not taken again, however often it is sent.

A device that heard no answer sends a frame again; whoever recorded one may do so too. Both are answered alike, and
neither is read twice. What is remembered is a digest of the whole frame; the oldest gives way.
"""

from collections import OrderedDict
from hashlib import blake2b

MOST_DEVICES, MOST_FRAMES = 100_000, 256


class Replays:
    """The last frames of every device. In memory: after a restart the readings' own duplicates are told by the log."""

    def __init__(self) -> None:
        self._seen: OrderedDict[str, OrderedDict[bytes, None]] = OrderedDict()

    def seen(self, device: str, content: bytes) -> bool:
        """Tell whether this device has sent this before and it is on disk."""
        return blake2b(content, digest_size=12).digest() in self._seen.get(device, ())

    def keep(self, device: str, content: bytes) -> None:
        """Remember what is on disk now."""
        frames = self._seen.setdefault(device, OrderedDict())
        self._seen.move_to_end(device)
        frames[blake2b(content, digest_size=12).digest()] = None
        while len(frames) > MOST_FRAMES:
            frames.popitem(last=False)
        while len(self._seen) > MOST_DEVICES:
            self._seen.popitem(last=False)
