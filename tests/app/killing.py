"""Replays in processes of their own that are killed at chosen moments, and what is in database and lake afterwards."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import psycopg
from psycopg import sql
from tests.app import made_city
from tests.scratch import new_folder

from yiwang.app.facts import FACTS
from yiwang.db.cluster import Server, running
from yiwang.db.cluster_pid import find
from yiwang.lake import Lake

Victim = Literal["replay", "postmaster", "keeper"]
LONGEST = 300.0  # seconds for one process on a busy machine
PLACES = ("starting", "settling in", "driving", "copying to the lake", "counting")
# What is a process's own and not the replay's: where it has read to, and when a partition was last looked for.
_NOT_COUNTED = ("db", "errands", "public")


@dataclass(frozen=True)
class Point:
    """Where to kill: at a stage of the replay (for driving: from this share of it on), so many seconds later."""

    stage: str
    share: float
    later: float
    victim: Victim = "replay"


def points(seed: int, *, victims: tuple[Victim, ...] = ("replay",)) -> list[Point]:
    """Return ten points in the order of a replay's life: two at the start, five while it drives, three at its end."""
    chance = random.Random(seed)
    shares = sorted(chance.uniform(0, 0.95) for _ in range(5))
    made = [
        Point("starting", 0, chance.uniform(0.2, 12)),
        Point("starting", 0, chance.uniform(2, 6)),
        Point("settling in", 0, chance.uniform(0, 0.3)),
        *(Point("driving", share, chance.uniform(0, 0.2)) for share in shares),
        Point("copying to the lake", 0, chance.uniform(0, 0.3)),
        Point("copying to the lake", 0, chance.uniform(0, 0.6)),
    ]
    return [Point(one.stage, one.share, one.later, chance.choice(victims)) for one in made]


@dataclass
class Scene:
    """A made-up file with its mapping, and a data folder to replay it in."""

    folder: Path
    file: Path
    mapping: Path

    @classmethod
    def laid(cls, folder: Path, *, rows: int = 250, seed: int = 11) -> "Scene":
        """Write the file and the mapping into a new folder."""
        folder.mkdir(mode=0o711, parents=True)
        file = made_city.write_csv(folder / "city.csv", made_city.spoiled(made_city.rows(rows, seed)))
        mapping = folder / "city.toml"
        mapping.write_text(made_city.MAPPING, encoding="utf-8")
        return cls(folder / "data", file, mapping)

    @contextmanager
    def started(self) -> Iterator[subprocess.Popen[str]]:
        """Start the command as the leader of a group of its own; nothing of it is left at the end."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("YIWANG_")}
        self.folder.mkdir(mode=0o711, exist_ok=True)
        process = subprocess.Popen(
            [sys.executable, "-m", "yiwang.app", "replay", str(self.file), "--mapping", str(self.mapping)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**plain, "YIWANG_DATA_DIR": str(self.folder)},
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _kill_group(process)
            process.communicate()

    def finish(self) -> dict[str, Any]:
        """Run to the end; return the JSON."""
        with self.started() as process:
            out, err = process.communicate(timeout=LONGEST)
            assert process.returncode == 0, err
            return dict(json.loads(out))

    def killed(self, point: Point) -> bool:
        """Run until the point and kill there; False when the replay had come to its end before."""
        with self.started() as process:
            reached = _wait_for(process, point)
            if not reached:
                assert process.wait(LONGEST) == 0
                return False
            time.sleep(point.later)
            if point.victim == "replay":
                _kill_group(process)
                return True
            self._kill_server(point.victim)
            _, err = process.communicate(timeout=LONGEST)
            # It goes on when the server is back in time, or says plainly that it went away.
            assert process.returncode == 0 or "Run the same command again" in err, err
            return True

    def _kill_server(self, victim: Victim) -> None:
        server = find(self.folder / "postgres" / "data")
        if server is None:
            return
        pid = server.pid
        if victim == "keeper":
            pid = int((Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[1])
        if pid > 1:
            os.kill(pid, signal.SIGKILL)

    def left(self) -> "Left":
        """Return what the database and the lake hold."""
        with running(self.folder) as server, Lake(self.folder / "lake", FACTS) as lake:
            return Left(_tables(server), _facts(server), _in_lake(lake), _lines(server))


@dataclass(frozen=True)
class Left:
    """What a replay left: rows of every table, facts of each type in log and lake, the steps of the cases' lives."""

    tables: dict[str, int]
    facts: dict[str, tuple[int, int]]
    lake: dict[str, tuple[int, int]]
    lines: Counter[tuple[Any, ...]]


@contextmanager
def short_folder() -> Iterator[Path]:
    """A folder with a short name that the server's own user may pass through; its servers stop before it goes."""
    folder = new_folder("yiwang-kill-")
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        for data in folder.glob("**/postgres/data"):
            if server := find(data):
                server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(process: subprocess.Popen[str], point: Point) -> bool:
    """Wait until the process says that it is at the point, or past it."""
    if point.stage == "starting":
        return True
    assert process.stderr
    for line in process.stderr:
        said = line.partition(": ")[2].strip()
        stage = next((one for one in PLACES if said.startswith(one)), None)
        if stage is None:
            continue
        if PLACES.index(stage) > PLACES.index(point.stage):
            return True
        if stage == point.stage and _share(said) >= point.share:
            return True
    return False


def _share(said: str) -> float:
    words = said.split()
    return int(words[-3]) / int(words[-1]) if words[-2:-1] == ["of"] else 1.0


def _kill_group(process: subprocess.Popen[str]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _tables(server: Server) -> dict[str, int]:
    """Return how many rows each table has."""
    with psycopg.connect(server.owner_url) as connection:
        names = connection.execute(
            """SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname <> ALL(%s)
            AND n.nspname NOT LIKE 'pg!_%%' ESCAPE '!' AND n.nspname <> 'information_schema'""",
            (list(_NOT_COUNTED),),
        ).fetchall()
        found = {}
        for schema, name in sorted(names):
            counted = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, name))
            found[f"{schema}.{name}"] = connection.execute(counted).fetchone()[0]  # type: ignore[index]
        return found


def _facts(server: Server) -> dict[str, tuple[int, int]]:
    """Return for each type how many facts the log has, and how many different ones (by subject and time)."""
    with psycopg.connect(server.owner_url) as connection:
        rows = connection.execute("SELECT type, count(*), count(DISTINCT id) FROM ledger.fact GROUP BY type").fetchall()
    return {kind: (count, ids) for kind, count, ids in rows}


def _in_lake(lake: Lake) -> dict[str, tuple[int, int]]:
    found = {}
    for kind in lake.types():
        ids = lake.rows(lake.table(kind).select("id")).column("id").to_pylist()
        found[kind] = (len(ids), len(set(ids)))
    return found


def _lines(server: Server) -> Counter[tuple[Any, ...]]:
    """Return the steps of every case's life under the row that it came from, with state and close of the case."""
    with psycopg.connect(server.owner_url) as connection:
        rows = connection.execute(
            """SELECT first.row, c.state, c.closed_at, t.step, t.at
            FROM cases.timeline t JOIN cases."case" c ON c.id = t.case_id
            JOIN (SELECT event_id, min(idempotency_key::int) AS row FROM events.report GROUP BY event_id) first
                ON first.event_id = c.id"""
        ).fetchall()
    return Counter(tuple(row) for row in rows)
