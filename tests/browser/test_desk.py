"""The desk, clicked through by an officer: the whole life of a case, and what they meet on the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OFFICER, come_in
from tests.serving import Served

pytestmark = pytest.mark.browser
ROWS = "table[aria-busy=false] tbody tr"  # not the grey bars that stand there while the rows are on their way


def sign_in(page: Page, served: Served, username: str = OFFICER) -> None:
    come_in(page, served, "/cases", username)
    expect(page.get_by_role("heading", name="案件", level=1)).to_be_visible()


def report(page: Page, text: str) -> None:
    """Send in a report from the dialog, pinned on the middle of its map."""
    page.get_by_role("button", name="登记上报").click()
    dialog = page.get_by_role("dialog", name="登记上报")
    dialog.get_by_label("反映内容").fill(text)
    dialog.locator("[data-ready=true][data-picking=true]").wait_for()
    dialog.locator("canvas").click()
    expect(dialog.get_by_text("已标注")).to_be_visible()
    dialog.get_by_role("button", name="提交上报").click()
    expect(dialog.get_by_role("status")).to_contain_text("已形成案件")


def step(page: Page, verb: str) -> None:
    page.get_by_role("group", name="下一步").get_by_role("button", name=verb, exact=True).click()


def stands_at(page: Page, state: str) -> None:
    expect(page.locator("header").get_by_text(state, exact=True)).to_be_visible()


def test_a_case_goes_from_report_to_closed_by_clicking(page: Page, served: Served) -> None:
    sign_in(page, served)
    report(page, "弄堂口堆了好几袋垃圾，没有人清运，味道很大")
    page.get_by_role("dialog").get_by_role("button", name="查看案件").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("暴露垃圾")
    expect(page.get_by_role("region", name="案情")).to_contain_text("弄堂口堆了好几袋垃圾")
    expect(page.locator("[data-ready=true]").get_by_role("img", name="案发位置")).to_be_visible()
    if page.get_by_role("button", name="核实", exact=True).is_visible():
        step(page, "核实")
        page.get_by_text("属实，立案").click()
        page.get_by_role("dialog").get_by_role("button", name="核实", exact=True).click()
    stands_at(page, "待派遣")

    step(page, "派遣")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("radio").first).to_be_checked()
    dialog.get_by_role("button", name="按责任清单派遣。").click()
    dialog.get_by_role("button", name="派遣", exact=True).click()
    stands_at(page, "待签收")
    expect(page.get_by_role("region", name="为什么这样处理")).not_to_contain_text("尚未派遣")

    step(page, "签收")
    stands_at(page, "处置中")
    step(page, "处置完成")
    dialog.get_by_role("button", name="处置完成").click()
    expect(dialog.get_by_text("此项必填")).to_be_visible()
    dialog.get_by_role("button", name="已清理完毕。").click()
    dialog.get_by_role("button", name="处置完成").click()
    if waits_for_check(page):
        step(page, "核查")
        dialog.get_by_text("已解决，通过").click()
        dialog.get_by_role("button", name="核查", exact=True).click()
    stands_at(page, "待结案")
    step(page, "结案")
    dialog.get_by_role("button", name="处置结果符合结案条件。").click()
    dialog.get_by_role("button", name="结案", exact=True).click()
    stands_at(page, "已结案")
    expect(page.get_by_text("本案已办结。")).to_be_visible()
    told = page.get_by_role("region", name="经过")
    for word in ("立案", "派遣", "签收", "处置完成", "结案"):
        expect(told.get_by_text(word, exact=True)).to_be_visible()


def waits_for_check(page: Page) -> bool:
    """Say whether the case waits to be checked, once it has left handling."""
    header = page.locator("header")
    expect(header.get_by_text(re.compile("^待(核查|结案)$"))).to_be_visible()
    return header.get_by_text("待核查", exact=True).is_visible()


def test_the_list_is_walked_by_keyboard_and_searched_by_six_digits(page: Page, served: Served) -> None:
    sign_in(page, served)
    rows = page.locator(ROWS)
    expect(rows.nth(5)).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    digits = rows.nth(1).locator("td").first.inner_text()[-6:]
    page.keyboard.press("f")
    page.keyboard.type(digits)
    page.keyboard.press("Enter")
    expect(rows).to_have_count(1)
    expect(page).to_have_url(re.compile(digits))
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/cases/[0-9a-f-]{36}"))
    page.get_by_role("button", name="案件列表").click()
    expect(rows).to_have_count(1)


def test_pages_and_tabs_live_in_the_address(page: Page, served: Served) -> None:
    sign_in(page, served)
    first = page.locator(ROWS).first.locator("td").first
    seen = first.inner_text()
    page.get_by_role("button", name="下一页").click()
    expect(page.get_by_text("第 2 页")).to_be_visible()
    expect(first).not_to_have_text(seen)
    page.reload()
    expect(page.get_by_text("第 2 页")).to_be_visible()
    page.get_by_role("button", name="上一页").click()
    expect(first).to_have_text(seen)
    page.get_by_role("button", name=re.compile("^处置中")).click()
    expect(page).to_have_url(re.compile("tab=handling"))
    states = page.locator(f"{ROWS} td:nth-child(5)")
    expect(states.filter(has_not_text="处置中")).to_have_count(0)
    expect(states.first).to_have_text("处置中")


def test_a_step_somebody_else_took_first_is_said_plainly(page: Page, served: Served) -> None:
    # A page whose line is cut does not see the other's step by itself.
    page.route("**/api/stream*", lambda route: route.abort())
    sign_in(page, served)
    page.get_by_role("button", name=re.compile("^待签收")).click()
    page.locator(ROWS).first.click()
    stands_at(page, "待签收")
    case = page.url.rsplit("/", 1)[-1]
    # The same officer at another window: the case moves on while this page still shows it as it was.
    page.evaluate(
        """async (id) => {
            const csrf = decodeURIComponent(/yiwang_csrf=([^;]*)/.exec(document.cookie)[1]);
            const headers = {"X-CSRF-Token": csrf, "content-type": "application/json"};
            const answer = await fetch(`/api/cases/${id}/receive`, {method: "POST", headers, body: "{}"});
            if (!answer.ok) throw new Error(String(answer.status));
        }""",
        case,
    )
    step(page, "签收")
    expect(page.get_by_text("案件刚刚有了新进展")).to_be_visible()
    page.get_by_role("button", name="查看最新情况").click()
    stands_at(page, "处置中")


def test_a_figure_opens_to_its_cases(page: Page, served: Served) -> None:
    sign_in(page, served)
    page.get_by_role("link", name="评效").click()
    figure = page.get_by_role("button", name=re.compile("^查看构成：合计 立案数"))
    expect(figure).to_be_visible(timeout=90_000)
    figure.click()
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible(timeout=30_000)


def test_english_is_one_click_away_and_stays(page: Page, served: Served) -> None:
    sign_in(page, served)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Cases", level=1)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Cases", level=1)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_phone_shows_cards_and_nothing_runs_off_its_side(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    page.goto(served.base_url)
    page.get_by_label("账号").fill(OFFICER)
    page.get_by_label("密码").fill(served.passwords[OFFICER])
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="今日值守", level=1)).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 375
    page.get_by_role("link", name="案件", exact=True).click()
    card = page.locator("main li a").first
    expect(card).to_be_visible()
    card.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 375


def test_a_wrong_password_and_a_stranger_are_turned_away(page: Page, served: Served) -> None:
    page.goto(f"{served.base_url}/cases?tab=overdue")
    page.get_by_label("账号").fill("paiqian")
    page.get_by_label("密码").fill("not the password")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_text("账号或密码不对")).to_be_visible()
    page.get_by_label("密码").fill(served.passwords["paiqian"])
    page.get_by_role("button", name="登录").click()
    expect(page).to_have_url(re.compile("/cases.*tab=overdue"))


def test_the_token_of_the_first_start_makes_the_first_administrator(page: Page, served: Served) -> None:
    assert served.token
    page.goto(served.base_url)
    page.get_by_role("link", name="建立首个管理员").click()
    page.get_by_label("一次性口令").fill(served.token)
    page.get_by_label("姓名").fill("系统管理员甲")
    page.get_by_label("账号").fill("sysadmin")
    page.get_by_label("密码").fill("four-rivers-and-a-bridge")
    page.get_by_role("button", name="建立并登录").click()
    expect(page.get_by_role("button", name="账号菜单")).to_contain_text("系统管理员甲")
    expect(page.get_by_role("link", name="案件")).to_have_count(0)
