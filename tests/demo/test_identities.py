"""Coming in by a click: on the made-up district and this machine only; how far that district is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from tests.cities import build
from tests.serving import Served

from yiwang.access.accounts import new_account
from yiwang.app.demonstrating import identities, progress
from yiwang.app.platform import opened
from yiwang.app.sample.filling import ACCOUNTS, SAMPLER
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.db import Database

HERE = "http://127.0.0.1:8000"


@asynccontextmanager
async def asked(settings: Settings, url: str, base: str, caller: str = "127.0.0.1") -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of `caller`'s address that calls the platform by `base`."""
    app = make_app(settings, url)
    transport = httpx.ASGITransport(app, client=(caller, 4000))
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url=base) as client:
        yield client


@pytest.mark.anyio
async def test_one_comes_in_by_a_click_from_here_and_from_nowhere_else(
    database: Database, app_url: str, clock: FixedClock, tmp_path: Path
) -> None:
    await build(database, clock, tmp_path)
    settings = Settings(data_dir=tmp_path, pool_size=4, demo=True)
    async with opened(settings, app_url) as platform:
        async with platform.database.tx() as tx:
            for username, name, *_ in ACCOUNTS:
                await new_account(tx, SAMPLER, username, name, None, at=tx.at, must_change=False)
        await identities.make(platform)
        await identities.make(platform)
    async with asked(settings, app_url, HERE) as client:
        offered = (await client.get("/api/demo")).json()["identities"]
        for one in offered:
            answer = await client.post("/api/demo/session", json={"username": one["username"]})
            assert answer.status_code == 200, answer.text
            if one["username"] not in {row[0] for row in ACCOUNTS}:
                assert answer.json()["roles"] == [one["role"]]
        assert (await client.get("/api/session")).json()["username"] == offered[-1]["username"]
        assert (await client.post("/api/demo/session", json={"username": "nobody"})).status_code == 404
        for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
            passed_on = {header: "127.0.0.1"}
            answer = await client.post("/api/demo/session", json={"username": "lingdao"}, headers=passed_on)
            assert answer.status_code == 403, header
        strange = await client.post("/api/demo/session", json={"username": "lingdao"}, headers={"Host": "evil.example"})
        assert strange.status_code == 403
        elsewhere = {"Origin": "http://evil.example"}
        strange = await client.post("/api/demo/session", json={"username": "lingdao"}, headers=elsewhere)
        assert strange.status_code == 403
    bound = settings.model_copy(update={"host": "0.0.0.0"})
    real = settings.model_copy(update={"demo": False, "sample": False})
    for refusing, caller in ((bound, "127.0.0.1"), (settings, "10.1.2.3"), (real, "127.0.0.1")):
        async with asked(refusing, app_url, HERE, caller) as client:
            answer = await client.post("/api/demo/session", json={"username": "lingdao"})
            assert answer.status_code == 403
            assert (await client.get("/api/demo")).json()["identities"] == []
            assert (await client.get("/api/platform")).json()["demo"] is refusing.demo


@pytest.mark.anyio
async def test_how_far_it_is_never_goes_back_and_is_kept(database: Database) -> None:
    async with database.tx() as tx:
        assert await progress.find(tx) is None
        begun = await progress.begin(tx, 7, 0.5)
        assert (begun.stage, begun.share, begun.lives) == ("waiting", 0.0, False)
        progress.tell(tx, "day", 0.4, "day")
    async with database.tx() as tx:
        progress.tell(tx, "weeks", 0.2, "day")
        again = await progress.begin(tx, 8, 1.0)
    assert (again.seed, again.scale, again.share, again.lives) == (7, 0.5, 0.4, True)
    assert again.done == ["day"]
    assert again.anchor == begun.anchor


def test_a_platform_that_shows_no_made_up_district_lets_nobody_in(served: Served) -> None:
    with served.client() as client:
        assert client.post("/api/demo/session", json={"username": "zhibanzhang"}).status_code == 403
        assert client.get("/api/demo").json() == {
            "stage": None, "share": 0.0, "lives": False, "anchor": None, "identities": []
        }  # fmt: skip
