from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.app.visitors import Site, Visitor
from tests.cities import City, build
from tests.events.channels.sites import opened, with_channels

from yiwang.access import Grant
from yiwang.base.clock import FixedClock
from yiwang.db import Database


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    return await with_channels(await build(database, clock, tmp_path))


@pytest.fixture
async def site(city: City) -> AsyncIterator[Site]:
    async with opened(city) as site:
        yield site


@pytest.fixture
async def sender(site: Site) -> Visitor:
    """An application that may send in reports and nothing else."""
    return await site.application("sender", Grant("intake"))


@pytest.fixture
async def keeper(site: Site) -> Visitor:
    """Who declares channels."""
    return await site.application("keeper", Grant("data_admin"))


@pytest.fixture
async def officer(site: Site) -> Visitor:
    """Who sees events and triages them."""
    return await site.application("officer", Grant("duty_officer"))
