"""A mapping is a declaration a user can write: the example of the docs is the tests' own, and faults are named."""

import re
from pathlib import Path

import pytest
from tests.app import made_city

from yiwang.app.replay import rows
from yiwang.app.replay.mapping import load, parse, shipped_names
from yiwang.app.replay.pairs import judge
from yiwang.base.errors import Invalid, NotFound

PAGE = Path(__file__).parents[2] / "docs" / "integrating" / "replay.md"
SMALL = """
name = "small"
city = "Small"
prefix = "SML"
zone = "Asia/Shanghai"
time_format = "unix"
[file]
format = "jsonl"
[columns]
id = "id"
opened = "at"
matter = "what"
"""


def test_the_example_of_the_docs_is_the_mapping_of_the_made_up_city() -> None:
    first, second = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert parse(first) == parse(made_city.MAPPING)
    rule = parse(first + second).merge.rule("Lâmpada apagada")
    assert (rule.radius_m, rule.hours, rule.every_source) == (150, 72, True)


def test_every_shipped_mapping_can_be_loaded_by_its_name() -> None:
    assert "boston311" in shipped_names()
    assert [load(name).name for name in shipped_names()] == shipped_names()


@pytest.mark.parametrize("name", ["nowhere", "../secret", "nowhere.toml", ""])
def test_a_mapping_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(NotFound):
        load(name)


@pytest.mark.parametrize(
    ("fault", "instead", "field"),
    [
        ('zone = "Asia/Shanghai"', 'zone = "Mars/Olympus"', "zone"),
        ('prefix = "SML"', 'prefix = "small"', "prefix"),
        ('opened = "at"', "", "columns.opened"),
        ('matter = "what"', 'matter = "what"\ncolour = "x"', "columns.colour"),
        ("[file]", "[file", "mapping"),
    ],
)
def test_a_fault_in_a_mapping_is_named(fault: str, instead: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse(SMALL.replace(fault, instead))
    assert refused.value.members["errors"][0]["field"] == field


def test_a_matter_has_its_own_rule_or_the_common_one_or_none() -> None:
    merge = parse(made_city.MAPPING).merge
    assert merge.matter("Árvore") == merge.matter("Buraco na via") == "Via pública"
    assert merge.matter("Lixo") == "Lixo"
    assert (merge.rule("Via pública").radius_m, merge.rule("Lixo").radius_m) == (30, 0)


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    file = tmp_path / "city.csv"
    file.write_text("Nr;Aberto;Tema\n1;2;3\n")
    with pytest.raises(Invalid, match="no column Prazo"):
        rows.read(file, parse(made_city.MAPPING))


def test_a_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "city.jsonl"
    file.write_bytes('{"id": "é"}'.encode("latin-1"))
    with pytest.raises(Invalid, match="utf-8"):
        rows.read(file, parse(SMALL))


def test_seconds_since_1970_and_odd_values_are_read(tmp_path: Path) -> None:
    file = tmp_path / "city.jsonl"
    file.write_text(
        '{"id": 7, "at": 1310000000.5, "what": "a\\u2028b \\ud800 \\u0000"}\n{"id": null, "at": "x"}\n[1]\n\n'
    )
    read = rows.read(file, parse(SMALL))
    first, second, third = read.requests
    assert (first.id, first.matter, first.opened.timestamp()) == ("7", "a\u2028b ?", 1310000000.5)
    assert first.raw.decode()
    assert second.opened == third.opened == first.opened
    assert (second.id, second.matter) == ("row 2", "(not given)")
    assert [note.row for note in read.notes] == [2, 2, 3, 3, 3]


def test_a_csv_row_with_too_many_fields_is_noted(tmp_path: Path) -> None:
    file = tmp_path / "city.csv"
    file.write_text("id,at,what\n1,1310000000,light,more\n2,1310000001\n")
    read = rows.read(file, parse(SMALL.replace('format = "jsonl"', "")))
    assert [(note.row, note.field) for note in read.notes] == [(1, ""), (2, "what")]


def test_an_empty_file_has_no_rows_and_a_last_moment(tmp_path: Path) -> None:
    file = tmp_path / "city.jsonl"
    file.write_text("")
    read = rows.read(file, parse(SMALL))
    assert (read.requests, read.last_moment.year) == ([], 1970)


def test_merging_is_judged_by_the_pairs_that_are_in_the_file() -> None:
    event_of = {"a": "1", "b": "1", "c": "2", "d": "3", "e": "3"}
    found = judge([("b", "a"), ("a", "b"), ("d", "c"), ("x", "a"), ("c", "c")], event_of, {"b", "e"}).as_json
    assert (found["known"], found["found"], found["recall"]) == (2, 1, 0.5)
    assert (found["merged"], found["merged_known"], found["precision"]) == (2, 1, 0.5)
    nothing = judge([], event_of, set()).as_json
    assert (nothing["recall"], nothing["precision"]) == (None, None)
