"""Steps a phone sends until it is answered: done once, whoever asks twice, and never a deadline by its clock."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from tests.cases.steps import filed, lines, steps
from tests.cities import City

from yiwang import access
from yiwang.access import Actor, Grant
from yiwang.access.once import KEPT
from yiwang.base.errors import Conflict, Forbidden, NotFound, Refusal
from yiwang.cases.model import Case
from yiwang.cases.steps.repeating import Sent, take

pytestmark = pytest.mark.anyio
KEY = "0192f0a0-phone-key-1"


async def send(
    city: City, actor: Actor, case: Case, sent: Sent, key: str = KEY, raw: bytes | None = None
) -> tuple[Case, bool]:
    async with city.database.tx() as tx:
        raw = raw if raw is not None else repr(sent).encode()
        return await take(tx, actor, case.id, sent, key=key, raw=raw, zone=city.books.zone, at=city.now)


async def dispatched(city: City) -> Case:
    return await steps(city, await filed(city), "dispatch", unit=city.units["CY"])


async def test_a_step_sent_twice_is_done_once_and_answered_alike(city: City) -> None:
    case = await dispatched(city)
    first, repeated = await send(city, city.officer, case, Sent("receive"))
    again, known = await send(city, city.officer, case, Sent("receive"))
    assert (first.state, repeated, again.state, known) == ("handling", False, "handling", True)
    assert (await lines(city, case)).count("receive") == 1


async def test_the_same_step_sent_twice_at_once_is_done_once(city: City) -> None:
    case = await dispatched(city)
    both = await asyncio.gather(*(send(city, city.officer, case, Sent("receive")) for _ in range(4)))
    assert sorted(repeated for _, repeated in both) == [False, True, True, True]
    assert (await lines(city, case)).count("receive") == 1


async def test_another_step_under_the_same_key_is_refused(city: City) -> None:
    case = await dispatched(city)
    await send(city, city.officer, case, Sent("receive"))
    with pytest.raises(Conflict, match="new key"):
        await send(city, city.officer, case, Sent("handle", text="已清理"))


async def test_a_refused_step_may_be_sent_again_under_its_key(city: City) -> None:
    case = await filed(city)
    with pytest.raises(Conflict):
        await send(city, city.officer, case, Sent("receive"))
    await steps(city, case, "dispatch", unit=city.units["CY"])
    after, repeated = await send(city, city.officer, case, Sent("receive"))
    assert (after.state, repeated) == ("handling", False)


async def test_what_the_phone_says_of_the_time_stands_in_the_words_and_moves_no_clock(city: City) -> None:
    case = await dispatched(city)
    await send(city, city.officer, case, Sent("receive"), key=KEY + "a")
    made = city.now
    city.later(hours=2)
    after, _ = await send(city, city.officer, case, Sent("handle", text="已清理", made_at=made), key=KEY + "b")
    assert after.handled_at == city.now
    async with city.database.tx() as tx:
        text = await tx.value("SELECT text FROM cases.timeline WHERE case_id = %s AND step = 'handle'", (case.id,))
    local = made.astimezone(city.books.zone)
    assert text == f"处置完成：已清理（手机离线记录于 {local:%m-%d %H:%M}）"


async def test_a_step_made_on_an_older_version_is_a_conflict(city: City) -> None:
    case = await dispatched(city)
    await steps(city, case, "redispatch", unit=city.units["CY"], reason="换班")
    with pytest.raises(Conflict):
        await send(city, city.officer, case, Sent("receive", version=case.version))


async def test_another_units_handler_finds_no_case_and_a_key_is_ones_own(city: City) -> None:
    case = await dispatched(city)
    other = Actor(UUID(int=9), "account", "外单位", (Grant("handler", organisation=city.units["CS"]),))
    with pytest.raises(NotFound):
        await send(city, other, case, Sent("receive"))
    await send(city, city.officer, case, Sent("receive"))
    with pytest.raises(NotFound):
        await send(city, other, case, Sent("receive"))
    leader = Actor(UUID(int=10), "account", "领导", (Grant("leader"),))
    with pytest.raises(Forbidden):
        await send(city, leader, case, Sent("receive"), key=KEY + "c")


@pytest.mark.parametrize("sent", [Sent("void"), Sent("check", passed=None), Sent("return")])
async def test_a_step_that_lacks_something_is_refused(city: City, sent: Sent) -> None:
    case = await steps(city, await dispatched(city), "receive")
    with pytest.raises(Refusal):
        await send(city, city.officer, case, sent)


async def test_old_keys_are_forgotten(city: City) -> None:
    case = await dispatched(city)
    await send(city, city.officer, case, Sent("receive"))
    city.later(seconds=(KEPT + timedelta(days=1)).total_seconds())
    async with city.database.tx() as tx:
        await access.sweep(tx)
    async with city.database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM access.once") == 0
