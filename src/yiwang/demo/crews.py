"""Firms that keep devices and streets in order, with posts and 600 made-up staff who are called by numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

from yiwang.demo.city.model import City

STAFF = 600
# code, name, the device classes it keeps in order
FIRMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("DM-FIRE", "演示消防设施维保公司", ("SMK", "EFM", "UIT", "FWP", "OHY", "FLN", "EBC")),
    ("DM-HOME", "演示居家安防服务公司", ("GAS", "SOS", "PIR", "WMT", "DOR", "ACG")),
    ("DM-WATER", "演示排水养护公司", ("PLV", "PMP", "UPW", "RLV", "RWQ")),
    ("DM-AIR", "演示环境监测运维公司", ("AIR", "DST", "NOI", "FUM")),
    ("DM-CITY", "演示市政设施养护公司", ("MHC", "LMP", "BIN", "STR", "UGS", "GVW")),
    ("DM-LIFT", "演示电梯维保公司", ("LFT",)),
    ("DM-MOVE", "演示环卫运输公司", ("MTK", "SAN", "HAZ")),
    ("DM-VIDEO", "演示视频运维公司", ("CAM",)),
)
# The majors of what sensors watch, and the unit of the sample that answers for each in the whole district.
LEADS = (
    ("EXT21", "PT-YJJ"),
    ("EXT22", "PT-JGW"),
    ("EXT23", "PT-CENTRE"),
    ("EXT25", "PT-JGW"),
    ("EXT26", "PT-SHJ"),
    ("EXT27", "PT-LHSR"),
)
_KEEPER = {code: firm for firm, _, classes in FIRMS for code in classes}
_CREWS = ("A", "B", "C", "D")


def maintainers(classes: Sequence[str]) -> list[str]:
    """Return the firm that keeps each device."""
    return [_KEEPER.get(code, "DM-CITY") for code in classes]


def crew_rows(city: City) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Return the rows of units, posts and staff; the staff of streets and stations are given by their own posts."""
    units: list[Mapping[str, Any]] = [
        {"code": code, "kind": "contractor", "name": name, "short_name": name[2:]} for code, name, _ in FIRMS
    ]
    posts: list[Mapping[str, Any]] = [
        {
            "organisation_code": code,
            "code": f"CREW-{crew}",
            "name": f"{crew}班",
            "hours": "custom",
            "weekly": [{"days": [1, 2, 3, 4, 5, 6, 7], "start": 480, "end": 1200}],
        }
        for code, _, _ in FIRMS
        for crew in _CREWS
    ]
    return units, posts, staff_rows(city.homes.codes)


def staff_rows(homes: Sequence[str]) -> list[Mapping[str, Any]]:
    """Return the made-up staff with their posts, in a city of these neighbourhoods."""
    return [
        {"number": f"DM-{number:04d}", "name": f"演示人员{number:04d}", "posts": [_post(number, homes)]}
        for number in range(1, STAFF + 1)
    ]


def _post(number: int, homes: Sequence[str]) -> tuple[str, str]:
    """A third of the staff are crews; the others stand at the stations of neighbourhoods, in turn."""
    if number % 3 == 0:
        return FIRMS[number // 3 % len(FIRMS)][0], f"CREW-{_CREWS[number // 24 % len(_CREWS)]}"
    return f"PT-N{homes[number % len(homes)]}", "DUTY"
