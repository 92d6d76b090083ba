"""The small process that owns the embedded server: it stops it when nobody uses it, and dies with it.

`python -m yiwang.db.keeper HOME BIN SOCKET UID GID` is started by `db.cluster`, detached. Whoever uses the server
holds a shared lock on HOME/users.lock; the system drops it when that process ends, in whatever way.
"""

import ctypes
import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from yiwang.db.cluster_home import Home
from yiwang.db.cluster_pid import Postmaster, clear_stale, find

GRACE = 2.0  # seconds without a user before the server is stopped: a command right after another finds it running
_POLL = 0.25
_RESTARTS = 5  # a server that dies this often under its users has a reason in its log
_PR_SET_PDEATHSIG = 1


def keep(home: Home) -> int:
    """Run the server until nobody uses it. Returns the process's exit code."""
    with home.keeper_lock.open("a") as mine, home.users_lock.open("a") as users:
        if not _try_lock(mine):
            return 0  # another keeper was first
        if os.fork():
            return 0  # whoever started us waits for this: the lock is taken, and goes on in the child
        for _ in range(_RESTARTS):
            server = find(home.data) or _start(home)
            if _watch(server, users) or _try_lock(users):
                return 0  # stopped, or dead with nobody left who needs it
        return 1


def _start(home: Home) -> Postmaster:
    clear_stale(home.data, home.socket)
    parent = os.getpid()
    with home.log.open("ab") as log:
        child = subprocess.Popen(
            [str(home.bin / "postgres"), "-D", str(home.data), "-k", str(home.socket)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            # After the change of user, which would clear it; this process has one thread.
            preexec_fn=lambda: _die_with(parent),  # noqa: PLW1509
            **home.who(),
        )
    return Postmaster(child.pid, child)


def _die_with(parent: int) -> None:
    """Have the system send the server a fast shutdown (SIGINT) when the keeper is gone."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
    if os.getppid() != parent:
        os._exit(1)


def _watch(server: Postmaster, users: IO[str]) -> bool:
    """Wait until nobody is left, then stop the server (True), or until it died by itself (False)."""
    alone_since: float | None = None
    while server.alive():
        if not _try_lock(users):
            alone_since = None
        elif alone_since is None:
            alone_since = time.monotonic()
            fcntl.flock(users, fcntl.LOCK_UN)
        elif time.monotonic() - alone_since < GRACE:
            fcntl.flock(users, fcntl.LOCK_UN)
        else:
            # The lock stays ours until the end: who comes now waits for it, and then starts the server anew.
            server.stop()
            return True
        time.sleep(_POLL)
    return False


def _try_lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Read the five arguments and keep the server."""
    path, programs, socket, uid, gid = arguments
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    return keep(Home(Path(path), Path(programs), Path(socket), int(uid) if uid else None, int(gid) if gid else None))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
