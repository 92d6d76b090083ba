"""Lives of cases told as facts, copied into a lake: what the formulas are tried on."""

import inspect
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from yiwang import ledger
from yiwang.base.ids import uuid7
from yiwang.cases import facts as cases
from yiwang.db import Database
from yiwang.evaluation import Figures, Group, Period, cases_wide, compute
from yiwang.events import facts as events
from yiwang.lake import Lake, LakeWriter
from yiwang.ledger import Fact

FACTS = tuple(
    kind
    for module in (cases, events)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, Fact) and kind is not Fact
)
DECEMBER = datetime(2016, 12, 1, tzinfo=UTC)
JANUARY = datetime(2017, 1, 1, tzinfo=UTC)


def day(number: float) -> datetime:
    """The moment so many days after the beginning of December."""
    return DECEMBER + timedelta(days=number)


def made(kind: type[Fact], **values: Any) -> Fact:
    """A fact with the values given; the other fields are empty."""
    empty = {name: None for name in inspect.signature(kind).parameters}
    return kind(**{**empty, **values})


class Story:
    """Collects facts with their times and writes them, drills apart, into the log and on into the lake."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self.facts: list[tuple[Fact, datetime, bool]] = []

    def tell(self, kind: type[Fact], at: datetime, *, drill: bool = False, **values: Any) -> None:
        self.facts.append((made(kind, **values), at, drill))

    def report(self, at: datetime, *, drill: bool = False, **values: Any) -> UUID:
        """An event admitted from one report."""
        event = uuid7(at)
        where = {"jurisdiction_id": values.get("jurisdiction_id"), "matter_code": values.get("matter_code", "06001")}
        self.tell(events.ReportReceived, at, drill=drill, report_id=uuid7(at), event_id=event, channel="patrol")
        self.tell(events.EventAdmitted, at, drill=drill, event_id=event, channel="patrol", **where)
        return event

    def case(
        self,
        filed: datetime,
        due: datetime | None,
        *,
        closed: datetime | None = None,
        handled: datetime | None = None,
        unit: UUID | None = None,
        reworks: int = 0,
        extended: bool = False,
        drill: bool = False,
        self_handled: bool = False,
        reported: datetime | None = None,
        **values: Any,
    ) -> UUID:
        """A case's life; each moment left out has not come."""
        event, case = self.report(reported or filed, drill=drill, **values), uuid7(filed)
        fields = {"matter_code": "06001", "major": "06", "urgent": False, "number": f"N{len(self.facts)}", **values}
        self.tell(
            cases.CaseFiled, filed, drill=drill, case_id=case, event_id=event, due_at=due,
            self_handled=self_handled, **fields,
        )  # fmt: skip
        if unit:
            self.tell(cases.CaseDispatched, filed, drill=drill, case_id=case, unit_id=unit)
        done = handled or closed
        for number in range(reworks):
            assert done
            self.tell(cases.CaseHandled, done - timedelta(hours=2 * (reworks - number)), case_id=case, unit_id=unit)
            before = done - timedelta(hours=2 * (reworks - number) - 1)
            self.tell(cases.CaseChecked, before, case_id=case, passed=False)
        if extended:
            self.tell(Extended, filed, drill=drill, case_id=case)
        if done:
            self.tell(cases.CaseHandled, done, drill=drill, case_id=case, unit_id=unit)
        if closed:
            self.tell(cases.CaseClosed, closed, drill=drill, case_id=case, event_id=event, self_handled=self_handled)
        return case

    async def told(self) -> Lake:
        """The lake once it has followed everything told so far."""
        async with self.database.tx(origin="history") as tx:
            for fact, at, drill in self.facts:
                await ledger.record(tx, fact, at=at, drill=drill)
        self.facts.clear()
        await LakeWriter(self.folder, FACTS).catch_up(self.database)
        return Lake(self.folder, FACTS)

    async def judged(
        self, start: datetime = DECEMBER, end: datetime = JANUARY, as_of: datetime | None = None, group: str = "unit_id"
    ) -> Figures:
        """All figures of a period."""
        with await self.told() as lake:
            known = as_of or end
            return compute(lake, cases_wide(lake, known), Period(start, end, known), Group(group))


class Extended(cases.CaseReminded):
    """The fact of an extension, which a later edition of the loop will write."""

    TYPE = "case.extended"


@pytest.fixture
def story(database: Database, tmp_path: Path) -> Story:
    return Story(database, tmp_path / "lake")


Tell = Callable[..., None]
