"""The city brought into a platform by its imports, one after the other; again is harmless."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

import numpy as np
import shapely

from yiwang.base.errors import Conflict
from yiwang.demo.city.growing import grow
from yiwang.demo.city.model import City, Shapes
from yiwang.demo.city.naming import KIND_NAMES
from yiwang.demo.client import Client
from yiwang.demo.counting import count_rows
from yiwang.demo.crews import crew_rows, maintainers
from yiwang.demo.duties import bring_in_duties

SOURCE = "演示数据"
SINCE = date(2020, 1, 1)
FEATURES_AT_ONCE = 4_000
FILE_ROWS = 25_000
OLD = "2012-06-01"  # when the devices that are past their life were installed; of the others it is not known
ONE_OLD_IN = 25
PROTOCOLS = {"MQTT": "mqtt", "HTTP": "http", "HJ212": "hj212", "JT808": "jt808", "GB26875": "gb26875"}
CAMERA = """[[device_class]]
code = "CAM"
name = "公共视频监控"
name_en = "Camera"
protocol = "HTTP"
period_s = 300
offline_after_s = 1800
lifetime_years = 8
maintenance_days = 180
scene = "城市之眼"
basis = "the demo district's own"

[[device_class.metrics]]
code = "online"
name = "在线"
name_en = "Online"
kind = "flag"
normal_low = 1.0
normal_high = 1.0
"""
T = TypeVar("T")
Told = Callable[[str, float], None]  # what is being done, and the share of the whole that is done


def build(client: Client, seed: int, scale: float, told: Told) -> City:
    """Grow the city in the platform's own boundaries and send it there."""
    told("boundaries", 0.0)
    drawn = client.get("/api/map/boundaries", level="neighbourhood")["features"]
    if not drawn:
        raise Conflict(
            "The platform has no neighbourhoods with boundaries yet. Load the codes first: yiwang data load-codes."
        )
    rows = [
        (one["properties"]["code"], one["properties"]["name"], shapely.geometry.shape(one["geometry"])) for one in drawn
    ]
    city = grow(rows, seed, scale, lambda what: told(what, 0.02))
    steps: Sequence[tuple[str, Callable[[Client, City], Iterator[None]], int]] = (
        ("map", _map, 5),
        ("addresses", _addresses, 10),
        ("counts", _counts, 2),
        ("units", _units, 4),
        ("duties", bring_in_duties, 1),
        ("devices", _devices, 76),
    )
    done = 2.0
    for name, send, weight in steps:
        told(name, done / 100)
        for part, _ in enumerate(send(client, city), 1):
            told(name, (done + weight * min(1.0, part / 8)) / 100)
        done += weight
    told("done", 1.0)
    return city


def _map(client: Client, city: City) -> Iterator[None]:
    roads = city.roads
    river = np.array([city.river], dtype=object)
    yield from _features(client, city, "water", river, ["演示河道"], [None])
    yield from _features(client, city, "road", roads.lines, roads.names, [None] * len(roads.names))
    kept = ~shapely.is_empty(city.blocks)
    yield from _features(
        client, city, "block", city.blocks[kept], np.array(city.homes.names)[kept].tolist(), [None] * kept.sum()
    )
    houses = city.buildings
    names = [f"{KIND_NAMES[kind]} {text}" for kind, text in zip(houses.kinds.tolist(), houses.addresses, strict=True)]
    yield from _features(client, city, "building", houses.shapes, names, houses.heights.tolist())


def _features(
    client: Client, city: City, kind: str, shapes: Shapes, names: Sequence[str], heights: Sequence[float | None]
) -> Iterator[None]:
    written = shapely.to_geojson(city.plane.round(shapes))
    whole = [
        f'{{"type":"Feature","properties":{{"code":"DEMO-{kind}-{number:05d}","name":"{name}",'
        f'"height":{height or "null"}}},"geometry":{geometry}}}'
        for number, (name, height, geometry) in enumerate(zip(names, heights, written, strict=True), 1)
    ]
    for part in _parts(whole, FEATURES_AT_ONCE):
        collection = f'{{"type":"FeatureCollection","features":[{",".join(part)}]}}'
        body = f'{{"kind":"{kind}","source":"{SOURCE}","code_property":"code","geojson":{collection}}}'
        client.post("/api/places/import/features", body)
        yield


def _addresses(client: Client, city: City) -> Iterator[None]:
    middles = shapely.get_coordinates(city.plane.round(shapely.centroid(city.buildings.shapes)))
    rows = [
        {"text": text, "lon": lon, "lat": lat}
        for text, (lon, lat) in zip(city.buildings.addresses, middles.tolist(), strict=True)
    ]
    for part in _parts(rows, FEATURES_AT_ONCE):
        client.post("/api/places/import/addresses", {"source": SOURCE, "rows": part})
        yield


def _counts(client: Client, city: City) -> Iterator[None]:
    for part in _parts(count_rows(city, SINCE), 5_000):
        client.post("/api/places/import/counts", {"source": SOURCE, "rows": part})
        yield


def _units(client: Client, city: City) -> Iterator[None]:
    organisations, posts, staff = crew_rows(city)
    for path, rows in (("organisations", organisations), ("posts", posts), ("staff", staff)):
        client.post(f"/api/{path}/import", {"rows": rows})
        yield


def _devices(client: Client, city: City) -> Iterator[None]:
    client.post("/api/device-classes/import", {"toml": CAMERA, "note": SOURCE})
    spoken = {one["code"]: PROTOCOLS.get(one["protocol"], "http") for one in client.get("/api/device-classes")["items"]}
    devices = city.devices
    points = shapely.get_coordinates(city.plane.round(shapely.points(devices.points)))
    keepers = maintainers(devices.classes.tolist())
    lines = [
        (code, of, text, lon, lat, floor, keeper, "" if number % ONE_OLD_IN else OLD, _keys(spoken[of], code, number))
        for number, (code, of, text, (lon, lat), floor, keeper) in enumerate(
            zip(
                devices.codes,
                devices.classes.tolist(),
                devices.addresses,
                points.tolist(),
                devices.floors,
                keepers,
                strict=True,
            )
        )
    ]
    for part in _parts(lines, FILE_ROWS):
        file = io.StringIO()
        table = csv.writer(file)
        table.writerow(("code", "class_code", "name", "lon", "lat", "floor", "maintainer", "installed_on", "keys"))
        table.writerows(part)
        report = client.post("/api/devices/import", file.getvalue().encode())
        if report["problems"]:
            raise Conflict(f"devices: {report['problems'][0]}")
        yield


def _parts(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(rows)
    while part := list(islice(rest, size)):
        yield part


def _keys(protocol: str, code: str, number: int) -> str:
    """A device has the key of its protocol, and one over HTTP for the gateway that brings the readings of many."""
    own = "" if protocol == "http" else f"{protocol}:{external_id(protocol, code, number)}; "
    return f"{own}http:{code.lower()}"


def external_id(protocol: str, code: str, number: int) -> str:
    """Return what a device calls itself: an MN of 24 characters, a telephone number of 11, an address of 12."""
    if protocol == "hj212":
        return f"310107{code.replace('-', ''):0>18}"[:24]
    if protocol == "jt808":
        return f"139{number:08d}"
    if protocol == "gb26875":
        return f"{number:012x}"
    return code.lower()
