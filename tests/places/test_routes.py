"""Places over HTTP, as the right and as the wrong person."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from tests.access.visitors import person, sign_in
from tests.places.test_locating import SETUP, collection, square

from yiwang import places
from yiwang.access import Keyring
from yiwang.access.door import install
from yiwang.access.routes import router as access_router
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.places.routes import router

pytestmark = pytest.mark.anyio


@pytest.fixture
async def ids(database: Database, clock: FixedClock) -> dict[str, UUID]:
    async with database.tx() as tx:
        found = await places.load_codes(tx, SETUP, clock.at, district="310107")
        await places.load_district_boundaries(tx, SETUP, clock.at)
    return found


@pytest.fixture
async def drawn(database: Database, clock: FixedClock, ids: dict[str, UUID]) -> dict[str, UUID]:
    async with database.tx() as tx:
        await places.draw_schematic(tx, SETUP, clock.at)
    return ids


@pytest.fixture
async def client(database: Database, ids: dict[str, UUID], tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await person(database, "keeper", "data_admin")
    await person(database, "leader", "leader")
    await person(database, "auditor", "audit_admin")
    app = FastAPI()
    app.state.database = database
    app.state.keyring = Keyring.open(tmp_path / "keys")
    app.state.locators = places.Locators()
    install(app)
    for one in (access_router, router):
        app.router.routes.extend(one.routes)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as found:
        yield found


SOME = UUID(int=5)
GEO = {"geojson": {"type": "FeatureCollection", "features": []}, "source": "test"}
READS = [
    "/api/jurisdictions",
    "/api/map/boundaries?level=street",
    "/api/map/features?kind=road&west=121&south=31&east=122&north=32",
    "/api/addresses?q=x",
    "/api/places/counts",
    "/api/places/measures",
    "/api/places/grid-systems",
]
WRITES = [
    ("/api/jurisdictions", {"code": "x", "name": "某站", "level": "station"}),
    (f"/api/jurisdictions/{SOME}/move", {"parent_id": str(SOME)}),
    (f"/api/jurisdictions/{SOME}/rename", {"name": "某名"}),
    (f"/api/jurisdictions/{SOME}/end", {}),
    ("/api/places/import/boundaries", GEO | {"level": "street"}),
    ("/api/places/import/grid", GEO | {"system": "police"}),
    ("/api/places/import/features", GEO | {"kind": "road"}),
    ("/api/places/import/addresses", {"source": "test", "rows": []}),
    ("/api/places/import/counts", {"source": "test", "rows": []}),
    ("/api/places/grid-systems", {"code": "x", "zh": "某网格"}),
]


async def test_nobody_comes_in_unasked_and_no_one_beyond_their_role(client: httpx.AsyncClient) -> None:
    asks = [("GET", path, None) for path in READS] + [("POST", path, body) for path, body in WRITES]
    asks.append(("POST", "/api/places/locate", {}))
    for method, path, body in asks:
        assert (await client.request(method, path, json=body)).status_code == 401, path
    await sign_in(client, "auditor")
    for method, path, body in asks:
        assert (await client.request(method, path, json=body)).status_code == 403, path
    await sign_in(client, "leader")
    for path in READS:
        assert (await client.get(path)).status_code == 200, path
    for path, body in WRITES:
        assert (await client.post(path, json=body)).status_code == 403, path


async def test_the_tree_is_listed_by_level_and_parent(client: httpx.AsyncClient, ids: dict[str, UUID]) -> None:
    await sign_in(client, "leader")
    parent = ids["310107000000"]
    answer = await client.get("/api/jurisdictions", params={"level": "street", "parent": str(parent)})
    items = answer.json()["items"]
    assert len(items) == 10
    assert items[0] == {
        "id": str(ids["310107005000"]),
        "code": "310107005000",
        "name": "曹杨新村街道",
        "level": "street",
        "parent_id": str(parent),
        "schematic": False,
    }
    assert (await client.get("/api/jurisdictions", params={"level": "planet"})).status_code == 422


async def test_the_map_shows_the_drawing_and_is_not_sent_twice(
    client: httpx.AsyncClient, drawn: dict[str, UUID]
) -> None:
    await sign_in(client, "keeper")
    answer = await client.get("/api/map/boundaries", params={"level": "street"})
    assert answer.headers["content-type"] == "application/geo+json"
    features = answer.json()["features"]
    assert [f["properties"]["schematic"] for f in features] == [True] * 10
    assert features[0]["properties"]["id"] == str(drawn[features[0]["properties"]["code"]])
    again = {"If-None-Match": answer.headers["etag"]}
    same = await client.get("/api/map/boundaries", params={"level": "street"}, headers=again)
    assert (same.status_code, same.content) == (304, b"")

    street = {"level": "grid", "within": str(drawn["310107005000"])}
    grid = (await client.get("/api/map/boundaries", params=street)).json()["features"]
    codes = [feature["properties"]["code"] for feature in grid]
    assert 150 < len(codes) < 300
    assert all(len(code) == 15 and code.startswith("310107005") for code in codes)

    place = (await client.post("/api/places/locate", json={"lon": 121.405, "lat": 31.24, "text": "兰溪路"})).json()
    assert place["chain"][:3] == ["上海市", "普陀区", "曹杨新村街道"] and len(place["chain"]) == 5
    assert place["grids"]["basic"] in codes
    assert place["method"] == "point" and "示意边界" in place["explanation"]

    body = {"geojson": collection(square("310107005", 121.40, 31.24)), "source": "survey", "level": "street"}
    assert (await client.post("/api/places/import/boundaries", json=body)).json()["changed"] == 1
    new = await client.get("/api/map/boundaries", params={"level": "street"}, headers=again)
    assert new.status_code == 200
    assert new.json()["features"][0]["properties"]["schematic"] is False


async def test_the_grid_of_a_whole_district_is_refused(client: httpx.AsyncClient, ids: dict[str, UUID]) -> None:
    await sign_in(client, "leader")
    for within in ({}, {"within": str(ids["310107000000"])}):
        assert (await client.get("/api/map/boundaries", params={"level": "grid"} | within)).status_code == 422
    unknown = {"level": "street", "within": str(SOME)}
    assert (await client.get("/api/map/boundaries", params=unknown)).status_code == 404


async def test_a_place_that_cannot_be_is_refused(client: httpx.AsyncClient) -> None:
    await sign_in(client, "leader")
    assert (await client.post("/api/places/locate", json={"lon": 31.2, "lat": 121.4})).status_code == 422
    assert (await client.post("/api/places/locate", json={"datum": "BJ54"})).status_code == 422


async def test_addresses_are_imported_found_and_ended(client: httpx.AsyncClient) -> None:
    await sign_in(client, "keeper")
    rows = [{"text": "普陀区兰溪路100号2层", "lon": 121.405, "lat": 31.24, "aliases": ["文化馆"]}]
    ask = {"source": "test", "rows": rows, "dry_run": True}
    assert (await client.post("/api/places/import/addresses", json=ask)).json()["dry_run"] is True
    report = (await client.post("/api/places/import/addresses", json=ask | {"dry_run": False})).json()
    assert (report["added"], report["problems"]) == (3, [])
    found = (await client.get("/api/addresses", params={"q": "文化馆"})).json()["items"]
    assert [one["level"] for one in found] == ["floor"]
    located = await client.post("/api/places/locate", json={"address_id": found[0]["id"]})
    assert located.json()["floor"] == "2"
    assert (await client.post(f"/api/addresses/{found[0]['id']}/end", json={})).status_code == 204
    assert (await client.get("/api/addresses", params={"q": "文化馆"})).json()["items"] == []


async def test_the_keeper_changes_the_tree(client: httpx.AsyncClient, ids: dict[str, UUID]) -> None:
    await sign_in(client, "keeper")
    body = {"code": "310107005Z09", "name": "曹杨公园工作站", "level": "station", "parent_id": str(ids["310107005000"])}
    made = await client.post("/api/jurisdictions", json=body)
    assert made.status_code == 201
    path = f"/api/jurisdictions/{made.json()['id']}"
    assert (await client.post("/api/jurisdictions", json=body)).status_code == 409
    later = {"since": "2027-01-01T00:00:00Z"}
    moved = await client.post(path + "/move", json=later | {"parent_id": str(ids["310107014000"])})
    assert moved.json()["parent_id"] == str(ids["310107014000"])
    latest = {"since": "2027-02-01T00:00:00Z"}
    assert (await client.post(path + "/rename", json=latest | {"name": "新名"})).json()["name"] == "新名"
    assert (await client.post(path + "/end", json={"since": "2027-03-01T00:00:00Z"})).status_code == 204
    assert (await client.post(f"/api/jurisdictions/{SOME}/end", json={})).status_code == 404


async def test_features_counts_and_grids_go_in_and_come_out(client: httpx.AsyncClient) -> None:
    await sign_in(client, "keeper")
    body = {"geojson": collection(square("b1", 121.40, 31.24)), "source": "survey", "kind": "building"}
    assert (await client.post("/api/places/import/features", json=body)).json()["added"] == 1
    window = {"kind": "building", "west": 121.3, "south": 31.2, "east": 121.5, "north": 31.3}
    found = (await client.get("/api/map/features", params=window)).json()["features"]
    assert found[0]["properties"]["code"] == "b1"
    counted = [{"jurisdiction": "310107", "measure": "population", "since": "2020-11-01", "value": 1_239_800}]
    body = {"source": "census", "rows": counted}
    assert (await client.post("/api/places/import/counts", json=body)).json()["added"] == 1
    items = (await client.get("/api/places/counts", params={"measure": "population"})).json()["items"]
    assert (items[0]["value"], items[0]["unit"]) == (1_239_800, "人")
    assert (await client.post("/api/places/grid-systems", json={"code": "market", "zh": "市场网格"})).status_code == 204
    systems = (await client.get("/api/places/grid-systems")).json()["items"]
    assert {one["code"] for one in systems} == {"basic", "police", "governance", "river", "market"}
    body = {"geojson": collection(square("m1", 121.40, 31.24)), "source": "survey", "system": "market"}
    assert (await client.post("/api/places/import/grid", json=body)).json()["added"] == 1
