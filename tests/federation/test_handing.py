"""A case goes down and up between two running platforms."""

import pytest
from tests.federation.pair import Pair

from yiwang.events.keeping import contact_of

pytestmark = pytest.mark.anyio


async def test_a_case_handed_down_is_done_below_and_ends_above(pair: Pair) -> None:
    (case_id,) = await pair.filed()
    answer = await pair.hand(pair.upper, case_id, pair.lower)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["owner"], answer.json()["ours"]) == ("caoyang", False)
    await pair.quiet()
    below = await pair.upper.remote(case_id)
    assert below is not None
    theirs, mirror = await pair.lower.case(below), await pair.upper.case(case_id)
    assert theirs.due_at == mirror.due_at
    assert "时限随案自 平台 putuo 移交，移交时剩余" in theirs.deadline["zh"]
    for verb, body in (("dispatch", {}), ("receive", {}), ("handle", {"text": "已清理"}), ("check", {"passed": True})):
        await pair.lower.step(below, verb, **body)
        await pair.quiet()
        assert (await pair.upper.case(case_id)).state == (await pair.lower.case(below)).state
    await pair.lower.step(below, "close", text="已清理完毕")
    await pair.quiet()
    ended, mirror = await pair.lower.case(below), await pair.upper.case(case_id)
    assert (ended.state, mirror.state) == ("closed", "closed")
    assert ended.closed_at == mirror.closed_at
    answered = await pair.upper.rows("SELECT state, answer FROM events.report WHERE event_id = %s", case_id)
    assert [row["state"] for row in answered] == ["answered"]
    assert "已清理完毕" in answered[0]["answer"]["text"]


async def test_a_case_handed_back_is_finished_above(pair: Pair) -> None:
    (case_id,) = await pair.filed()
    await pair.hand(pair.upper, case_id, pair.lower)
    await pair.quiet()
    below = await pair.upper.remote(case_id)
    assert below is not None
    await pair.lower.step(below, "dispatch")
    await pair.lower.step(below, "receive")
    assert (await pair.hand(pair.lower, below, pair.upper, "需区级协调")).status_code == 200
    assert (await pair.lower.ask("POST", f"/api/cases/{below}/handle", json={"text": "x"})).status_code == 409
    await pair.quiet()
    returned = await pair.upper.case(case_id)
    assert (returned.state, returned.lent_to, returned.returns) == ("to_dispatch", None, 1)
    for verb, body in (("dispatch", {}), ("receive", {}), ("handle", {"text": "x"}), ("check", {"passed": True})):
        await pair.upper.step(case_id, verb, **body)
    await pair.upper.step(case_id, "close")
    await pair.quiet()
    mirror = await pair.lower.case(below)
    assert (mirror.state, mirror.lent_to, mirror.closed_at) == (
        "closed",
        "putuo",
        (await pair.upper.case(case_id)).closed_at,
    )


async def test_a_case_moves_on_while_it_is_called_back(pair: Pair) -> None:
    """A recall from a stale view is refused clearly; with the present view it is granted."""
    (case_id,) = await pair.filed()
    await pair.hand(pair.upper, case_id, pair.lower)
    await pair.quiet()
    below = await pair.upper.remote(case_id)
    assert below is not None
    for wire in pair.wires:
        wire.cut = True
    await pair.lower.step(below, "dispatch")
    path = f"/api/federation/cases/{case_id}/recall"
    assert (await pair.upper.ask("POST", path, json={"reason": "另有安排"})).status_code == 200
    await pair.quiet()
    sharing = (await pair.upper.ask("GET", f"/api/federation/cases/{case_id}")).json()
    letter = sharing["letters"][-1]
    assert (letter["kind"], letter["state"]) == ("case.recall", "refused")
    assert "The case moved on" in letter["answer"]["detail"]
    assert sharing["owner"] == "caoyang"
    told = await pair.upper.rows("SELECT text FROM cases.timeline WHERE step = 'recall_refused'")
    assert len(told) == 1
    assert (await pair.upper.ask("POST", path, json={"reason": "另有安排"})).status_code == 200
    await pair.quiet()
    assert (await pair.upper.case(case_id)).lent_to is None
    assert (await pair.lower.case(below)).lent_to == "putuo"


@pytest.mark.parametrize(
    ("pair", "known"), [("none", []), ("full", [("张晓梅", "13800000000")])], indirect=["pair"], ids=["none", "full"]
)
async def test_persons_are_told_only_where_the_declaration_lets_it(pair: Pair, known: list[tuple[str, str]]) -> None:
    (case_id,) = await pair.filed()
    await pair.hand(pair.upper, case_id, pair.lower)
    await pair.quiet()
    keyring = pair.lower.city.books.keyring
    found = []
    async with pair.lower.city.database.tx() as tx:
        for row in await tx.rows("SELECT id, contact FROM events.reporter"):
            contact = await contact_of(tx, keyring, row["id"], row["contact"])
            assert contact
            found.append((contact.name, contact.phone))
    assert found == known
    sent = await pair.upper.rows("SELECT body FROM federation.outbox")
    assert not any("张晓梅".encode() in bytes(row["body"]) or b"13800000000" in bytes(row["body"]) for row in sent)
    audited = await pair.upper.rows("SELECT count(*) AS n FROM access.audit WHERE action = 'federation.share_personal'")
    assert audited[0]["n"] == len(known)
