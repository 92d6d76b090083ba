"""The embedded PostgreSQL: `with running(data_dir) as server` starts it, shares it or waits for its turn.

Nothing to install, nothing to stop: the server runs while any process holds a `running`, and ends soon after the
last one, however that one ended.
"""

import fcntl
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from psycopg.conninfo import make_conninfo

from yiwang.base.errors import Conflict, Refusal
from yiwang.db.cluster_home import Home, default_data_dir, settle
from yiwang.db.cluster_init import APP, DATABASE, OWNER, ROOT, ensure_data, write_settings
from yiwang.db.cluster_pid import find, ready

__all__ = ["Server", "default_data_dir", "running"]

_START_WAIT = 120.0  # seconds: after a crash the server first replays its log
_TRIES = 3
_WATCH = 2.0  # seconds between looks at whether the server still runs


@dataclass(frozen=True)
class Server:
    """A running embedded server: how each role reaches it. The URLs are libpq connection strings."""

    home: Home
    _passwords: Mapping[str, str] = field(repr=False)

    @property
    def bin(self) -> Path:
        """The folder of pg_dump, psql and the rest."""
        return self.home.bin

    @property
    def app_url(self) -> str:
        """The running platform's role, which owns nothing."""
        return self.url(APP)

    @property
    def owner_url(self) -> str:
        """The role that owns the tables: for migrations."""
        return self.url(OWNER)

    @property
    def root_url(self) -> str:
        """The superuser: for making databases, and for repair."""
        return self.url(ROOT, "postgres")

    def url(self, role: str, database: str = DATABASE) -> str:
        """Return the connection string of a role for a database of this server."""
        return make_conninfo(
            "", host=str(self.home.socket), port=5432, user=role, password=self._passwords[role], dbname=database
        )


@contextmanager
def running(
    data_dir: Path, *, bin_dir: Path | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """Hold the embedded server of this data folder: started, or shared with the processes that have it already.

    `bin_dir` names other binaries than the wheel's; `settings` are added to those for this machine.
    """
    home = settle(data_dir, bin_dir)
    with home.users_lock.open("a") as users:
        _lock(users, fcntl.LOCK_SH, "the database to finish stopping")
        with home.start_lock.open("a") as starter:
            _lock(starter, fcntl.LOCK_EX, "another process to start the database")
            passwords = _ensure_running(home, settings or {})
        with _guarded(home, settings or {}):
            yield Server(home, passwords)


@contextmanager
def _guarded(home: Home, settings: Mapping[str, str]) -> Iterator[None]:
    """Start the server again should its keeper be killed, and with it the server, while we hold it."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_WATCH):
            if ready(home.data) and _kept(home):
                continue
            try:
                with home.start_lock.open("a") as starter:
                    _lock(starter, fcntl.LOCK_EX, "another process to start the database")
                    _ensure_running(home, settings)
            except Refusal as refusal:
                logging.getLogger(__name__).error("%s", refusal)

    thread = threading.Thread(target=watch, name="database guard", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(timeout=5)


def _ensure_running(home: Home, settings: Mapping[str, str]) -> dict[str, str]:
    passwords = ensure_data(home)
    if ready(home.data) and _kept(home):
        return passwords
    for _ in range(_TRIES):
        if not find(home.data):
            write_settings(home, settings)
        _spawn_keeper(home)
        until = time.monotonic() + _START_WAIT
        while time.monotonic() < until:
            if ready(home.data):
                return passwords
            if not _kept(home):
                break
            time.sleep(0.02)
    raise Conflict(f"The database does not start. The end of {home.log} says:\n{_tail(home.log)}")


def _kept(home: Home) -> bool:
    """Whether a keeper looks after the server. If not, a new one adopts it."""
    with home.keeper_lock.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _spawn_keeper(home: Home) -> None:
    """Start the keeper in a session of its own: a Ctrl-C in our terminal is not meant for the database."""
    user = ["" if number is None else str(number) for number in (home.uid, home.gid)]
    with home.log.open("ab") as log:
        home.give(home.log)
        subprocess.run(
            [sys.executable, "-m", "yiwang.db.keeper", str(home.path), str(home.bin), str(home.socket), *user],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            start_new_session=True,
            check=True,
        )


def _lock(file: IO[str], kind: int, waiting_for: str) -> None:
    until = time.monotonic() + _START_WAIT
    while True:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Conflict(f"Waited two minutes for {waiting_for}. Look at the log beside {file.name}.") from None
            time.sleep(0.02)
        else:
            return


def _tail(path: Path) -> str:
    return "\n".join(path.read_text(errors="replace").splitlines()[-15:]) if path.exists() else "(nothing)"
