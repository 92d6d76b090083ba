"""A platform served for real, with its sample district, and a browser that looks at it."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.scratch import new_folder
from tests.serving import grown_into

STATIC = Path(__file__).parents[2] / "src" / "yiwang" / "app" / "static"
START_SECONDS = 300
# What a test expects comes within a second on a machine with nothing else to do.
expect.set_options(timeout=30_000)
# The sandbox of the browser needs rights that a container rarely has; the map is drawn in software.
ARGUMENTS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # Phones are tried with a camera that shows a test picture.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: clicks through the built desk in a real browser")


@dataclass(frozen=True)
class Served:
    """Where the platform answers, its one-time token, and the passwords of the sample accounts."""

    url: str
    token: str
    passwords: dict[str, str]


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """Serve a fresh platform on a free port until the module's tests are over."""
    if not (STATIC / "index.html").is_file():
        pytest.fail("The desk is not built: run `make test`, or `npm run build` in web/.")
    # Not pytest's own folder: the database's user has to pass through it.
    folder = new_folder("yiwang-browser-")
    folder.chmod(0o711)
    data = folder / "data"
    data.mkdir()
    grown_into(data)
    said = folder / "said.txt"
    command = [sys.executable, "-m", "yiwang.app", "serve", "--port", "0"]
    settings = {"YIWANG_DATA_DIR": str(data), "YIWANG_API_WORKERS": "1", "YIWANG_SAMPLE": "true", "COLUMNS": "200"}
    with said.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, env={**os.environ, **settings}, stdout=out, stderr=subprocess.STDOUT)
        try:
            yield _told(process, said, data)
        finally:
            process.terminate()
            process.wait(timeout=60)
            shutil.rmtree(folder, ignore_errors=True)


def _told(process: subprocess.Popen[bytes], said: Path, data: Path) -> Served:
    """Wait until the platform says where it is; return what it said."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        words = said.read_text(encoding="utf-8")
        if found := re.search(r"http://\S+", words):
            token = re.search(r"one-time token\s+(\S+)", words)
            return Served(found.group(), token.group(1) if token else "", _passwords(data))
        time.sleep(0.2)
    pytest.fail(f"The platform did not start:\n{said.read_text(encoding='utf-8')}")


def _passwords(data: Path) -> dict[str, str]:
    lines = (data / "sample-accounts.txt").read_text(encoding="utf-8").splitlines()[1:]
    return {words[0]: words[1] for line in lines if len(words := line.split()) >= 2}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium of the system; it is closed with the module, so that its loop is gone for the tests after it."""
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
        viewport={"width": 1366, "height": 768}, locale="zh-CN", timezone_id="America/New_York"
    )
    context.set_default_timeout(60_000)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(f"error on the page: {error}"))
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((served.url, "data:", "blob:"))
            else wrong.append(f"request to {request.url}")
        ),
    )
    opened.goto(served.url)
    yield opened
    context.close()
    assert not wrong
