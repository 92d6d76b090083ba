"""Who reports how much a day, and what it looks like on the wire of each door."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from math import cos, pi
from typing import Any

import numpy as np

from yiwang.demo.world import Place

Report = tuple[str, Mapping[str, Any]]  # the path, and what is sent there


@dataclass(frozen=True)
class Said:
    """A report before it takes the form of a door."""

    number: str
    matter: str
    text: str
    lon: float
    lat: float
    where: str
    urgent: bool
    phone: str
    jurisdiction: str = ""


def _plain(channel: str, *, self_handled: bool = False) -> Callable[[Said], Report]:
    def made(said: Said) -> Report:
        body: dict[str, Any] = {
            "channel": channel,
            "matter": said.matter,
            "text": said.text,
            "place": {"lon": said.lon, "lat": said.lat, "text": said.where},
            "urgent": said.urgent,
            "idempotency_key": said.number,
        }
        return "/api/reports", body | ({"self_handled": {"text": "已当场处理"}} if self_handled else {})

    return made


def _hotline(said: Said) -> Report:
    place = {"lon": said.lon, "lat": said.lat, "text": said.where}
    order = {"number": said.number, "kind": "投诉", "title": said.text[:20], "text": said.text, "matter": said.matter}
    return "/api/hotline/orders", order | {"place": place, "reporter": {"name": "演示市民", "phone": said.phone}}


def _resident(said: Said) -> Report:
    place = {"lon": said.lon, "lat": said.lat, "datum": "WGS84"}
    told = {"text": said.text, "place": place, "matter": said.matter, "idempotency_key": said.number}
    return "/api/residents/reports", told | {"reporter": {"phone": said.phone}}


def _business(said: Said) -> Report:
    place = {"lon": said.lon, "lat": said.lat, "text": said.where}
    order = {"id": said.number, "content": said.text, "matter": said.matter, "place": place}
    return "/api/channels/business/reports", order | {"contact": {"phone": said.phone}}


def _emergency(said: Said) -> Report:
    location = {"lon": said.lon, "lat": said.lat, "address": said.where}
    event = {"id": said.number, "title": said.text, "matter": said.matter, "location": location}
    return "/api/channels/city-emergency/reports", {"event": event}


@dataclass(frozen=True)
class Source:
    """One way in: how many a day, how it swings over the day (0 flat, 1 only at noon), its form."""

    name: str
    a_day: float
    swing: float
    form: Callable[[Said], Report]
    basis: str


# 4,700 a day in all: 53 and 7 are the sources' figures, the others our estimate (sensors make their own, by alarms).
SOURCES = (
    Source("sector patrol 片区巡查", 53, 0.8, _plain("patrol"), "000: 19,323 patrol cases a year"),
    Source("street grid 街镇网格", 1300, 0.8, _plain("patrol"), "estimate"),
    Source("found and fixed 即查即改", 700, 0.8, _plain("patrol", self_handled=True), "estimate"),
    Source("video 视频", 1000, 0.3, _plain("video"), "estimate"),
    Source("hotline 12345", 600, 0.6, _hotline, "estimate"),
    Source("business systems 业务系统", 350, 0.7, _business, "estimate"),
    Source("residents 市民", 150, 0.6, _resident, "estimate"),
    Source("models 数据模型", 60, 0.2, _plain("model"), "estimate"),
    Source("opinion 舆情", 10, 0.3, _plain("api"), "estimate"),
    Source("emergencies 突发事件", 7, 0.2, _emergency, "000: 3,053 in 14 months"),
)


def rhythm(source: Source, at: datetime) -> float:
    """Return how many a day would come if it were always this hour (`at` in the zone of the city)."""
    hour = at.hour + at.minute / 60
    day = 1 - source.swing * cos((hour - 1.5) * 2 * pi / 24)
    return source.a_day * day * (0.72 if at.isoweekday() > 5 and source.swing > 0.5 else 1.0)


class Talk:
    """Makes reports: words of the demo's list at addresses of the city."""

    def __init__(self, places: Sequence[Place], chance: np.random.Generator) -> None:
        self._places = places
        self._chance = chance
        read = tomllib.loads((files("yiwang.demo") / "data" / "words.toml").read_text(encoding="utf-8"))["matter"]
        self._matters = [(one["code"], one["texts"]) for one in read]
        weights = np.array([one["weight"] for one in read], dtype=float)
        self._weights = np.cumsum(weights)[:-1] / weights.sum()

    def say(self, number: str) -> Said:
        """Return one made-up report."""
        chance = self._chance
        where, lon, lat, home = self._places[int(chance.integers(len(self._places)))]
        code, texts = self._matters[int(np.searchsorted(self._weights, chance.random()))]
        text = texts[int(chance.integers(len(texts)))].format(where=where, n=int(chance.integers(2, 6)))
        jitter = chance.normal(0, 0.0002, 2)
        phone = f"139000{int(chance.integers(10**5)):05d}"
        urgent = bool(chance.random() < 0.02)
        lon, lat = round(lon + jitter[0], 6), round(lat + jitter[1], 6)
        return Said(number, code, text, lon, lat, where, urgent, phone, home)
