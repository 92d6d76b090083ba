"""What following the log costs where little or nothing is shared."""

import uuid
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from tests.cases.steps import filed, step
from tests.cities import City, build
from tests.counting import counting

from yiwang import ledger
from yiwang.base.clock import FixedClock
from yiwang.cases.steps import noting
from yiwang.db import Database
from yiwang.federation import notes, store
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


async def test_a_note_waits_for_the_case_it_is_on(city: City) -> None:
    case = await filed(city)
    async with city.database.tx() as tx:
        ids = {"id": uuid.uuid4(), "application_id": uuid.uuid4(), "jurisdictions": ["310107"], "recorded": tx.at}
        key = X25519PrivateKey.generate().public_key().public_bytes_raw()
        await store.put_peer(tx, PEER | ids | {"seal_public": key})
        store.put_link(tx, Link(case.id, "other", None, None, "other", 1, 0, [], []))
        await noting.note(tx, city.officer, case.id, text="请尽快", at=tx.at)
    async with city.database.tx() as tx:
        facts = await ledger.read(tx, types=["case.noted"])
        await notes.tell(tx, facts)
        assert await store.letters_of_case(tx, case.id) == []
        lines = [row["id"] for row in await tx.rows("SELECT id FROM cases.timeline WHERE step = 'file'")]
        store.put_link(tx, Link(case.id, "other", None, None, "other", 1, 0, lines, []))
        for _ in range(2):  # the case was told: the note goes after it, once
            await notes.tell(tx, facts)
        assert [letter["kind"] for letter in await store.letters_of_case(tx, case.id)] == ["case.note"]
        link = await store.link(tx, case.id, "other")
        assert link
        store.return_turn(tx, link, tx.platform)
        refused = await store.link(tx, case.id, "other")
        assert refused
        assert (refused.owner, refused.turn, refused.sent_lines) == (tx.platform, 0, [])


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
