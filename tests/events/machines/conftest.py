from pathlib import Path

import pytest
from tests.alarms.raising import District
from tests.alarms.raising import district as built
from tests.events.machines.chain import Chain

from yiwang.base.clock import FixedClock
from yiwang.db import Database


@pytest.fixture
async def chain(database: Database, clock: FixedClock, tmp_path: Path) -> Chain:
    found: District = await built(database, clock, tmp_path)
    return Chain(found)
