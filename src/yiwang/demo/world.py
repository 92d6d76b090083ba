"""What the made-up world knows of the platform it speaks to: devices, places, who answers for which matter."""

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from yiwang.base.errors import Conflict
from yiwang.demo.client import Client

MOST_PLACES = 5_000
SPOTS = ("LMP", "MHC", "BIN", "OHY")  # what stands in the street: where people see something


class Place(NamedTuple):
    """An address of the city: how it is said, where it is (degrees), the code of its neighbourhood."""

    where: str
    lon: float
    lat: float
    jurisdiction: str


class Device(NamedTuple):
    """A device of ours: its code, and where it stands."""

    code: str
    place: Place
    keys: str = ""  # as the registry writes them: `hj212:310107X; http:bin-001`

    def called(self, protocol: str) -> str | None:
        """Return what it calls itself in a protocol."""
        for one in self.keys.split("; "):
            if one.startswith(f"{protocol}:"):
                return one.removeprefix(f"{protocol}:")
        return None


@dataclass(frozen=True)
class World:
    """Devices by class, places in the street, classes and matters as the platform has them, the lead of a matter."""

    devices: Mapping[str, Sequence[Device]]
    places: Sequence[Place]
    classes: Sequence[Mapping[str, Any]]
    matters: Mapping[str, Mapping[str, Any]]
    leads: Mapping[tuple[str, str], str]  # (matter, major or *; code of the jurisdiction): the unit's code
    rules: Mapping[str, tuple[str, str, str]]  # class: its first rule, condition and severity

    def lead(self, matter: str, jurisdiction: str) -> str | None:
        """Return the unit that answers for a matter there: the nearest place first, then the nearest key."""
        keys = (matter, str(self.matters[matter]["major"]), "*") if matter in self.matters else ("*",)
        for part in (jurisdiction, f"{jurisdiction[:9]}000", f"{jurisdiction[:6]}000000"):
            for key in keys:
                if found := self.leads.get((key, part)):
                    return found
        return None


def look(client: Client) -> World:
    """Read what stands in the platform; `Conflict` when the city was not built yet."""
    devices: dict[str, list[Device]] = defaultdict(list)
    for row in _devices(client):
        place = Place(row["name"], float(row["lon"]), float(row["lat"]), row["jurisdiction"])
        devices[row["class_code"]].append(Device(row["code"], place, row["keys"]))
    places = [one.place for code in SPOTS for one in devices[code][: MOST_PLACES // len(SPOTS)]]
    if not places:
        raise Conflict("There is no demo city in this platform. Build it first: yiwang demo build.")
    classes = client.get("/api/device-classes")["items"]
    matters = {one["code"]: one for one in client.get("/api/matters")["items"]}
    return World(devices, places, classes, matters, _leads(client), _rules(client))


def _rules(client: Client) -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for one in client.get("/api/alarm-rules")["rules"]:
        if one["device_class"] and one["conditions"]:
            first = one["conditions"][0]
            found.setdefault(one["device_class"], (one["code"], first["code"], first["severity"]))
    return found


def _leads(client: Client) -> dict[tuple[str, str], str]:
    places = {one["id"]: one["code"] for one in client.get("/api/jurisdictions")["items"]}
    rows = [one for one in client.get("/api/responsibility")["items"] if one["role"] == "lead"]
    units = {one: client.get(f"/api/organisations/{one}")["code"] for one in {row["organisation"] for row in rows}}
    return {
        (one["key"], places[one["jurisdiction"]]): units[one["organisation"]]
        for one in rows
        if one["jurisdiction"] in places
    }


def _devices(client: Client) -> list[dict[str, str]]:
    """Every device of ours, class by class: an export has at most 50,000 rows."""
    rows: list[dict[str, str]] = []
    for one in client.get("/api/devices/figures", by="class")["items"]:
        text = client.text("/api/devices/export", form="csv", class_code=one["key"])
        rows += csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return [row for row in rows if row["code"].startswith(f"{row['class_code']}-")]
