"""The driver is killed with SIGKILL at ten moments under load: no alarm is lost, none is doubled."""

import pytest

from tests.alarms.killing import killed
from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = pytest.mark.anyio


async def test_ten_killed_drivers_leave_what_the_oracle_says(
    database: Database, clock: FixedClock, app_url: str
) -> None:
    await killed(database, clock, app_url, points=10, seed=5)
