"""Matters that only sensors report, and who answers for them: there before an alarm or an old case names one."""

import re
from collections.abc import Iterator
from typing import Any

from yiwang.base.errors import Conflict
from yiwang.demo.city.model import City
from yiwang.demo.client import Client
from yiwang.demo.crews import LEADS

MAJOR_NAME = "物联感知类"
_MATTER = re.compile(r"(EXT\d{5})\s+([^;|,(（]+)")


def bring_in_duties(client: Client, city: City) -> Iterator[None]:
    """Publish the matters that the classes of devices name, and put their leads on the responsibility list."""
    told = " ; ".join(one["matters"] for one in client.get("/api/device-classes")["items"])
    names = {code: name.strip() for code, name in _MATTER.findall(told)}
    there = {one["code"] for one in client.get("/api/matters")["items"]}
    rows = [_matter(code, name) for code, name in sorted(names.items()) if code not in there]
    if rows:
        _good(client.post("/api/matters/import", {"rows": rows, "note": "演示数据"}))
    yield
    district = f"{city.homes.codes[0][:6]}000000"
    homes = client.get("/api/jurisdictions", level="district")["items"]
    home = next(one["id"] for one in homes if one["code"] == district)
    duties = [
        {"key": major, "jurisdiction": home, "organisation": unit, "source": "演示数据"}
        for major, code in LEADS
        if any(name.startswith(major) for name in names) and (unit := _unit(client, code))
    ]
    if duties:
        _good(client.post("/api/responsibility", {"rows": duties}))
    yield


def _matter(code: str, name: str) -> dict[str, Any]:
    row = {"code": code, "name": name, "major": code[:5], "major_name": MAJOR_NAME}
    return row | {"before_photos": 0, "after_photos": 0, "limit_value": 1, "limit_unit": "working_days"}


def _unit(client: Client, code: str) -> str | None:
    found = client.get("/api/organisations", q=code)["items"]
    return next((str(one["id"]) for one in found if one["code"] == code), None)


def _good(report: Any) -> None:
    if report["faults"]:
        raise Conflict(f"duties: {report['faults'][0]}")
