"""Putting the wall together from what the rooms know, each asked within the viewer's own reach."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np

from yiwang import access
from yiwang.access import Actor, Grant
from yiwang.app.store import oldest_running
from yiwang.app.wall import store
from yiwang.app.wall.shapes import WallCase, WallCaseOut, WallFigures, WallFiguresOut, WallLine, WallOut, WallStep
from yiwang.cases.model import Case
from yiwang.cases.views import listing, mapping, showing
from yiwang.cases.views.listing import Wanted
from yiwang.cases.views.mapping import CasePoints
from yiwang.db import Tx
from yiwang.evaluation import asking
from yiwang.evaluation.asking import Question, Sources
from yiwang.evaluation.routes import ColumnOut, RowOut
from yiwang.events.books import Books
from yiwang.places import Locator

FIGURES_LAST = timedelta(seconds=25)  # the lake itself follows every twenty
ANSWER_LASTS = timedelta(milliseconds=900)
MOST_ABNORMAL, MOST_LINES, LINES_BACK = 12, 40, timedelta(days=3)
_HOUR = 3600
_LARGEST = 64  # reaches remembered, each with its figures
# What runs on the strip, in the words of the log.
TOLD = (
    *("case.opened", "case.filed", "case.dispatched", "case.received", "case.returned"),
    *("case.handled", "case.checked", "case.closed", "case.overdue"),
)


@dataclass
class Remembered:
    """The last answers of this process by reach: many displays ask for one and the same."""

    answers: dict[tuple[Grant, ...], tuple[datetime, int, WallOut]] = field(default_factory=dict)
    figures: dict[tuple[Grant, ...], tuple[datetime, WallFiguresOut]] = field(default_factory=dict)
    answering: asyncio.Lock = field(default_factory=asyncio.Lock)
    judging: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True)
class Around:
    """What the wall is read from."""

    books: Books
    sources: Sources
    points: CasePoints
    remembered: Remembered

    @property
    def locator(self) -> Locator:
        """The map's tree as it stands."""
        return self.sources.locator


def reader(actor: Actor) -> Actor:
    """Return who reads for the wall: an analyst over what the viewer's wall shows, and nothing beyond it."""
    if actor.kind == "platform":
        return actor
    grants = tuple(Grant("analyst", one.jurisdiction, one.organisation) for one in actor.scope("wall.read").grants)
    return Actor(actor.id, actor.kind, actor.name, grants, actor.session)


async def show(tx: Tx, actor: Actor, around: Around, *, at: datetime, after: int | None = None) -> WallOut:
    """Return how the city stands within the viewer's reach; answers of the last second are given again.

    `after` is a transaction that the viewer has heard of: an answer made before it was over is none for them.
    """
    reading = reader(actor)
    key = reading.grants
    remembered = around.remembered
    async with remembered.answering:
        known = remembered.answers.get(key)
        if known and timedelta(0) <= at - known[0] < ANSWER_LASTS and (after or 0) < known[1]:
            return known[2]
        running = await oldest_running(tx)
        made = await _made(tx, reading, around, at)
        if len(remembered.answers) >= _LARGEST:
            remembered.answers.clear()
        remembered.answers[key] = (at, running, made)
        return made


