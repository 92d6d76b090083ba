"""Streams of readings to business systems: by filter, signed, at least once, metered for the purpose of a key."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.app.visitors import Site
from tests.sensing.conftest import THERE
from tests.sensing.gateways.talking import Talker
from tests.sensing.gateways.test_mqtt_client import MOSQUITTO, Mosquitto

from yiwang.access import Grant
from yiwang.notices.kernels import signed_by
from yiwang.sensing.protocols.mqtt.packets import Connack, Connect, Publish, Subscribe
from yiwang.sensing.readings import log
from yiwang.sensing.sharing import Streamer

pytestmark = pytest.mark.anyio


@dataclass
class Receiver:
    """A business system: keeps what it is sent, and answers with `status`."""

    status: int = 200
    port: int = 0
    came: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def values(self) -> list[float]:
        return [value for _, body in self.came for value in json.loads(body)["v"]]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
                headers |= {"webhook-signature": head.split("webhook-signature: ")[1].split("\r\n")[0]}
                body = await reader.readexactly(int(headers["content-length"]))
                self.came.append((headers, body))
                writer.write(f"HTTP/1.1 {self.status} x\r\ncontent-length: 0\r\n\r\n".encode())
        except asyncio.IncompleteReadError:
            writer.close()


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    async with server:
        yield receiver


async def offered(house: Site, receiver: Receiver, **filters: Any) -> tuple[Any, str, str]:
    """Offer a stream; return the administrator, its id and its secret."""
    admin = await house.person("admin", Grant("security_admin"))
    await house.application("pumps", Grant("intake"))
    keys = (await admin.ask("GET", "/api/keys")).json()["items"]
    key = next(one["id"] for one in keys if one["application"] == "pumps")
    ask = {"key_id": key, "name": "垃圾箱", "way": "webhook", "address": f"http://127.0.0.1:{receiver.port}/hear"}
    answer = await admin.ask("POST", "/api/reading-streams", json=ask | filters)
    assert answer.status_code == 201, answer.text
    return admin, answer.json()["id"], answer.json()["secret"]


async def send(house: Site, *readings: tuple[str, str, float]) -> None:
    gate = await house.application(f"gate{readings[0][2]}", Grant("gateway"))
    now = int(house.city.now.timestamp() * 1000)
    rows = [{"d": device, "m": metric, "t": now + n, "v": value} for n, (device, metric, value) in enumerate(readings)]
    assert (await gate.ask("POST", "/ingest/readings", json=rows)).json()["taken"] == len(rows)


def streamer(house: Site) -> Streamer:
    return Streamer(house.city.database, house.app.state.keyring, {"127.0.0.1"})


async def test_what_fits_the_filter_is_sent_signed_and_metered(house: Site) -> None:
    await send(house, ("a1", "fill", 1))
    place = str(house.city.places[THERE])
    async with receiving() as receiver, httpx.AsyncClient() as http:
        admin, share, secret = await offered(house, receiver, metrics=["fill"], jurisdiction_id=place)
        await send(house, ("a2", "fill", 2), ("a2", "temp", 3), ("a1", "fill", 4))
        assert await streamer(house).round(http) == 1
        assert receiver.values == [2]
        headers, body = receiver.came[0]
        names = tuple(headers[name] for name in ("webhook-id", "webhook-timestamp", "webhook-signature"))
        assert signed_by(secret, names, body, house.city.now)  # type: ignore[arg-type]
        told = (await admin.ask("GET", "/api/reading-streams")).json()["items"][0]
        assert (told["application"], told["sent_readings"], told["behind"], told["id"]) == ("pumps", 1, 0, share)
        assert secret not in json.dumps(told)
        async with house.city.database.tx() as tx:
            assert await tx.value("SELECT sum(calls) FROM access.calls WHERE data_set = 'readings.stream'") == 1
            assert secret.encode() not in bytes(await tx.value("SELECT sealed FROM sensing.share"))


async def test_nothing_is_lost_when_the_receiver_or_the_streamer_fails(house: Site) -> None:
    async with receiving() as receiver, httpx.AsyncClient() as http:
        admin, share, _ = await offered(house, receiver, class_codes=["BIN"])
        receiver.status = 500
        await send(house, ("a1", "fill", 1), ("a2", "fill", 2))
        assert await streamer(house).round(http) == 0
        told = (await admin.ask("GET", "/api/reading-streams")).json()["items"][0]
        assert (told["state"], told["failures"], "500" in told["reason"]) == ("active", 1, True)
        async with house.city.database.tx() as tx:
            assert await log.forget(tx, before=house.city.later(days=2)) == 0  # the log waits for it
        receiver.status, killed = 200, streamer(house)
        await _killed_before_it_notes(killed, http)
        house.city.later(minutes=3)
        assert await streamer(house).round(http) == 2
        ids = [headers["webhook-id"] for headers, _ in receiver.came]
        assert (len(ids), len(set(ids)), receiver.values) == (3, 1, [1, 2] * 3)
        receiver.status = 410
        await send(house, ("a1", "fill", 5))
        house.city.later(minutes=3)
        await streamer(house).round(http)
        admin = await house.person("admin2", Grant("security_admin"))
        assert (await admin.ask("GET", "/api/reading-streams")).json()["items"][0]["state"] == "paused"
        receiver.status = 200
        assert (await admin.ask("POST", f"/api/reading-streams/{share}/resume")).status_code == 204
        await send(house, ("a1", "fill", 6))
        assert await streamer(house).round(http) == 1


async def _killed_before_it_notes(killed: Streamer, http: httpx.AsyncClient) -> None:
    """Let a streamer send, and end it before the cursor has moved."""
    carry = killed._carry

    async def and_die(*given: Any) -> int:
        await carry(*given)
        raise asyncio.CancelledError

    killed._carry = and_die  # type: ignore[method-assign]
    with pytest.raises(asyncio.CancelledError):
        await killed.round(http)


async def test_a_stream_ends_with_its_key_and_only_administrators_offer(house: Site) -> None:
    async with receiving() as receiver, httpx.AsyncClient() as http:
        admin, share, _ = await offered(house, receiver)
        key = (await admin.ask("GET", "/api/reading-streams")).json()["items"][0]["key_id"]
        bad = {"key_id": key, "name": "x", "way": "mqtt", "address": "mqtt://broker.example:1883"}
        for wrong in ({}, {"topic": "a/#"}, {"way": "webhook"}, {"address": "mqtt://me:secret@broker", "topic": "a"}):
            assert (await admin.ask("POST", "/api/reading-streams", json=bad | wrong)).status_code == 422
        for step, status in (("pause", 204), ("pause", 409), ("resume", 204), ("resume", 409)):
            assert (await admin.ask("POST", f"/api/reading-streams/{share}/{step}")).status_code == status
        assert (await admin.ask("DELETE", f"/api/keys/{key}")).status_code in (200, 204)
        await send(house, ("a1", "fill", 7))
        assert await streamer(house).round(http) == 0
        told = (await admin.ask("GET", "/api/reading-streams")).json()["items"][0]
        assert (told["state"], told["reason"]) == ("paused", "The key of this stream has ended.")
        assert (await admin.ask("DELETE", f"/api/reading-streams/{share}")).status_code == 204
        assert (await admin.ask("DELETE", f"/api/reading-streams/{share}")).status_code == 409
        chief = await house.person("chief", Grant("supervisor"))
        assert (await chief.ask("GET", "/api/reading-streams")).status_code == 403
        assert (await chief.ask("DELETE", f"/api/reading-streams/{share}")).status_code == 403


async def test_this_machine_is_not_reached_unless_the_operator_names_it(house: Site) -> None:
    async with receiving() as receiver, httpx.AsyncClient() as http:
        admin, _, _ = await offered(house, receiver)
        await send(house, ("a1", "fill", 8))
        assert await Streamer(house.city.database, house.app.state.keyring).round(http) == 0
        assert receiver.came == []
        assert "https" in (await admin.ask("GET", "/api/reading-streams")).json()["items"][0]["reason"]


@pytest.mark.skipif(MOSQUITTO is None and os.environ.get("CI") != "true", reason="mosquitto is not installed")
async def test_a_broker_is_sent_a_stream_and_its_cursor_waits_while_it_is_away(house: Site, tmp_path: Path) -> None:
    admin, _, _ = await offered(house, Receiver(port=1))
    broker = Mosquitto(tmp_path)
    keys = (await admin.ask("GET", "/api/reading-streams")).json()["items"][0]["key_id"]
    address = f"mqtt://127.0.0.1:{broker.port}"
    ask = {"key_id": keys, "name": "m", "way": "mqtt", "address": address, "topic": "city/bins", "metrics": ["fill"]}
    made = (await admin.ask("POST", "/api/reading-streams", json=ask)).json()
    assert made["secret"] is None
    await send(house, ("a1", "fill", 9))
    async with httpx.AsyncClient() as http:
        assert await streamer(house).round(http) == 0  # nobody answers there yet
        await broker.start()
        try:
            talker = await Talker.dial(broker.port)
            assert isinstance(await talker.ask(Connect("business")), Connack)
            await talker.ask(Subscribe(1, (("city/#", 1),)))
            house.city.later(minutes=3)
            assert await streamer(house).round(http) == 1
            said = await talker.hear()
            assert isinstance(said, Publish)
            assert (said.topic, json.loads(said.payload)["v"]) == ("city/bins", [9])
            await Talker.hang_up_all()
        finally:
            broker.stop()
