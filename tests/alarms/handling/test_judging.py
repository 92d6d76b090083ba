"""Verdicts and what is counted of them: precision of rules, classes, devices; proposals with their effect."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.alarms.raising import ABOVE, District
from yiwang.alarms.driving import listens as combinations
from yiwang.alarms.handling import deciding, judging, proposing, recalling
from yiwang.alarms.handling.model import Judged, Tally, threshold_for
from yiwang.alarms.handling.model.proposing import effect_of
from yiwang.alarms.handling.recalling import OldAlarm
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import Rule, RuleSet
from yiwang.alarms.rules.book import in_force
from yiwang.alarms.rules.declaring import publish_rules
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.events.machines import listens as machines
from yiwang.ledger.listening import drain

pytestmark = pytest.mark.anyio
judged_values = st.lists(st.builds(Judged, st.integers(0, 20).map(float), st.booleans()), max_size=40)


async def judge(district: District, ids: list[UUID], verdict: str) -> int:
    async with district.city.database.tx() as tx:
        return await judging.judge(tx, district.city.officer, ids, verdict, at=district.city.now)


async def tally(district: District, kind: str, key: str) -> Tally:
    async with district.city.database.tx() as tx:
        return (await judging.tallies(tx, kind, [key]))[key]


async def noted(district: District) -> dict[str, int]:
    """What the figures of devices count."""
    rows = await district.rows("SELECT verdict, sum(count) AS n FROM sensing.verdict_count GROUP BY 1")
    return {row["verdict"]: row["n"] for row in rows if row["n"]}


async def test_a_verdict_counts_once_and_a_change_of_mind_moves_it(district: District) -> None:
    ids = await district.raised("G1", "G2", "G3")
    assert await judge(district, ids, "true") == 3
    assert await judge(district, ids, "true") == 0
    assert await judge(district, ids[:1], "false") == 1
    rule = await tally(district, "rule", "gas/high")
    assert (rule.n_true, rule.n_false, rule.precision) == (2, 1, 2 / 3)
    assert (await tally(district, "class", "GAS")).counted == 3
    device = str(district.devices["G1"])
    assert (await tally(district, "device", device)).precision == 0
    assert await judge(district, ids[:1], "fault") == 1
    assert (await tally(district, "rule", "gas/high")).precision == 1.0
    assert (await tally(district, "device", device)).precision == 0
    await judge(district, ids[:1], "test")
    assert (await tally(district, "device", device)).precision is None
    facts = await district.rows("SELECT data FROM ledger.fact WHERE type = 'alarm.judged' ORDER BY seq")
    assert [row["data"]["before"] for row in facts[3:]] == ["true", "false", "fault"]


async def test_many_judges_at_once_count_right(district: District) -> None:
    ids = await district.raised("G1", "G2", "G3")
    orders = [("true", ids), ("false", ids[::-1]), ("fault", ids), ("true", ids[::-1])] * 2
    await asyncio.gather(*(judge(district, some, verdict) for verdict, some in orders))
    kept = await district.rows("SELECT verdict, count(*) AS n FROM alarms.verdict GROUP BY 1")
    found = await tally(district, "rule", "gas/high")
    counts = {"true": found.n_true, "false": found.n_false, "test": found.n_test, "fault": found.n_fault}
    assert {row["verdict"]: row["n"] for row in kept} == {name: n for name, n in counts.items() if n}
    assert await noted(district) == {name: n for name, n in counts.items() if n}


async def test_verdicts_are_for_who_may_and_for_their_part(district: District) -> None:
    city = district.city
    here, there = await district.raised("G1", "G3")
    street = city.holder("duty_officer", jurisdiction="310107005000")
    for actor, ids, error in (
        (street, [here, there], NotFound),
        (city.holder("analyst"), [here], Forbidden),
    ):
        async with city.database.tx() as tx:
            with pytest.raises(error):
                await judging.judge(tx, actor, ids, "true", at=city.now)
    async with city.database.tx() as tx:
        with pytest.raises(Invalid):
            await judging.judge(tx, street, [here], "maybe", at=city.now)
    await judge(district, [here], "true")
    await judge(district, [there], "false")
    async with city.database.tx() as tx:
        own = (await judging.figures(tx, street, "rule")).items
        assert [(one.key, one.n_true, one.n_false) for one in own] == [("gas/high", 1, 0)]
        every = await judging.figures(tx, city.officer, "device", limit=1)
        assert len(every.items) == 1
        assert every.next
        rest = (await judging.figures(tx, city.officer, "device", cursor=every.next)).items
        assert len(rest) == 1
        none = await judging.figures(tx, city.officer, "rule", since=city.later(days=1))
        assert none.items == []


async def test_what_is_proposed_shows_what_it_would_have_done(district: District) -> None:
    city = district.city
    for value, verdict in ((26.0, "false"), (27.0, "false"), (28.0, "false"), (40.0, "true"), (60.0, "true")):
        (alarm,) = await district.raised("G1", value=value)
        await judge(district, [alarm], verdict)
        await district.resolved([alarm])
    async with city.database.tx() as tx:
        found = await proposing.proposals(tx, city.officer, at=city.now, verdicts=5, precision=0.9)
        rule, device = found
        assert (rule.key, rule.action, rule.bound) == ("gas/high", "threshold", ABOVE["bound"])
        assert rule.effect
        assert (rule.effect.bound, rule.effect.removed_false, rule.effect.lost_true) == (40.0, 3, 0)
        assert rule.effect.precision == 1.0
        assert (device.about, device.action) == ("device", "repair")
        street = city.holder("duty_officer", jurisdiction="310107005000")
        own = await proposing.proposals(tx, street, at=city.now, verdicts=5, precision=0.9)
        assert [one.about for one in own] == ["device"]
        stranger = city.holder("duty_officer", jurisdiction="310107015000")
        assert await proposing.proposals(tx, stranger, at=city.now, verdicts=5, precision=0.9) == []
        tx.put("UPDATE sensing.device SET installed_on = %s WHERE code = 'G1'", (date(2015, 1, 1),))
        assert [
            one.action for one in await proposing.proposals(tx, street, at=city.now, verdicts=5, precision=0.9)
        ] == ["retire"]


async def test_a_proposed_bound_is_tried_accepted_and_rests_until_new_verdicts_come(district: District) -> None:
    city = district.city
    high = Condition(code="high", kind="above", severity="red", bound=25.0, clear=20.0)
    gas = Rule(code="gas", device_class="GAS", metric="gas", conditions=(high,))
    async with city.database.tx() as tx:
        await publish_rules(tx, city.officer, RuleSet(rules=(gas,)), valid_from=city.now, at=city.now)
    for value, verdict in ((26.0, "false"), (27.0, "false"), (40.0, "true")):
        (alarm,) = await district.raised("G1", value=value)
        await judge(district, [alarm], verdict)
        await district.resolved([alarm])
    later = city.later(hours=1)
    stranger = city.holder("duty_officer", jurisdiction="310107005000")
    city.database.clock.at = later  # type: ignore[attr-defined]
    async with city.database.tx() as tx:
        assert await deciding.try_proposals(tx, city.officer, at=later) == 0  # too few verdicts for a proposal
        trial = await deciding.try_proposal(tx, city.officer, "gas/high", 40.0, at=later)
        tried = trial.rules["rules"][0]["conditions"][0]
        assert (trial.until, tried["bound"], tried["clear"]) == (later, 40.0, 35.0)
        found = await proposing.proposals(tx, city.officer, at=later, verdicts=3, precision=0.9)
        assert found[0].trial and found[0].trial.id == trial.id
    accepted = deciding.Asked("rule", "gas/high", "threshold", "accepted", 40.0)
    for actor, asked, error in (
        (stranger, accepted, Forbidden),
        (city.officer, replace(accepted, bound=None), Invalid),
        (city.officer, replace(accepted, key="none/high"), NotFound),
        (city.officer, replace(accepted, decision="refused"), Invalid),
    ):
        with pytest.raises(error):
            async with city.database.tx() as tx:
                await deciding.decide(tx, actor, asked, at=later)
    async with city.database.tx() as tx:
        await deciding.decide(tx, city.officer, accepted, at=later)
    async with city.database.tx() as tx:
        changed = (await in_force(tx, later)).rules[0].conditions[0]
        assert (changed.bound, changed.clear) == (40.0, 35.0)
        left = await proposing.proposals(tx, city.officer, at=later, verdicts=3, precision=0.9)
        assert [one.about for one in left] == ["device"]
        assert [one.decision for one in await deciding.decided(tx, city.officer)] == ["accepted"]
        with pytest.raises(Conflict):
            await deciding.decide(tx, city.officer, replace(accepted, bound=41.0), at=later)


async def test_a_device_is_retired_by_who_answers_for_it(district: District) -> None:
    city, device = district.city, str(district.devices["G1"])
    (alarm,) = await district.raised("G1")
    await judge(district, [alarm], "fault")
    refused = deciding.Asked("device", device, "repair", "refused", reason="已修复")
    retired = deciding.Asked("device", device, "retire", "accepted")
    async with city.database.tx() as tx:
        with pytest.raises(NotFound):
            elsewhere = city.holder("data_admin", jurisdiction="310107015000")
            await deciding.decide(tx, elsewhere, refused, at=city.now)
        await deciding.decide(tx, city.officer, retired, at=city.now)
        assert [one.key for one in await deciding.decided(tx, city.officer)] == [device]
    assert (await district.rows("SELECT state FROM sensing.device WHERE code = 'G1'"))[0]["state"] == "retired"


@given(judged_values, st.booleans())
def test_no_other_bound_removes_more_and_loses_no_more(judged: list[Judged], above: bool) -> None:
    found = threshold_for(judged, above=above)
    true = sum(one.true for one in judged)
    effects = [effect_of(judged, one.value, above=above) for one in judged]
    allowed = [one.removed_false for one in effects if one.lost_true <= 0.05 * true]
    assert (found.removed_false if found else 0) == max(allowed, default=0)
    if found:
        assert found == effect_of(judged, found.bound, above=above)
        assert found.lost_true <= 0.05 * true


async def test_old_alarms_come_in_once_with_their_verdicts(district: District) -> None:
    city = district.city
    row = OldAlarm("G1", "gas", "high", "red", 30.0, city.now - timedelta(days=9), city.now - timedelta(days=8), "true")
    rows = [row, replace(row, device="G2", verdict="false"), replace(row, rule="other")]
    for expected in (3, 0):
        async with city.database.tx() as tx:
            assert (await recalling.recall(tx, city.officer, rows, at=city.now)).added == expected
    assert (await tally(district, "rule", "gas/high")).counted == 2
    assert await noted(district) == {"true": 2, "false": 1}
    wrong = [replace(row, device="X"), replace(row, verdict="x"), replace(row, resolved_at=city.now + timedelta(1))]
    async with city.database.tx() as tx:
        found = await recalling.recall(tx, city.officer, wrong, at=city.now)
        assert [(one.row, one.field) for one in found.problems] == [(1, "device"), (2, "verdict"), (3, "resolved_at")]
        with pytest.raises(Forbidden):
            await recalling.recall(tx, city.holder("duty_officer"), rows, at=city.now)
    told = await district.rows(
        "SELECT DISTINCT type, origin, time FROM ledger.fact WHERE type LIKE 'alarm.%%' ORDER BY 1"
    )
    assert [(one["type"], one["origin"], one["time"]) for one in told] == [
        ("alarm.judged", "history", row.resolved_at),
        ("alarm.raised", "history", row.raised_at),
        ("alarm.resolved", "history", row.resolved_at),
    ]
    facts = await district.rows("SELECT count(*) AS n FROM ledger.fact WHERE origin = 'history'")
    assert facts[0]["n"] == 9, "sent again, nothing is told again"
    await drain(city.database, [machines.listener(city.books), combinations.LISTENER])
    assert await district.rows("SELECT 1 FROM events.event") == []
    assert (await district.rows("SELECT count(*) AS n FROM alarms.alarm"))[0]["n"] == 3
