"""A life brought in is the life that the verbs would have written: table by table, fact by fact."""

import random
from datetime import timedelta

import pytest
from tests.cases.history.told import imported, left, row, step
from tests.cases.steps import filed, steps
from tests.cities import City

from yiwang.cases.model import TRANSITIONS, Case

pytestmark = pytest.mark.anyio


async def lived(city: City, seed: int) -> tuple[Case, list[str]]:
    """Take a case through the verbs by chance until it ends or some steps are over; return it and the steps."""
    chance, taken = random.Random(seed), ["file"]
    case = await filed(city)
    for _ in range(chance.choice((3, 6, 12))):
        able = [verb for verb, one in TRANSITIONS.items() if case.state in one.start and verb != "void"]
        if chance.random() < 0.05:
            able = ["void"]
        if not able:
            break
        verb = chance.choice(sorted(able))
        fields = {"unit": city.units["CY"], "reason": "按规定办理"} if verb in ("dispatch", "redispatch") else {}
        if verb in ("return", "void"):
            fields = {"reason": "按规定办理"}
        if verb == "check":
            fields = {"passed": chance.random() < 0.5, "text": "按规定办理"}
        case = await steps(city, case, verb, **fields)
        taken.append(f"{verb}!" if verb == "check" and not fields["passed"] else verb)
    return case, taken


@pytest.mark.parametrize("seed", range(12))
async def test_the_tables_are_the_same(city: City, seed: int) -> None:
    start = city.now
    case, names = await lived(city, seed)
    live = await left(city, "live")
    city.later(days=1)
    places = [start + timedelta(minutes=number) for number in range(len(names))]
    old = row(city, 1, reported_at=start.isoformat(), steps=[step(n, at) for n, at in zip(names, places, strict=True)])
    done = await imported(city, [old])
    assert (done.imported, done.wrong, case.state) == (1, 0, case.state)
    history = await left(city, "history")
    for table in live:
        assert history[table] == live[table], (table, names)
