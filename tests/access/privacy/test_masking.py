"""The annotation of a personal field: what is shown by default, what the description says."""

import json
from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from yiwang.access.privacy import FULL, Personal, masked, normal, of_model
from yiwang.access.privacy.model import DELETED, HIDDEN, KINDS


class Caller(BaseModel):
    name: Annotated[str | None, Personal("name")]
    phones: list[Annotated[str, Field(max_length=30), Personal("phone")]] = []
    officer: Annotated[str, Personal("name", shown=FULL, why="an official on duty")] = "王小明"


class Order(BaseModel):
    id: int
    callers: list[Caller]


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("name", "张三丰", "张**"),
        ("name", "王", "王**"),
        ("phone", "13812345678", "138****5678"),
        ("phone", "138 1234-5678", "138****5678"),
        ("phone", "110", "****"),
        ("contact", "张三 13812345678", "张** 138****5678"),
        ("contact", "张三", "张**"),
        ("contact", "13812345678", "138****5678"),
        ("contact", "zhang@example.com", "z***@example.com"),
        ("id_number", "310107199001011234", "310107********1234"),
        ("id_number", "31010719900101123X", "310107********123X"),
        ("address", "普陀区曹杨路510号3室", "普陀区曹杨路****"),
        ("address", "普陀区某处", "普陀区****"),
        ("address", "三号楼", "****"),
        ("plate", "沪A·12345", "沪A***45"),
        ("email", "zhang@example.com", "z***@example.com"),
        ("network", "192.0.2.17", "192.0.*"),
        ("other", "anything", "****"),
        ("name", HIDDEN, HIDDEN),
        ("phone", DELETED, DELETED),
        ("name", None, None),
    ],
)
def test_a_mask_shows_the_ends_and_no_more(kind: str, text: str | None, shown: str | None) -> None:
    assert masked(kind, text) == shown
    assert masked(kind, shown) == shown  # twice is once


def test_what_leaves_as_json_is_masked_and_inside_it_is_whole() -> None:
    order = Order(id=1, callers=[Caller(name="张三丰", phones=["13812345678"])])
    sent = json.loads(order.model_dump_json())["callers"][0]
    assert sent == {"name": "张**", "phones": ["138****5678"], "officer": "王小明"}
    assert order.model_dump()["callers"][0]["name"] == "张三丰"


def test_the_description_and_the_code_know_the_fields() -> None:
    found = of_model(Order)
    assert {path: (mark.kind, mark.data_level) for path, mark in found.items()} == {
        "callers.name": ("name", 3),
        "callers.phones": ("phone", 3),
        "callers.officer": ("name", 3),
    }
    said = Order.model_json_schema(mode="serialization")["$defs"]["Caller"]["properties"]
    assert (said["name"]["personal"], said["name"]["level"], said["name"]["masked"]) == ("name", "L3", True)
    assert said["phones"]["items"]["personal"] == "phone"
    assert said["officer"]["masked"] is False


def test_a_field_shown_in_full_says_why() -> None:
    for wrong in ({"kind": "name", "shown": FULL}, {"kind": "shoe size"}, {"kind": "name", "level": 5}):
        with pytest.raises(ValueError, match=r"why|kind|level"):
            Personal(**wrong)
    assert all(kind.zh and kind.en and kind.level in range(1, 5) for kind in KINDS.values())


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("phone", "+86 138-1234 5678", "13812345678"),
        ("phone", "１３８12345678", "13812345678"),
        ("id_number", "31010719900101123x", "31010719900101123X"),
        ("plate", "沪A·12345", "沪a12345"),
        ("email", "Zhang@Example.com ", "zhang@example.com"),
        ("name", "张 三丰", "张三丰"),
    ],
)
def test_equal_values_have_one_spelling(kind: str, one: str, other: str) -> None:
    assert normal(kind, one) == normal(kind, other) != ""
