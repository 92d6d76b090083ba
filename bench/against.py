"""Lives per second of this tree and of another commit, in one run.

`python bench/against.py COMMIT [--bursts 30]` starts both platforms side by side, each with its own database, and gives
them short bursts of the same load in turns, so that whatever else the machine does disturbs both alike. Prints JSON:
believe `processor_ratio` (this tree's processor time of a life by the other's; below 1 is better) on a busy machine,
`ratio` of lives a second on a quiet one.
"""

import argparse
import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from yiwang.app.bench import cases as bench
from yiwang.app.databases import database_urls
from yiwang.app.settings import Settings

ROOT = Path(__file__).parents[1]
TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Side:
    """One of the two platforms while it runs."""

    port: int
    key: str
    points: bench.Points
    server: int
    data: Path
    lives: int = 0
    seconds: float = 0.0
    processor: float = 0.0

    def used(self) -> float:
        """Seconds of processor time its processes have taken, the database's included."""
        database = int((self.data / "postgres/data/postmaster.pid").read_text().splitlines()[0])
        return sum(_seconds(process) for top in (self.server, database) for process in _below(top))


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("commit")
    asked.add_argument("--bursts", type=int, default=30)
    asked.add_argument("--connections", type=int, default=12)
    given = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the servers end with us
    parent = Path(tempfile.mkdtemp(prefix="yiwang-against-"))
    parent.chmod(0o711)
    tree = parent / "tree"
    subprocess.run(
        ["git", "-C", str(ROOT), "worktree", "add", "--detach", "--quiet", str(tree), given.commit], check=True
    )
    try:
        with ExitStack() as open_:
            sides = {
                name: open_.enter_context(_platform(at, parent / name))
                for name, at in (("this", ROOT), ("other", tree))
            }
            chance = np.random.default_rng(bench.SEED)
            for burst in range(given.bursts + 1):
                for side in list(sides.values())[:: 1 if burst % 2 else -1]:  # nobody always comes second
                    _burst(side, given.connections, chance, counts=burst > 0)
    finally:
        subprocess.run(["git", "-C", str(ROOT), "worktree", "remove", "--force", str(tree)], check=False)
        shutil.rmtree(parent, ignore_errors=True)
    print(json.dumps(_told(sides)))


def _told(sides: Mapping[str, Side]) -> dict[str, object]:
    told: dict[str, object] = {
        name: {
            "lives": side.lives,
            "lives_per_second": round(side.lives / side.seconds, 1),
            "processor_ms_a_life": round(side.processor / side.lives * 1000, 2),
        }
        for name, side in sides.items()
    }
    this, other = sides["this"], sides["other"]
    told["ratio"] = round(this.lives / this.seconds / (other.lives / other.seconds), 3)
    told["processor_ratio"] = round(this.processor / this.lives / (other.processor / other.lives), 3)
    return told


def _burst(side: Side, connections: int, chance: np.random.Generator, *, counts: bool) -> None:
    before, started = side.used(), time.perf_counter()
    spans = asyncio.run(bench._drive(side.port, side.key, side.points, 2.0, connections, chance))
    if counts:
        side.lives += len(spans)
        side.seconds += time.perf_counter() - started
        side.processor += side.used() - before


@contextmanager
def _platform(tree: Path, parent: Path) -> Iterator[Side]:
    """Prepare and serve the platform of one tree, by that tree's own code."""
    parent.mkdir(mode=0o711)
    handed = {"DATA_DIR": str(parent / "data"), "SAMPLE": "false", "PORT": "0", "RATE_LIMIT": "1e6"}
    environment = {
        **os.environ,
        **{f"YIWANG_{name}": value for name, value in handed.items()},
        "PYTHONPATH": str(tree / "src"),
    }
    prepare = (
        "import asyncio, json; from yiwang.app.bench import cases; from yiwang.app.settings import Settings;"
        "from yiwang.app.databases import database_urls; s = Settings()\n"
        "with database_urls(s) as urls: print(json.dumps(asyncio.run(cases._prepare(s, urls.owner, urls.app))))"
    )
    done = subprocess.run([sys.executable, "-c", prepare], env=environment, capture_output=True, text=True, check=True)
    key, points = json.loads(done.stdout.splitlines()[-1])
    with database_urls(Settings(data_dir=parent / "data", sample=False)):
        kept = dict(os.environ)
        os.environ.update(environment)
        try:
            with bench._served() as port:
                server = _children(os.getpid())[-1]
                yield Side(port, key, points, server, parent / "data")
        finally:
            os.environ.clear()
            os.environ.update(kept)


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _below(process: int) -> Iterator[int]:
    yield process
    try:
        for child in _children(process):
            yield from _below(child)
    except FileNotFoundError:
        return


def _seconds(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK


if __name__ == "__main__":
    main()
