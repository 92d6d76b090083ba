"""What is set off by hand: reports of one happening, through the doors of those who see it, as a drill."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

import numpy as np

from yiwang.base.errors import NotFound
from yiwang.demo.client import Client

MOST_PLACES = 200
MACHINES = ("sensor", "video", "model")  # what they say waits for a judgement; people are sent by what people say


@dataclass(frozen=True)
class Beat:
    """Something said `after` so many seconds, at the place of the incident or (`away`) somewhere else."""

    after: float
    channel: str
    matter: str
    text: str
    urgent: bool = False
    away: bool = False


@dataclass(frozen=True)
class Incident:
    """A happening: the class of device it happens at, what is said of it, and the warning that goes with it."""

    name: str
    at: str
    beats: Sequence[Beat]
    warning: Mapping[str, Any] | None = None


@dataclass
class Played:
    """What came of it: the number and address of each case or event, and the warning's number."""

    where: str
    cases: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    warning: str | None = None


def names() -> list[str]:
    """Return what can be set off."""
    return list(_read())


def read(name: str, chance: np.random.Generator) -> Incident:
    """Return an incident with its beats in order; `NotFound` names those there are."""
    told = _read().get(name)
    if told is None:
        raise NotFound(f"There is no incident {name}. There are {', '.join(_read())}.")
    beats = [Beat(**one) for one in told.get("beats", [])]
    beats += _spread(told.get("every", []), 60.0 * told.get("minutes", 0), chance)
    return Incident(told["name"], told["at"], sorted(beats, key=lambda one: one.after), told.get("warning"))


def play(
    client: Client,
    incident: Incident,
    chance: np.random.Generator,
    *,
    at: datetime,
    drill: bool,
    wait: Callable[[float], None],
    told: Callable[[str], None] = lambda _: None,
) -> Played:
    """Say everything at its time from `at` on (`wait` is given seconds); send people to what people reported."""
    places = client.get("/api/devices", class_code=incident.at, limit=MOST_PLACES)["items"]
    places = [one for one in places if one["lon"] is not None]
    if not places:
        raise NotFound(f"There is no device of the class {incident.at} here. Build the city first: yiwang demo build.")
    place = places[int(chance.integers(len(places)))]
    played = Played(place["name"])
    if incident.warning:
        played.warning = _warn(client, incident.warning, place["jurisdiction_id"], at, drill=drill)
        told(f"warning {played.warning}")
    now, key = 0.0, f"incident-{at:%Y%m%d%H%M%S%f}"
    for number, beat in enumerate(incident.beats):
        wait(beat.after - now)
        now = beat.after
        there = places[int(chance.integers(len(places)))] if beat.away else place
        answer = client.post("/api/reports", _report(beat, there, chance, f"{key}-{number}", drill=drill))
        found = played.cases if answer["case"] else played.events
        found.append(answer["event_number"])
        told(f"{beat.channel} {answer['event_number']} {beat.text.format(where=there['name'])}")
        if answer["case"] and beat.channel not in MACHINES:
            _dispatch(client, answer["case"]["id"])
    return played


def _report(
    beat: Beat, there: Mapping[str, Any], chance: np.random.Generator, key: str, *, drill: bool
) -> dict[str, Any]:
    lon, lat = (round(there[name] + float(chance.normal(0, 0.00005)), 6) for name in ("lon", "lat"))
    return {
        "channel": beat.channel,
        "matter": beat.matter,
        "text": beat.text.format(where=there["name"]),
        "place": {"lon": lon, "lat": lat, "text": there["name"]},
        "urgent": beat.urgent,
        "idempotency_key": key,
        "drill": drill,
    }


def _dispatch(client: Client, case: str) -> None:
    """Send people to a case, unless it is to be confirmed first or the rules sent somebody already."""
    if client.get(f"/api/cases/{case}")["state"] == "to_dispatch":
        client.post(f"/api/cases/{case}/dispatch", {})


def _warn(client: Client, warning: Mapping[str, Any], area: str, at: datetime, *, drill: bool) -> str:
    told = {name: warning[name] for name in ("hazard", "level", "title", "text")} | {"source": "演示数据"}
    told |= {"area": [area], "drill": drill, "valid_from": at.isoformat()}
    told |= {"valid_to": (at + timedelta(hours=warning["hours"])).isoformat()}
    return str(client.post("/api/command/warnings", told)["number"])


def _spread(every: Sequence[Mapping[str, Any]], seconds: float, chance: np.random.Generator) -> Iterator[Beat]:
    for one in every:
        said = {name: one[name] for name in ("channel", "matter", "text", "urgent") if name in one}
        for after in (seconds * chance.random(one["many"])).tolist():
            yield Beat(after, **said, away=True)


def _read() -> dict[str, Any]:
    return tomllib.loads((files("yiwang.demo") / "data" / "incidents.toml").read_text(encoding="utf-8"))
