"""The routes of federation and scenarios as the wrong person, by the table of the whole platform."""

import re

import pytest
from tests.app.expectations import NOWHERE, ROUTES
from tests.app.visitors import Site
from tests.federation.test_taking import site

from yiwang.access.model import ROLES
from yiwang.plugin.routes import router

pytestmark = pytest.mark.anyio
OURS = {name: route for name, route in ROUTES.items() if "/api/federation" in name or "/api/scenarios" in name}
TRIED = ("supervisor", "dispatcher", "handler", "partner", "intake", "system_admin", "security_admin", "audit_admin")
assert site


async def test_each_role_opens_what_the_table_says_and_nothing_else(site: Site) -> None:
    site.app.router.routes.extend(router.routes)
    assert len(OURS) == 15
    wrong = {}
    for role in TRIED:
        visitor = await site.holder(role)
        for name, route in OURS.items():
            method, path = name.split()
            answer = await visitor.ask(method, re.sub(r"\{\w+\}", str(NOWHERE), path), **route.request)
            refused = answer.status_code == 403 and "permission" in answer.json()
            if answer.status_code >= 500 or refused is bool(route.permissions & ROLES[role].permissions):
                wrong[role, name] = (answer.status_code, answer.text[:200])
    assert wrong == {}


async def test_a_stranger_is_asked_to_sign_in(site: Site) -> None:
    site.app.router.routes.extend(router.routes)
    for name, route in OURS.items():
        method, path = name.split()
        answer = await site.stranger.request(method, re.sub(r"\{\w+\}", str(NOWHERE), path), **route.request)
        assert answer.status_code == 401, name
