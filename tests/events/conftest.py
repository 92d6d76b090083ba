from pathlib import Path

import pytest
from tests.cities import City, build

from yiwang.base.clock import FixedClock
from yiwang.db import Database


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    return await build(database, clock, tmp_path)
