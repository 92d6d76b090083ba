"""Formulas over events and cases against oracles in plain Python over the same made-up lives."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from statistics import median
from typing import Any
from uuid import UUID

import pytest
from tests.signs.formula_world import AT, CENTRE, DISTRICT, LEAVES, STREET, UNITS, Thing, World, ago, by_node
from tests.signs.formulas_asked import Asked, asked

MATTERS = ("06010", "06011", "06028", "06001", "09010", "09011", "09009", "01003", "10002", "02010", "06021", "06032")
CHANNELS = ("hotline", "resident", "patrol", "video", "sensor", "model")
PEOPLE = 3000.0


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    world = World()
    chance = world.chance
    for _ in range(500):
        at = ago(minutes=chance.uniform(1, 60 * 24 * (35 if chance.random() < 0.6 else 1)))
        _life(world, at, chance.choice(LEAVES), chance.choice(MATTERS), chance.choice(CHANNELS))
    for _ in range(14):  # one matter bursts in one street
        _life(world, ago(minutes=chance.uniform(61, 1400)), LEAVES[4], "06010", "patrol")
    for leaf in LEAVES:
        for measure, value in (("population", PEOPLE), ("area", 0.5), ("public_components", 400.0)):
            world.copies["counts"].append(
                {"node": leaf, "measure": measure, "since": AT.date(), "until": AT.date(), "value": value}
            )
        world.copies["nodes"].append({"node": leaf, "level": "neighbourhood", "street": STREET[leaf]})
    world.copies["nodes"].append({"node": DISTRICT, "level": "district"})
    for unit, leaf in UNITS.items():
        world.copies["units"].append({"unit": unit, "kind": "neighbourhood_station", "node": leaf, "staff": 3})
    world.copies["units"].append({"unit": CENTRE, "kind": "department", "node": DISTRICT, "staff": 4})
    world.copies["schools"].append({"lon": 121.4, "lat": 31.25})
    with asked(world, tmp_path_factory.mktemp("lives")) as found:
        yield found


def _life(world: World, at: Any, node: UUID, matter: str, channel: str) -> None:
    """An event, and a case that went as far as chance would have it by now."""
    chance, event = world.chance, world.id(at)
    spot = f"spot {chance.randrange(25)}"
    place = (121.4 + chance.uniform(-0.004, 0.004), 31.25 + chance.uniform(-0.004, 0.004))
    reports = 12 if chance.random() < 0.03 else chance.choice((1, 1, 1, 2))
    values: dict[str, Any] = {
        "at": at, "matter": matter, "channel": channel, "spot": spot, "lon": place[0], "lat": place[1],
        "reports": reports, "urgent": chance.random() < 0.15,
    }  # fmt: skip
    thing = Thing(event, node, values)
    world.events.append(thing)
    drill = chance.random() < 0.04
    if drill:
        world.events.pop()
    world.tell("event.admitted", at, drill=drill, event_id=event, matter_code=matter, channel=channel,
               jurisdiction_id=node)  # fmt: skip
    for _ in range(reports):
        world.tell("report.received", at, drill=drill, report_id=world.id(at), event_id=event, channel=channel)
    world.copies["spots"].append(
        {"event_id": event, "spot": spot, "lon": place[0], "lat": place[1], "urgent": values["urgent"]}
    )
    if drill or chance.random() < 0.15:
        return
    _case(world, thing)
    if channel == "resident" and chance.random() < 0.7:
        values["score"] = chance.choice(("satisfied", "mostly", "fair", "dissatisfied"))
        world.tell("report.rated", at, report_id=world.id(at), event_id=event, score=values["score"])


def _case(world: World, thing: Thing) -> None:
    chance, values = world.chance, thing.values
    times = [thing.at]
    for middle in (2, 10, 20, 120, 30):
        times.append(times[-1] + timedelta(minutes=chance.expovariate(1 / middle)))
    filed, dispatched, received, handled, closed = times[1:]
    due = filed + timedelta(hours=chance.choice((1, 4, 24)))
    unit = chance.choice([*UNITS, CENTRE])
    stop = chance.choice((1, 2, 3, 5, 5, 5))
    case = {"case_id": thing.id}
    values |= {"filed": filed, "due": due, "unit": unit}
    if filed > AT:
        values["filed"] = None
        return
    world.tell("case.filed", filed, **case, event_id=thing.id, number="N", matter_code=thing.matter,
               major=thing.matter[:2], jurisdiction_id=thing.node, channel=thing.channel, due_at=due,
               urgent=thing.urgent, self_handled=False)  # fmt: skip
    if stop < 2 or dispatched > AT:
        return
    values["dispatched"] = dispatched
    world.tell("case.dispatched", dispatched, **case, unit_id=unit, receipt_due_at=dispatched + timedelta(minutes=15))
    if stop < 3 or received > AT:
        return
    values["received"] = received
    world.tell("case.received", received, **case, unit_id=unit)
    if stop < 5 or handled > AT:
        return
    values["handled"] = handled
    world.tell("case.handled", handled, **case, unit_id=unit, check_due=None)
    if closed > AT:
        return
    values["closed"] = closed
    world.tell("case.closed", closed, **case, event_id=thing.id, on_time=closed <= due, self_handled=False)
    if thing.channel == "sensor" and chance.random() < 0.8:
        values["linked"] = True
        world.copies["links"].append({"alarm_id": thing.id, "event_id": thing.id})
    if values.get("linked") and chance.random() < 0.5:
        values["well"] = closed - timedelta(minutes=chance.choice((-5, 5)))
        if values["well"] <= AT:
            world.tell("event.recovered", values["well"], event_id=thing.id, upkeep=False, alarms=1)


def within(lives: Asked, **span: float) -> list[Thing]:
    return [one for one in lives.world.events if ago(**span) <= one.at < AT]


def test_events_are_counted_where_they_are(lives: Asked) -> None:
    assert lives.sums("PA0101") == by_node((one.node, 1, None) for one in within(lives, hours=1))
    assert lives.sums("LS0409") == by_node((x.node, 1, None) for x in within(lives, days=7) if x.matter == "06001")
    many = [one for one in within(lives, days=7) if one.reports >= 10]
    assert many
    assert lives.sums("PA0110") == by_node((one.node, 1, None) for one in many)


def test_what_is_counted_of_people_or_area_divides_by_them_once(lives: Asked) -> None:
    day = within(lives, days=1)
    people = [(leaf, 0, PEOPLE) for leaf in LEAVES]
    assert lives.sums("PA0102") == by_node([*((one.node, 1, 0) for one in day), *people])
    loud = [x for x in day if x.matter in ("06028", "08001") and x.channel in ("hotline", "resident")]
    assert lives.sums("LS0306") == by_node([*((one.node, 1, 0) for one in loud), *people])
    parked = [one for one in day if one.matter in ("09009", "09010")]
    assert lives.sums("HL0104") == by_node([*((x.node, 1, 0) for x in parked), *((leaf, 0, 0.5) for leaf in LEAVES)])


def test_shares_of_events(lives: Asked) -> None:
    day = within(lives, days=1)
    assert lives.sums("PA0103") == by_node((one.node, bool(one.urgent), 1) for one in day)
    found = ("sensor", "video", "patrol", "model", "system")
    assert lives.sums("JK0217") == by_node((one.node, one.channel in found, 1) for one in day)
    own = [one for one in within(lives, days=7) if one.channel == "resident"]
    assert lives.sums("HL0402") == by_node((one.node, one.filed is not None, 1) for one in own)
    rated = [one for one in lives.world.events if one.score and one.at >= ago(days=7)]
    assert lives.sums("HL0403") == by_node((x.node, x.score in ("satisfied", "mostly"), 1) for x in rated)


def test_places_that_come_again(lives: Asked) -> None:
    month = within(lives, days=30)
    times = Counter((one.spot, one.matter) for one in month)
    assert max(times.values()) >= 3
    assert lives.sums("JK0216") == by_node((one.node, times[one.spot, one.matter] >= 3, 1) for one in month)
    reports: Counter[Any] = Counter()
    for one in month:
        if one.channel in ("hotline", "resident"):
            reports[one.node, one.spot, one.matter] += one.reports
    assert lives.sums("PA0605") == by_node((key[0], 1, None) for key, n in reports.items() if n >= 5)


def test_a_matter_that_bursts_is_found_in_its_street(lives: Asked) -> None:
    days: dict[Any, Counter[int]] = defaultdict(Counter)
    for one in lives.world.events:
        days[STREET[one.node], one.matter][int((AT - one.at).total_seconds() - 1) // 86_400] += 1
    found = []
    for (street, _), counts in days.items():
        past = [counts[day] for day in (7, 14, 21, 28)]
        mean = sum(past) / 4
        spread = (sum(n * n for n in past) / 4 - mean * mean) ** 0.5
        if counts[0] >= 10 and counts[0] > mean + 3 * spread:
            found.append((street, 1, None))
    assert found
    assert lives.sums("PA0105") == by_node(found)


def test_rates_of_the_loop_are_those_of_the_evaluation(lives: Asked) -> None:
    began = ago(days=7)
    due = [x for x in lives.world.events if x.filed and x.due < AT]
    due = [x for x in due if x.due >= began or not x.handled or x.handled >= began]
    assert lives.sums("JK0202") == by_node((x.node, x.handled is not None, 1) for x in due)
    assert lives.sums("JK0203") == by_node((x.node, bool(x.handled and x.handled <= x.due), 1) for x in due)
    assert lives.sums("JK0212") == by_node((x.node, x.handled is None, 1) for x in due)


def test_how_long_steps_take(lives: Asked) -> None:
    found = lives.tops("JK0207")
    spans: dict[str, list[float]] = defaultdict(list)
    for one in lives.world.events:
        if one.dispatched and one.dispatched >= ago(days=1):
            spans[str(one.node)].append((one.dispatched - one.filed).total_seconds() / 60)
    assert found.keys() == spans.keys()
    assert all(median(found[node]) == pytest.approx(median(values), abs=0.05) for node, values in spans.items())


def test_cases_taken_up_in_time(lives: Asked) -> None:
    def taken(one: Thing, most: float) -> tuple[UUID, bool, int] | None:
        if not one.received and one.filed >= ago(minutes=most):
            return None
        return one.node, bool(one.received and (one.received - one.filed).total_seconds() <= most * 60), 1

    filed = [one for one in lives.world.events if one.filed and one.filed >= ago(days=1)]
    urgent = [found for one in filed if one.urgent and (found := taken(one, 15))]
    assert lives.sums("JK0209") == by_node(urgent)
    lids = [found for one in filed if one.matter == "01003" and (found := taken(one, 120))]
    assert lives.sums("PA0502") == by_node(lids)


def test_what_stands_open(lives: Asked) -> None:
    standing = [one for one in lives.world.events if one.filed and not one.closed]
    assert lives.sums("PA0511") == by_node((one.node, 1, None) for one in standing if one.matter == "10002")
    assert lives.sums("PA0501") == by_node((one.node, 1, None) for one in standing if one.matter == "01003")
    lids = [(one.node, -1, 0) for one in standing if one.matter[:2] == "01"]
    assert lives.sums("JK0302") == by_node([*lids, *((leaf, 400, 400) for leaf in LEAVES)])
    load = [(UNITS.get(one.unit, DISTRICT), 1, 0) for one in standing if one.dispatched and not one.handled]
    staff = [*((leaf, 0, 3) for leaf in LEAVES), (DISTRICT, 0, 4)]
    assert lives.sums("JK0603") == by_node([*load, *staff])


def test_open_cases_near_a_school_are_within_two_hundred_metres(lives: Asked) -> None:
    standing = [one for one in lives.world.events if one.filed and not one.closed]
    near = [x for x in standing if ((x.lon - 121.4) * 95_062) ** 2 + ((x.lat - 31.25) * 111_195) ** 2 <= 40_000]
    assert 0 < len(near) < len(standing)
    assert lives.sums("PA0610") == by_node((one.node, 1, None) for one in near)


def test_where_cases_end_and_whether_the_sensor_was_well(lives: Asked) -> None:
    closed = [one for one in lives.world.events if one.closed and one.closed >= ago(days=7)]
    assert lives.sums("JK0218") == by_node((one.node, one.unit != CENTRE, 1) for one in closed)
    sensed = [one for one in closed if one.linked]
    assert sensed
    assert lives.sums("JK0215") == by_node((x.node, bool(x.well and x.well <= x.closed), 1) for x in sensed)


def test_every_row_opens_to_what_it_is_about(lives: Asked) -> None:
    ids = {str(one.id) for one in lives.world.events}
    for code in ("PA0101", "PA0103", "JK0202", "JK0209", "PA0511"):
        rows = lives.rows(code)
        assert {row["item"] for row in rows} <= ids
        assert {row["kind"] for row in rows} <= {"event", "case"}
