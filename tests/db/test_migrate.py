"""Migrations: repeatable, one at a time, and clear about what a given database lacks."""

import threading
import uuid
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from psycopg import sql
from tests.conftest import NOW

from yiwang.base.errors import Invalid
from yiwang.db.cluster import Server
from yiwang.db.cluster_init import OWNER
from yiwang.db.migrate import check_version, migrate, newest

pytestmark = pytest.mark.store


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """The name of a database without any table."""
    name = f"e_{uuid.uuid4().hex}"
    with psycopg.connect(server.root_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER yiwang_owner").format(sql.Identifier(name)))
        yield name
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def runner(server: Server) -> Iterator[str]:
    """A role with a name of the administrator's choosing."""
    name = f"runner_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(server.root_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'x'").format(sql.Identifier(name)))
        yield name
        connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))


def test_it_reaches_the_newest_revision_and_a_second_time_changes_nothing(server: Server, empty: str) -> None:
    url = server.url(OWNER, empty)
    assert migrate(url, NOW) == newest()
    assert migrate(url, NOW) == newest()
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT version_num FROM db.version").fetchall() == [(newest(),)]


def test_two_at_once_take_turns(server: Server, empty: str) -> None:
    url = server.url(OWNER, empty)
    reached: list[str] = []
    both = [threading.Thread(target=lambda: reached.append(migrate(url, NOW))) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert reached == [newest()] * 2


def test_a_server_that_goes_away_meanwhile_is_an_error_of_the_driver(owner_url: str) -> None:
    told: list[BaseException] = []

    def run() -> None:
        try:
            migrate(owner_url, NOW)
        except psycopg.OperationalError as error:
            told.append(error)

    with psycopg.connect(owner_url) as other, psycopg.connect(owner_url, autocommit=True) as watching:
        other.execute("LOCK TABLE db.version IN ACCESS EXCLUSIVE MODE")
        running = threading.Thread(target=run)
        running.start()
        ended = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = 'db.version'::regclass"
        while running.is_alive() and not watching.execute(ended).fetchall():
            running.join(0.05)
        running.join()
    assert told


def test_every_table_belongs_to_the_owner_and_the_running_role_may_not_drop_one(owner_url: str, app_url: str) -> None:
    with psycopg.connect(owner_url) as connection:
        owners = connection.execute(
            "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace NOT IN "
            "(SELECT oid FROM pg_namespace WHERE nspname ~ '^(pg_|information_schema)')"
        ).fetchall()
    assert owners == [("yiwang_owner",)]
    with psycopg.connect(app_url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("DROP TABLE ledger.fact")


def test_a_running_role_of_another_name_is_let_in(server: Server, empty: str, runner: str) -> None:
    with psycopg.connect(server.root_url, autocommit=True) as connection:
        connection.execute(sql.SQL("GRANT yiwang_app TO {}").format(sql.Identifier(runner)))
    app_url = psycopg.conninfo.make_conninfo(server.url(OWNER, empty), user=runner, password="x")
    migrate(server.url(OWNER, empty), NOW, app_url=app_url)
    with psycopg.connect(server.root_url, autocommit=True) as root:
        root.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO PUBLIC").format(sql.Identifier(empty)))
    with psycopg.connect(app_url) as connection:
        assert connection.execute("SELECT count(*) FROM ledger.fact").fetchone() == (0,)


def test_a_role_we_may_not_grant_is_refused_with_the_statement_to_run(server: Server, empty: str, runner: str) -> None:
    app_url = psycopg.conninfo.make_conninfo(server.url(OWNER, empty), user=runner, password="x")
    with pytest.raises(Invalid, match=f"GRANT yiwang_app TO {runner};"):
        migrate(server.url(OWNER, empty), NOW, app_url=app_url)


def test_a_database_that_is_not_ours_is_refused_with_the_statement_to_run(server: Server) -> None:
    with pytest.raises(Invalid, match="ALTER DATABASE postgres OWNER TO yiwang_owner;"):
        migrate(server.url(OWNER, "postgres"), NOW)


def test_a_server_that_is_too_old_is_refused_by_name() -> None:
    old: Any = SimpleNamespace(info=SimpleNamespace(server_version=140011))
    with pytest.raises(Invalid, match="This is PostgreSQL 14; Yiwang needs 15 or newer"):
        check_version(old)
