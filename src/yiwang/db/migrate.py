"""Bringing a database to the present tables: one at a time, with limits on waiting, safe to repeat."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from yiwang.base.errors import Invalid
from yiwang.base.later import later
from yiwang.db.partitions import MONTHS_AHEAD

# Needed for a moment by the process that brings the tables up to date, and by no other.
if TYPE_CHECKING:
    import sqlalchemy
    from alembic import command
    from alembic import config as alembic
else:
    alembic, command, sqlalchemy = later("alembic.config"), later("alembic.command"), later("sqlalchemy")

APP_ROLE = "yiwang_app"
OLDEST_POSTGRES = 15
_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x59495741  # "YIWA": one migration at a time in a database
# A migration that waits for a table holds up everyone behind it: it gives up soon and is run again.
_OPTIONS = "-c timezone=UTC -c lock_timeout=10s -c statement_timeout=30min"


def migrate(owner_url: str, at: datetime, *, app_url: str | None = None) -> str:
    """Bring the database to the newest tables and make the partitions of the months around `at`.

    `owner_url` is the role that is to own the tables; `app_url`, where given, names the role of the running
    platform, which is let in. Returns the revision reached. Several may call it at once: they take turns.
    """
    with _alone(owner_url) as connection:
        check_version(connection)
        _ensure_app_role(connection, app_url)
        _ensure_schema(connection)
        # Each part is run on its own connection, so that no transaction outlives the statement that needs it.
        engine = sqlalchemy.create_engine(
            "postgresql+psycopg://",
            creator=lambda: psycopg.connect(owner_url, options=_OPTIONS),
            poolclass=sqlalchemy.NullPool,
        )
        config = _config()
        with _errors_of_the_driver(), engine.connect() as bound:
            config.attributes["connection"] = bound
            command.upgrade(config, "head")
            bound.commit()
        connection.execute("SELECT db.make_partitions(%s, %s)", [at.date(), MONTHS_AHEAD])
    return newest()


@contextmanager
def _errors_of_the_driver() -> Iterator[None]:
    """Nobody above needs to know two kinds of "the server went away"."""
    try:
        yield
    except sqlalchemy.exc.DBAPIError as error:
        raise (error.orig if isinstance(error.orig, psycopg.Error) else error) from error


def newest() -> str:
    """Return the newest revision this program knows."""
    return max(path.name[:4] for path in _MIGRATIONS.glob("versions/[0-9]*.py"))


def check_version(connection: psycopg.Connection) -> None:
    """Refuse a server that is too old, by name."""
    found = connection.info.server_version // 10000
    if found < OLDEST_POSTGRES:
        raise Invalid(
            "database_url", f"This is PostgreSQL {found}; Yiwang needs {OLDEST_POSTGRES} or newer. Give it a newer one."
        )


@contextmanager
def _alone(owner_url: str) -> Iterator[psycopg.Connection]:
    logging.getLogger("alembic").setLevel(logging.WARNING)
    with psycopg.connect(owner_url, autocommit=True, options="-c timezone=UTC") as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        connection.execute("SET lock_timeout = '10s'")
        yield connection


def _ensure_app_role(connection: psycopg.Connection, app_url: str | None) -> None:
    """See that the role `yiwang_app`, which the grants name, is there and that the running role has its rights."""
    runner = psycopg.conninfo.conninfo_to_dict(app_url).get("user") if app_url else None
    try:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APP_ROLE]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(APP_ROLE)))
        if runner and runner not in (APP_ROLE, connection.info.user) and not _is_member(connection, str(runner)):
            connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(APP_ROLE), sql.Identifier(str(runner))))
    except psycopg.errors.InsufficientPrivilege as error:
        raise Invalid(
            "database_owner_url",
            f"The role {connection.info.user} may not set up the role {APP_ROLE}. Ask the administrator of the "
            f"database to run: CREATE ROLE {APP_ROLE} NOLOGIN; GRANT {APP_ROLE} TO {runner or connection.info.user};",
        ) from error


def _ensure_schema(connection: psycopg.Connection) -> None:
    try:
        connection.execute("CREATE SCHEMA IF NOT EXISTS db")
    except psycopg.errors.InsufficientPrivilege as error:
        raise Invalid(
            "database_owner_url",
            f"The role {connection.info.user} may not make schemas in the database {connection.info.dbname}. Ask its "
            f"administrator to run: ALTER DATABASE {connection.info.dbname} OWNER TO {connection.info.user};",
        ) from error


def _is_member(connection: psycopg.Connection, role: str) -> bool:
    row = connection.execute("SELECT pg_has_role(%s, %s, 'MEMBER')", [role, APP_ROLE]).fetchone()
    return bool(row and row[0])


def _config() -> alembic.Config:
    config = alembic.Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
