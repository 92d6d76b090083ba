"""A passive scan: every kind of answer carries what browsers need to keep its user safe, and nothing it should not."""

import base64
import re
from collections.abc import AsyncIterator

import httpx
import pytest
from tests.app.visitors import EVERYTHING, Site

from yiwang.app.serving.pages import STATIC

pytestmark = pytest.mark.anyio
PAGE, ASSET, API, REFUSED, LOST, FILE, ODD = "page", "asset", "API", "refused", "lost", "file", "odd"
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
# What tells an attacker what runs here, or lets any page read the answer.
NEVER = ("server", "x-powered-by", "access-control-allow-origin", "via")
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.fixture
async def answers(site: Site) -> AsyncIterator[dict[str, httpx.Response]]:
    """One answer of every kind there is."""
    officer = await site.application("scanner", *EVERYTHING)
    sent = await officer.ask("POST", "/api/files", files={"file": ("x.png", PIXEL, "image/png")})
    assert sent.status_code == 201, sent.text
    asset = next((STATIC / "assets").glob("*.js")).name
    found = {
        PAGE: await site.stranger.get("/"),
        "deep page": await site.stranger.get("/cases/some-case"),
        ASSET: await site.stranger.get(f"/assets/{asset}"),
        "mark": await site.stranger.get("/mark.svg"),
        API: await officer.ask("GET", "/api/cases"),
        "open API": await site.stranger.get("/api/platform"),
        REFUSED: await site.stranger.get("/api/cases"),
        LOST: await site.stranger.get("/api/nowhere"),
        "wrong shape": await officer.ask("POST", "/api/reports", json={"matter": 1}),
        "wrong method": await site.stranger.request("PATCH", "/api/cases"),
        FILE: await officer.ask("GET", f"/api/files/{sent.json()['id']}"),
        "health": await site.stranger.get("/healthz"),
        "ready": await site.stranger.get("/readyz"),
        "figures": await site.stranger.get("/metrics"),
        "no authority": await site.stranger.get("/ca.crt"),
        "asset not there": await site.stranger.get("/assets/nothing.js"),
        ODD: await site.stranger.request("OPTIONS", "/api/cases", headers={"origin": "https://elsewhere.example"}),
    }
    yield found


async def test_every_kind_of_answer_carries_every_header(answers: dict[str, httpx.Response]) -> None:
    for kind, answer in answers.items():
        for name, value in ALWAYS.items():
            assert answer.headers.get(name) == value, (kind, name)
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], kind
        assert "geolocation=(self)" in answer.headers["permissions-policy"], kind
        assert re.fullmatch("[0-9a-f]{32}", answer.headers["x-request-id"]), kind
        for name in NEVER:
            assert name not in answer.headers, (kind, name)
        # Over plain HTTP a promise of HTTPS is ignored by browsers, and wrong.
        assert "strict-transport-security" not in answer.headers, kind
        assert answer.headers.get("content-type"), kind


async def test_pages_run_only_our_own_files_and_styles_with_the_answers_nonce(
    answers: dict[str, httpx.Response], site: Site
) -> None:
    nonces = set()
    for kind in (PAGE, "deep page"):
        policy = answers[kind].headers["content-security-policy"]
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy
        assert "script-src 'self';" in policy
        assert "default-src 'none'" in policy
        nonce = re.search(r"style-src 'self' 'nonce-([\w-]{20,})'", policy)
        assert nonce
        text = answers[kind].text
        assert f'<meta property="csp-nonce" nonce="{nonce[1]}"' in text
        assert "__CSP_NONCE__" not in text
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), "no script stands in the page itself"
        assert not re.search(r"\bon\w+=|style=", text)
        assert answers[kind].headers["cache-control"] == "no-store", "a kept page would carry an old nonce"
        nonces.add(nonce[1])
    assert len(nonces) == 2
    for kind in set(answers) - {PAGE, "deep page"}:
        assert answers[kind].headers["content-security-policy"].startswith("default-src 'none'"), kind


async def test_what_may_name_a_person_is_kept_by_no_browser(answers: dict[str, httpx.Response]) -> None:
    for kind in (API, REFUSED, LOST, "wrong shape", "wrong method"):
        assert answers[kind].headers["cache-control"] == "no-store", kind
    assert "public" not in answers[FILE].headers["cache-control"]
    assert "immutable" in answers[ASSET].headers["cache-control"]


async def test_under_https_browsers_are_told_to_stay_there_and_cookies_are_secure(site: Site) -> None:
    transport = httpx.ASGITransport(site.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="https://yiwang.test") as client:
        answer = await client.get("/")
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        await site.person("li")
        entered = await client.post("/api/session", json={"username": "li", "password": "苏州河边的四季桂花 blooms"})
        cookies = entered.headers.get_list("set-cookie")
        assert len(cookies) == 2, entered.text
        for cookie in cookies:
            assert "Secure" in cookie
            assert "SameSite=strict" in cookie
        assert any("HttpOnly" in cookie for cookie in cookies if cookie.startswith("yiwang_session"))


async def test_our_own_failure_carries_the_headers_too(site: Site) -> None:
    site.app.state.database = None  # nothing works any more
    answer = await site.stranger.get("/api/setup")
    assert answer.status_code == 500
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "Traceback" not in answer.text
    assert "NoneType" not in answer.text


async def test_a_proxys_request_id_is_kept_and_an_odd_one_is_not(site: Site) -> None:
    answer = await site.stranger.get("/healthz", headers={"X-Request-ID": "0af7651916cd43dd8448eb211c80319c"})
    assert answer.headers["x-request-id"] == "0af7651916cd43dd8448eb211c80319c"
    odd = await site.stranger.get("/healthz", headers={"X-Request-ID": "x\x1b[31m; DROP"})
    assert re.fullmatch("[0-9a-f]{32}", odd.headers["x-request-id"])
