"""Two servers, and two platforms that know each other."""

import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from tests.cities import build
from tests.conftest import FAST, _make_template
from tests.federation.pair import Pair, Side, acquainted
from tests.scratch import new_folder

from yiwang.base.clock import FixedClock, SystemClock
from yiwang.db import Database
from yiwang.db.cluster import Server, running
from yiwang.db.cluster_init import APP


@pytest.fixture(scope="session")
def second_server() -> Iterator[Server]:
    """Another cluster than the test run's own."""
    folder = new_folder("yiwang-test-")
    folder.chmod(0o711)
    with running(folder, settings=FAST) as found:
        _make_template(found)
        yield found
    shutil.rmtree(folder, ignore_errors=True)


def fresh_on(server: Server) -> str:
    name = f"t_{uuid.uuid4().hex}"
    with psycopg.connect(server.root_url, autocommit=True) as connection:
        create = sql.SQL("CREATE DATABASE {} TEMPLATE yiwang_template OWNER yiwang_owner STRATEGY file_copy")
        connection.execute(create.format(sql.Identifier(name)))
    return server.url(APP, name)


@pytest.fixture
async def pair(
    server: Server, second_server: Server, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Pair]:
    """The district `putuo` and the street `caoyang`, both running; `@pytest.mark.parametrize("pair", [...])` declares
    what is told of persons."""
    personal = getattr(request, "param", "none")
    async with AsyncExitStack() as stack:
        sides = []
        for name, on in (("putuo", server), ("caoyang", second_server)):
            url = fresh_on(on)
            folder = tmp_path / name
            folder.mkdir()
            clock = SystemClock()
            database = await stack.enter_async_context(Database(url, clock, platform=name, size=4))
            city = await build(database, FixedClock(clock.now()), folder)
            sides.append(Side(name, city, url, folder))
        found = await acquainted(*sides, 1, personal)
        for side in sides:
            side.start()
        for side in sides:
            await side.up()
        yield found
        for side in sides:
            side.kill()
        for wire in found.wires:
            wire.close()
