"""Windows of the map over a million points: how long the server takes for each, alone.

`python bench/map.py [--points 1000000] [--looks 200]` makes points in the shape of a district and answers windows at
every zoom, for one who sees everything and for one of a street. It prints milliseconds at the median, at 95 and 99 %.

With `--url http://localhost:8000 --username … --password …` of a running platform it also opens the wall's map in
headless Chromium without a graphics card, answers its windows out of the same points, pans and zooms for ten seconds
and prints how many frames a second were drawn.
"""

import argparse
import json
import os
import shutil
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import numpy as np
from playwright.sync_api import Route, sync_playwright

from yiwang.app.mapping.routes import _answer
from yiwang.cases.views.mapping import Asked, look
from yiwang.places.kernels.points import Points

WEST, SOUTH, EAST, NORTH = 121.30, 31.20, 121.46, 31.32
STREETS = 300


def points(number: int) -> Points:
    """Return so many cases, thicker around a few hundred middles as a city's are."""
    chance = np.random.default_rng(11)
    middles = chance.uniform((WEST, SOUTH), (EAST, NORTH), (400, 2))
    where = middles[chance.integers(0, 400, number)] + chance.normal(0, 0.004, (number, 2))
    ids = np.empty((number, 2), ">u8")
    ids[:, 0], ids[:, 1] = np.arange(number), chance.integers(0, 2**62, number)
    nodes = np.array([UUID(int=n + 1).bytes for n in range(STREETS)], "V16")
    opened = chance.uniform(1.7e9, 1.8e9, number)
    packed = {
        "id": ids.view("V16").reshape(-1),
        "lon": where[:, 0].astype(">f8"),
        "lat": where[:, 1].astype(">f8"),
        "place": nodes[chance.integers(0, STREETS, number)],
        "unit": nodes[chance.integers(0, STREETS, number)],
        "opened": opened.astype(">f8"),
        "due": (opened + 1e6).astype(">f8"),
        "state": chance.integers(0, 6, number).astype(">i2"),
        "urgent": (chance.random(number) < 0.02).astype(">i2"),
        "drill": np.zeros(number, ">i2"),
    }
    return Points(packed, nodes=("place", "unit"), told=("opened", "due", "state", "urgent", "drill"))


def window(chance: np.random.Generator, zoom: float) -> tuple[float, float, float, float]:
    """Return what a display of 1920 × 1080 shows at a zoom, somewhere in the district."""
    wide = 360 / 2**zoom * 1920 / 512
    high = wide * 1080 / 1920 * 0.855  # degrees of latitude are longer on the map there
    lon, lat = chance.uniform(WEST, EAST), chance.uniform(SOUTH, NORTH)
    return lon - wide / 2, lat - high / 2, lon + wide / 2, lat + high / 2


def drawn(held: Points, url: str, username: str, password: str) -> dict[str, Any]:
    """Return frames a second of the wall's map over these points, and how long its windows took to answer."""
    spans: list[float] = []

    def answer(route: Route) -> None:
        asked = {name: float(values[0]) for name, values in parse_qs(urlsplit(route.request.url).query).items()}
        began = time.perf_counter()
        box = (asked["west"], asked["south"], asked["east"], asked["north"])
        found = look(held, None, Asked(box, asked["zoom"]), 1.79e9)
        alone = (
            ((one.x, one.y), {"id": str(one.id), "state": one.state, "urgent": one.urgent, "overdue": one.overdue})
            for one in found.alone
        )
        body = _answer(found.found, ("urgent", "overdue"), alone).body
        spans.append((time.perf_counter() - began) * 1000)
        route.fulfill(body=bytes(body), content_type="application/geo+json")

    with sync_playwright() as player:
        software = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = player.chromium.launch(executable_path=path, args=software)
        context = browser.new_context(viewport={"width": 1920, "height": 1080})
        context.set_default_timeout(120_000)
        assert context.request.post(f"{url}/api/session", data={"username": username, "password": password}).ok
        page = context.new_page()
        page.route("**/api/map/cases?*", answer)
        page.goto(f"{url}/wall")
        page.wait_for_selector("[data-ready=true]")
        page.keyboard.press("3")
        page.wait_for_function("() => Number(document.querySelector('[data-ready]').dataset.cases) > 1000")
        page.evaluate(
            "() => { window.times = []; const note = (at) => { times.push(at); requestAnimationFrame(note); };"
            "requestAnimationFrame(note); }"
        )
        page.mouse.move(700, 500)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            page.mouse.down()
            for step in range(30):
                page.mouse.move(700 + 6 * step, 500 + 3 * step)
            page.mouse.up()
            page.mouse.wheel(0, -240 if len(spans) % 2 else 240)
            page.mouse.move(700, 500)
        gaps = np.diff(np.array(page.evaluate("() => window.times")))
        browser.close()
    rate = 1000 / np.percentile(gaps, (50, 95))
    return {
        "frames a second, median": round(float(rate[0]), 1),
        "frames a second, slowest twentieth": round(float(rate[1]), 1),
        "windows": len(spans),
        "window p95 ms": round(float(np.percentile(spans, 95)), 1),
        "load": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--points", type=int, default=1_000_000)
    asked.add_argument("--looks", type=int, default=200)
    asked.add_argument("--url")
    asked.add_argument("--username", default="")
    asked.add_argument("--password", default="")
    given = asked.parse_args()
    began = time.perf_counter()
    held = points(given.points)
    made = time.perf_counter() - began
    chance = np.random.default_rng(5)
    street = [(frozenset({UUID(int=7)}), None)]
    for name, reach in (("everything", None), ("one street", street)):
        spans, worked = [], []
        for number in range(given.looks):
            zoom = 10 + number % 8
            began, busy = time.perf_counter(), time.process_time()
            look(held, reach, Asked(window(chance, zoom), float(zoom)), 1.79e9)
            spans.append((time.perf_counter() - began) * 1000)
            worked.append((time.process_time() - busy) * 1000)
        median, most, worst = np.percentile(spans, (50, 95, 99)).round(1)
        # On a machine that others use too, the processor's own time is what can be compared.
        own = {
            "processor p50": round(np.percentile(worked, 50), 1),
            "processor p95": round(np.percentile(worked, 95), 1),
        }
        print(json.dumps({"points": given.points, "reach": name, "p50": median, "p95": most, "p99": worst, **own}))
    print(json.dumps({"columns made in seconds": round(made, 2), "load": round(os.getloadavg()[0], 1)}))
    if given.url:
        print(json.dumps(drawn(held, given.url, given.username, given.password)))


if __name__ == "__main__":
    main()
