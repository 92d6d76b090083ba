"""The way of an alarm: raised, followed into events, judged; timers fire as time passes."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.alarms.raising import District

from yiwang import definitions, ledger
from yiwang.app.wiring import TIMERS
from yiwang.cases.upkeep import listens as upkeep
from yiwang.events.machines import judging
from yiwang.events.machines.judging import Judgement
from yiwang.events.machines.listens import listener
from yiwang.events.machines.model import TEMPLATE, Template
from yiwang.events.machines.planning import Around


@dataclass
class Chain:
    """A district with what follows its alarms."""

    district: District
    around: Around = field(init=False)

    def __post_init__(self) -> None:
        books = self.district.city.books
        self.around = Around(books)
        self.followers = [listener(books), upkeep.listener(books)]

    async def follow(self) -> None:
        """Let everyone hear what was recorded, until nobody hears anything new."""
        await ledger.drain(self.district.city.database, self.followers)

    async def later(self, **span: float) -> None:
        """Let time pass: timers fire, and what they tell is heard."""
        at = self.district.city.later(**span)
        await ledger.tick(self.district.city.database, at, TIMERS)
        await self.follow()

    async def raised(self, *codes: str, **how: Any) -> list[UUID]:
        """Raise alarms and follow them."""
        ids = await self.district.raised(*codes, **how)
        await self.follow()
        return ids

    async def events(self) -> list[dict[str, Any]]:
        """All events with their machine's side, earliest first."""
        return await self.district.rows(
            """SELECT e.id, e.state, e.matter_code, e.title, e.text, e.reports, e.urgent, e.lon, m.kind, m.upkeep,
                m.due_at, m.level, m.recovered_at, m.verdict,
                (SELECT count(*) FROM events.machine_alarm a WHERE a.event_id = e.id) AS alarms
            FROM events.event e LEFT JOIN events.machine m ON m.event_id = e.id ORDER BY e.id"""
        )

    async def judge(self, event: UUID, verdict: str) -> Judgement:
        city = self.district.city
        async with city.database.tx() as tx:
            return await judging.judge(tx, city.officer, event, verdict, around=self.around, at=city.now)

    async def declare(self, **body: Any) -> None:
        """Publish a template."""
        city = self.district.city
        template = Template.model_validate({"code": "t", **body})
        async with city.database.tx() as tx:
            await definitions.publish(tx, city.officer, TEMPLATE, [template], valid_from=city.now, at=city.now, note="")
