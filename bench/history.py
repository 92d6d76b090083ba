"""How many old cases a second come in, over the verbs the API calls: `python bench/history.py [CASES]`.

A fresh embedded server with its usual settings (fsync on), the codes and boundaries of a district, 40 units. Every case
has a report and a finished life of seven steps; one in twenty was returned once, one in twenty done twice.
"""

import asyncio
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from yiwang import people
from yiwang.access import platform_actor
from yiwang.app.beginning import load_reference
from yiwang.app.platform import opened
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.cases import history
from yiwang.db.cluster import running
from yiwang.db.cluster_pid import find
from yiwang.db.migrate import migrate
from yiwang.people import OrganisationRow, PostRow

OPERATOR = platform_actor("bench")
START = datetime(2024, 1, 1, tzinfo=UTC)
UNITS, PART = 40, 20_000
LIFE = ("file", "dispatch", "receive", "handle", "check", "close")
RETURNED = ("file", "dispatch", "return", "dispatch", "receive", "handle", "check", "close")
REWORKED = ("file", "dispatch", "receive", "handle", "check!", "handle", "check", "close")


def rows(first: int, count: int, codes: list[str], chance: np.random.Generator) -> bytes:
    """Return lines of finished cases."""
    made = []
    lon, lat = chance.uniform(121.33, 121.45, count), chance.uniform(31.22, 31.29, count)
    for place in range(count):
        at = START + timedelta(seconds=int(chance.integers(0, 600 * 86400)))
        names = (RETURNED, REWORKED, *(LIFE,) * 18)[int(chance.integers(20))]
        made.append(
            json.dumps(
                {
                    "id": f"A{first + place}",
                    "matter": codes[int(chance.integers(len(codes)))],
                    "reported_at": at.isoformat(),
                    "lon": float(lon[place]),
                    "lat": float(lat[place]),
                    "place": f"金沙江路 {first + place} 号",
                    "text": "垃圾堆在路口，影响通行",
                    "steps": [_step(name, at + timedelta(minutes=37 * number)) for number, name in enumerate(names)],
                },
                ensure_ascii=False,
            )
        )
    return "\n".join(made).encode()


def _step(name: str, at: datetime) -> dict[str, Any]:
    told: dict[str, Any] = {"step": name.rstrip("!"), "at": at.isoformat(), "text": "已按规定办理", "by": "处置员"}
    if name == "dispatch":
        told["unit"] = f"U{at.second % UNITS}"
    if name.endswith("!"):
        told["passed"] = False
    return told


def _server_seconds(folder: Path) -> float:
    """Return the processor time of the server's processes, seconds."""
    server = find(folder / "postgres" / "data")
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if server and int(told[1]) == server.pid:
            ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK")


async def measure(cases: int, folder: Path) -> dict[str, Any]:
    settings = Settings(data_dir=folder)
    chance = np.random.default_rng(2026)
    with running(folder) as server:
        migrate(server.owner_url, SystemClock().now(), app_url=server.app_url)
        async with opened(settings, server.app_url) as platform:
            database, books = platform.database, platform.books
            async with database.tx() as tx:
                await load_reference(tx, settings)
                units = [OrganisationRow(f"U{n}", "department", f"单位{n}") for n in range(UNITS)]
                await people.ensure_organisations(tx, OPERATOR, units, START - timedelta(days=1))
                posts = [PostRow(one.code, "P", "值班岗") for one in units]
                await people.ensure_posts(tx, OPERATOR, posts, START - timedelta(days=1))
            async with database.tx() as tx:
                await books.refresh(tx)
                codes = [matter.code for matter in books.catalogue.current(tx.at)][:150]
                held = await history.begin(
                    tx, OPERATOR, system="bench", datum="WGS84", backdate=False, skip_wrong=False, at=tx.at
                )
            bodies = [rows(n, min(PART, cases - n), codes, chance) for n in range(0, cases, PART)]
            spans = {}
            begun = time.perf_counter()
            for number, body in enumerate(bodies, 1):
                async with database.tx() as tx:
                    await history.add_part(
                        tx, OPERATOR, held.id, number, body, "ndjson", keyring=books.keyring, at=tx.at
                    )
            spans["sent"] = time.perf_counter() - begun
            begun = time.perf_counter()
            checked = await history.check(database, OPERATOR, held.id, books=books)
            spans["checked"] = time.perf_counter() - begun
            used = resource.getrusage(resource.RUSAGE_SELF)
            theirs = _server_seconds(folder)
            begun = time.perf_counter()
            done = await history.commit(database, OPERATOR, held.id, books=books)
            spans["brought_in"] = time.perf_counter() - begun
            theirs = _server_seconds(folder) - theirs
            after = resource.getrusage(resource.RUSAGE_SELF)
            async with database.tx() as tx:
                facts = await tx.value("SELECT count(*) FROM ledger.fact WHERE origin = 'history'")
                lines = await tx.value("SELECT count(*) FROM cases.timeline")
    assert (done.imported, checked.wrong) == (cases, 0), (done, checked)
    return {
        "cases": cases,
        "megabytes": round(sum(map(len, bodies)) / 1e6, 1),
        "facts": facts,
        "lines": lines,
        **{f"{name}_seconds": round(span, 2) for name, span in spans.items()},
        **{f"{name}_per_second": round(cases / span) for name, span in spans.items()},
        "all_per_second": round(cases / sum(spans.values())),
        "our_processor_us_per_case": round(
            (after.ru_utime - used.ru_utime + after.ru_stime - used.ru_stime) / cases * 1e6
        ),
        "server_processor_us_per_case": round(theirs / cases * 1e6),
        "load": os.getloadavg()[0],
    }


def main() -> None:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(tempfile.mkdtemp(prefix="yiwang-bench-"))
    folder.chmod(0o711)
    try:
        print(json.dumps(asyncio.run(measure(cases, folder)), indent=2))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
