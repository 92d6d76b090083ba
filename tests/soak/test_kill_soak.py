"""`make soak`: many more kills, of the replay, of the database server and of its keeper; the table goes to the docs."""

import os
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.app.killing import PLACES, Left, Scene, Victim, points, short_folder
from tests.app.test_kill_replay import check_same
from tests.soak.commits import commit

pytestmark = pytest.mark.soak
VICTIMS: tuple[Victim, ...] = ("replay", "replay", "postmaster", "keeper")
TABLE = Path(__file__).parents[2] / "docs" / "soak.md"
TEN = 10


@dataclass
class Tally:
    """What was killed where, and in how many rounds the end was the same."""

    kills: Counter[tuple[str, Victim]] = field(default_factory=Counter)
    rounds: int = 0
    same: int = 0
    begun: float = field(default_factory=time.monotonic)

    def text(self, left: Left) -> str:
        """Return the page of the docs."""
        head = "| killed while | the replay | the database server | its keeper |\n|---|---|---|---|"
        lines = [
            f"| {stage} | " + " | ".join(str(self.kills[stage, victim]) for victim in dict.fromkeys(VICTIMS)) + " |"
            for stage in PLACES
            if any(self.kills[stage, victim] for victim in VICTIMS)
        ]
        rows, facts = sum(left.tables.values()), sum(count for count, _ in left.facts.values())
        return "\n".join(
            [
                "# kill -9, many times",
                "",
                "Written by `make soak`. A replay of a made-up file (250 rows) is killed with SIGKILL at seeded points,"
                " ten in each round, and started again; so are the database server and its keeper under it. At the end"
                " of a round its JSON, the number of rows in every table, every fact of the log, every step of every"
                " case's life and every row of the lake are compared with those of an uninterrupted run.",
                "",
                head,
                *lines,
                "",
                f"- {datetime.now(UTC):%Y-%m-%d}, commit {commit()},"
                f" {(time.monotonic() - self.begun) / 60:.0f} minutes on {os.cpu_count()} processors",
                f"- {sum(self.kills.values())} kills in {self.rounds} rounds; {self.same} of {self.rounds} ended the"
                f" same: {rows} rows in {len(left.tables)} tables, {facts} facts, each once in log and lake",
                "- of the full month of Boston (9,854 rows), see `tests/app/test_replay_boston.py`: run by the same"
                " command",
                "",
            ]
        )


def test_nothing_is_lost_or_doubled_at_any_point() -> None:
    wanted = int(os.environ.get("YIWANG_SOAK_POINTS", "200"))
    tally = Tally()
    with short_folder() as folder:
        whole = Scene.laid(folder / "whole")
        result = whole.finish()
        left = whole.left()
        for seed in range((wanted + TEN - 1) // TEN):
            scene = Scene.laid(folder / f"r{seed}")
            # The first round kills the replay alone, the others whatever the chance of their seed says.
            for point in points(seed, victims=VICTIMS if seed else ("replay",)):
                if scene.killed(point):
                    tally.kills[point.stage, point.victim] += 1
            tally.rounds += 1
            assert scene.finish() == result, f"round {seed}"
            check_same(scene.left(), left)
            tally.same += 1
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(tally.text(left), encoding="utf-8")
    print(TABLE.read_text(encoding="utf-8"))
