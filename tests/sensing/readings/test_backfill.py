"""Files of old readings: long and wide, as a whole or not at all, every fault named, marked so that no rule judges."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.app.visitors import Site
from tests.sensing.conftest import HERE, THERE, logged

from yiwang.access import Grant
from yiwang.sensing.readings.backfilling import Pieces, fill_pieces
from yiwang.sensing.readings.model import FILLED

pytestmark = pytest.mark.anyio
PATH = "/api/readings/import"
LONG = """device,metric,time,value,quality
a1,fill,2026-11-01T08:00:00+08:00,10,
a1,temp,2026-11-01 08:00:00,11.5,2
a2,fill,1793491200000,12,0
"""
WIDE = "设备编码,时间,fill,temp\r\na1,2026-11-01T08:00:00,10,\r\na2,2026-11-01T08:00:00,11,12\r\n"
FAULTY = """device,metric,time,value
a1,fill,yesterday,1
a1,fill,2026-11-01T08:00:00,many
nobody,fill,2026-11-01T08:00:00,1
a1,fill,2026-11-01T08:00:00,1,2,3
a1,no_such,2026-11-01T08:00:00,1
a1,fill,2036-11-01T08:00:00,1
a1,fill,2026-11-01T08:00:00,7
"""


async def send(who: Any, text: str | bytes, **how: bool) -> Any:
    content = text if isinstance(text, bytes) else text.encode()
    return await who.ask("POST", PATH, content=content, params=how)


async def test_a_file_goes_in_after_a_dry_run_and_is_marked_as_sent_in_later(house: Site) -> None:
    keeper = await house.person("keeper", Grant("data_admin"))
    dry = (await send(keeper, LONG, dry_run=True)).json()
    assert (dry["rows"], dry["readings"], dry["wrong"], dry["devices"], dry["written"]) == (3, 3, 0, 2, False)
    assert await logged(house.city.database) == []
    assert (await send(keeper, LONG)).json()["written"]
    found = sorted(await logged(house.city.database), key=lambda one: one[2])
    assert [(value, quality) for _, _, value, quality in found] == [(10, FILLED), (11.5, 2), (12, FILLED)]
    assert {time for _, time, _, _ in found} == {1793491200000}


async def test_a_wide_file_in_either_encoding_has_a_column_for_each_metric(house: Site) -> None:
    keeper = await house.person("keeper", Grant("data_admin"))
    for data in (WIDE.encode("gb18030"), b"\xef\xbb\xbf" + WIDE.encode()):
        told = (await send(keeper, data)).json()
        assert (told["rows"], told["readings"], told["written"]) == (2, 3, True), told
    assert sorted(value for _, _, value, _ in await logged(house.city.database)) == [10, 10, 11, 11, 12, 12]


async def test_every_fault_is_named_by_row_and_nothing_is_written_unless_asked(house: Site) -> None:
    keeper = await house.person("keeper", Grant("data_admin"))
    told = (await send(keeper, FAULTY)).json()
    assert (told["rows"], told["readings"], told["wrong"], told["written"]) == (7, 1, 6, False)
    assert [(one["row"], one["field"]) for one in told["problems"]] == [
        (1, "time"), (2, "value"), (3, "device"), (4, "row"), (5, "device"), (6, "time"),
    ]  # fmt: skip
    assert await logged(house.city.database) == []
    assert (await send(keeper, FAULTY, skip_wrong=True)).json()["written"]
    assert [value for _, _, value, _ in await logged(house.city.database)] == [7]


async def test_one_fills_in_for_the_own_part_only(house: Site) -> None:
    place = house.city.places
    part = await house.person("part", Grant("data_admin", place[THERE[:9] + "000"], None))
    told = (await send(part, LONG)).json()
    assert (told["readings"], told["wrong"], told["written"]) == (1, 2, False)
    officer = await house.person("officer", Grant("duty_officer", place[HERE], None))
    assert (await send(officer, LONG)).status_code == 403


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"x,y\n1,2\n", b"device,device\n", b"device,time\na1,1\n"])
async def test_what_is_no_such_file_is_refused(house: Site, data: bytes) -> None:
    keeper = await house.person("keeper", Grant("data_admin"))
    assert (await send(keeper, data)).status_code == 422


async def test_a_file_is_walked_in_pieces_and_rows_keep_their_numbers(house: Site, tmp_path: Path) -> None:
    lines = [f"a1,fill,{(house.city.now - timedelta(minutes=n)).isoformat()},{n}" for n in range(500)]
    lines[321] = "a1,fill,never,1"
    file = tmp_path / "old.csv"
    file.write_text("device,metric,time,value\n" + "\n".join(lines) + "\n")
    pieces = Pieces(file, size=4096)
    report = await fill_pieces(
        house.city.database,
        house.city.officer,
        house.app.state.inlet,
        pieces,
        zone=ZoneInfo("Asia/Shanghai"),
        at=house.city.now,
        skip_wrong=True,
    )
    assert len(list(pieces)) > 3
    assert (report.rows, report.readings, [one.row for one in report.problems]) == (500, 499, [322])
    assert len(await logged(house.city.database)) == 499
