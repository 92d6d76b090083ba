"""HJ 212 messages longer than 1024 bytes (2017: 6.3.2, PNUM and PNO): cut at groups, put together again."""

from collections import OrderedDict
from dataclasses import replace

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.hj212.frame import MOST, Flag, Message, encode
from yiwang.sensing.protocols.hj212.groups import Group, write_groups

MOST_OPEN = 16  # messages put together at a time, on one connection
MOST_PACKAGES = 999
_ROOM = 24  # bytes of PNUM and PNO


def cut(message: Message) -> list[Message]:
    """Return the packages of a message; a short one stays as it is. `Invalid` when one group alone is too long."""
    if message.flag is None:
        raise Invalid("flag", "Packages are numbered, and Flag says so: an edition of 2005 has none.")
    room = MOST - (len(encode(replace(message, cp=(), sealed=False))) - 12) - _ROOM
    if len(write_groups(message.cp).encode()) <= room:
        return [message]
    parts: list[list[Group]] = [[]]
    size = 0
    for group in message.cp:
        length = len(write_groups((group,)).encode()) + 1
        if length > room:
            raise Invalid("cp", f"One group has {length} bytes, a package holds {room}.")
        if size + length > room:
            parts.append([])
            size = 0
        parts[-1].append(group)
        size += length
    flag = Flag(message.flag.answer, numbered=True, version=message.flag.version)
    return [
        replace(message, flag=flag, cp=tuple(part), package=(len(parts), index))
        for index, part in enumerate(parts, start=1)
    ]


class Assembly:
    """Packages in, whole messages out, by MN, QN and CN; what is never completed makes room for newer ones."""

    def __init__(self) -> None:
        self._open: OrderedDict[tuple[str | None, ...], dict[int, Message]] = OrderedDict()

    def add(self, package: Message) -> Message | None:
        """Take a package; return the whole message when it was the last missing one."""
        total, number = package.package or (1, 1)
        if total <= 1:
            return package
        if not 1 <= number <= total or total > MOST_PACKAGES:
            return None
        key = (package.mn, package.qn, package.cn, str(total))
        held = self._open.setdefault(key, {})
        self._open.move_to_end(key)
        held.setdefault(number, package)
        if len(held) < total:
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
            return None
        del self._open[key]
        return replace(package, package=None, cp=tuple(group for n in sorted(held) for group in held[n].cp))
