"""Every carrier against a real process on a real socket."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from tests.notices.gateways import Asked, Gateway, gateway, relay

from yiwang.base.clock import FixedClock
from yiwang.base.errors import Invalid
from yiwang.base.ids import uuid7
from yiwang.notices.carriers import Carrier, Target, WebhookCarrier, open_carrier, read_settings
from yiwang.notices.carriers.webhook import webhook_client
from yiwang.notices.kernels import signed_by
from yiwang.notices.model import Later, Message, Outcome, Refused, Sent, Unsure

pytestmark = pytest.mark.anyio
OPEN: list[Carrier] = []
AT = datetime(2026, 11, 16, 2, tzinfo=UTC)
MESSAGE = Message(uuid7(AT), AT, "催办", "Reminder", 'P20261116-000001："签收"超时', "/cases/1", {})
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture(autouse=True)
async def closed(anyio_backend: str) -> AsyncIterator[None]:
    yield
    while OPEN:
        await OPEN.pop().close()


def opened(kind: str, settings: dict[str, Any], secret: str | None) -> Carrier:
    OPEN.append(open_carrier(kind, settings, secret))
    return OPEN[-1]


async def mail(port: int, address: str = "ann@example.org") -> Outcome:
    settings = {"host": "127.0.0.1", "port": port, "tls": "none", "sender": "yiwang@city.example", "site": "https://c"}
    return await opened("mail", settings, None).send(MESSAGE, address)


async def test_a_mail_arrives_with_its_words() -> None:
    async with relay() as other:
        outcome = await mail(other.port)
    (letter,) = other.letters
    assert outcome == Sent(f"{MESSAGE.id}@city.example")
    assert letter["Message-ID"] == f"<{MESSAGE.id}@city.example>"
    assert letter["To"] == "ann@example.org"
    text = letter.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert text == f"{MESSAGE.text}\n\nhttps://c/cases/1\n".replace("\n", "\r\n") or MESSAGE.text in text


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"rcpt": "550 13812345678 unknown"}, Refused),
        ({"rcpt": "450 mailbox busy"}, Later),
        ({"data": "451 later"}, Later),
        ({"data": "554 spam"}, Refused),
        ({"data": ""}, Unsure),  # the relay took the body and hung up: nobody knows
    ],
)
async def test_what_a_relay_answers_is_judged(answers: dict[str, str], kind: type) -> None:
    async with relay(**answers) as other:
        outcome = await mail(other.port)
    assert isinstance(outcome, kind)
    assert "13812345678" not in outcome.error


async def test_a_relay_that_is_away_makes_no_double() -> None:
    async with gateway() as away:
        port = away.port
    assert isinstance(await mail(port), Later)


SMS = {
    "headers": {"authorization": "Bearer {secret}"},
    "body": {"to": ["{mobile}"], "params": {"words": "{title}：{text}"}, "n": 1, "key": "{id}"},
    "answer": {"code": "result.0.code", "good": ["0", "OK"], "later": ["BUSY"], "ref": "result.0.sid"},
}


def sms(other: Gateway, **changes: Any) -> Any:
    return opened("sms", {"url": f"{other.url}/send", **SMS, **changes}, "s3cret")


async def test_an_sms_gateway_is_asked_as_declared_and_no_content_becomes_a_field() -> None:
    async with gateway(lambda _: (200, {"result": [{"code": 0, "sid": 77}]})) as other:
        assert await sms(other).send(MESSAGE, "13812345678") == Sent("77")
        form = {"to": "{mobile}", "content": "{text}&x=1"}
        await sms(other, format="form", body=form).send(MESSAGE, "13812345678")
    first, second = other.asked
    assert first.headers["authorization"] == "Bearer s3cret"
    assert first.json == {
        "to": ["13812345678"],
        "params": {"words": f"催办：{MESSAGE.text}"},
        "n": 1,
        "key": str(MESSAGE.id),
    }
    assert second.form == {"to": "13812345678", "content": MESSAGE.text + "&x=1"}


@pytest.mark.parametrize(
    ("answer", "plain", "idempotent"),
    [
        ((200, {"result": [{"code": "BUSY"}]}), Later, Later),
        ((200, {"result": [{"code": "BLACKLIST"}]}), Refused, Refused),
        ((200, {"other": 1}), Unsure, Later),
        ((400, {}), Refused, Refused),
        ((429, {}), Later, Later),
        ((503, {}), Later, Later),
        ((500, {}), Unsure, Later),
        (None, Unsure, Later),  # the gateway took the request and hung up
    ],
)
async def test_what_a_gateway_answers_is_judged(answer: Any, plain: type, idempotent: type) -> None:
    async with gateway(lambda _: answer) as other:
        assert isinstance(await sms(other).send(MESSAGE, "13812345678"), plain)
        assert isinstance(await sms(other, tells_doubles_for=600).send(MESSAGE, "13812345678"), idempotent)


async def test_a_declaration_that_cannot_be_is_refused_by_its_field() -> None:
    for settings, where in (
        ({"url": "ftp://x", "body": {}}, "settings.url"),
        ({"url": "http://x", "body": {}, "boddy": 1}, "settings.boddy"),
        ({"url": "http://x", "body": {}, "answer": {"goood": []}}, "settings.answer.goood"),
    ):
        with pytest.raises(Invalid) as refused:
            read_settings("sms", settings)
        assert refused.value.members["errors"][0]["field"] == where


class Wecom:
    """The parts of WeCom's server side that matter: tokens that go stale, members it knows, doubles it drops."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.tokens = 0
        self.sent: list[dict[str, Any]] = []

    def __call__(self, asked: Asked) -> tuple[int, Any]:
        if asked.path == "/cgi-bin/gettoken":
            good = asked.query == {"corpid": "ww1", "corpsecret": "s3cret"}
            self.tokens += 1
            token = {"access_token": f"t{self.tokens}", "expires_in": 7200} if good else {}
            return 200, {"errcode": 0 if good else 40001, "errmsg": "ok", **token}
        if asked.query["access_token"] != f"t{self.tokens}":
            return 200, {"errcode": 40014, "errmsg": "invalid access_token"}
        if self.codes and (code := self.codes.pop(0)):
            return 200, {"errcode": code, "errmsg": "userid 13812345678 not found"}
        self.sent.append(asked.json)
        unknown = asked.json["touser"] if asked.json["touser"] == "nobody" else ""
        return 200, {"errcode": 0, "errmsg": "ok", "invaliduser": unknown, "msgid": "m1"}


