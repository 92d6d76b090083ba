"""What following the log costs where little or nothing is shared."""

import uuid
from pathlib import Path

import pytest
from tests.cases.steps import filed, step
from tests.cities import City, build
from tests.counting import counting

from yiwang import ledger
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.federation import store
from yiwang.federation.model import Link
from yiwang.federation.telling import stepped

pytestmark = pytest.mark.anyio
PEER = {
    **{"name": "other", "title": "other", "url": "http://other.example", "relation": "upper", "personal": "none"},
    **{"sign_public": b"0" * 32, "seal_public": b"0" * 32, "api_key": None, "unit_id": None, "state": "active"},
    "shares": ["photos", "notes", "warnings", "signs"],
}


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    return await build(database, clock, tmp_path)


async def test_a_platform_without_partners_pays_one_look_for_all_steps_of_a_batch(city: City) -> None:
    for verb in ("dispatch", "receive"):
        for case in [await filed(city) for _ in range(2)]:
            await step(city, case.id, "dispatch")
            if verb == "receive":
                await step(city, case.id, verb)
    async with city.database.tx() as tx:
        facts = await ledger.read(tx, types=["case.dispatched", "case.received"])
    assert len(facts) == 6
    async with counting(city.database) as tx:
        await stepped(city.books, tx, facts)
        assert tx.waits == 1


async def test_a_shared_case_that_is_ours_is_found_among_the_others(city: City) -> None:
    shared, lent, _ = [await filed(city) for _ in range(3)]
    async with city.database.tx() as tx:
        ids = {"id": uuid.uuid4(), "application_id": uuid.uuid4(), "jurisdictions": ["310107"], "recorded": tx.at}
        await store.put_peer(tx, PEER | ids)
        for case, owner in ((shared, tx.platform), (lent, "other")):
            store.put_link(tx, Link(case.id, "other", uuid.uuid4(), "P1", owner, 1, 0, [], []))
    async with city.database.tx() as tx:
        found = await store.links_of_cases(tx, {shared.id, lent.id, uuid.uuid4()})
        assert {(link.case_id, link.owner) for link in found} == {(shared.id, tx.platform), (lent.id, "other")}
