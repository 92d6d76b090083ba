"""Formulas over orders of the hotline, shifts and patrols, counts of places and the audit trail."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from tests.signs.formula_world import AT, DISTRICT, LEAVES, STREET, UNITS, ZONE, Thing, World, ago, by_node
from tests.signs.formulas_asked import Asked, asked

TODAY = AT.astimezone(ZONE).date()
SCORES = {"satisfied": 1.0, "mostly": 0.8, "fair": 0.6, "dissatisfied": 0.0}
COUNTS = {"population": 1000.0, "elderly": 400.0, "elderly_alone": 40.0, "firms": 50.0, "firms_opened": 3.0,
          "firms_closed": 2.0, "restaurants": 8.0, "office_area": 100.0, "office_area_let": 83.0}  # fmt: skip


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    world = World(13)
    chance = world.chance
    for _ in range(260):
        _order(world, ago(hours=chance.choice((24, 24, 24 * 34)) * chance.random() + 0.01))
    for unit, leaf in UNITS.items():
        world.copies["units"].append({"unit": unit, "kind": "neighbourhood_station", "node": leaf, "staff": 2})
        for hours in (1, 5, 20, 30, -2):
            _shift(world, unit, ago(hours=hours))
    for leaf in LEAVES:
        world.copies["nodes"].append({"node": leaf, "level": "neighbourhood", "street": STREET[leaf]})
        for measure, value in COUNTS.items():
            _count(world, leaf, measure, TODAY - timedelta(days=1), value)
        _count(world, leaf, "population", TODAY - timedelta(days=40), 980.0)
        _count(world, leaf, "population", TODAY + timedelta(days=3), 5.0)
    world.copies["nodes"].append({"node": DISTRICT, "level": "district"})
    for days, leaf in ((0, LEAVES[0]), (1, LEAVES[1]), (1, LEAVES[1]), (3, LEAVES[2]), (9, LEAVES[3])):
        world.copies["walks"].append({"day": TODAY - timedelta(days=days), "node": leaf, "points": 4})
    for leaf in LEAVES[1:4]:
        world.copies["devices"].append({"device": leaf, "class_code": "RLV", "node": leaf, "state": "in_service"})
    _looks(world)
    world.tell("access.unusual_use", ago(hours=3), use_id=world.id(AT), holder_kind="key", kind="night", calls=40)
    world.tell("access.unusual_use", ago(hours=30), use_id=world.id(AT), holder_kind="key", kind="night", calls=40)
    with asked(world, tmp_path_factory.mktemp("people")) as found:
        yield found


def _count(world: World, node: Any, measure: str, day: Any, value: float) -> None:
    world.copies["counts"].append({"node": node, "measure": measure, "since": day, "until": day, "value": value})


def _looks(world: World) -> None:
    """Two intake clerks look 10 times a day each; today one looked 35 times, and an auditor first."""
    rows = [(day, who, 10) for day in range(1, 9) for who in ("a", "b")] + [(0, "a", 35), (0, "b", 4)]
    for day, who, looks in rows:
        at = TODAY - timedelta(days=day)
        world.copies["looks"].append({"day": at, "actor": who, "role": "intake", "node": LEAVES[0], "looks": looks})
    world.copies["looks"].append({"day": TODAY, "actor": "n", "role": "auditor", "node": DISTRICT, "looks": 5})


def _shift(world: World, unit: Any, starts: Any) -> None:
    kept = world.chance.random() < 0.7
    thing = Thing(world.id(starts), UNITS[unit], {"starts": starts, "kept": kept})
    if starts < AT:
        world.shifts.append(thing)
        told = {"attendance_id": thing.id, "organisation_id": unit, "starts": starts}
        world.tell("duty.signed_in" if kept else "duty.missed", starts, **told, ends=starts + timedelta(hours=8))
    if kept and starts < AT and world.chance.random() < 0.5:  # and found something on the way
        event = world.id(starts)
        world.tell(
            "event.admitted", starts, event_id=event, matter_code="06010", channel="patrol", jurisdiction_id=thing.node
        )
        thing.values["finds"] = 1


def _order(world: World, at: Any) -> None:
    chance, order, event = world.chance, world.id(at), world.id(at)
    matter, spot = chance.choice(("06027", "06028", "09015", "09009")), f"spot {chance.randrange(40)}"
    values: dict[str, Any] = {
        "at": at, "matter": matter, "spot": spot, "case": event,
        "contact_due": at + timedelta(hours=3), "due": at + timedelta(hours=chance.choice((5, 90))),
    }  # fmt: skip
    thing = Thing(order, chance.choice(LEAVES), values)
    world.orders.append(thing)
    world.tell("event.admitted", at, event_id=event, matter_code=matter, channel="hotline", jurisdiction_id=thing.node)
    world.copies["spots"].append({"event_id": event, "spot": spot, "urgent": False})
    world.tell("hotline.received", at, order_id=order, case_id=event, kind="complaint", sent_from="city",
               due_at=values["due"], contact_due_at=values["contact_due"], sending=1)  # fmt: skip
    steps = [at + timedelta(hours=chance.expovariate(1 / hours)) for hours in (2, 12, 30)]
    if chance.random() < 0.1:
        values["returned"] = True
        world.tell("hotline.returned", at, order_id=order, case_id=event, reason="other", times=1)
    if chance.random() < 0.8 and steps[0] <= AT:
        values["contacted"] = steps[0]
        world.tell("hotline.contacted", steps[0], order_id=order, way="phone", reached=True, contact="reached")
    if chance.random() < 0.8 and steps[1] <= AT:
        values |= {"answered": steps[1], "resolution": chance.choice(("solved", "explained"))}
        world.tell("hotline.answered", steps[1], order_id=order, resolution=values["resolution"], on_time=True)
    called = max(steps)
    if values.get("answered") and chance.random() < 0.6 and called <= AT:
        values |= {"called": called, "said": chance.choice((None, True, False)), "score": chance.choice(tuple(SCORES))}
        values["outcome"] = chance.choice((None, "unsolved", "solved"))
        world.tell("hotline.called_back", called, order_id=order, contacted=values["said"],
                   resolution=values["outcome"], satisfaction=values["score"])  # fmt: skip
    if chance.random() < 0.5:
        values["mobile"] = chance.random() < 0.6
        world.copies["steps"].append(
            {"case_id": event, "at": ago(hours=2), "step": "cases.handle", "mobile": values["mobile"]}
        )


def day(people: Asked) -> list[Thing]:
    return [one for one in people.world.orders if one.at >= ago(days=1)]


def test_orders_and_what_they_are_measured_by(people: Asked) -> None:
    found = day(people)
    assert people.sums("JK0101") == by_node((one.node, 1, None) for one in found)
    residents = [(leaf, 0, 1000) for leaf in LEAVES]
    assert people.sums("JK0102") == by_node([*((one.node, 1, 0) for one in found), *residents])
    assert people.sums("JK0108") == by_node((one.node, bool(one.returned), 1) for one in found)
    meals = [(x.node, 1, 0) for x in people.world.orders if x.at >= ago(days=7) and x.matter in ("06027", "09015")]
    assert people.sums("JK0502") == by_node([*meals, *((leaf, 0, 8) for leaf in LEAVES)])


def test_contact_and_answer_in_time(people: Asked) -> None:
    def counts(limit: Any, done: Any) -> bool:
        return bool((limit < AT and (limit >= ago(days=1) or not done)) or (done and done >= ago(days=1)))

    due = [x for x in people.world.orders if counts(x.contact_due, x.contacted) and x.at >= ago(days=30)]
    told = [one.said if one.said is not None else one.contacted is not None for one in due]
    assert people.sums("JK0103") == by_node((one.node, good, 1) for one, good in zip(due, told, strict=True))
    late = [one for one in people.world.orders if counts(one.due, one.answered)]
    assert people.sums("JK0104") == by_node((x.node, bool(x.answered and x.answered <= x.due), 1) for x in late)
    at_work = [one for one in people.world.orders if not one.answered]
    assert people.sums("JK0109") == by_node((one.node, one.due < AT, 1) for one in at_work)


def test_what_callers_say_goes_before_what_we_say(people: Asked) -> None:
    week = [x for x in people.world.orders if (x.called or x.answered) and (x.called or x.answered) >= ago(days=7)]
    assert people.sums("JK0105") == by_node((x.node, (x.outcome or x.resolution) == "solved", 1) for x in week)
    scored = [one for one in week if one.score]
    assert people.sums("JK0106").keys() == {str(one.node) for one in scored}
    for node, (top, bottom) in by_node((one.node, SCORES[one.score], 1) for one in scored).items():
        assert people.sums("JK0106")[node] == (pytest.approx(top), bottom)


def test_orders_that_come_again_and_those_done_on_a_phone(people: Asked) -> None:
    orders = [one for one in people.world.orders if one.at >= ago(days=31)]

    def again(one: Thing) -> bool:
        return any(x.spot == one.spot and x.matter == one.matter and x.at < one.at for x in orders)

    assert people.sums("JK0107") == by_node((one.node, again(one), 1) for one in day(people))
    stepped = [one for one in people.world.orders if one.mobile is not None]
    assert people.sums("JK0112") == by_node((one.node, one.mobile, 1) for one in stepped)


def test_shifts_and_what_patrols_find(people: Asked) -> None:
    begun = [one for one in people.world.shifts if one.starts >= ago(days=1)]
    assert people.sums("JK0601") == by_node((one.node, one.kept, 1) for one in begun)
    rows = [(one.node, one.finds or 0, one.kept) for one in begun if one.kept]
    assert people.sums("JK0602") == by_node(rows)


def test_grids_and_banks_that_were_walked(people: Asked) -> None:
    assert people.sums("JK0604") == by_node((leaf, leaf in LEAVES[:2], 1) for leaf in LEAVES)
    assert people.sums("LS0206") == by_node((leaf, leaf in LEAVES[1:3], 1) for leaf in LEAVES[1:4])


def test_counts_of_places_as_of_the_day(people: Asked) -> None:
    assert people.sums("HL0203") == by_node((leaf, 20, 980) for leaf in LEAVES)
    assert people.sums("HL0206") == by_node((leaf, 40, 400) for leaf in LEAVES)
    assert people.sums("HL0301") == by_node((leaf, 1, 50) for leaf in LEAVES)
    assert people.sums("HL0303") == by_node((leaf, 2, 50) for leaf in LEAVES)
    assert people.sums("HL0305") == by_node((leaf, 83, 100) for leaf in LEAVES)
    assert people.sums("HL0304") == {}  # nobody counted shops: nothing, not 0 %


def test_looks_at_personal_data_are_measured_by_what_the_role_does(people: Asked) -> None:
    found = people.tops("PA0802")
    assert sorted(found[str(LEAVES[0])]) == [0.4, 3.5]
    assert sorted(found[str(DISTRICT)]) == [0.0, 0.5]
    assert people.sums("PA0803") == {str(DISTRICT): (1.0, 0.0)}


def test_what_is_connected_and_how_old_it_is(people: Asked) -> None:
    sources = people.sources
    assert sources.connected("hotline")
    assert sources.as_of("hotline") == AT
    assert sources.connected("population")
    assert not sources.connected("alarms")
    assert not sources.connected("readings")
    assert not sources.connected("shops")
    assert not sources.connected("external:weather")
    assert sources.as_of("shops") is None
    assert sources.as_of("devices") == AT
