"""The phone of a handler, over TLS, without a service worker: the network is cut in the middle of the work."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import uniform
from typing import Any

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tests import serving
from tests.browser.faults import serious_faults
from tests.browser.wire import Wire, wired
from tests.serving import Served

from yiwang.app.serving.tls.authority import context, ensure_own

pytestmark = pytest.mark.browser
PATIENCE = 60_000  # milliseconds: the machine may be busy
TOILET = "03001"  # a matter that the district's own department answers for


@pytest.fixture(scope="module")
def platform() -> Served:
    return serving.shared()


@pytest.fixture
def wire(platform: Served, tmp_path: Path) -> Iterator[Wire]:
    pair = ensure_own(tmp_path, ["127.0.0.1"], datetime.now(UTC))
    with wired(platform.base_url, context(pair)) as laid:
        yield laid


@pytest.fixture
def officer(platform: Served) -> Iterator[httpx.Client]:
    with platform.signed_in("zhibanzhang") as client:
        yield client


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone with a camera and a position, whose pages have no service worker."""
    made: BrowserContext = browser.new_context(
        viewport={"width": 375, "height": 812},
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        ignore_https_errors=True,
        service_workers="block",
        permissions=["geolocation", "camera"],
        geolocation={"longitude": 121.4, "latitude": 31.24, "accuracy": 12},
        has_touch=True,
        is_mobile=True,
    )
    made.set_default_timeout(PATIENCE)
    page = made.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    made.close()
    assert not wrong


def sent(answer: httpx.Response) -> dict[str, Any]:
    assert answer.is_success, answer.text
    found: dict[str, Any] = answer.json()
    return found


def dispatched(officer: httpx.Client, text: str) -> dict[str, Any]:
    """File a case with a photo from before and send it to the department of the handler."""
    out = BytesIO()
    Image.new("RGB", (640, 480), "grey").save(out, "JPEG")
    photo = sent(officer.post("/api/files", files={"file": ("before.jpg", out.getvalue())}))["id"]
    # Somewhere of its own, so that it is merged with nothing that others have reported.
    place = {"lon": round(uniform(121.37, 121.42), 5), "lat": round(uniform(31.235, 31.265), 5), "datum": "CGCS2000"}
    report = {"channel": "desk", "matter": TOILET, "text": text, "place": place, "photos": [photo]}
    case: dict[str, Any] = sent(officer.post("/api/reports", json=report))["case"]
    found = sent(officer.get(f"/api/cases/{case['id']}"))
    if found["state"] == "to_confirm":
        sent(officer.post(f"/api/cases/{case['id']}/confirm", json={"passed": True}))
    return sent(officer.post(f"/api/cases/{case['id']}/dispatch", json={}))


def sign_in(phone: Page, platform: Served, path: str, username: str = "lvhua") -> None:
    phone.goto(path)
    phone.get_by_label("账号").fill(username)
    phone.get_by_label("密码").fill(platform.passwords[username])
    phone.get_by_role("button", name="登录").click()


def action(phone: Page, name: str) -> Locator:
    return phone.locator(".l-actions").get_by_role("button", name=name, exact=True)


def shoot(phone: Page, button: str) -> None:
    phone.get_by_role("button", name=button).click()
    camera = phone.get_by_role("dialog", name=button)
    camera.locator("video").wait_for()
    phone.wait_for_function("() => (document.querySelector('video')?.videoWidth ?? 0) > 0")
    camera.get_by_role("button", name="拍摄", exact=True).click()
    expect(phone.locator("dialog video")).to_have_count(0, timeout=PATIENCE)


