"""The days behind the city, sent through the doors of history; sent again they change nothing."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from yiwang.base.errors import Conflict
from yiwang.demo.client import Client
from yiwang.demo.crews import staff_rows
from yiwang.demo.past.attendance import shifts_of_day
from yiwang.demo.past.days import rows_of_day
from yiwang.demo.past.verdicts import alarms_of_day
from yiwang.demo.world import World

DAYS = 56
SYSTEM = "演示数据"
ROWS_AT_ONCE = 1_000  # of the doors that take rows as JSON
Told = Callable[[str, float], None]


def bring_in(
    client: Client,
    world: World,
    seed: int,
    scale: float,
    anchor: datetime,
    days: Sequence[int],
    told: Told,
    finished: Callable[[int], None] = lambda _: None,
) -> int:
    """Bring in days counted back from `anchor`, the youngest first; return how many rows of cases there were.

    `finished` is told of each that need not be brought in again.
    """
    homes = client.get("/api/jurisdictions", level="neighbourhood")["items"]
    district = world.places[0].jurisdiction[:6]
    staff = staff_rows(sorted(one["code"] for one in homes if one["code"].startswith(district)))
    sent = 0
    for done, back in enumerate(days):
        told("days", done / len(days))
        rows = [json.dumps(row, ensure_ascii=False) for row in rows_of_day(world, seed, scale, anchor, back)]
        sent += len(rows)
        _batch(client, "\n".join(rows).encode())
        _rows(client, "/api/command/attendance/import", list(shifts_of_day(staff, seed, anchor, back)), system=SYSTEM)
        _rows(client, "/api/alarms/history", list(alarms_of_day(world, seed, scale, anchor, back)))
        finished(back)
    told("days", 1.0)
    return sent


def _batch(client: Client, body: bytes) -> None:
    made = client.post(
        "/api/history/batches", body, kind="application/x-ndjson", system=SYSTEM, datum="WGS84", backdate=True
    )
    checked = client.post(f"/api/history/batches/{made['id']}/check", {})
    if checked["wrong"]:
        first = client.get(f"/api/history/batches/{made['id']}/complaints", limit=3)
        raise Conflict(f"history: {first['items']}")
    client.post(f"/api/history/batches/{made['id']}/commit", {})


def _rows(client: Client, path: str, rows: list[dict[str, Any]], **beside: Any) -> None:
    for start in range(0, len(rows), ROWS_AT_ONCE):
        answer = client.post(path, {"rows": rows[start : start + ROWS_AT_ONCE], **beside})
        if wrong := answer.get("problems") or answer.get("wrong"):
            raise Conflict(f"{path}: {wrong[0]}")
