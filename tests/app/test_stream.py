"""The live stream: every listener hears of what they may see, from where they left off, until their session ends."""

import asyncio
import json
from typing import Any
from uuid import UUID

import httpx
import pytest
from tests.app.visitors import Site, Visitor
from tests.serving import Served

from yiwang.access import Grant
from yiwang.access.sessions import end_session
from yiwang.access.standing import look_again
from yiwang.app.streaming.hub import MOST_WAITING, Listener
from yiwang.app.streaming.telling import Batch, position_of

Said = tuple[str, str, dict[str, Any]]


def read(text: str) -> list[Said]:
    """The events of a stretch of the stream: name, id, data."""
    found = []
    for block in text.split("\n\n"):
        lines = dict(line.partition(": ")[::2] for line in block.splitlines() if not line.startswith(":"))
        if "event" in lines:
            found.append((lines["event"], lines.get("id", ""), json.loads(lines["data"])))
    return found


async def hear(visitor: Visitor, after: str | None = None) -> list[Said]:
    headers = {"Last-Event-ID": after} if after else {}
    answer = await visitor.ask("GET", "/api/stream", params={"once": "true"}, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    return read(answer.text)


async def hear_facts(visitor: Visitor, after: str) -> list[dict[str, Any]]:
    """What came since; another transaction of the server may hold the log back for a moment."""
    for _ in range(200):
        said = await hear(visitor, after)
        if facts := [item for name, _, data in said if name == "facts" for item in data["items"]]:
            return facts
        await asyncio.sleep(0.02)
    return []


async def report(site: Site) -> str:
    return str((await site.city.report()).event_id)  # a case bears its event's id


@pytest.mark.anyio
async def test_who_was_away_hears_what_was_missed_and_only_what_is_theirs(site: Site) -> None:
    officer = await site.person("ann", Grant("supervisor"))
    (name, start, _), *_ = await hear(officer)
    assert name == "ready"
    case = await report(site)
    here = site.city.places["310107005001"]
    near = await site.person("ben", Grant("duty_officer", jurisdiction=here))
    far = await site.person("cat", Grant("duty_officer", jurisdiction=site.city.places["310107015000"]))
    idle = await site.person("dan", Grant("intake"))
    facts = await hear_facts(officer, start)

    filed = next(item for item in facts if item["type"] == "case.filed")
    assert (filed["kind"], filed["id"]) == ("case", case)
    assert filed["number"] and filed["state"] == "to_dispatch" and "text" not in filed
    assert {item["id"] for item in await hear_facts(near, start) if item["kind"] == "case"} == {case}
    for other in (far, idle):
        assert [name for name, *_ in await hear(other, start)] == ["ready"]


@pytest.mark.anyio
async def test_a_claim_is_told_and_a_resume_point_never_seen_here_begins_anew(site: Site) -> None:
    officer = await site.person("ann", Grant("supervisor"))
    case = await report(site)
    start = (await hear(officer))[0][1]
    answer = await officer.ask("POST", f"/api/cases/{case}/claim")
    assert answer.status_code == 200, answer.text
    assert "case.claimed" in {item["type"] for item in await hear_facts(officer, start)}
    assert [name for name, *_ in await hear(officer, f"{2**62}-1")] == ["ready", "reset"]
    for odd in ("", "7", "-", "a-b", "٣-1", f"{2**64}-1"):
        assert position_of(odd) is None
    assert [name for name, *_ in await hear(officer, "a-b")] == ["ready"]
    assert (await site.stranger.get("/api/stream")).status_code == 401


@pytest.mark.anyio
async def test_whose_session_ended_is_found_out_by_the_next_look(site: Site) -> None:
    officer = await site.person("ann", Grant("supervisor"))
    database = site.city.database
    token = officer.headers["Cookie"].partition("=")[2]
    actor = await look_again(database, token=token)
    assert actor is not None and actor.id == officer.id and actor.session is not None
    async with database.tx() as tx:
        await end_session(tx, actor, actor.session, at=site.city.now)
    assert await look_again(database, token=token) is None
    assert await look_again(database, key="yw_nothing") is None
    assert await look_again(database) is None


def test_who_reads_too_slowly_is_told_to_begin_anew() -> None:
    listener = Listener(UUID(int=1))
    for number in range(MOST_WAITING + 1):
        listener.put(Batch((number, 0), ()))
    assert listener.lagged
    assert [batch.position for batch in listener.take()] == [(MOST_WAITING, 0)]


def test_a_desk_hears_of_another_desks_step_as_it_happens(served: Served) -> None:
    with (
        served.signed_in("zhibanzhang") as one,
        served.signed_in("paiqian") as other,
        one.stream("GET", "/api/stream", timeout=httpx.Timeout(60)) as answer,
    ):
        lines = answer.iter_lines()
        assert next(line for line in lines if line.startswith("event")) == "event: ready"
        case = other.get("/api/cases", params={"limit": 1}).json()["items"][0]["id"]
        verb = "release" if other.post(f"/api/cases/{case}/claim").status_code == 409 else "claim"
        if verb == "claim":
            other.post(f"/api/cases/{case}/release")
        told = next(line for line in lines if line.startswith("data") and case in line)
        assert "case.claimed" in told or "case.released" in told
