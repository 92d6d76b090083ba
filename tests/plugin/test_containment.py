"""A scenario that fails is stopped and shown; the others, and the platform, go on."""

import time

import pytest
from tests.plugin.conftest import FOLDER, Stage

from yiwang.plugin.hosting import found
from yiwang.plugin.model import api_fault
from yiwang.plugin.running import Runner

pytestmark = pytest.mark.anyio


async def test_whoever_raises_hangs_or_oversteps_is_stopped_and_the_others_go_on(stage: Stage) -> None:
    for name in ("raises", "hangs", "oversteps", "lost_bins"):
        assert (await stage.switch(name)).status_code == 204
    begun = time.monotonic()
    await stage.run()
    assert time.monotonic() - begun < 60
    errors = {name: (await stage.scenario(name)) for name in ("raises", "hangs", "oversteps")}
    assert {name: row["state"] for name, row in errors.items()} == dict.fromkeys(errors, "stopped")
    assert {name: row["error"]["kind"] for name, row in errors.items()} == {
        "raises": "raised",
        "hangs": "hung",
        "oversteps": "forbidden",
    }
    assert errors["raises"]["error"]["detail"] == "ZeroDivisionError: nothing to divide"
    assert "decide" in errors["raises"]["error"]["trace"]
    assert "0.5 seconds" in errors["hangs"]["error"]["detail"]
    assert "outside the jurisdictions" in errors["oversteps"]["error"]["detail"]
    assert (await stage.scenario("lost_bins"))["state"] == "on"
    async with stage.city.database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM events.event") == 0, "nothing of the run that overstepped is kept"
        assert await tx.value("SELECT count(*) FROM plugin.figure WHERE scenario = 'oversteps'") == 0
        stopped = await tx.rows("SELECT success FROM access.audit WHERE action = 'scenario.stopped'")
    assert [row["success"] for row in stopped] == [False] * 3


async def test_whoever_crashes_or_takes_all_memory_is_stopped_and_the_others_go_on(stage: Stage) -> None:
    fine = [one for one in found(FOLDER) if one.text.endswith("lost_bins")]
    runner = Runner(stage.city.books, [*found(FOLDER.parent / "dying"), *fine])
    await runner.load(stage.city.database)
    for name in ("crashes", "hoards", "lost_bins"):
        assert (await stage.switch(name)).status_code == 204
    await runner.run_once(stage.city.database)
    await runner.close()
    errors = {name: (await stage.scenario(name)) for name in ("crashes", "hoards")}
    assert {name: row["state"] for name, row in errors.items()} == dict.fromkeys(errors, "stopped")
    assert errors["crashes"]["error"]["kind"] == "ended" and "-11" in errors["crashes"]["error"]["detail"]
    assert errors["hoards"]["error"]["detail"].startswith("MemoryError")
    assert (await stage.scenario("lost_bins"))["state"] == "on"
    assert (await stage.scenario("lost_bins"))["error"] is None


async def test_a_stopped_one_stays_so_until_it_is_switched_on_again(stage: Stage) -> None:
    await stage.switch("raises")
    await stage.run()
    stage.city.later(minutes=5)
    await stage.run()
    assert (await stage.scenario("raises"))["state"] == "stopped"
    assert (await stage.switch("raises")).status_code == 204
    assert (await stage.scenario("raises"))["error"] is None
    await stage.run()
    assert (await stage.scenario("raises"))["state"] == "stopped"


async def test_the_trace_is_for_administrators(stage: Stage) -> None:
    await stage.switch("raises")
    await stage.run()
    error = (await stage.scenario("raises", stage.officer))["error"]
    assert (error["kind"], error["trace"]) == ("raised", None)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("from_tomorrow", "written for version 2.0 of the scenario door; this platform has 1.0"),
        ("peeks", "A scenario imports only yiwang.plugin and yiwang.base, not yiwang.cases"),
        ("leaves", "SystemExit: 3"),
    ],
)
async def test_what_cannot_come_in_is_refused_with_the_reason(stage: Stage, name: str, sentence: str) -> None:
    found = await stage.scenario(name)
    assert (found["state"], found["error"]["kind"]) == ("refused", "refused")
    assert sentence in found["error"]["detail"]
    assert (await stage.switch(name)).status_code == 409


@pytest.mark.parametrize(
    ("wanted", "fine"), [("1.0", True), ("1.1", False), ("0.9", False), ("2.0", False), ("1", False)]
)
def test_the_version_of_the_door_is_checked(wanted: str, fine: bool) -> None:
    assert (api_fault(wanted) is None) is fine
