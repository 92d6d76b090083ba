"""Storms by place: devices that fall silent near one another, as by a power cut or a base station, are one event.

The city is cut into squares of REACH; squares that touch belong together, and so do devices without a point that have
one jurisdiction. What is left over is one event only when it is many times as much: then it is a network's outage.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import floor

from yiwang.db import Tx
from yiwang.events.machines import store
from yiwang.events.machines.model import SILENT, Plan
from yiwang.events.model import degrees_around

REACH = 500.0  # metres
Square = tuple[int, int] | str  # of a point; else the jurisdiction


async def near_standing(tx: Tx, plans: Sequence[Plan]) -> list[Plan]:
    """Return plans, those of silent devices beside an open storm with its name: they need not wait for others."""
    silent = [one for one in plans if one.storm == SILENT]
    if not silent:
        return list(plans)
    standing = await _standing(tx, *_window(silent))
    names = _groups(silent, standing, {})
    return _renamed(plans, names, set(standing.values()))


async def gathered(tx: Tx, plans: Sequence[Plan]) -> list[Plan]:
    """Return plans, those of silent devices with the name of the storm at their place where there is one now."""
    silent = [one for one in plans if one.storm == SILENT]
    if not silent:
        return list(plans)
    since, until = _window(silent)
    standing = await _standing(tx, since, until)
    alone: dict[Square, int] = {}
    for row in await store.silent_alone(tx, since, until, _degrees()):
        alone[_square_of(row)] = row["n"]
    names = _groups(silent, standing, alone)
    return _renamed(plans, names, set(standing.values()) | _enough(silent, names, alone))


def _window(plans: Sequence[Plan]) -> tuple[datetime, datetime]:
    minutes = timedelta(minutes=max(one.template.storm_minutes for one in plans))
    times = [one.alarm.raised_at for one in plans]
    return min(times) - minutes, max(times) + minutes


async def _standing(tx: Tx, since: datetime, until: datetime) -> dict[Square, str]:
    rows = await store.silent_storms(tx, since, until, _degrees())
    return {_square_of(row): row["key"] for row in rows if row["key"] != SILENT}


def _degrees() -> tuple[float, float]:
    """Return how many degrees of longitude and latitude a square has; its shape is that of our latitude."""
    return degrees_around(31.2, REACH)


def _square_of(row: Mapping[str, object]) -> Square:
    x, y = row["x"], row["y"]
    return (int(str(x)), int(str(y))) if x is not None and y is not None else str(row["jurisdiction_id"])


def square(plan: Plan) -> Square:
    """Return where a plan's device stands."""
    wide, tall = _degrees()
    if plan.alarm.lon is None or plan.alarm.lat is None:
        return str(plan.alarm.jurisdiction_id)
    return floor(plan.alarm.lon / wide), floor(plan.alarm.lat / tall)


def _groups(silent: Sequence[Plan], standing: Mapping[Square, str], alone: Iterable[Square]) -> dict[Square, str]:
    """Return the name of what each square belongs to: a storm that is open there, else the first of its squares."""
    parts = connected({square(one) for one in silent} | set(standing) | set(alone))
    names: dict[Square, str] = {}
    for part in parts:
        open_here = sorted({standing[one] for one in part if one in standing})
        name = open_here[0] if open_here else f"{SILENT}@{min(part, key=str)}"
        names |= dict.fromkeys(part, name)
    return names


def connected(squares: Iterable[Square]) -> list[set[Square]]:
    """Return squares in parts: those that touch, by side or corner, are in one."""
    left, parts = set(squares), []
    while left:
        part, edge = set[Square](), [left.pop()]
        while edge:
            one = edge.pop()
            part.add(one)
            if isinstance(one, tuple):
                near = {(one[0] + x, one[1] + y) for x in (-1, 0, 1) for y in (-1, 0, 1)} & left
                left -= near
                edge += near
        parts.append(part)
    return parts


def _enough(silent: Sequence[Plan], names: Mapping[Square, str], alone: Mapping[Square, int]) -> set[str]:
    """Return the names under which so many devices are silent that it is a storm; `alone`: those with own events."""
    counts: Counter[str] = Counter({names[where]: 0 for where in map(square, silent)})
    for name, _ in {(names[square(one)], one.alarm.device_id) for one in silent}:
        counts[name] += 1
    for where, n in alone.items():
        counts[names[where]] += n
    fewest = min(one.template.storm_devices for one in silent)
    return {name for name, n in counts.items() if n >= fewest}


def _renamed(plans: Sequence[Plan], names: Mapping[Square, str], chosen: set[str]) -> list[Plan]:
    """Return plans, those of silent devices in one of these storms with its name."""
    return [
        replace(one, storm=name) if one.storm == SILENT and (name := names[square(one)]) in chosen else one
        for one in plans
    ]
