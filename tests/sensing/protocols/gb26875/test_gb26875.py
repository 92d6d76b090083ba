"""GB/T 26875.3: frames of our own making from the text of the standard, and whatever bytes there are."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sensing.protocols.made import MOMENTS, blobs, bodies, cut_anywhere, told

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.gb26875 import Message, Splitter, asking, decode, encode
from yiwang.sensing.protocols.gb26875.objects import LAYOUTS

TIME = "2026-11-21T08:30:05+08:00"
FIRE = bytes.fromhex(
    "4040 0700 0102 051E08150B1A 060504030201 000000000000 3000 02"
    "02 01 01 01 28 11223344 0200 B6FEB2E3D7DFC0C80000000000000000000000000000000000000000000000 041E08150B1A"
)


def whole(head: bytes) -> bytes:
    return head + bytes((sum(head[2:]) & 0xFF,)) + b"##"


@st.composite
def messages(draw: Any) -> Message:
    kind = draw(st.sampled_from([None, *LAYOUTS, 200]))
    objects: tuple[dict[str, Any], ...] = ()
    if kind == 200:
        objects = ({"hex": draw(blobs(1, 20))},)
    elif kind is not None:
        objects = tuple(bodies(draw, LAYOUTS[kind]) for _ in range(draw(st.integers(1, 3))))
    wide = st.integers(0, 2**48 - 1)
    command = draw(st.sampled_from([1, 2, 3, 4, 5, 6, 128, 255]))
    version = (draw(st.integers(0, 255)), draw(st.integers(0, 255)))
    serial = draw(st.integers(0, 0xFFFF))
    return Message(serial, command, draw(wide), draw(wide), draw(MOMENTS), kind, objects, version)


def test_a_fire_is_read_with_its_part_place_and_time() -> None:
    said = decode(whole(FIRE))
    assert isinstance(said, Message)
    assert (said.serial, said.command, said.source, said.target) == (7, 2, 0x010203040506, 0)
    assert (said.version, said.time, said.type) == ((1, 2), TIME, 2)
    assert said.objects == (
        {
            **{"system_type": 1, "system_addr": 1, "part_type": 40, "part_addr": 0x44332211},
            **{"state": 2, "state_flags": ["fire"], "description": "二层走廊", "time": "2026-11-21T08:30:04+08:00"},
        },
    )
    assert encode(said) == whole(FIRE)


def test_an_analog_value_has_its_unit() -> None:
    one = {"system_type": 11, "system_addr": 1, "part_type": 99, "part_addr": 5, "analog_type": 4, "value": -3}
    said = decode(encode(Message(1, 2, 1, 2, TIME, 3, ({**one, "time": TIME},))))
    assert isinstance(said, Message)
    assert said.objects[0] | {"reading": -0.3, "unit": "MPa", "quantity": "pressure"} == said.objects[0]


def test_a_guard_check_asks_and_its_answer_is_known() -> None:
    check = asking.guard_check(9, source=1, target=2, time=TIME, minutes=10)
    assert encode(check)[26:30].hex() == "015b010a"
    answer = Message(9, 2, 2, 1, TIME, 24, ({"flags": 0x20, "operator": 3, "time": TIME},))
    said = decode(encode(answer))
    assert isinstance(said, Message)
    assert asking.guard_answer(said)
    assert said.objects[0]["flag_names"] == ["guard_answer"]


def test_objects_nobody_knows_stay_bytes() -> None:
    for kind, objects in ((200, ({"hex": "0102"}, {"hex": "0304"})), (84, ({"hex": "05"},))):
        said = decode(encode(Message(1, 2, 1, 2, TIME, kind, objects)))
        assert isinstance(said, Message)
        assert said.objects == objects


def test_confirm_and_deny_echo_the_serial_with_the_addresses_exchanged() -> None:
    said = decode(whole(FIRE))
    assert isinstance(said, Message)
    for made, command in ((asking.confirm(said, time=TIME), 3), (asking.deny(said, time=TIME), 6)):
        back = decode(encode(made))
        assert isinstance(back, Message)
        assert (back.serial, back.command, back.source, back.target) == (7, command, 0, 0x010203040506)
        assert (back.type, back.objects) == (None, ())


def test_the_clock_is_set_in_the_order_of_the_standard() -> None:
    frame = encode(asking.sync_clock(1, source=1, target=2, time=TIME))
    assert frame[27:35].hex() == "5a01051e08150b1a"


@pytest.mark.parametrize(
    ("frame", "error"),
    [
        (b"", "start"),
        (b"@@", "cut"),
        (whole(FIRE)[:-1], "cut"),
        (FIRE + b"\x00##", "checksum"),
        (whole(FIRE)[:-2] + b"#$", "end"),
        (whole(FIRE) + b"#", "length"),
        (whole(FIRE[:24] + b"\x01\x04" + FIRE[26:]), "length"),
        (whole(FIRE[:26] + b"\x00" + FIRE[27:]), "command"),
        (whole(FIRE[:28] + b"\x02" + FIRE[29:]), "body_cut"),
        (whole(FIRE[:28] + b"\x00" + FIRE[29:]), "objects"),
    ],
)
def test_a_bad_frame_is_named(frame: bytes, error: str) -> None:
    said = decode(frame)
    assert isinstance(said, Fault)
    assert said.error == error
    assert said.where
    assert said.detail


def test_what_does_not_fit_is_refused_when_written() -> None:
    for wrong in (
        Message(70000, 2, 1, 1, TIME),
        Message(1, 2, -1, 1, TIME),
        Message(1, 2, 1, 1, "yesterday"),
        Message(1, 2, 1, 1, TIME, 90, ({},)),
        Message(1, 2, 1, 1, TIME, 26, ({"description": "长" * 200},)),
    ):
        with pytest.raises(Invalid):
            encode(wrong)


@settings(max_examples=150, deadline=None)
@given(messages())
def test_what_is_written_is_read_again(message: Message) -> None:
    said = decode(encode(message))
    assert isinstance(said, Message)
    assert told(list(said.objects), list(message.objects)) == list(message.objects)
    assert encode(said) == encode(message)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=80), st.binary(max_size=80), st.integers(0, 255))
def test_any_bytes_are_a_message_or_a_fault(noise: bytes, unit: bytes, command: int) -> None:
    head = FIRE[:24] + len(unit).to_bytes(2, "little") + bytes((command,)) + unit
    for frame in (noise, b"@@" + noise, whole(FIRE)[: len(noise)], whole(head), whole(b"@@" + noise)):
        said = decode(frame)
        if isinstance(said, Message):
            assert encode(said)


@settings(max_examples=100, deadline=None)
@given(
    st.data(), st.lists(messages(), min_size=1, max_size=3), st.lists(st.binary(max_size=40), min_size=4, max_size=4)
)
def test_a_stream_gives_every_whole_frame(data: Any, held: list[Message], noise: list[bytes]) -> None:
    frames = [encode(message) for message in held]
    stream = b"".join(bit + frame for bit, frame in zip(noise, frames, strict=False)) + noise[-1]
    splitter, found = Splitter(), []
    for piece in data.draw(cut_anywhere(stream)):
        found += splitter.feed(piece)
    found += splitter.end()
    assert [one for one in found if one in frames] == frames


def test_a_frame_after_a_cut_one_is_not_kept_waiting() -> None:
    found = list(Splitter().feed(whole(FIRE)[:50] + whole(FIRE)))
    assert [type(one) for one in found] == [Fault, bytes]


def test_a_stream_of_noise_is_not_kept() -> None:
    splitter = Splitter()
    for _ in range(200):
        list(splitter.feed(b"@@" + b"\x00" * 22 + b"\xff\x03" + b"@" * 400))
        assert len(splitter._held) < 4096
