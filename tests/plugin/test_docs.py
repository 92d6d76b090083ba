"""The example of the documents is a scenario as it stands."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yiwang.plugin import Given, Scenario
from yiwang.plugin.hosting import Child, Source

pytestmark = pytest.mark.anyio
PAGE = Path(__file__).parents[2] / "docs/integrating/scenarios.md"


async def test_the_example_has_thirty_lines_or_fewer_and_runs(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len([line for line in code.splitlines() if line.strip()]) <= 30
    (tmp_path / "scenario.py").write_text(code, "utf-8")
    child = Child(Source("folder", str(tmp_path), "example"))
    try:
        manifest = Scenario.model_validate(await child.describe())
        assert manifest.name == "bins"
        heaps = [{"state": "to_dispatch", "place": "枫桥路"}] * 3
        given = Given(at=datetime(2026, 11, 16, tzinfo=UTC), reads={"litter": heaps}, facts=[])
        told = await child.decide("count", given.model_dump_json(), timedelta(seconds=5))
        assert [one["do"] for one in told] == ["put_figure", "report_event"]
    finally:
        await child.stop()
