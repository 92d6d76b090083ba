from pathlib import Path

import pytest
from tests.cities import BUILDER, LONG_AGO, City, build

from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.events.unsorted import publish_other_matter


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    city = await build(database, clock, tmp_path)
    async with database.tx() as tx:
        await publish_other_matter(tx, BUILDER, at=city.now, valid_from=LONG_AGO)
    async with database.tx() as tx:
        await city.books.refresh(tx)
    return city
