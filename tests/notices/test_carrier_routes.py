"""Preferences, carriers, outbox, receipts and webhooks over HTTP: everyone their own, administrators what is theirs."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from tests.access.visitors import audited, person, sign_in
from tests.notices.gateways import gateway
from tests.notices.telling import rows, tell
from tests.notices.test_webhooks import TYPES

from yiwang.access import Keyring
from yiwang.access.door import install
from yiwang.access.routes import router as access_router
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.notices.delivering import Sender
from yiwang.notices.kernels import signature
from yiwang.notices.routes import router

pytestmark = pytest.mark.anyio
RECEIPTS = "whsec_" + "B" * 32
SMS = {
    "url": "https://sms.example/send",
    "body": {"to": "{mobile}", "text": "{text}"},
    "answer": {"code": "code", "good": ["0"], "ref": "sid"},
    "receipts": {"format": "form", "ref": "sid", "status": "st", "delivered": ["OK"], "read": ["R"], "failed": ["NO"]},
}


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring.open(tmp_path / "keys")


@pytest.fixture
async def client(database: Database, keyring: Keyring) -> AsyncIterator[httpx.AsyncClient]:
    for name, role in (("ann", "handler"), ("root", "system_admin"), ("sec", "security_admin"), ("data", "data_admin")):
        await person(database, name, role)
    app = FastAPI()
    app.state.database, app.state.keyring = database, keyring
    install(app)
    for one in (access_router, router):
        app.router.routes.extend(one.routes)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://yiwang.test") as found:
        yield found


async def declare(client: httpx.AsyncClient, url: str = "https://sms.example/send", **more: Any) -> httpx.Response:
    await sign_in(client, "root")
    ask = {"kind": "sms", "settings": SMS | {"url": url}, "secret": "s3cret", "receipt_secret": RECEIPTS, **more}
    return await client.put("/api/carriers/sms", json=ask)


async def prefer(client: httpx.AsyncClient) -> UUID:
    session = await sign_in(client, "ann")
    answer = await client.put("/api/notices/contacts/sms", json={"address": "138 1234 5678"})
    assert answer.json() == {"masked": "138****5678"}
    assert (await client.put("/api/notices/preferences", json={"carriers": ["sms"]})).status_code == 204
    return UUID(session["account_id"])


async def test_one_sets_one_s_own_and_sees_it_masked(client: httpx.AsyncClient, database: Database) -> None:
    assert (await declare(client)).json() == {"version": 1}
    account = await prefer(client)
    whole = {
        "carriers": ["sms"],
        "digests": ["18:00:00"],
        "quiet": {"starts": "22:00", "ends": "07:00"},
        "zone": "Asia/Shanghai",
    }
    assert (await client.put("/api/notices/preferences", json=whole)).status_code == 204
    found = (await client.get("/api/notices/preferences")).json()
    assert found["quiet"] == {"starts": "22:00:00", "ends": "07:00:00"}
    assert (found["carriers"], found["digests"], found["known"]) == (["sms"], ["18:00:00"], ["sms"])
    assert [(row["kind"], row["masked"]) for row in found["contacts"]] == [("sms", "138****5678")]
    await sign_in(client, "data")
    assert (await client.get("/api/notices/preferences")).json()["contacts"] == []
    async with database.tx() as tx:
        kept = await tx.row("SELECT * FROM notices.contact WHERE account_id = %s", (account,))
    assert kept and b"13812345678" not in bytes(kept["sealed"])
    assert "13812345678" not in str(await audited(database, "notices.contact.set"))
    await sign_in(client, "ann")
    assert (await client.delete("/api/notices/contacts/sms")).status_code == 204
    assert (await client.delete("/api/notices/contacts/sms")).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "body", "field"),
    [
        ("PUT", "preferences", {"carriers": ["pigeon"]}, "carriers"),
        ("PUT", "preferences", {"carriers": ["sms", "sms"]}, "carriers"),
        ("PUT", "preferences", {"zone": "Mars/Olympus"}, "zone"),
        ("PUT", "preferences", {"zone": "../../etc/passwd"}, "zone"),
        ("PUT", "preferences", {"quiet": {"starts": "08:00", "ends": "08:00"}}, "quiet"),
        ("PUT", "preferences", {"digests": [f"0{n}:00" for n in range(8)]}, "digests"),
        ("PUT", "contacts/sms", {"address": "12"}, "address"),
        ("PUT", "contacts/mail", {"address": "a@b@c"}, "address"),
        ("PUT", "contacts/mail", {"address": "a@b.cn\r\nbcc: x@y.cn"}, "address"),
        ("PUT", "contacts/wecom", {"address": "a|b"}, "address"),
        ("PUT", "contacts/pigeon", {"address": "a"}, "kind"),
    ],
)
async def test_what_cannot_be_is_refused(
    client: httpx.AsyncClient, method: str, path: str, body: Any, field: str
) -> None:
    await declare(client)
    await sign_in(client, "ann")
    answer = await client.request(method, f"/api/notices/{path}", json=body)
    assert answer.status_code == 422
    assert field in answer.json()["errors"][0]["field"]


async def test_a_carrier_s_secret_is_never_shown_and_stays_when_left_out(
    client: httpx.AsyncClient, database: Database, keyring: Keyring
) -> None:
    async with gateway(lambda _: (200, {"code": 0})) as other:
        headers = {"headers": {"x-key": "{secret}"}}
        assert (await declare(client, settings=SMS | headers | {"url": other.url})).json() == {"version": 1}
        ask = {"kind": "sms", "settings": SMS | headers | {"url": other.url + "/2"}}
        assert (await client.put("/api/carriers/sms", json=ask)).json() == {"version": 2}
        listed = await client.get("/api/carriers")
        assert listed.json()["items"][0]["secret_set"] is True
        assert "s3cret" not in listed.text and RECEIPTS not in listed.text
        assert (await client.put("/api/notices/contacts/sms", json={"address": "13812345678"})).status_code == 200
        assert (await client.post("/api/carriers/sms/test")).status_code == 202
        assert (await client.post("/api/carriers/other/test")).status_code == 404
        sender = Sender(database, keyring)
        await sender.round()
        await sender.close()
    (asked,) = other.asked
    assert (asked.path, asked.headers["x-key"]) == ("/2", "s3cret")
    answer = await client.put("/api/carriers/sms", json={"kind": "wecom", "settings": {"corp_id": "a", "agent_id": 1}})
    assert answer.status_code == 409
    for code in ("inbox", "webhook", "A", "a b"):
        assert (await client.put(f"/api/carriers/{code}", json=ask)).status_code == 422
    wrong = ask | {"receipt_secret": "short"}
    assert (await client.put("/api/carriers/sms", json=wrong)).status_code == 422


async def test_the_outbox_tells_how_but_not_what_and_is_worked_from(
    client: httpx.AsyncClient, database: Database, keyring: Keyring
) -> None:
    async with gateway(lambda _: (200, {"code": "NEVER"})) as other:
        await declare(client, other.url)
        ann = await prefer(client)
        for key in ("1", "2", "3"):
            await tell(database, ann, key=key)
        sender = Sender(database, keyring)
        await sender.round()
        await sign_in(client, "root")
        answer = await client.get("/api/outbox?limit=2&state=failed")
        page = answer.json()
        assert (len(page["items"]), page["counts"]) == (2, {"failed": 3})
        assert page["items"][0]["error"] == "The gateway answered NEVER."
        # Longer than what an identifier or a cursor holds by chance.
        assert not any(word in answer.text for word in ("P1 ", "催办", "Reminder", "13812345678", "138****"))
        rest = (await client.get("/api/outbox", params={"limit": 2, "state": "failed", "cursor": page["next"]})).json()
        assert len(rest["items"]) == 1
        first, second = (each["id"] for each in page["items"])
        assert (await client.post(f"/api/outbox/{first}/cancel")).status_code == 204
        assert (await client.post(f"/api/outbox/{first}/cancel")).status_code == 409
        assert (await client.post(f"/api/outbox/{first}/retry")).status_code == 409
        assert (await client.post(f"/api/outbox/{second}/retry")).status_code == 204
        assert (await client.post(f"/api/outbox/{UUID(int=3)}/retry")).status_code == 404
        await sender.round()
        await sender.close()
    assert len(other.asked) == 4
    assert [row["detail"] for row in await audited(database, "outbox.retried")] == [{"was": "failed"}]


async def test_a_receipt_counts_when_it_is_signed(
    client: httpx.AsyncClient, database: Database, keyring: Keyring, clock: FixedClock
) -> None:
    async with gateway(lambda _: (200, {"code": 0, "sid": "g-1"})) as other:
        await declare(client, other.url)
        await tell(database, await prefer(client))
        sender = Sender(database, keyring)
        await sender.round()
        await sender.close()

    async def receipt(status: str, *, secret: str = RECEIPTS, ref: str = "g-1", late: int = 0) -> httpx.Response:
        body, stamp = f"sid={ref}&st={status}".encode(), int(clock.at.timestamp()) - late
        headers = {
            "webhook-id": "r1",
            "webhook-timestamp": str(stamp),
            "webhook-signature": signature(secret, "r1", stamp, body),
        }
        return await client.post("/api/receipts/sms", content=body, headers=headers)

    assert (await receipt("OK", secret="whsec_" + "C" * 32)).status_code == 403
    assert (await receipt("OK", late=301)).status_code == 403
    assert (await client.post("/api/receipts/sms", content=b"sid=g-1&st=OK")).status_code == 403
    assert (await client.post("/api/receipts/other", content=b"sid=g-1&st=OK")).status_code == 403
    for status, noted in (("?", None), ("OK", "delivered"), ("OK", None), ("R", "read"), ("OK", None), ("NO", None)):
        assert (await receipt(status)).json() == {"noted": noted}, status
    assert (await receipt("OK", ref="g-2")).json() == {"noted": None}
    (row,) = await rows(database)
    assert (row["state"], row["receipt"]) == ("sent", "read")


async def test_what_the_carrier_lost_is_failed(
    client: httpx.AsyncClient, database: Database, keyring: Keyring, clock: FixedClock
) -> None:
    async with gateway(lambda _: (200, {"code": 0, "sid": "g-1"})) as other:
        await declare(client, other.url)
        await tell(database, await prefer(client))
        sender = Sender(database, keyring)
        await sender.round()
        await sender.close()
    body, stamp = b"sid=g-1&st=NO", int(clock.at.timestamp())
    signed = signature(RECEIPTS, "r1", stamp, body)
    headers = {"webhook-id": "r1", "webhook-timestamp": str(stamp), "webhook-signature": signed}
    assert (await client.post("/api/receipts/sms", content=body, headers=headers)).json() == {"noted": "failed"}
    await sign_in(client, "root")
    assert (await client.get("/api/outbox")).json()["items"][0]["state"] == "failed"
    assert (await client.get("/api/notices")).json()["items"][0]["kind"] == "carriers.failed"


async def test_webhooks_are_the_security_administrator_s(client: httpx.AsyncClient, database: Database) -> None:
    ask = {"application": "hydrology", "purpose": "pumps", "url": "https://x.example/hear", "types": [TYPES[0]]}
    for stranger in ("ann", "root", "data"):
        await sign_in(client, stranger)
        assert (await client.post("/api/webhooks", json=ask)).status_code == 403
        assert (await client.get("/api/webhooks")).status_code == 403
    await sign_in(client, "sec")
    made = await client.post("/api/webhooks", json=ask)
    assert made.status_code == 201 and made.json()["secret"].startswith("whsec_")
    hook = made.json()["id"]
    again = await client.post(f"/api/webhooks/{hook}/rotate")
    assert again.json()["secret"] != made.json()["secret"]
    assert (await client.post(f"/api/webhooks/{hook}/resume")).status_code == 409
    listed = await client.get("/api/webhooks")
    assert "whsec_" not in listed.text and listed.json()["items"][0]["state"] == "active"
    assert (await client.delete(f"/api/webhooks/{hook}")).status_code == 204
    assert (await client.delete(f"/api/webhooks/{hook}")).status_code == 409
    assert (await client.delete(f"/api/webhooks/{UUID(int=4)}")).status_code == 404
    assert (await client.post("/api/webhooks", json=ask | {"types": ["person.seen"]})).status_code == 422
    (row,) = await audited(database, "webhook.subscribed")
    assert row["detail"]["host"] == "x.example"


async def test_a_post_s_quiet_hours_are_set_by_who_edits_staff(client: httpx.AsyncClient, clock: FixedClock) -> None:
    path, ask = f"/api/notices/quiet/{UUID(int=5)}", {"quiet": {"starts": "22:00", "ends": "06:00"}}
    await sign_in(client, "ann")
    assert (await client.put(path, json=ask)).status_code == 403
    await sign_in(client, "data")
    assert (await client.put(path, json=ask)).status_code == 204
    assert (await client.put(path, json={"quiet": None})).status_code == 204
    clock.at += timedelta(seconds=1)
