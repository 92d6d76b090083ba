"""The wall in a real browser: a display opened by its code sees what happens, and ends when it is ended."""

import uuid
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import serving
from tests.serving import Served, keys_of

pytestmark = pytest.mark.browser
PATIENCE = 60_000  # milliseconds: a machine three times slower still passes; nothing waits that long where it works


@pytest.fixture(scope="module")
def served() -> Served:
    """The platform that serves the whole run."""
    return serving.shared()


@pytest.fixture
def wall(browser: Browser, served: Served) -> Iterator[Page]:
    """A display nobody is signed in at; requests to another host and errors of the page fail the test."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="zh-CN", timezone_id="Asia/Tokyo")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"error on the page: {error}"))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((served.base_url, "data:", "blob:")) else wrong.append(request.url)
        ),
    )
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page.goto(f"{served.base_url}/wall")
    yield page
    context.close()
    assert wrong == []


def _screen(served: Served, name: str) -> dict[str, str]:
    with served.client(headers=keys_of(served)["security_admin"]) as admin:
        made = admin.post("/api/screens", json={"name": name})
        assert made.status_code == 201, made.text
        return made.json()


def test_a_display_lives_from_its_code_to_its_end(wall: Page, served: Served) -> None:
    made = _screen(served, "指挥大厅")
    code = wall.get_by_label("口令")
    code.fill("AAAA-AAAA")
    wall.get_by_role("button", name="打开").click()
    expect(wall.get_by_role("alert")).to_contain_text("口令不对")
    code.fill(made["code"].lower())
    wall.get_by_role("button", name="打开").click()

    # The desk's own counts, and what is filed on the desk comes by the stream: asked for after what it told.
    after: list[str] = []
    wall.on("request", lambda request: after.append(request.url) if "/api/wall?after=" in request.url else None)
    expect(wall.get_by_role("heading", name="在办案件")).to_be_visible()
    words = f"行道树倒伏 {uuid.uuid4().hex[:8]}"
    with served.signed_in("zhibanzhang") as desk:
        told = desk.post(
            "/api/reports",
            json={
                "channel": "desk",
                "text": words,
                "matter": "02001",
                "place": {"lon": 121.4052, "lat": 31.2391},
                "idempotency_key": uuid.uuid4().hex,
            },
        )
        assert told.status_code in (200, 201), told.text
        case = told.json()["case"]
        tabs = desk.get("/api/cases/counts").json()["tabs"]
    assert case is not None
    line = wall.get_by_label("最新动态").get_by_role("button").first
    expect(wall.locator("[data-count=to_dispatch] dd")).to_have_text(str(tabs["to_dispatch"]))
    expect(line).to_be_visible()
    assert after
    assert words not in wall.content()

    # Scenes by key; the map draws; a press opens the case without its words.
    wall.keyboard.press("3")
    expect(wall.locator("[data-scene=map]")).to_be_visible()
    expect(wall.locator("[data-ready=true]")).to_be_visible()
    wall.keyboard.press("4")
    expect(wall.get_by_role("heading", name="城市脉搏")).to_be_visible()
    expect(wall.get_by_role("heading", name="今日故事")).to_be_visible()
    wall.get_by_label("四个维度").get_by_role("button").first.click()
    expect(wall.get_by_label("四个维度").get_by_role("button").first).to_have_attribute("aria-pressed", "true")
    wall.keyboard.press("1")
    line.click()
    expect(wall.locator("aside[data-case]")).to_contain_text("经过")
    assert words not in wall.content()
    wall.keyboard.press("l")
    expect(wall.get_by_role("heading", name="Open cases")).to_be_visible()
    wall.keyboard.press("l")
    assert wall.locator("[data-watermark]").get_attribute("data-watermark").startswith("指挥大厅 ")

    # It is still itself after the browser was started anew, until the administrator ends it.
    wall.reload()
    expect(wall.get_by_role("heading", name="在办案件")).to_be_visible()
    with served.client(headers=keys_of(served)["security_admin"]) as admin:
        assert admin.delete(f"/api/screens/{made['id']}").status_code == 204
    expect(wall.get_by_text("这块大屏已被管理员停用")).to_be_visible()
    expect(wall.get_by_role("heading", name="在办案件")).to_have_count(0)
    wall.reload()
    expect(wall.get_by_label("口令")).to_be_visible()
