"""Webhooks: an application hears the facts it asked for, of its part of the city, and nobody's name."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.access.visitors import PLATFORM, person
from tests.notices.gateways import gateway

from yiwang import access, ledger
from yiwang.access import Actor, Grant, Keyring
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.ledger import Fact, Recorded
from yiwang.notices import subscribing
from yiwang.notices.delivering import Sender
from yiwang.notices.following import WebhookFollower
from yiwang.notices.kernels import signed_by
from yiwang.notices.store import overseeing

pytestmark = [pytest.mark.anyio, pytest.mark.store]
STREET, OTHER_STREET, DISTRICT, UNIT = (UUID(int=n) for n in (1, 2, 3, 4))
TYPES = ("case.filed", "case.returned", "catalogue.published")


@dataclass(frozen=True)
class Filed(Fact):
    case_id: UUID
    number: str
    jurisdiction_id: UUID | None
    reason: str = ""
    TYPE = "case.filed"


async def placing(tx: Tx, facts: Sequence[Recorded]) -> list[tuple[UUID | None, UUID | None] | None]:
    found = [fact.data["jurisdiction_id"] for fact in facts]
    return [(UUID(each), UNIT) if each else None for each in found]


@pytest.fixture
async def tree(database: Database) -> None:
    async with database.tx() as tx:
        nodes: list[Any] = [(DISTRICT, None, "jurisdiction"), (STREET, DISTRICT, "jurisdiction")]
        nodes += [(OTHER_STREET, DISTRICT, "jurisdiction"), (UNIT, None, "organisation")]
        await access.add_nodes(tx, nodes, tx.at)


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring.open(tmp_path / "keys")


@pytest.fixture
async def sender(database: Database, keyring: Keyring) -> AsyncIterator[Sender]:
    made = Sender(database, keyring, frozenset({"127.0.0.1"}))
    yield made
    await made.close()


async def subscribe(database: Database, keyring: Keyring, url: str, **more: Any) -> subscribing.NewSecret:
    async with database.tx() as tx:
        asked = {"application": "hydrology", "purpose": "pumps", "types": ["case.filed"], **more}
        return await subscribing.subscribe(tx, PLATFORM, keyring, url=url, known=TYPES, at=tx.at, **asked)


async def file(database: Database, place: UUID | None, number: str = "P1", origin: str = "live", **more: Any) -> None:
    async with database.tx(origin=origin) as tx:
        fact = Filed(uuid7(tx.at), number, place, reason="王伟 13812345678 不在家")
        await ledger.record(tx, fact, at=tx.at, actor=UUID(int=77), **more)


async def follow(database: Database, wanted: int) -> None:
    """Other databases' transactions may hold the log back for a moment."""
    follower, passed = WebhookFollower(placing), 0
    for _ in range(200):
        passed += await follower.run_once(database)
        if passed >= wanted:
            return
    raise AssertionError(passed)


async def test_it_hears_what_happens_in_its_part_of_the_city_and_nothing_else(
    database: Database, keyring: Keyring, sender: Sender, tree: None
) -> None:
    async with gateway() as here, gateway() as everywhere, gateway() as by_unit:
        new = await subscribe(database, keyring, here.url, jurisdiction=STREET)
        await subscribe(database, keyring, everywhere.url)
        await subscribe(database, keyring, by_unit.url, organisation=UNIT)
        for place in (STREET, OTHER_STREET, None):
            await file(database, place)
        await file(database, STREET, "old", origin="history")
        await file(database, STREET, "drill", drill=True)
        await follow(database, 15)
        await sender.round()
        assert [len(each.asked) for each in (here, everywhere, by_unit)] == [1, 3, 2]
    (asked,) = here.asked
    headers = tuple(asked.headers[f"webhook-{name}"] for name in ("id", "timestamp", "signature"))
    async with database.tx() as tx:
        assert signed_by(new.secret, headers, asked.body, tx.at)  # type: ignore[arg-type]
    body = asked.json
    assert (body["type"], body["platform"]) == ("case.filed", "local")
    assert body["data"] == {"case_id": body["subject"], "number": "P1", "jurisdiction_id": str(STREET)}
    assert "王伟" not in json.dumps(body, ensure_ascii=False) and "13812345678" not in str(body)
    assert str(UUID(int=77)) not in str(body)


async def test_each_fact_comes_once_and_nothing_from_before(
    database: Database, keyring: Keyring, sender: Sender
) -> None:
    async with gateway() as other:
        await file(database, None, "before")
        await subscribe(database, keyring, other.url)
        for number in range(5):
            await file(database, None, str(number))
        await follow(database, 5)
        for _ in range(3):
            await WebhookFollower(placing).run_once(database)
            await sender.round()
    assert sorted(asked.json["data"]["number"] for asked in other.asked) == ["0", "1", "2", "3", "4"]
    assert len({asked.headers["webhook-id"] for asked in other.asked}) == 5


