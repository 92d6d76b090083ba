"""The sender: what is told goes out by the carriers people prefer, once, when it may."""

import asyncio
import itertools
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.access.visitors import person
from tests.notices.gateways import Asked, gateway, relay
from tests.notices.telling import declare, reachable, rows, states, tell, told, words

from yiwang.access import Actor, Grant, Keyring
from yiwang.base.clock import FixedClock
from yiwang.db import Database, Tx
from yiwang.notices import preferring
from yiwang.notices.carriers import Carrier
from yiwang.notices.delivering import Sender
from yiwang.notices.model import Claimed

pytestmark = [pytest.mark.anyio, pytest.mark.store]


async def test_who_prefers_a_carrier_is_told_there_too_and_once(
    database: Database, keyring: Keyring, sender: Sender
) -> None:
    async with relay() as other:
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "mail")
        bob = await reachable(database, keyring, "bob")
        for _ in range(3):
            await tell(database, ann, bob)
        for _ in range(3):
            await sender.round()
    assert [letter["To"] for letter in other.letters] == ["ann@example.org"]
    assert await told(database, ann) == await told(database, bob) == ["cases.remind"]
    (row,) = await rows(database)
    assert (row["state"], row["attempts"], row["account_id"], row["error"]) == ("sent", 1, ann, None)


async def test_history_and_replays_go_to_nobody_s_telephone(
    database: Database, keyring: Keyring, sender: Sender
) -> None:
    async with gateway() as other:
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "sms")
        await tell(database, ann, key="1", origin="history")
        await tell(database, ann, key="2", origin="replay")
        await tell(database, ann, key="3", inbox_only=True)
        assert await sender.round() == 0
    assert other.asked == [] and len(await told(database, ann)) == 2


async def test_what_fails_comes_again_later_and_is_given_up_to_the_next_carrier(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    root = await person(database, "root", "system_admin")
    async with gateway(lambda _: (200, {"code": 1})) as busy, relay() as other:
        await declare(database, keyring, busy)
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "sms", "mail")
        await tell(database, ann)
        moments = []
        for _ in range(200):
            if await sender.round() and len(busy.asked) > len(moments):
                moments.append(clock.at)
            clock.at += timedelta(seconds=30)
            if other.letters:
                break
    gaps = [(b - a).total_seconds() for a, b in itertools.pairwise(moments)]
    assert len(busy.asked) == 6 and gaps == sorted(gaps)
    assert await states(database) == [("mail", "sent"), ("sms", "failed")]
    assert set(await told(database, root)) == {"carriers.open", "carriers.failed"}
    async with database.tx() as tx:
        assert await preferring.preferences(tx, Actor(ann, "account", "ann", (Grant("handler"),)))


async def test_a_wrong_address_goes_to_the_next_carrier_at_once(
    database: Database, keyring: Keyring, sender: Sender
) -> None:
    async with gateway(lambda _: (200, {"code": "UNKNOWN 13812345678"})) as other, relay() as post:
        await declare(database, keyring, other)
        await declare(database, keyring, post)
        await tell(database, await reachable(database, keyring, "ann", "sms", "mail"))
        for _ in range(2):
            await sender.round()
    assert await states(database) == [("mail", "sent"), ("sms", "failed")]
    assert "13812345678" not in str(await rows(database))


async def test_nobody_s_address_or_a_carrier_switched_off_goes_to_the_next_as_well(
    database: Database, keyring: Keyring, sender: Sender
) -> None:
    async with gateway() as other, relay() as post:
        await declare(database, keyring, other)
        await declare(database, keyring, post)
        ann = await reachable(database, keyring, "ann", "sms", "mail")
        async with database.tx() as tx:
            await preferring.forget_contact(tx, Actor(ann, "account", "ann", (Grant("handler"),)), "sms", at=tx.at)
        await tell(database, ann)
        for _ in range(2):
            await sender.round()
    assert other.asked == [] and await states(database) == [("mail", "sent"), ("sms", "failed")]


