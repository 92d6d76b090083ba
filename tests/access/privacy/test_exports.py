"""Exports: asked with a reason, approved by another, fetched by the asker, watermarked, gone in time."""

import asyncio
import csv
import io
from typing import Any

import openpyxl
import psycopg
import pytest
from tests.access.privacy.conftest import NAME, PHONE, Desk, good
from tests.app.visitors import Visitor

from yiwang.access import Grant
from yiwang.access.privacy import making
from yiwang.access.privacy.model import HIDDEN

pytestmark = pytest.mark.anyio
HERE = "310107005000"
PERSONAL = {
    "data_set": "cases",
    "format": "csv",
    "columns": ["number", "title", "reporter_name", "reporter_phone"],
    "reason": "信访回访",
}


async def ask(visitor: Visitor, **more: Any) -> dict[str, Any]:
    return await good(visitor, "POST", "/api/exports", json={"data_set": "cases", "format": "csv", **more})


async def fetched(visitor: Visitor, export: dict[str, Any]) -> bytes:
    answer = await visitor.ask("GET", f"/api/exports/{export['id']}/file")
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return answer.content


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


async def test_without_personal_columns_it_is_made_without_an_approval(desk: Desk) -> None:
    told = await desk.reported(text="=1+1", title="=cmd()")
    await desk.reported("310107015001", separate=True)
    analyst = await desk.person("analyst", Grant("analyst", desk.city.places[HERE]))
    export = await ask(analyst)
    assert (export["state"], export["personal"]) == ("approved", [])
    assert await desk.make_exports() == 1
    rows = table(await fetched(analyst, export))
    assert rows[0][0].startswith(f"Analyst（analyst） {export['number']} 2026-11-16 10:00 导出")
    assert rows[1][:3] == ["案件编号", "标题", "状态"]
    assert [row[0] for row in rows[2:]] == [told.event_number]  # the next street is not the asker's
    assert rows[2][1] == "'=cmd()"
    assert NAME not in str(rows) and PHONE not in str(rows)


async def test_with_personal_columns_another_person_says_yes(desk: Desk) -> None:
    told = await desk.reported()
    hidden = await desk.reported(confidential=True, separate=True)
    officer, leader = await desk.person("officer", Grant("duty_officer")), await desk.person("leader", Grant("leader"))
    assert (await officer.ask("POST", "/api/exports", json={**PERSONAL, "reason": " "})).status_code == 422
    export = await ask(officer, **PERSONAL)
    assert (export["state"], export["personal"]) == ("asked", ["reporter_name", "reporter_phone"])
    assert await desk.make_exports() == 0
    assert (await officer.ask("GET", f"/api/exports/{export['id']}/file")).status_code == 409
    approved = await good(leader, "POST", f"/api/exports/{export['id']}/approve", json={})
    assert (approved["state"], approved["decided_by"]) == ("approved", str(leader.id))
    assert await desk.make_exports() == 1
    rows = {row[0]: row[2:] for row in table(await fetched(officer, export))[2:]}
    assert rows == {told.event_number: [NAME, PHONE], hidden.event_number: [HIDDEN, HIDDEN]}
    asked, decided, made, got = [
        (await desk.audited(f"export.{step}"))[0] for step in ("asked", "approved", "made", "fetched")
    ]
    assert (asked["detail"]["reason"], asked["actor"], decided["actor"]) == ("信访回访", officer.id, leader.id)
    assert (made["actor"], made["detail"]["rows"], made["detail"]["persons_in_all"]) == (officer.id, 2, 1)
    assert got["actor"] == officer.id


async def test_nobody_approves_their_own_even_in_the_table(desk: Desk, owner_url: str) -> None:
    both = await desk.person("both", Grant("leader"), Grant("duty_officer"))
    export = await ask(both, **PERSONAL)
    answer = await both.ask("POST", f"/api/exports/{export['id']}/approve", json={})
    assert (answer.status_code, "own" in answer.text) == (403, True)
    with psycopg.connect(owner_url) as connection, pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("UPDATE access.export SET state = 'approved', decided_by = asked_by")
    with psycopg.connect(owner_url) as connection, pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("UPDATE access.export SET state = 'approved'")
    part = await desk.person("part", Grant("leader", desk.city.places[HERE]))
    assert (await part.ask("POST", f"/api/exports/{export['id']}/approve", json={})).status_code == 403


