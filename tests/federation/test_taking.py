"""The inbox over HTTP: who may send, what is taken once, what is refused and why."""

import base64
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from fastapi import FastAPI
from tests.app.visitors import Site, Visitor
from tests.cities import City, build

from yiwang.access import Grant
from yiwang.access.door import install
from yiwang.base.clock import FixedClock
from yiwang.base.ids import uuid7
from yiwang.cases.routes import router as cases
from yiwang.db import Database
from yiwang.federation.model import signed_bytes
from yiwang.federation.routes import inbox_router, router
from yiwang.federation.sealing import bound, seal_to

pytestmark = pytest.mark.anyio
HERE = "local"  # the name the tests' database has


@dataclass
class Partner:
    """Another platform, as far as its messages go."""

    site: Site
    visitor: Visitor
    ours: bytes  # the sealing key of the platform that is tried
    sign: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    name: str = "putuo"

    def message(self, seq: int, body: dict[str, Any], kind: str = "case.hand", **more: Any) -> dict[str, Any]:
        message_id = uuid7(self.site.city.now)
        raw = json.dumps(body).encode()
        sealed = seal_to(self.ours, raw, bound(self.name, HERE, message_id))
        signature = self.sign.sign(signed_bytes(self.name, HERE, message_id, seq, kind, sealed))
        return {
            "platform": self.name,
            "id": str(message_id),
            "seq": seq,
            "kind": kind,
            "sealed": base64.b64encode(sealed).decode(),
            "signature": base64.b64encode(signature).decode(),
            **more,
        }

    async def send(self, message: dict[str, Any]) -> httpx.Response:
        return await self.visitor.ask("POST", "/api/federation/inbox", json=message)

    def hand(self, **more: Any) -> dict[str, Any]:
        now = self.site.city.now.isoformat()
        return {
            "case_id": str(UUID(int=77)),
            "turn": 1,
            "version": 3,
            "number": "20261116000001",
            "matter": "06002",
            "title": "垃圾",
            "text": "垃圾堆在路口",
            "urgent": False,
            "drill": False,
            "jurisdiction": "310107005001",
            "occurred_at": now,
            "opened_at": now,
            "filed_at": now,
            "due_at": "2026-11-20T02:00:00Z",
            "seconds_left": 7200,
            "deadline": {"zh": "5 个工作日"},
            **more,
        }


@pytest.fixture
async def site(database: Database, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Site]:
    city = await build(database, clock, tmp_path)
    app = FastAPI()
    install(app)
    for each in (cases, router, inbox_router):
        app.router.routes.extend(each.routes)
    app.state.data_dir = tmp_path
    app.state.database, app.state.books, app.state.keyring = database, city.books, city.books.keyring
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as client:
        yield Site(city, app, client)


@pytest.fixture
async def partner(site: Site) -> Partner:
    administrator = await site.person("system", Grant("system_admin"))
    shown = (await administrator.ask("GET", "/api/federation/identity")).json()
    visitor = await site.application("putuo", Grant("partner"))
    found = Partner(site, visitor, base64.b64decode(shown["seal_public"]))
    declaration = {
        "title": "普陀区",
        "url": "http://127.0.0.1:9",
        "relation": "upper",
        "sign_public": base64.b64encode(found.sign.public_key().public_bytes_raw()).decode(),
        "seal_public": base64.b64encode(X25519PrivateKey.generate().public_key().public_bytes_raw()).decode(),
        "api_key": "yw_theirs",
        "application_id": str(visitor.id),
        "jurisdictions": ["999999", "310107005"],
    }
    refused = await administrator.ask("PUT", "/api/federation/peers/putuo", json=declaration)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "jurisdictions")
    declaration["jurisdictions"] = ["310107005"]  # as people write it: the noughts behind are left out
    answer = await administrator.ask("PUT", "/api/federation/peers/putuo", json=declaration)
    assert answer.status_code == 204, answer.text
    return found


async def test_a_message_is_taken_once_and_answered_alike(partner: Partner) -> None:
    message = partner.message(1, partner.hand())
    first, second = await partner.send(message), await partner.send(message)
    assert first.status_code == 200, first.text
    assert (first.json()["outcome"], first.json()["repeated"]) == ("done", False)
    assert second.json() == {**first.json(), "repeated": True}
    assert await count(partner.site.city, "cases.case") == 1


async def test_messages_are_taken_in_order(partner: Partner) -> None:
    answer = await partner.send(partner.message(2, partner.hand()))
    assert (answer.status_code, answer.json()["expected"]) == (409, 1)
    assert (await partner.send(partner.message(1, partner.hand()))).status_code == 200
    other = await partner.send(partner.message(1, partner.hand(case_id=str(UUID(int=78)))))
    assert (other.status_code, other.json()["detail"]) == (409, "Another message was taken under this number.")


