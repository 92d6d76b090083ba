"""Frames of HJ/T 212-2005, HJ 212-2017 and HJ 212-2025: dust, noise, air, water monitors over TCP (clause 6.3)."""

import re
from dataclasses import dataclass, field

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad, Fault
from yiwang.sensing.protocols.hj212.cipher import is_sealed, seal, unseal
from yiwang.sensing.protocols.hj212.crc import crc
from yiwang.sensing.protocols.hj212.groups import Group, read_groups, write_groups

MOST = 1024  # bytes of a data segment (6.3.1)
VERSIONS = {0: 2005, 1: 2017, 2: 2025}  # bits 2 to 7 of Flag
_NUMBERS = {version: number for number, version in VERSIONS.items()}
_TAIL = re.compile(rb"([0-9A-Fa-f]{4})(?:\r\n|\r|\n)?\Z")
_KNOWN = frozenset({"QN", "ST", "CN", "PW", "MN", "Flag", "PNUM", "PNO", "RF"})


@dataclass(frozen=True, slots=True)
class Flag:
    """Flag (6.3.2): whether an answer is wanted, whether packages are numbered, which edition (0, 1, 2)."""

    answer: bool
    numbered: bool
    version: int

    def number(self) -> int:
        """Return it as it is written."""
        return self.answer | self.numbered << 1 | self.version << 2


@dataclass(frozen=True, slots=True)
class Message:
    """One frame: `version` is 2005, 2017 or 2025; what the device left out is None. `package` is (total, number)."""

    version: int
    qn: str | None
    st: str
    cn: str
    pw: str | None
    mn: str | None
    flag: Flag | None
    cp: tuple[Group, ...] = ()
    package: tuple[int, int] | None = None
    resent: bool = False
    sealed: bool = False
    others: dict[str, str] = field(default_factory=dict)  # fields of a header that no edition names


def decode(frame: bytes, key: bytes | None = None) -> Message | Fault:
    """Return the message of one whole frame, or what is wrong with it; `key` opens an enciphered one."""
    try:
        return _decode(frame, key)
    except Bad as bad:
        return bad.fault


def _decode(frame: bytes, key: bytes | None) -> Message:
    segment, tail = _cut(frame)
    declared = int(frame[2:6])
    head, content, rest = _parts(segment)
    sealed = is_sealed(content)
    plain = segment
    if sealed:
        if key is None:
            raise Bad("key_needed", "cp", "This frame is enciphered with SM4: give the device's key.")
        content = unseal(content, key)
        plain = b"%bCP=&&%b&&%b" % (head, content, rest)
    _check(segment, plain, declared, int(tail, 16))
    return _message(_fields(_text(head + rest)), read_groups(_text(content)), sealed=sealed)


def _cut(frame: bytes) -> tuple[bytes, bytes]:
    """Return the data segment and the four digits of the CRC; the line's end may be left away."""
    if frame[:2] != b"##":
        raise Bad("start", "byte 0", "A frame begins with ##.")
    if len(frame) < 6 or not frame[2:6].isdigit():
        raise Bad("length", "byte 2", "Four decimal digits of length follow the ##.")
    tail = _TAIL.search(frame, max(6, len(frame) - 6))
    if not tail:
        word = "cut" if len(frame) < int(frame[2:6]) + 10 else "crc"
        raise Bad(word, f"byte {len(frame)}", "A frame ends with four hexadecimal digits of CRC and a line's end.")
    return frame[6 : tail.start()], tail[1]


def _check(segment: bytes, plain: bytes, declared: int, wanted: int) -> None:
    """Refuse a wrong length or CRC; of an enciphered frame both are the plain one's, by some makers its own."""
    for one in (plain, segment):
        if declared == len(one) and crc(one) == wanted:
            if len(one) > MOST and one is plain:
                raise Bad("length", "byte 2", f"A data segment has at most {MOST} bytes, this one {len(one)}.")
            return
    if declared not in (len(plain), len(segment)):
        word = "cut" if len(segment) < declared and plain is segment else "length"
        raise Bad(word, "byte 2", f"{declared} bytes are announced, the data segment has {len(plain)}.")
    raise Bad("crc", f"byte {6 + len(segment)}", f"The CRC is {crc(plain):04X}, not {wanted:04X}.")


