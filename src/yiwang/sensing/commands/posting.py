"""The gateway's post: takes commands that wait to the connections they are for, and what devices answer back."""

import asyncio
from collections.abc import Mapping, MutableMapping
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
import structlog

from yiwang import access
from yiwang.access import Keyring, platform_actor
from yiwang.base.errors import Invalid
from yiwang.db import Database, Tx
from yiwang.ledger import record
from yiwang.sensing.commands import store
from yiwang.sensing.commands.facts import DeviceAnswered
from yiwang.sensing.protocols.tcp.orders import LAST, Order, Outcome
from yiwang.sensing.protocols.tcp.serving import Door

EVERY = 0.5  # seconds
CIPHERS_EVERY = 5.0
POSTMAN = platform_actor("gateway")
log = structlog.get_logger()


class Post:
    """One for a gateway process. `doors` by the protocol of devices' keys; `ciphers` is filled with keys of SM4."""

    def __init__(
        self, database: Database, keyring: Keyring, doors: Mapping[str, Door], ciphers: MutableMapping[str, bytes]
    ) -> None:
        self._database, self._keyring, self._doors, self._ciphers = database, keyring, doors, ciphers
        self._learnt: dict[UUID, datetime] = {}
        self._unsaid: list[Outcome] = []
        self._next_look = float("-inf")

    async def run(self) -> None:
        """Go round until cancelled."""
        while True:
            try:
                await self.round()
            except psycopg.OperationalError as error:
                log.warning("the database does not answer; commands wait", error=str(error))
            await asyncio.sleep(EVERY)

    async def round(self) -> None:
        """Go round once: resend, write answers down, send what waits, learn keys."""
        now = asyncio.get_running_loop().time()
        for door in self._doors.values():
            door.orders.again(door.lines, now)
            self._unsaid += door.orders.taken()
        sending: list[tuple[Door, Order]] = []
        async with self._database.tx() as tx:
            if now >= self._next_look:
                await self._learn(tx)
            await self._write(tx, self._unsaid)
            for row in await self._mine(tx):
                left = (row["expires_at"] - tx.at).total_seconds()
                order = Order(row["id"], row["external_id"], row["kind"], row["arguments"], now + left)
                sending.append((self._doors[row["protocol"]], order))
        self._unsaid = []
        if now >= self._next_look:
            self._next_look = now + CIPHERS_EVERY
        for door, order in sending:
            self._send(door, order, now)

    async def _mine(self, tx: Tx) -> list[dict[str, Any]]:
        """Return the commands that this process is to send: whose device is connected here."""
        if not any(door.lines for door in self._doors.values()):
            return []
        rows = await store.waiting(tx, list(self._doors), tx.at)
        here = {row["id"]: row for row in rows if row["external_id"] in self._doors[row["protocol"]].lines}
        return [here[one] for one in await store.claim(tx, list(here))] if here else []

    def _send(self, door: Door, order: Order, now: float) -> None:
        line, talk = door.lines.get(order.device), door.talks.get(order.device)
        if line is None or talk is None:
            self._unsaid.append(Outcome(order.id, "expired", {"reason": "The device hung up."}))
            return
        try:
            door.orders.send(talk, line, order, now)
        except Invalid as refusal:
            self._unsaid.append(Outcome(order.id, "refused", {"reason": refusal.detail}))

    async def _write(self, tx: Tx, outcomes: list[Outcome]) -> None:
        for one in outcomes:
            if await store.settle(tx, one.id, one.state, one.answer, one.times) and one.state in LAST:
                await record(tx, DeviceAnswered(one.id, one.state), at=tx.at, actor=POSTMAN.id)
        for command in await store.expire(tx, tx.at):
            await record(tx, DeviceAnswered(command, "expired"), at=tx.at, actor=POSTMAN.id)

    async def _learn(self, tx: Tx) -> None:
        """Take in the keys of devices that encipher."""
        rows = await store.ciphers(tx, "hj212")
        for name in self._ciphers.keys() - {row["external_id"] for row in rows}:
            del self._ciphers[name]
        for row in rows:
            if self._learnt.get(row["device_id"]) != row["recorded"] or row["external_id"] not in self._ciphers:
                sealed = bytes(row["sealed"])
                self._ciphers[row["external_id"]] = await access.unseal_for(tx, self._keyring, row["device_id"], sealed)
                self._learnt[row["device_id"]] = row["recorded"]
