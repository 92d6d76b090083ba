"""Pictures of the main pages for the documents: `make pictures` serves a sample district and looks at it.

One case goes over the four faces: a resident reports it, the desk sends it, a handler has it on the phone, the wall
shows it. Everything in the pictures is made up, and every page says so.
"""

import argparse
import io
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.scratch import new_folder  # noqa: E402 - the folder of the tests stands beside this one
from tests.serving import Served, serve, stop, when_ready  # noqa: E402

IMAGES = ROOT / "docs" / "images"
DESK, WALL, PHONE = (1366, 768), (1920, 1080), (375, 812)
ARGUMENTS = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
WORDS = "金沙江路边的行道树被风吹倒，压住了人行道，行人只能走到车道上。"
PLACE = {"lon": 121.4052, "lat": 31.2391}
COLOURS = 256
QUIET = 4  # seconds for maps and figures to come to rest


# Nothing says that it is still loading, and every map has been drawn.
SETTLED = """() => !/正在载入|正在连接|正在计算|Loading|Connecting|Working it out/.test(document.body.innerText)
    && document.querySelectorAll('[data-ready=false]').length === 0"""


def main() -> None:
    """Serve, look, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--lang", choices=("zh", "en"), default="zh")
    given = asked.parse_args()
    folder = new_folder("yiwang-pictures-")
    process = serve(folder)
    try:
        served = when_ready(folder, process)
        with sync_playwright() as player:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
            browser = player.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            take(browser, served, given.lang)
            browser.close()
    finally:
        stop(process)
        shutil.rmtree(folder, ignore_errors=True)


def take(browser: Browser, served: Served, lang: str) -> None:
    """Take one case over the four faces, with a picture of each."""
    with visiting(browser, served, PHONE, lang) as context:
        keep(opened(context, served, "/c"), "resident")
        case = report(context, served)
    with visiting(browser, served, DESK, lang, "zhibanzhang") as context:
        keep(opened(context, served, "/"), "day")
        step(context, served, case, "dispatch", unit=handler_unit(context, served, case))
        page = opened(context, served, f"/cases/{case}")
        keep(page, "desk", full=True)
    with visiting(browser, served, PHONE, lang, "lvhua") as context:
        keep(opened(context, served, "/m"), "pocket")
    with visiting(browser, served, WALL, lang, "zhibanzhang") as context:
        page = opened(context, served, "/wall")
        page.wait_for_selector("table tbody tr")
        keep(page, "wall")
        page.keyboard.press("2")
        keep(page, "wall-ranks")


@contextmanager
def visiting(
    browser: Browser, served: Served, size: tuple[int, int], lang: str, username: str = ""
) -> Iterator[BrowserContext]:
    """Give a browser of this size, signed in where a name is given."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="zh-CN", has_touch=size == PHONE
    )
    context.add_init_script(f"localStorage.setItem('yiwang.language', '{lang}')")
    if username:
        typed = {"username": username, "password": served.passwords[username]}
        answer = context.request.post(f"{served.base_url}/api/session", data=typed)
        if not answer.ok:
            raise SystemExit(answer.text())
    yield context
    context.close()


def opened(context: BrowserContext, served: Served, path: str) -> Page:
    """Open a page and wait until it stands."""
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(served.base_url + path)
    page.wait_for_selector("#root *")
    page.wait_for_function(SETTLED)
    time.sleep(QUIET)
    return page


def keep(page: Page, name: str, *, full: bool = False) -> None:
    """Write a picture in few colours: a page needs no more, and a repository keeps every version."""
    time.sleep(QUIET)
    with Image.open(io.BytesIO(page.screenshot(full_page=full))) as taken:
        taken.convert("RGB").quantize(COLOURS).save(IMAGES / f"{name}.png", optimize=True)
    sys.stdout.write(f"docs/images/{name}.png\n")


def report(context: BrowserContext, served: Served) -> str:
    """Report as a resident does, without an account; return the case it made."""
    body = {
        "text": WORDS,
        "place": {**PLACE, "datum": "CGCS2000"},
        "matter": "04002",
        "idempotency_key": f"pictures-{time.time_ns()}",
    }
    told = answered(context.request.post(f"{served.base_url}/api/residents/reports", data=body))
    with served.signed_in("zhibanzhang") as desk:
        for _ in range(60):
            found = desk.get("/api/cases", params={"sort": "-filed_at", "limit": 1}).json()["items"]
            if found and found[0]["title"]:
                return str(found[0]["id"])
            time.sleep(1)
    raise SystemExit(f"No case came of {told}")


def handler_unit(context: BrowserContext, served: Served, case: str) -> str | None:
    """Return the unit of the sample's handler where it may have the case."""
    answer = context.request.get(f"{served.base_url}/api/cases/{case}/units")
    units = answer.json().get("items", []) if answer.ok else []
    return next((str(unit["id"]) for unit in units if "绿化" in unit["name"]), None)


def step(context: BrowserContext, served: Served, case: str, verb: str, **fields: Any) -> None:
    """Take a step; one that the case does not allow any more is left out."""
    csrf = next((one["value"] for one in context.cookies() if one["name"] == "yiwang_csrf"), "")
    body = {name: value for name, value in fields.items() if value is not None}
    context.request.post(f"{served.base_url}/api/cases/{case}/{verb}", data=body, headers={"X-CSRF-Token": csrf})


def answered(answer: Any) -> Any:
    """Return what was answered; stop where it was refused."""
    if not answer.ok:
        raise SystemExit(answer.text())
    return answer.json()


if __name__ == "__main__":
    main()
