"""What waits for a better hour: quiet hours, and the digest of what is of low urgency."""

from datetime import datetime, time, timedelta
from uuid import UUID

import pytest
from tests.access.visitors import PLATFORM
from tests.notices.gateways import gateway
from tests.notices.telling import declare, reachable, rows, states, tell, words

from yiwang.access import Keyring
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.notices import preferring
from yiwang.notices.delivering import Sender

pytestmark = [pytest.mark.anyio, pytest.mark.store]
NIGHT = (time(22), time(7))


async def test_quiet_hours_hold_what_is_not_urgent(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    clock.at = datetime.fromisoformat("2026-11-16T23:00+08:00")
    async with gateway() as other:
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "sms", quiet=NIGHT)
        await tell(database, ann, key="normal")
        await tell(database, ann, key="urgent", urgency="urgent")
        await sender.round()
        assert words(other) == ["P1 urgent"]
        clock.at = datetime.fromisoformat("2026-11-17T06:59+08:00")
        await sender.round()
        assert words(other) == ["P1 urgent"]
        clock.at = datetime.fromisoformat("2026-11-17T07:00+08:00")
        await sender.round()
    assert words(other) == ["P1 urgent", "P1 normal"]
    assert [row["attempts"] for row in await rows(database)] == [1, 1]


async def test_a_post_s_quiet_hours_count_for_who_has_none_of_their_own(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    clock.at = datetime.fromisoformat("2026-11-16T23:00+08:00")
    post = UUID(int=9)
    async with gateway() as other:
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "sms")
        bob = await reachable(database, keyring, "bob", "sms", quiet=(time(1), time(2)))
        async with database.tx() as tx:
            await preferring.set_post_quiet(tx, PLATFORM, post, NIGHT, "Asia/Shanghai", at=tx.at)
        await tell(database, ann, bob, posts={ann: post, bob: post})
        await sender.round()
        assert len(other.asked) == 1
        waiting = [row["account_id"] for row in await rows(database) if row["state"] == "waiting"]
    assert waiting == [ann]


async def test_low_ones_come_together_at_the_digest(
    database: Database, keyring: Keyring, sender: Sender, clock: FixedClock
) -> None:
    clock.at = datetime.fromisoformat("2026-11-16T10:00+08:00")
    async with gateway() as other:
        await declare(database, keyring, other)
        ann = await reachable(database, keyring, "ann", "sms", digests=(time(12), time(18)))
        for key in range(5):
            await tell(database, ann, key=str(key), urgency="low")
            clock.at += timedelta(seconds=1)
        await tell(database, ann, key="now")
        await sender.round()
        assert words(other) == ["P1 now"]
        clock.at = datetime.fromisoformat("2026-11-16T12:00+08:00")
        for _ in range(3):
            await sender.round()
    assert len(other.asked) == 2
    assert words(other)[1].splitlines() == [f"· 催办 P1 {key}" for key in range(5)]
    assert sorted(await states(database)) == [("sms", "gathered")] * 5 + [("sms", "sent")] * 2
