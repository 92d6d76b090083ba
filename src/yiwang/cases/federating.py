"""移交: a case goes to another platform, comes back, and is mirrored here while it is theirs.

`case.platform` names the owner, and `lent_to` says that it is not this platform. Then this one holds a mirror: it takes
no step of its own, its clocks fire nothing, and only `mirror` moves it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.cases import store
from yiwang.cases.facts import (
    CaseClosed,
    CaseHandedOver,
    CaseHandoverRefused,
    CaseMirrored,
    CaseNoted,
    CaseTakenOver,
    CaseVoided,
)
from yiwang.cases.model import Case
from yiwang.cases.steps.filing import watch_due
from yiwang.cases.steps.photographing import add_photos
from yiwang.cases.steps.stepping import RECEIPT, TOTAL, Done, finish, needed
from yiwang.cases.store import Line, reading
from yiwang.cases.store import federating as own
from yiwang.db import Tx
from yiwang.events import settling

PERMISSION = "cases.hand_over"
HANDABLE = ("to_dispatch", "to_receive", "handling")


@dataclass(frozen=True)
class RemoteLine:
    """A line of the owner's timeline as it came over; who wrote it stays with the owner."""

    step: str
    at: datetime
    text: str


@dataclass(frozen=True)
class Mirrored:
    """A case as its owner has it."""

    state: str
    filed_at: datetime | None
    dispatched_at: datetime | None
    received_at: datetime | None
    handled_at: datetime | None
    checked_at: datetime | None
    closed_at: datetime | None
    due_at: datetime | None
    receipt_due_at: datetime | None
    rework: int
    returns: int


async def hand_over(
    tx: Tx, actor: Actor, case_id: UUID, *, to: str, reason: str | None, at: datetime, version: int | None = None
) -> Case:
    """Give a case to another platform: its clock runs on there, with what is left of it."""
    condition, params = access.within(actor.scope(PERMISSION), "c.jurisdiction_id", "c.unit_id")
    case = await store.lock(tx, case_id, condition, params)
    if case is None:
        raise NotFound("There is no such case among those you may see.")
    if case.lent_to:
        raise Conflict(f"This case is with the platform {case.lent_to}; call it back first.", owner=case.lent_to)
    if case.state not in HANDABLE:
        raise Conflict(f"A case in state {case.state} is not handed over.", state=case.state, allowed=HANDABLE)
    if version is not None and version != case.version:
        raise Conflict("The case was changed by someone else meanwhile; load it again.", version=case.version)
    why = needed("reason", reason, "why the case goes to another platform")
    ledger.cancel_timer(tx, case.id, RECEIPT, TOTAL)
    store.end_assignments(tx, case.id, "withdrawn", at, why)
    own.set_owner(tx, case.id, to)
    after = replace(
        case,
        state="to_dispatch",
        unit_id=None,
        post_id=None,
        assist_ids=[],
        received_at=None,
        receipt_due_at=None,
        deadline={**case.deadline, "with": to, "by": "platform", "by_before": case.deadline.get("by")},
    )
    left = (case.due_at - at).total_seconds() if case.due_at else None
    done = Done(
        "hand_over",
        after,
        at,
        f"移交 {to}：{why}",
        CaseHandedOver(case.id, to, case.due_at, left),
        {"platform": to, "due_at": case.due_at.isoformat() if case.due_at else None, "seconds_left": left},
        stage_reason=f"由平台 {to} 办理",
    )
    moved = await finish(tx, actor, case, done, restart=True)
    return replace(moved, platform=to)


async def take_over(
    tx: Tx,
    actor: Actor,
    case_id: UUID,
    *,
    of: str,
    due_at: datetime | None,
    deadline: dict[str, Any],
    lines: Sequence[RemoteLine],
    at: datetime,
) -> Case:
    """Take a case that another platform handed over: from now on the steps are taken here."""
    case = await _locked(tx, case_id)
    add_lines(tx, case, of, lines)
    own.set_owner(tx, case.id, tx.platform)
    after = replace(
        case,
        state="to_dispatch",
        unit_id=None,
        post_id=None,
        assist_ids=[],
        received_at=None,
        receipt_due_at=None,
        due_at=due_at,
        deadline=deadline,
        returns=case.returns + (1 if case.lent_to else 0),
        platform=tx.platform,
    )
    watch_due(tx, after, at)
    fact = CaseTakenOver(case.id, of, due_at)
    done = Done("take_over", after, at, f"接收 {of} 移交。{deadline.get('zh', '')}", fact, {"platform": of})
    return await finish(tx, actor, case, done, restart=True)


