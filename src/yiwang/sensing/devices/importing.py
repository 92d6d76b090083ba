"""Files of devices: a dry run or the whole, with every fault of every row; and out again."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from yiwang.access import Actor
from yiwang.base.errors import TooLarge
from yiwang.db import Database
from yiwang.sensing.devices import listing, store, tables
from yiwang.sensing.devices.model import Report
from yiwang.sensing.devices.registering import Around, take_in


async def import_file(database: Database, actor: Actor, data: bytes, *, around: Around, dry_run: bool) -> Report:
    """Take in a CSV or XLSX file as a whole, or with any problem nothing of it.

    Takes the database: reading a workbook takes seconds, and no connection is held meanwhile.
    """
    actor.scope("devices.write")
    rows = await asyncio.to_thread(tables.read_table, data)
    async with database.tx() as tx:
        _, units = await around.fresh(tx)
        given, faults = tables.devices_of(rows, await around.locators.at(tx, tx.at), units)
        report = await take_in(tx, actor, given, around=around, at=tx.at, dry_run=dry_run or bool(faults))
    if not faults:
        return report
    problems = sorted((*faults, *report.problems), key=lambda one: one.row)
    return replace(report, problems=tuple(problems), dry_run=dry_run)


async def export_lines(
    database: Database, actor: Actor, sought: Mapping[str, Any], *, around: Around
) -> list[list[str]]:
    """Return the devices in the actor's scope as lines of a table, keys only for who may write devices."""
    where, params = listing.seen_by(actor)
    with_keys = actor.may("devices.write")
    async with database.tx() as tx:
        _, units = await around.fresh(tx)
        locator = await around.locators.at(tx, tx.at)
        devices = await store.page(tx, where, params, sought, None, tables.MOST_ROWS + 1)
        if len(devices) > tables.MOST_ROWS:
            raise TooLarge(f"A file has at most {tables.MOST_ROWS} rows; seek fewer devices.")
        keys = await store.keys_of(tx, [device.id for device in devices]) if with_keys else {}
    named = (replace(device, keys=keys.get(device.id, ())) for device in devices)
    return await asyncio.to_thread(tables.rows_of, named, locator, units)