async def test_only_the_asker_fetches_and_sees_it(desk: Desk) -> None:
    await desk.reported()
    officer, other = [await desk.person(name, Grant("duty_officer")) for name in ("officer", "other")]
    leader = await desk.person("leader", Grant("leader"))
    key = await desk.application("all", Grant("duty_officer"))
    export = await ask(officer)
    await desk.make_exports()
    for visitor in (other, leader, key):
        answer = await visitor.ask("GET", f"/api/exports/{export['id']}/file")
        assert answer.status_code in (403, 404), answer.text
    assert (await other.ask("GET", f"/api/exports/{export['id']}")).status_code == 404
    assert (await good(other, "GET", "/api/exports"))["items"] == []
    assert [row["id"] for row in (await good(leader, "GET", "/api/exports"))["items"]] == [export["id"]]
    refused = await key.ask("POST", "/api/exports", json={"data_set": "cases", "format": "csv"})
    assert refused.status_code == 403
    sealed = making.path_of(desk.folder / "exports", export["id"])
    assert sealed.stat().st_mode & 0o777 == 0o600
    assert b"\xe6\xa1\x88" not in sealed.read_bytes()  # 案


async def test_after_a_day_it_is_gone(desk: Desk) -> None:
    await desk.reported()
    officer = await desk.person("officer", Grant("duty_officer"))
    export, waiting = await ask(officer), await ask(officer, **PERSONAL)
    await desk.make_exports()
    await fetched(officer, export)
    books, folder = desk.city.books, desk.folder / "exports"
    assert await making.expire_exports(desk.city.database, books.keyring, folder) == 0
    desk.city.later(hours=24)
    again = await desk.rows("SELECT id FROM access.account WHERE username = 'officer'")
    async with desk.city.database.tx() as tx:
        row = await making.store.find(tx, waiting["id"])
        assert row and again
    assert await making.expire_exports(desk.city.database, books.keyring, folder) == 1
    assert not [*folder.iterdir()]
    desk.city.later(days=7)
    assert await making.expire_exports(desk.city.database, books.keyring, folder) == 1
    states = await desk.rows("SELECT state FROM access.export")
    assert [row["state"] for row in states] == ["expired", "expired"]
    erased = await desk.rows("SELECT wrapped FROM access.data_key WHERE subject_id = %s", export["id"])
    assert erased == [{"wrapped": None}]


async def test_whoever_lost_the_role_meanwhile_gets_nothing(desk: Desk) -> None:
    officer, leader = await desk.person("officer", Grant("duty_officer")), await desk.person("leader", Grant("leader"))
    export = await ask(officer, **PERSONAL)
    await good(leader, "POST", f"/api/exports/{export['id']}/approve", json={})
    async with desk.city.database.tx() as tx:
        await tx.count("UPDATE access.holding SET ended = %s WHERE holder = %s", (tx.at, officer.id))
    assert await desk.make_exports() == 0
    (row,) = await desk.rows("SELECT state, answer FROM access.export")
    assert row["state"] == "failed" and "roles" in row["answer"]


async def test_xlsx_holds_words_as_words_and_the_mark_on_every_page(desk: Desk) -> None:
    await desk.reported(title="=HYPERLINK(1)")
    officer = await desk.person("officer", Grant("duty_officer"))
    export = await ask(officer, format="xlsx", columns=["number", "title", "opened_at", "urgent"])
    await desk.make_exports()
    page = openpyxl.load_workbook(io.BytesIO(await fetched(officer, export))).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert export["number"] in rows[0][0] and export["number"] in page.oddHeader.center.text
    assert rows[1] == ["案件编号", "标题", "受理时间", "紧急"]
    assert (rows[2][1], page["B3"].data_type, rows[2][2], rows[2][3]) == (
        "=HYPERLINK(1)",
        "s",
        "2026-11-16 10:00:00",
        "否",
    )


async def test_a_refusal_says_why_and_ends_it(desk: Desk) -> None:
    officer, leader = await desk.person("officer", Grant("duty_officer")), await desk.person("leader", Grant("leader"))
    export = await ask(officer, **PERSONAL)
    assert (await leader.ask("POST", f"/api/exports/{export['id']}/refuse", json={"text": ""})).status_code == 422
    answers = await asyncio.gather(
        *(leader.ask("POST", f"/api/exports/{export['id']}/refuse", json={"text": "范围过大"}) for _ in range(2))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert (await good(officer, "GET", f"/api/exports/{export['id']}"))["answer"] == "范围过大"
    for wrong in ({"data_set": "shoes"}, {"columns": ["shoe"]}, {"filters": {"tab": "x"}}, {"filters": {"x": 1}}):
        body = {"data_set": "cases", "format": "csv", **wrong}
        assert (await officer.ask("POST", "/api/exports", json=body)).status_code == 422, wrong
    offered = await good(officer, "GET", "/api/exports/data-sets")
    columns = {column["code"]: column["level"] for column in offered["items"][0]["columns"]}
    assert (columns["number"], columns["reporter_phone"]) == (None, 3)


async def test_several_workers_make_each_export_once(desk: Desk) -> None:
    await desk.reported()
    officer = await desk.person("officer", Grant("duty_officer"))
    for _ in range(5):
        await ask(officer)
    assert sum(await asyncio.gather(*(desk.make_exports() for _ in range(3)))) == 5
    assert len(await desk.audited("export.made")) == 5
