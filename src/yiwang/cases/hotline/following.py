"""Keeping orders on the case that their report belongs to."""

from collections.abc import Sequence
from uuid import UUID

from yiwang.cases.hotline.store import orders as store
from yiwang.db import Tx
from yiwang.events import following
from yiwang.ledger import Recorded


async def event_moved(tx: Tx, recorded: Recorded) -> None:
    """Events were merged, or a merge was undone: the fact comes with every event whose reports were counted anew."""
    reports = await store.reports_on(tx, recorded.about)
    await _put_on(tx, reports)


async def report_parted(tx: Tx, recorded: Recorded) -> None:
    """One report was taken out of its event."""
    await _put_on(tx, [recorded.data.report_id])


async def _put_on(tx: Tx, reports: Sequence[UUID]) -> None:
    found = await following.lives_of(tx, reports)
    if found:
        store.put_on(tx, {life.id: life.event_id for life in found.values()})
