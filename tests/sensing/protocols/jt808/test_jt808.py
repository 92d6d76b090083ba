"""JT/T 808: frames of our own making from the text of the standard."""

from dataclasses import replace

import pytest

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.jt808 import Message, asking, decode, encode
from yiwang.sensing.protocols.jt808.packages import Assembly, cut, key_of

# 31.230512 N 121.473797 E, 12 m, 36.5 km/h, 90°, 2026-11-21 08:30:00; mileage 1234.5 km, IO, analog, 0xE1 of one's own.
BASIC = "00000002 000C0003 01DC8A30 073D8B05 000C 016D 005A 261121083000"
BODY = BASIC + "0104 00003039 2A02 0003 2B04 00020001 E102 BEEF"


def framed(head: str, body: str = "") -> bytes:
    data = bytes.fromhex(head + body)
    check = 0
    for byte in data:
        check ^= byte
    data += bytes((check,))
    return b"\x7e" + data.replace(b"\x7d", b"\x7d\x01").replace(b"\x7e", b"\x7d\x02") + b"\x7e"


def read(frame: bytes) -> Message:
    said = decode(frame)
    assert isinstance(said, Message), said
    return said


def test_a_location_has_degrees_bits_and_extras() -> None:
    frame = framed("0200 0030 013800000001 0007", BODY)
    said = read(frame)
    assert (said.message, said.version, said.phone, said.serial) == (0x0200, 2013, "013800000001", 7)
    assert said.body == {
        **{"alarm": 2, "status": 0xC0003, "lat": 31230512, "lon": 121473797, "altitude": 12, "speed": 365},
        **{"direction": 90, "time": "2026-11-21T08:30:00+08:00", "position": [121.473797, 31.230512]},
        **{"alarms": ["overspeed"], "states": ["acc_on", "positioned", "gps", "beidou"], "load": "empty"},
        "extras": {"mileage": 12345, "io": 3, "analog": {"ad1": 2, "ad0": 1}, "0xE1": "beef"},
    }
    assert encode(said) == frame


def test_south_and_west_are_bits_of_the_status() -> None:
    said = read(framed("0200 0030 013800000001 0007", BODY.replace("000C0003", "0000030F")))
    assert said.body["position"] == [-121.473797, -31.230512]
    assert said.body["lat"] == 31230512
    assert said.body["load"] == "full"


def test_an_extra_of_an_odd_length_stays_hexadecimal_and_a_second_one_is_kept() -> None:
    said = read(framed("0200 0026 013800000001 0007", BASIC + "0102 0001 3001 1F 3001 1E"))
    assert said.body["extras"] == {"0x01": "0001", "signal": 31, "signal#2": 30}
    assert encode(said)[13:-2].hex() == bytes.fromhex(BASIC + "01020001 30011F 30011E").hex()


def test_the_header_of_2019_has_a_number_and_ten_bytes_of_phone() -> None:
    said = read(framed("0002 4000 01 00000000013800000001 0009"))
    assert (said.version, said.phone, said.serial, said.body) == (2019, "00000000013800000001", 9, {})


def test_7e_and_7d_are_escaped() -> None:
    frame = framed("8001 0005 013800007D7E".replace("7D7E", "0001") + "7E7D", "7D7E 0200 00")
    assert frame.count(b"\x7e") == 2
    said = read(frame)
    assert (said.serial, said.body) == (0x7E7D, {"serial": 0x7D7E, "id": "0x0200", "result": 0})
    assert encode(said) == frame


@pytest.mark.parametrize(("model", "edition"), [(8, 2011), (20, 2013)])
def test_a_registration_tells_2011_from_2013(model: int, edition: int) -> None:
    body = "001F 006B" + b"MAKER".hex() + b"M-1".ljust(model, b"\0").hex() + b"T000001".hex()
    for colour, plate in (("01", "沪A12345"), ("00", "LSVAM4187C2184841")):
        raw = body + colour + plate.encode("gbk").hex()
        size = len(bytes.fromhex(raw))
        said = read(framed(f"0100 {size:04X} 013800000001 0001", raw))
        assert said.version == edition
        assert (said.body["model"], said.body["terminal_id"], said.body["plate"]) == ("M-1", "T000001", plate)
        assert said.body["plate_colour"] == int(colour)


