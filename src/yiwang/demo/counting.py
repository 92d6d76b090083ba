"""Counts of the made-up people and firms: of each neighbourhood, and of what it lies in, so that parts add up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import shapely

from yiwang.demo.city.model import City
from yiwang.demo.city.sensors import DOORS

ELDERLY, ALONE = 0.36, 0.014  # of the people: Shanghai's share over 60 (2020 to 2023), those who live alone (estimate)
VACANT, LET = 0.07, 0.84  # of shops, and of office space (estimates)
OPENED, CLOSED = 0.011, 0.007  # of firms in a month (estimates)
A_FLOOR = 1.1  # thousand m² of an office building
PARTS, TRAFFIC = 5.5, 1.4  # components of public works and of traffic for each building (estimates)
A_HOME = 2.5  # people in a household


def measures(city: City) -> Mapping[str, Any]:
    """Return what is counted, a number for each neighbourhood."""
    houses, homes = city.buildings, city.homes
    size = len(homes.codes)

    def of(kinds: tuple[str, ...], weight: Any = None) -> Any:
        chosen = np.isin(houses.kinds, kinds)
        return np.bincount(houses.home[chosen], None if weight is None else weight[chosen], size)

    dwellings = of(("walk_up", "tower"), houses.floors * DOORS)
    return {
        "population": homes.people,
        "elderly": np.floor(homes.people * ELDERLY),
        "elderly_alone": np.floor(homes.people * ALONE),
        "households": np.floor(homes.people / A_HOME),
        "dwellings": dwellings,
        "buildings": np.bincount(houses.home, None, size),
        "office_buildings": of(("office",)),
        "firms": _firms(of),
        "firms_opened": np.ceil(_firms(of) * OPENED),
        "firms_closed": np.floor(_firms(of) * CLOSED),
        "office_area": np.round(of(("office",), houses.floors) * A_FLOOR, 1),
        "office_area_let": np.round(of(("office",), houses.floors) * A_FLOOR * LET, 1),
        "public_components": np.floor(np.bincount(houses.home, None, size) * PARTS),
        "traffic_components": np.floor(np.bincount(houses.home, None, size) * TRAFFIC),
        "shops_vacant": np.floor((of(("walk_up",)) * 2 + of(("office",)) * 3) * VACANT),
        "shops": of(("walk_up",)) * 2 + of(("office",)) * 3,
        "restaurants": np.floor(of(("walk_up",)) * 0.4 + of(("office",))),
        "construction_sites": np.floor(of(("works",)) / 3),
        "schools": np.minimum(of(("school",)), 2),
        "lifts": of(("tower",)) * 2 + of(("office",)) * 3,
        "area": np.round(shapely.area(homes.shapes) / 1e6, 6),  # km²
    }


def _firms(of: Any) -> Any:
    return of(("office",)) * 24 + of(("works",)) * 3


def count_rows(city: City, since: date) -> Iterator[Mapping[str, Any]]:
    """Return rows for the import: each neighbourhood, its street and the district (by their codes)."""
    for measure, values in measures(city).items():
        sums: dict[str, float] = defaultdict(float)
        for code, value in zip(city.homes.codes, np.asarray(values).tolist(), strict=True):
            for part in (code, f"{code[:9]}000", f"{code[:6]}000000"):
                sums[part] += value
        for code, value in sums.items():
            yield {"jurisdiction": code, "measure": measure, "since": since.isoformat(), "value": value}
