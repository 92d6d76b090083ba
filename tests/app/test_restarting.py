"""The supervisor, with processes that are killed for real: what dies is started again, and all end together."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from yiwang.app.serving.supervising import Child, Forked, Supervisor

LIVES = "import sys, time, pathlib, os; pathlib.Path(sys.argv[1], str(os.getpid())).touch(); time.sleep(60)"


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def _live(folder: Path) -> None:
    (folder / str(os.getpid())).touch()
    time.sleep(60)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_role_is_started_again_and_counted_and_all_end_on_a_signal(tmp_path: Path) -> None:
    started = tmp_path / "started"
    started.mkdir()
    command = partial(subprocess.Popen, [sys.executable, "-S", "-c", LIVES, str(started)])
    forked = partial(Forked, "worker", partial(_live, started))
    supervisor = Supervisor([Child("worker", forked), Child("api", command)], counts=tmp_path / "restarts.json")
    rounds: list[set[int]] = []

    def look() -> bool:
        """Called in every round: kill one once both live, then end all once there is another in its place."""
        found = {int(path.name) for path in started.iterdir()}
        if len(found) == 2 and not rounds:
            rounds.append(found)
            assert supervisor.children[0].process
            os.kill(supervisor.children[0].process.pid, signal.SIGKILL)
        elif len(found) == 3 and len(rounds) == 1:
            rounds.append(found)
            os.kill(os.getpid(), signal.SIGTERM)
        return False

    supervisor.run(look, lambda: None)
    assert json.loads((tmp_path / "restarts.json").read_text()) == {"worker": 1}
    assert rounds[0] < rounds[1]
    assert not [pid for pid in rounds[1] if alive(pid)]


def test_who_dies_at_once_is_waited_for_longer_each_time(tmp_path: Path) -> None:
    child = Child("worker", partial(Forked, "worker", partial(sys.exit, 3)))
    supervisor = Supervisor([child])
    pauses: list[float] = []

    def look() -> bool:
        if child.process is None and child.pause not in pauses:
            pauses.append(child.pause)
        if len(pauses) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        return False

    supervisor.run(look, lambda: None)
    assert pauses == [0.4, 0.8, 1.6]
