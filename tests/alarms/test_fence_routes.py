"""A fence is drawn on the map, moved and ended; what cannot be a fence is refused, and nothing of it is kept."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.alarms.raising import District, district
from tests.app.visitors import Site, entered
from yiwang.access import Grant
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = pytest.mark.anyio
RING = [[121.40, 31.22], [121.41, 31.22], [121.41, 31.23], [121.40, 31.23]]
FENCE = {"code": "HAZ.zone", "device_class": "HAZ", "metric": "fence", "side": "inside", "ring": RING, "note": "禁行区"}


@pytest.fixture
async def town(database: Database, clock: FixedClock, tmp_path: Path) -> District:
    return await district(database, clock, tmp_path)


@pytest.fixture
async def site(town: District, app_url: str, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Site]:
    async with entered(make_app(Settings(data_dir=tmp_path, pool_size=4), app_url, clock), town.city) as found:
        yield found


async def test_a_fence_is_drawn_moved_and_ended(site: Site, town: District) -> None:
    chief = await site.person("chief", Grant("data_admin"))
    made = await chief.ask("POST", "/api/alarm-rules/fences", json=FENCE)
    assert made.status_code == 201, made.text
    (fence,) = (await chief.ask("GET", "/api/alarm-rules/fences")).json()["items"]
    assert (fence["code"], fence["side"], fence["feature"]) == ("HAZ.zone", "inside", made.json()["feature"])
    assert fence["outline"]["type"] == "Polygon" and [121.41, 31.23] in fence["outline"]["coordinates"][0]
    clock = site.city.database.clock
    clock.at = town.city.now.replace(second=town.city.now.second + 1)  # type: ignore[attr-defined]
    moved = await chief.ask("POST", "/api/alarm-rules/fences", json=FENCE | {"ring": [*RING[:3], [121.39, 31.24]]})
    assert moved.json()["feature"] != fence["feature"], "whoever drives has to see that it is another outline"
    (fence,) = (await chief.ask("GET", "/api/alarm-rules/fences")).json()["items"]
    assert [121.39, 31.24] in fence["outline"]["coordinates"][0]
    asked = {"kind": "fences", "code": "HAZ.zone"}
    versions = (await chief.ask("GET", "/api/alarm-rules/versions", params=asked)).json()["items"]
    assert [one["note"] for one in versions] == ["禁行区", "禁行区"]
    clock.at = town.city.now.replace(second=town.city.now.second + 2)  # type: ignore[attr-defined]
    assert (await chief.ask("POST", "/api/alarm-rules/end", json=asked | {"reason": "解除"})).status_code == 204
    assert (await chief.ask("GET", "/api/alarm-rules/fences")).json()["items"] == []
    rows = await town.rows("SELECT detail FROM access.audit WHERE action = 'alarms.end_rule'")
    assert [row["detail"]["reason"] for row in rows] == ["解除"]


WRONG: tuple[dict[str, object], ...] = (
    {"ring": [RING[0], RING[2], RING[1], RING[3]]},
    {"ring": RING[:2]},
    {"ring": [[121.4, 31.2]] * 4},
    {"ring": [[121.4, 95.0], *RING[1:]]},
    {"metric": "none"},
    {"device_class": "NONE"},
    {"side": "above"},
    {"code": "a b"},
)


async def test_what_is_no_fence_is_refused_and_leaves_nothing(site: Site, town: District) -> None:
    chief = await site.person("chief", Grant("data_admin"))
    for wrong in WRONG:
        refused = await chief.ask("POST", "/api/alarm-rules/fences", json=FENCE | wrong)
        assert refused.status_code == 422, (wrong, refused.text)
    assert await town.rows("SELECT 1 FROM places.feature WHERE source = 'alarm-fence'") == []
    assert (await chief.ask("GET", "/api/alarm-rules/fences")).json()["items"] == []


async def test_an_officer_sees_fences_and_draws_none(site: Site) -> None:
    officer = await site.person("officer", Grant("duty_officer"))
    assert (await officer.ask("GET", "/api/alarm-rules/fences")).status_code == 200
    assert (await officer.ask("POST", "/api/alarm-rules/fences", json=FENCE)).status_code == 403
