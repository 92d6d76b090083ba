"""`yiwang decode`: frames of devices in, one JSON object for each out. It needs no database and loads none of it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Literal

import msgspec
import typer

from yiwang.base.errors import Invalid, NotFound
from yiwang.sensing.protocols.fault import Fault

Protocol = Literal["hj212", "jt808", "gb26875"]
Shown = dict[str, Any]
Read = Callable[[bytes], Shown | Fault]
PIECE = 1 << 16  # bytes read from a stream at a time
LONGEST_LINE = 1 << 20  # bytes; a longer one is no frame


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("decode")(decode)


def decode(
    protocol: Annotated[Protocol, typer.Argument(help="What the frames are of.")],
    file: Annotated[Path | None, typer.Argument(help="A file; left out, standard input.")] = None,
    as_hex: Annotated[bool, typer.Option("--hex", help="One frame a line, in hexadecimal digits.")] = False,
    as_text: Annotated[bool, typer.Option("--text", help="One frame a line, as text (hj212).")] = False,
    stream: Annotated[bool, typer.Option("--stream", help="Bytes as they came: glued, cut, with noise.")] = False,
    key: Annotated[str | None, typer.Option(help="Key of SM4 (hj212 of 2025), 32 hexadecimal digits.")] = None,
) -> None:
    """Write one JSON object for each frame, in order; a bad one has "ok": false, and the exit code stays 0."""
    if as_hex + as_text + stream > 1:
        raise Invalid("form", "Say one of --hex, --text and --stream.")
    if as_text and protocol != "hj212":
        raise Invalid("form", f"Frames of {protocol} are bytes: write them in hexadecimal, or give a --stream.")
    if file and not file.is_file():
        raise NotFound(f"There is no file {file}.")
    read, splitter = _codec(protocol, _key(key))
    with file.open("rb") if file else open(sys.stdin.fileno(), "rb", closefd=False) as source:
        if stream:
            pieces = _streamed(source, splitter())
        else:
            pieces = _lines(source, in_hex=as_hex or protocol != "hj212", either=not as_text and not as_hex)
        _write(pieces, read)


def _write(pieces: Iterator[tuple[str, bytes | Fault]], read: Read) -> None:
    """Write what each piece says, at once: whoever reads may be waiting for it."""
    out = open(sys.stdout.fileno(), "wb", closefd=False)  # noqa: SIM115
    encode = msgspec.json.Encoder().encode
    try:
        for place, piece in pieces:
            said = piece if isinstance(piece, Fault) else read(piece)
            if isinstance(said, Fault):
                where = f"{place}, {said.where}"
                said = {"ok": False, "error": said.error, "where": where, "detail": said.detail}
            out.write(encode(said) + b"\n")
            out.flush()
    except BrokenPipeError:
        raise typer.Exit(0) from None


def _lines(source: BinaryIO, *, in_hex: bool, either: bool) -> Iterator[tuple[str, bytes | Fault]]:
    """Yield the frame of each line that is not empty; without an option a line of hj212 may be either."""
    number = 0
    while line := source.readline(LONGEST_LINE):
        number += 1
        while (
            len(line) >= LONGEST_LINE and not line.endswith(b"\n") and source.readline(LONGEST_LINE)[-1:] not in b"\n"
        ):
            pass
        line = line.strip()
        if not line:
            continue
        place = f"line {number}"
        if not in_hex and (not either or line.startswith(b"##")):
            yield place, line
            continue
        try:
            yield place, bytes.fromhex(line.decode("ascii").removeprefix("0x"))
        except ValueError:
            yield place, Fault("hex", "line", "The line is not made of hexadecimal digits, two a byte.")


def _streamed(source: BinaryIO, splitter: Any) -> Iterator[tuple[str, bytes | Fault]]:
    count = 0
    raw = getattr(source, "raw", source)
    while data := raw.read(PIECE):
        for piece in splitter.feed(data):
            count += 1
            yield f"frame {count}", piece
    for piece in splitter.end():
        count += 1
        yield f"frame {count}", piece


def _key(text: str | None) -> bytes | None:
    if text is None:
        return None
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != 16:
        raise Invalid("key", "A key of SM4 has 16 bytes: 32 hexadecimal digits.")
    return key


def _codec(protocol: Protocol, key: bytes | None) -> tuple[Read, Callable[[], Any]]:
    """Return how a frame of a protocol is read and its stream cut; only this protocol's codec is loaded."""
    if protocol == "hj212":
        return _hj212(key)
    if protocol == "jt808":
        return _jt808()
    return _gb26875()


def _hj212(key: bytes | None) -> tuple[Read, Callable[[], Any]]:
    from yiwang.sensing.protocols import hj212  # noqa: PLC0415

    def read(frame: bytes) -> Shown | Fault:
        said = hj212.decode(frame, key)
        if isinstance(said, Fault):
            return said
        shown: Shown = {"ok": True, "version": said.version, "qn": said.qn, "st": said.st, "cn": said.cn}
        shown |= {"pw": said.pw, "mn": said.mn, "flag": said.flag, "cp": said.cp}
        if said.package:
            shown["package"] = {"total": said.package[0], "index": said.package[1]}
        if said.resent:
            shown["resent"] = True
        if said.sealed:
            shown["encrypted"] = True
        if said.others:
            shown["others"] = said.others
        return shown

    return read, hj212.Splitter


def _jt808() -> tuple[Read, Callable[[], Any]]:
    from yiwang.sensing.protocols import jt808  # noqa: PLC0415
    from yiwang.sensing.protocols.jt808.packages import Assembly  # noqa: PLC0415

    assembly = Assembly()
    editions: dict[str, int] = {}  # how each terminal registered

    def read(frame: bytes) -> Shown | Fault:
        said = jt808.decode(frame, bare=True)
        if isinstance(said, jt808.Message) and (known := editions.get(said.phone)) and said.version != known:
            said = jt808.decode(frame, version=known, bare=True)
        if isinstance(said, Fault):
            return said
        if said.message == 0x0100 and said.version != 2019 and len(editions) < 100_000:
            editions[said.phone] = said.version
        body = said.body
        if said.package:
            whole = assembly.add(said, version=editions.get(said.phone))
            if isinstance(whole, Fault):
                return whole
            body = whole.body if whole else body
        package = {"total": said.package[0], "index": said.package[1]} if said.package else None
        shown: Shown = {"ok": True, "message": f"0x{said.message:04X}", "version": said.version, "phone": said.phone}
        return shown | {"serial": said.serial, "package": package, "body": body}

    return read, jt808.Splitter


def _gb26875() -> tuple[Read, Callable[[], Any]]:
    from yiwang.sensing.protocols import gb26875  # noqa: PLC0415

    def read(frame: bytes) -> Shown | Fault:
        said = gb26875.decode(frame)
        if isinstance(said, Fault):
            return said
        shown: Shown = {"ok": True, "serial": said.serial, "command": said.command, "source": said.source}
        shown |= {"target": said.target, "time": said.time, "type": said.type, "objects": said.objects}
        return shown | {"version": {"main": said.version[0], "user": said.version[1]}}

    return read, gb26875.Splitter
