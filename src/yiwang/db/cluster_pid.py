"""Telling a living server from the traces of a dead one."""

import os
import signal
import subprocess
import time
from pathlib import Path

from yiwang.base.errors import Conflict

_STOP_WAIT = 60.0  # seconds for a fast shutdown, whose checkpoint may have much to write


class Postmaster:
    """The server's main process: our child, or one adopted from a keeper that is gone."""

    def __init__(self, pid: int, child: subprocess.Popen[bytes] | None = None) -> None:
        self.pid = pid
        self._child = child

    def alive(self) -> bool:
        if self._child:
            return self._child.poll() is None
        return Path(f"/proc/{self.pid}/exe").exists() and not _ended(self.pid)

    def stop(self) -> None:
        """Shut down fast (connections are ended, changes are kept); after a minute, at once."""
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if not self.alive():
                return
            os.kill(self.pid, number)
            until = time.monotonic() + _STOP_WAIT
            while self.alive() and time.monotonic() < until:
                time.sleep(0.02)


def find(data: Path) -> Postmaster | None:
    """Return the server that runs on this data folder, whoever started it."""
    pid = _written_pid(data / "postmaster.pid")
    return Postmaster(pid) if pid and serves(pid, data) else None


def ready(data: Path) -> bool:
    """Whether the server on this folder takes connections (the eighth line of its pid file says so)."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return False
    return len(lines) >= 8 and lines[7].strip() == "ready" and serves(int(lines[0]), data)


def serves(pid: int, data: Path) -> bool:
    """Whether this process is a PostgreSQL server on this data folder, and not another that got its number."""
    process = Path(f"/proc/{pid}")
    try:
        program = (process / "exe").readlink().name
        return program.startswith("postgres") and (process / "cwd").samefile(data) and not _ended(pid)
    except (FileNotFoundError, PermissionError, ProcessLookupError):
        return False  # gone, or another user's: not ours


def clear_stale(data: Path, socket: Path) -> None:
    """Remove the pid files a killed server left. PostgreSQL itself takes any process of that number for the server."""
    for path in (data / "postmaster.pid", socket / ".s.PGSQL.5432.lock"):
        pid = _written_pid(path)
        if pid is None:
            continue
        if serves(pid, data):
            raise Conflict(f"The database server {pid} still runs on {data}. Wait for it to end, or stop it.")
        path.unlink(missing_ok=True)
        if path.name.startswith(".s."):
            path.with_suffix("").unlink(missing_ok=True)


def _written_pid(path: Path) -> int | None:
    try:
        first = path.read_text().splitlines()[0]
        return abs(int(first))
    except FileNotFoundError:
        return None
    except (IndexError, ValueError):
        path.unlink(missing_ok=True)  # cut short by a crash: names nobody
        return None


def _ended(pid: int) -> bool:
    """A zombie is dead already, only not yet asked after."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