async def test_a_forged_or_changed_message_is_refused(partner: Partner) -> None:
    message = partner.message(1, partner.hand())
    stranger = Partner(partner.site, partner.visitor, partner.ours)
    assert (await partner.send(stranger.message(1, partner.hand()))).status_code == 403
    assert (await partner.send({**message, "seq": 1, "id": str(UUID(int=5))})).status_code == 403
    assert (await partner.send({**message, "kind": "case.mirror"})).status_code == 403
    other_key = await partner.site.application("somebody", Grant("partner"))
    answer = await other_key.ask("POST", "/api/federation/inbox", json=message)
    assert (answer.status_code, answer.json()["detail"]) == (403, "This key was not given to a platform of this name.")
    assert await count(partner.site.city, "cases.case") == 0
    assert await count(partner.site.city, "federation.inbox") == 0


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"jurisdiction": "310107015001"}, "not exchanged with"),
        ({"jurisdiction": "990000"}, "no jurisdiction 990000"),
        ({"matter": "nothing"}, "nothing"),
        ({"turn": 2}, "changed hands otherwise"),
        ({"title": "x" * 400}, "at most 300"),
    ],
)
async def test_a_refusal_is_an_answer_and_leaves_nothing(partner: Partner, more: dict[str, Any], sentence: str) -> None:
    message = partner.message(1, partner.hand(**more))
    first, second = await partner.send(message), await partner.send(message)
    assert (first.status_code, first.json()["outcome"]) == (200, "refused")
    assert sentence in first.json()["detail"]
    assert second.json() == {**first.json(), "repeated": True}
    for table in ("cases.case", "events.event", "events.raw", "federation.link"):
        assert await count(partner.site.city, table) == 0
    assert (await partner.send(partner.message(2, partner.hand()))).json()["outcome"] == "done"


async def test_what_is_not_shared_cannot_be_mirrored_or_called_back(partner: Partner) -> None:
    told = await partner.site.city.report("06002")
    body = {"case_id": str(UUID(int=9)), "yours": str(told.event_id), "turn": 1, "version": 1}
    mirror = {**body, "state": "closed", "rework": 0, "returns": 0, "number": "x"}
    for seq, (kind, asked) in enumerate((("case.mirror", mirror), ("case.recall", {**body, "reason": "x"})), 1):
        answer = (await partner.send(partner.message(seq, asked, kind))).json()
        assert (answer["outcome"], answer["detail"]) == ("refused", "We share no such case.")
    async with partner.site.city.database.tx() as tx:
        assert await tx.value("SELECT state FROM cases.case") == "to_dispatch"


async def test_the_desk_hands_over_only_what_and_where_it_may(partner: Partner) -> None:
    city = partner.site.city
    here, there = await city.report("06002"), await city.report("06002", where="310107015001", separate=True)
    desk = await partner.site.application("desk", Grant("dispatcher"))
    street = await partner.site.person("street", Grant("dispatcher", city.places["310107015000"]))
    body = {"platform": "putuo", "reason": "属地处置"}

    async def hand(who: Visitor, case: UUID, **more: Any) -> httpx.Response:
        return await who.ask("POST", f"/api/federation/cases/{case}/hand-over", json={**body, **more})

    assert (await hand(street, here.event_id)).status_code == 404
    assert (await hand(desk, there.event_id)).status_code == 409
    assert (await hand(desk, here.event_id, platform="nobody")).status_code == 404
    assert (await hand(desk, here.event_id, version=9)).status_code == 409
    assert (await hand(desk, here.event_id, reason=" ")).status_code == 422
    done = await hand(desk, here.event_id)
    assert (done.status_code, done.json()["owner"]) == (200, "putuo")
    head = await desk.ask("POST", f"/api/cases/{here.event_id}/dispatch", json={})
    assert (head.status_code, head.json()["owner"]) == (409, "putuo")
    assert (await desk.ask("GET", f"/api/cases/{here.event_id}")).json()["next_steps"] == []
    assert (await hand(desk, here.event_id)).status_code == 409
    for path in (f"/api/federation/cases/{here.event_id}", f"/api/federation/cases/{here.event_id}/recall"):
        answer = await street.ask("GET" if not path.endswith("recall") else "POST", path, json={"reason": "x"})
        assert answer.status_code == 404


async def test_keys_are_never_shown(partner: Partner) -> None:
    administrator = await partner.site.person("second", Grant("system_admin"))
    answer = await administrator.ask("GET", "/api/federation/peers")
    assert answer.json()["items"][0]["has_key"] is True
    assert "yw_theirs" not in answer.text
    async with partner.site.city.database.tx() as tx:
        kept = await tx.value("SELECT api_key FROM federation.peer")
    assert b"yw_theirs" not in bytes(kept)


async def count(city: City, table: str) -> int:
    async with city.database.tx() as tx:
        return int(await tx.value(f"SELECT count(*) FROM {table}"))  # type: ignore[arg-type]
