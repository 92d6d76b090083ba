"""Organisations: made in any order, found again by code, seen only inside one's scope."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from yiwang import ledger, people
from yiwang.access import Actor, Grant, platform_actor
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.people import OrganisationRow
from yiwang.people.organisations import import_organisations, initials_of

pytestmark = [pytest.mark.anyio, pytest.mark.store]
AT = datetime(2026, 11, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 16, 2, tzinfo=UTC)
PLATFORM = platform_actor("tests")


def officer(unit: UUID) -> Actor:
    return Actor(uuid7(AT), "account", "officer", (Grant("duty_officer", None, unit),))


async def names(database: Database, actor: Actor, words: str = "", **filters: str) -> list[str]:
    async with database.tx() as tx:
        found = await people.find_organisations(tx, actor, words=words, at=NOW, **filters)
    return [each.short_name for each in found]


async def test_children_may_come_before_their_parents(database: Database, units: dict[str, UUID]) -> None:
    async with database.tx() as tx:
        sector = await people.organisation(tx, PLATFORM, units["S05-01"])
    assert sector.parent_id == units["S05"]


async def test_the_same_import_twice_changes_nothing(database: Database, units: dict[str, UUID]) -> None:
    row = OrganisationRow("GREEN", "department", "绿化市容局", parent_code="C")
    async with database.tx() as tx:
        assert await people.ensure_organisations(tx, PLATFORM, [row], NOW) == {"GREEN": units["GREEN"]}
    async with database.tx() as tx:
        assert await ledger.read(tx, types=["organisation.changed"]) == []


async def test_an_import_brings_a_name_up_to_date(database: Database, units: dict[str, UUID]) -> None:
    row = OrganisationRow("GREEN", "department", "绿化和市容管理局", parent_code="C")
    async with database.tx() as tx:
        await people.ensure_organisations(tx, PLATFORM, [row], NOW)
    assert await names(database, PLATFORM, "市容") == ["绿化和市容管理局"]
    async with database.tx() as tx:
        (changed,) = await ledger.read(tx, types=["organisation.changed"])
    assert changed.subject == units["GREEN"]


async def test_a_moved_organisation_is_seen_by_its_new_parents_officers(
    database: Database, units: dict[str, UUID]
) -> None:
    row = OrganisationRow("N1", "neighbourhood_station", "南梅园居委会", parent_code="GREEN")
    async with database.tx() as tx:
        await people.ensure_organisations(tx, PLATFORM, [row], NOW)
    assert "南梅园居委会" in await names(database, officer(units["GREEN"]))
    assert "南梅园居委会" not in await names(database, officer(units["S05"]))


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (OrganisationRow("X", "palace", "X"), "kind"),
        (OrganisationRow("X", "department", "X", parent_code="nowhere"), "parent_code"),
        (OrganisationRow("X", "department", " "), "name"),
        (OrganisationRow("X", "department", "X", parent_code="X"), "parent_code"),
    ],
)
async def test_a_wrong_row_is_refused_with_its_number_and_field(
    database: Database, row: OrganisationRow, field: str
) -> None:
    fine = OrganisationRow("FINE", "department", "Fine")
    async with database.tx() as tx:
        report = await import_organisations(tx, PLATFORM, [fine, row], AT)
    assert [(each.row, each.field) for each in report.complaints] == [(2, field)]
    assert await names(database, PLATFORM) == []
    with pytest.raises(Invalid):
        async with database.tx() as tx:
            await people.ensure_organisations(tx, PLATFORM, [fine, row], AT)


async def test_a_dry_run_writes_nothing(database: Database) -> None:
    async with database.tx() as tx:
        report = await import_organisations(tx, PLATFORM, [OrganisationRow("A", "centre", "A")], AT, dry_run=True)
    assert (report.rows, report.complaints) == (1, ())
    assert await names(database, PLATFORM) == []


async def test_it_is_found_by_name_code_and_pinyin_initials(database: Database, units: dict[str, UUID]) -> None:
    for words in ("曹杨新村", "S05", "cyxc", "CYXC"):
        assert "曹杨城运中心" in await names(database, PLATFORM, words)
    assert await names(database, PLATFORM, "%") == [], "a sign of LIKE means itself"
    assert await names(database, PLATFORM, kind="department") == ["绿化市容局"]


async def test_an_ended_organisation_is_no_longer_listed(database: Database, units: dict[str, UUID]) -> None:
    async with database.tx() as tx:
        await people.end_organisation(tx, PLATFORM, units["GREEN"], AT)
    assert "绿化市容局" not in await names(database, PLATFORM)
    with pytest.raises(Conflict):
        async with database.tx() as tx:
            await people.end_organisation(tx, PLATFORM, units["GREEN"], AT)


async def test_an_officer_sees_the_own_subtree_only(database: Database, units: dict[str, UUID]) -> None:
    mine = officer(units["S05"])
    assert sorted(await names(database, mine)) == ["南梅园居委会", "曹杨城运中心", "曹杨第一片区"]
    with pytest.raises(NotFound):
        async with database.tx() as tx:
            await people.organisation(tx, mine, units["GREEN"])


async def test_only_a_data_administrator_of_everything_writes(database: Database, units: dict[str, UUID]) -> None:
    for actor in (officer(units["S05"]), Actor(uuid7(AT), "account", "x", (Grant("data_admin", None, units["S05"]),))):
        with pytest.raises(Forbidden):
            async with database.tx() as tx:
                await people.ensure_organisations(tx, actor, [OrganisationRow("Z", "centre", "Z")], AT)


def test_initials_are_the_first_letters_of_pinyin() -> None:
    assert initials_of("曹杨新村街道") == "cyxcjd"
    assert initials_of("Parks Department") == "parks department"


async def test_stations_of_a_chain_come_lowest_first_and_the_centre_last(database: Database) -> None:
    district, street, hood = (uuid7(AT) for _ in range(3))
    rows = [
        OrganisationRow("C", "centre", "C", jurisdiction_id=district),
        OrganisationRow("D", "department", "D", parent_code="C", jurisdiction_id=district),
        OrganisationRow("S", "street_centre", "S", parent_code="C", jurisdiction_id=street),
        OrganisationRow("N", "neighbourhood_station", "N", parent_code="S", jurisdiction_id=hood),
    ]
    async with database.tx() as tx:
        ids = await people.ensure_organisations(tx, PLATFORM, rows, AT)
        directory = await people.kept().get(tx)
        assert directory.stations([hood, street, district], NOW) == [ids["N"], ids["S"], ids["C"]]
        assert directory.stations([], NOW) == []
        assert directory.parent_of(ids["N"]) == ids["S"]
        assert directory.parent_of(ids["C"]) is None
        assert await people.names(tx, [ids["N"], ids["D"]]) == {ids["N"]: "N", ids["D"]: "D"}
