"""The live queue over the rooms: cases by tab, with what is expedited, and the events that wait for a judgement."""

from datetime import datetime
from uuid import UUID

from yiwang.access import Actor
from yiwang.base.paging import MOST, Page
from yiwang.cases.model import Case
from yiwang.cases.views import listing, queueing
from yiwang.cases.views.listing import Wanted
from yiwang.command.desk import store
from yiwang.db import Tx
from yiwang.events import finding

TRIAGE = "triage"


async def page(
    tx: Tx,
    actor: Actor,
    tab: str,
    *,
    at: datetime,
    jurisdiction: UUID | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Case]:
    """Return a page of one tab, the most urgent first."""
    expedited = await store.expedited(tx) if tab == queueing.EXPEDITED else ()
    return await queueing.queue(
        tx, actor, tab, at=at, expedited=expedited, jurisdiction=jurisdiction, cursor=cursor, limit=limit
    )


async def counts(tx: Tx, actor: Actor, *, at: datetime) -> dict[str, int]:
    """Return how many wait under each tab; of the events that wait for triage at most 200 are counted."""
    found = await listing.count(tx, actor, Wanted(), at=at)
    found[queueing.URGENT] = await queueing.count(tx, actor, queueing.URGENT, at=at)
    expedited = await store.expedited(tx)
    found[queueing.EXPEDITED] = (
        await queueing.count(tx, actor, queueing.EXPEDITED, at=at, expedited=expedited) if expedited else 0
    )
    if actor.may("events.read"):
        found[TRIAGE] = len(await finding.waiting(tx, actor, limit=MOST))
    return found
