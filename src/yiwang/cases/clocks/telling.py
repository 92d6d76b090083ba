"""Telling the people of a unit what concerns a case, through notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang import notices, people
from yiwang.cases.facts import CaseDispatched
from yiwang.cases.model import Case
from yiwang.cases.store import reading
from yiwang.db import Tx
from yiwang.ledger import Recorded


@dataclass(frozen=True)
class Notice:
    """What is told: its kind, its title in both languages, and the sentence."""

    kind: str
    zh: str
    en: str
    text: str


_TASK = Notice("dispatched", "新任务", "New task", "请签收")
_ASSIST = Notice("assist", "协办任务", "Task to assist", "请协助办理")


async def tell(tx: Tx, case: Case, units: Sequence[UUID], notice: Notice, at: datetime) -> None:
    """Tell whoever is on duty in these units, or all who hold posts there when nobody is rostered."""
    for unit in units:
        await _notify(tx, case, await people.accounts_on(tx, unit, at), notice, at)


async def tell_units(tx: Tx, facts: Sequence[Recorded]) -> None:
    """Cases were dispatched: their units and those who assist learn of it, all of them looked up in one query."""
    if tx.origin == "history":
        return  # nobody is notified of what an import brings in, so nobody is looked up
    wanted = [each for fact in facts if fact.type == CaseDispatched.TYPE and not fact.drill for each in _sent_to(fact)]
    accounts = await people.accounts_on_each(tx, [(unit, fact.time) for fact, unit, _ in wanted])
    told = [(fact, notice, who) for (fact, _, notice), who in zip(wanted, accounts, strict=True) if who]
    if not told:
        return
    cases = {case.id: case for case in await reading.of_ids(tx, [fact.subject for fact, _, _ in told], "TRUE", ())}
    for fact, notice, who in told:
        if case := cases.get(fact.subject):
            await _notify(tx, case, who, notice, fact.time)


def _sent_to(fact: Recorded) -> list[tuple[Recorded, UUID, Notice]]:
    """Return the units that a dispatch names, each with what it is told."""
    unit, assists = UUID(fact.data["unit_id"]), [UUID(each) for each in fact.data["assists"]]
    return [(fact, unit, _TASK), *((fact, each, _ASSIST) for each in assists)]


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
