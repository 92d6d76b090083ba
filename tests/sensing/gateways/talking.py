"""A client of MQTT that says exactly what a test wants said, over a real socket."""

import asyncio
from collections import deque
from typing import Any, ClassVar

from yiwang.access import Keyring
from yiwang.sensing.protocols.mqtt.identity import password_of
from yiwang.sensing.protocols.mqtt.packets import Broken, Connack, Connect, Framer, Packet, write
from yiwang.sensing.protocols.mqtt.packets.model import V3


class Talker:
    """One connection. `hang_up_all` ends those a test left open."""

    everyone: ClassVar[list["Talker"]] = []

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, version: int) -> None:
        self.reader, self.writer, self.version = reader, writer, version
        self._framer = Framer(version=version)
        self._heard: deque[Packet | Broken] = deque()
        self.everyone.append(self)

    @classmethod
    async def dial(cls, port: int, version: int = V3, tls: Any = None) -> "Talker":
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=tls)
        return cls(reader, writer, version)

    @classmethod
    async def enter(
        cls, port: int, keyring: Keyring, name: str, version: int = V3, *, client_id: str = "c", **more: Any
    ) -> "Talker":
        """Connect as a device or bridge with its right password."""
        talker = await cls.dial(port, version)
        password = password_of(keyring, name).encode()
        found = await talker.ask(Connect(client_id, version, username=name, password=password, **more))
        assert isinstance(found, Connack)
        assert found.reason == 0
        return talker

    def say(self, *packets: Packet) -> None:
        self.writer.write(b"".join(write(packet, self.version) for packet in packets))

    async def ask(self, *packets: Packet) -> Packet | Broken | None:
        self.say(*packets)
        return await self.hear()

    async def hear(self) -> Packet | Broken | None:
        """Return the next packet, None when the server has hung up."""
        while not self._heard:
            async with asyncio.timeout(5):
                data = await self.reader.read(65536)
            if not data:
                return None
            self._heard.extend(self._framer.feed(data))
        return self._heard.popleft()

    async def hang_up(self) -> None:
        self.writer.close()
        await asyncio.gather(self.writer.wait_closed(), return_exceptions=True)

    @classmethod
    async def hang_up_all(cls) -> None:
        while cls.everyone:
            await cls.everyone.pop().hang_up()
