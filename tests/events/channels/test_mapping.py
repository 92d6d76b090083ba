"""Reading any JSON by a mapping: total, so whatever comes is either read or named by its path."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from yiwang import definitions
from yiwang.events.channels import declaring
from yiwang.events.channels.model import CHANNEL, Channel, Mapped, items_of, mapped, refused_by

FULL: dict[str, Any] = {
    "code": "test",
    "name": "测试",
    "name_en": "Test",
    "mapping": {
        "text": {"paths": ["order.title", "order.content"], "join": "：", "required": True},
        "matter": {"paths": ["order.kind"], "values": {"路灯": "01006", "7": "06010"}},
        "lon": {"paths": ["/order/place/lng"]},
        "lat": {"paths": ["order.place.lat"]},
        "datum": {"paths": ["order.place.datum"], "default": "GCJ02"},
        "address": {"paths": ["order.places[0]", "order.address"]},
        "reporter_phone": {"paths": ["order.phone"], "absent": ["", "无"]},
        "urgent": {"paths": ["order.level"], "values": {"特急": True, "一般": False}, "otherwise": False},
        "occurred_at": {"paths": ["order.when"], "format": "%Y-%m-%d %H:%M:%S"},
        "due_at": {"paths": ["order.due"], "format": "epoch_ms"},
        "external_id": {"paths": ["order.no", "ce:id"], "required": True},
        "confidential": {"paths": ["order.secret"]},
    },
    "refuse": [
        {"keywords": ["诉讼"], "text": "不受理", "next_door": "court-12368"},
        {"matters": ["01"], "text": "不受理"},
    ],
}
ORDER: dict[str, Any] = {
    "title": "路灯不亮",
    "content": "三盏",
    "kind": "路灯",
    "place": {"lng": "121.4", "lat": 31.24},
    "places": ["曹杨路 1 号"],
    "phone": "无",
    "level": "特急",
    "when": "2026-11-16 09:30:00",
    "due": 1794880800000,
    "no": 20261116,
    "secret": "是",
}


def channel(**change: Any) -> Channel:
    return Channel.model_validate({**FULL, **change})


def read(**change: Any) -> Mapped:
    order = {name: value for name, value in {**ORDER, **change}.items() if value is not ...}
    return mapped(channel(), {"order": order})


def faults(**change: Any) -> list[tuple[str, str]]:
    return [(fault.path, fault.field) for fault in read(**change).faults]


def test_every_field_is_read_from_where_it_stands() -> None:
    found = read()
    assert found.faults == []
    assert found.fields == {
        "text": "路灯不亮：三盏",
        "matter": "01006",
        "lon": 121.4,
        "lat": 31.24,
        "datum": "GCJ02",
        "address": "曹杨路 1 号",
        "urgent": True,
        "occurred_at": datetime(2026, 11, 16, 1, 30, tzinfo=UTC),
        "due_at": datetime(2026, 11, 17, 2, 0, tzinfo=UTC),
        "external_id": "20261116",
        "confidential": True,
    }


def test_a_time_without_an_offset_is_the_channels_own_and_one_with_it_is_not() -> None:
    rule = {"text": {"paths": ["t"]}, "occurred_at": {"paths": ["at"]}}
    there = channel(mapping=rule, zone="America/New_York")
    for text, expected in (
        ("2026-11-16T09:30:00", datetime(2026, 11, 16, 14, 30, tzinfo=UTC)),
        ("2026-11-16T09:30:00+08:00", datetime(2026, 11, 16, 1, 30, tzinfo=UTC)),
        ("2026-11-16T01:30:00Z", datetime(2026, 11, 16, 1, 30, tzinfo=UTC)),
    ):
        assert mapped(there, {"t": "x", "at": text}).fields["occurred_at"] == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"title": ..., "content": ...}, [("order.title", "text")]),
        ({"title": "", "content": None}, [("order.title", "text")]),
        ({"title": {"zh": "路灯"}}, [("order.title", "text")]),
        ({"title": "灯" * 4001}, [("order.title", "text")]),
        ({"kind": "水管"}, [("order.kind", "matter")]),
        ({"kind": ["路灯"]}, [("order.kind", "matter")]),
        ({"place": {"lng": "121.4°", "lat": 31}}, [("/order/place/lng", "lon")]),
        ({"place": {"lng": 221.4, "lat": 31}}, [("/order/place/lng", "lon")]),
        ({"place": {"lng": True, "lat": 31}}, [("/order/place/lng", "lon")]),
        ({"place": {"lng": "NaN", "lat": "1e999"}}, [("/order/place/lng", "lon"), ("order.place.lat", "lat")]),
        ({"place": {"lng": 121.4}}, [("order.place.lat", "lat")]),
        ({"place": {"lng": 121.4, "lat": 31, "datum": "MARS"}}, [("order.place.datum", "datum")]),
        ({"phone": "call me"}, [("order.phone", "reporter_phone")]),
        ({"when": "16/11/2026"}, [("order.when", "occurred_at")]),
        ({"when": "0001-01-01 00:00:00"}, [("order.when", "occurred_at")]),
        ({"due": "1e400"}, [("order.due", "due_at")]),
        ({"due": 10**30}, [("order.due", "due_at")]),
        ({"no": ...}, [("order.no", "external_id")]),
        ({"no": "x" * 121}, [("order.no", "external_id")]),
        ({"secret": "maybe"}, [("order.secret", "confidential")]),
        ({"kind": "水管", "when": "gestern", "no": ...}, None),
    ],
)
def test_what_cannot_be_read_is_named_by_its_path_all_at_once(
    change: dict[str, Any], expected: list[tuple[str, str]] | None
) -> None:
    found = faults(**change)
    if expected is None:
        expected = [("order.kind", "matter"), ("order.when", "occurred_at"), ("order.no", "external_id")]
    assert found == expected


def test_a_fault_says_what_to_mend_and_never_repeats_the_value() -> None:
    (fault,) = read(phone="张三的电话").faults
    assert "5 to 20 digits" in fault.detail
    assert "张三" not in fault.detail


def test_an_unknown_value_is_what_otherwise_says_where_it_says_something() -> None:
    assert read(level="闪电").fields["urgent"] is False
    assert faults(level="闪电") == []


def test_a_number_and_its_text_are_the_same_value_in_a_table() -> None:
    assert read(kind=7).fields["matter"] == "06010"
    assert read(kind=7.0).fields["matter"] == "06010"
    assert read(kind="7").fields["matter"] == "06010"


def test_attributes_of_an_event_are_paths_of_their_own() -> None:
    order = {name: value for name, value in ORDER.items() if name != "no"}
    assert mapped(channel(), {"order": order}, {"id": "A-1"}).fields["external_id"] == "A-1"


def test_several_reports_stand_in_a_list_or_where_the_channel_says() -> None:
    assert items_of(channel(), [{}, {}]) == [{}, {}]
    assert items_of(channel(), {"order": ORDER}) is None
    assert items_of(channel(items="data.rows"), {"data": {"rows": [1, 2, 3]}}) == [1, 2, 3]
    assert items_of(channel(items="data.rows"), {"data": {"rows": "x"}}) is None


def test_a_rule_refuses_by_words_and_by_matter() -> None:
    assert refused_by(channel(), "我要诉讼", None) is not None
    assert refused_by(channel(), "路灯", "01006") is not None
    assert refused_by(channel(), "垃圾", "06010") is None


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@given(st.fixed_dictionaries({}, optional={name: ANYTHING for name in ORDER}), ANYTHING)
def test_whatever_comes_is_read_or_named(order: dict[str, Any], other: Any) -> None:
    for message in ({"order": order}, {"order": {**ORDER, **order}}, other, {"order": other}, [other]):
        for fault in mapped(channel(), message).faults:
            assert fault.path
            assert fault.detail.endswith(".")


@given(ANYTHING)
def test_the_shipped_channels_read_or_name_whatever_comes(message: Any) -> None:
    for one in declaring.shipped_channels():
        found = mapped(one, message)
        assert found.faults or found.fields.get("text") or found.fields.get("matter")


@pytest.mark.parametrize(
    "change",
    [
        {"code": "Bad Code"},
        {"door": "telepathy"},
        {"door": "replay"},
        {"door": "video"},
        {"trust": "machine"},
        {"zone": "Mars/Olympus"},
        {"items": "ce:id"},
        {"items": "a..b"},
        {"limit": {"value": 1.5, "unit": "working_days"}},
        {"limit": {"value": 0, "unit": "working_days"}},
        {"mapping": {}},
        {"mapping": {"text": {}}},
        {"mapping": {"text": {"paths": ["a]["]}}},
        {"mapping": {"text": {"paths": ["a"]}, "lon": {"paths": ["b"]}}},
        {"mapping": {"text": {"paths": ["a"]}, "occurred_at": {"paths": ["b"], "format": "yyyy-MM-dd"}}},
        {"mapping": {"text": {"paths": ["a"]}, "colour": {"paths": ["b"]}}},
        {"refuse": [{"text": "x"}]},
    ],
)
def test_a_declaration_that_means_nothing_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        channel(**change)


def test_channels_come_out_as_toml_and_in_again() -> None:
    shipped = [*declaring.shipped_channels(), channel()]
    draft = definitions.read_toml(CHANNEL, definitions.write_toml(CHANNEL, shipped))
    assert draft.faults == []
    assert draft.bodies == shipped
    assert json.loads(json.dumps(shipped[0].model_dump(mode="json")))["code"] == "police-110"