def wecom(other: Gateway, secret: str = "s3cret") -> Any:
    return opened("wecom", {"corp_id": "ww1", "agent_id": 7, "api": other.url}, secret)


async def test_wecom_gets_one_token_for_many_messages() -> None:
    async with gateway(side := Wecom()) as other:
        carrier = wecom(other)
        assert await asyncio.gather(*(carrier.send(MESSAGE, "ann") for _ in range(5))) == [Sent("m1")] * 5
    assert (side.tokens, len(side.sent)) == (1, 5)
    assert side.sent[0]["touser"] == "ann" and side.sent[0]["agentid"] == 7
    assert side.sent[0]["enable_duplicate_check"] == 1 and side.sent[0]["duplicate_check_interval"] == 14400


async def test_a_token_that_went_stale_is_fetched_anew_once() -> None:
    async with gateway(side := Wecom(42001)) as other:
        assert await wecom(other).send(MESSAGE, "ann") == Sent("m1")
    assert side.tokens == 2
    async with gateway(side := Wecom(42001, 42001)) as other:
        assert isinstance(await wecom(other).send(MESSAGE, "ann"), Later)


async def test_what_wecom_answers_is_judged() -> None:
    for codes, address, kind in (
        ((45009,), "ann", Later),
        ((-1,), "ann", Later),
        ((81013,), "ann", Refused),
        ((), "nobody", Refused),
    ):
        async with gateway(Wecom(*codes)) as other:
            outcome = await wecom(other).send(MESSAGE, address)
        assert isinstance(outcome, kind)
        assert "13812345678" not in outcome.error
    async with gateway(Wecom()) as other:
        assert await wecom(other, "wrong").send(MESSAGE, "ann") == Later("No token: errcode 40001.")


class Closing:
    """Closes the client that all webhooks share."""

    same_for = None

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.close = client.aclose

    async def send(self, message: Message, address: str) -> Outcome:
        raise NotImplementedError


def hook(
    other: Gateway | str, near: tuple[str, ...] = ("127.0.0.1",), secrets: tuple[str, ...] = (SECRET,)
) -> WebhookCarrier:
    url = other if isinstance(other, str) else f"{other.url}/hear"
    client = webhook_client()
    OPEN.append(Closing(client))
    return WebhookCarrier(Target(url, secrets), FixedClock(AT), client, near)


async def test_a_webhook_is_signed_by_every_secret_that_counts() -> None:
    older = "whsec_" + "A" * 32
    message = Message(MESSAGE.id, AT, "", "", "", "", {"type": "case.filed", "data": {"channel": "市民"}})
    async with gateway() as other:
        assert await hook(other, secrets=(SECRET, older)).send(message, "x") == Sent()
    (asked,) = other.asked
    headers = (asked.headers["webhook-id"], asked.headers["webhook-timestamp"], asked.headers["webhook-signature"])
    assert headers[0] == str(MESSAGE.id)
    assert asked.headers["host"] == f"127.0.0.1:{other.port}"
    for secret in (SECRET, older):
        assert signed_by(secret, headers, asked.body, AT + timedelta(seconds=5))
    assert json.loads(asked.body) == message.body


async def test_a_webhook_goes_nowhere_it_should_not() -> None:
    async with gateway() as other:
        for url in (
            f"http://127.0.0.1:{other.port}/",
            f"http://localhost:{other.port}/",
            "https://127.0.0.1/",
            "https://169.254.169.254/",
        ):
            assert isinstance(await hook(url, near=()).send(MESSAGE, "x"), Refused)
    assert other.asked == []


@pytest.mark.parametrize(("status", "kind"), [(500, Later), (404, Later), (302, Later), (410, Refused)])
async def test_a_webhook_s_answer_is_judged(status: int, kind: type) -> None:
    async with gateway(lambda _: (status, {})) as other:
        assert isinstance(await hook(other).send(MESSAGE, "x"), kind)
    assert len(other.asked) == 1
