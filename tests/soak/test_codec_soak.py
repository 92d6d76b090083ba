"""`make soak`: each codec for ten minutes on frames that were spoilt at random; no exception, no memory that grows."""

import os
import random
import resource
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols import gb26875, hj212, jt808
from yiwang.sensing.protocols.fault import Fault
from yiwang.sensing.protocols.gb26875.objects import LAYOUTS as OBJECTS
from yiwang.sensing.protocols.hj212.crc import crc
from yiwang.sensing.protocols.jt808.bodies import LAYOUTS as BODIES
from yiwang.sensing.protocols.jt808.frame import frame_of

pytestmark = pytest.mark.soak
SECONDS = float(os.environ.get("YIWANG_SOAK_SECONDS", "600"))
KEY = bytes(16)
MOST_GROWTH = 64 << 10  # KiB of memory
FLAG = hj212.Flag(answer=True, numbered=False, version=2)
GROUPS = ({"DataTime": "20261121083000"}, {"a34001-Rtd": "61.5", "a34001-Flag": "N"}, {"i11001-Info": "//清洗;管路//"})
DUST = hj212.Message(2025, "20261121083000123", "39", "2011", "123456", "A" * 24, FLAG, GROUPS, sealed=True)


def spoilt(chance: random.Random, frame: bytes) -> bytes:
    """Return a frame with some bytes changed, taken out, put in or repeated."""
    data = bytearray(frame)
    for _ in range(chance.randint(0, 4)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at : at + 1] = chance.randbytes(1)
            case 1:
                del data[at : at + chance.randint(1, 9)]
            case 2:
                data[at:at] = chance.randbytes(chance.randint(1, 9))
            case _:
                data[at:at] = data[chance.randrange(len(data) + 1) :][: chance.randint(1, 40)]
    return bytes(data)


def hj212_frame(chance: random.Random) -> bytes:
    segment = spoilt(chance, hj212.encode(DUST, KEY)[6:-6])
    return b"##%04d%b%04X\r\n" % (len(segment), segment, crc(segment))


def jt808_frame(chance: random.Random) -> bytes:
    body = bytes(chance.choice((0, 0, 1, 2, 4, chance.randrange(256))) for _ in range(chance.randrange(80)))
    number = chance.choice([*BODIES, 0x0F00])
    package = (2, 1) if chance.random() < 0.1 else None
    return frame_of(jt808.Message(number, chance.choice((2013, 2019)), "138", 1, {}, package), body)


def gb26875_frame(chance: random.Random) -> bytes:
    unit = bytes((chance.choice([*OBJECTS, 200]), chance.randrange(4))) + chance.randbytes(chance.randrange(100))
    head = chance.randbytes(22) + len(unit).to_bytes(2, "little") + bytes((chance.randrange(1, 7),)) + unit
    return b"@@" + head + bytes((sum(head) & 0xFF,)) + b"##"


@pytest.mark.parametrize(
    ("make", "decode", "encode", "splitter"),
    [
        (hj212_frame, lambda frame: hj212.decode(frame, KEY), lambda said: hj212.encode(said, KEY), hj212.Splitter),
        (jt808_frame, jt808.decode, jt808.encode, jt808.Splitter),
        (gb26875_frame, gb26875.decode, gb26875.encode, gb26875.Splitter),
    ],
    ids=["hj212", "jt808", "gb26875"],
)
def test_spoilt_frames_raise_nothing_and_leave_nothing_behind(
    make: Callable[[random.Random], bytes],
    decode: Callable[[bytes], Any],
    encode: Callable[[Any], bytes],
    splitter: Any,
) -> None:
    chance, stream = random.Random(20261121), splitter()
    begun, warm, frames, messages = time.monotonic(), 0, 0, 0
    while time.monotonic() - begun < SECONDS:
        for _ in range(500):
            frame = make(chance)
            said = decode(frame)
            frames += 1
            if not isinstance(said, Fault):
                messages += 1
                with suppress(Invalid):  # what is read leniently, as some devices write, is not written so
                    encode(said)
            decode(spoilt(chance, frame))
            list(stream.feed(spoilt(chance, frame)))
        if not warm and time.monotonic() - begun > SECONDS / 10:
            warm = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - warm
    print(f"{frames} frames, {messages} of them messages; memory grew by {grown} KiB")
    assert messages > frames / 100
    assert grown < MOST_GROWTH
