"""`yiwang serve`: one process per role, started, watched and started again when it dies.

Roles are forked: what the supervisor has loaded is there at once, and once in memory for all of them. Until then it
may run loops but must have ended their threads; what others' libraries keep (OpenBLAS) minds forks.
"""

import json
import multiprocessing
import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Protocol

import structlog

log = structlog.get_logger()

# A process that lives this long was well: the pause before its next start is short again.
WELL_AFTER = 30.0
LONGEST_PAUSE = 10.0
GRACE = 20.0  # seconds a process has to finish what it is at
NOW_AND_THEN = 600.0  # seconds between looks at what comes due slowly, such as a certificate


class Process(Protocol):
    """What is asked of a process: `subprocess.Popen` has it, and `Forked`."""

    pid: int

    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def send_signal(self, sig: int) -> None: ...
    def kill(self) -> None: ...


class Forked:
    """A process forked from this one to do one work and end."""

    def __init__(self, name: str, work: Callable[[], None]) -> None:
        self._process = multiprocessing.get_context("fork").Process(target=_alone, args=(name, work))
        self._process.start()
        self.pid = self._process.pid or 0

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        code = self.poll()
        if code is None:
            raise subprocess.TimeoutExpired("a role", timeout or 0)
        return code

    def send_signal(self, sig: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sig)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def _alone(name: str, work: Callable[[], None]) -> None:
    with suppress(OSError):  # only Linux has it: what `top` and `ps -o comm` show
        Path("/proc/self/comm").write_text(f"yiwang-{name}", "ascii")
    # Until the role listens itself, a signal ends it; the supervisor's own answer is not its.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    work()


@dataclass
class Child:
    """One process of a role, and when it may be started again."""

    role: str
    start: Callable[[], Process]
    once: bool = False  # whoever ends well is done, and not started again
    process: Process | None = None
    started: float = 0.0
    pause: float = 0.2
    next_start: float = field(default=0.0)
    finished: bool = False


class Supervisor:
    """Keeps the processes of the roles running until a signal says stop."""

    def __init__(self, children: Sequence[Child], *, counts: Path | None = None) -> None:
        """In `counts` is kept how often each role was started again."""
        self.children = list(children)
        self._counts = counts
        self._restarts: Counter[str] = Counter()
        self._stopping = False

    def run(
        self, is_up: Callable[[], bool], on_ready: Callable[[], None], now_and_then: Callable[[], None] | None = None
    ) -> None:
        """Start all, say so when `is_up`, restart what dies, return after all ended on SIGTERM or SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        try:
            told = False
            next_look = time.monotonic() + NOW_AND_THEN
            while not self._stopping:
                for child in self.children:
                    self._tend(child)
                if not told and is_up():
                    on_ready()
                    told = True
                if now_and_then and time.monotonic() > next_look:
                    next_look += NOW_AND_THEN
                    now_and_then()
                time.sleep(0.1)
        finally:
            self._end_all()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _tend(self, child: Child) -> None:
        now = time.monotonic()
        if child.finished:
            return
        if child.process is None:
            if now >= child.next_start:
                child.process = child.start()
                child.started = now
            return
        code = child.process.poll()
        if code is None:
            return
        if child.once and code == 0:
            child.process, child.finished = None, True
            return
        child.pause = 0.2 if now - child.started > WELL_AFTER else min(child.pause * 2, LONGEST_PAUSE)
        child.process, child.next_start = None, now + child.pause
        self._restarts[child.role] += 1
        log.warning(
            "process died, starting it again",
            role=child.role,
            code=code,
            after=child.pause,
            restarts=self._restarts[child.role],
        )
        if self._counts:
            self._counts.write_text(json.dumps(self._restarts))

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
