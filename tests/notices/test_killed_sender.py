"""A sender killed in the middle, again and again: nothing twice where nobody can tell doubles, nothing forgotten."""

import asyncio
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.access.visitors import PLATFORM
from tests.notices.gateways import Asked, Relay, gateway, relay
from tests.notices.telling import declare, reachable, tell
from tests.notices.test_webhooks import TYPES, Filed, follow

from yiwang.access import Keyring
from yiwang.base.clock import SystemClock
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.ledger import record
from yiwang.notices import subscribing
from yiwang.notices.delivering import SIDE_BY_SIDE

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
MESSAGES, KILLS, SEED = 40, 5, 20261121


class Killer:
    """Starts the sender anew whenever it has killed it, in the very moment it brings a chosen message."""

    def __init__(self, url: str, keys: Path) -> None:
        self.command = [sys.executable, "-m", "tests.notices.sending_process", url, str(keys)]
        chance = random.Random(SEED)
        self.points = sorted(chance.sample(range(5, 3 * MESSAGES - 10), KILLS))
        self.brought = self.killed = 0
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(self.command)

    def came(self) -> bool:
        """Count a message; True when its sender is dead by now."""
        self.brought += 1
        if self.killed < KILLS and self.brought >= self.points[self.killed]:
            self.killed += 1
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.start()
            return True
        return False

    def stop(self) -> None:
        self.process.terminate()
        assert self.process.wait(120) == 0


async def settled(database: Database) -> list[dict[str, Any]]:
    async with asyncio.timeout(300):
        while True:
            found = await rows_of_all(database)
            if all(row["state"] in ("sent", "failed", "uncertain", "cancelled") for row in found):
                return found
            await asyncio.sleep(0.2)


async def rows_of_all(database: Database) -> list[dict[str, Any]]:
    async with database.tx() as tx:
        return await tx.rows("SELECT id, carrier, state, attempts FROM notices.outbox WHERE carrier <> 'inbox'")


async def test_what_a_killed_sender_leaves_is_neither_doubled_nor_forgotten(app_url: str, tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    keyring = Keyring.open(keys)
    killer: Killer | None = None
    heard: dict[str, Counter[str]] = {"sms": Counter(), "webhook": Counter(), "mail": Counter()}

    async def sms(asked: Asked) -> Any:
        heard["sms"][asked.json["id"]] += 1
        await asyncio.sleep(0.01)
        return None if killer and killer.came() else (200, {"code": 0})

    async def hook(asked: Asked) -> Any:
        heard["webhook"][asked.headers["webhook-id"]] += 1
        await asyncio.sleep(0.01)
        return None if killer and killer.came() else (200, {})

    class Post(Relay):
        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
            answer = await super().handle_DATA(server, session, envelope)
            heard["mail"][self.letters[-1]["Message-ID"]] += 1
            if killer:
                killer.came()
            return answer

    async with (
        Database(app_url, SystemClock()) as database,
        gateway(sms) as texts,
        gateway(hook) as hooks,
        relay(made=Post()) as post,
    ):
        await declare(database, keyring, texts)
        await declare(database, keyring, post)
        ann = await reachable(database, keyring, "ann", "sms")
        bob = await reachable(database, keyring, "bob", "mail")
        async with database.tx() as tx:
            await subscribing.subscribe(
                tx, PLATFORM, keyring, application="a", purpose="b", url=hooks.url, types=["case.filed"],
                known=TYPES, at=tx.at,
            )  # fmt: skip
        for key in range(MESSAGES):
            await tell(database, ann, bob, key=str(key))
            async with database.tx() as tx:
                await record(tx, Filed(uuid7(tx.at), str(key), None), at=tx.at)
        await follow(database, MESSAGES)
        killer = Killer(app_url, keys)
        try:
            found = await settled(database)
        finally:
            killer.stop()
    states = Counter((row["carrier"], row["state"]) for row in found)
    assert killer.killed == KILLS
    assert sum(states.values()) == 3 * MESSAGES
    for carrier in ("sms", "mail"):
        sent = {_name(row) for row in found if (row["carrier"], row["state"]) == (carrier, "sent")}
        unsure = states[carrier, "uncertain"]
        assert max(heard[carrier].values()) == 1, "somebody was told twice"
        assert sent <= heard[carrier].keys(), "something was called sent that never came"
        assert len(sent) + unsure == MESSAGES and unsure <= KILLS * SIDE_BY_SIDE
    assert states["webhook", "sent"] == len(heard["webhook"]) == MESSAGES
    assert sum(heard["webhook"].values()) - MESSAGES <= KILLS * SIDE_BY_SIDE


def _name(row: dict[str, Any]) -> str:
    return f"<{row['id']}@city.example>" if row["carrier"] == "mail" else str(row["id"])
