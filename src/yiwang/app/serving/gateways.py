"""The gateway: one process that listens to devices in their own protocols and writes what they say to the log."""

import asyncio
import signal
import ssl
import tomllib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import psycopg
import structlog

from yiwang.access import Keyring
from yiwang.app.serving.gateway_figures import Figures
from yiwang.app.serving.tls import certificates
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Invalid
from yiwang.db import Database
from yiwang.sensing.commands import Post
from yiwang.sensing.devices import Directory
from yiwang.sensing.protocols.gb26875 import gateway as gb26875
from yiwang.sensing.protocols.hj212 import gateway as hj212
from yiwang.sensing.protocols.jt808 import gateway as jt808
from yiwang.sensing.protocols.mqtt import client, listener
from yiwang.sensing.protocols.mqtt.broker import Broker
from yiwang.sensing.protocols.mqtt.dialects import Ear, Route, routes_of
from yiwang.sensing.protocols.mqtt.identity import Doorkeeper
from yiwang.sensing.protocols.tcp import serving
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.readings.inlet import Inlet

REFRESH_EVERY = 2.0  # seconds until a new device is known
log = structlog.get_logger()


async def gate(settings: Settings, url: str) -> None:
    """Run until a signal says stop."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with listening(settings, url) as ports:
        log.info("gateway listens", **ports)
        await stop.wait()


@asynccontextmanager
async def listening(settings: Settings, url: str) -> AsyncIterator[dict[str, int]]:
    """Listen while the block runs; yields the port of each protocol."""
    keyring = await asyncio.to_thread(Keyring.open, settings.data_dir / "keys")
    async with AsyncExitStack() as stack:
        database = Database(url, SystemClock(), platform=settings.platform, size=4)
        await stack.enter_async_context(database)
        directory = Directory()
        async with database.tx() as tx:
            await directory.refresh(tx)
        fresh = asyncio.create_task(_keep_fresh(database, directory))
        stack.callback(fresh.cancel)
        inlet = await stack.enter_async_context(Inlet(database, keyring))
        gate = _Gate(settings, keyring, directory, inlet, database, stack)
        ports = await gate.mqtt()
        ports |= await gate.tcp()
        await gate.brokers()
        for work in (gate.post.run(), gate.figures.run()):
            stack.callback(asyncio.create_task(work).cancel)
        yield ports


class _Gate:
    """Everything the listeners of one process stand on."""

    def __init__(
        self,
        settings: Settings,
        keyring: Keyring,
        directory: Directory,
        inlet: Inlet,
        database: Database,
        stack: AsyncExitStack,
    ) -> None:
        self._settings, self._keyring, self._directory = settings, keyring, directory
        self._inlet, self._database, self._stack = inlet, database, stack
        self._doors: dict[str, serving.Door] = {}
        self._ciphers: dict[str, bytes] = {}  # keys of SM4 by MN; the post fills it
        self.post = Post(database, keyring, self._doors, self._ciphers)
        self.figures = Figures(self._doors)
        self._routes: tuple[Route, ...] = ()
        if settings.mqtt_routes:
            self._routes = routes_of(settings.mqtt_routes.read_text(encoding="utf-8"))

    async def _gathering(self, source: str) -> Gathering:
        made = Gathering(self._inlet, self._directory, self._database.clock, source)
        self.figures.gatherings.append(made)
        return await self._stack.enter_async_context(made)

    async def mqtt(self) -> dict[str, int]:
        """Listen for clients of MQTT, with and without TLS."""
        settings = self._settings
        if not (settings.mqtt_listen or settings.mqtts_listen):
            return {}
        door = Doorkeeper(self._keyring, self._directory)
        broker = self.figures.broker = Broker(await self._gathering("MQTT"), door, Ear(self._routes))
        found: dict[str, int] = {}
        for name, where in (("mqtt", settings.mqtt_listen), ("mqtts", settings.mqtts_listen)):
            if where:
                tls = await asyncio.to_thread(_tls, settings) if name == "mqtts" else None
                opened = listener.listening(broker, *_address(where), tls)
                found[name] = await self._stack.enter_async_context(opened)
        return found

    async def tcp(self) -> dict[str, int]:
        """Listen for devices of the protocols over TCP, with and without TLS."""
        settings = self._settings
        found: dict[str, int] = {}
        for source, plain, sealed in (
            (hj212.SOURCE, settings.monitor_listen, settings.monitor_tls_listen),
            (jt808.SOURCE, settings.vehicle_listen, settings.vehicle_tls_listen),
            (gb26875.SOURCE, settings.fire_listen, settings.fire_tls_listen),
        ):
            name = source.lower()
            if plain or sealed:
                self._doors[name] = self._door(source, await self._gathering(source))
            if plain:
                found[name] = await self._listen(self._doors[name], plain)
            if sealed:
                found[f"{name}s"] = await self._listen(
                    self._doors[name], sealed, await asyncio.to_thread(_tls, settings)
                )
        return found

    async def _listen(self, door: serving.Door, where: str, tls: ssl.SSLContext | None = None) -> int:
        return await self._stack.enter_async_context(serving.listening(door, *_address(where), tls))

    def _door(self, name: str, gathering: Gathering) -> serving.Door:
        if name == hj212.SOURCE:
            return hj212.door(gathering, hj212.Policy(keys=self._ciphers))
        if name == jt808.SOURCE:
            return jt808.door(gathering, lambda phone: self._keyring.blind("jt808 terminal", phone).hex()[:16])
        return gb26875.door(gathering)

    async def brokers(self) -> None:
        """Connect to the brokers of others."""
        for broker in await asyncio.to_thread(_brokers, self._settings):
            bridge = client.connected(broker, await self._gathering("MQTT"), Ear(self._routes))
            await self._stack.enter_async_context(bridge)


def _brokers(settings: Settings) -> list[client.Broker]:
    if not settings.mqtt_brokers:
        return []
    try:
        found = tomllib.loads(settings.mqtt_brokers.read_text(encoding="utf-8"))["broker"]
        return [
            client.Broker(
                one["host"],
                one.get("client_id", f"yiwang-{settings.platform}"),
                one.get("port", 8883 if one.get("tls") else 1883),
                one.get("username"),
                one.get("password"),
                tuple(one["topics"]),
                ssl.create_default_context() if one.get("tls") else None,
            )
            for one in found
        ]
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise Invalid("mqtt_brokers", f"Each [[broker]] has host and topics: {error!r}.") from None


def _tls(settings: Settings) -> ssl.SSLContext:
    pair = certificates.pair_of(settings)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(pair.certificate, pair.key)
    return context


def _address(where: str) -> tuple[str, int]:
    host, _, port = where.rpartition(":")
    return host.strip("[]"), int(port)


async def _keep_fresh(database: Database, directory: Directory) -> None:
    """Learn of new and retired devices, until cancelled."""
    while True:
        await asyncio.sleep(REFRESH_EVERY)
        try:
            async with database.tx() as tx:
                await directory.refresh(tx)
        except psycopg.OperationalError as error:
            log.warning("the database does not answer; the registry stays as it is", error=str(error))
