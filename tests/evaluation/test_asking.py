"""Figures for somebody who asks: by place, unit, post and matter, within the scope, opening to their cases."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.evaluation.conftest import DECEMBER, FACTS, JANUARY, Story, day

from yiwang import evaluation, people
from yiwang.access import Actor, Grant, platform_actor
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.cases import facts as cases
from yiwang.db import Database
from yiwang.evaluation import Behind, Figures, Question, Sources
from yiwang.evaluation.asking import members_below
from yiwang.events import facts as events
from yiwang.lake import Lake
from yiwang.matters import Catalogue
from yiwang.people import OrganisationRow
from yiwang.places import JurisdictionRow, ensure_jurisdictions, load_locator

pytestmark = pytest.mark.anyio
PLATFORM = platform_actor("tests")
LONG_AGO = datetime(2010, 1, 1, tzinfo=DECEMBER.tzinfo)
ROWS = [
    JurisdictionRow("310107", "普陀区", "district"),
    JurisdictionRow("310107005", "曹杨新村街道", "street", "310107"),
    JurisdictionRow("310107005001", "南梅园", "neighbourhood", "310107005"),
    JurisdictionRow("310107005002", "北梅园", "neighbourhood", "310107005"),
    JurisdictionRow("310107015", "长寿路街道", "street", "310107"),
]
Ids = dict[str, UUID]


class District:
    """Two streets and two units with four cases, and what asks about them."""

    def __init__(self, database: Database, story: Story, ids: Ids) -> None:
        self.database, self.story, self.ids = database, story, ids

    async def sources(self) -> Sources:
        async with self.database.tx() as tx:
            locator = await load_locator(tx, self.database.clock.now())
        return Sources(lambda: Lake(self.story.folder, FACTS), locator, Catalogue.of([]))

    async def figures(self, actor: Actor = PLATFORM, **asked: Any) -> Figures:
        sources = await self.sources()
        async with self.database.tx() as tx:
            question = Question(**{"group": "jurisdiction", "start": DECEMBER, "end": JANUARY, **asked})
            return await evaluation.figures(tx, actor, question, sources=sources, at=JANUARY)

    async def behind(self, figure: str, key: str | None, actor: Actor = PLATFORM, **asked: Any) -> list[Behind]:
        sources = await self.sources()
        async with self.database.tx() as tx:
            question = Question(**{"group": "jurisdiction", "start": DECEMBER, "end": JANUARY, **asked})
            return await evaluation.cases_behind(tx, actor, question, figure, key, sources=sources, at=JANUARY)


def officer(**grant: UUID) -> Actor:
    return Actor(uuid7(DECEMBER), "account", "leader", (Grant("leader", **grant),))


def filed(found: Figures) -> dict[str, float | None]:
    return {row.name: row.values["filed"] for row in found.rows}


@pytest.fixture
async def district(database: Database, story: Story) -> District:
    async with database.tx() as tx:
        ids = await ensure_jurisdictions(tx, PLATFORM, ROWS, LONG_AGO)
        units = [OrganisationRow("U1", "department", "绿化市容局"), OrganisationRow("U2", "department", "城管执法局")]
        ids |= await people.ensure_organisations(tx, PLATFORM, units, LONG_AGO)
    for place, unit, closed in (
        ("310107005001", "U1", day(3)),
        ("310107005002", "U1", day(9)),
        ("310107005", "U2", None),
        ("310107015", "U2", day(3)),
    ):
        story.case(day(1), day(5), closed=closed, unit=ids[unit], jurisdiction_id=ids[place], matter_code=f"M{unit}")
    (await story.told()).close()
    return District(database, story, ids)


async def test_a_district_is_judged_by_its_streets_and_a_street_by_its_neighbourhoods(district: District) -> None:
    assert filed(await district.figures()) == {"曹杨新村街道": 3, "长寿路街道": 1}
    street = await district.figures(within=district.ids["310107005"])
    assert filed(street) == {"南梅园": 1, "北梅园": 1, "曹杨新村街道": 1}
    assert street.total.values["filed"] == 3
    with pytest.raises(NotFound):
        await district.figures(within=uuid7(DECEMBER))


async def test_units_and_matters_are_judged_by_the_same_formulas(district: District) -> None:
    units = await district.figures(group="unit")
    rates = {row.name: row.values["timely_closing_rate"] for row in units.rows}
    assert rates == {"绿化市容局": 50, "城管执法局": 50}
    assert {row.name for row in (await district.figures(group="matter")).rows} == {"MU1", "MU2"}
    assert (await district.figures(group="post")).rows == []
    assert units.total.values["filed"] == 4


async def test_a_figure_opens_to_its_cases(district: District) -> None:
    street = str(district.ids["310107005"])
    found = await district.behind("timely_closing_rate", street)
    row = next(row for row in (await district.figures()).rows if row.id == street)
    assert row.parts["timely_closing_rate"] == (sum(each.counted for each in found), len(found)) == (1, 3)
    assert len(await district.behind("filed", None)) == 4
    assert len(await district.behind("score", None)) == 4
    with pytest.raises(Invalid):
        await district.behind("no_such_figure", None)


async def test_a_leader_sees_the_own_street_only(district: District) -> None:
    leader = officer(jurisdiction=district.ids["310107005"])
    assert (await district.figures(leader, group="unit")).total.values["filed"] == 3
    assert len(await district.behind("filed", None, leader)) == 3
    assert await district.behind("filed", str(district.ids["310107015"]), leader) == []
    assert (await district.figures(leader, within=district.ids["310107015"])).total.values["filed"] == 0


async def test_a_leader_of_a_unit_sees_the_units_cases_only(district: District) -> None:
    leader = officer(organisation=district.ids["U1"])
    assert filed(await district.figures(leader, group="unit")) == {"绿化市容局": 2}
    both = officer(organisation=district.ids["U2"], jurisdiction=district.ids["310107015"])
    assert (await district.figures(both, group="unit")).total.values["filed"] == 1


async def test_who_may_not_judge_is_refused(district: District) -> None:
    handler = Actor(uuid7(DECEMBER), "account", "handler", (Grant("handler"),))
    with pytest.raises(Forbidden):
        await district.figures(handler)
    with pytest.raises(Forbidden):
        await district.behind("filed", None, handler)


async def test_figures_of_the_past_know_only_what_was_known_then(district: District) -> None:
    then = await district.figures(as_of=day(4))
    assert (then.as_of, then.total.values["should_close"]) == (day(4), 0)
    later = await district.figures(as_of=day(6))
    assert later.total.values["should_close"] == 4
    assert later.total.values["closing_rate"] == 50


async def test_a_merged_event_is_no_row_until_it_is_parted_again(district: District) -> None:
    event = district.story.report(day(2))
    other = district.story.report(day(2))
    district.story.tell(events.EventMerged, day(2), event_id=event, into=other)
    district.story.tell(events.ReportReceived, day(2), report_id=uuid7(day(2)), event_id=other, channel="hotline")
    (await district.story.told()).close()
    total = (await district.figures(group="unit")).total
    assert (total.values["reported"], total.parts["repeat_rate"]) == (5, (1, 5))
    district.story.tell(events.EventRestored, day(3), event_id=event, out_of=other)
    (await district.story.told()).close()
    assert (await district.figures(group="unit")).total.values["reported"] == 6


async def test_the_unit_that_has_the_case_now_is_judged(district: District) -> None:
    case = district.story.case(day(1), day(5), unit=district.ids["U1"], jurisdiction_id=district.ids["310107015"])
    district.story.tell(cases.CaseReturned, day(1.1), case_id=case, unit_id=district.ids["U1"], reason="不属于")
    late = day(1.2) + timedelta(minutes=30)
    district.story.tell(
        cases.CaseDispatched, day(1.2), case_id=case, unit_id=district.ids["U2"], receipt_due_at=late, dispatch_due=None
    )
    district.story.tell(cases.CaseReceived, day(1.3), case_id=case, unit_id=district.ids["U2"])
    (await district.story.told()).close()
    rows = {row.name: row for row in (await district.figures(group="unit")).rows}
    assert (rows["绿化市容局"].values["filed"], rows["城管执法局"].values["filed"]) == (2, 3)
    assert rows["城管执法局"].parts["receipt_rate"] == (1, 1)
    assert rows["城管执法局"].parts["timely_receipt_rate"] == (0, 1)


def test_rows_are_what_lies_directly_below() -> None:
    district, street, hood, other, alone = (uuid7(DECEMBER) for _ in range(5))
    chains = {hood: (hood, street, district), street: (street, district), other: (other, district), alone: ()}
    assert members_below(chains, None) == {
        str(hood): str(street),
        str(street): str(street),
        str(other): str(other),
        str(alone): str(alone),
    }
    assert members_below({hood: chains[hood]}, district) == {str(hood): str(street)}
    assert members_below({hood: chains[hood], street: chains[street]}, street) == {
        str(hood): str(hood),
        str(street): str(street),
    }
