"""The rules that are shipped fit the classes that are shipped, and raise what the standards say."""

import pytest

from tests.alarms.oracle import Oracle
from yiwang.access import platform_actor
from yiwang.alarms.rules.book import in_force
from yiwang.alarms.rules.declaring import publish_rules
from yiwang.alarms.rules.shipping import publish_shipped, shipped
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.sensing import classes

ACTOR = platform_actor("tests")
START = 1_790_000_000_000


def test_every_class_but_the_sweepers_has_a_rule_for_metrics_it_has() -> None:
    known = {one.code: one for one in classes.shipped()}
    for rule in shipped().rules:
        assert known[rule.device_class].metric(rule.metric) is not None, rule.code
    assert known.keys() - {rule.device_class for rule in shipped().rules} == {"SAN"}


@pytest.mark.parametrize(
    ("code", "minutes", "raised"),
    [
        ("SMK.fire", [(0, 0.0), (1, 1.0)], ["fire"]),
        ("GAS.gas", [(0, 3.0), (1, 12.0), (2, 30.0)], ["leak", "high"]),
        ("UPW.depth", [(0, 16.0), (1, 16.0), (2, 16.0), (3, 21.0)], ["watch"]),
        ("UPW.depth", [(0, 26.0), (1, 26.0), (2, 26.0)], ["shut", "divert", "watch"]),
        ("UGS.o2", [(0, 20.9), (15, 19.0)], ["low"]),
        ("HAZ.fence", [(0, 1.0), (1, 0.0), (2, 0.0)], ["inside"]),
    ],
)
def test_a_rule_raises_what_its_standard_says(code: str, minutes: list[tuple[int, float]], raised: list[str]) -> None:
    rule = next(one for one in shipped().rules if one.code == code)
    oracle = Oracle(rule, shipped().schedules)
    for minute, value in minutes:
        oracle.read(START + minute * 60_000, value)
    assert sorted(one for one, kind, _ in oracle.alarms if kind == "raised") == sorted(raised)


@pytest.mark.anyio
async def test_shipped_rules_are_published_once_and_a_changed_one_stays_changed(
    database: Database, clock: FixedClock
) -> None:
    long_ago = clock.now().replace(year=2020)
    async with database.tx() as tx:
        await classes.publish_shipped(tx, ACTOR, at=tx.at, valid_from=long_ago)
        await publish_shipped(tx, ACTOR, at=tx.at, valid_from=long_ago)
    rule = next(one for one in shipped().rules if one.code == "SMK.fire")
    other = rule.model_copy(update={"unless": ("drill",)})
    async with database.tx() as tx:
        found = await publish_rules(
            tx, ACTOR, shipped().model_copy(update={"rules": (other,)}), valid_from=tx.at, at=tx.at
        )
        assert list(found.changed) == ["alarm_rule SMK.fire"]
        await publish_shipped(tx, ACTOR, at=tx.at, valid_from=long_ago)
        rules = await in_force(tx, tx.at)
    assert len(rules.rules) == len(shipped().rules)
    assert next(one for one in rules.rules if one.code == "SMK.fire").unless == ("drill",)
