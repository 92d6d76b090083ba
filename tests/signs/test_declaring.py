"""The definitions that ship, and what a district makes of them."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.signs.conftest import KEEPER, ZONE, sign

from yiwang.db import Database
from yiwang.signs import declaring
from yiwang.signs.formulas import FORMULAS
from yiwang.signs.model import boundary, limits, window
from yiwang.signs.model.wording import Standing, explain, number

pytestmark = pytest.mark.anyio
LONG_AGO = datetime(2016, 1, 1, tzinfo=UTC)


def test_every_sign_that_ships_has_a_formula_or_says_who_sends_it() -> None:
    signs = declaring.shipped()
    assert len({one.code for one in signs}) == len(signs)
    assert sum(one.core for one in signs) >= 126
    assert {one.code for one in signs if one.external is None} == FORMULAS.keys()
    assert [one.code for one in signs if one.external is not None and one.core] == []


async def test_what_a_district_has_changed_stays_so(database: Database) -> None:
    async with database.tx() as tx:
        assert await declaring.publish_shipped(tx, KEEPER, at=tx.at, valid_from=LONG_AGO) == len(declaring.shipped())
    async with database.tx() as tx:
        edited = await declaring.edit(tx, KEEPER, "PA0201", {"owner": "街镇"}, note="", at=tx.at)
        assert edited.owner == "街镇"
    async with database.tx() as tx:
        assert await declaring.publish_shipped(tx, KEEPER, at=tx.at, valid_from=LONG_AGO) == 0
        assert (await declaring.in_force(tx, tx.at))["PA0201"].owner == "街镇"
        text = await declaring.export_toml(tx, KEEPER, at=tx.at)
        report = await declaring.import_toml(tx, KEEPER, text, at=tx.at + timedelta(minutes=1), dry_run=True)
    assert (report.new, report.changed, report.faults) == ([], {}, [])


@pytest.mark.parametrize(
    ("texts", "direction", "sentence"),
    [
        (("a lot", "", ""), "down", "a threshold is a number"),
        (("8", "", ""), "band", "a band has two ends"),
        (("8~5", "", ""), "band", "the lower end"),
        (("8~25", "", ""), "down", "only a sign of direction band"),
        (("5", "+3σ", ""), "down", "all values, all σ"),
        (("5", "4", ""), "down", "yellow comes before orange"),
        (("5", "", "6"), "up", "yellow comes before orange"),
    ],
)
def test_a_threshold_that_means_nothing_is_refused(texts: tuple[str, str, str], direction: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        limits(texts, direction)


def test_a_threshold_is_read_as_it_is_written() -> None:
    bands = limits(("-2σ~+2σ", "-3σ~+3σ", ""), "band")
    assert [(one.kind, one.low, one.high) for one in bands if one] == [("sigma", -2, 2), ("sigma", -3, 3)]
    change = limits(("同比+10%", "", "同比+30%"), "down")[0]
    assert change
    assert (change.kind, change.low, change.high) == ("year", None, 10)


def test_periods_end_where_the_clocks_here_say() -> None:
    at = datetime(2026, 11, 18, 17, 47, tzinfo=UTC)  # Thursday 01:47 in Shanghai
    ends = {period: boundary(period, at, ZONE).astimezone(ZONE) for period in ("10m", "1h", "1d", "1w", "1M")}
    assert {period: f"{end:%d %H:%M}" for period, end in ends.items()} == {
        "10m": "19 01:40", "1h": "19 01:00", "1d": "19 00:00", "1w": "16 00:00", "1M": "01 00:00",
    }  # fmt: skip
    assert window("1d", at) == (at - timedelta(days=1), at)


def test_a_sign_explains_itself_with_threshold_usual_and_time() -> None:
    one = sign("PA0001", unit="件", yellow="+2σ", red="+4σ")
    said = explain(
        one,
        Standing("曹杨", 30.0, 30.0, None, 30, 3, 10.0, 4.0, 8),
        as_of=datetime(2026, 11, 16, 4, tzinfo=UTC),
        zone=ZONE,
    )
    assert (
        said
        == "曹杨近1小时“体征PA0001”为30件，达到红色阈值+4σ。历史同期8期均值10±4，偏离+5.0σ。数据截至11月16日12:00。"
    )
    band = sign("PA0002", direction="band", yellow="8~25", unit="%")
    assert "超出黄色阈值8~25" in explain(band, Standing("曹杨", 30.0, None, None, 30, 1), as_of=None, zone=ZONE)
    up = sign("PA0003", direction="up", red="90", min_n=20)
    assert "低于红色阈值90" in explain(up, Standing("曹杨", 80.0, None, None, 30, 3), as_of=None, zone=ZONE)
    assert "正在恢复" in explain(up, Standing("曹杨", 90.2, None, None, 30, 3), as_of=None, zone=ZONE)
    few = explain(up, Standing("曹杨", None, None, None, 3, -1), as_of=None, zone=ZONE)
    assert "样本3不足20" in few
    assert [number(value) for value in (None, 3.0, 3.456, 12345.6)] == ["—", "3", "3.46", "12346"]
