"""Carriers with another side, people to be reached by them, and what became of it."""

from datetime import time
from typing import Any
from uuid import UUID

from tests.access.visitors import person
from tests.notices.gateways import Gateway, Relay

from yiwang import notices
from yiwang.access import Actor, Grant, Keyring, platform_actor
from yiwang.db import Database
from yiwang.notices import configuring, overseeing, preferring
from yiwang.notices.model import Urgency

ROOT = platform_actor("test")


async def declare(database: Database, keyring: Keyring, other: Gateway | Relay, code: str = "", **more: Any) -> None:
    """Declare the carrier that this other side is: a relay is mail, a gateway is SMS."""
    if isinstance(other, Relay):
        settings = {"host": "127.0.0.1", "port": other.port, "tls": "none", "sender": "yiwang@city.example"}
    else:
        settings = {
            "url": f"{other.url}/send",
            "body": {"to": "{mobile}", "id": "{id}", "text": "{text}"},
            "answer": {"code": "code", "good": ["0"], "later": ["1"], "ref": "ref"},
        }
    kind = "mail" if isinstance(other, Relay) else "sms"
    async with database.tx() as tx:
        await configuring.declare(
            tx, ROOT, keyring, code or kind, kind=kind, settings=settings | more, enabled=True, secret="x",
            receipt_secret="whsec_" + "A" * 32, at=tx.at,
        )  # fmt: skip


async def reachable(
    database: Database, keyring: Keyring, name: str, *carriers: str, quiet: tuple[time, time] | None = None,
    digests: tuple[time, ...] = (),
) -> UUID:  # fmt: skip
    """An account with an address for every kind of carrier."""
    account = await person(database, name, "handler")
    actor = Actor(account, "account", name, (Grant("handler"),))
    async with database.tx() as tx:
        for kind, address in (("mail", f"{name}@example.org"), ("sms", "13812345678"), ("wecom", name)):
            await preferring.set_contact(tx, actor, keyring, kind, address, at=tx.at)
        await preferring.prefer(
            tx, actor, carriers=carriers, digests=digests, quiet=quiet, zone="Asia/Shanghai", at=tx.at
        )
    return account


async def tell(database: Database, *accounts: UUID, key: str = "k", urgency: Urgency = "normal", **more: Any) -> None:
    async with database.tx(origin=more.pop("origin", "live")) as tx:
        await notices.notify(
            tx, accounts, kind="cases.remind", title_zh="催办", title_en="Reminder", text=f"P1 {key}", link="/cases/1",
            object_type="case", object_id=None, at=tx.at, dedupe_key=key, urgency=urgency, **more,
        )  # fmt: skip


async def rows(database: Database) -> list[dict[str, Any]]:
    async with database.tx() as tx:
        return (await overseeing.outbox(tx, ROOT)).items[::-1]


async def states(database: Database) -> list[tuple[str, str]]:
    return sorted((row["carrier"], row["state"]) for row in await rows(database))


async def told(database: Database, account: UUID) -> list[str]:
    async with database.tx() as tx:
        found = await notices.inbox(tx, Actor(account, "account", "x", (Grant("handler"),)))
        return [each.kind for each in found.items]


def words(other: Gateway) -> list[str]:
    return [asked.json["text"] for asked in other.asked]
