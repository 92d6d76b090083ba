from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.app.visitors import Site, Visitor
from tests.cities import City, build
from tests.events.channels.sites import opened

from yiwang.access import Grant
from yiwang.base.clock import FixedClock
from yiwang.db import Database


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    return await build(database, clock, tmp_path)


@pytest.fixture
async def site(city: City) -> AsyncIterator[Site]:
    async with opened(city) as site:
        yield site


@pytest.fixture
async def sender(site: Site) -> Visitor:
    return await site.application("app", Grant("intake"))


@pytest.fixture
async def officer(site: Site) -> Visitor:
    return await site.application("officer", Grant("supervisor"))
