"""Residents who asked are told of the answer by SMS or mail, at an address that nobody else sees."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from tests.app.visitors import Site
from tests.cases.steps import steps
from tests.notices.gateways import Gateway
from tests.notices.gateways import gateway as opened
from tests.notices.telling import declare
from tests.residents.test_residents import WHO, case_of, sent

from yiwang.notices.delivering import Sender
from yiwang.residents.links import sweep
from yiwang.residents.listens import LISTENER

pytestmark = pytest.mark.anyio
MOBILE = "139 0000 1234"


@pytest.fixture
async def gateway() -> AsyncIterator[Gateway]:
    async with opened() as made:
        yield made


async def ask(site: Site, report: dict[str, Any], **said: str) -> int:
    path = f"/api/residents/follow/{report['token']}/tell"
    return (await site.stranger.put(path, json={"kind": "sms", "address": MOBILE, **said})).status_code


async def standing(site: Site, report: dict[str, Any]) -> Any:
    answer = await site.stranger.get(f"/api/residents/follow/{report['token']}/tell")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def closed(site: Site, report: dict[str, Any]) -> None:
    await steps(site.city, await case_of(site.city, report), "dispatch", "receive", "handle", "check", "close")
    while await LISTENER.run_once(site.city.database):
        pass
    sender = Sender(site.city.database, site.city.books.keyring)
    await sender.round()
    await sender.close()


async def test_who_asked_is_told_once_and_sees_the_address_masked(site: Site, gateway: Gateway) -> None:
    report, other = await sent(site, reporter=WHO), await sent(site, place={"lon": 121.41, "lat": 31.24})
    assert (await standing(site, report)) == {"ways": [], "told": []}
    assert await ask(site, report) == 422  # no carrier yet
    await declare(site.city.database, site.city.books.keyring, gateway)
    assert await ask(site, report, address="hello") == 422
    assert await ask(site, report, kind="mail", address="a@example.org") == 422
    assert await ask(site, report) == 204
    assert await standing(site, report) == {"ways": ["sms"], "told": [{"kind": "sms", "masked": "139****1234"}]}
    assert await standing(site, other) == {"ways": ["sms"], "told": []}
    await closed(site, report)
    (said,) = [asked.json for asked in gateway.asked]
    assert said["to"] == "13900001234" and report["number"] in said["text"] and report["token"] not in said["text"]
    await closed(site, other)
    assert len(gateway.asked) == 1
    assert await ask(site, report) == 409  # it was answered


async def test_who_wants_no_more_is_forgotten_and_so_is_a_link_that_ended(site: Site, gateway: Gateway) -> None:
    await declare(site.city.database, site.city.books.keyring, gateway)
    report, old = await sent(site), await sent(site, place={"lon": 121.41, "lat": 31.24})
    assert (await ask(site, report), await ask(site, old)) == (204, 204)
    path = f"/api/residents/follow/{report['token']}/tell"
    assert (await site.stranger.delete(path)).status_code == 204
    assert (await site.stranger.delete(path.replace(report["token"], "x" * 32))).status_code == 404
    await closed(site, report)
    assert gateway.asked == []
    site.city.later(days=800)
    async with site.city.database.tx() as tx:
        await sweep(tx)
        assert await tx.value("SELECT count(*) FROM notices.contact") == 0


async def test_an_address_is_told_of_so_many_an_hour(site: Site, gateway: Gateway) -> None:
    await declare(site.city.database, site.city.books.keyring, gateway)
    report = await sent(site)
    said = [
        await ask(site, report, address=written) for written in (MOBILE, "13900001234", "139-0000-1234") for _ in "abcd"
    ]
    assert said == [204] * 10 + [429] * 2
