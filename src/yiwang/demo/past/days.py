"""The rows of a day that is over, as the history door takes them: same seed, same day. Pure."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from yiwang.demo.life.sources import SOURCES, Said, Source, Talk, rhythm
from yiwang.demo.past.lives import Kind, life
from yiwang.demo.world import World

ZONE = ZoneInfo("Asia/Shanghai")
HOUR = timedelta(hours=1)
# name of the source: its channel, and how many of what machines see is nothing
CHANNELS: dict[str, tuple[str, float]] = {
    "sector patrol 片区巡查": ("patrol", 0.0),
    "street grid 街镇网格": ("patrol", 0.0),
    "found and fixed 即查即改": ("patrol", 0.0),
    "video 视频": ("video", 0.12),
    "hotline 12345": ("hotline", 0.0),
    "business systems 业务系统": ("system", 0.0),
    "residents 市民": ("resident", 0.0),
    "models 数据模型": ("model", 0.2),
    "opinion 舆情": ("api", 0.0),
    "emergencies 突发事件": ("city", 0.0),
}
OTHER = "DM-CITY"  # whoever answers where the list of the platform names nobody


def rows_of_day(world: World, seed: int, scale: float, anchor: datetime, back: int) -> Iterator[dict[str, Any]]:
    """Return the rows of the 24 hours that ended `back` days before `anchor`."""
    chance = np.random.default_rng([seed, back])
    talk = Talk(list(world.places), chance)
    begins = anchor - timedelta(days=back + 1)
    mood = float(np.exp(chance.normal(0, 0.06)))  # no day is quite like another
    number = 0
    for hour in range(24):
        start = begins + hour * HOUR
        for source in SOURCES:
            many = chance.poisson(rhythm(source, start.astimezone(ZONE)) * scale * mood / 24)
            for at in (start.timestamp() + np.sort(chance.random(many)) * 3600).tolist():
                number += 1
                said = talk.say(f"{anchor:%Y%m%d%H}-{back}-{number}")
                yield _case(world, source, said, at, anchor, chance)
        for code, a_day, false in _classes(world):
            for at in (start.timestamp() + chance.random(chance.poisson(a_day * scale / 24)) * 3600).tolist():
                number += 1
                yield _alarm(world, code, false, f"{anchor:%Y%m%d%H}-{back}-{number}", at, anchor, chance)


def _case(
    world: World, source: Source, said: Said, at: float, anchor: datetime, chance: np.random.Generator
) -> dict[str, Any]:
    channel, false = CHANNELS[source.name]
    matter = world.matters.get(said.matter, {})
    kind = Kind(
        confirm=bool(matter.get("confirm")),
        check=bool(matter.get("check")),
        spot=source.name.startswith("found and fixed"),
        machine=channel in ("video", "model", "mail"),
        false_share=false,
        urgent=said.urgent,
    )
    row = _row(said.number, said.matter, at, channel, said.text, said.lon, said.lat, said.where, urgent=said.urgent)
    if channel in ("hotline", "resident"):
        row["reporter"] = {"name": "演示市民", "phone": said.phone}
    unit = world.lead(said.matter, said.jurisdiction) or OTHER
    return row | {"steps": _written(life(at, anchor.timestamp(), kind, unit, chance))}


def _alarm(
    world: World, code: str, false: float, number: str, at: float, anchor: datetime, chance: np.random.Generator
) -> dict[str, Any]:
    found = world.devices[code]
    device = found[int(chance.integers(len(found)))]
    what = next(one for one in world.classes if one["code"] == code)
    matter = next(one for one in what["matter_codes"] if one in world.matters)
    asked = world.matters[matter]
    kind = Kind(bool(asked["confirm"]), bool(asked["check"]), machine=True, false_share=false, sensor=True)
    text = f"{what['name']}告警：{device.place.where}"
    row = _row(number, matter, at, "sensor", text, device.place.lon, device.place.lat, device.place.where)
    unit = world.lead(matter, device.place.jurisdiction) or OTHER
    return row | {"steps": _written(life(at, anchor.timestamp(), kind, unit, chance))}


def _classes(world: World) -> Iterator[tuple[str, float, float]]:
    """Yield the classes that stand in the city: how many alarms a day of them, and how many of these are nothing."""
    for one in world.classes:
        filed = one.get("planned_cases_a_day") or 0
        if filed and world.devices.get(one["code"]) and any(code in world.matters for code in one["matter_codes"]):
            false = min(0.95, (one.get("planned_false_pct") or 0) / 100)
            yield one["code"], filed / (1 - false), false


def _row(
    number: str, matter: str, at: float, channel: str, text: str, lon: float, lat: float, where: str, *,
    urgent: bool = False,
) -> dict[str, Any]:  # fmt: skip
    told: dict[str, Any] = {"id": number, "matter": matter, "reported_at": _moment(at), "channel": channel}
    told |= {"text": text, "lon": lon, "lat": lat, "place": where}
    return told | {"urgent": True} if urgent else told


def _written(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one | {"at": _moment(one["at"])} for one in steps]


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")
