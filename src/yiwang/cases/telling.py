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
        await _notify(tx, case, await people.accounts_on(tx, unit, at), notice, at)


async def tell_unit(tx: Tx, recorded: Recorded) -> None:
    """A case was dispatched: its unit and those who assist learn of it. Units without accounts cost one look each."""
    if recorded.drill:
        return
    at = recorded.time
    wanted = [(UUID(recorded.data["unit_id"]), Notice("dispatched", "新任务", "New task", "请签收"))]
    wanted += [
        (UUID(u), Notice("assist", "协办任务", "Task to assist", "请协助办理")) for u in recorded.data["assists"]
    ]
    told = [(await people.accounts_on(tx, unit, at), notice) for unit, notice in wanted]
    case = await store.see(tx, recorded.subject, "TRUE", ()) if any(accounts for accounts, _ in told) else None
    for accounts, notice in told:
        if case and accounts:
            await _notify(tx, case, accounts, notice, at)


async def _notify(tx: Tx, case: Case, accounts: Sequence[UUID], notice: Notice, at: datetime) -> None:
    await notices.notify(
        tx,
        accounts,
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
