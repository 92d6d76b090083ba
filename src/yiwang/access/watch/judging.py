"""Looking for unusual use: an errand every few minutes, over the present hour and the one before."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang import ledger
from yiwang.access.watch import store
from yiwang.access.watch.facts import UnusualUse
from yiwang.access.watch.model import NIGHT, PAST_DAYS, findings
from yiwang.db.tx import Tx

NEW_WITHIN = timedelta(hours=2)


async def judge(tx: Tx, *, at: datetime, zone: ZoneInfo) -> int:
    """Keep and tell what is unusual about the present hour and the one before; return how many were new.

    The hour before is looked at once more, for its last counts came in after the last look.
    """
    hour = at.replace(minute=0, second=0, microsecond=0)
    told = 0
    for begins in (hour - timedelta(hours=1), hour):
        local = begins.astimezone(zone)
        since = begins - timedelta(days=PAST_DAYS)
        for use in await store.uses(tx, begins, since, zone.key, NIGHT, at - NEW_WITHIN):
            for finding in findings(use, local.hour):
                new = await store.insert_unusual(tx, finding, local.date())
                if new is None:
                    continue
                fact = UnusualUse(new, use.holder, use.holder_kind, finding.kind, use.calls, round(finding.usual, 1))
                await ledger.record(tx, fact, at=at)
                told += 1
    return told


async def unusual_use(tx: Tx, use_id: UUID) -> dict[str, Any] | None:
    """Return what was found, with application and purpose, to a room that makes something of it."""
    return await store.unusual(tx, use_id)
