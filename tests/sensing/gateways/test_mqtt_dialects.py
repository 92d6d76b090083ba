"""What the dialects read, and what they refuse; nothing but a named refusal ever comes out."""

import json
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.mqtt.dialects import Ear, routes_of
from yiwang.sensing.protocols.mqtt.dialects.model import Unread
from yiwang.sensing.protocols.mqtt.dialects.protobuf import field
from yiwang.sensing.protocols.sample import Sample

OWN = """
[[route]]
filter = "site/+/up"
dialect = "json"
device_level = 1
metrics = { t = "temperature" }
[route.json]
items = "/rows"
time = "/at"
time_unit = "beijing"
values = { "/d/t" = "t", "/d/h" = { metric = "humidity", scale = 0.1 } }
binary = "/p"
fields = [{ metric = "pressure", at = 1, type = "i16", order = "little", scale = 0.01, offset = 1 }]
"""


@pytest.mark.parametrize(
    ("topic", "payload", "samples"),
    [
        ("yiwang/d/t", b" 21.5\n", [Sample("d", "t", 21.5)]),
        ("yiwang/d/t", b"ON", [Sample("d", "t", 1.0)]),
        ("yiwang/d/t", b'{"value": 3, "ts": 1763600000, "quality": 2}', [Sample("d", "t", 3.0, 1763600000000, 2)]),
        ("yiwang/d", b'{"t": 1, "h": false}', [Sample("d", "t", 1.0), Sample("d", "h", 0.0)]),
        ("yiwang/d", b'[{"ts": 1763600000000, "values": {"t": 1}}]', [Sample("d", "t", 1.0, 1763600000000)]),
        ("v1/devices/me/telemetry", b'{"t": 1, "name": "x"}', [Sample("me", "t", 1.0)]),
        ("v1/devices/me/attributes", b"whatever", []),
    ],
)
def test_readings_are_read(topic: str, payload: bytes, samples: list[Sample]) -> None:
    assert Ear().read(topic, payload, "me").samples == samples


@pytest.mark.parametrize(
    ("topic", "payload"),
    [
        ("yiwang/d/t", b"warm"),
        ("yiwang/d/t", b"nan"),
        ("yiwang/d/t", b"1e999"),
        ("yiwang/d/t", b'{"value": 1, "quality": 9}'),
        ("yiwang/d/t", b'{"value": 1, "ts": -5}'),
        ("yiwang/d/t/x", b"1"),
        ("yiwang/d", b"[" * 100_000),
        ("v1/gateway/telemetry", b"[]"),
        ("homeassistant/sensor/x/config", b'{"state_topic": "a", "value_template": "{{ value * 2 }}"}'),
        ("homeassistant/sensor/x/config", b'{"state_topic": "a", "device": []}'),
        ("spBv1.0/g/NBIRTH/e", b"\xff\xff"),
        ("other/topic", b"1"),
    ],
)
def test_what_cannot_be_read_is_named(topic: str, payload: bytes) -> None:
    with pytest.raises(Unread):
        Ear().read(topic, payload, "me")


def test_a_state_is_read_as_it_was_announced_until_that_is_taken_back() -> None:
    ear = Ear()
    announced = b'{"stat_t": "door/1", "dev": {"ids": "door-1"}, "dev_cla": "opening", "pl_on": "auf", "pl_off": "zu"}'
    ear.read("homeassistant/binary_sensor/n/door/config", announced)
    assert ear.read("door/1", b"auf").samples == [Sample("door-1", "opening", 1.0)]
    assert ear.read("door/1", b"zu").samples == [Sample("door-1", "opening", 0.0)]
    ear.read("homeassistant/binary_sensor/n/door/config", b"")
    with pytest.raises(Unread):
        ear.read("door/1", b"auf")


def test_sparkplug_knows_signs_nulls_and_gaps() -> None:
    ear = Ear()
    alias = field(1, 2, b"t") + field(2, 0, 1) + field(4, 0, 3) + field(10, 0, 2**32 - 5)
    null = field(1, 2, b"n") + field(7, 0, 1) + field(10, 0, 1)
    far = field(1, 2, b"f") + field(4, 0, 10) + field(13, 1, struct.pack("<d", float("inf")))
    birth = field(3, 0, 255) + b"".join(field(2, 2, one) for one in (alias, null, far))
    assert ear.read("spBv1.0/g/NBIRTH/e", birth).samples == [Sample("g/e", "t", -5.0)]
    data = field(2, 2, field(2, 0, 1) + field(10, 0, 2**32 - 6))
    heard = ear.read("spBv1.0/g/NDATA/e", field(3, 0, 0) + data)
    assert (heard.samples, heard.answers) == ([Sample("g/e", "t", -6.0)], [])
    heard = ear.read("spBv1.0/g/NDATA/e", field(3, 0, 2) + data)
    assert [topic for topic, _ in heard.answers] == ["spBv1.0/g/NCMD/e"]


def test_a_table_of_ones_own_reads_json_and_binary_payloads() -> None:
    ear = Ear(routes_of(OWN))
    said = b'{"rows": [{"at": "20261116100000", "d": {"t": "21", "h": 405}, "p": "AAz+"}]}'
    at = 1794794400000
    assert [(one.metric, one.time, round(one.value, 6)) for one in ear.read("site/d7/up", said).samples] == [
        ("temperature", at, 21.0),
        ("humidity", at, 40.5),
        ("pressure", at, -4.0),
    ]
    for bad in (b'{"rows": 1}', b'{"rows": [{"at": "x"}]}', b'{"rows": [{"at": "20261116100000", "p": "AA=="}]}'):
        with pytest.raises(Unread):
            ear.read("site/d7/up", bad)


@pytest.mark.parametrize(
    "table",
    [
        "[[route]",
        '[[route]]\nfilter = "a#"\ndialect = "plain"',
        '[[route]]\nfilter = "a"\ndialect = "mine"',
        '[[route]]\nfilter = "a"\ndialect = "json"',
        '[[route]]\nfilter = "a"\ndialect = "json"\njson = { values = { "t" = "t" } }',
        '[[route]]\nfilter = "a"\ndialect = "plain"\nmore = 1',
    ],
)
def test_a_table_that_is_wrong_is_refused(table: str) -> None:
    with pytest.raises(Invalid):
        routes_of(table)


TOPICS = ["yiwang/d/t", "yiwang/d", "v1/gateway/telemetry", "homeassistant/sensor/x/config", "site/d/up"]
TOPICS += ["spBv1.0/g/NBIRTH/e", "spBv1.0/g/DDATA/e/d"]
KEYS = ["ts", "values", "value", "quality", "t", "rows", "at", "d", "p", "state_topic", "dev", "ids", "val_tpl", "~"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)


@given(st.sampled_from(TOPICS), st.binary(max_size=80) | JSON)
@settings(deadline=None, max_examples=150)
def test_any_payload_gives_readings_or_a_named_refusal(topic: str, payload: object) -> None:
    raw = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    try:
        Ear(routes_of(OWN)).read(topic, raw, "me")
    except Unread as refusal:
        assert str(refusal)
