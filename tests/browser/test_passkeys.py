"""Second factors clicked through in Chromium: passkeys by its virtual authenticator, codes by what the page shows."""

import re
from base64 import b32decode
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import serving
from tests.serving import Served, keys_of
from yiwang.access.identity.model.totp import code_at, step_at

pytestmark = pytest.mark.browser
PASSWORD = "苏州河边的四季桂花 blooms"


@pytest.fixture(scope="module")
def served() -> Served:
    """The platform that serves the whole run."""
    return serving.shared()


@pytest.fixture
def username(served: Served) -> str:
    """An account of the test's own: a second factor stays on it."""
    headers, name = keys_of(served), f"zhiban{uuid4().hex[:8]}"
    with served.client() as admin:
        ask = {"username": name, "name": "值班员", "password": PASSWORD, "must_change": False}
        made = admin.post("/api/accounts", json=ask, headers=headers["system_admin"])
        assert made.is_success, made.text
        path = f"/api/accounts/{made.json()['id']}/grants"
        granted = admin.post(path, json={"role": "handler"}, headers=headers["security_admin"])
        assert granted.is_success, granted.text
    return name


def opened(browser: Browser, address: str) -> Page:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    return page


@pytest.fixture
def named(served: Served) -> str:
    """The platform by a host name: passkeys are bound to one."""
    return served.base_url.replace("127.0.0.1", "localhost")


@pytest.fixture
def page(browser: Browser, named: str) -> Iterator[Page]:
    """A browser with a device that keeps passkeys and sees its owner's finger."""
    page = opened(browser, named)
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield page
    page.context.close()


def type_password(page: Page, username: str) -> None:
    page.get_by_label("账号").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()


def on_the_desk(page: Page) -> None:
    """Signed in; after signing out one comes back to where one was."""
    expect(page.get_by_role("button", name="账号菜单")).to_be_visible()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="账号菜单").click()
    page.get_by_text("退出登录").click()
    expect(page.get_by_role("heading", name="登录", level=1)).to_be_visible()


def to_security(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_be_visible()  # the first page is there
    page.get_by_role("button", name="账号菜单").click()
    page.get_by_role("menuitem", name="账号安全").click()
    expect(page.get_by_role("heading", name="账号安全", level=1)).to_be_visible()


def keep_codes(page: Page) -> list[str]:
    dialog = page.get_by_role("dialog", name="请保存恢复码")
    expect(dialog.locator("li")).to_have_count(10)
    codes = dialog.locator("li").all_inner_texts()
    dialog.get_by_role("button", name="我已保存").click()
    expect(dialog).to_be_hidden()
    return codes


def test_a_passkey_made_on_the_desk_signs_in_alone_and_after_the_password(page: Page, username: str) -> None:
    type_password(page, username)
    on_the_desk(page)
    to_security(page)
    page.get_by_role("button", name="添加通行密钥").click()
    dialog = page.get_by_role("dialog", name="添加通行密钥")
    dialog.get_by_label("起个名字").fill("值班室电脑")
    dialog.get_by_role("button", name="添加通行密钥").click()
    keep_codes(page)
    expect(page.get_by_text("值班室电脑")).to_be_visible()

    sign_out(page)
    page.get_by_role("button", name="用通行密钥登录").click()
    on_the_desk(page)

    sign_out(page)
    type_password(page, username)
    expect(page.get_by_role("heading", name="再确认一次身份", level=1)).to_be_visible()
    page.get_by_role("button", name="使用通行密钥").click()
    on_the_desk(page)

    to_security(page)
    page.get_by_role("listitem").filter(has_text="值班室电脑").get_by_role("button", name="移除").click()
    page.get_by_role("tooltip").get_by_role("button", name="移除").click()
    expect(page.get_by_text("还没有通行密钥")).to_be_visible()
    sign_out(page)
    type_password(page, username)
    on_the_desk(page)


def test_a_phone_is_added_by_its_code_and_asked_for_then(page: Page, username: str) -> None:
    type_password(page, username)
    on_the_desk(page)
    to_security(page)
    page.get_by_role("button", name="绑定手机").click()
    dialog = page.get_by_role("dialog", name="绑定手机")
    expect(dialog.get_by_role("img", name="动态验证码二维码").locator("svg")).to_be_visible()
    dialog.get_by_text("扫不了？手工输入密钥").click()
    typed = dialog.get_by_test_id("secret").inner_text().replace(" ", "")
    secret = b32decode(typed + "=" * (-len(typed) % 8))
    dialog.get_by_label("手机显示的六位验证码").fill("000000")
    dialog.get_by_role("button", name=re.compile("绑\\s*定")).click()
    expect(dialog.get_by_text("不是此刻的验证码")).to_be_visible()
    now = datetime.now(UTC)
    dialog.get_by_label("手机显示的六位验证码").fill(code_at(secret, step_at(now)))
    dialog.get_by_role("button", name=re.compile("绑\\s*定")).click()
    codes = keep_codes(page)

    sign_out(page)
    type_password(page, username)
    expect(page.get_by_text("请输入手机上的动态验证码")).to_be_visible()
    page.get_by_label("验证码或恢复码").fill(code_at(secret, step_at(now)))
    page.get_by_role("button", name=re.compile("确\\s*认")).click()
    expect(page.get_by_text("已用过")).to_be_visible()
    # The next step's code already counts: a phone's clock may be early by one.
    page.get_by_label("验证码或恢复码").fill(code_at(secret, step_at(now) + 1))
    page.get_by_role("button", name=re.compile("确\\s*认")).click()
    on_the_desk(page)
    sign_out(page)
    type_password(page, username)
    page.get_by_label("验证码或恢复码").fill(codes[0])
    page.get_by_role("button", name=re.compile("确\\s*认")).click()
    on_the_desk(page)


def test_on_an_ip_address_the_button_explains_why_not(browser: Browser, served: Served, username: str) -> None:
    page = opened(browser, served.base_url)
    expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="用通行密钥登录")).to_be_hidden()
    type_password(page, username)
    expect(page.get_by_role("button", name="账号菜单")).to_be_visible()
    to_security(page)
    page.get_by_role("button", name="添加通行密钥").click()
    expect(page.get_by_role("dialog").get_by_text("通行密钥需要域名")).to_be_visible()
    page.context.close()
