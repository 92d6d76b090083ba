"""Silences as Alertmanager means them: labels, an end, a reason; nothing is hidden."""

from datetime import timedelta
from typing import Any

import pytest

from tests.alarms.raising import HERE, District
from yiwang import definitions, ledger
from yiwang.access import Actor
from yiwang.alarms.handling import holding, listing, silencing
from yiwang.alarms.handling.listens import TIMERS
from yiwang.alarms.handling.model import INHIBITION, Inhibition, Labels, Silence
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound

pytestmark = pytest.mark.anyio
HOUR = timedelta(hours=1)


async def silence(district: District, actor: Actor | None = None, kind: str = "silence", **labels: Any) -> Silence:
    city = district.city
    span = {"starts_at": city.now, "ends_at": city.now + HOUR}
    async with city.database.tx() as tx:
        made, _ = await silencing.silence(
            tx, actor or city.officer, Labels(**labels), kind=kind, reason="施工", at=city.now, **span
        )
        return made


async def test_a_silence_holds_back_what_matches_until_its_end(district: District) -> None:
    city = district.city
    (alarm,) = await district.raised("G1")
    (other,) = await district.raised("G3", rule="other")
    for labels, matching in (
        ({"rule": "gas"}, {alarm}),
        ({"class_code": "GAS"}, {alarm, other}),
        ({"device_id": district.devices["G1"]}, {alarm}),
        ({"jurisdiction_id": city.places["310107005000"]}, {alarm}),
        ({"maintainer_id": city.units["LH"]}, {alarm}),
    ):
        made = await silence(district, **labels)
        async with city.database.tx() as tx:
            held = await holding.suppressed(tx, [alarm, other], city.now)
            assert set(held) == matching, labels
            assert (held[alarm].silence_id, held[alarm].kind) == (made.id, "silence")
            assert held[alarm].until == city.now + HOUR
            assert await holding.suppressed(tx, [alarm], city.now + HOUR) == {}
            page = await listing.page(tx, city.officer, {"standing": True}, at=city.now)
            assert {seen.alarm.id for seen in page.items} == {alarm, other}, "a silence hides nothing"
            await silencing.end(tx, city.officer, made.id, at=city.now)


async def test_the_end_of_a_silence_is_told_once(district: District) -> None:
    city = district.city
    made, early = await silence(district, rule="gas"), await silence(district, rule="other")
    async with city.database.tx() as tx:
        ended = await silencing.end(tx, city.officer, early.id, at=city.now)
        assert (ended.ended_early, ended.state(city.now)) == (True, "ended")
    async with city.database.tx() as tx:
        with pytest.raises(Conflict):
            await silencing.end(tx, city.officer, early.id, at=city.now)
    at = city.later(hours=2)
    assert await ledger.tick(city.database, at, TIMERS) == 1
    facts = await district.rows("SELECT subject, data FROM ledger.fact WHERE type = 'alarm.silence_ended' ORDER BY seq")
    assert [(row["subject"], row["data"]["early"]) for row in facts] == [(early.id, True), (made.id, False)]


async def test_whoever_answers_for_a_street_silences_that_street_only(district: District) -> None:
    city = district.city
    street = city.holder("duty_officer", jurisdiction="310107005000")
    made = await silence(district, street, jurisdiction_id=city.places[HERE])
    keeper = city.holder("handler", unit="LH")
    await silence(district, keeper, kind="maintenance", device_id=district.devices["G1"])
    with pytest.raises(Invalid, match="where"):
        await silence(district, street, rule="gas")
    for actor, labels in (
        (street, {"jurisdiction_id": city.places["310107000000"]}),
        (street, {"device_id": district.devices["G3"]}),
        (keeper, {"jurisdiction_id": city.places[HERE]}),
        (city.holder("dispatcher"), {"rule": "gas"}),
    ):
        with pytest.raises(Forbidden):
            await silence(district, actor, **labels)
    async with city.database.tx() as tx:
        stranger = city.holder("duty_officer", jurisdiction="310107015000")
        assert (await silencing.page(tx, stranger, at=city.now)).items == []
        with pytest.raises(NotFound):
            await silencing.end(tx, stranger, made.id, at=city.now)
        page = await silencing.page(tx, street, at=city.now, state="active", limit=1)
        assert len(page.items) == 1
        assert page.next
        assert len((await silencing.page(tx, street, at=city.now, cursor=page.next)).items) == 1


async def test_a_silence_says_what_until_when_and_why(district: District) -> None:
    city = district.city
    good = {"starts_at": city.now, "ends_at": city.now + HOUR, "reason": "施工", "kind": "silence"}
    for labels, wrong in (
        (Labels(), {}),
        (Labels(condition="high"), {}),
        (Labels(rule="gas"), {"reason": " "}),
        (Labels(rule="gas"), {"ends_at": city.now}),
        (Labels(rule="gas"), {"ends_at": city.now + timedelta(days=400)}),
        (Labels(rule="gas"), {"kind": "nap"}),
        (Labels(rule="gas"), {"kind": "drill"}),
    ):
        async with city.database.tx() as tx:
            with pytest.raises(Invalid):
                await silencing.silence(tx, city.officer, labels, at=city.now, **{**good, **wrong})  # type: ignore[arg-type]


async def test_an_alarm_inhibits_others_of_its_device_and_never_itself(district: District) -> None:
    city = district.city
    body = Inhibition.model_validate({"code": "x", "source": {"rule": "gas"}, "target": {"device_class": "GAS"}})
    async with city.database.tx() as tx:
        await definitions.publish(tx, city.officer, INHIBITION, [body], valid_from=city.now, at=city.now, note="")
    (source,) = await district.raised("G1")
    (target,) = await district.raised("G1", rule="battery")
    (elsewhere,) = await district.raised("G2", rule="battery")
    async with city.database.tx() as tx:
        held = await holding.suppressed(tx, [source, target, elsewhere], city.now)
        assert {alarm: one.inhibited_by for alarm, one in held.items()} == {target: source}
    await district.resolved([source])
    async with city.database.tx() as tx:
        assert await holding.suppressed(tx, [target], city.now) == {}
