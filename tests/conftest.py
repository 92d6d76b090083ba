"""What every test may ask for: a clock that stands still and a fresh, migrated database on a real server."""

import fcntl
import gc
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from argon2 import PasswordHasher
from hypothesis import settings as examples
from psycopg import sql

from tests import serving
from tests.scratch import new_folder, scratch
from tests.serving import Served
from yiwang.access import passwords
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.db.cluster import Server, running
from yiwang.db.cluster_init import APP, OWNER
from yiwang.db.cluster_pid import find
from yiwang.db.migrate import migrate

gc.set_threshold(20_000, 20, 100)
# An example that takes long says that the machine is busy, not that the code is wrong.
examples.register_profile("steady", parent=examples(), deadline=None)
examples.load_profile("steady")

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
TEMPLATE = "yiwang_template"
# The tests' data is thrown away: only here may the server not wait for the disk.
# Its vacuum would hold back the log's readers for moments of its own choosing.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "autovacuum": "off",
}
FOLDER = pytest.StashKey[Path]()
# The platform's own takes 0.1 s for a password, on purpose; here a thousand people sign in. `tests/access` looks at it.
PLATFORM_HASHER, passwords._HASHER = passwords._HASHER, PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--postgres", default="", help="major version of an installed PostgreSQL to test on instead of the wheel's: 15"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "store: runs again on the oldest PostgreSQL that is supported")
    config.addinivalue_line("markers", "slow: takes more than a few seconds")
    config.addinivalue_line("markers", "soak: kills and starts again; YIWANG_SOAK_POINTS says how often")
    _sweep()
    # One server for each process of a parallel run: transactions of other databases would hold back the log's readers.
    config.stash[FOLDER] = new_folder("yiwang-test-")
    # The server's own user has to pass through it to its folder.
    config.stash[FOLDER].chmod(0o711)


def pytest_collection_finish(session: pytest.Session) -> None:
    # Who needs the run's platform finds it there: its start takes as long as many tests.
    if any("served" in getattr(item, "fixturenames", ()) for item in session.items):
        serving.begin()
    # A thousand modules and as many tests stay to the end: they are not looked through again with each test's litter.
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    if FOLDER in config.stash:
        _remove(config.stash[FOLDER])


def _remove(folder: Path) -> None:
    """Stop the run's server and remove its folder."""
    if left := find(folder / "postgres" / "data"):
        left.stop()
    shutil.rmtree(folder, ignore_errors=True)


def _sweep() -> None:
    """Remove what killed test runs left behind: their lock is free and their server is gone."""
    for folder in (*scratch().glob("yiwang-test-*"), *Path(tempfile.gettempdir()).glob("yiwang-test-*")):
        try:
            if folder.stat().st_uid != os.geteuid():
                continue  # another user's, to be left alone
        except FileNotFoundError:
            continue  # another run has just removed it
        lock = folder / "postgres" / "users.lock"
        if not lock.exists() or (folder / "postgres" / "data" / "postmaster.pid").exists():
            continue
        with lock.open("a") as users:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def served() -> Served:
    """The platform as `yiwang serve` runs it, with the sample district: one for the whole run, stopped after it."""
    return serving.shared()


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server of the test run's own, with a migrated database to copy."""
    major = request.config.getoption("--postgres")
    bin_dir = Path(f"/usr/lib/postgresql/{major}/bin") if major else None
    folder = request.config.stash[FOLDER]
    with running(folder, bin_dir=bin_dir, settings=FAST) as found:
        _make_template(found)
        yield found


def _make_template(server: Server) -> None:
    with psycopg.connect(server.root_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE yiwang_template OWNER yiwang_owner")
    migrate(server.url(OWNER, TEMPLATE), NOW)


@dataclass
class Maker:
    """Makes a database for each test, and drops the one before: right after a test that waits for its backends."""

    connection: psycopg.Connection[Any]
    last: str = ""

    def fresh(self) -> str:
        if self.last:
            self.connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(self.last)))
        self.last = f"t_{uuid.uuid4().hex}"
        create = sql.SQL("CREATE DATABASE {} TEMPLATE yiwang_template OWNER yiwang_owner STRATEGY file_copy")
        self.connection.execute(create.format(sql.Identifier(self.last)))
        return self.last


@pytest.fixture(scope="session")
def maker(server: Server) -> Iterator[Maker]:
    with psycopg.connect(server.root_url, autocommit=True) as connection:
        yield Maker(connection)


@pytest.fixture
def fresh(maker: Maker) -> str:
    """The name of a fresh database with all tables, dropped before the next."""
    return maker.fresh()


@pytest.fixture
def app_url(server: Server, fresh: str) -> str:
    """How the running platform's role reaches the fresh database."""
    return server.url(APP, fresh)


@pytest.fixture
def owner_url(server: Server, fresh: str) -> str:
    """How the role that owns the tables reaches the fresh database."""
    return server.url(OWNER, fresh)


@pytest.fixture
async def database(app_url: str, clock: FixedClock) -> AsyncIterator[Database]:
    """An open database, fresh and migrated; nobody listens yet."""
    async with Database(app_url, clock) as opened:
        yield opened
