"""The duty officer's page: two desks see each other's steps, a cut line is said, a day's work by keyboard alone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import come_in
from tests.serving import Served

pytestmark = pytest.mark.browser
WAITING = "/?tab=to_dispatch"


@pytest.fixture
def other(browser: Browser, served: Served) -> Iterator[Page]:
    """Another officer at another desk."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN", reduced_motion="reduce")
    page = context.new_page()
    come_in(page, served, WAITING, "paiqian")
    yield page
    context.close()


def waiting(page: Page) -> Locator:
    lines = page.locator("section[aria-label=待办列表] li")
    expect(lines.first).to_be_visible()
    return lines


def test_two_desks_see_each_others_step_and_a_cut_line_catches_up(page: Page, other: Page, served: Served) -> None:
    come_in(page, served, WAITING)
    lines, theirs = waiting(page), waiting(other)
    first, second = (lines.nth(at).get_attribute("data-id") for at in (-1, -2))
    theirs.and_(other.locator(f"[data-id='{first}']")).get_by_role("button").click()
    other.get_by_role("button", name="认领", exact=True).and_(other.locator("aside *")).click()
    expect(lines.and_(page.locator(f"[data-id='{first}']"))).to_contain_text("派遣员")

    page.context.set_offline(True)
    expect(page.get_by_text("连接中断")).to_be_visible()
    theirs.and_(other.locator(f"[data-id='{second}']")).get_by_role("button").click()
    other.get_by_role("button", name="认领", exact=True).and_(other.locator("aside *")).click()
    expect(theirs.and_(other.locator(f"[data-id='{second}']"))).to_contain_text("派遣员")
    page.context.set_offline(False)
    expect(page.get_by_text("已恢复连接")).to_be_visible()
    expect(lines.and_(page.locator(f"[data-id='{second}']"))).to_contain_text("派遣员")


def focus(page: Page, wanted: Locator) -> None:
    """Go to a field as someone without a mouse does."""
    for _ in range(40):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The field cannot be reached by keyboard.")


def test_a_case_goes_from_report_to_closed_by_keyboard_alone(page: Page, served: Served) -> None:
    page.goto(served.base_url)
    expect(page.get_by_label("账号")).to_be_focused()
    page.keyboard.type("zhibanzhang")
    page.keyboard.press("Tab")
    page.keyboard.type(served.passwords["zhibanzhang"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="今日值守", level=1)).to_be_visible()
    page.keyboard.press("n")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("反映内容")).to_be_focused()
    page.keyboard.type("小区门口堆了建筑垃圾，三天没有清走")
    focus(page, dialog.get_by_label("地点描述"))
    page.keyboard.type("兰溪路8号")
    page.keyboard.press("Control+Enter")
    expect(dialog.get_by_role("status")).to_contain_text("已形成案件")
    focus(page, dialog.get_by_role("button", name="查看案件").or_(dialog.get_by_role("link", name="查看案件")))
    page.keyboard.press("Enter")
    state = page.locator("header").get_by_text(re.compile("^(待|处置中|已结案)")).first
    for _ in range(8):
        before = state.inner_text()
        if before == "已结案":
            break
        expect(dialog).to_have_count(0)
        page.keyboard.press("d")
        fill(page, dialog, before)
        expect(state).not_to_have_text(before)
    expect(page.get_by_text("本案已办结。")).to_be_visible()


def fill(page: Page, dialog: Locator, state: str) -> None:
    """Fill in the form of the step, where it has one."""
    if state == "待签收":
        return
    expect(dialog).to_be_visible()
    if state == "待派遣":
        expect(dialog.get_by_role("radio").first).to_be_checked()
    elif state in ("待核查", "待核实"):
        focus(page, dialog.get_by_role("radio").first)
        page.keyboard.press("Space")
    if state != "待派遣":
        focus(page, dialog.locator("textarea").first)
        page.keyboard.type("已到场办理完毕。")
    page.keyboard.press("Control+Enter")


def test_whose_session_ended_loses_nothing_that_was_typed(page: Page, served: Served) -> None:
    come_in(page, served, WAITING)
    waiting(page).first.get_by_role("button").click()
    page.get_by_role("button", name="派遣", exact=True).click()
    words = page.get_by_role("dialog").locator("textarea")
    words.fill("写到一半的派遣理由")
    page.context.clear_cookies()
    page.get_by_role("dialog").get_by_role("button", name="派遣", exact=True).click()
    again = page.get_by_role("dialog", name="登录已过期")
    again.get_by_label("密码").fill(served.passwords["zhibanzhang"])
    again.get_by_role("button", name="登录", exact=True).click()
    expect(again).to_have_count(0)
    expect(words).to_have_value("写到一半的派遣理由")
