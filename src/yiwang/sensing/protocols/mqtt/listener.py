"""The MQTT server of the default install: devices and bridges connect here. PUBACK means that it is on disk."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from yiwang.sensing.protocols.mqtt.broker import Broker
from yiwang.sensing.protocols.mqtt.connection import Connection


@asynccontextmanager
async def listening(
    broker: Broker, host: str, port: int, tls: ssl.SSLContext | None = None, *, share: bool = False
) -> AsyncIterator[int]:
    """Listen while the block runs; yields the port (0 asks for a free one). `share`: several processes, one port."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(broker), host, port, ssl=tls, reuse_port=share, backlog=1024)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for connection in list(broker.connections.values()):
            connection.shut_down()
