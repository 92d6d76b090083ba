from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.app.visitors import Site, entered
from tests.cities import City, build

from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.db import Database


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    return await build(database, clock, tmp_path)


@pytest.fixture
async def site(city: City, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    """The whole platform over the small district, as far as HTTP reaches."""
    settings = Settings(data_dir=tmp_path, pool_size=4)
    async with entered(make_app(settings, app_url, city.clock), city) as site:
        yield site
