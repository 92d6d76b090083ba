"""Devices that speak their own protocols: a connection to a gateway, over which frames are written and answered.

The codecs are whose who runs the city: it knows nothing of the platform but its doors.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

PATIENCE = 30.0  # seconds until an answer
AT_ONCE = 50  # frames that are under way

Part = Mapping[str, Any]  # columns of one metric: d (names), m, t (ms), v
Places = Mapping[str, tuple[float, float]]  # of vehicles (degrees), by what they call themselves
Voices = Callable[[Places], Mapping[str, "Speaker"]]  # who speaks which protocol


class NotHeard(Exception):
    """The gateway is not there, hung up or did not answer."""


class Speaker(Protocol):
    """Says what devices of one class have to say; returns how many readings were answered."""

    async def say(self, parts: Sequence[Part]) -> int: ...


class Line:
    """One connection; `cut` makes what cuts the answers out of the stream."""

    def __init__(self, host: str, port: int, cut: Callable[[], Any]) -> None:
        self._host, self._port, self._cut = host, port, cut
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._answers: list[Any] = []
        self._splitter: Any = None

    @property
    def is_up(self) -> bool:
        """Whether there is a connection."""
        return self._ends is not None

    async def ask(self, frames: Sequence[bytes]) -> list[Any]:
        """Send frames, a few at a time, and return one answer for each; `NotHeard` when the line is lost."""
        heard: list[Any] = []
        try:
            for start in range(0, len(frames), AT_ONCE):
                some = frames[start : start + AT_ONCE]
                async with asyncio.timeout(PATIENCE):
                    heard += await self._turn(some)
        except (OSError, TimeoutError, EOFError) as lost:
            self.hang_up()
            raise NotHeard(str(lost)) from lost
        return heard

    async def _turn(self, frames: Sequence[bytes]) -> list[Any]:
        if self._ends is None:
            self._ends = await asyncio.open_connection(self._host, self._port)
            self._splitter, self._answers = self._cut(), []
        reader, writer = self._ends
        writer.write(b"".join(frames))
        await writer.drain()
        while len(self._answers) < len(frames):
            data = await reader.read(65536)
            if not data:
                raise EOFError("the gateway hung up")
            self._answers += list(self._splitter.feed(data))
        heard, self._answers = self._answers[: len(frames)], self._answers[len(frames) :]
        return heard

    def hang_up(self) -> None:
        """End the connection; the next question dials anew."""
        if self._ends is not None:
            self._ends[1].close()
            self._ends = None


def by_device(parts: Sequence[Part]) -> Iterator[tuple[str, int, dict[str, float]]]:
    """Yield each device with its moment (ms) and its metrics; the parts of a class have the same devices."""
    if not parts:
        return
    for row, name in enumerate(parts[0]["d"]):
        yield name, int(parts[0]["t"][row]), {part["m"]: float(part["v"][row]) for part in parts}
