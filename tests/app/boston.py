"""The real month of requests, kept beside the repository and never in it."""

import os
from pathlib import Path

import pandas as pd
import pytest
from tests.app.plain_figures import Table, table

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "boston311_2011_07"
FILE = FOLDER / "service_requests.csv.gz"
PAIRS = FOLDER / "duplicate_pairs.csv"


def needed() -> None:
    """Skip the test where the file is absent; where tests decide over a change, it has to be there."""
    if FILE.is_file():
        return
    told = f"The month of Boston's requests is not at {FILE}."
    if os.environ.get("CI") == "true":
        pytest.fail(told)
    pytest.skip(told)


def frame() -> pd.DataFrame:
    """Return the file as it is written: every field a text."""
    return pd.read_csv(FILE, dtype=str)


def by_pandas(rows: pd.DataFrame) -> Table:
    """Return the columns that count."""
    form = "%Y-%m-%d %H:%M:%S"
    return table(rows, "open_dt", "target_dt", "closed_dt", "department", form, "America/New_York")
