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
    """Keeps the processes of the roles running until a signal says stop. `pass_fds` reach every child."""

    def __init__(self, children: Sequence[Child], pass_fds: Sequence[int] = ()) -> None:
        self.children = list(children)
        self._pass_fds = tuple(pass_fds)
        self._stopping = False

    def run(self, on_ready: Callable[[], None] | None = None) -> None:
        """Start all, restart what dies, return after all ended on SIGTERM or SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        try:
            if on_ready:
                on_ready()
            while not self._stopping:
                for child in self.children:
                    self._tend(child)
                time.sleep(0.1)
        finally:
            self._end_all()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _tend(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is None:
            if now >= child.next_start:
                child.process = subprocess.Popen(child.command, pass_fds=self._pass_fds)
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


def listen_on(host: str, port: int) -> socket.socket:
    """Return a listening socket that child processes can take over; port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    opened.bind((host, port))
    opened.listen(1024)
    opened.set_inheritable(True)
    return opened


def role_command(role: str, *options: str) -> list[str]:
    """Return the command that runs one role in a process of its own."""
    return [sys.executable, "-m", "yiwang.app", "serve", "--role", role, *options]