def test_work_done_without_a_network_arrives_once_and_in_order(
    platform: Served, officer: httpx.Client, wire: Wire, phone: Page
) -> None:
    case, taken = dispatched(officer, "厕所漏水一夜了"), dispatched(officer, "厕所门坏了推不开")
    sign_in(phone, platform, f"{wire.url}/m/case/{case['number']}")
    expect(phone.get_by_text("厕所漏水一夜了")).to_be_visible(timeout=PATIENCE)
    # The photo from before lies on the phone itself by now.
    expect(phone.locator(".l-photos img").first).to_have_attribute("src", re.compile("^blob:"), timeout=PATIENCE)

    wire.cut()
    phone.context.set_offline(True)
    action(phone, "签收").click()
    expect(phone.get_by_text("处置中", exact=True)).to_be_visible()
    action(phone, "处置完成").click()
    sheet = phone.get_by_role("dialog", name="处置完成")
    shoot(phone, "拍处置后照片")
    sheet.get_by_role("button", name="处置完成", exact=True).click()
    expect(sheet.get_by_text("请填写")).to_be_visible()
    sheet.get_by_role("button", name="已修复，恢复正常。").click()
    sheet.get_by_role("button", name="处置完成", exact=True).click()
    expect(phone.get_by_text("网络已断开")).to_be_visible(timeout=PATIENCE)

    # Another task is taken away meanwhile, which the phone cannot know.
    phone.get_by_role("button", name="返回").click()
    phone.get_by_role("link").filter(has_text=taken["number"]).click()
    action(phone, "签收").click()
    sent(officer.post(f"/api/cases/{taken['id']}/void", json={"reason": "重复"}))
    phone.get_by_role("button", name="返回").click()

    # And something is found and fixed on the spot.
    phone.get_by_role("link", name="上报").click()
    phone.get_by_label("发现了什么").fill("垃圾桶倒在路中间，暴露垃圾")
    phone.get_by_role("button", name="已当场整改").click()
    phone.get_by_label("怎么整改的").fill("已扶正并清扫")
    action(phone, "上报").click()
    expect(phone.get_by_text("已记录。")).to_be_visible()
    expect(phone.get_by_text("4 项待送达")).to_be_visible()
    assert sent(officer.get(f"/api/cases/{case['id']}"))["state"] == "to_receive"

    # Back again, and the answer to the first step is lost: it is sent once more, and done once.
    wire.lose_answer_to = f"/api/cases/{case['id']}/steps".encode()
    wire.mend()
    phone.context.set_offline(False)
    expect(phone.get_by_text("1 项未被接受")).to_be_visible(timeout=PATIENCE)
    expect(phone.get_by_text("项待送达")).to_have_count(0, timeout=PATIENCE)
    assert wire.lost == 1

    steps = [line["step"] for line in sent(officer.get(f"/api/cases/{case['id']}/timeline"))["items"]]
    assert [step for step in steps if step in ("receive", "handle")] == ["receive", "handle"]
    found = sent(officer.get(f"/api/cases/{case['id']}"))
    after = [photo for photo in found["photos"] if photo["taken"] == "after"]
    assert (found["state"] in ("to_check", "to_close"), len(after)) == (True, 1)
    image = officer.get(after[0]["url"]).content
    assert len(image) <= 500_000
    # The band at the foot that says when, where and who was burnt in: dark, with light letters.
    with Image.open(BytesIO(image)) as opened:
        foot = opened.convert("L").crop((0, opened.height - 20, opened.width, opened.height))
        assert foot.getextrema()[0] < 100

    phone.get_by_role("link", name="1 项未被接受").click()
    refused = phone.get_by_role("region", name="待送达")
    expect(refused).to_contain_text(taken["number"])
    expect(refused.get_by_role("alert")).not_to_be_empty()
    refused.get_by_role("button", name="放弃").click()
    expect(phone.get_by_role("region", name="待送达")).to_have_count(0)


def test_a_leader_sees_the_three_things_of_the_day_with_the_desks_figures(
    platform: Served, wire: Wire, phone: Page
) -> None:
    sign_in(phone, platform, f"{wire.url}/m", "lingdao")
    expect(phone.get_by_role("heading", name="今日三件事")).to_be_visible(timeout=PATIENCE)
    for heading in ("一、今日流量", "二、今日堵点", "三、今日急事"):
        expect(phone.get_by_role("heading", name=heading)).to_be_visible(timeout=PATIENCE)
    with platform.signed_in("lingdao") as desk:
        counts = sent(desk.get("/api/cases/counts"))["tabs"]
    shown = phone.locator(".l-figures > div").filter(has_text="退单").locator("b")
    assert int(shown.inner_text()) == counts["returned"]
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= 375


def test_large_type_and_english_fit_the_width(platform: Served, wire: Wire, phone: Page) -> None:
    sign_in(phone, platform, f"{wire.url}/m/me")
    phone.get_by_role("button", name="大字号").click()
    phone.get_by_role("button", name="English").click()
    expect(phone.get_by_role("heading", name="Me", exact=True)).to_be_visible(timeout=PATIENCE)
    for tab in ("Me", "Report", "Tasks"):
        phone.get_by_role("link", name=tab, exact=True).click()
        assert phone.evaluate("document.scrollingElement.scrollWidth") <= 375
        assert serious_faults(phone) == []
    assert phone.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"
