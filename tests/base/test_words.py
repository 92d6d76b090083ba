"""Words to search by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwang.base.errors import Invalid
from yiwang.base.words import (
    document,
    like,
    marks,
    normalised,
    pinyin_key,
    pinyin_tokens,
    question,
    score,
    tokens,
    without_numbers,
)


def answers(text: str, asked: str) -> bool:
    """Whether a text answers a question, as the index decides it: all tokens, all pieces."""
    doc, grams = document(text)
    wanted = question(asked)
    for part in wanted.tsquery.split(" & "):
        word = part.removesuffix(":*").strip("'")
        if not any(gram.startswith(word) if part.endswith(":*") else gram == word for gram in grams):
            return False
    return all(piece in doc for piece in wanted.pieces)


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("中山北路1578弄13号", "中山", True),
        ("中山北路1578弄13号", "北路", True),
        ("中山北路1578弄13号", "中山北路", True),
        ("北路在中山 山北", "中山北路", False),  # the pairs are there, the word is not
        ("中山北路1578弄13号", "路", True),
        ("中山北路", "路", True),  # the last one of a run
        ("中山北路1578弄13号", "1578弄", True),
        ("中山北路1578弄13号", "157", True),
        ("中山北路1578弄13号", "578", False),  # numbers are found from their beginning
        ("P20261116-000123", "000123", True),
        ("P20261116-000123", "p20261116-000123", True),
        ("ＬＥＤ灯箱", "led", True),
        ("LED灯箱", "ＬＥＤ灯", True),
        ("Broken street light", "STREET lig", True),
        ("Broken street light", "treet", False),
        ("路灯不亮 垃圾", "垃圾 路灯", True),
        ("路燈不亮", "路灯", False),  # traditional stays what it is
        ("50%的路灯", "50%", True),
    ],
)
def test_a_text_answers(text: str, asked: str, found: bool) -> None:
    assert answers(text, asked) is found


@given(st.text(alphabet="路灯不亮中山北金沙江曹杨", min_size=1, max_size=12), st.data())
def test_whatever_stands_in_a_chinese_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert answers(text, text[start:end])


@given(st.text(max_size=60))
def test_any_text_has_tokens_that_can_be_kept(text: str) -> None:
    for token in tokens(normalised(text)):
        assert token and " " not in token and "'" not in token and "\\" not in token and "\n" not in token


@given(st.text(max_size=60), st.text(min_size=1, max_size=5))
def test_marks_lie_in_the_text_in_order(text: str, word: str) -> None:
    last = -1
    for start, end in marks(text, [normalised(word)] if normalised(word) else []):
        assert last < start < end <= len(text)
        last = end


def test_marks_count_the_characters_that_are_shown() -> None:
    assert marks("ＬＥＤ灯箱，led灯", ["led", "灯"]) == [(0, 4), (6, 10)]
    assert marks("㎡路灯", ["路灯"]) == [(1, 3)]
    assert marks("路灯", ["井盖"]) == []


@pytest.mark.parametrize("asked", ["", "   ", "，。", "%%", "'", "\\", "----"])
def test_nothing_to_look_for_is_refused(asked: str) -> None:
    with pytest.raises(Invalid):
        question(asked)


def test_a_question_has_a_bounded_length() -> None:
    wanted = question("路灯 " * 500 + "x" * 500)
    assert len(wanted.words) <= 8 and len(wanted.tsquery) < 1000


def test_a_pattern_means_its_own_signs() -> None:
    assert like("50%_\\") == "%50\\%\\_\\\\%"


def test_numbers_of_people_are_not_to_be_found_by() -> None:
    told = without_numbers("联系13812345678或138 1234 5678，身份证31010719900101001X，1578弄13号")
    assert told == "联系…或…，身份证…，1578弄13号"


def test_a_name_is_typed_by_initials_or_whole_from_any_of_its_characters() -> None:
    typed = pinyin_tokens("曹杨新村街道")
    assert {"cyxcjd", "xcjd", "caoyangxincunjiedao", "xincunjiedao"} <= typed
    assert {"danxiongxin", "shanxiongxin", "sxx"} <= pinyin_tokens("单雄信")
    assert pinyin_tokens("") == set() and pinyin_tokens("LED") <= {"led", "l"}


def test_names_sort_as_a_dictionary_does() -> None:
    names = ["赵六", "阿明", "长寿路街道", "曹杨新村街道", "重庆路", "单雄信", "陈一", "陈二", "Zoo"]
    assert sorted(names, key=pinyin_key) == [
        *("阿明", "曹杨新村街道", "长寿路街道", "陈二", "陈一", "重庆路", "单雄信", "赵六", "Zoo"),
    ]


def test_what_is_new_and_named_so_comes_before_what_is_old_and_mentions_it() -> None:
    weights = (8.0, 3.0, 2.0, 1.0)
    title, mention = "p1\n路灯\n中山路\n", "p2\n井盖\n中山路\n路灯"
    assert score(title, ["路灯"], weights, 0) > score(mention, ["路灯"], weights, 0)
    assert score(title, ["路灯"], weights, 730) < score(mention, ["路灯"], weights, 0)
