"""`make soak`: drivers of the alarms killed at a hundred moments under load; no alarm lost, none doubled."""

import os

import pytest
from tests.alarms.killing import killed

from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.soak]
POINTS = int(os.environ.get("YIWANG_SOAK_ALARM_POINTS", "100"))


async def test_killed_drivers_leave_what_the_oracle_says(database: Database, clock: FixedClock, app_url: str) -> None:
    await killed(database, clock, app_url, points=POINTS, seed=20261121)
