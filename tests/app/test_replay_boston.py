"""A real city's month: the figures are those of plain pandas, of all rows and of each department."""

from pathlib import Path

import pandas as pd
import pytest
from tests.app import boston
from tests.app.plain_figures import by_unit, figures
from tests.app.replaying import counts, platform, replay

from yiwang.app.replay import pairs
from yiwang.app.replay.mapping import load
from yiwang.base.clock import FixedClock

# PyArrow asks pandas 3 for an option that pandas is going to drop.
pytestmark = [pytest.mark.anyio, pytest.mark.filterwarnings("ignore:The 'future.infer_string' option")]
SLICE = 1500


async def test_a_slice_of_the_month_agrees_with_pandas_at_any_moment(
    app_url: str, clock: FixedClock, tmp_path: Path
) -> None:
    boston.needed()
    month = boston.frame()
    rows = month.iloc[:: len(month) // SLICE].head(SLICE)
    file = tmp_path / "slice.csv"
    rows.to_csv(file, index=False)
    plain = boston.by_pandas(rows)
    # In the middle of the month, before the first row, at the very second of a close, after the last.
    moments = ["2011-07-14T12:00:00Z", "2011-06-30T00:00:00Z", "2030-01-01T00:00:00Z"]
    closes = [str(plain.closed.dropna().iloc[700])]
    async with platform(tmp_path, app_url, clock) as over:
        for text in [None, *moments, *closes]:
            moment = pd.Timestamp(text) if text else None
            found = await replay(over, file, load("boston311"), moment.to_pydatetime() if moment else None)
            assert counts(found) == figures(plain, moment), text
            assert found["by_unit"] == by_unit(plain, moment), text
            assert found["events"] + found["merges"] == found["reports"] == SLICE
            assert found["cases"] == found["events"]
    assert found["notes"] == []


@pytest.mark.soak
async def test_the_whole_month_agrees_with_pandas_and_with_the_published_counts(
    app_url: str, clock: FixedClock, tmp_path: Path
) -> None:
    boston.needed()
    plain = boston.by_pandas(boston.frame())
    known = pairs.read_pairs(boston.PAIRS)
    async with platform(tmp_path, app_url, clock) as over:
        found = await replay(over, boston.FILE, load("boston311"), known_pairs=known)
    assert counts(found) == figures(plain)
    assert found["by_unit"] == by_unit(plain)
    dued = plain.closed.notna() & plain.due.notna()
    assert (found["reports"], found["on_time"], int(dued.sum())) == (9854, 6293, 7511)
    assert found["overdue"] == 1218 + 646
    assert found["events"] + found["merges"] == 9854
    assert found["cases"] == found["events"]
    assert found["duplicates"]["known"] == 75
    assert found["duplicates"]["recall"] > 0.75
    assert found["duplicates"]["precision"] > 0.2
