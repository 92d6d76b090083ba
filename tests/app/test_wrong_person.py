"""Every route as the wrong person: the table of expectations is the OpenAPI document, no more and no less."""

import re
from collections.abc import Mapping
from uuid import UUID

import httpx
import pytest
from tests.app.expectations import NOWHERE, ROUTES, Route, missing
from tests.app.visitors import EVERYTHING, Site, Visitor

from yiwang.access import ADMINISTRATORS
from yiwang.access.model import ROLES
from yiwang.app.serving.http import openapi_document

pytestmark = pytest.mark.anyio
CLOSED = {name: route for name, route in ROUTES.items() if route.needs != "open"}


def path_of(name: str, ids: Mapping[str, UUID | str] | None = None) -> str:
    """The path of a route with its ids filled in: those given, else one that is nowhere."""
    ids = {"format": "json", "number": "1", "verb": "agree", "kind": "mail", "carrier": "mail", **(ids or {})}
    return re.sub(r"\{(\w+)\}", lambda found: str(ids.get(found[1], NOWHERE)), name.split()[1])


async def ask(visitor: Visitor, name: str, route: Route, **more: object) -> httpx.Response:
    return await visitor.ask(name.split(maxsplit=1)[0], path_of(name), **{**route.request, **more})


def test_the_table_names_every_route_there_is() -> None:
    document = openapi_document()["paths"]
    there = {f"{method.upper()} {path}" for path, methods in document.items() for method in methods}
    assert there == ROUTES.keys()


def test_the_document_says_which_routes_are_open() -> None:
    document = openapi_document()["paths"]
    opened = {
        f"{method.upper()} {path}"
        for path, methods in document.items()
        for method, operation in methods.items()
        if not operation.get("security")
    }
    assert opened == ROUTES.keys() - CLOSED.keys()


async def test_a_stranger_is_asked_to_sign_in_everywhere_else(site: Site) -> None:
    stranger = Visitor(NOWHERE, site.stranger)
    got = {name: (await ask(stranger, name, route)).status_code for name, route in CLOSED.items()}
    assert {name: status for name, status in got.items() if status != CLOSED[name].stranger} == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "yiwang_session=made-up"},
        {"Authorization": "Bearer yw_00000000000000000000000000000007_made-up"},
        {"Authorization": "Basic bm9ib2R5Om5v"},
    ],
)
async def test_a_made_up_session_or_key_is_a_stranger(site: Site, headers: dict[str, str]) -> None:
    stranger = Visitor(NOWHERE, site.stranger, {**headers, "X-CSRF-Token": "x"})
    got = {name: (await ask(stranger, name, route)).status_code for name, route in CLOSED.items()}
    assert {name: status for name, status in got.items() if status != CLOSED[name].stranger} == {}


async def test_someone_without_a_role_may_do_nothing(site: Site) -> None:
    nobody = await site.person("nobody")
    for name, route in CLOSED.items():
        if route.permissions:
            answer = await ask(nobody, name, route)
            assert (answer.status_code, missing(answer)) == (403, route.needs), name


@pytest.mark.parametrize("role", sorted(ROLES))
async def test_a_role_opens_what_it_names_and_nothing_else(site: Site, role: str) -> None:
    visitor = await site.holder(role)
    wrong = {}
    for name, route in CLOSED.items():
        if not route.permissions:
            continue
        answer = await ask(visitor, name, route)
        refused = missing(answer) is not None
        if answer.status_code >= 500 or refused is bool(route.permissions & ROLES[role].permissions):
            wrong[name] = (answer.status_code, answer.text[:200])
    assert wrong == {}


async def test_an_administrator_sees_no_case(site: Site) -> None:
    told = await site.city.report()
    for role in sorted(ADMINISTRATORS):
        visitor = await site.holder(role)
        for path in ("/api/cases", "/api/cases/counts", f"/api/events/{told.event_id}", "/api/events/waiting"):
            answer = await visitor.ask("GET", path)
            assert answer.status_code == 403, (role, path)
            assert told.event_number not in answer.text


async def test_a_key_has_no_session(site: Site) -> None:
    key = await site.application("everything", *EVERYTHING)
    for name, route in CLOSED.items():
        if route.needs == "person":
            assert (await ask(key, name, route)).status_code == 403, name


async def test_a_change_without_the_csrf_header_is_refused(site: Site) -> None:
    someone = await site.person("someone", *EVERYTHING)
    del someone.headers["X-CSRF-Token"]
    for stale in ({}, {"X-CSRF-Token": "stale"}):
        got = {
            name: (await ask(someone, name, route, headers=stale)).status_code
            for name, route in CLOSED.items()
            if not name.startswith("GET")
        }
        assert {name: status for name, status in got.items() if status != 403} == {}


async def test_a_page_of_another_site_changes_nothing(site: Site) -> None:
    someone = await site.person("someone", *EVERYTHING)
    for name, route in ROUTES.items():
        if not name.startswith("GET"):
            answer = await ask(someone, name, route, headers={"Origin": "https://elsewhere.example"})
            assert answer.status_code == 403, name


async def test_reading_changes_nothing_and_needs_no_csrf_header(site: Site) -> None:
    someone = await site.person("someone", *EVERYTHING)
    del someone.headers["X-CSRF-Token"]
    assert (await someone.ask("GET", "/api/cases")).status_code == 200
