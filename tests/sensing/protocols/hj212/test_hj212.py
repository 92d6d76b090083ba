"""HJ 212 of 2005, 2017 and 2025: segments of our own making in the standard's form, and whatever bytes there are."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sensing.protocols.made import cut_anywhere

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.hj212 import Flag, Message, Splitter, asking, decode, encode, packages
from yiwang.sensing.protocols.hj212.cipher import seal
from yiwang.sensing.protocols.hj212.crc import crc

KEY = bytes(range(16))
HEAD = "QN=20261121083000123;ST=39;CN=2011;PW=123456;MN=310107000000000000000A01;Flag=5;"
DUST = HEAD + "CP=&&DataTime=20261121083000;a34001-Rtd=61.5,a34001-Flag=N;a01001-Rtd=-3.2,a01001-Flag=N&&"


def framed(segment: str | bytes, tail: bytes = b"\r\n") -> bytes:
    raw = segment if isinstance(segment, bytes) else segment.encode()
    return b"##%04d%b%04X%b" % (len(raw), raw, slow_crc(raw), tail)


def slow_crc(raw: bytes) -> int:
    """Return the checksum bit by bit, as Annex A prints it."""
    register = 0xFFFF
    for byte in raw:
        register = (register >> 8) ^ byte
        for _ in range(8):
            low = register & 1
            register >>= 1
            if low:
                register ^= 0xA001
    return register


NAMES = st.text("abcw0123456789-RtdAvg", min_size=1, max_size=9)
VALUES = st.text("0123456789.-NDF清洗{}x", max_size=9) | st.text("ab;,=洗", max_size=5).map(lambda text: f"//{text}//")
GROUPS = st.lists(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4), max_size=5)


@st.composite
def messages(draw: Any) -> Message:
    number, version = draw(st.sampled_from([(0, 2005), (1, 2017), (2, 2025)]))
    package = draw(st.none() | st.tuples(st.integers(1, 9999), st.integers(1, 9999)))
    flag = Flag(draw(st.booleans()), package is not None, number)
    if version == 2005:
        flag = draw(st.sampled_from([flag, None]))
    cp = tuple(draw(GROUPS))
    sealed = draw(st.booleans())
    if not cp or len(next(iter(cp[0]))) + len(next(iter(cp[0].values()))) < 15:
        sealed = False
    qn = draw(st.none() | st.from_regex(r"[0-9]{17}", fullmatch=True))
    cn = draw(st.sampled_from(["2011", "9014", "3020"]))
    return Message(version, qn, "39", cn, "123456", "A" * 24, flag, cp, package, draw(st.booleans()), sealed)


def test_a_dust_monitor_s_values_are_groups_of_names() -> None:
    said = decode(framed(DUST))
    assert isinstance(said, Message)
    assert (said.version, said.st, said.cn, said.mn) == (2017, "39", "2011", "310107000000000000000A01")
    assert said.flag == Flag(answer=True, numbered=False, version=1)
    assert said.cp == (
        {"DataTime": "20261121083000"},
        {"a34001-Rtd": "61.5", "a34001-Flag": "N"},
        {"a01001-Rtd": "-3.2", "a01001-Flag": "N"},
    )
    assert encode(said) == framed(DUST)


def test_the_order_of_the_header_is_free_and_2005_leaves_fields_out() -> None:
    said = decode(framed("MN=88888880000001;ST=22;PW=123456;CN=2011;CP=&&DataTime=20261121083000;B03-Rtd=52;&&", b""))
    assert isinstance(said, Message)
    assert (said.version, said.qn, said.flag, said.mn) == (2005, None, None, "88888880000001")
    assert said.cp[1:] == ({"B03-Rtd": "52"},)


def test_chinese_counts_in_bytes_of_utf_8_and_of_gbk() -> None:
    text = HEAD + "CP=&&i11001-Info=//清洗;管路,=完//&&"
    for raw in (text.encode(), text.encode("gbk")):
        said = decode(framed(raw))
        assert isinstance(said, Message)
        assert said.cp == ({"i11001-Info": "//清洗;管路,=完//"},)


def test_a_sealed_frame_keeps_length_and_crc_of_the_plain_one() -> None:
    plain = DUST.replace("Flag=5", "Flag=9")
    message = decode(framed(plain))
    assert isinstance(message, Message)
    sealed = encode(replace(message, sealed=True), KEY)
    assert sealed[:6] == framed(plain)[:6]
    assert sealed[-6:] == framed(plain)[-6:]
    assert b"&&{0x" in sealed
    assert b"a34001" not in sealed
    back = decode(sealed, KEY)
    assert isinstance(back, Message)
    assert replace(back, sealed=False) == message
    assert [decode(sealed), decode(sealed, bytes(16))] == [
        Fault("key_needed", "cp", "This frame is enciphered with SM4: give the device's key."),
        decode(sealed, bytes(16)),
    ]
    assert isinstance(decode(sealed, bytes(16)), Fault)


def test_sm4_is_the_standard_s_cipher() -> None:
    key = bytes.fromhex("0123456789abcdeffedcba9876543210")
    assert seal(key + b"tail", key) == (
        b"{0x68,0x1E,0xDF,0x34,0xD2,0x06,0x96,0x5E,0x86,0xB3,0xE9,0x4F,0x53,0x6E,0x42,0x46}tail"
    )


@pytest.mark.parametrize(
    ("frame", "error"),
    [
        (b"", "start"),
        (b"##01", "length"),
        (framed(DUST)[:80], "cut"),
        (framed(DUST).replace(b"61.5", b"61.6"), "crc"),
        (framed(DUST).replace(b"61.5", b"161.5"), "length"),
        (framed(DUST.replace("Flag=5", "Flag=x")), "flag"),
        (framed(DUST.replace("Flag=5", "Flag=21")), "version"),
        (framed(DUST.replace("ST=39;", "")), "field_missing"),
        (framed(DUST.replace("Flag=5", "Flag=7;PNUM=x;PNO=1")), "package"),
        (framed(DUST.replace("a34001-Rtd=61.5", "noise")), "cp"),
        (framed(HEAD + "CP=&&" + "a=1;" * 300 + "&&"), "length"),
    ],
)
def test_a_bad_frame_is_named(frame: bytes, error: str) -> None:
    said = decode(frame)
    assert isinstance(said, Fault)
    assert (said.error, bool(said.where), bool(said.detail)) == (error, True, True)


def test_answers_and_requests_are_of_the_device_s_edition() -> None:
    for flag, answered, asked in (("5", "4", "5"), ("9", "8", "9"), ("1", "0", "1")):
        said = decode(framed(DUST.replace("Flag=5", f"Flag={flag}")))
        assert isinstance(said, Message)
        answer = encode(asking.data_answer(said)).decode()
        assert f"QN=20261121083000123;ST=91;CN=9014;PW=123456;MN={said.mn};Flag={answered};CP=&&&&" in answer
        clock = encode(asking.set_time(said, "20261121083001000", "20261121083001")).decode()
        assert f"ST=39;CN=1012;PW=123456;MN={said.mn};Flag={asked};CP=&&SystemTime=20261121083001&&" in clock
        again = asking.history(said, "20261121083001000", asking.MINUTE, "20261121080000", "20261121083000")
        assert b"CN=2051" in encode(again)
        assert b"CP=&&BeginTime=20261121080000;EndTime=20261121083000&&" in encode(again)


def test_a_long_message_goes_in_packages_and_comes_together() -> None:
    said = decode(framed(DUST))
    assert isinstance(said, Message)
    long = replace(said, cp=tuple({f"a{n:05}-Rtd": "1.5", f"a{n:05}-Flag": "N"} for n in range(120)))
    cut = packages.cut(long)
    assert len(cut) > 2
    assembly = packages.Assembly()
    sent = [decode(encode(package)) for package in reversed(cut)]
    found = [assembly.add(one) for one in (*sent[:1], *sent) if isinstance(one, Message)]
    assert [one.cp for one in found if one] == [long.cp]
    assert packages.cut(said) == [said]


def test_what_would_read_as_something_else_is_not_written() -> None:
    said = decode(framed(DUST))
    assert isinstance(said, Message)
    for wrong in (replace(said, cp=({"a": "1;b=2"},)), replace(said, mn="x;y"), replace(said, cp=({"a": "x" * 1024},))):
        with pytest.raises(Invalid):
            encode(wrong)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_the_table_s_checksum_is_the_one_of_annex_a(raw: bytes) -> None:
    assert crc(raw) == slow_crc(raw)


@settings(max_examples=200, deadline=None)
@given(messages())
def test_what_is_written_is_read_again(message: Message) -> None:
    frame = encode(message, KEY)
    said = decode(frame, KEY)
    assert isinstance(said, Message)
    assert replace(said, sealed=message.sealed) == message
    assert encode(said, KEY) == frame


@settings(max_examples=400, deadline=None)
@given(
    st.binary(max_size=60), st.text("QNSTCNMFlag=;,&/{}0x#\r\n5洗", max_size=40), st.binary(min_size=16, max_size=16)
)
def test_any_bytes_are_a_message_or_a_fault(noise: bytes, text: str, key: bytes) -> None:
    for frame in (noise, b"##" + noise, framed(noise), framed(text), framed(HEAD + f"CP=&&{text}&&")):
        assert isinstance(decode(frame, key), Message | Fault)
        assert isinstance(decode(frame), Message | Fault)


NOISE = st.text("#0&C=;\r\nq", max_size=12).map(str.encode) | st.binary(max_size=20)


@settings(max_examples=150, deadline=None)
@given(st.data(), st.lists(messages(), min_size=1, max_size=3), st.lists(NOISE, min_size=4, max_size=4))
def test_a_stream_gives_every_whole_frame(data: Any, held: list[Message], noise: list[bytes]) -> None:
    frames = [encode(message, KEY) for message in held]
    stream = b"".join(bit + frame for bit, frame in zip(noise, frames, strict=False)) + noise[-1]
    splitter, found = Splitter(), []
    for piece in data.draw(cut_anywhere(stream)):
        found += splitter.feed(piece)
    found += splitter.end()
    assert [one for one in found if one in frames] == frames


def test_a_cut_frame_does_not_take_the_next_one_with_it() -> None:
    frame = framed(DUST)
    for size in range(2, len(frame)):
        found = list(Splitter().feed(frame[:size] + frame))
        assert frame in found


def test_a_stream_of_noise_is_not_kept() -> None:
    splitter = Splitter()
    for _ in range(100):
        list(splitter.feed(b"##0999" + b"x" * 1000))
        assert len(splitter._held) < 10_000
