"""Erasing a person takes two; nothing they told opens again, and the trail keeps that it happened."""

from typing import Any

import psycopg
import pytest
from psycopg import sql
from tests.access.privacy.conftest import NAME, PHONE, Desk, good
from tests.app.visitors import Visitor

from yiwang.access import Grant
from yiwang.access.privacy.model import DELETED, normal
from yiwang.cases.steps import noting
from yiwang.cases.views import searching as cases_searching
from yiwang.events import searching
from yiwang.events.keeping import digits_of
from yiwang.residents import store as residents
from yiwang.residents.photos import RESIDENTS
from yiwang.residents.store import Follow

pytestmark = pytest.mark.anyio


async def two(desk: Desk) -> tuple[Visitor, Visitor]:
    return await desk.person("one", Grant("data_admin")), await desk.person("two", Grant("data_admin"))


async def ask(visitor: Visitor, **body: Any) -> Any:
    return await visitor.ask("POST", "/api/erasures", json={"reason": "本人要求", **body})


async def test_one_asks_another_consents_and_the_person_is_gone(desk: Desk) -> None:
    told = await desk.reported()
    one, other = await two(desk)
    asked = (await ask(one, phone=f"+86 {PHONE}")).json()
    assert (asked["state"], NAME in str(asked), PHONE in str(asked)) == ("asked", False, False)
    officer = await desk.person("officer", Grant("supervisor"))
    before = await good(officer, "GET", f"/api/cases/{told.event_id}")
    assert before["reports_list"][0]["reporter"] == "欧** 139****8765"
    done = await good(other, "POST", f"/api/erasures/{asked['id']}/consent", json={"text": "已核对"})
    assert (done["state"], done["decided_by"]) == ("done", str(other.id))
    after = await good(officer, "GET", f"/api/cases/{told.event_id}")
    assert after["reports_list"][0]["reporter"] == DELETED
    body = {"object": "report", "id": str(told.report_id), "field": "phone", "reason": "回访"}
    assert (await officer.ask("POST", "/api/reveal", json=body)).status_code == 404
    assert (await good(officer, "POST", "/api/reports/search", json={"phone": PHONE}))["items"] == []
    (key,) = await desk.rows("SELECT wrapped FROM access.data_key WHERE subject_id = %s", asked["person"])
    assert key["wrapped"] is None
    (row,) = await desk.rows("SELECT phone_index FROM events.reporter")
    assert row["phone_index"] is None
    (kept,) = await desk.audited("person.erased")
    assert (kept["actor"], kept["detail"]["asked_by"]) == (other.id, str(one.id))
    assert (await desk.audited("person.erasure_asked"))[0]["detail"]["reason"] == "本人要求"


async def test_the_person_stands_in_no_row_of_any_table_any_more(desk: Desk, owner_url: str) -> None:
    words = f"我是{NAME}，电话 {PHONE}，信箱 ou@example.org，路口有垃圾"
    told = await desk.reported(text=words)
    reported = told.report_id
    officer = await desk.person("officer", Grant("supervisor"))
    async with desk.city.database.tx() as tx:
        await searching.fill(tx, [told.event_id])
        await cases_searching.fill(tx, [told.event_id])
        await noting.note(tx, RESIDENTS, told.event_id, text=f"上报人补充：请打 {PHONE}，{NAME}", at=tx.at)
        follow = Follow(told.event_id, reported, "1", False, tx.at)
        residents.insert_follow(tx, follow, b"token", None)
        residents.insert_comment(tx, follow.id, f"{NAME} {PHONE}", [], tx.at)
        await residents.insert_rating(tx, reported, told.event_id, "fair", f"{NAME}满意", tx.at)
    needles = (NAME, PHONE, "ou@example.org")
    before = holding(owner_url, needles)
    expected = {"events.report", "events.event", "cases.timeline", "residents.comment", "residents.rating"}
    assert expected <= before, before
    one, other = await two(desk)
    asked = (await ask(one, phone=PHONE)).json()
    await good(other, "POST", f"/api/erasures/{asked['id']}/consent", json={"text": "已核对"})
    assert holding(owner_url, needles) == set()
    case = await good(officer, "GET", f"/api/cases/{told.event_id}")
    assert "路口有垃圾" in str(case)


def holding(owner_url: str, needles: tuple[str, ...]) -> set[str]:
    """Return the tables with a row in which one of these words stands."""
    with psycopg.connect(owner_url) as connection:
        tables = connection.execute(
            """SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')"""
        ).fetchall()
        found = set()
        for schema, table in tables:
            name = sql.Identifier(schema, table)
            query = sql.SQL("SELECT 1 FROM {} t WHERE t::text LIKE ANY(%s) LIMIT 1").format(name)
            if connection.execute(query, ([f"%{needle}%" for needle in needles],)).fetchone():
                found.add(f"{schema}.{table}")
    return found


async def test_nobody_erases_alone(desk: Desk, owner_url: str) -> None:
    await desk.reported()
    one, other = await two(desk)
    asked = (await ask(one, phone=PHONE)).json()
    alone = await one.ask("POST", f"/api/erasures/{asked['id']}/consent", json={})
    assert (alone.status_code, "Another person" in alone.text) == (403, True)
    assert (await ask(other, phone=PHONE)).status_code == 409
    assert (await ask(other, phone="13000000000")).status_code == 404
    assert (await ask(other, phone="x")).status_code == 422
    assert (await ask(other, kind="staff", phone=PHONE)).status_code == 422
    for stranger in (await desk.person("boss", Grant("supervisor")), await desk.application("app", Grant("handler"))):
        answer = await stranger.ask("POST", f"/api/erasures/{asked['id']}/consent", json={})
        assert answer.json()["permission"] == "persons.erase"
    with psycopg.connect(owner_url) as connection, pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("UPDATE access.erasure SET state = 'done', decided_by = asked_by")
    key = await desk.application("key", Grant("data_admin"))
    assert (await key.ask("POST", f"/api/erasures/{asked['id']}/consent", json={})).status_code == 403
    assert [row["state"] for row in (await good(other, "GET", "/api/erasures"))["items"]] == ["asked"]
    refused = await good(other, "POST", f"/api/erasures/{asked['id']}/refuse", json={"text": "证据保全"})
    assert refused["state"] == "refused"
    assert (await other.ask("POST", f"/api/erasures/{asked['id']}/consent", json={})).status_code == 409
    assert (await ask(one, phone=PHONE)).status_code == 201


async def test_what_is_undone_half_way_erases_nothing(desk: Desk) -> None:
    await desk.reported()
    one, other = await two(desk)
    asked = (await ask(one, phone=PHONE)).json()
    await desk.rows("UPDATE access.erasure SET kind = 'nobody' RETURNING id")
    assert (await other.ask("POST", f"/api/erasures/{asked['id']}/consent", json={})).status_code == 422
    (row,) = await desk.rows(
        "SELECT wrapped IS NULL AS gone FROM access.data_key WHERE subject_id = %s", asked["person"]
    )
    assert row["gone"] is False


@pytest.mark.parametrize("phone", ["+86 139 1234-8765", "13912348765", "021-6234 5678", "86251234"])
def test_numbers_are_compared_here_as_they_are_when_they_come_in(phone: str) -> None:
    assert normal("phone", phone) == digits_of(phone)
