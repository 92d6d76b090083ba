"""The registry: devices get a place, keys and series of their own; strangers are adopted; each sees their part."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cities import City, build

from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.db import Database
from yiwang.sensing import classes
from yiwang.sensing.devices import Directory, adopting, importing, listing, tables
from yiwang.sensing.devices.model import DeviceIn, Key, Report, place_series
from yiwang.sensing.devices.registering import Around, set_state, take_in
from yiwang.sensing.readings.inlet import Inlet

pytestmark = pytest.mark.anyio
CSV = """设备编码,设备类型,名称,区划代码,权属单位,接入标识,经度,纬度
A1,BIN,一号箱,310107005001,LH,http:a1; mqtt:x/a1,,
A2,BIN,二号箱,310107015001,LH,http:a2,,
"""


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    found = await build(database, clock, tmp_path)
    async with database.tx() as tx:
        await classes.publish_shipped(tx, found.officer, at=found.now, valid_from=found.now)
    return found


@pytest.fixture
def around(city: City) -> Around:
    return Around.of(city.books.locators)


def bin_of(city: City, code: str, where: str = "310107005001", **more: object) -> DeviceIn:
    given = DeviceIn(code, "BIN", jurisdiction_id=city.places[where], keys=(Key("http", code),))
    return replace(given, **more)  # type: ignore[arg-type]


async def add(city: City, around: Around, *rows: DeviceIn, actor: object = None, **how: bool) -> Report:
    async with city.database.tx() as tx:
        return await take_in(tx, actor or city.officer, rows, around=around, at=city.now, **how)  # type: ignore[arg-type]


def test_series_never_lie_across_two_shards() -> None:
    assert place_series(65_528, [8, 8]) == ([65_528, 65_536], 65_544)
    assert place_series(65_528, [16, 8]) == ([65_536, 65_552], 65_560)


async def test_a_device_is_found_by_its_key_with_its_series(city: City, around: Around) -> None:
    report = await add(city, around, bin_of(city, "A1"), bin_of(city, "A2"))
    assert (report.added, report.problems) == (2, ())
    directory = Directory()
    async with city.database.tx() as tx:
        assert await directory.refresh(tx)
        assert not await directory.refresh(tx)
    one, two = directory.find("http", "A1"), directory.find("http", "A2")
    assert one
    assert two
    assert directory.series(one.id, "temp") == one.first + 1
    assert directory.column("http", "fill") == {"A1": one.first, "A2": two.first}
    assert directory.find("mqtt", "A1") is None
    assert directory.find("HTTP", "A1") == one  # gateways call their protocol by its name in capitals
    assert abs(one.first - two.first) == 8
    async with city.database.tx() as tx:
        await set_state(tx, city.officer, one.id, "retired", at=city.now)
    async with city.database.tx() as tx:
        await directory.refresh(tx)
    assert directory.find("http", "A1") is None
    assert "A1" not in directory.column("http", "fill")
    assert (await add(city, around, bin_of(city, "A3", keys=(Key("http", "A1"),)))).added == 1


async def test_everything_wrong_is_told_and_nothing_written(city: City, around: Around) -> None:
    await add(city, around, bin_of(city, "A1"))
    wrong = [
        bin_of(city, "A2", keys=(Key("http", "A1"),)),
        bin_of(city, "A3", class_code="NONE"),
        bin_of(city, "sp ace"),
        bin_of(city, "A4", lon=200.0, lat=31.0),
        bin_of(city, "A5"),
        bin_of(city, "A5"),
        bin_of(city, "A1", class_code="SMK", keys=()),
    ]
    report = await add(city, around, *wrong)
    assert [(one.row, one.field) for one in report.problems] == [
        *((1, "keys"), (2, "class_code"), (3, "code"), (4, "lon"), (6, "code"), (6, "keys"), (7, "class_code")),
    ]
    async with city.database.tx() as tx:
        assert len((await listing.page(tx, city.officer, {})).items) == 1


async def test_the_same_again_changes_nothing_and_a_change_keeps_the_series(city: City, around: Around) -> None:
    await add(city, around, bin_of(city, "A1"))
    async with city.database.tx() as tx:
        before = (await listing.page(tx, city.officer, {})).items[0]
    assert (await add(city, around, bin_of(city, "A1"))).unchanged == 1
    assert (await add(city, around, bin_of(city, "A1", maker="M"))).changed == 1
    async with city.database.tx() as tx:
        after = await listing.see(tx, city.officer, before.id)
    assert (after.maker, after.first_series, after.keys, after.version) == ("M", before.first_series, before.keys, 2)


async def test_each_sees_and_writes_their_own_part(city: City, around: Around) -> None:
    await add(
        city,
        around,
        bin_of(city, "A1", organisation_id=city.units["CY"]),
        bin_of(city, "A2", "310107015001", maintainer_id=city.units["LH"]),
    )
    here = city.holder("data_admin", jurisdiction="310107005000")
    keeper = city.holder("handler", unit="LH")
    async with city.database.tx() as tx:
        all_of = {one.code: one.id for one in (await listing.page(tx, city.officer, {})).items}
        assert [one.code for one in (await listing.page(tx, here, {})).items] == ["A1"]
        assert [one.code for one in (await listing.page(tx, keeper, {})).items] == ["A2"]
        assert [row["total"] for row in await listing.figures(tx, here, "class")] == [1]
        with pytest.raises(NotFound):
            await listing.see(tx, here, all_of["A2"])
    for row in (bin_of(city, "A2", maker="mine"), bin_of(city, "A9", "310107015001")):
        with pytest.raises(Forbidden):
            await add(city, around, row, actor=here)
    with pytest.raises(NotFound):
        async with city.database.tx() as tx:
            await set_state(tx, here, all_of["A2"], "fault", at=city.now)
    assert (await add(city, around, bin_of(city, "A8"), actor=here)).added == 1
    with pytest.raises(Forbidden):
        await add(city, around, bin_of(city, "A7"), actor=keeper)


async def test_a_search_finds_by_words_status_and_part(city: City, around: Around) -> None:
    await add(city, around, *(bin_of(city, f"A{n}", address=f"花溪路{n}号") for n in range(5)))
    sought = {"words": "花溪路3", "status": "offline", "jurisdiction_id": city.places["310107005000"]}
    async with city.database.tx() as tx:
        assert [one.code for one in (await listing.page(tx, city.officer, sought)).items] == ["A3"]
        assert (await listing.page(tx, city.officer, {"words": "100%"})).items == []
        first = await listing.page(tx, city.officer, {}, limit=3)
        rest = await listing.page(tx, city.officer, {}, cursor=first.next, limit=3)
    assert [one.code for one in (*first.items, *rest.items)] == ["A0", "A1", "A2", "A3", "A4"]


async def test_a_file_goes_in_after_a_dry_run_and_comes_out_the_same(city: City, around: Around) -> None:
    database, officer = city.database, city.officer
    dry = await importing.import_file(database, officer, CSV.encode("gb18030"), around=around, dry_run=True)
    assert (dry.added, dry.problems, dry.dry_run) == (2, (), True)
    done = await importing.import_file(database, officer, CSV.encode(), around=around, dry_run=False)
    assert (done.added, done.dry_run) == (2, False)
    lines = await importing.export_lines(database, officer, {}, around=around)
    assert lines[1][-2] == "http:a1; mqtt:x/a1"
    for data in (tables.write_csv(lines), tables.write_xlsx(lines)):
        again = await importing.import_file(database, officer, data, around=around, dry_run=False)
        assert (again.unchanged, again.changed, again.problems) == (2, 0, ())


async def test_a_file_with_faults_names_them_all_and_writes_nothing(city: City, around: Around) -> None:
    text = CSV + "A3,BIN,,999,NOBODY,no-key,east,\n"
    report = await importing.import_file(city.database, city.officer, text.encode(), around=around, dry_run=False)
    assert {one.field for one in report.problems} == {"lon", "jurisdiction", "owner", "keys"}
    assert {one.row for one in report.problems} == {3}
    async with city.database.tx() as tx:
        assert (await listing.page(tx, city.officer, {})).items == []
    for broken in (b"", b"\xff\xfe\x00", b"no,such\n1,2\n", b"PK\x03\x04 broken"):
        with pytest.raises(Invalid):
            await importing.import_file(city.database, city.officer, broken, around=around, dry_run=True)


async def test_a_stranger_is_adopted_once_by_who_answers_for_all(city: City, around: Around) -> None:
    async with Inlet(city.database, city.books.keyring) as inlet:
        await inlet.quarantine("http", "new-1", b"{}", "no such device", city.now)
    here = city.holder("data_admin", jurisdiction="310107005000")
    given = bin_of(city, "N1", keys=())
    async with city.database.tx() as tx:
        with pytest.raises(Forbidden):
            await adopting.strangers(tx, here)
        assert [one["external_id"] for one in (await adopting.strangers(tx, city.officer)).items] == ["new-1"]
        made = await adopting.adopt(tx, city.officer, "http", "new-1", given, around=around, at=city.now)
        assert (await listing.see(tx, city.officer, made)).keys == (Key("http", "new-1"),)
        raw = await tx.value("SELECT raw FROM sensing.quarantine")
        assert raw != b"{}"  # sealed under the key of its source
    with pytest.raises(Conflict):
        async with city.database.tx() as tx:
            other = replace(given, code="N2", keys=(Key("http", "other"),))
            await adopting.adopt(tx, city.officer, "http", "gone", other, around=around, at=city.now)
