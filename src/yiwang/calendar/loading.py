"""The calendar built from the database, held in memory by each process."""

from collections.abc import Hashable

from yiwang.calendar import store
from yiwang.calendar.model import SHANGHAI, Rule, WorkCalendar
from yiwang.db import Tx
from yiwang.definitions import Kept


async def load(tx: Tx, *, rule: Rule = "china", zone: str = SHANGHAI) -> WorkCalendar:
    """Return the calendar with the overrides and hours of the database.

    Another city's replay uses `rule="plain"` and its own zone.
    """
    edition = await store.edition(tx)
    hours = await store.hours(tx)
    own = {organisation: hours for organisation, hours in hours.items() if organisation}
    overrides = await store.overrides(tx)
    return WorkCalendar(rule=rule, zone=zone, hours=hours.get(None), overrides=overrides, hours_of=own, version=edition)


def kept(*, rule: Rule = "china", zone: str = SHANGHAI) -> Kept[WorkCalendar]:
    """Return a calendar that builds itself on first use; the application calls its `refresh`."""

    async def build(tx: Tx) -> WorkCalendar:
        return await load(tx, rule=rule, zone=zone)

    return Kept(_version, build)


async def _version(tx: Tx) -> Hashable:
    return await store.edition(tx)
