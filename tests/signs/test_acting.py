"""What a red sign does, once, and what happens when it recovers."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from tests.cities import City
from tests.signs.conftest import Small, sign

from yiwang.signs import acting
from yiwang.signs.acting import Done

pytestmark = pytest.mark.anyio
TEN = timedelta(minutes=10)


async def round_(city: City, lively: Small, code: str, *rows: tuple[Any, ...]) -> Done:
    """Ten minutes later: these rows, computed and acted on."""
    city.later(minutes=10)
    lively.tell(code, *rows)
    await lively.compute(city.now)
    return await acting.act(city.database, city.books, lively.tree, at=city.now)


async def rows_of(city: City, table: str) -> list[dict[str, Any]]:
    statements = {
        "action": "SELECT * FROM signs.action ORDER BY opened_at, id",
        "event": "SELECT * FROM events.event",
        "case": "SELECT * FROM cases.case",
        "order": "SELECT * FROM command.instruction",
        "warning": "SELECT * FROM command.warning",
        "fact": "SELECT type FROM ledger.fact WHERE type LIKE 'sign.%%' ORDER BY xid, seq",
    }
    async with city.database.tx() as tx:
        return await tx.rows(statements[table])  # type: ignore[arg-type]


async def test_a_red_sign_files_one_case_where_it_is_red(city: City, lively: Small) -> None:
    await lively.declare(sign("PA0001", red="5", on_red="case", matter="06002", owner="街镇"))
    done = await round_(city, lively, "PA0001", ("e1", 6.0))
    assert (done.opened, done.refused) == ({"case": 1}, [])
    again = await round_(city, lively, "PA0001", ("e1", 7.0))
    assert again.opened == {}
    [event], [case] = await rows_of(city, "event"), await rows_of(city, "case")
    assert (event["state"], event["channel"], case["matter_code"]) == ("admitted", "model", "06002")
    assert event["jurisdiction_id"] == lively.names["e1"]
    [action] = await rows_of(city, "action")
    assert (action["kind"], action["object_id"], action["number"]) == ("case", event["id"], event["number"])
    assert "达到红色阈值5" in action["why"]


async def test_an_owner_gets_one_order_until_the_sign_recovers(city: City, lively: Small) -> None:
    await lively.declare(
        sign("PA0001", orange="3", red="5", on_red="expedite", owner="区绿化市容局", levels=("street",))
    )
    assert (await round_(city, lively, "PA0001", ("e1", 6.0))).opened == {"expedite": 1}
    assert (await round_(city, lively, "PA0001", ("e1", 4.95))).recovered == 0  # not far enough below
    assert (await round_(city, lively, "PA0001", ("e1", 1.0))).recovered == 1
    assert (await round_(city, lively, "PA0001", ("e1", 9.0))).opened == {"expedite": 1}
    orders = await rows_of(city, "order")
    assert [order["organisation_id"] for order in orders] == [city.units["LH"]] * 2
    first, second = await rows_of(city, "action")
    assert first["closed_value"] == 1
    assert "恢复" in first["note"]
    assert second["closed_at"] is None
    facts = [row["type"] for row in await rows_of(city, "fact")]
    assert facts == ["sign.turned_red", "sign.recovered", "sign.turned_red"]


async def test_a_warning_is_issued_for_the_place_and_lifted_when_it_is_over(city: City, lively: Small) -> None:
    await lively.declare(sign("PA0001", red="5", on_red="warning", levels=("district", "street")))
    assert (await round_(city, lively, "PA0001", ("w1", 6.0))).opened == {"warning": 1}
    [warning] = await rows_of(city, "warning")
    assert (warning["level"], warning["area"], warning["state"]) == ("red", [lively.names["west"]], "issued")
    assert (await round_(city, lively, "PA0001")).recovered == 1
    assert [row["state"] for row in await rows_of(city, "warning")] == ["lifted"]


async def test_what_has_no_value_any_more_has_not_recovered(city: City, lively: Small) -> None:
    await lively.declare(sign("PA0001", combine="ratio", red="0.5", on_red="notice", owner="街镇", levels=("street",)))
    assert (await round_(city, lively, "PA0001", ("e1", 3.0, 4.0))).opened == {"notice": 1}
    assert (await round_(city, lively, "PA0001", ("e1", 0.0, 0.0))).recovered == 0
    assert (await round_(city, lively, "PA0001", ("e1", 1.0, 4.0))).recovered == 1


async def test_of_two_rounds_at_once_one_acts(city: City, lively: Small) -> None:
    await lively.declare(sign("PA0001", red="5", on_red="expedite", owner="街镇", levels=("street",)))
    lively.tell("PA0001", ("e1", 6.0), ("w1", 6.0))
    await lively.compute(city.now)
    both = [acting.act(city.database, city.books, lively.tree, at=city.now) for _ in range(3)]
    done = await asyncio.gather(*both)
    assert sum(one.opened.get("expedite", 0) for one in done) == 2
    assert [one.refused for one in done] == [[], [], []]
    assert len(await rows_of(city, "order")) == len(await rows_of(city, "action")) == 2


async def test_late_data_do_nothing(city: City, lively: Small) -> None:
    await lively.declare(sign("PA0001", red="5", on_red="notice", levels=("street",)))
    lively.as_of_ = {"cases": city.now - timedelta(hours=5)}
    assert (await round_(city, lively, "PA0001", ("e1", 6.0))).opened == {}
    lively.as_of_ = {"cases": city.now}
    assert (await round_(city, lively, "PA0001", ("e1", 6.0))).opened == {"notice": 1}


async def test_a_matter_nobody_knows_is_said_and_holds_up_no_other(city: City, lively: Small) -> None:
    bad = sign("PA0001", red="5", on_red="case", matter="99999")
    await lively.declare(bad, sign("PA0002", red="5", on_red="notice", owner="街镇", levels=("street",)))
    lively.tell("PA0002", ("e1", 9.0))
    done = await round_(city, lively, "PA0001", ("e1", 9.0))
    assert done.opened == {"notice": 1}
    assert [refused.startswith("PA0001: ") for refused in done.refused] == [True]
    assert len(await rows_of(city, "event")) == 0


async def test_only_the_lowest_red_place_acts(city: City, lively: Small) -> None:
    await lively.declare(sign("PA0001", red="5", on_red="notice", owner="街镇", levels=("district", "street")))
    await round_(city, lively, "PA0001", ("e1", 9.0), ("w1", 2.0))
    assert [row["node"] for row in await rows_of(city, "action")] == [lively.names["east"]]
    await round_(city, lively, "PA0001", ("e1", 3.0), ("w1", 3.0))
    assert [row["node"] for row in await rows_of(city, "action")] == [lively.names["east"], lively.names["district"]]
