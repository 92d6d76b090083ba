"""Alarms over alarms: of one device, one address, neighbours within a distance and a time."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.alarms.driven import ROOM, START, device, found, moment, send
from yiwang.alarms.driving.driver import Driver
from yiwang.alarms.driving.listens import LISTENER
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import Combination, Member, Rule, RuleSet
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.ledger.listening import drain
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import of

pytestmark = pytest.mark.anyio
HIGH = Condition(code="high", kind="above", severity="yellow", bound=2.0)
FIRST, OTHER = Member(rule="r0", condition="high"), Member(rule="r1", condition="high")


@pytest.fixture
async def inlet(database: Database) -> AsyncIterator[Inlet]:
    async with Inlet(database) as opened:
        yield opened


class House:
    """A driver, its log and what listens to it."""

    def __init__(self, database: Database, clock: FixedClock, inlet: Inlet) -> None:
        self.database, self.clock, self.inlet = database, clock, inlet
        self.driver = Driver(database)

    async def built(self, *combinations: Combination, devices: int = 4) -> None:
        self.clock.at = moment(START)
        rules = tuple(Rule(code=f"r{k}", device_class="T", metric=f"m{k}", conditions=(HIGH,)) for k in range(2))
        await found(self.database, RuleSet(rules=rules, combinations=combinations), devices)
        async with self.database.tx() as tx:
            for number in range(devices):  # 50 metres apart, two at an address
                tx.put(
                    "UPDATE sensing.device SET lon = %s, lat = 31.23, address = %s WHERE id = %s",
                    (121.4 + number * 50 / 95_260, f"光新路{number // 2}号", device(number)),
                )

    async def hear(self, second: int, *readings: tuple[int, int, float]) -> list[dict[str, Any]]:
        """Readings of (device, metric, value) at a second; return the combinations afterwards."""
        at = START + second * 1000
        columns = ([one[0] * ROOM + one[1] for one in readings], [at] * len(readings), [one[2] for one in readings])
        await send(self.inlet, self.clock, of(*columns), at)
        await self.driver.round()
        await drain(self.database, [LISTENER])
        async with self.database.tx() as tx:
            return await tx.rows(
                """SELECT rule, together, state, severity, value, raised_at, resolved_at FROM alarms.alarm
                WHERE kind = 'combination' ORDER BY raised_at, together"""
            )


@pytest.fixture
def house(database: Database, clock: FixedClock, inlet: Inlet) -> House:
    return House(database, clock, inlet)


async def test_two_of_one_address_within_three_minutes_stand_together(house: House) -> None:
    pair = Combination(code="pair", across="address", members=(FIRST,), within_s=180, severity="red")
    await house.built(pair)
    assert await house.hear(0, (0, 0, 3.0), (2, 0, 3.0)) == []
    assert await house.hear(181, (1, 0, 3.0)) == []  # too late for the first of the same address
    rows = await house.hear(200, (0, 0, 1.0))
    assert rows == []
    rows = await house.hear(210, (0, 0, 3.0))
    assert [(row["rule"], row["together"], row["state"], row["value"]) for row in rows] == [
        ("pair", "address 光新路0号", "firing", 2.0)
    ]
    assert rows[0]["raised_at"] == moment(START + 210_000)
    rows = await house.hear(220, (1, 0, 1.0))
    assert [(row["state"], row["resolved_at"]) for row in rows] == [("resolved", moment(START + 220_000))]


async def test_neighbours_make_one_alarm_however_many_join(house: House) -> None:
    near = Combination(code="near", across="neighbours", members=(FIRST,), at_least=2, distance_m=60, severity="red")
    await house.built(near)
    assert await house.hear(0, (0, 0, 3.0), (3, 0, 3.0)) == []
    rows = await house.hear(10, (1, 0, 3.0))
    assert len(rows) == 1
    rows = await house.hear(20, (0, 0, 1.0), (1, 0, 1.0))
    assert [row["state"] for row in rows] == ["resolved"]


async def test_of_one_device_the_members_count_not_the_series(house: House) -> None:
    both = Combination(code="both", across="device", members=(FIRST, OTHER), severity="orange")
    await house.built(both)
    assert await house.hear(0, (0, 0, 3.0), (1, 1, 3.0)) == []
    rows = await house.hear(10, (1, 0, 3.0))
    assert [(row["together"], row["severity"]) for row in rows] == [(f"device {device(1)}", "orange")]
    assert await house.hear(11, (1, 0, 3.5)) == rows  # nothing new, nothing twice
