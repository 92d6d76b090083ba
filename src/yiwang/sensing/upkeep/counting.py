"""Figures of devices by class, street, maker, owner …: online rate, misreport rate, silent and noisy ones."""

from datetime import UTC, datetime, timedelta
from typing import Any, LiteralString

from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.people import Directory as Units
from yiwang.places import Locator
from yiwang.sensing.classes import ClassBook
from yiwang.sensing.devices.listing import BY as COLUMNS
from yiwang.sensing.devices.listing import seen_by
from yiwang.sensing.readings import asking
from yiwang.sensing.readings.asking import Readings
from yiwang.sensing.upkeep import store
from yiwang.sensing.upkeep.model import BY, COUNTS, HEADINGS, summed


async def figures(
    tx: Tx, actor: Actor, readings: Readings, by: str, locator: Locator, *, at: datetime, days: int = 30
) -> list[dict[str, Any]]:
    """Return the counts and rates of each group; alarms judged of the last `days`, noisy ones of yesterday (UTC)."""
    if by not in BY:
        raise Invalid("by", f"Count by one of {', '.join(BY)}.")
    where, params = seen_by(actor)
    today = at.astimezone(UTC).date()
    noisy = await asking.noisy(tx, actor, readings, day=(today - timedelta(days=1)).isoformat(), at=at)
    column: LiteralString = COLUMNS["jurisdiction" if by == "street" else by]
    since = today - timedelta(days=days)
    rows = await store.counted(tx, column, where, params, since, [one["device_id"] for one in noisy])
    return summed(rows, street_of(locator) if by == "street" else None)


def street_of(locator: Locator) -> dict[str | None, str | None]:
    """Return the street-town that each jurisdiction lies in, by ids as text; None above the streets."""
    found: dict[str | None, str | None] = {None: None}
    for node in locator.nodes:
        above = (str(one) for one in locator.chain(node) if locator.nodes[one].level == "street")
        found[str(node)] = next(above, None)
    return found


def named(rows: list[dict[str, Any]], by: str, book: ClassBook, locator: Locator, units: Units) -> list[dict[str, Any]]:
    """Return the figures with the name of each group."""

    def name_of(key: str | None) -> str:
        if not key:
            return ""
        if by == "class":
            kind = book.last(key)
            return kind.name if kind else key
        if by in ("street", "jurisdiction"):
            return next((node.name for one, node in locator.nodes.items() if str(one) == key), key)
        if by in ("owner", "maintainer"):
            return next((unit.name for one, unit in units.units.items() if str(one) == key), key)
        return key

    return [row | {"name": name_of(row["key"])} for row in rows]


def lines_of(rows: list[dict[str, Any]], by: str) -> list[list[str]]:
    """Return figures as lines of a table, the heading first."""
    names = (*COUNTS, "online_rate", "misreport_rate")
    lines = [[BY[by][0], *(HEADINGS[name][0] for name in names)]]
    for row in rows:
        cells = ["" if row[name] is None else f"{row[name]:.4f}" for name in ("online_rate", "misreport_rate")]
        lines.append([row["name"] or "—", *(str(row[name]) for name in COUNTS), *cells])
    return lines