@pytest.mark.parametrize(
    ("frame", "error"),
    [
        (b"", "start"),
        (b"\x7e", "cut"),
        (b"\x7e\x00\x02\x7e", "cut"),
        (b"\x7e\x00\x02\x7d\x03\x00\x7e", "escape"),
        (b"\x7e\x00\x7e\x00\x7e", "flag"),
        (framed("0002 0000 013800000001 0001")[:-2] + b"\x00\x7e", "checksum"),
        (framed("0002 0001 013800000001 0001"), "length"),
        (framed("0002 0000 01380000000A 0001"), "phone"),
        (framed("0200 0401 013800000001 0001", "00"), "encrypted"),
        (framed("0200 0801 013800000001 0001", "00"), "encryption"),
        (framed("0801 2001 013800000001 0001 0002 0003", "00"), "package"),
        (framed("0801 2000 013800000001 0001"), "cut"),
        (framed("8001 0004 013800000001 0001", "00000000"), "body_cut"),
        (framed("0002 0001 013800000001 0001", "00"), "body_long"),
        (framed("0200 001E 013800000001 0001", BASIC + "0104"), "extra"),
    ],
)
def test_a_bad_frame_is_named(frame: bytes, error: str) -> None:
    said = decode(frame)
    assert isinstance(said, Fault)
    assert (said.error, bool(said.where), bool(said.detail)) == (error, True, True)


def test_a_header_without_its_body_is_shown_only_when_asked_for() -> None:
    frame = framed("8001 0000 013800000001 0001")
    assert isinstance(decode(frame), Fault)
    said = decode(frame, bare=True)
    assert isinstance(said, Message)
    assert said.body == {}


def test_an_unknown_message_keeps_its_bytes() -> None:
    frame = framed("0F01 0002 013800000001 0001", "ABCD")
    said = read(frame)
    assert said.body == {"hex": "abcd"}
    assert encode(said) == frame


def test_the_platform_s_messages_are_of_the_terminal_s_edition() -> None:
    old = read(framed("0002 0000 013800000001 0005"))
    new = read(framed("0002 4000 01 00000000013800000001 0005"))
    assert encode(asking.answer(old, 1)) == framed("8001 0005 013800000001 0001", "0005 0002 00")
    assert encode(asking.answer(new, 1)) == framed("8001 4005 01 00000000013800000001 0001", "0005 0002 00")
    assert encode(asking.registered(old, 1, "k1")) == framed("8100 0005 013800000001 0001", "0005 00 6B31")
    assert encode(asking.not_registered(old, 1, asking.NO_VEHICLE))[-3:-2] == b"\x02"
    assert encode(asking.text(old, 2, "绕行")) == framed("8300 0005 013800000001 0002", "09 C8C6D0D0")
    assert encode(asking.text(new, 2, "绕行")) == framed("8300 4006 01 00000000013800000001 0002", "09 01 C8C6D0D0")
    assert encode(asking.control(old, 3, 4)) == framed("8105 0001 013800000001 0003", "04")
    assert encode(asking.set_parameters(old, 4, {"report_seconds": 30, "0x0018": 7611})) == framed(
        "8103 0013 013800000001 0004", "02 00000029 04 0000001E 00000018 04 00001DBB"
    )
    assert encode(asking.track(old, 5, interval=5, validity=60)) == framed(
        "8202 0006 013800000001 0005", "0005 0000003C"
    )
    assert encode(asking.server_time(new, 6, "2026-11-21T08:30:00+08:00"))[-8:-2].hex() == "261121083000"
    for made in (asking.query_location(old, 7), asking.read_parameters(old, 8)):
        assert read(encode(made)).body == {}
    assert read(encode(asking.alarm_confirmed(old, 9, alarm=3, types=0))).body == {"serial": 3, "types": 0}


def test_missing_packages_are_asked_for() -> None:
    picture = {"id": 1, "type": 0, "format": 0, "event": 0, "channel": 1, "data": "ab" * 3000}
    location = {name: 0 for name in ("alarm", "status", "lat", "lon", "altitude", "speed", "direction")}
    body = picture | {"location": location | {"time": "2026-11-21T08:30:00+08:00"}}
    packages = cut(Message(0x0801, 2013, "013800000001", 65535, body))
    assert [package.serial for package in packages] == [65535, 0, 1]
    assembly = Assembly()
    for package in (packages[0], packages[2], packages[2]):
        assert assembly.add(package) is None
    assert assembly.missing(key_of(packages[2])) == [2]
    asked = asking.send_again(packages[2], 5, key_of(packages[2])[3], [2])
    assert encode(asked)[13:-2].hex() == "ffff010002"
    whole = assembly.add(packages[1])
    assert isinstance(whole, Message)
    assert whole.body["data"] == "ab" * 3000


def test_what_does_not_fit_is_refused_when_written() -> None:
    fine = Message(0x8300, 2013, "013800000001", 1, {"flag": 1, "text": "a"})
    for wrong in (
        replace(fine, body={"flag": 1}),
        replace(fine, body={"flag": 256, "text": ""}),
        replace(fine, phone="x"),
        replace(fine, serial=65536),
        replace(fine, version=2020),
        replace(fine, body={"flag": 1, "text": "长" * 600}),
    ):
        with pytest.raises(Invalid):
            encode(wrong)
