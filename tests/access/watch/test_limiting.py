"""Who calls too often is told to wait; a key may have a limit of its own."""

import pytest
from tests.access.watch.conftest import Watched

from yiwang.access.watch.limiting import Limit, Limits
from yiwang.access.watch.model import Bucket

pytestmark = pytest.mark.anyio


def test_a_bucket_fills_with_time_and_no_further() -> None:
    bucket = Bucket(2, 0.0)
    assert [bucket.take(0.0, 10, 2) for _ in range(3)] == [0.0, 0.0, pytest.approx(0.1)]
    assert bucket.take(0.1, 10, 2) == 0.0
    assert bucket.take(0.1, 10, 2) > 0
    assert [bucket.take(100.0, 10, 2) > 0 for _ in range(3)] == [False, False, True]


async def test_too_many_calls_are_refused_with_when_to_come_again(watched: Watched) -> None:
    watched.limits.usual = Limit(0.5, 2)
    key, one = await watched.application("水务")
    _, other = await watched.application("市容")
    statuses = [(await one.ask("GET", "/api/things")).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    refused = await one.ask("GET", "/api/things")
    assert (refused.headers["retry-after"], refused.json()["code"]) == ("2", "too_many")
    assert refused.headers["content-type"] == "application/problem+json"
    assert (await other.ask("GET", "/api/things")).status_code == 200
    assert (await watched.client.get("/api/open")).status_code == 200
    await watched.meter.flush(watched.database)
    rows = await watched.rows("SELECT holder, calls, limited FROM access.calls WHERE data_set = 'limited'")
    assert rows == [{"holder": key, "calls": 2, "limited": 2}]


async def test_nobody_empties_anothers_bucket_by_naming_their_key(watched: Watched) -> None:
    watched.limits.usual = Limit(0.5, 2)
    _, one = await watched.application("水务")
    forged = {"Authorization": one.headers["Authorization"][:-4] + "xxxx"}
    for _ in range(4):
        await watched.client.get("/api/things", headers=forged)
    assert (await one.ask("GET", "/api/things")).status_code == 200


async def test_a_key_has_its_own_limit_and_gives_it_back(watched: Watched) -> None:
    key, one = await watched.application("水务")
    admin = await watched.person("security", "security_admin")
    handler = await watched.person("handler", "handler")
    path = f"/api/keys/{key}/limit"
    assert (await handler.ask("PUT", path, json={"per_second": 1})).json()["permission"] == "keys.manage"
    for wrong in ({"per_second": 0}, {"per_second": 1e9}, {"per_second": 1, "burst": 0}, {}):
        assert (await admin.ask("PUT", path, json=wrong)).status_code == 422, wrong
    nowhere = "/api/keys/00000000-0000-0000-0000-000000000007/limit"
    assert (await admin.ask("PUT", nowhere, json={"per_second": 1})).status_code == 404
    assert (await admin.ask("PUT", path, json={"per_second": 0.1, "burst": 1})).status_code == 204
    await watched.limits.refresh(watched.database)
    statuses = [(await one.ask("GET", "/api/things")).status_code for _ in range(4)]
    assert statuses[0] == 200 and statuses[-1] == 429
    assert (await admin.ask("PUT", path, json={"per_second": None})).status_code == 204
    await watched.limits.refresh(watched.database)
    assert (await watched.rows("SELECT count(*) AS n FROM access.key_limit"))[0]["n"] == 0
    assert (await watched.rows("SELECT detail FROM access.audit WHERE action = 'key.limited' ORDER BY seq"))[0][
        "detail"
    ] == {"per_second": 0.1, "burst": 1}


def test_the_memory_of_buckets_has_an_end() -> None:
    limits = Limits(Limit(1, 1))
    limits.MOST = 10
    for number in range(50):
        limits.wait(b"%d" % number, 0.0)
    assert len(limits._buckets) == 10
