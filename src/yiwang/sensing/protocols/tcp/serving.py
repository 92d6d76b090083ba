"""A server for device protocols over TCP: limits, a splitter for each connection, talk in the order of arrival."""

import asyncio
import ssl
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, cast

import structlog

from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.protocols.tcp.limits import Bucket, Limits, Places
from yiwang.sensing.protocols.tcp.orders import Orders
from yiwang.sensing.protocols.tcp.replays import Replays

MOST_FAULTS = 100  # frames that cannot be read, after which a connection is ended
MOST_UNDER_WAY = 1_000  # frames of one connection that are not yet on disk: it is read no further
log = structlog.get_logger()


class Splitter(Protocol):
    """A codec's way of cutting a stream."""

    def feed(self, data: bytes) -> Iterator[bytes | Fault]: ...


class Line(Protocol):
    """What a talk may do with its connection."""

    @property
    def door(self) -> "Door": ...

    def say(self, frame: bytes) -> None: ...

    def named(self, device: str) -> None: ...

    def end(self, why: str) -> None: ...


class Talk(Protocol):
    """One protocol's side of a conversation. It judges frames, queues readings, and answers when they are durable."""

    def hear(self, frame: bytes) -> bool:
        """Take a frame; False when it was no frame of the protocol."""
        ...

    def order(self, device: str, kind: str, arguments: Mapping[str, Any]) -> tuple[str, bytes]:
        """Return a question to a device: the number it is called by, and its frame; `Invalid` when it cannot be put."""
        ...

    def spoilt(self, raw: bytes) -> None:
        """Take note that in these bytes, as they came, stands no whole frame where one began."""
        ...


@dataclass
class Door:
    """What the connections of one protocol share."""

    gathering: Gathering
    split: Callable[[], Splitter]
    talk: Callable[[Line], Talk]
    limits: Limits = field(default_factory=lambda: Limits(rate=100, burst=1_000))

    def __post_init__(self) -> None:
        self.places = Places(self.limits)
        self.replays = Replays()
        self.orders = Orders()
        self.frames = 0  # whole ones, good or bad
        self.ended: Counter[str] = Counter()  # connections that we ended, by reason
        self.lines: dict[str, Connection] = {}  # by device: where a command reaches it
        self.talks: dict[str, Talk] = {}
        self.open: set[Connection] = set()

    def refuse(self, sender: str, frame: bytes, why: str) -> None:
        """Keep a frame that says nothing to us, as it came."""
        self.gathering.refuse(sender, frame, why, lambda _: None)


class Connection(asyncio.Protocol):
    """One device's connection, or that of a relay which brings several."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self._loop = asyncio.get_running_loop()
        self._splitter = door.split()
        self._talk = door.talk(self)
        self._address = ""
        self._counted = self._closed = False
        self._devices: set[str] = set()
        self._faults = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a place, or send it away before it costs anything."""
        self._transport = cast(asyncio.Transport, transport)
        self._address = str((transport.get_extra_info("peername") or ("?",))[0])
        self._counted = self.door.places.take(self._address)
        if not self._counted:
            self.door.ended["full"] += 1
            self._transport.abort()
            return
        limits, now = self.door.limits, self._loop.time()
        self._transport.set_write_buffer_limits(high=limits.buffered_bytes)
        self._bucket = Bucket(limits.rate, limits.burst, now)
        self._heard = now
        self._watch = self._loop.call_later(limits.first_seconds, self._look)
        self.door.open.add(self)

    def _look(self) -> None:
        """End it when nothing whole has come for too long."""
        limits = self.door.limits
        left = self._heard + (limits.idle_seconds if self._devices else limits.first_seconds) - self._loop.time()
        if left > 0:
            self._watch = self._loop.call_later(left, self._look)
        else:
            self.end("It has been silent for too long.", "silent")

    def data_received(self, data: bytes) -> None:
        """Work off the frames that are whole, then wait if they were too many."""
        count = 0
        for frame in self._splitter.feed(data):
            if self._closed:
                return
            count += 1
            self._judge(frame, data)
        self.door.frames += count
        now = self._loop.time()
        wait = self._bucket.take(count, now)
        if self.door.gathering.crowded:
            self._transport.pause_reading()
            self.door.gathering.when_roomy(self._go_on)
        elif wait:
            self._transport.pause_reading()
            self._loop.call_later(wait, self._go_on)

    def _judge(self, frame: bytes | Fault, raw: bytes) -> None:
        if isinstance(frame, Fault):
            self.door.refuse(self._who(), raw, f"{frame.error}: {frame.detail}")
            self._talk.spoilt(raw)
            good = False
        elif len(frame) > self.door.limits.frame_bytes:
            return self.end("A frame is too long.", "too_long")
        else:
            good = self._talk.hear(frame)
        if good:
            self._heard = self._loop.time()
        else:
            self._faults += 1
            if self._faults > MOST_FAULTS:
                self.end("Too many frames cannot be read.", "faults")

    def _who(self) -> str:
        return next(iter(self._devices), self._address)

    def _go_on(self) -> None:
        if not self._closed:
            self._transport.resume_reading()

    def named(self, device: str) -> None:
        """Remember which device speaks here; commands for it go this way from now on."""
        if len(self._devices) < 10_000:
            self._devices.add(device)
            self.door.lines[device] = self
            self.door.talks[device] = self._talk

    def say(self, frame: bytes) -> None:
        """Send a frame, unless the connection has ended meanwhile."""
        if not self._closed:
            self._transport.write(frame)

    def pause_writing(self) -> None:
        """End it when the device reads nothing of what it is sent."""
        self.end("It does not read what it is sent.", "reads_nothing")

    def connection_lost(self, _exc: Exception | None) -> None:
        """Give its place back."""
        self._closed = True
        if not self._counted:
            return
        self._watch.cancel()
        self.door.places.leave(self._address)
        self.door.open.discard(self)
        for device in self._devices:
            if self.door.lines.get(device) is self:
                del self.door.lines[device]
                del self.door.talks[device]

    def end(self, why: str, word: str = "other") -> None:
        """End the connection, and count it under a word; these protocols have no word for the reason."""
        if not self._closed:
            self._closed = True
            self.door.ended[word] += 1
            log.info("gateway: connection ended", protocol=self.door.gathering.source, why=why, address=self._address)
            self._transport.close()


@asynccontextmanager
async def listening(
    door: Door, host: str, port: int, tls: ssl.SSLContext | None = None, *, share: bool = False
) -> AsyncIterator[int]:
    """Listen while the block runs; yields the port (0 asks for a free one)."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(partial(Connection, door), host, port, ssl=tls, reuse_port=share, backlog=1024)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for connection in list(door.open):
            connection.end("The gateway is being stopped.", "stopped")