async def show_figures(tx: Tx, actor: Actor, around: Around, *, at: datetime) -> WallFiguresOut:
    """Return today's figures and those of thirty days; they are the lake's, which follows every twenty seconds."""
    reading = reader(actor)
    remembered = around.remembered
    async with remembered.judging:
        known = remembered.figures.get(reading.grants)
        if known and timedelta(0) <= at - known[0] < FIGURES_LAST:
            return known[1]
        morning = at.astimezone(around.books.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        end = morning + timedelta(days=1)
        made = WallFiguresOut(
            today=await _over(tx, reading, around, morning, end, at),
            month=await _over(tx, reading, around, morning - timedelta(days=29), end, at),
        )
        if len(remembered.figures) >= _LARGEST:
            remembered.figures.clear()
        remembered.figures[reading.grants] = (at, made)
        return made


async def show_case(tx: Tx, actor: Actor, case_id: UUID, around: Around, *, at: datetime) -> WallCaseOut:
    """Return one case with its steps; `NotFound` where it is none the wall shows."""
    case = await listing.see(tx, reader(actor), case_id)
    shown = await showing.show(tx, case_id, books=around.books)
    steps = [
        WallStep(at=moment, step=step, zh=showing.PUBLIC_STEPS[step][0], en=showing.PUBLIC_STEPS[step][1])
        for moment, step in (shown.lines if shown else ())
    ]
    return WallCaseOut(**dict(_case(case, around, at)), steps=steps)


async def _made(tx: Tx, reading: Actor, around: Around, at: datetime) -> WallOut:
    points = await around.points.refresh(tx)
    reach = await access.reached(tx, reading.scope("cases.read"))
    inside = points["drill"] == 0
    if reach is not None:
        inside &= points.inside(reach, "place", "unit")
    ages = np.floor((at.timestamp() - points["opened"][inside]) / _HOUR)
    hours = [int(np.count_nonzero(ages == hour)) for hour in range(23, -1, -1)]
    urgent = (points["urgent"] == 1) & (points["state"] < mapping.CLOSED) & inside
    rows = np.flatnonzero(urgent)
    rows = rows[np.argsort(points["opened"][rows])[::-1][:MOST_ABNORMAL]]
    return WallOut(
        at=at,
        mode="normal",
        name=_name(reading, around),
        counts=await listing.count(tx, reading, Wanted(drill=False), at=at),
        hours=hours,
        abnormal=await _abnormal(tx, reading, [points.id_of(int(row)) for row in rows], around, at),
        lines=await _lines(tx, reading, around, at),
    )


async def _abnormal(tx: Tx, reading: Actor, urgent: Sequence[UUID], around: Around, at: datetime) -> list[WallCase]:
    """Return what needs a look now: what is urgent, the youngest first, then what is longest overdue."""
    pressing = await listing.of_ids(tx, reading, urgent) if urgent else []
    late = await listing.find(
        tx, reading, Wanted(tab="overdue", drill=False), at=at, sort="due_at", limit=MOST_ABNORMAL
    )
    found = {case.id: case for case in (*pressing, *late.items)}
    return [_case(case, around, at) for case in list(found.values())[:MOST_ABNORMAL]]


async def _lines(tx: Tx, reading: Actor, around: Around, at: datetime) -> list[WallLine]:
    facts = await store.latest(tx, TOLD, at - LINES_BACK, MOST_LINES * 3)
    cases = {case.id: case for case in await listing.of_ids(tx, reading, list({one["subject"] for one in facts}))}
    lines = []
    for fact in facts:
        case = cases.get(fact["subject"])
        if case is None or case.drill:
            continue
        shown = _case(case, around, at)
        line = WallLine(
            at=fact["time"], type=fact["type"], case_id=case.id, number=case.number, matter=shown.matter,
            place=shown.place, unit=shown.unit, urgent=case.urgent,
        )  # fmt: skip
        lines.append(line)
    lines.sort(key=lambda line: line.at, reverse=True)
    return lines[:MOST_LINES]


async def _over(tx: Tx, reading: Actor, around: Around, start: datetime, end: datetime, at: datetime) -> WallFigures:
    question = Question("jurisdiction", start, end)
    found = await asking.figures(tx, reading, question, sources=around.sources, at=at)
    return WallFigures(
        start=start,
        end=end,
        as_of=found.as_of,
        columns=[ColumnOut.model_validate(one) for one in found.columns],
        total=RowOut.model_validate(found.total),
        rows=[RowOut.model_validate(one) for one in found.rows],
    )


def _case(case: Case, around: Around, at: datetime) -> WallCase:
    matter = around.books.catalogue.get(case.matter_code, at)
    return WallCase(
        id=case.id,
        number=case.number,
        state=case.state,
        urgent=case.urgent,
        overdue=case.late(at),
        claimed=case.claimed_by is not None,
        returns=case.returns,
        matter=matter.name if matter else case.matter_code,
        place=_place(around.locator, case.jurisdiction_id),
        unit=around.books.directory.name(case.unit_id) if case.unit_id else None,
        opened_at=case.opened_at,
        due_at=case.due_at,
        lon=case.lon,
        lat=case.lat,
    )


def _place(locator: Locator, jurisdiction: UUID) -> str:
    """Return the street and the lowest jurisdiction: what lies between says nothing across a hall."""
    chain = [locator.nodes[node] for node in reversed(locator.chain(jurisdiction))]
    street = [node.name for node in chain if node.level == "street"]
    return " ".join(dict.fromkeys((*street, *(node.name for node in chain[-1:]))))


def _name(reading: Actor, around: Around) -> str:
    """Return the name of the place the wall shows; empty where it is the whole platform."""
    places = {grant.jurisdiction for grant in reading.grants}
    nodes = [around.locator.nodes.get(one) for one in places if one]
    return nodes[0].name if len(places) == 1 and nodes and nodes[0] else ""
