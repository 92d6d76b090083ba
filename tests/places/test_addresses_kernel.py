"""Addresses in one spelling and in their parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwang.places.kernels.addresses import numeral, parse, spelled


@pytest.mark.parametrize(
    ("text", "district", "street", "path"),
    [
        ("上海市普陀区曹杨路1888弄3号201室", "普陀区", "", "曹杨路1888弄3号201室"),
        ("普陀区 曹杨新村街道 梅岭北路 ４８０ 号", "普陀区", "曹杨新村街道", "梅岭北路480号"),
        ("曹杨路一八八八弄三号楼二单元五楼", "", "", "曹杨路1888弄3幢2单元5层"),
        ("中山北路3300号", "", "", "中山北路3300号"),
        ("中山北一路1200号", "", "", "中山北一路1200号"),
        ("四川北路十二号", "", "", "四川北路12号"),
        ("长征镇真光路1219弄15支弄8号", "", "长征镇", "真光路1219弄15支弄8号"),
        ("武宁路19号甲", "", "", "武宁路19甲号"),
        ("莫干山路50号3栋B单元", "", "", "莫干山路50号3幢B单元"),
        ("浦东新区世纪大道100号", "浦东新区", "", "世纪大道100号"),
        ("沪宜公路2000号", "", "", "沪宜公路2000号"),
        ("上海普陀区桃浦镇桃浦路328-2号", "普陀区", "桃浦镇", "桃浦路328-2号"),
        ("普陀区曹杨新村街道兰岭园居委会花溪路20号", "普陀区", "曹杨新村街道", "花溪路20号"),
        ("长寿路与西康路路口", "", "", "西康路×长寿路"),
        ("西康路长寿路口", "", "", "西康路×长寿路"),
        ("西康路近长寿路", "", "", "西康路×长寿路"),
        ("普陀区大渡河路1668号附近", "普陀区", "", "大渡河路1668号"),
        ("曹杨一村12号", "", "", "曹杨一村12号"),
    ],
)
def test_it_reads_addresses_as_people_write_them(text: str, district: str, street: str, path: str) -> None:
    found = parse(text)
    assert (found.district, found.street, found.normalised) == (district, street, path)


def test_it_gives_the_paths_from_room_to_road() -> None:
    assert parse("曹杨路1888弄3号201室").paths == [
        "曹杨路1888弄3号201室",
        "曹杨路1888弄3号",
        "曹杨路1888弄",
        "曹杨路",
    ]


@pytest.mark.parametrize(("text", "floor"), [("曹杨路1号12层", "12"), ("曹杨路1号1203室", "12"), ("曹杨路1号", None)])
def test_it_knows_the_floor(text: str, floor: str | None) -> None:
    assert parse(text).floor == floor


@pytest.mark.parametrize(
    ("words", "number"),
    [("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105), ("三千三百", 3300), ("一八八八", 1888)],
)
def test_it_reads_numerals(words: str, number: int) -> None:
    assert numeral(words) == number


def test_a_sentence_offers_every_road_its_words_may_end_with() -> None:
    offered = parse("我家在曹杨路1888弄3号门口").candidates
    assert offered[0] == "我家在曹杨路1888弄3号"
    assert "曹杨路1888弄3号" in offered and "曹杨路" in offered


def test_a_text_without_a_road_has_no_path() -> None:
    found = parse("小区门口的垃圾没人管")
    assert found.normalised == ""
    assert found.steps == ()


@given(st.text(alphabet="上海市普陀区曹杨新村街道镇路弄号幢室层楼一二十百0189０甲 -/近口A（)，", max_size=40))
def test_any_text_can_be_read_and_one_spelling_stays_as_it_is(text: str) -> None:
    assert spelled(spelled(text)) == spelled(text)
    found = parse(text)
    assert found.normalised == "".join(found.paths[:1])
