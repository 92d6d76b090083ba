"""`yiwang serve`: one process per role, started, watched and started again when it dies."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType

import structlog

from yiwang.base.errors import Conflict

log = structlog.get_logger()

# A process that lives this long was well: the pause before its next start is short again.
WELL_AFTER = 30.0
LONGEST_PAUSE = 10.0
GRACE = 20.0  # seconds a process has to finish what it is at


@dataclass
class Child:
    """One process of a role, and when it may be started again."""

    role: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = 0.2
    next_start: float = field(default=0.0)


class Supervisor:
    """Keeps the processes of the roles running until a signal says stop."""

    def __init__(self, children: Sequence[Child]) -> None:
        self.children = list(children)
        self._stopping = False

    def run(self, is_up: Callable[[], bool], on_ready: Callable[[], None]) -> None:
        """Start all, say so when `is_up`, restart what dies, return after all ended on SIGTERM or SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        try:
            told = False
            while not self._stopping:
                for child in self.children:
                    self._tend(child)
                if not told and is_up():
                    on_ready()
                    told = True
                time.sleep(0.1)
        finally:
            self._end_all()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _tend(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is None:
            if now >= child.next_start:
                child.process = subprocess.Popen(child.command)
                child.started = now
            return
        code = child.process.poll()
        if code is None:
            return
        child.pause = 0.2 if now - child.started > WELL_AFTER else min(child.pause * 2, LONGEST_PAUSE)
        child.process, child.next_start = None, now + child.pause
        log.warning("process died, starting it again", role=child.role, code=code, after=child.pause)

    def _end_all(self) -> None:
        running = [child.process for child in self.children if child.process]
        for process in running:
            process.send_signal(signal.SIGTERM)
        until = time.monotonic() + GRACE
        for process in running:
            try:
                process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def reserve(host: str, port: int) -> socket.socket:
    """Hold a port for the processes that will listen on it; port 0 takes a free one. Refused when it is taken."""
    try:
        _bound(host, port, shared=False).close()
        return _bound(host, port, shared=True)
    except OSError as error:
        raise Conflict(
            f"Port {port} of {host} cannot be had ({error.strerror}); choose another: YIWANG_PORT."
        ) from None


def answers(host: str, port: int) -> bool:
    """Say whether a process listens on the port."""
    try:
        with socket.create_connection((host, port), 0.5):
            return True
    except OSError:
        return False


def listen_on(host: str, port: int) -> socket.socket:
    """Return a listening socket of this process's own; the system shares connections out among those of one port.

    One socket for all would leave it to chance who takes a connection: mostly one process takes them all.
    """
    opened = _bound(host, port, shared=True)
    opened.listen(1024)
    return opened


def _bound(host: str, port: int, *, shared: bool) -> socket.socket:
    opened = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    opened.bind((host, port))
    return opened


def role_command(role: str, *options: str) -> list[str]:
    """Return the command that runs one role in a process of its own."""
    return [sys.executable, "-m", "yiwang.app", "serve", "--role", role, *options]
