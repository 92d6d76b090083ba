"""Driving the rows through the public verbs at their own times; resumable, each action once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from yiwang.access import Actor, platform_actor
from yiwang.app import store
from yiwang.app.replay.mapping import Mapping as CityMapping
from yiwang.app.replay.progress import Progress, unseen
from yiwang.app.replay.rows import CityFile, Request
from yiwang.app.replay.settling_in import Made
from yiwang.cases.steps import closing, dispatching, handling, verifying
from yiwang.db import Database, Tx
from yiwang.events import finding, reporting, settling
from yiwang.events.books import Books
from yiwang.events.model import Envelope
from yiwang.ledger import fire_due
from yiwang.ledger.timers import TimerHandler
from yiwang.places import PlaceIn

REPLAYER: Actor = platform_actor("replay")
HANDLED = "来源系统记为已办结"
NAMED = "来源系统指定承办单位；来源未记签收时间，视为随派随签"
BATCH = 40  # actions in one transaction: they share one wait for the disk


@dataclass(frozen=True)
class Action:
    """One thing a row makes happen: it is opened, or closed."""

    at: datetime
    closes: bool
    request: Request

    @property
    def moment(self) -> datetime:
        """When its turn comes: a row said to be closed before it was opened is closed as soon as it is there."""
        return max(self.at, self.request.opened)


def actions_of(requests: Sequence[Request]) -> list[Action]:
    """Return everything that happens, in the order of time; a row is opened before it is closed."""
    opens = [Action(request.opened, False, request) for request in requests]
    closes = [Action(request.closed, True, request) for request in requests if request.closed]
    return sorted(opens + closes, key=lambda a: (a.moment, a.closes, a.request.number))


@dataclass
class Run:
    """One replay: what it drives, with what, and who hears of its progress."""

    key: str
    file: CityFile
    mapping: CityMapping
    made: Made
    books: Books
    timers: Mapping[str, TimerHandler]
    on_progress: Progress = unseen

    @property
    def source(self) -> str:
        """The source that every report of this run names."""
        return f"replay:{self.key}"


async def drive(database: Database, run: Run) -> None:
    """Do every action that is not done yet, in batches: a batch and its mark of progress are one transaction."""
    actions = actions_of(run.file.requests)
    done = await _progress(database, run)
    while done < len(actions):
        run.on_progress("driving", done, len(actions))
        done = await _drive_batch(database, run, actions[done : done + BATCH], done)
    run.on_progress("driving", done, len(actions))


async def _progress(database: Database, run: Run) -> int:
    async with database.tx() as tx:
        return await store.replay_progress(tx, run.key)


async def _drive_batch(database: Database, run: Run, batch: Sequence[Action], done: int) -> int:
    """Do the actions after the first `done`; return how many are done now, by whomever."""
    async with database.tx(origin="replay") as tx:
        if await store.advance_replay(tx, run.key, done, done + len(batch)):
            for action in batch:
                await fire_due(tx, action.moment, run.timers)
                await (_close(tx, run, action) if action.closes else _open(tx, run, action))
            return done + len(batch)
    return await _progress(database, run)  # another process drives the same file


async def _open(tx: Tx, run: Run, action: Action) -> None:
    """The row's report; if it makes a case, that is sent to the row's unit, which has received it as it came."""
    request = action.request
    place = PlaceIn(
        lon=request.lon,
        lat=request.lat,
        datum=run.mapping.datum,
        text=request.address,
        jurisdiction_id=run.made.jurisdictions[request.jurisdiction],
    )
    told = await reporting.report(tx, REPLAYER, _envelope(run, request), place, books=run.books, at=action.at)
    if told.merge is not None:
        return
    case_id = told.event_id  # a case keeps the id of its event
    unit = run.made.units[request.unit]
    await dispatching.dispatch(tx, REPLAYER, case_id, books=run.books, at=action.at, unit=unit, reason=NAMED)
    await handling.receive(tx, REPLAYER, case_id, at=action.at)


def _envelope(run: Run, request: Request) -> Envelope:
    merge = run.mapping.merge
    apart = request.source in merge.separate_sources and not merge.rule(merge.matter(request.matter)).every_source
    return Envelope(
        channel="replay",
        source=run.source,
        text=request.text or request.matter,
        title=request.matter[:200],
        raw=request.raw,
        matter=run.made.matters[request.matter],
        urgent=False,
        due_at=request.due,
        due_from_source=True,
        unit=run.made.units[request.unit],
        separate=apart,
        idempotency_key=str(request.number),
        external_ref=(run.mapping.name, request.id),
    )


async def _close(tx: Tx, run: Run, action: Action) -> None:
    """The row is answered; when it was the last of its event still open, the case is handled, checked and closed."""
    found = await finding.by_key(tx, run.source, str(action.request.number))
    if found is None:
        return
    report_id, case_id = found
    left = await settling.answer_one(tx, REPLAYER, report_id, at=action.at, answer={"text": HANDLED})
    if left != 0:
        return
    case = await handling.handle(tx, REPLAYER, case_id, text=HANDLED, at=action.at)
    if case.state == "to_check":
        await verifying.check(tx, REPLAYER, case_id, passed=True, at=action.at)
    await closing.close(tx, REPLAYER, case_id, at=action.at)
