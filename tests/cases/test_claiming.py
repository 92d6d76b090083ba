"""认领: one has it, the others see who; photos; two at once."""

import asyncio
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from tests.cases.steps import filed, step, steps
from tests.cities import City

from yiwang import files
from yiwang.access import Actor, Grant
from yiwang.base.errors import Conflict, NotFound
from yiwang.cases.model import Case
from yiwang.cases.steps import claiming, handling
from yiwang.cases.views import detailing, listing
from yiwang.events import triage

pytestmark = pytest.mark.anyio
ANN, BOB = (Actor(UUID(int=n), "account", name, (Grant("supervisor"),)) for n, name in ((1, "安"), (2, "鲍")))


async def claim(city: City, actor: Actor, case: Case) -> Case:
    async with city.database.tx() as tx:
        return await claiming.claim(tx, actor, case.id)


async def test_of_two_who_claim_at_once_one_wins_and_the_other_learns_who(city: City) -> None:
    for number in range(5):
        case = await filed(city, separate=True, text=f"第 {number} 件")
        both = await asyncio.gather(claim(city, ANN, case), claim(city, BOB, case), return_exceptions=True)
        won = [one for one in both if isinstance(one, Case)]
        lost = [one for one in both if isinstance(one, Conflict)]
        assert (len(won), len(lost)) == (1, 1)
        assert won[0].claimed_name in lost[0].detail


async def test_claiming_again_is_harmless_and_releasing_is_ones_own(city: City) -> None:
    case = await claim(city, ANN, await filed(city))
    assert (await claim(city, ANN, case)).claimed_by == ANN.id
    async with city.database.tx() as tx:
        assert [c.id for c in (await listing.find(tx, ANN, listing.Wanted(mine=True), at=city.now)).items] == [case.id]
        assert (await listing.find(tx, BOB, listing.Wanted(mine=True), at=city.now)).items == []
    with pytest.raises(Conflict):
        async with city.database.tx() as tx:
            await claiming.release(tx, BOB, case.id)
    async with city.database.tx() as tx:
        assert (await claiming.release(tx, ANN, case.id)).claimed_by is None
    assert (await claim(city, BOB, case)).claimed_by == BOB.id


async def test_a_closed_case_cannot_be_claimed(city: City) -> None:
    case = await filed(city, self_handled="当场清扫")
    with pytest.raises(Conflict):
        await claim(city, ANN, case)


async def test_of_many_who_take_the_same_step_at_once_one_does_and_it_is_written_once(city: City) -> None:
    case = await filed(city)
    found = await asyncio.gather(*(step(city, case.id, "dispatch") for _ in range(6)), return_exceptions=True)
    assert sum(isinstance(one, Case) for one in found) == 1
    assert sum(isinstance(one, Conflict) for one in found) == 5
    async with city.database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM cases.assignment") == 1
        assert await tx.value("SELECT count(*) FROM ledger.fact WHERE type = 'case.dispatched'") == 1


async def photo(city: City, actor: Actor, folder: Path) -> UUID:
    out = BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "PNG")
    kept = await files.keep_photo(city.database, files.Shelf(folder), actor, out.getvalue(), "a.png")
    return kept.id


async def test_photos_before_and_after_hang_on_the_case_and_whoever_sees_it_sees_them(
    city: City, tmp_path: Path
) -> None:
    before, after = await photo(city, city.officer, tmp_path), await photo(city, ANN, tmp_path)
    case = await filed(city, photos=(before,))
    case = await steps(city, case, "dispatch", "receive")
    async with city.database.tx() as tx:
        await handling.handle(tx, ANN, case.id, text="已清理", at=city.now, photos=[after])
    ours, theirs = city.holder("handler", unit="CY"), city.holder("handler", unit="CS")
    async with city.database.tx() as tx:
        told = await detailing.detail(tx, ours, case.id, books=city.books, at=city.now)
        assert [(p["id"], p["taken"]) for p in told["photos"]] == [(before, "before"), (after, "after")]
        for one in (before, after):
            assert (await files.find_photo(tx, ours, one, at=city.now)).object_id == case.id
            with pytest.raises(NotFound):
                await files.find_photo(tx, theirs, one, at=city.now)


async def test_a_photo_of_another_or_of_another_case_is_refused_with_the_whole_step(city: City, tmp_path: Path) -> None:
    first, second = await filed(city), await filed(city, separate=True)
    others = await photo(city, BOB, tmp_path)
    used = await photo(city, ANN, tmp_path)
    for case in (first, second):
        await steps(city, case, "dispatch", "receive")
    async with city.database.tx() as tx:
        await handling.handle(tx, ANN, first.id, text="已清理", at=city.now, photos=[used])
    for bad in (others, used, UUID(int=7)):
        with pytest.raises(Conflict):
            async with city.database.tx() as tx:
                await handling.handle(tx, ANN, second.id, text="已清理", at=city.now, photos=[bad])
    async with city.database.tx() as tx:
        assert (await listing.see(tx, ANN, second.id)).state == "handling"


async def test_the_photo_of_what_a_machine_saw_waits_with_it_and_comes_to_the_case(city: City, tmp_path: Path) -> None:
    first, second = await photo(city, city.officer, tmp_path), await photo(city, city.officer, tmp_path)
    told = await city.report(channel="video", photos=(first,), lon=121.4, lat=31.24)
    await city.report(channel="video", photos=(second,), lon=121.4, lat=31.24)
    async with city.database.tx() as tx:
        await triage.admit(tx, city.officer, told.event_id, at=city.now)
    async with city.database.tx() as tx:
        seen = await detailing.detail(tx, city.officer, told.event_id, books=city.books, at=city.now)
    assert {p["id"] for p in seen["photos"]} == {first, second}
