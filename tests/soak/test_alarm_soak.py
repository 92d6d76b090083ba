"""`make soak`: drivers of the alarms killed at a hundred moments under load; the table goes to the docs."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.alarms.killing import Survived, killed
from tests.soak.commits import commit

from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.soak]
POINTS = int(os.environ.get("YIWANG_SOAK_ALARM_POINTS", "100"))
TABLE = Path(__file__).parents[2] / "docs" / "soak-alarms.md"
SEED = 20261121


async def test_killed_drivers_leave_what_the_oracle_says(database: Database, clock: FixedClock, app_url: str) -> None:
    begun = time.monotonic()
    found = await killed(database, clock, app_url, points=POINTS, seed=SEED)
    TABLE.write_text(text(found, time.monotonic() - begun), encoding="utf-8")
    print(TABLE.read_text(encoding="utf-8"))


def text(found: Survived, seconds: float) -> str:
    """Return the page of the docs."""
    return "\n".join(
        [
            "# Alarms under kill -9",
            "",
            "Written by `make soak`. Readings of ten devices in two shards come without a pause while the process that"
            " judges them is killed with SIGKILL at moments of a seed, again and again; the next one takes over. At the"
            " end every alarm with its time, every end, and every fact of the log are compared with an oracle that"
            " reads the same values one by one.",
            "",
            "| | |",
            "|---|---|",
            f"| kills | {found.kills}, {found.idle} of them while the shards were taken over |",
            f"| readings | {found.readings:,} |",
            f"| alarms raised | {found.raised:,}, each once, at the oracle's time |",
            f"| ended | {found.ended:,}, each once |",
            f"| latched ones raised again | {found.again:,} |",
            "| lost or doubled | 0 |",
            "",
            f"- {datetime.now(UTC):%Y-%m-%d}, commit {commit()}, {seconds / 60:.0f} minutes on {os.cpu_count()}"
            f" processors, seed {SEED}",
            "",
        ]
    )