async def test_a_receiver_that_was_away_gets_the_same_message_under_the_same_id(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    answers = [500, 404, 200]
    async with gateway(lambda _: (answers.pop(0), {})) as other:
        await subscribe(database, keyring, other.url)
        await file(database, None)
        await follow(database, 1)
        for _ in range(10):
            await sender.round()
            clock.at += timedelta(minutes=1)
    assert len(other.asked) == 3
    assert len({asked.headers["webhook-id"] for asked in other.asked}) == len({a.body for a in other.asked}) == 1
    assert len({asked.headers["webhook-timestamp"] for asked in other.asked}) == 3


async def test_who_wants_no_more_is_suspended_and_loses_nothing_when_resumed(
    database: Database, keyring: Keyring, sender: Sender
) -> None:
    answers = [410, 200, 200]
    root = await person(database, "root", "system_admin")
    async with gateway(lambda _: (answers.pop(0), {})) as other:
        new = await subscribe(database, keyring, other.url)
        await file(database, None, "1")
        await follow(database, 1)
        await sender.round()
        await file(database, None, "2")
        assert await WebhookFollower(placing).run_once(database) == 0
        async with database.tx() as tx:
            (row,) = await subscribing.subscriptions(tx, PLATFORM)
            assert row["state"] == "suspended"
            await subscribing.resume(tx, PLATFORM, new.id, at=tx.at)
        await follow(database, 1)
        await sender.round()
    assert [asked.json["data"]["number"] for asked in other.asked] == ["1", "2"]
    async with database.tx() as tx:
        found = await tx.rows("SELECT kind FROM notices.notice WHERE account_id = %s", (root,))
    assert [each["kind"] for each in found] == ["carriers.failed"]


async def test_for_a_day_the_former_secret_signs_too(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    async with gateway() as other:
        old = await subscribe(database, keyring, other.url)
        async with database.tx() as tx:
            new = await subscribing.rotate(tx, PLATFORM, keyring, old.id, at=tx.at)
        for hours in (1, 24):
            clock.at += timedelta(hours=hours)
            await file(database, None)
            await follow(database, 1)
            await sender.round()
        assert [len(asked.headers["webhook-signature"].split()) for asked in other.asked] == [2, 1]
        asked = other.asked[1]
    headers = tuple(asked.headers[f"webhook-{name}"] for name in ("id", "timestamp", "signature"))
    holds = [signed_by(secret, headers, asked.body, clock.at) for secret in (new.secret, old.secret)]  # type: ignore[arg-type]
    assert holds == [True, False]


async def test_an_ended_subscription_is_sent_no_more(database: Database, keyring: Keyring, sender: Sender) -> None:
    async with gateway() as other:
        new = await subscribe(database, keyring, other.url)
        await file(database, None)
        await follow(database, 1)
        async with database.tx() as tx:
            await subscribing.unsubscribe(tx, PLATFORM, new.id, at=tx.at)
        assert await sender.round() == 0
        async with database.tx() as tx:
            assert [
                row["state"] for row in await overseeing.listed(tx, state=None, carrier=None, before=None, limit=9)
            ] == ["cancelled"]
        for verb in (subscribing.unsubscribe, subscribing.resume):
            with pytest.raises(Conflict):
                async with database.tx() as tx:
                    await verb(tx, PLATFORM, new.id, at=tx.at)
    assert other.asked == []


async def test_who_may_not_give_keys_subscribes_nobody(database: Database, keyring: Keyring) -> None:
    for role in ("system_admin", "audit_admin", "supervisor", "intake"):
        stranger = Actor(UUID(int=5), "account", "x", (Grant(role),))
        async with database.tx() as tx:
            with pytest.raises(Forbidden):
                await subscribing.subscriptions(tx, stranger)
            with pytest.raises(Forbidden):
                await subscribing.subscribe(
                    tx, stranger, keyring, application="a", purpose="b", url="https://x.example", types=["case.filed"],
                    known=TYPES, at=tx.at,
                )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"url": "ftp://x.example"}, "url"),
        ({"url": "https://me:pw@x.example"}, "url"),
        ({"url": "https://"}, "url"),
        ({"types": ["person.seen"]}, "types"),
        ({"types": []}, "types"),
        ({"jurisdiction": UUID(int=99)}, "jurisdiction"),
    ],
)
async def test_a_subscription_that_cannot_be_is_refused(
    database: Database, keyring: Keyring, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await subscribe(database, keyring, **{"url": "https://x.example/hear", **change})
    assert refused.value.members["errors"][0]["field"] == field


async def test_the_secret_is_kept_sealed(database: Database, keyring: Keyring) -> None:
    new = await subscribe(database, keyring, "https://x.example/hear")
    async with database.tx() as tx:
        kept = await tx.rows("SELECT * FROM notices.subscription")
        with pytest.raises(NotFound):
            await subscribing.rotate(tx, PLATFORM, keyring, UUID(int=1), at=tx.at)
    assert new.secret not in str(kept) and new.secret.encode() not in bytes(kept[0]["secret"])
