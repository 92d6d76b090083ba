"""Formulas over alarms, devices and readings against oracles in plain Python."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import mean
from typing import Any

import ibis
import pyarrow as pa
import pytest
from tests.signs.formula_world import AT, LEAVES, STREET, ZONE, Thing, World, ago, by_node
from tests.signs.formulas_asked import Asked, asked

from yiwang.signs.formulas.air import index_of, limits
from yiwang.signs.sources.model import METRICS

MIDNIGHT = AT.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
CLASSES = {"SMK": 12, "FWP": 12, "OHY": 8, "UIT": 4, "UPW": 6, "PMP": 4, "AIR": 4, "DST": 4, "NOI": 3, "FUM": 4,
           "LMP": 6, "LFT": 4, "MTK": 4, "SAN": 4, "RWQ": 3, "BIN": 6, "PIR": 6, "RLV": 2}  # fmt: skip
RANGES = {"pressure": (0.1, 1.0), "w01009_do": (3.0, 12.0), "w21003_nh3n": (0.0, 1.5), "w21011_tp": (0.0, 0.3),
          "w01019_codmn": (0.0, 10.0), "w01001_ph": (6.0, 9.0)}  # fmt: skip
SCALES = {"a34001_tsp": 1.3, "fume": 1.05, "coverage": 110, "fill": 110, "level_pct": 110, "depth": 20, "speed": 50,
          "Leq10": 90, "a34004_pm25": 90, "current": 1.0, "guard_answer_s": 400, "tilt": 6}  # fmt: skip
RULES = {"SMK": ("SMK.fire", "red"), "LFT": ("LFT.trapped", "red"), "MTK": ("MTK.speed", "yellow"),
         "UIT": ("UIT.fire", "orange"), "PIR": ("PIR.motion_count_1h", "orange")}  # fmt: skip


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    world = World(11)
    chance = world.chance
    for code, number in CLASSES.items():
        for place in range(number):
            _device(world, code, LEAVES[(place * 5 + number) % len(LEAVES)], place)
    for one in world.devices:
        if one.kind in RULES:
            for _ in range(9):
                _alarm(world, one, ago(minutes=chance.choice((1, 20, 100)) * chance.uniform(0.1, 400)))
    for one in world.devices:
        for metric in METRICS.get(one.kind, ()):
            _readings(world, one, metric)
    for leaf in LEAVES:
        world.copies["counts"].append(
            {"node": leaf, "measure": "elderly_alone", "since": AT.date(), "until": AT.date(), "value": 2.0}
        )
        world.copies["nodes"].append({"node": leaf, "level": "neighbourhood", "street": STREET[leaf]})
    with asked(world, tmp_path_factory.mktemp("things")) as found:
        yield found


def _device(world: World, code: str, node: Any, place: int) -> None:
    chance, at = world.chance, ago(days=300)
    values: dict[str, Any] = {
        "kind": code, "online": chance.random() < 0.8, "spot": f"{code} {place // 2}",
        "state": chance.choice(("in_service", "in_service", "in_service", "fault", "maintenance")),
        "installed_on": chance.choice((None, date(2009, 5, 1), date(2025, 9, 1))),
        "seen_at": chance.choice((ago(days=100), ago(minutes=5))), "shared": code == "SMK",
        "inspected_at": chance.choice((None, ago(days=20))),
    }  # fmt: skip
    thing = Thing(world.id(at), node, values)
    world.devices.append(thing)
    world.copies["devices"].append(
        {"device": thing.id, "class_code": code, "node": node, "maker": "M", "recorded_at": at, "every_days": 30,
         "lifetime_years": 10, "used": code != "PIR", "changed_at": ago(minutes=10), **values}
    )  # fmt: skip
    for metric in METRICS.get(code, ()):
        number = world.series[thing.id, metric] = len(world.series)
        low, high = RANGES.get(metric, (None, None))
        world.copies["series"].append(
            {"series": number, "device": thing.id, "class_code": code, "metric": metric, "node": node, "low": low,
             "high": high, "lasts_s": 3600}
        )  # fmt: skip


def _alarm(world: World, device: Thing, at: Any) -> None:
    chance, (rule, severity) = world.chance, RULES[device.kind]
    values: dict[str, Any] = {"device": device, "at": at, "rule": rule, "spot": device.spot}
    thing = Thing(world.id(at), device.node, values)
    common = {"alarm_id": thing.id, "device_id": device.id, "class_code": device.kind, "rule": rule, "condition": "c"}
    drill = chance.random() < 0.1
    world.tell("alarm.raised", at, **common, metric="m", severity=severity, jurisdiction_id=device.node, drill=drill)
    if drill:
        return
    world.alarms.append(thing)
    seen = at + timedelta(minutes=chance.choice((1, 2, 5, 40)))
    if chance.random() < 0.7 and seen <= AT:
        values["seen"] = seen
        world.tell("alarm.acknowledged", seen, alarm_id=thing.id, device_id=device.id)
    judged = at + timedelta(minutes=chance.choice((2, 60)))
    if chance.random() < 0.6 and judged <= AT:
        values |= {"judged": judged, "verdict": chance.choice(("true", "false", "test", "fault"))}
        world.tell("alarm.judged", judged, **common, jurisdiction_id=device.node, verdict=values["verdict"])
    over = at + timedelta(minutes=chance.choice((20, 90)))
    if chance.random() < 0.8 and over <= AT:
        values["over"] = over
        world.tell("alarm.resolved", over, **common, severity=severity, jurisdiction_id=device.node)


def _readings(world: World, device: Thing, metric: str) -> None:
    """A reading every half hour of the last 30 hours, and one of each day before of water."""
    chance = world.chance
    low, high = RANGES.get(metric, (0.0, 1.0))
    scale = SCALES.get(metric, high * 1.2)
    loudness = chance.uniform(0.4, 1.0)
    last = None
    times = [AT - timedelta(minutes=30 * step + 1) for step in range(60, -1, -1)]
    if device.kind == "RWQ":
        times = [ago(days=day) for day in range(6, 1, -1)] + times
    for at in times:
        flag = metric in ("trapped", "cap_open", "power", "on", "outfall_flow")
        value = (
            float(chance.random() < 0.1) if flag else round(loudness * chance.uniform(0.5, 1.0) * scale + low * 0.5, 3)
        )
        world.reading(device, metric, at, value)
        device.values.setdefault(metric, []).append((at, value))
        last = at, value
    assert last
    stale = chance.random() < 0.15
    time = last[0] - timedelta(hours=5) if stale else last[0]
    number = world.series[device.id, metric]
    world.copies["latest"].append({"series": number, "time": time, "value": last[1], "quality": 0})
    device.values[f"{metric} live"] = None if stale else last[1]


def of(things: Asked, code: str) -> list[Thing]:
    return [one for one in things.world.devices if one.kind == code]


def live(things: Asked, code: str, metric: str) -> list[tuple[Thing, float]]:
    return [(one, value) for one in of(things, code) if (value := one.values[f"{metric} live"]) is not None]


def test_fire_alarms_of_an_address_count_as_one(things: Asked) -> None:
    fires = [one for one in things.world.alarms if one.rule in ("SMK.fire", "UIT.fire")]
    hour = {(one.node, one.spot) for one in fires if one.at >= ago(hours=1)}
    assert hour
    assert things.sums("PA0201") == by_node((node, 1, None) for node, _ in hour)
    month: dict[Any, int] = defaultdict(int)
    for one in fires:
        month[one.node, one.spot] += one.at >= ago(days=30)
    assert things.sums("PA0212") == by_node((key[0], 1, None) for key, n in month.items() if n >= 3)


def test_how_soon_somebody_takes_an_alarm_up(things: Asked) -> None:
    fires = [x for x in things.world.alarms if x.rule in ("SMK.fire", "UIT.fire") and x.at >= ago(days=1)]

    def taken(one: Thing) -> Any:
        return min((at for at in (one.seen, one.judged) if at), default=None)

    due = [one for one in fires if taken(one) or one.at < ago(minutes=3)]
    good = [bool(taken(one) and taken(one) - one.at <= timedelta(minutes=3)) for one in due]
    assert any(good)
    assert things.sums("PA0203") == by_node((one.node, fine, 1) for one, fine in zip(due, good, strict=True))


def test_verdicts_and_what_is_wrong_among_them(things: Asked) -> None:
    alarms = things.world.alarms
    week = [x for x in alarms if x.judged and x.judged >= ago(days=7) and x.verdict != "test"]
    assert things.sums("HL0503") == by_node((x.node, x.verdict in ("false", "fault"), 1) for x in week)
    ended = [one for one in alarms if one.over and one.over >= ago(days=1)]
    assert things.sums("HL0504") == by_node((one.node, one.verdict is not None, 1) for one in ended)
    fires = [x for x in alarms if x.rule in ("SMK.fire", "UIT.fire") and x.at >= ago(days=30)]
    known = [one for one in fires if one.verdict in ("true", "false", "fault")]
    assert things.sums("PA0202") == by_node((one.node, one.verdict == "true", 1) for one in known)


def test_lifts_vehicles_and_old_people(things: Asked) -> None:
    alarms = things.world.alarms
    shut = [(one.node, 1, 0) for one in alarms if one.rule == "LFT.trapped" and one.at >= ago(days=30)]
    assert things.sums("PA0505") == by_node([*shut, *((one.node, 0, 1) for one in of(things, "LFT"))])
    day = {one.device.id for one in alarms if one.rule == "MTK.speed" and one.at >= ago(days=1)}
    drove = [x for x in of(things, "MTK") if max(value for at, value in x.speed if at >= ago(days=1)) > 5]
    assert things.sums("PA0407") == by_node((one.node, one.id in day, 1) for one in drove)
    old = [x for x in alarms if x.device.kind == "PIR" and not x.over and not x.verdict and x.at < ago(hours=2)]
    assert old
    assert things.sums("JK0404") == by_node((one.node, 1, None) for one in old)


def test_devices_in_use_are_online_or_not(things: Asked) -> None:
    used = [one for one in things.world.devices if one.state != "maintenance"]
    assert things.sums("HL0501") == by_node((x.node, x.online and x.state == "in_service", 1) for x in used)
    smoke = [x for x in used if x.kind in ("SMK", "EFM", "UIT", "FWP", "OHY", "FLN")]
    assert things.sums("PA0204") == by_node((x.node, x.online and x.state == "in_service", 1) for x in smoke)
    old = [(one.node, bool(one.installed_on and one.installed_on.year == 2009), 1) for one in used]
    assert things.sums("HL0506") == by_node(old)
    assert things.sums("HL0509") == by_node((one.node, one.kind == "SMK", 1) for one in used)
    assert things.sums("HL0505") == by_node((x.node, x.seen_at > ago(days=90) and x.kind != "PIR", 1) for x in used)
    cared = [(x.node, bool(x.inspected_at), 1) for x in used]
    assert things.sums("HL0507") == by_node(cared)  # else the day it was installed, which is long ago


def test_no_home_counts_more_than_there_are_old_people(things: Asked) -> None:
    homes = {(x.node, x.spot) for x in things.world.devices if x.kind == "PIR" and x.state != "maintenance"}
    each = [(leaf, min(2, sum(node == leaf for node, _ in homes)), 2) for leaf in LEAVES]
    assert things.sums("JK0401") == by_node(each)


def test_last_readings_that_are_too_old_do_not_count(things: Asked) -> None:
    told = live(things, "FWP", "pressure")
    assert len(told) < CLASSES["FWP"]
    assert things.sums("PA0205") == by_node((one.node, 0.1 <= value <= 1.0, 1) for one, value in told)
    bins = live(things, "BIN", "fill")
    assert things.sums("LS0401") == by_node((one.node, value >= 80, 1) for one, value in bins)
    deep = [(one, value) for one, value in live(things, "UPW", "depth") if value >= 15]
    assert things.sums("PA0308") == by_node((one.node, 1, None) for one, _ in deep)
    assert sorted(value for each in things.tops("PA0305").values() for value in each) == sorted(
        value for _, value in live(things, "RLV", "level")
    )


def test_hours_of_noise_by_day_and_by_night(things: Asked) -> None:
    for code, limit, night in (("LS0303", 60, False), ("LS0304", 50, True)):
        rows = []
        for one in of(things, "NOI"):
            for hour, values in _hours(one.Leq10).items():
                local = hour.astimezone(ZONE).hour
                if hour >= ago(days=1) and (local >= 22 or local < 6) is night:
                    rows.append((one.node, mean(values) <= limit, 1))
        assert things.sums(code) == by_node(rows)


def _hours(told: list[tuple[Any, float]]) -> dict[Any, list[float]]:
    found: dict[Any, list[float]] = defaultdict(list)
    for at, value in told:
        found[at.replace(minute=0, second=0, microsecond=0)].append(value)
    return found


def test_sites_above_the_limit_of_dust_today(things: Asked) -> None:
    times = []
    for one in of(things, "DST"):
        slots: dict[int, list[float]] = defaultdict(list)
        for at, value in one.a34001_tsp:
            if at >= MIDNIGHT:
                slots[int(at.timestamp()) // 900].append(value)
        times.append((one.node, sum(mean(values) > 1.0 for values in slots.values())))
    assert any(n for _, n in times)
    assert things.sums("LS0301") == by_node((node, n > 0, 1) for node, n in times)
    assert things.sums("LS0302") == by_node((node, n, None) for node, n in times)


def test_kitchens_sweepers_and_river_stations(things: Asked) -> None:
    begins = AT.replace(minute=0) - timedelta(hours=23)  # the first whole hour of the last 24
    fumes = [(one.node, max(v for at, v in one.fume if at >= begins) <= 1.0, 1) for one in of(things, "FUM")]
    assert things.sums("LS0307") == by_node(fumes)
    swept = [(one.node, one.coverage[-1][1] >= 90, 1) for one in of(things, "SAN")]
    assert things.sums("LS0407") == by_node(swept)
    rows = []
    for one in of(things, "RWQ"):
        fine = True
        for metric in METRICS["RWQ"]:
            low, high = RANGES[metric]
            lasts = [values[-1] for _, values in sorted(_hours(getattr(one, metric)).items())[-4:]]
            fine = fine and all(low <= value <= high for value in lasts)
        rows.append((one.node, fine, 1))
    assert things.sums("LS0201") == by_node(rows)


def test_the_index_of_air_runs_along_its_breakpoints(things: Asked) -> None:
    points = limits()["air"]["hour"]["a34004_pm25"]
    rows = ibis.memtable(pa.table({"value": [0.0, 35.0, 55.0, 115.0, 200.0, 900.0]}))
    found = things.sources.lake.rows(rows.select(index=index_of(rows.value, points)))
    assert found["index"].to_pylist() == [0.0, 50.0, 75.0, 150.0, 250.0, 500.0]
