"""Signed webhooks: what its sender signed, within five minutes, once."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from tests.app.visitors import Site, Visitor
from tests.cities import City
from tests.events.channels.sites import rows

from yiwang.access import Grant
from yiwang.events.channels.model import signing

pytestmark = pytest.mark.anyio
BODY = json.dumps({"id": "B1", "title": "垃圾", "content": "积存", "matter": "06011"}).encode()
PATH = "/api/channels/business"


@pytest.fixture
async def guard(site: Site) -> Visitor:
    return await site.person("guard", Grant("security_admin"))


@pytest.fixture
async def secret(guard: Visitor) -> bytes:
    return signing.read(str((await made(guard))["secret"]))


async def made(guard: Visitor, **ask: Any) -> dict[str, Any]:
    answer = await guard.ask("POST", f"{PATH}/secrets", json=ask)
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


def headers(city: City, secret: bytes, *, body: bytes = BODY, number: str = "msg_1", ago: float = 0) -> dict[str, str]:
    at = str(int((city.now - timedelta(seconds=ago)).timestamp()))
    return {
        "webhook-id": number,
        "webhook-timestamp": at,
        "webhook-signature": signing.signature(secret, number, at, body),
    }


async def send(site: Site, headers: dict[str, str], body: bytes = BODY, path: str = PATH) -> httpx.Response:
    return await site.stranger.post(f"{path}/webhook", content=body, headers=headers)


def test_the_signature_is_the_one_of_the_published_example() -> None:
    secret = signing.read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    body = b'{"test": 2432232314}'
    found = signing.signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body)
    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert signing.fits([b"x" * 32, secret], f"v1a,x v1,y {found}", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body)
    for wrong in ("", "v1,", found[:-2], found.replace("v1", "v2"), "é"):
        assert not signing.fits([secret], wrong, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body)
    assert signing.read(signing.written(secret)) == secret


async def test_a_signed_message_needs_no_key(site: Site, city: City, secret: bytes) -> None:
    answer = await send(site, headers(city, secret))
    assert answer.status_code == 201, answer.text
    (row,) = await rows(city, "SELECT source, idempotency_key FROM events.report")
    assert row["source"].startswith("business@application:")
    assert row["idempotency_key"] == "B1"


async def test_the_same_signed_message_is_refused_and_a_new_try_is_answered_as_the_first(
    site: Site, city: City, secret: bytes
) -> None:
    first = headers(city, secret, ago=30)
    told = (await send(site, first)).json()
    assert (await send(site, first)).status_code == 409
    again = await send(site, headers(city, secret, ago=10))
    assert (again.status_code, again.json()["repeated"]) == (201, True)
    assert again.json()["report_id"] == told["report_id"]


async def test_without_an_id_of_its_own_the_messages_id_counts(site: Site, city: City, guard: Visitor) -> None:
    keeper = await site.application("keeper", Grant("data_admin"))
    plain = {
        "code": "plain",
        "name": "x",
        "name_en": "x",
        "mapping": {"text": {"paths": ["t"]}, "matter": {"default": LITTER}},
    }
    assert (await keeper.ask("POST", "/api/channels/import", json={"rows": [plain]})).json()["written"]
    answer = await guard.ask("POST", "/api/channels/plain/secrets", json={})
    secret, body = signing.read(answer.json()["secret"]), b'[{"t": "a"}, {"t": "b"}]'
    for ago, repeated in ((30, False), (20, True)):
        signed = headers(city, secret, body=body, ago=ago)
        told = (await send(site, signed, body, "/api/channels/plain")).json()
        assert [each["report"]["repeated"] for each in told["items"]] == [repeated] * 2
    other = headers(city, secret, body=body, number="msg_2")
    assert (await send(site, other, body, "/api/channels/plain")).json()["items"][0]["report"]["repeated"] is False


LITTER = "06011"


@pytest.mark.parametrize("ago", [-301, 301, 3600])
async def test_a_message_minutes_away_is_refused(site: Site, city: City, secret: bytes, ago: float) -> None:
    answer = await send(site, headers(city, secret, ago=ago))
    assert answer.status_code == 401
    assert "five minutes" in answer.json()["detail"]


@pytest.mark.parametrize("ago", [-299, 299])
async def test_within_five_minutes_it_is_taken(site: Site, city: City, secret: bytes, ago: float) -> None:
    assert (await send(site, headers(city, secret, ago=ago))).status_code == 201


async def test_what_was_changed_or_signed_by_another_is_refused(site: Site, city: City, secret: bytes) -> None:
    good = headers(city, secret)
    assert (await send(site, good, BODY + b" ")).status_code == 401
    assert (await send(site, headers(city, b"x" * 32))).status_code == 401
    for name in good:
        assert (await send(site, {**good, name: ""})).status_code == 401, name
        assert (await send(site, {each: value for each, value in good.items() if each != name})).status_code == 401
    assert (await send(site, {**good, "webhook-id": "msg_2"})).status_code == 401
    for odd in ("soon", "-1", "1e9", "9" * 400, "١٧٦٣"):
        assert (await send(site, {**good, "webhook-timestamp": odd.encode()})).status_code == 401, odd  # type: ignore[dict-item]
    for path in ("/api/channels/police-110", "/api/channels/nothing"):
        assert (await send(site, good, BODY, path)).status_code == 401, path
    assert await rows(city, "SELECT 1 FROM events.report") == []
    assert await rows(city, "SELECT 1 FROM events.webhook_seen") == []


async def test_a_signed_message_that_cannot_be_read_is_kept(site: Site, city: City, secret: bytes) -> None:
    body = b'{"id": "B2"}'
    answer = await send(site, headers(city, secret, body=body), body)
    assert answer.status_code == 422
    assert answer.json()["kept"]
    assert len(await rows(city, "SELECT 1 FROM events.refused_message")) == 1


async def test_a_secret_changes_over_and_the_old_one_ends(
    site: Site, city: City, guard: Visitor, secret: bytes
) -> None:
    city.later(seconds=1)
    new = signing.read(str((await made(guard))["secret"]))
    answer = await guard.ask("POST", f"{PATH}/secrets", json={})
    assert answer.status_code == 409
    for each, number in ((secret, "msg_a"), (new, "msg_b")):
        assert (await send(site, headers(city, each, number=number))).status_code == 201
    listed = (await guard.ask("GET", f"{PATH}/secrets")).json()["items"]
    assert all(each.keys() == {"id", "made", "used"} and each["used"] for each in listed)
    (old,) = [row["id"] for row in await rows(city, "SELECT id FROM events.webhook_secret ORDER BY made, id LIMIT 1")]
    assert (await guard.ask("DELETE", f"/api/channels/police-110/secrets/{old}")).status_code == 404
    assert (await guard.ask("DELETE", f"{PATH}/secrets/{old}")).status_code == 204
    assert (await guard.ask("DELETE", f"{PATH}/secrets/{old}")).status_code == 404
    assert (await send(site, headers(city, secret, number="msg_c"))).status_code == 401
    assert (await send(site, headers(city, new, number="msg_d"))).status_code == 201
    (row,) = await rows(city, "SELECT wrapped FROM access.data_key WHERE subject_id = %s", UUID(str(old)))
    assert row["wrapped"] is None


async def test_a_secret_is_kept_sealed_and_one_of_the_senders_may_be_taken_over(
    site: Site, city: City, guard: Visitor
) -> None:
    given = signing.written(b"a secret of the sender's own 123")
    assert (await made(guard, secret=given))["secret"] == given
    (row,) = await rows(city, "SELECT sealed FROM events.webhook_secret")
    assert b"secret of the sender" not in row["sealed"]
    assert (await send(site, headers(city, signing.read(given)))).status_code == 201
    for wrong in ("whsec_", "whsec_c2hvcnQ=", "not base64!", "whsec_" + "A" * 100):
        assert (await guard.ask("POST", f"{PATH}/secrets", json={"secret": wrong})).status_code == 422, wrong


async def test_a_channel_that_asks_for_signatures_wants_them_beside_the_key(
    site: Site, city: City, secret: bytes
) -> None:
    keeper, sender = await site.application("keeper", Grant("data_admin")), await site.application("s", Grant("intake"))
    declaration = (await keeper.ask("GET", PATH)).json()["declaration"]
    city.later(minutes=1)
    signed = {**declaration, "signed": True}
    assert (await keeper.ask("POST", "/api/channels/import", json={"rows": [signed]})).json()["written"]
    assert (await sender.ask("POST", f"{PATH}/reports", content=BODY)).status_code == 401
    good = headers(city, secret)
    assert (await sender.ask("POST", f"{PATH}/reports", content=BODY, headers=good)).status_code == 201
    assert (await sender.ask("POST", f"{PATH}/reports", content=BODY, headers=good)).status_code == 409
    assert (await site.stranger.post(f"{PATH}/reports", content=BODY, headers=headers(city, secret))).status_code == 401
    event = {"specversion": "1.0", "id": "1", "source": "/x", "type": "business.order.made", "data": json.loads(BODY)}
    kind = {"Content-Type": "application/cloudevents+json"}
    content = json.dumps(event).encode()
    assert (await sender.ask("POST", "/api/cloudevents", content=content, headers=kind)).status_code == 401
    proof = headers(city, secret, body=content, number="msg_ce")
    assert (await sender.ask("POST", "/api/cloudevents", content=content, headers={**kind, **proof})).status_code == 201


async def test_what_was_seen_is_swept_after_the_tolerance(site: Site, city: City, secret: bytes) -> None:
    await send(site, headers(city, secret, number="msg_1"))
    city.later(minutes=30)
    await send(site, headers(city, secret, number="msg_2"))
    assert [row["message_id"] for row in await rows(city, "SELECT message_id FROM events.webhook_seen")] == ["msg_2"]


async def test_only_who_manages_keys_makes_secrets(site: Site) -> None:
    for role in ("intake", "data_admin", "supervisor", "system_admin"):
        visitor = await site.holder(role)
        for method, path in (
            ("GET", f"{PATH}/secrets"),
            ("POST", f"{PATH}/secrets"),
            ("DELETE", f"{PATH}/secrets/{UUID(int=7)}"),
        ):
            more: dict[str, Any] = {"json": {}} if method == "POST" else {}
            assert (await visitor.ask(method, path, **more)).status_code == 403, (role, method)
