"""From an alarm to an event and back: triage, verdict, precision, and what has proven itself goes by itself."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests.alarms.raising import HERE, NEXT
from tests.events.machines.chain import Chain

from yiwang.alarms.handling import silencing, tallies
from yiwang.alarms.handling.model import Labels
from yiwang.base.errors import Forbidden, NotFound
from yiwang.events import triage
from yiwang.events.machines import judging, listing
from yiwang.sensing.devices.model import DeviceIn

pytestmark = pytest.mark.anyio


async def test_an_alarm_waits_for_a_verdict_and_the_verdict_comes_back_to_its_rule(chain: Chain) -> None:
    city = chain.district.city
    (alarm,) = await chain.raised("G1")
    (event,) = await chain.events()
    assert (event["state"], event["matter_code"], event["kind"]) == ("triage", "EXT21002", "alarm")
    assert event["urgent"]
    assert event["due_at"] == city.now + timedelta(minutes=3)
    assert "一号燃气" in event["text"]
    assert "30" in event["text"]
    async with city.database.tx() as tx:
        look = await listing.look(tx, city.officer, event["id"])
        assert (look.machine.evidence["device_id"], look.standing) == (str(chain.district.devices["G1"]), 1)
        page = await listing.waiting(tx, city.officer, late=False, at=city.now)
        assert [row["event_id"] for row in page.items] == [event["id"]]
        assert (await listing.of_alarm(tx, city.officer, alarm))["event_id"] == event["id"]
    done = await chain.judge(event["id"], "true")
    assert (done.state, done.alarms) == ("admitted", 1)
    await chain.follow()
    cases = await chain.district.rows("SELECT state FROM cases.case WHERE id = %s", event["id"])
    assert [row["state"] for row in cases] == ["to_dispatch"]
    async with city.database.tx() as tx:
        assert (await tallies(tx, "rule", ["gas/high"]))["gas/high"].precision == 1.0
    timers = await chain.district.rows("SELECT subject FROM ledger.timer WHERE kind = 'events.triage'")
    assert timers == []


async def test_a_false_alarm_is_refused_and_a_fault_becomes_an_upkeep(chain: Chain) -> None:
    await chain.raised("G1", "G2")
    first, second = await chain.events()
    assert (await chain.judge(first["id"], "false")).state == "refused"
    done = await chain.judge(second["id"], "fault")
    assert done.state == "refused"
    await chain.follow()
    upkeep = next(event for event in await chain.events() if event["id"] == done.upkeep)
    assert (upkeep["state"], upkeep["matter_code"], upkeep["upkeep"]) == ("admitted", "EXT24001", True)
    async with chain.district.city.database.tx() as tx:
        tally = (await tallies(tx, "rule", ["gas/high"]))["gas/high"]
    assert (tally.n_false, tally.n_fault, tally.precision) == (1, 1, 0.0)


async def test_the_queue_s_own_buttons_are_verdicts_too(chain: Chain) -> None:
    city = chain.district.city
    await chain.raised("G1", "G2")
    first, second = await chain.events()
    async with city.database.tx() as tx:
        await judging.admit(tx, city.officer, first["id"], books=city.books, at=city.now)
        await judging.refuse(tx, city.officer, second["id"], reason="false_alarm", text="误报", at=city.now)
    assert [event["verdict"] for event in await chain.events()] == ["true", "false"]


async def test_what_nobody_judges_goes_up_a_level_at_a_time(chain: Chain) -> None:
    city = chain.district.city
    await chain.raised("G1")
    await chain.later(minutes=3)
    (event,) = await chain.events()
    assert (event["state"], event["level"], event["due_at"]) == ("triage", 2, city.now + timedelta(minutes=3))
    await chain.later(minutes=3)
    (event,) = await chain.events()
    assert (event["level"], event["due_at"]) == (3, None)
    await chain.later(minutes=30)
    facts = await chain.district.rows("SELECT data FROM ledger.fact WHERE type = 'event.went_up' ORDER BY seq")
    assert [row["data"]["unit_id"] for row in facts] == [str(city.units["CENTRE"])] * 2
    async with city.database.tx() as tx:
        late = await listing.waiting(tx, city.officer, late=True, at=city.now)
        assert len(late.items) == 1


async def test_a_rule_that_has_proven_itself_is_filed_and_dispatched_by_itself(chain: Chain) -> None:
    await chain.declare(device_class="GAS", proven_verdicts=2, proven_precision=0.9)
    ids = await chain.raised("G1", "G3")
    for event in await chain.events():
        await chain.judge(event["id"], "true")
    await chain.district.resolved(ids)
    await chain.raised("G2", at=chain.district.city.later(minutes=5))
    event = (await chain.events())[-1]
    assert (event["state"], event["due_at"]) == ("admitted", None)
    (case,) = await chain.district.rows("SELECT state, unit_id FROM cases.case WHERE id = %s", event["id"])
    assert case["state"] == "to_receive"
    await chain.judge(event["id"], "false")
    # Two of three were true: what it raises waits for a person again.
    city = chain.district.city
    await chain.district.add(DeviceIn("G9", "GAS", jurisdiction_id=city.places[NEXT]))
    await chain.raised("G9", at=city.later(minutes=1))
    event = (await chain.events())[-1]
    assert (event["state"], event["level"]) == ("triage", 1)


async def test_the_same_device_again_joins_its_open_event(chain: Chain) -> None:
    (first,) = await chain.raised("G1")
    await chain.district.resolved([first])
    await chain.follow()
    assert (await chain.events())[0]["recovered_at"]
    second = await chain.raised("G1", at=chain.district.city.later(minutes=2))
    (event,) = await chain.events()
    assert (event["reports"], event["alarms"], event["recovered_at"]) == (2, 2, None)
    await chain.judge(event["id"], "false")
    await chain.district.resolved(second)
    await chain.raised("G1", at=chain.district.city.later(minutes=2))
    assert len(await chain.events()) == 2


async def test_what_is_silenced_becomes_an_event_when_the_silence_ends_and_it_still_fires(chain: Chain) -> None:
    city = chain.district.city
    async with city.database.tx() as tx:
        made, matching = await silencing.silence(
            tx,
            city.officer,
            Labels(jurisdiction_id=city.places[HERE]),
            starts_at=city.now,
            ends_at=city.now + timedelta(hours=1),
            reason="施工",
            at=city.now,
        )
        assert matching == 0
    still, over = await chain.raised("G1", "G2")
    assert await chain.events() == []
    await chain.district.resolved([over])
    await chain.follow()
    await chain.later(hours=1)
    (event,) = await chain.events()
    async with city.database.tx() as tx:
        assert (await listing.of_alarm(tx, city.officer, still))["event_id"] == event["id"]
        with pytest.raises(NotFound):
            await listing.of_alarm(tx, city.officer, over)
    assert made.kind == "silence"


async def test_a_drill_raises_no_event_even_when_it_is_over(chain: Chain) -> None:
    city = chain.district.city
    async with city.database.tx() as tx:
        await silencing.silence(
            tx,
            city.officer,
            Labels(jurisdiction_id=city.places[HERE]),
            kind="drill",
            starts_at=city.now,
            ends_at=city.now + timedelta(hours=1),
            reason="消防演练",
            at=city.now,
        )
    await chain.raised("G1")
    await chain.raised("G3", drill=True)
    await chain.later(hours=2)
    assert await chain.events() == []
    await chain.raised("G1", rule="later")
    assert len(await chain.events()) == 1


async def test_an_event_is_for_who_may_and_for_their_part(chain: Chain) -> None:
    city = chain.district.city
    await chain.raised("G1")
    (event,) = await chain.events()
    stranger = city.holder("duty_officer", jurisdiction="310107015000")
    handler = city.holder("handler", jurisdiction="310107005000")
    async with city.database.tx() as tx:
        for look in (listing.look, listing.devices):
            with pytest.raises(NotFound):
                await look(tx, stranger, event["id"])
        assert (await listing.waiting(tx, stranger, late=None, at=city.now)).items == []
        for actor, error in ((stranger, NotFound), (city.holder("analyst"), Forbidden), (handler, Forbidden)):
            with pytest.raises(error):
                await judging.judge(tx, actor, event["id"], "true", around=chain.around, at=city.now)
        with pytest.raises(NotFound):
            await judging.judge(tx, city.officer, UUID(int=7), "true", around=chain.around, at=city.now)
    async with city.database.tx() as tx:
        await triage.admit(tx, city.officer, event["id"], at=city.now)
