"""Due times computed anew when the calendar changes: a year is published at last, a day off is decided."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import ledger
from yiwang.access import platform_actor
from yiwang.cases import store
from yiwang.cases.facts import CaseRedated
from yiwang.cases.model import Case
from yiwang.cases.steps.filing import explained, watch_due
from yiwang.cases.store import Line
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.ledger import Recorded

DATER = platform_actor("calendar")
PAGE = 500


async def calendar_changed(books: Books, tx: Tx, recorded: Recorded) -> None:
    """Compute the due time of every open case anew whose limit is its matter's; cases given one keep it."""
    if recorded.data.get("organisation_id"):
        return  # a unit's own days move its receipt clock, not the limit of the matter
    await books.refresh(tx)
    after = UUID(int=0)
    while page := await store.open_by_matter(tx, recorded.time, after, PAGE):
        for case in page:
            await _redate(books, tx, case, recorded.time)
        after = page[-1].id


async def _redate(books: Books, tx: Tx, case: Case, at: datetime) -> None:
    matter = books.catalogue.by_id(case.matter_id)
    due, reason, provisional = explained(books, matter, case.filed_at or case.opened_at)
    if due == case.due_at and provisional == case.limit_provisional:
        return
    dated = replace(case, due_at=due, deadline=reason, limit_provisional=provisional)
    store.redate(tx, dated)
    watch_due(tx, dated, at)
    data: dict[str, Any] = {"was": case.due_at.isoformat() if case.due_at else None, "is": due.isoformat()}
    line = Line("redate", at, DATER.id, DATER.name, f"工作日历变动，时限重算：{reason['zh']}", data)
    store.add_line(tx, case.id, case.unit_id, line)
    await ledger.record(tx, CaseRedated(case.id, due), at=at, actor=DATER.id, drill=case.drill)
