"""A platform served for real, with its sample district, and a browser that looks at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import serving
from tests.scratch import new_folder
from tests.serving import Served

STATIC = Path(__file__).parents[2] / "src" / "yiwang" / "app" / "static"
OFFICER = "zhibanzhang"  # the supervisor of the whole district
# What a test expects comes within a second on a machine with nothing else to do.
expect.set_options(timeout=30_000)
# The sandbox of the browser needs rights that a container rarely has; the map is drawn in software.
ARGUMENTS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    # Only the map needs OpenGL: what is around it is put together four times as cheaply without.
    "--disable-gpu-compositing",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # Phones are tried with a camera that shows a test picture.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: clicks through the built desk in a real browser")


@pytest.fixture(scope="package")
def served() -> Iterator[Served]:
    """A platform for the desk's modules alone, so that nobody else's steps move its lists; stopped after the last."""
    if not (STATIC / "index.html").is_file():
        pytest.fail("The desk is not built: run `make test`, or `npm run build` in web/.")
    # Not pytest's own folder: the database's user has to pass through it.
    folder = new_folder("yiwang-browser-")
    try:
        serving.grown_into(folder)
        process = serving.serve(folder)
        try:
            yield serving.when_ready(folder, process)
        finally:
            serving.stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def come_in(page: Page, served: Served, path: str = "/", username: str = OFFICER) -> None:
    """Open a page signed in; the form is clicked through where it is what is tried."""
    typed = {"username": username, "password": served.passwords[username]}
    answer = page.context.request.post(f"{served.base_url}/api/session", data=typed, timeout=60_000)
    assert answer.ok, answer.text()
    page.goto(f"{served.base_url}{path}")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium of the system; it is closed after the last module, so that its loop is gone for the tests after it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("No Chromium: `apt-get install chromium fonts-noto-cjk`, or run `make test`.")
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A desk in a browser far from Shanghai; requests to another host and errors of the page fail the test."""
    context = browser.new_context(
        viewport={"width": 1366, "height": 768},
        locale="zh-CN",
        timezone_id="America/New_York",
        # What blinks on a map without a graphics card takes one of two processors.
        reduced_motion="reduce",
    )
    context.set_default_timeout(60_000)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(f"error on the page: {error}"))
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((served.base_url, "data:", "blob:"))
            else wrong.append(f"request to {request.url}")
        ),
    )
    yield opened
    context.close()
    assert not wrong
