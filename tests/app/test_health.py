"""Whether it lives, whether it is ready, how it does: asked, and answered when something is missing."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import httpx
import psycopg
import pytest
from tests.app.visitors import EVERYTHING, Site, entered
from tests.cities import City

from yiwang.app import store
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.base.ids import uuid7

pytestmark = pytest.mark.anyio
Making = Callable[..., Awaitable[Site]]


async def beaten(site: Site, ago: float = 1) -> None:
    """Let a worker say that it lives."""
    async with site.city.database.tx(at=site.city.now - timedelta(seconds=ago)) as tx:
        store.beat(tx, uuid7(site.city.now), "worker", site.city.now)


async def ready(site: Site) -> httpx.Response:
    await site.app.state.watch.look()
    return await site.stranger.get("/readyz")


async def test_it_is_ready_when_database_tables_and_worker_are(site: Site) -> None:
    assert (await site.stranger.get("/healthz")).text == "ok\n"
    missing = await ready(site)
    assert missing.status_code == 503
    assert missing.json()["faults"] == ["No worker lives."]
    await beaten(site)
    assert (await ready(site)).status_code == 200


async def test_a_worker_that_says_nothing_is_missed(site: Site) -> None:
    await beaten(site, ago=45)
    answer = await ready(site)
    assert answer.status_code == 503
    assert answer.json()["faults"] == ["No worker has said anything for 45 s."]


async def test_older_tables_than_the_program_needs_are_said(site: Site, owner_url: str) -> None:
    await beaten(site)
    with psycopg.connect(owner_url) as connection:
        connection.execute("UPDATE db.version SET version_num = '0001'")
    answer = await ready(site)
    assert answer.status_code == 503
    assert "revision 0001" in answer.json()["faults"][0]


async def test_clocks_that_differ_are_warned_of_and_counted(site: Site) -> None:
    # The test's clock stands still; the database has the machine's own.
    await beaten(site)
    answer = (await ready(site)).json()
    assert abs(answer["clock_skew_seconds"]) > 5
    assert any("clock and ours differ" in warning for warning in answer["warnings"])
    figures = (await site.stranger.get("/metrics")).text
    assert re.search(r"^yiwang_clock_skew_seconds -?[\d.e+]+$", figures, re.MULTILINE)


async def test_a_clock_that_goes_back_is_seen(site: Site) -> None:
    def steps(text: str) -> float:
        return float(re.findall(r"^yiwang_clock_steps_back_total ([\d.]+)$", text, re.MULTILINE)[0])

    await ready(site)
    before = steps((await site.stranger.get("/metrics")).text)
    site.city.clock.at -= timedelta(hours=2)
    await ready(site)
    assert steps((await site.stranger.get("/metrics")).text) == before + 1


async def test_figures_name_routes_and_nobody(site: Site) -> None:
    officer = await site.application("zhaoqian", *EVERYTHING)
    case = "0190a000-0000-7000-8000-000000000007"
    assert (await officer.ask("GET", f"/api/cases/{case}")).status_code == 404
    assert (await officer.ask("GET", "/api/phone-book", params={"q": "王大明"})).status_code == 200
    text = (await site.stranger.get("/metrics")).text
    assert 'yiwang_http_request_seconds_count{method="GET",route="/api/cases/{case_id}",status="4xx"}' in text
    assert case not in text
    assert "王大明" not in text
    assert "zhaoqian" not in text
    labels = set(re.findall(r'(\w+)="', text))
    assert labels <= {"method", "route", "status", "le", "role", "version", "implementation", "major", "minor",
                      "patchlevel", "generation"}  # fmt: skip


@pytest.fixture
async def guarded(city: City, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    settings = Settings(data_dir=tmp_path, pool_size=4, metrics_token="a long token of the watchers")  # type: ignore[arg-type]
    async with entered(make_app(settings, app_url, city.clock), city) as site:
        yield site


async def test_figures_are_for_this_machine_or_the_token(guarded: Site) -> None:
    far = httpx.ASGITransport(guarded.app, client=("203.0.113.9", 4000))
    async with httpx.AsyncClient(transport=far, base_url="http://yiwang.test") as client:
        assert (await client.get("/metrics")).status_code == 403
        wrong = {"Authorization": "Bearer something else"}
        assert (await client.get("/metrics", headers=wrong)).status_code == 403
        right = {"Authorization": "Bearer a long token of the watchers"}
        assert (await client.get("/metrics", headers=right)).status_code == 200
        assert (await client.get("/healthz")).status_code == 200
    # A proxy on this machine passes others on.
    passed = await guarded.stranger.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"})
    assert passed.status_code == 403
    assert (await guarded.stranger.get("/metrics")).status_code == 200


async def test_without_room_nothing_is_taken_in_and_reading_goes_on(site: Site) -> None:
    officer = await site.application("writer", *EVERYTHING)
    report = {"matter": "06002", "text": "垃圾", "place": {"lon": 121.4, "lat": 31.25}}
    site.app.state.watch.reserve = 1 << 40
    await site.app.state.watch.look()
    refused = await officer.ask("POST", "/api/reports", json=report)
    assert refused.status_code == 507
    assert refused.headers["content-type"] == "application/problem+json"
    assert "was not stored" in refused.json()["detail"]
    assert (await officer.ask("GET", "/api/cases")).json()["items"] == []
    await site.person("li")
    entering = {"username": "li", "password": "苏州河边的四季桂花 blooms"}
    assert (await site.stranger.post("/api/session", json=entering)).status_code == 200
    answer = await ready(site)
    assert any("MB are free" in warning for warning in answer.json()["warnings"])
    site.app.state.watch.reserve = 0
    assert (await officer.ask("POST", "/api/reports", json=report)).status_code == 201


async def test_a_lost_database_is_said_at_once(site: Site, server: object) -> None:
    officer = await site.application("reader", *EVERYTHING)
    watch = site.app.state.watch
    await watch.let_go()
    watch.url, kept = "host=/nowhere dbname=gone", watch.url
    await watch.look()
    answer = await officer.ask("GET", "/api/cases")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert "try again" in answer.json()["detail"]
    assert (await site.stranger.get("/healthz")).status_code == 200
    assert (await site.stranger.get("/readyz")).status_code == 503
    assert (await site.stranger.get("/")).status_code == 200
    watch.url = kept
    await watch.look()
    assert (await officer.ask("GET", "/api/cases")).status_code == 200
