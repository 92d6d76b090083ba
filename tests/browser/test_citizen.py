"""A resident without an account: reports, follows by the link, rates; danger is told first; votes."""

import re
from collections.abc import Iterator
from random import randrange

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests import serving
from tests.browser.faults import serious_faults
from tests.serving import Served

pytestmark = pytest.mark.browser
PATIENCE = 60_000  # milliseconds: the machine may be busy


@pytest.fixture(scope="module")
def platform() -> Served:
    return serving.shared()


@pytest.fixture
def page(browser: Browser, platform: Served) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 375, "height": 812},
        locale="zh-CN",
        permissions=["geolocation", "camera"],
        geolocation={"longitude": 121.4012, "latitude": 31.2387, "accuracy": 15},
        is_mobile=True,
        has_touch=True,
    )
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((platform.base_url, "data:", "blob:"))
            else wrong.append(f"request to {request.url}")
        ),
    )
    opened.goto(f"{platform.base_url}/c")
    yield opened
    context.close()
    assert not wrong


def close(officer: httpx.Client, number: str) -> None:
    """Take a report's case through all its steps, as the desk does."""

    def step(verb: str, **body: object) -> None:
        answer = officer.post(f"/api/cases/{case['id']}/{verb}", json=body)
        assert answer.is_success, answer.text

    [case] = [one for one in officer.get("/api/cases", params={"limit": 50}).json()["items"] if one["number"] == number]
    if case["state"] == "to_confirm":
        step("confirm", passed=True)
    step("dispatch")
    step("receive")
    step("handle", text="已清运干净")
    if officer.get(f"/api/cases/{case['id']}").json()["state"] == "to_check":
        step("check", passed=True)
    step("close", text="垃圾已清运，欢迎继续监督。")


def test_a_report_is_sent_followed_and_rated_without_an_account(platform: Served, page: Page) -> None:
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_text("请说一句发生了什么。")).to_be_visible()
    page.get_by_role("button", name="拍照").click()
    page.wait_for_function("() => (document.querySelector('video')?.videoWidth ?? 0) > 0")
    page.get_by_role("button", name="拍摄", exact=True).click()
    expect(page.locator("form .l-photos img")).to_be_visible()
    page.get_by_label("发生了什么").fill("弄堂口暴露垃圾堆了三天，没有人清运")
    page.get_by_role("button", name="暴露垃圾", exact=True).click()
    page.get_by_role("button", name="用我的位置").click()
    expect(page.get_by_text("已定位（误差约 15 米）")).to_be_visible()
    page.get_by_role("button", name="提交").click()
    done = page.get_by_role("status").filter(has_text="已收到，谢谢")
    expect(done).to_be_visible()
    number = done.locator("b").inner_text()
    page.get_by_role("button", name="查看进度").click()
    expect(page).to_have_url(re.compile("/r/[A-Za-z0-9_-]{32}$"))
    link = page.url
    expect(page.get_by_text("弄堂口暴露垃圾堆了三天")).to_be_visible()

    with platform.signed_in("zhibanzhang") as officer:
        close(officer, number)
    page.goto(link)
    expect(page.get_by_role("heading", name="已办结")).to_be_visible()
    expect(page.get_by_role("region", name="答复")).to_contain_text("垃圾已清运，欢迎继续监督。")
    expect(page.get_by_text("承办单位：")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 375
    page.get_by_role("button", name="满意", exact=True).click()
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_text("您的评价：满意")).to_be_visible()

    page.get_by_role("link", name="查进度").click()
    expect(page.get_by_role("region", name="我报过的")).to_contain_text("弄堂口暴露垃圾")
    page.goto(f"{platform.base_url}/r/{'x' * 32}")
    expect(page.get_by_text("链接无效或已过期")).to_be_visible()


def test_danger_that_is_typed_in_is_told_whom_to_call_before_anything_else(page: Page) -> None:
    page.get_by_label("发生了什么").fill("楼道闻到燃气味，有人晕倒")
    calls = page.get_by_role("alert", name="先打电话")
    expect(calls.get_by_role("link", name="拨打 119")).to_have_attribute("href", "tel:119")
    expect(calls.get_by_role("link", name="拨打 120")).to_be_visible()
    assert calls.bounding_box()["y"] < page.get_by_label("发生了什么").bounding_box()["y"]  # type: ignore[index]
    page.get_by_label("发生了什么").fill("家里电费算错了")
    expect(page.get_by_text("供电服务 95598 负责")).to_be_visible()


def test_a_suggestion_is_written_opened_voted_on_and_the_figures_are_open(platform: Served, page: Page) -> None:
    words = f"河边步道多装 {randrange(10**9)} 把长椅"
    page.get_by_role("link", name="建议与需求").click()
    page.get_by_role("button", name="我来提").click()
    page.get_by_label("内容").fill(words)
    page.get_by_role("dialog").get_by_role("button", name="提交").click()
    expect(page.get_by_text("已收到，工作人员看过后公开。")).to_be_visible()
    with platform.signed_in("zhibanzhang") as officer:
        [one] = [each for each in officer.get("/api/proposals").json()["items"] if each["text"] == words]
        assert officer.post(f"/api/proposals/{one['id']}/open", json={}).is_success
    page.reload()
    card = page.get_by_role("article").filter(has_text=words)
    card.get_by_role("button", name="赞成").click()
    expect(card.get_by_text("1 票")).to_be_visible()
    page.reload()
    expect(card.get_by_role("button", name="已赞成")).to_be_visible()
    page.get_by_role("link", name="公开数据").click()
    expect(
        page.get_by_role("columnheader", name="按期结案率").or_(page.get_by_text("近 30 天没有数据。"))
    ).to_be_visible()


def test_no_page_of_the_residents_has_a_serious_fault(platform: Served, page: Page) -> None:
    page.get_by_label("发生了什么").fill("楼下着火了，有人受伤")
    page.get_by_role("alert", name="先打电话").wait_for()
    assert serious_faults(page) == []
    for tab, ready in (("查进度", "我报过的"), ("建议与需求", "我来提"), ("公开数据", "近 30 天")):
        page.get_by_role("link", name=tab).click()
        page.get_by_text(ready).first.wait_for()
        assert serious_faults(page) == []
