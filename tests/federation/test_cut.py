"""The network is cut, answers get lost, processes are killed at seeded points: in the end both agree, nothing twice."""

import asyncio
import random
from uuid import UUID

import pytest
from tests.federation.pair import Pair, Side

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
CASES = 6
LIFE = (
    ("dispatch", {}),
    ("receive", {}),
    ("handle", {"text": "已清理"}),
    ("check", {"passed": True}),
    ("close", {"text": "完毕"}),
)


@pytest.mark.parametrize("seed", [11, 12])
async def test_both_agree_after_cuts_and_kills(pair: Pair, seed: int) -> None:
    chance = random.Random(seed)
    for wire in pair.wires:
        wire.chance, wire.breaks = random.Random(seed), 0.4
    ids = await pair.filed(CASES)
    for case_id in ids:
        await trouble(pair, chance)
        assert (await pair.hand(pair.upper, case_id, pair.lower)).status_code == 200
    back = set(chance.sample(ids, 2))
    for case_id in ids:
        below = await arrived(pair, case_id, chance)
        for verb, body in LIFE[:2] if case_id in back else LIFE:
            await trouble(pair, chance)
            await pair.lower.step(below, verb, **body)
        if case_id in back:
            assert (await pair.hand(pair.lower, below, pair.upper, "需区级协调")).status_code == 200
    await pair.quiet()
    for case_id in back:
        for verb, body in LIFE:
            await trouble(pair, chance)
            await pair.upper.step(case_id, verb, **body)
    await pair.quiet(90)
    assert sum(len(wire.broken) for wire in pair.wires) > 5, "the network was hardly in trouble"
    await agree(pair, ids)


async def trouble(pair: Pair, chance: random.Random) -> None:
    """Cut or mend a wire, or kill a process: or nothing at all."""
    drawn = chance.random()
    if drawn < 0.15:
        chance.choice(pair.wires).cut = True
    elif drawn < 0.4:
        chance.choice(pair.wires).cut = False
    elif drawn < 0.5:
        side = chance.choice(pair.sides)
        side.kill()
        side.start()
        await side.up()
    for side in pair.sides:  # tried again at once, so that there is trouble enough in a short time
        async with side.city.database.tx() as tx:
            await tx.count("UPDATE federation.peer SET next_try = NULL WHERE next_try IS NOT NULL")


async def arrived(pair: Pair, case_id: UUID, chance: random.Random) -> UUID:
    """Wait until a case is below, through whatever trouble there is; return its id there."""
    for _ in range(2400):
        for wire in pair.wires:
            wire.cut = False
        found = await pair.lower.rows("SELECT case_id FROM federation.link WHERE remote_id = %s", case_id)
        if found:
            below: UUID = found[0]["case_id"]
            return below
        await trouble(pair, chance)
        await asyncio.sleep(0.1)
    raise AssertionError([(side.folder / "platform.log").read_text()[-3000:] for side in pair.sides])


async def agree(pair: Pair, ids: list[UUID]) -> None:
    """Both sides tell the same of every case, and each thing happened once."""
    for case_id in ids:
        below = await pair.upper.remote(case_id)
        assert below is not None
        above, there = await pair.upper.case(case_id), await pair.lower.case(below)
        assert (above.state, above.closed_at, above.due_at) == ("closed", there.closed_at, there.due_at)
        assert there.state == "closed"
        assert above.platform == there.platform
        for side, own in ((pair.upper, case_id), (pair.lower, below)):
            assert await once(side, own) == {"case.closed": 1, "event.closed": 1, "case.filed": 1}
        told = [await lines(side, own) for side, own in ((pair.upper, case_id), (pair.lower, below))]
        for step in ("dispatch", "receive", "handle", "check", "close"):
            assert told[0].count(step) == told[1].count(step), (step, told)
    counts = await pair.lower.rows("SELECT count(*) AS n FROM cases.case")
    assert counts[0]["n"] == len(ids)
    for here, there in (pair.sides, pair.sides[::-1]):
        sent = await here.rows("SELECT id, seq, state FROM federation.outbox ORDER BY seq")
        taken = await there.rows("SELECT id, seq, outcome AS state FROM federation.inbox ORDER BY seq")
        assert sent == taken
        assert {row["state"] for row in sent} == {"done"}
        assert [row["seq"] for row in sent] == list(range(1, len(sent) + 1))


async def once(side: Side, case_id: UUID) -> dict[str, int]:
    rows = await side.rows(
        """SELECT type, count(*) AS n FROM ledger.fact
        WHERE subject = %s AND type IN ('case.closed', 'event.closed', 'case.filed') GROUP BY type""",
        case_id,
    )
    return {row["type"]: row["n"] for row in rows}


async def lines(side: Side, case_id: UUID) -> list[str]:
    return [r["step"] for r in await side.rows("SELECT step FROM cases.timeline WHERE case_id = %s", case_id)]
