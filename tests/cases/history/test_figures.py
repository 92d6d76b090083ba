"""The figures of imported months, over the lake, are what plain pandas counts in the very file."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.cases.history.told import imported, step
from tests.cities import City

from yiwang.app.facts import FACTS
from yiwang.evaluation import Group, Period, cases_wide, compute
from yiwang.lake import Lake, LakeWriter

pytestmark = pytest.mark.anyio
AUGUST, SEPTEMBER, OCTOBER = (datetime(2026, month, 1, tzinfo=UTC) for month in (8, 9, 10))


def made(count: int) -> list[dict[str, Any]]:
    """Cases of two months: some open, some late, some returned or done twice."""
    chance, rows = random.Random(3), []
    for number in range(count):
        at = AUGUST + timedelta(minutes=chance.randrange(60 * 24 * 60))
        names = ["file", "dispatch", "receive", "handle", "check", "close"]
        if chance.random() < 0.2:
            names[2:2] = ["return", "dispatch"]
        if chance.random() < 0.2:
            names[-2:-2] = ["check!", "handle"]
        if chance.random() < 0.3:
            names = names[: chance.randrange(1, len(names))]
        hours, steps = 0.0, []
        for name in names:
            steps.append(
                step(
                    name,
                    at + timedelta(hours=hours),
                    **({"unit": chance.choice(["CY", "CS"])} if name == "dispatch" else {}),
                )
            )
            hours += chance.uniform(0.1, 30)
        due = at + timedelta(hours=chance.uniform(10, 120))
        told = {"id": f"R{number}", "matter": "06002", "reported_at": at.isoformat(), "text": "垃圾", "steps": steps}
        rows.append({**told, "jurisdiction": "310107005001", "due_at": due.isoformat()})
    return rows


def plain(rows: list[dict[str, Any]], as_of: datetime) -> pd.DataFrame:
    """One line a case, straight from the file: the last word of each step up to a moment."""
    found = []
    for row in rows:
        taken = [
            (one["step"], pd.Timestamp(one["at"]), one) for one in row["steps"] if pd.Timestamp(one["at"]) <= as_of
        ]
        last = {name: at for name, at, _ in taken}
        failed = [at for name, at, one in taken if name == "check" and one.get("passed") is False]
        handled = last.get("handle")
        if handled is not None and failed and failed[-1] > handled:
            handled = None
        found.append({
            "reported": pd.Timestamp(row["reported_at"]), "filed": last.get("file"), "due": pd.Timestamp(row["due_at"]),
            "handled": handled, "closed": last.get("close"),
            "returns": sum(name == "return" for name, _, _ in taken), "reworks": len(failed),
        })  # fmt: skip
    frame = pd.DataFrame(found)
    for name in ("filed", "handled", "closed"):
        frame[name] = pd.to_datetime(frame[name], utc=True)
    frame["handled"] = frame["handled"].fillna(frame["closed"])
    return frame[frame["reported"] <= as_of]


def counted(frame: pd.DataFrame, start: datetime, end: datetime) -> dict[str, float]:
    """The figures by hand: what fell due in the month, or stood open from before, and what became of it."""

    def should(done: str) -> pd.Series:
        before = (frame["due"] < start) & (frame[done].isna() | (frame[done] >= start))
        return frame["filed"].notna() & (((frame["due"] >= start) & (frame["due"] < end)) | before)

    close, handle = should("closed"), should("handled")
    closed, handled = close & (frame["closed"] < end), handle & (frame["handled"] < end)
    return {
        "reported": int(((frame["reported"] >= start) & (frame["reported"] < end)).sum()),
        "filed": int(((frame["filed"] >= start) & (frame["filed"] < end)).sum()),
        "should_close": int(close.sum()),
        "closed": int(closed.sum()),
        "timely_closed": int((closed & (frame["closed"] <= frame["due"])).sum()),
        "closing_rate": round(100 * closed.sum() / close.sum(), 2),
        "timely_closing_rate": round(100 * (closed & (frame["closed"] <= frame["due"])).sum() / close.sum(), 2),
        "handling_rate": round(100 * handled.sum() / handle.sum(), 2),
        "rework_rate": round(100 * (close & (frame["reworks"] > 0)).sum() / close.sum(), 2),
    }


async def test_the_figures_of_imported_months_are_those_of_the_file(city: City, tmp_path: Path) -> None:
    rows = made(400)
    assert (await imported(city, rows)).imported == 400
    await LakeWriter(tmp_path / "lake", FACTS).catch_up(city.database)
    with Lake(tmp_path / "lake", FACTS) as lake:
        for start, end in ((AUGUST, SEPTEMBER), (SEPTEMBER, OCTOBER)):
            got = compute(lake, cases_wide(lake, end), Period(start, end, end), Group("unit_id")).total.values
            wanted = counted(plain(rows, end), start, end)
            assert {name: got[name] for name in wanted} == wanted
        origins = lake.rows(lake.table("case.closed").select("origin").distinct()).column("origin").to_pylist()
    assert origins == ["history"]
