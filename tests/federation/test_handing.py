"""A case goes down and up between two running platforms."""

import pytest
from tests.federation.pair import Pair

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
