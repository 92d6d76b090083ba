"""The classes that are shipped, and what a district makes of them."""

from datetime import timedelta

import pytest

from yiwang import definitions
from yiwang.access import Actor, Grant, platform_actor
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Forbidden
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.sensing import classes
from yiwang.sensing.classes import declaring

pytestmark = pytest.mark.anyio
SET_UP = platform_actor("set-up")


def test_there_are_32_classes_of_110_000_devices_with_their_sources() -> None:
    shipped = classes.shipped()
    assert len(shipped) == 32
    assert 109_000 < sum(one.planned_devices for one in shipped) < 111_000
    assert all(one.basis and one.judgement and one.alarm_standard and one.alarm_zh for one in shipped)
    assert all(metric.name != metric.code for one in shipped for metric in one.metrics if metric.code not in ("pH",))
    by_code = {one.code: one for one in shipped}
    gas = by_code["GAS"].metric("gas")
    assert gas
    assert (gas.unit, gas.normal_high) == ("%LEL", 3.0)
    valve = by_code["GAS"].metric("valve")
    assert valve
    assert valve.choices == ("open", "closed")
    assert {"lon", "lat"} <= {metric.code for metric in by_code["MTK"].metrics}


async def test_a_class_changed_by_the_district_stays_when_the_shipped_are_published_again(
    database: Database, clock: FixedClock
) -> None:
    long_ago, now = clock.now() - timedelta(days=3650), clock.now()
    kept = classes.kept()
    async with database.tx() as tx:
        await classes.publish_shipped(tx, SET_UP, at=now, valid_from=long_ago)
        own = (await kept.get(tx)).get("BIN", now).model_copy(update={"offline_after_s": 7200})
        report = await declaring.import_draft(
            tx, SET_UP, definitions.check(classes.CLASS, [own.model_dump(mode="json")]), at=now, valid_from=now
        )
        assert list(report.changed) == ["BIN"]
        await classes.publish_shipped(tx, SET_UP, at=now, valid_from=long_ago)
        await kept.refresh(tx)
        book = await kept.get(tx)
    assert book.get("BIN", now).offline_after_s == 7200
    assert book.get("BIN", now - timedelta(days=1)).offline_after_s == 10_800
    assert len(book.in_force(now)) == 32


async def test_who_answers_for_a_part_of_the_city_changes_no_class(database: Database, clock: FixedClock) -> None:
    part = Actor(uuid7(clock.now()), "account", "a part", (Grant("data_admin", uuid7(clock.now()), None),))
    async with database.tx() as tx:
        with pytest.raises(Forbidden):
            await declaring.end(tx, part, "BIN", valid_to=clock.now(), at=clock.now())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"metrics": []}, "metrics"),
        ({"offline_after_s": 1}, ""),
        ({"period_s": 0}, "period_s"),
        ({"metrics": [{"code": "a", "name": "a", "kind": "choice"}]}, "metrics.0"),
    ],
)
def test_a_class_that_cannot_be_one_is_refused(change: dict[str, object], field: str) -> None:
    body = classes.shipped()[0].model_dump(mode="json") | change
    assert definitions.check(classes.CLASS, [body]).faults[0].field == field
