"""Windows of the map over a million points: how long the server takes for each, alone.

`python bench/map.py [--points 1000000] [--looks 200]` makes points in the shape of a district and answers windows at
every zoom, for one who sees everything and for one of a street. It prints milliseconds at the median, at 95 and 99 %.
"""

import argparse
import json
import time
from uuid import UUID

import numpy as np

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


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--points", type=int, default=1_000_000)
    asked.add_argument("--looks", type=int, default=200)
    given = asked.parse_args()
    began = time.perf_counter()
    held = points(given.points)
    made = time.perf_counter() - began
    chance = np.random.default_rng(5)
    street = [(frozenset({UUID(int=7)}), None)]
    for name, reach in (("everything", None), ("one street", street)):
        spans = []
        for number in range(given.looks):
            zoom = 10 + number % 8
            began = time.perf_counter()
            look(held, reach, Asked(window(chance, zoom), float(zoom)), 1.79e9)
            spans.append((time.perf_counter() - began) * 1000)
        median, most, worst = np.percentile(spans, (50, 95, 99)).round(1)
        print(json.dumps({"points": given.points, "reach": name, "p50": median, "p95": most, "p99": worst}))
    print(json.dumps({"columns made in seconds": round(made, 2)}))


if __name__ == "__main__":
    main()
