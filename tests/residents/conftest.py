from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.app.visitors import Site, entered
from tests.cities import BUILDER, LONG_AGO, City, build

from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
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


@pytest.fixture
async def site(city: City, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    """The platform over HTTP, as somebody without an account reaches it."""
    settings = Settings(data_dir=tmp_path, pool_size=4, resident_reports=6)
    async with entered(make_app(settings, app_url, city.clock), city) as site:
        yield site