async def test_what_may_have_got_through_is_uncertain_and_not_sent_again(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    root = await person(database, "root", "system_admin")
    async with gateway(lambda _: None) as other:
        await declare(database, keyring, other)
        await tell(database, await reachable(database, keyring, "ann", "sms"))
        for _ in range(5):
            await sender.round()
            clock.at += timedelta(hours=1)
    assert len(other.asked) == 1 and await states(database) == [("sms", "uncertain")]
    assert await told(database, root) == ["carriers.uncertain"]


async def test_a_gateway_that_tells_doubles_is_tried_again_as_long_as_it_does(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    async with gateway(lambda _: None) as other:
        await declare(database, keyring, other, tells_doubles_for=60)
        await tell(database, await reachable(database, keyring, "ann", "sms"))
        for _ in range(20):
            await sender.round()
            clock.at += timedelta(seconds=20)
    assert len(other.asked) >= 2 and len({asked.json["id"] for asked in other.asked}) == 1
    assert await states(database) == [("sms", "uncertain")]


async def test_a_dead_gateway_holds_up_nobody_else(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    held = asyncio.Event()

    async def never(_: Asked) -> tuple[int, Any]:
        await held.wait()
        return 503, {}

    async with gateway(never) as dead, relay() as post:
        await declare(database, keyring, dead)
        await declare(database, keyring, post)
        ann = await reachable(database, keyring, "ann", "sms")
        bob = await reachable(database, keyring, "bob", "mail")
        for key in range(10):
            await tell(database, ann, bob, key=str(key))
        working = asyncio.create_task(sender.round())
        async with asyncio.timeout(60):
            while len(post.letters) < 10:  # noqa: ASYNC110 - the relay has no event to wait for
                await asyncio.sleep(0.02)
        assert not working.done()
        held.set()
        await working
        # The lane's circuit is open by now: nothing more is tried on it until it closes, and then one message.
        tried = len(dead.asked)
        clock.at += timedelta(seconds=20)
        await sender.round()
        assert len(dead.asked) == tried == 10
        clock.at += timedelta(minutes=15)
        await sender.round()
        assert len(dead.asked) == tried + 1


async def test_two_senders_share_the_work_and_double_nothing(
    database: Database, keyring: Keyring, sender: Sender
) -> None:
    async with gateway() as other:
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "sms")
        for key in range(60):
            await tell(database, ann, key=str(key))
        more = Sender(database, keyring)
        counts = await asyncio.gather(sender.round(), more.round())
        await more.close()
    assert sum(counts) == 60 and min(counts) > 0
    assert sorted(words(other)) == sorted(f"P1 {key}" for key in range(60))


async def test_messages_sent_side_by_side_open_their_carrier_once(
    database: Database, keyring: Keyring, sender: Sender
) -> None:
    async with gateway() as other:
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "sms")
        for key in range(4):
            await tell(database, ann, key=str(key))
        together = asyncio.Barrier(4)

        async def find(row: Claimed) -> Carrier:
            async with database.tx() as tx:
                await together.wait()
                return (await sender._reach.find(tx, row))[0]

        first, *others = await asyncio.gather(*(find(row) for row in await sender._claim("sms")))
        assert others and all(each is first for each in others)


async def test_what_a_sender_that_is_gone_had_claimed_is_taken_over(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    async with gateway() as other:
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "sms")
        for key in range(3):
            await tell(database, ann, key=str(key))
        gone = Sender(database, keyring)
        (first, *others), _ = await gone._claim("sms"), await gone.close()
        async with database.tx() as tx:  # right before its bytes left, the process was killed
            assert await _begin(tx, first.id, gone.id)
        assert await sender.round() == 0
        clock.at += timedelta(minutes=3)
        await sender.round()
    assert sorted(words(other)) == sorted(each.message.text for each in others)
    assert sorted(await states(database)) == [("sms", "sent"), ("sms", "sent"), ("sms", "uncertain")]


async def _begin(tx: Tx, row: UUID, by: UUID) -> bool:
    from yiwang.notices.store import outbox

    return await outbox.begin(tx, row, by, tx.at, tx.at + timedelta(minutes=3))
