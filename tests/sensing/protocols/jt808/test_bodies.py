"""Bodies of JT/T 808: every message there and back in every edition; whatever bytes there are."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sensing.protocols.made import bodies, cut_anywhere, told

from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.jt808 import Message, Splitter, decode, encode
from yiwang.sensing.protocols.jt808.bodies import LAYOUTS
from yiwang.sensing.protocols.jt808.frame import frame_of
from yiwang.sensing.protocols.jt808.packages import Assembly, cut

PHONES = st.from_regex(r"[0-9]{12}", fullmatch=True)


@st.composite
def messages(draw: Any, version: int | None = None) -> Message:
    edition = version or draw(st.sampled_from([2011, 2013, 2019]))
    number = draw(st.sampled_from([one for one, held in LAYOUTS.items() if edition in held or 0 in held]))
    layout = LAYOUTS[number].get(edition, LAYOUTS[number].get(0))
    assert layout is not None
    body = bodies(draw, layout)
    if number == 0x0100:
        body["plate_colour"] = draw(st.integers(0, 9))
        body["plate"] = body["plate"][:6]
    phone = draw(PHONES).rjust(20 if edition == 2019 else 12, "0")
    return Message(number, edition, phone, draw(st.integers(0, 0xFFFF)), body)


@settings(max_examples=400, deadline=None)
@given(messages())
def test_every_message_is_read_as_it_was_written(message: Message) -> None:
    frame = encode(message)
    said = decode(frame, version=message.version)
    assert isinstance(said, Message)
    assert (said.message, said.phone, said.serial) == (message.message, message.phone, message.serial)
    assert told(said.body, message.body) == message.body
    assert encode(said) == frame


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=90), st.sampled_from([*LAYOUTS, 0x0F00]), st.sampled_from([2011, 2013, 2019]), st.booleans())
def test_any_bytes_are_a_message_or_a_fault(noise: bytes, number: int, version: int, bare: bool) -> None:
    sound = frame_of(Message(number, version, "1", 7), noise)
    for frame in (noise, b"\x7e" + noise + b"\x7e", sound, sound[: len(noise)], sound.replace(b"\x7d", b"")):
        said = decode(frame, bare=bare)
        assert isinstance(said, Message | Fault)
        if isinstance(said, Message) and said.message == 0x0200 and said.body:
            assert encode(said) == frame


@settings(max_examples=150, deadline=None)
@given(
    st.data(), st.lists(messages(), min_size=1, max_size=3), st.lists(st.binary(max_size=20), min_size=4, max_size=4)
)
def test_a_stream_gives_every_whole_frame(data: Any, held: list[Message], noise: list[bytes]) -> None:
    frames = [encode(message) for message in held]
    stream = b"".join(bit + frame for bit, frame in zip(noise, frames, strict=False)) + noise[-1]
    splitter, found = Splitter(), []
    for piece in data.draw(cut_anywhere(stream)):
        found += splitter.feed(piece)
    found += splitter.end()
    assert [one for one in found if one in frames] == frames


@settings(max_examples=50, deadline=None)
@given(messages(2019), st.randoms(), st.integers(1, 40))
def test_packages_in_any_order_are_one_message(message: Message, chance: Any, size: int) -> None:
    packages = cut(message, size)
    chance.shuffle(packages)
    assembly = Assembly()
    found = []
    for package in packages:
        said = decode(encode(package))
        assert isinstance(said, Message)
        found.append(assembly.add(said))
    assert found[:-1] == [None] * (len(packages) - 1)
    last = found[-1]
    assert isinstance(last, Message)
    assert told(last.body, message.body) == message.body
    assert last.serial == message.serial


def test_one_flag_may_end_a_frame_and_begin_the_next() -> None:
    frame = encode(Message(2, 2013, "13800000001", 1))
    splitter = Splitter()
    assert [*splitter.feed(b"noise" + frame + frame[1:]), *splitter.end()] == [frame, frame]


def test_a_stream_of_noise_is_not_kept() -> None:
    splitter = Splitter()
    for _ in range(100):
        list(splitter.feed(b"\x7e" + b"x" * 9000))
        assert len(splitter._held) < 10_000


@pytest.mark.parametrize("count", [1, 40])
def test_packages_that_never_end_do_not_pile_up(count: int) -> None:
    assembly = Assembly()
    for serial in range(2000):
        part = Message(0x0801, 2013, "013800000001", serial, {"part": "00" * 1023}, (9, 1))
        assert assembly.add(part) is None
    assert len(assembly._open) <= 16
    assert assembly._size <= 16 * 1023