def _parts(segment: bytes) -> tuple[bytes, bytes, bytes]:
    """Return what stands before `CP=&&`, between it and the last `&&`, and after."""
    begin = segment.find(b"CP=&&")
    end = segment.rfind(b"&&")
    if begin < 0 or end < begin + 5:
        # Without a CP the CRC still tells whether the frame arrived as it was sent.
        return segment, b"", b""
    return segment[:begin], segment[begin + 5 : end], segment[end + 2 :]


def _text(raw: bytes) -> str:
    """Return UTF-8, or GB 18030 of older devices; what is neither is written `\\xNN`."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "backslashreplace")


def _fields(head: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for part in head.split(";"):
        name, equals, value = part.partition("=")
        if equals:
            fields[name.strip()] = value
        elif part.strip():
            raise Bad("header", "header", f"“{part[:40]}” is no name=value.")
    return fields


def _message(fields: dict[str, str], groups: tuple[Group, ...], *, sealed: bool) -> Message:
    for name in ("ST", "CN"):
        if not fields.get(name):
            raise Bad("field_missing", name, f"The field {name} is missing.")
    flag = _flag(fields.get("Flag"))
    package = None
    if "PNUM" in fields or "PNO" in fields:
        package = (_number(fields, "PNUM"), _number(fields, "PNO"))
    others = {name: value for name, value in fields.items() if name not in _KNOWN}
    return Message(
        VERSIONS[flag.version] if flag else 2005,
        fields.get("QN"),
        fields["ST"],
        fields["CN"],
        fields.get("PW"),
        fields.get("MN"),
        flag,
        groups,
        package,
        fields.get("RF", "0") not in ("0", ""),
        sealed,
        others,
    )


def _flag(text: str | None) -> Flag | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= 3):
        raise Bad("flag", "Flag", f"Flag is a number up to 255, not “{text[:20]}”.")
    number = int(text)
    if number >> 2 not in VERSIONS:
        raise Bad("version", "Flag", f"Flag {number} is of an edition {number >> 2}; known are 0, 1 and 2.")
    return Flag(bool(number & 1), bool(number & 2), number >> 2)


def _number(fields: dict[str, str], name: str) -> int:
    text = fields.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) <= 4):
        raise Bad("package", name, f"{name} is a number up to 9999, not “{text[:20]}”.")
    return int(text)


def encode(message: Message, key: bytes | None = None) -> bytes:
    """Return the frame of a message, enciphered when it says so; `Invalid` names what does not fit."""
    head = "".join(f"{name}={value};" for name, value in _head(message))
    content = write_groups(message.cp).encode()
    plain = _ascii(head) + b"CP=&&" + content + b"&&"
    if len(plain) > MOST:
        raise Invalid("cp", f"A data segment has at most {MOST} bytes, this one {len(plain)}: send it in packages.")
    segment = plain
    if message.sealed:
        if key is None:
            raise Invalid("key", "A message is enciphered with a key of 16 bytes.")
        segment = _ascii(head) + b"CP=&&" + seal(content, key) + b"&&"
    return b"##%04d%b%04X\r\n" % (len(plain), segment, crc(plain))


def _head(message: Message) -> list[tuple[str, str]]:
    flag = message.flag
    if message.version not in _NUMBERS or (flag and VERSIONS.get(flag.version) != message.version):
        raise Invalid("version", "The version is 2005, 2017 or 2025, and Flag says the same.")
    pairs = [("QN", message.qn), ("ST", message.st), ("CN", message.cn), ("PW", message.pw), ("MN", message.mn)]
    pairs.append(("Flag", str(flag.number()) if flag else None))
    if message.package:
        pairs += [("PNUM", str(message.package[0])), ("PNO", str(message.package[1]))]
    if message.resent:
        pairs.append(("RF", "1"))
    pairs += list(message.others.items())
    held = [(name, value) for name, value in pairs if value is not None]
    for name, value in held:
        if set(name + value) & set(";=&#\r\n") or not (name + value).isascii():
            raise Invalid(name, f"{name} holds a separator.")
    return held


def _ascii(text: str) -> bytes:
    return text.encode("ascii")
