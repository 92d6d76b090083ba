"""Two platforms on two clusters, each a process, with a network between them that can be cut."""

import asyncio
import base64
import multiprocessing
import random
import socket
import time
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

import httpx
from tests.cities import BUILDER, City
from tests.federation import one_platform
from tests.federation.network import Wire

from yiwang.access import Grant, NewKey, create_key
from yiwang.cases.model import Case
from yiwang.cases.views import listing
from yiwang.federation import peers
from yiwang.federation.sealing import identity
from yiwang.federation.shapes import FederationPeerAsk

# Each side is forked from a process that has loaded the rooms already: it takes seconds to load them.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.federation.one_platform"])
STREET = "310107005000"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@dataclass
class Side:
    """One of the two: its district, its process, and a key of its desk."""

    name: str
    city: City
    url: str
    folder: Path
    port: int = field(default_factory=free_port)
    process: ForkServerProcess | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def start(self) -> None:
        settings = {"url": self.url, "folder": str(self.folder), "name": self.name, "port": self.port}
        self.process = PROCESSES.Process(target=one_platform.run, args=(settings, self.folder / "platform.log"))
        self.process.start()

    def kill(self) -> None:
        """End the process as kill -9 does."""
        if self.process:
            self.process.kill()
            self.process.join()
            self.process = None

    async def up(self) -> None:
        until = time.monotonic() + 240
        async with httpx.AsyncClient() as client:
            while time.monotonic() < until:
                assert self.process and self.process.is_alive(), (self.folder / "platform.log").read_text()
                try:
                    await client.get(f"http://127.0.0.1:{self.port}/api/federation/peers")
                    return
                except httpx.TransportError:
                    await asyncio.sleep(0.1)
        raise AssertionError((self.folder / "platform.log").read_text())

    async def ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        """Ask as the desk does; a process that is just being started again is waited for."""
        for _ in range(1000):
            try:
                async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}", timeout=120) as client:
                    return await client.request(method, path, headers=self.headers, **request)
            except httpx.TransportError:
                await asyncio.sleep(0.1)
        raise AssertionError(f"{self.name} does not answer")

    async def step(self, case_id: UUID, verb: str, **body: Any) -> None:
        """Take a step; asked again after a cut it may have been taken already."""
        answer = await self.ask("POST", f"/api/cases/{case_id}/{verb}", json=body)
        assert answer.status_code in (200, 409), (self.name, verb, answer.text)

    async def case(self, case_id: UUID) -> Case:
        async with self.city.database.tx() as tx:
            found = await listing.of_event(tx, BUILDER, case_id)
        assert found is not None
        return found

    async def rows(self, query: str, *params: Any) -> list[dict[str, Any]]:
        async with self.city.database.tx() as tx:
            return [dict(row) for row in await tx.rows(query, params)]  # type: ignore[arg-type]

    async def remote(self, case_id: UUID) -> UUID | None:
        """Return the case's id on the other side, once it is known."""
        found = await self.rows("SELECT remote_id FROM federation.link WHERE case_id = %s", case_id)
        return found[0]["remote_id"] if found else None

    async def settled(self) -> bool:
        """Whether every fact was heard and every message answered."""
        left = await self.rows(
            """SELECT (SELECT count(*) FROM federation.outbox WHERE state = 'waiting')
                + (SELECT count(*) FROM ledger.fact f WHERE f.type SIMILAR TO '(case|warning).%%' AND (f.xid, f.seq) >
                    (SELECT c.xid, c.seq FROM ledger.cursor c WHERE c.listener = 'federation')) AS left"""
        )
        return left[0]["left"] == 0


@dataclass
class Pair:
    """The district (upper) and a street (lower), and the wire each sends over."""

    upper: Side
    lower: Side
    down: Wire
    up: Wire

    @property
    def wires(self) -> tuple[Wire, Wire]:
        return self.down, self.up

    async def filed(self, count: int = 1) -> list[UUID]:
        """Report so many matters to the district, each a case of its own; return their ids."""
        ids = []
        for number in range(count):
            body = {
                "channel": "desk",
                "matter": "06002",
                "text": f"垃圾堆在路口 {number}",
                "place": {"text": f"枫桥路 {number} 号（枫桥居委会）"},
                "reporter": {"name": "张晓梅", "phone": f"1380000{number:04d}"},
                "idempotency_key": f"case {number} {time.monotonic()}",
            }
            answer = await self.upper.ask("POST", "/api/reports", json=body)
            assert answer.status_code == 201, answer.text
            ids.append(UUID(answer.json()["case"]["id"]))
        return ids

    async def hand(self, side: Side, case_id: UUID, to: Side, reason: str = "属地处置") -> httpx.Response:
        body = {"platform": to.name, "reason": reason}
        return await side.ask("POST", f"/api/federation/cases/{case_id}/hand-over", json=body)

    async def quiet(self, longest: float = 240) -> None:
        """Wait until both have heard and answered everything, with the network whole."""
        for wire in self.wires:
            wire.cut, wire.breaks = False, 0.0
        until = time.monotonic() + longest
        while time.monotonic() < until:
            for side in (self.upper, self.lower):
                async with side.city.database.tx() as tx:  # as an operator who does not want to wait
                    await tx.count("UPDATE federation.peer SET next_try = NULL WHERE next_try IS NOT NULL")
            if await self.upper.settled() and await self.lower.settled():
                await asyncio.sleep(0.3)
                if await self.upper.settled() and await self.lower.settled():
                    return
            await asyncio.sleep(0.1)
        left = [await side.rows("SELECT peer, failures, last_error FROM federation.peer") for side in self.sides]
        logs = [(side.folder / "platform.log").read_text()[-3000:] for side in self.sides]
        raise AssertionError((left, logs))

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.upper, self.lower


async def acquainted(upper: Side, lower: Side, seed: int, personal: Literal["none", "masked", "full"]) -> Pair:
    """Give each a key of the other, declare them to each other, and lay the wires."""
    chance = random.Random(seed)
    pair = Pair(upper, lower, Wire(lower.port, chance), Wire(upper.port, chance))
    given = {}
    for side, other in ((upper, lower), (lower, upper)):
        async with side.city.database.tx() as tx:
            desk = await create_key(tx, BUILDER, "desk", "test", [Grant("supervisor")], at=tx.at)
            given[side.name] = await create_key(tx, BUILDER, other.name, "federation", [Grant("partner")], at=tx.at)
        side.headers = {"Authorization": f"Bearer {desk.key}"}
    await _declare(upper, lower, pair.down.url, "lower", given, personal)
    await _declare(lower, upper, pair.up.url, "upper", given, personal)
    return pair


async def _declare(
    here: Side, there: Side, url: str, relation: Literal["upper", "lower"], given: dict[str, NewKey], personal: Any
) -> None:
    async with there.city.database.tx() as tx:
        theirs = await identity(tx, there.city.books.keyring)
    asked = FederationPeerAsk(
        title=f"平台 {there.name}",
        url=url,
        relation=relation,
        sign_public=base64.b64encode(theirs.sign_public).decode(),
        seal_public=base64.b64encode(theirs.seal_public).decode(),
        api_key=given[there.name].key,
        application_id=given[here.name].application_id,
        jurisdictions=[STREET],
        personal=personal,
    )
    async with here.city.database.tx() as tx:
        await peers.declare(tx, BUILDER, here.city.books, there.name, asked)
