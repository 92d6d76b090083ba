from pathlib import Path

import pytest

from tests.alarms.raising import District
from tests.alarms.raising import district as built
from yiwang.base.clock import FixedClock
from yiwang.db import Database


@pytest.fixture
async def district(database: Database, clock: FixedClock, tmp_path: Path) -> District:
    return await built(database, clock, tmp_path)