async def take_back(tx: Tx, actor: Actor, case_id: UUID, *, refused_by: str, why: str, at: datetime) -> Case | None:
    """The other platform would not have it: the case is ours again. None when it is no longer theirs."""
    case = await _locked(tx, case_id)
    if case.lent_to != refused_by:
        return None
    own.set_owner(tx, case.id, tx.platform)
    deadline = {key: value for key, value in case.deadline.items() if key != "with"}
    deadline["by"] = deadline.get("by_before")
    after = replace(case, state="to_dispatch", platform=tx.platform, deadline=deadline)
    watch_due(tx, after, at)
    fact = CaseHandoverRefused(case.id, refused_by)
    done = Done("hand_over_refused", after, at, f"{refused_by} 未接收：{why}", fact, {"platform": refused_by})
    return await finish(tx, actor, case, done, restart=True)


async def mirror(
    tx: Tx,
    actor: Actor,
    case_id: UUID,
    seen: Mirrored,
    *,
    owner: str,
    unit: UUID | None,
    lines: Sequence[RemoteLine],
    answer: str,
    at: datetime,
) -> Case:
    """Move the mirror of a case to where its owner has it; when it ended there, it ends here, and reporters hear."""
    case = await _locked(tx, case_id)
    if case.lent_to != owner:
        raise Conflict(f"This case is not with {owner}.", owner=case.platform)
    if case.closed_at is not None:  # it ended with an earlier message; this one only tells more of it
        add_lines(tx, case, owner, lines)
        return case
    after = replace(case, unit_id=unit if seen.dispatched_at else None, **vars(seen))
    *earlier, last = lines or [RemoteLine("mirror", at, f"与 {owner} 同步")]
    add_lines(tx, case, owner, earlier)
    fact = CaseMirrored(case.id, owner, seen.state)
    ended = seen.state in ("closed", "void")
    if ended:
        await _end(tx, actor, after, answer, at)
    done = Done(last.step, after, last.at, last.text, fact, {"platform": owner})
    return await finish(tx, actor, case, done, stop=["total"] if ended else [])


def add_lines(tx: Tx, case: Case, owner: str, lines: Sequence[RemoteLine]) -> None:
    """Write what the owner's timeline says into ours, under the owner's name."""
    for line in lines:
        data = {"platform": owner}
        store.add_line(tx, case.id, case.unit_id, Line(line.step, line.at, None, owner, line.text, data))


async def remark(tx: Tx, actor: Actor, case_id: UUID, *, step: str, text: str, at: datetime) -> Case:
    """Write a line about the exchange itself: a recall was asked, granted or refused."""
    case = await _locked(tx, case_id)
    store.add_line(tx, case.id, case.unit_id, Line(step, at, actor.id, actor.name, text, {}))
    return case


async def note(tx: Tx, actor: Actor, case_id: UUID, line: RemoteLine, *, of: str, at: datetime) -> Case:
    """Write a note of another platform, under its name; whoever else shares the case hears of it."""
    case = await _locked(tx, case_id)
    add_lines(tx, case, of, [line])
    await ledger.record(tx, CaseNoted(case.id), at=at, actor=actor.id, drill=case.drill)
    return case


async def photos_of(tx: Tx, case_id: UUID) -> list[dict[str, Any]]:
    """Return a case's photos (`file_id`, `taken`, `added_at`), oldest first; no scope is looked at."""
    return await reading.photos(tx, case_id)


async def add_photo(tx: Tx, actor: Actor, case_id: UUID, photo: UUID, taken: str, *, at: datetime) -> None:
    """Hang a photo that came from another platform on its case."""
    case = await _locked(tx, case_id)
    await add_photos(tx, actor, case, [photo], taken, at)


async def lines_besides(tx: Tx, case_id: UUID, known: list[UUID]) -> list[dict[str, Any]]:
    """Return the lines of a case's timeline that the other platform does not have yet."""
    return await own.lines_besides(tx, case_id, known)


async def case_of(tx: Tx, case_id: UUID) -> Case:
    """Return a case to a room that holds its id; no scope is looked at."""
    case = await store.see(tx, case_id, "TRUE", ())
    if case is None:
        raise NotFound("There is no such case.")
    return case


async def _locked(tx: Tx, case_id: UUID) -> Case:
    case = await store.lock(tx, case_id, "TRUE", ())
    if case is None:
        raise NotFound("There is no such case.")
    return case


async def _end(tx: Tx, actor: Actor, case: Case, answer: str, at: datetime) -> None:
    told = {"text": answer, "case": case.number}
    ended = case.closed_at or at
    if case.state == "closed":
        await settling.close_event(tx, actor, case.event_id, at=ended, answer=told, drill=case.drill)
        on_time = None if case.due_at is None else ended <= case.due_at
        fact = CaseClosed(case.id, case.event_id, on_time, case.self_handled)
        await ledger.record(tx, fact, at=ended, actor=actor.id, drill=case.drill)
        return
    settling.dismiss_event(tx, case.event_id, ended)
    await settling.answer_all(tx, actor, case.event_id, at=ended, answer=told, drill=case.drill)
    void = CaseVoided(case.id, case.event_id, "void")
    await ledger.record(tx, void, at=ended, actor=actor.id, drill=case.drill)
