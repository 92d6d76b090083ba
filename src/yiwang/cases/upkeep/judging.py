"""The handler's verdict: who was on the spot says whether the alarm was true."""

from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.alarms.handling import VERDICTS
from yiwang.base.errors import NotFound
from yiwang.cases import store as cases
from yiwang.cases.store import Line
from yiwang.db import Tx
from yiwang.events.machines import judging


async def judge(tx: Tx, actor: Actor, case_id: UUID, verdict: str, *, at: datetime, text: str = "") -> int:
    """Write the verdict on everything that raised a case, and a line of its timeline; return how many changed."""
    condition, params = access.within(actor.scope("alarms.judge"))
    case = await cases.see(tx, case_id, condition, params)
    if case is None:
        raise NotFound("There is no such case among those you may judge.")
    changed = await judging.correct(tx, actor, case.event_id, verdict, at=at, text=text)
    said = f"研判：{VERDICTS[verdict][0]}。{text.strip()}".rstrip("。")
    cases.add_line(tx, case.id, case.unit_id, Line("verdict", at, actor.id, actor.name, said, {"verdict": verdict}))
    return changed
