"""A client of MQTT for load: says single readings with QoS 1, prepared beforehand, and counts the PUBACKs."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from yiwang.access import Keyring
from yiwang.sensing.protocols.mqtt.identity import password_of
from yiwang.sensing.protocols.mqtt.packets import Connect, Publish, write
from yiwang.sensing.protocols.mqtt.packets.model import V3

WINDOW = 250  # messages under way
_PUBACK = 4  # bytes
_AT_ONCE = 200  # connections that are opened side by side


@dataclass
class Publisher:
    """One device's connection."""

    name: str
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def dial(cls, port: int, keyring: Keyring, name: str) -> "Publisher":
        """Connect as a device."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        password = password_of(keyring, name).encode()
        writer.write(write(Connect(name, V3, username=name, password=password, keep_alive=600), V3))
        answer = await reader.readexactly(4)
        if answer[3]:
            raise RuntimeError(f"CONNACK {answer[3]}")
        return cls(name, reader, writer)

    @classmethod
    @asynccontextmanager
    async def many(cls, port: int, keyring: Keyring, names: Sequence[str]) -> "AsyncIterator[list[Publisher]]":
        """Connect as many devices; hang up at the end."""
        made: list[Publisher] = []
        for begin in range(0, len(names), _AT_ONCE):
            some = names[begin : begin + _AT_ONCE]
            made += await asyncio.gather(*(cls.dial(port, keyring, name) for name in some))
        try:
            yield made
        finally:
            for one in made:
                one.writer.close()

    def _message(self, number: int) -> bytes:
        return write(Publish(f"yiwang/{self.name}/fill", b"41.5", 1, number), V3)

    async def flood(self, until: float) -> int:
        """Send as fast as it is acknowledged until a moment of the performance counter; return how many were."""
        prepared = b"".join(self._message(number) for number in range(1, WINDOW + 1))
        count = 0
        while time.perf_counter() < until:
            self.writer.write(prepared)
            await self.reader.readexactly(_PUBACK * WINDOW)
            count += WINDOW
        return count

    async def ask(self) -> None:
        """Say one reading; return when it is on disk."""
        self.writer.write(self._message(1))
        await self.reader.readexactly(_PUBACK)
