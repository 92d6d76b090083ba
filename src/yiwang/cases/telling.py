"""Telling the people of a unit what concerns a case, through notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang import notices, people
from yiwang.cases import store
from yiwang.cases.model import Case
from yiwang.db import Tx
from yiwang.ledger import Recorded


@dataclass(frozen=True)
class Notice:
    """What is told: its kind, its title in both languages, and the sentence."""

    kind: str
    zh: str
    en: str
    text: str


async def tell(tx: Tx, case: Case, units: Sequence[UUID], notice: Notice, at: datetime) -> None:
    """Tell whoever is on duty in these units, or all who hold posts there when nobody is rostered."""
    for unit in units:
        await notices.notify(
            tx,
            await people.accounts_on(tx, unit, at),
            kind=f"cases.{notice.kind}",
            title_zh=notice.zh,
            title_en=notice.en,
            text=f"{case.number} {case.title}：{notice.text}",
            link=f"/cases/{case.id}",
            object_type="case",
            object_id=case.id,
            at=at,
            dedupe_key=f"{case.id}:{notice.kind}:{at.isoformat()}",
        )


async def tell_unit(tx: Tx, recorded: Recorded) -> None:
    """A case was dispatched: its unit and those who assist learn of it."""
    case = await store.see(tx, recorded.subject, "TRUE", ())
    if case is None or case.unit_id is None or recorded.drill:
        return
    await tell(tx, case, [case.unit_id], Notice("dispatched", "新任务", "New task", "请签收"), recorded.time)
    await tell(tx, case, case.assist_ids, Notice("assist", "协办任务", "Task to assist", "请协助办理"), recorded.time)
