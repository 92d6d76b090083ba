"""The catalogue: national matters, a district's own, versions that cases keep."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from yiwang import definitions, matters
from yiwang.access import Actor, Grant, platform_actor
from yiwang.base.errors import Forbidden, Invalid
from yiwang.calendar import Limit
from yiwang.db import Database
from yiwang.definitions import Draft
from yiwang.matters import MATTER, MatterBody

pytestmark = [pytest.mark.anyio, pytest.mark.store]

NOW = datetime(2026, 11, 16, 2, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
PLATFORM = platform_actor("test")
LOCAL = MatterBody(code="11001", name="群租", major="11", major_name="区级事项", words=("二房东",))


async def published(database: Database) -> matters.Catalogue:
    async with database.tx() as tx:
        await matters.publish_standard(tx, PLATFORM, at=NOW)
    async with database.tx() as tx:
        return await matters.load_catalogue(tx)


async def test_the_national_catalogue_has_every_matter_with_its_standard(database: Database) -> None:
    catalogue = await published(database)
    current = catalogue.current(NOW)
    assert len(current) == 250
    assert sum(matter.component is not None for matter in current) == 153 == len(matters.components())
    assert all(matter.standard_ref == f"GB/T 47678.5-2026 {matter.code}" for matter in current)
    assert all(matter.filing_condition and matter.closing_condition for matter in current)
    rubbish = catalogue.resolve("06010", NOW)
    assert (rubbish.name, rubbish.limit, rubbish.limit_provisional) == ("暴露垃圾", Limit(4, "working_hours"), False)
    assert "4 工作时" in rubbish.limit_source
    assert all(matter.limit_provisional for matter in current if "暂定" in matter.limit_source)
    assert catalogue.get("06010", datetime(2026, 6, 1, tzinfo=UTC)) is None


async def test_publishing_it_again_changes_nothing_and_keeps_a_district_s_version(database: Database) -> None:
    catalogue = await published(database)
    own = catalogue.resolve("06010", NOW)
    async with database.tx() as tx:
        (version,) = await definitions.history(tx, MATTER, "06010")
        body = version.body.model_copy(update={"limit_value": 2.0, "limit_source": "区里规定", "confirm": True})
        report = await matters.ensure_matters(tx, PLATFORM, [body], NOW)
        assert [change.field for change in report.changed["06010"]] == ["confirm", "limit_source", "limit_value"]
        again = await matters.publish_standard(tx, PLATFORM, at=LATER)
        assert (again.new, again.changed) == ([], {})
    async with database.tx() as tx:
        catalogue = await matters.load_catalogue(tx)
    assert catalogue.resolve("06010", LATER).limit == Limit(2, "working_hours")
    assert catalogue.resolve("06010", NOW - timedelta(days=1)).id == own.id
    assert catalogue.by_id(own.id).limit == Limit(4, "working_hours")
    assert [one.number for one in catalogue.versions("06010")] == [1, 2]


async def test_older_codes_come_out_as_the_matters_they_became(database: Database) -> None:
    catalogue = await published(database)
    assert catalogue.resolve("30428.2:0102", NOW).name == "暴露垃圾"
    assert catalogue.resolve("31010706010", NOW).name == "暴露垃圾"
    with pytest.raises(Invalid, match=r"道路积水.*no match"):
        catalogue.resolve("30428.2:0406", NOW)
    for wrong in ("99999", "0102", "", "30428.2:9999"):
        with pytest.raises(Invalid):
            catalogue.resolve(wrong, NOW)
    mapped = [one for one in matters.older_events() if one.code]
    assert len(matters.older_events()) == 54
    assert all(catalogue.get(one.code or "", NOW) for one in mapped)
    assert all(one.note for one in matters.older_events() if not one.code)


async def test_a_district_adds_its_own_and_twice_is_once(database: Database) -> None:
    await published(database)
    mapped = LOCAL.model_copy(update={"code": "11002", "name": "楼道堆物", "national_code": "06036"})
    async with database.tx() as tx:
        assert (await matters.ensure_matters(tx, PLATFORM, [LOCAL, mapped], NOW)).new == ["11001", "11002"]
        assert (await matters.ensure_matters(tx, PLATFORM, [LOCAL, mapped], LATER)).same == ["11001", "11002"]
    async with database.tx() as tx:
        book = await matters.load(tx)
    assert book.catalogue.resolve("11002", LATER).national_code == "06036"
    assert book.suggest("二房东把房子隔成好多间群租", LATER)[0].code == "11001"


@pytest.mark.parametrize(
    ("change", "field"),
    [({"code": "06010"}, "code"), ({"kind": "event"}, "kind"), ({"national_code": "99999"}, "national_code")],
)
async def test_an_import_with_a_fault_writes_nothing(database: Database, change: dict, field: str) -> None:
    await published(database)
    async with database.tx() as tx:
        draft = Draft([LOCAL, LOCAL.model_copy(update={"code": "11009"} | change)])
        report = await matters.import_matters(tx, PLATFORM, draft, at=NOW, valid_from=NOW)
        assert [(fault.entry, fault.field) for fault in report.faults] == [(2, field)]
        assert await definitions.history(tx, MATTER, "11001") == []
        with pytest.raises(Invalid):
            await matters.ensure_matters(tx, PLATFORM, draft.bodies, NOW)


async def test_an_ended_matter_takes_no_new_case(database: Database) -> None:
    await published(database)
    async with database.tx() as tx:
        await matters.end_matter(tx, PLATFORM, "09014", valid_to=LATER, at=NOW)
        book = await matters.load(tx)
    assert book.catalogue.get("09014", NOW)
    assert book.catalogue.get("09014", LATER) is None
    assert "09014" not in [one.code for one in book.suggest("有人赶着马车进城", LATER)]


async def test_the_book_is_read_anew_only_after_a_change(database: Database) -> None:
    kept = matters.kept()
    async with database.tx() as tx:
        assert (await kept.get(tx)).catalogue.current(NOW) == []
        await matters.ensure_matters(tx, PLATFORM, [LOCAL], NOW)
    async with database.tx() as tx:
        assert await kept.refresh(tx)
        assert not await kept.refresh(tx)
        assert [one.code for one in (await kept.get(tx)).catalogue.current(NOW)] == ["11001"]


async def test_only_who_writes_for_the_whole_platform_changes_the_catalogue(database: Database) -> None:
    reader = Actor(UUID(int=1), "account", "reader", (Grant("leader"),))
    of_one_street = Actor(UUID(int=2), "account", "street", (Grant("data_admin", jurisdiction=UUID(int=9)),))
    async with database.tx() as tx:
        for actor in (reader, of_one_street):
            with pytest.raises(Forbidden):
                await matters.ensure_matters(tx, actor, [LOCAL], NOW)
            with pytest.raises(Forbidden):
                await matters.publish_standard(tx, actor, at=NOW)


async def test_what_is_exported_comes_in_again_as_the_same(database: Database) -> None:
    await published(database)
    async with database.tx() as tx:
        versions = await definitions.as_of(tx, MATTER, NOW)
        text = definitions.write_toml(MATTER, [version.body for version in versions])
        draft = definitions.read_toml(MATTER, text)
        report = await matters.import_matters(tx, PLATFORM, draft, at=NOW, valid_from=NOW, dry_run=True)
    assert (len(report.same), report.new, report.changed, report.faults) == (250, [], {}, [])


def test_how_long_a_unit_may_take_to_sign() -> None:
    from tests.matters.test_suggest import matter

    plain = matter(LOCAL)
    assert plain.receipt(urgent=True) == Limit(5 / 60, "urgent_hours")
    assert plain.receipt(urgent=False) == Limit(0.5, "working_hours")
    assert matter(LOCAL.model_copy(update={"receipt_minutes": 120})).receipt(False) == Limit(2, "working_hours")
