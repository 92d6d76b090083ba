"""What channels refused does not lie for ever: it goes with its raw message, and reports stay."""

import pytest
from tests.app.visitors import Visitor
from tests.cities import City
from tests.events.channels.sites import rows

from yiwang.events.channels.keeping_refused import forget_refused

pytestmark = pytest.mark.anyio
GOOD = {"id": "1", "content": "积存垃圾", "matter": "06011", "lng": 121.404, "lat": 31.238}


async def forget(city: City) -> int:
    async with city.database.tx() as tx:
        return await forget_refused(tx)


async def test_it_goes_90_days_after_it_was_settled_and_a_year_after_it_came(
    sender: Visitor, keeper: Visitor, city: City
) -> None:
    path = "/api/channels/police-110"
    assert (await sender.ask("POST", f"{path}/reports", json=GOOD)).status_code == 201
    aside, waits = [
        (await sender.ask("POST", f"{path}/reports", json={"id": number})).json()["kept"] for number in ("2", "3")
    ]
    assert (await keeper.ask("POST", f"{path}/refused/{aside}/set-aside")).status_code == 204
    assert (await forget(city), len(await rows(city, "SELECT 1 FROM events.raw"))) == (0, 3)
    city.later(days=91)
    assert (await forget(city), len(await rows(city, "SELECT 1 FROM events.raw"))) == (1, 2)
    assert [str(row["id"]) for row in await rows(city, "SELECT id FROM events.refused_message")] == [waits]
    city.later(days=275)
    assert await forget(city) == 1
    (left,) = await rows(city, "SELECT r.raw_id, w.id FROM events.raw w LEFT JOIN events.report r ON r.raw_id = w.id")
    assert left["raw_id"] == left["id"]
