"""The phone of a handler, over TLS, without a service worker: the network is cut in the middle of the work."""

import re
from base64 import b32decode
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import serving
from tests.browser.faults import serious_faults
from tests.browser.phones import PATIENCE, action, dispatched, put_on_duty, sent, shoot, sign_in, sign_out
from tests.browser.wire import Wire, wired
from tests.serving import Served, keys_of
from yiwang.access.identity.model.totp import code_at, step_at
from yiwang.app.serving.tls.authority import context, ensure_own

pytestmark = pytest.mark.browser


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
    expect(refused.get_by_role("alert")).to_contain_text("平台上这件案件已是“已作废”")
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


def test_who_owes_a_second_factor_makes_it_on_the_phone(platform: Served, wire: Wire, phone: Page) -> None:
    given, own = "苏州河边的四季桂花 blooms", "梧桐树下的晚风 whispers"
    headers, username = keys_of(platform), f"shouji{uuid4().hex[:8]}"
    with platform.client() as admin:
        ask = {"username": username, "name": "手机处置员", "password": given}
        account = sent(admin.post("/api/accounts", json=ask, headers=headers["system_admin"]))["id"]
        security = headers["security_admin"]
        for role in ("handler", "confidential_clerk"):
            sent(admin.post(f"/api/accounts/{account}/grants", json={"role": role}, headers=security))
        asked = admin.put("/api/policies/confidential_clerk", json={"second_factor": True}, headers=security)
        assert asked.is_success, asked.text
    phone.goto(f"{wire.url}/m")
    phone.get_by_label("账号").fill(username)
    phone.get_by_label("密码").fill(given)
    phone.get_by_role("button", name="登录").click()
    typed = phone.locator("code").inner_text().replace(" ", "")
    secret = b32decode(typed + "=" * (-len(typed) % 8))
    phone.get_by_label("验证器显示的六位验证码").fill("000000")
    phone.get_by_role("button", name="绑定").click()
    expect(phone.get_by_role("alert")).to_contain_text("不是此刻的验证码")
    phone.get_by_label("验证器显示的六位验证码").fill(code_at(secret, step_at(datetime.now(UTC))))
    phone.get_by_role("button", name="绑定").click()
    codes = phone.locator(".l-codes li")
    expect(codes).to_have_count(10)
    code = codes.first.inner_text()
    assert serious_faults(phone) == []
    phone.get_by_role("button", name="我已保存").click()

    # The password was given by somebody else: before anything, one's own.
    phone.get_by_label("现在的密码").fill(given)
    phone.get_by_label("新密码").fill(own)
    phone.get_by_label("再输一遍").fill(own)
    phone.get_by_role("button", name="设置并继续").click()
    expect(phone.get_by_role("link", name="任务")).to_be_visible()
    sign_out(phone)
    phone.get_by_label("账号").fill(username)
    phone.get_by_label("密码").fill(own)
    phone.get_by_role("button", name="登录").click()
    phone.get_by_label("验证码或恢复码").fill("000000")
    phone.get_by_role("button", name="确认").click()
    expect(phone.get_by_role("alert")).to_contain_text("验证码不对")
    phone.get_by_label("验证码或恢复码").fill(code)
    phone.get_by_role("button", name="确认").click()
    expect(phone.get_by_role("link", name="任务")).to_be_visible()


def test_a_patrol_within_a_shift_and_what_was_expedited(
    platform: Served, officer: httpx.Client, wire: Wire, phone: Page
) -> None:
    case = dispatched(officer, "厕所灯坏了三天")
    expedite = {"kind": "supervise", "text": "居民又来电话，今晚前办好"}
    sent(officer.post(f"/api/command/cases/{case['id']}/expedite", json=expedite))
    put_on_duty(officer, "PT-LHSR", "YS0003")
    sign_in(phone, platform, f"{wire.url}/m/tasks")
    order = phone.get_by_role("region", name="督办与指令").get_by_role("listitem").filter(has_text=case["number"])
    expect(order).to_contain_text("今晚前办好")
    order.get_by_role("button", name="知道了").click()
    order.get_by_role("button", name="办结反馈").click()
    sheet = phone.get_by_role("dialog", name="办结反馈")
    sheet.get_by_label("办得怎么样").fill("灯已换好")
    sheet.get_by_role("button", name="办结反馈").click()
    expect(order).to_have_count(0)

    # Nothing is noted before one is signed in to a shift.
    phone.get_by_role("link", name="我的").click()
    expect(phone.get_by_role("region", name="巡查")).to_have_count(0)
    phone.get_by_role("button", name="上班签到").click()
    patrol = phone.get_by_role("region", name="巡查")
    patrol.get_by_role("button", name="开始巡查").click()
    patrol.get_by_role("button", name="结束巡查").wait_for()
    # The page's own clock runs ahead, so that two places lie far enough apart in time.
    phone.context.set_geolocation({"longitude": 121.4001, "latitude": 31.24, "accuracy": 8})
    expect(patrol.locator("[data-metres]")).to_be_visible()
    with phone.expect_response(lambda answer: answer.url.endswith("/api/command/tracks")) as kept:
        patrol.get_by_role("button", name="结束巡查").click()
    assert kept.value.status == 201, kept.value.text()
    phone.get_by_role("button", name="下班签退").click()
    expect(phone.get_by_role("button", name="下班签退")).to_have_count(0)
    with platform.signed_in("lvhua") as mine:
        signed = sent(mine.get("/api/command/attendance/mine"))["signed"]
        track = sent(mine.get(f"/api/command/attendance/{signed['id']}/track"))
    assert signed["state"] != "on" and track["lon"][0] == pytest.approx(121.4, abs=0.001)


def test_what_is_being_reported_outlives_the_page(platform: Served, wire: Wire, phone: Page) -> None:
    sign_in(phone, platform, f"{wire.url}/m/report")
    phone.get_by_label("发现了什么").fill("井盖松动")
    phone.get_by_label("地址（可不填）").fill("桃浦路口")
    shoot(phone, "拍现场照片")
    expect(phone.locator(".l-photos img")).to_have_count(1)
    phone.reload()
    expect(phone.get_by_label("发现了什么")).to_have_value("井盖松动")
    expect(phone.get_by_label("地址（可不填）")).to_have_value("桃浦路口")
    expect(phone.locator(".l-photos img")).to_have_count(1)


def test_it_begins_without_a_network_where_there_are_service_workers(platform: Served, browser: Browser) -> None:
    made = browser.new_context(viewport={"width": 375, "height": 812}, locale="zh-CN")
    made.set_default_timeout(PATIENCE)
    page = made.new_page()
    sign_in(page, platform, f"{platform.base_url}/m")
    expect(page.get_by_role("link", name="任务")).to_be_visible()
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")  # it has kept the page by then
    assert page.evaluate("() => caches.open('yiwang-m-2').then((shell) => shell.keys()).then((all) => all.length)") > 5
    page.close()
    made.set_offline(True)
    cold = made.new_page()
    cold.goto(f"{platform.base_url}/m/tasks")
    expect(cold.get_by_text("网络已断开")).to_be_visible()
    expect(cold.get_by_role("heading", name="我的任务")).to_be_visible()
    cold.get_by_role("link", name="上报").click()
    expect(cold.get_by_label("发现了什么")).to_be_visible()
    made.close()
