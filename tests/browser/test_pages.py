"""The desk's further pages: search, command, intake, personal data, and what an account without the right sees."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import serving
from tests.browser.faults import faults_of_the_menu
from tests.browser.test_desk import ROWS, sign_in
from tests.serving import Served, keys_of

pytestmark = pytest.mark.browser


def open_part(page: Page, place: str, part: str) -> None:
    page.get_by_label("主导航").get_by_role("link", name=place, exact=True).click()
    page.get_by_role("navigation", name=place).get_by_role("link", name=part, exact=True).click()


def choose_unit(page: Page) -> None:
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("选择单位").first.click()
    page.locator(".ant-select-item-option").first.click()


def test_the_search_is_walked_by_keyboard_and_marks_what_it_found(page: Page, served: Served) -> None:
    sign_in(page, served)
    expect(page.locator(ROWS).first).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("垃圾")
    panel = page.get_by_role("listbox", name="全局搜索")
    expect(panel.get_by_role("group", name="案件").locator("mark").first).to_have_text("垃圾")
    page.keyboard.press("ArrowDown")
    expect(panel.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/cases/[0-9a-f-]{36}"))
    page.keyboard.press("/")
    page.keyboard.type("绿化")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("搜索“绿化”")
    page.get_by_role("region", name="单位与人员").get_by_role("link").first.click()
    expect(page.get_by_role("region", name="此刻在岗")).to_be_visible()


def test_an_order_is_given_received_and_reported_done(page: Page, served: Served) -> None:
    sign_in(page, served)
    open_part(page, "值守", "指令")
    page.get_by_role("button", name="下达指令").click()
    choose_unit(page)
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("标题").fill("检查下立交排水")
    dialog.get_by_label("正文").fill("18 时前反馈。")
    dialog.get_by_role("button", name="下达").click()
    row = page.get_by_role("row").filter(has_text="检查下立交排水")
    row.get_by_role("button", name="签收").click()
    row.get_by_role("button", name="反馈办结").click()
    dialog.get_by_label("办理结果").fill("均已检查，水泵正常。")
    dialog.get_by_role("button", name="反馈办结").click()
    expect(row).to_contain_text("已办结")
    expect(row).to_contain_text("水泵正常")


def test_a_caller_in_the_log_is_shown_for_a_reason_only(page: Page, served: Served) -> None:
    sign_in(page, served)
    open_part(page, "值守", "值班日志")
    page.get_by_role("button", name="记一条").click()
    choose_unit(page)
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("内容").fill("居民反映路面积水")
    dialog.get_by_label("来电号码").fill("13900000077")
    dialog.get_by_role("button", name="记入日志").click()
    row = page.get_by_role("row").filter(has_text="居民反映路面积水")
    expect(row).not_to_contain_text("13900000077")
    row.get_by_role("button", name="查看来电人").click()
    dialog.get_by_role("button", name="查看").click()
    expect(dialog.get_by_text("此项必填")).to_be_visible()
    dialog.get_by_label("查看理由").fill("回电核实位置")
    dialog.get_by_role("button", name="查看").click()
    expect(row).to_contain_text("13900000077")


def test_a_page_with_personal_data_bears_a_watermark_and_fields_open_with_a_reason(page: Page, served: Served) -> None:
    sign_in(page, served)
    page.get_by_role("button", name="登记上报").click()
    dialog = page.get_by_role("dialog", name="登记上报")
    dialog.get_by_label("反映内容").fill("单元门口路灯不亮，晚上很黑")
    dialog.get_by_label("称呼").fill("陈女士")
    dialog.get_by_label("电话").fill("13900000088")
    dialog.locator("[data-ready=true][data-picking=true]").wait_for()
    dialog.locator("canvas").click()
    dialog.get_by_role("button", name="提交上报").click()
    dialog.get_by_role("button", name="查看案件").click()
    reports = page.get_by_role("region", name="来件")
    expect(reports).to_contain_text("139****0088")
    expect(page.locator("[data-watermark]")).to_have_attribute(
        "data-watermark", re.compile(f"zhibanzhang {datetime.now(UTC):%Y}")
    )
    reports.get_by_role("button", name="查看电话").first.click()
    asked = page.get_by_role("dialog", name="查看电话")
    asked.get_by_label("查看理由").fill("回访")
    asked.get_by_role("button", name="查看").click()
    expect(reports).to_contain_text("13900000088")


def test_an_export_with_personal_columns_waits_for_another_person(page: Page, served: Served) -> None:
    sign_in(page, served)
    open_part(page, "个人信息", "导出")
    page.get_by_role("button", name="申请导出").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox", name=re.compile("L3")).first.check()
    dialog.get_by_label("理由").fill("月度回访抽查")
    dialog.get_by_role("button", name="提交").click()
    row = page.locator(ROWS.replace("table[aria-busy=false]", "table[aria-label=导出]")).first
    expect(row).to_contain_text("待审批")
    expect(row.get_by_role("button", name="同意", exact=True)).to_have_count(0)


def test_a_file_of_orders_is_tried_and_comes_back_with_its_faults(page: Page, served: Served) -> None:
    sign_in(page, served)
    open_part(page, "接入", "工单导入")
    page.get_by_role("button", name="导入工单文件").click()
    dialog = page.get_by_role("dialog")
    head = "工单编号,诉求类型,标题,诉求内容,诉求地址,经度,纬度\n"
    rows = (
        head + "T1,投诉,垃圾,小区门口暴露垃圾,曹杨路1号,121.404,31.238\n,投诉,垃圾,没有编号,曹杨路1号,121.404,31.238\n"
    )
    file = {"name": "orders.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    dialog.locator("input[type=file]").set_input_files(file)
    dialog.get_by_role("button", name="开始试导入").click()
    row = page.get_by_role("row").filter(has_text="orders.csv")
    expect(row.get_by_role("link", name="下载结果")).to_be_visible(timeout=30_000)
    with page.expect_download() as fetched:
        row.get_by_role("link", name="下载结果").click()
    assert "导入结果" in fetched.value.path().read_text(encoding="utf-8-sig")


def test_the_menu_names_only_what_a_handler_may_open(page: Page, served: Served) -> None:
    sign_in(page, served, "lvhua")
    menu = page.get_by_label("主导航")
    expect(menu.get_by_role("link", name="值守")).to_be_visible()
    for place in ("接入", "个人信息", "审计", "场景管理", "协同平台", "账号与角色"):
        expect(menu.get_by_role("link", name=place, exact=True)).to_have_count(0)
    page.goto(f"{served.base_url}/audit?tab=looks")
    expect(page.get_by_role("alert")).to_contain_text("没有查看此页的权限")


def post(page: Page, served: Served, path: str, body: dict[str, object]) -> dict[str, str]:
    """Send something in as whoever is signed in on the page."""
    token = page.request.get(f"{served.base_url}/api/session").json()["csrf"]
    answer = page.request.post(f"{served.base_url}{path}", data=body, headers={"x-csrf-token": token})
    assert answer.ok, answer.text()
    found: dict[str, str] = answer.json()
    return found


def test_a_case_is_put_where_it_is_and_expedited_from_its_page(page: Page, served: Served) -> None:
    sign_in(page, served)
    page.locator(ROWS).filter(has_text="处置中").first.click()
    page.get_by_role("button", name="更正位置").click()
    dialog = page.get_by_role("dialog", name=re.compile("更正位置"))
    dialog.locator("[data-ready=true][data-picking=true]").wait_for()
    dialog.get_by_label("经度").fill("121.4012")
    dialog.get_by_label("纬度").fill("31.2376")
    dialog.get_by_role("button", name="确认更正").click()
    expect(dialog.get_by_text("此项必填")).to_be_visible()
    dialog.get_by_label("更正理由").fill("与反映人电话核对")
    dialog.get_by_role("button", name="确认更正").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("region", name="案情")).to_contain_text("121.401200")
    expect(page.get_by_role("region", name="经过")).to_contain_text("与反映人电话核对")
    page.get_by_role("group", name="下一步").get_by_role("button", name="提示督办").click()
    asked = page.get_by_role("dialog", name=re.compile("提示督办"))
    asked.get_by_role("button", name="临近时限，请加快办理并反馈进展。").click()
    asked.get_by_role("button", name="发出").click()
    expect(page.get_by_role("region", name="经过")).to_contain_text("提示：临近时限")


def test_an_order_of_the_hotline_is_contacted_and_answered(page: Page, served: Served) -> None:
    sign_in(page, served)
    place = {"lon": 121.4044, "lat": 31.2371, "text": "金沙江路"}
    order = {"number": "T-7001", "kind": "complaint", "title": "路灯不亮", "text": "路灯不亮，看不清路", "place": place}
    post(page, served, "/api/hotline/orders", {**order})
    open_part(page, "接入", "热线工单")
    page.get_by_role("button", name="T-7001").click()
    shown = page.get_by_role("region", name="T-7001")
    shown.get_by_role("button", name="首次联系").click()
    dialog = page.get_by_role("dialog", name=re.compile("首次联系"))
    dialog.get_by_label("备注").fill("说明了办理时限")
    dialog.get_by_role("button", name="首次联系").click()
    expect(shown).to_contain_text("说明了办理时限")
    shown.get_by_role("button", name="答复热线").click()
    dialog = page.get_by_role("dialog", name=re.compile("答复热线"))
    dialog.get_by_text("解释说明").click()
    dialog.get_by_label("答复内容").fill("已列入本周检修")
    dialog.get_by_role("button", name="答复热线").click()
    expect(shown).to_contain_text("已列入本周检修")
    expect(shown.get_by_role("button", name="退回市级")).to_have_count(0)


def test_what_residents_propose_is_opened_and_answered(page: Page, served: Served) -> None:
    sign_in(page, served)
    said = {"kind": "need", "text": "希望增设一处社区食堂"}
    assert page.request.post(f"{served.base_url}/api/residents/proposals", data=said).ok
    page.get_by_label("主导航").get_by_role("link", name="居民建议", exact=True).click()
    row = page.get_by_role("row").filter(has_text="社区食堂")
    row.get_by_role("button", name="公开征集").click()
    page.get_by_role("dialog").get_by_role("button", name="公开征集").click()
    expect(row).to_have_count(0)
    page.get_by_role("navigation", name="居民建议与需求").get_by_role("link", name="征集中").click()
    row.get_by_role("button", name="答复").click()
    page.get_by_role("dialog").get_by_label("答复").fill("明年二季度开放")
    page.get_by_role("dialog").get_by_role("button", name="答复").click()
    page.get_by_role("navigation", name="居民建议与需求").get_by_role("link", name="已答复").click()
    expect(row).to_contain_text("明年二季度开放")


def test_no_page_of_the_desk_has_a_serious_fault_in_any_tab(page: Page, served: Served) -> None:
    sign_in(page, served)
    assert faults_of_the_menu(page) == {}


@pytest.mark.parametrize("role", ["system_admin", "security_admin", "audit_admin"])
def test_no_page_of_an_administrator_has_a_serious_fault(browser: Browser, role: str) -> None:
    platform = serving.shared()
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN", reduced_motion="reduce")
    context.set_extra_http_headers({"Cookie": keys_of(platform)[role]["Cookie"]})
    page = context.new_page()
    page.goto(platform.base_url)
    assert faults_of_the_menu(page) == {}
    context.close()
