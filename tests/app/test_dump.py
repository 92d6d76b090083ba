"""The drill with a given database: its dump becomes a platform elsewhere that goes on where the first one was."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from tests.app.visitors import EVERYTHING, Site, entered
from tests.cities import City
from tests.conftest import FAST, _remove
from tests.scratch import new_folder

from yiwang import ledger
from yiwang.access import Grant, export_audit, platform_actor, seal_audit, verify_audit
from yiwang.app.databases import Urls
from yiwang.app.facts import FACTS
from yiwang.app.keeping import backup, restoring
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.app.wiring import followers
from yiwang.base.errors import Conflict, Invalid
from yiwang.db import Database
from yiwang.db.cluster import running
from yiwang.db.cluster_init import APP, OWNER
from yiwang.events.model import Reporter
from yiwang.lake import Lake, LakeWriter

pytestmark = pytest.mark.anyio
SECRET = "四个汉字 and a horse"
PHONE = "13812345678"


@dataclass(frozen=True)
class Place:
    """An empty database elsewhere, and an empty folder."""

    app: str
    owner: str
    folder: Path

    def settings(self) -> Settings:
        return Settings(data_dir=self.folder, database_url=self.app, database_owner_url=self.owner, pool_size=4)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Place]:
    """A new server: its transactions are numbered from the beginning, far below those that the dump holds."""
    folder = new_folder("yiwang-test-")
    folder.chmod(0o711)
    try:
        with running(folder, settings=FAST) as server:
            with psycopg.connect(server.root_url, autocommit=True) as connection:
                connection.execute("CREATE DATABASE elsewhere OWNER yiwang_owner")
            yield Place(server.url(APP, "elsewhere"), server.url(OWNER, "elsewhere"), tmp_path / "elsewhere")
    finally:
        _remove(folder)


async def follow(city: City, folder: Path) -> None:
    """Let everything that follows the log catch up, the lake first."""
    lake = LakeWriter(folder / "lake", FACTS)
    await lake.catch_up(city.database)
    rest = [one for one in followers(lake, city.books) if one.name != "lake"]
    await ledger.drain(city.database, rest)


async def read(city: City) -> tuple[set[str], set[str]]:
    """Return the ids of all facts, and of those every listener has passed."""
    async with city.database.tx() as tx:
        rows = await tx.rows(
            """SELECT f.id::text AS id, (SELECT bool_and((c.xid, c.seq) >= (f.xid, f.seq)) FROM ledger.cursor c
                WHERE c.xid > '0') AS passed FROM ledger.fact f"""
        )
    return {row["id"] for row in rows}, {row["id"] for row in rows if row["passed"]}


def held(folder: Path) -> list[str]:
    with Lake(folder / "lake", FACTS) as lake:
        return [str(one) for kind in lake.types() for one in lake.rows(lake.table(kind).select("id"))["id"].to_pylist()]


async def number_of(site: Site, event: UUID) -> str:
    officer = await site.application(f"reader-{uuid4().hex[:6]}", *EVERYTHING)
    answer = await officer.ask("GET", f"/api/cases/{event}")
    assert answer.status_code == 200, answer.text
    return str(answer.json()["number"])


def following(number: str) -> str:
    """Return the number after one: it ends with its count."""
    return f"{number[:-4]}{int(number[-4:]) + 1:04}"


async def test_a_dump_becomes_a_platform_that_goes_on(
    site: Site, app_url: str, owner_url: str, elsewhere: Place, tmp_path: Path
) -> None:
    city = site.city
    told = await city.report(reporter=Reporter("王大明", PHONE, False))
    first = await number_of(site, told.event_id)
    await follow(city, tmp_path)
    last = await number_of(site, (await city.report(where="310107015001", text="after the lake's last round")).event_id)
    await seal_audit(city.database, city.books.keyring, at=city.now)
    given = Settings(data_dir=tmp_path, database_url=app_url, database_owner_url=owner_url)
    made = backup.back_up(given, Urls(app_url, owner_url), backup.Asked(tmp_path / "out", SECRET), city.now)
    assert (made.kind, made.keys) == ("dump", True)

    with pytest.raises(Invalid, match="name an empty one"):
        restoring.restore(Settings(data_dir=elsewhere.folder), restoring.Source(tmp_path / "out", SECRET, None))
    restoring.restore(elsewhere.settings(), restoring.Source(tmp_path / "out", SECRET, None))
    with pytest.raises(Conflict, match="is there already"):
        restoring.restore(elsewhere.settings(), restoring.Source(tmp_path / "out", SECRET, None))

    async with Database(elsewhere.app, city.clock) as database:
        database.at_once = city.database.at_once
        there = replace(city, database=database)
        async with entered(make_app(elsewhere.settings(), elsewhere.app, city.clock), there) as again:
            assert await number_of(again, told.event_id) == first
            officer = await again.person("officer", Grant("duty_officer"))
            body = {"object": "report", "id": str(told.report_id), "field": "phone", "reason": "核实地址"}
            assert (await officer.ask("POST", "/api/reveal", json=body)).json() == {"value": PHONE}
            new = await there.report(where="310107015000", text="a new one")
            assert await number_of(again, new.event_id) == following(last)
        until = time.monotonic() + 60
        while True:  # followers wait for every transaction of the server, its own analysing included
            await follow(there, elsewhere.folder)
            written, passed = await read(there)
            if passed == written or time.monotonic() > until:
                break
            await asyncio.sleep(0.2)
        assert passed == written
        found = held(elsewhere.folder)
        assert sorted(found) == sorted(written), "the lake holds every fact, once"
        keyring = city.books.keyring
        await seal_audit(database, keyring, at=city.now)
        await export_audit(database, keyring, tmp_path / "trail.jsonl", platform_actor("tests"), at=city.now)
    verdict = verify_audit(tmp_path / "trail.jsonl", keyring.audit_public_pem())
    assert verdict.whole, verdict
    assert verdict.seals > 1
    with psycopg.connect(elsewhere.owner) as connection:
        added = connection.execute("SELECT prosrc FROM pg_proc WHERE oid = 'db.stamp'::regproc").fetchone()
    assert added and "+" in added[0], "the numbers of the new server were too low and are raised"
