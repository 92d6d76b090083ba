"""A codec under libFuzzer: `python -m tests.soak.fuzzing hj212 -max_total_time=600`; any exception ends it."""

import sys
from contextlib import suppress
from typing import Any

import atheris  # type: ignore[import-not-found,unused-ignore]

with atheris.instrument_imports(include=["yiwang.sensing.protocols"]):
    from yiwang.base.errors import Invalid
    from yiwang.sensing.protocols import gb26875, hj212, jt808
    from yiwang.sensing.protocols.fault import Fault
    from yiwang.sensing.protocols.hj212.crc import crc

CODECS: dict[str, Any] = {"hj212": hj212, "jt808": jt808, "gb26875": gb26875}
KEY = bytes(16)


def whole(name: str, data: bytes) -> bytes:
    """Return data in a frame whose check is right, so that what lies behind the check is reached."""
    if name == "hj212":
        segment = data[:9999]
        return b"##%04d%b%04X\r\n" % (len(segment), segment, crc(segment))
    if name == "jt808":
        check = 0
        for byte in data:
            check ^= byte
        return b"~" + (data + bytes((check,))).replace(b"}", b"}\x01").replace(b"~", b"}\x02") + b"~"
    head = data[:24].ljust(24, b"\0")[:22] + min(len(data), 1024).to_bytes(2, "little") + b"\x02" + data[:1024]
    return b"@@" + head + bytes((sum(head) & 0xFF,)) + b"##"


def main() -> None:
    """Fuzz the codec that the first argument names; the rest are libFuzzer's."""
    name = sys.argv.pop(1)
    codec = CODECS[name]
    stream = codec.Splitter()

    def read(frame: bytes) -> None:
        said = codec.decode(frame, KEY) if name == "hj212" else codec.decode(frame)
        if not isinstance(said, Fault):
            with suppress(Invalid):  # what is read leniently, as some devices write, is not written so
                codec.encode(said, KEY) if name == "hj212" else codec.encode(said)

    def one(data: bytes) -> None:
        read(data)
        read(whole(name, data))
        for piece in (data[:7], data[7:], whole(name, data)):
            list(stream.feed(piece))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
