"""The command parameters CP of HJ 212 (2017: 6.3.3): groups with `;` between them, pairs with `,`, `name=value`."""

import re
from collections.abc import Sequence

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad

Group = dict[str, str]
# A text value stands between double slashes and may hold the separators: i11001-Info=//washed; flushed//
_PIECE = re.compile(r"//.*?//|[;,]|[^;,/]+|/", re.DOTALL)


def read_groups(text: str) -> tuple[Group, ...]:
    """Return the groups of a CP; an empty one (a `;` before the end) is left out, as devices write it."""
    pieces = _split(text) if "//" in text else [part.split(",") for part in text.split(";")]
    groups: list[Group] = []
    for pairs in pieces:
        group: Group = {}
        for pair in pairs:
            name, equals, value = pair.partition("=")
            if not equals:
                if not pair.strip():
                    continue
                raise Bad("cp", f"cp[{len(groups)}]", f"“{pair[:40]}” is no name=value.")
            if name in group:  # the same name twice: nothing is lost
                groups.append(group)
                group = {}
            group[name] = value
        if group:
            groups.append(group)
    return tuple(groups)


def _split(text: str) -> list[list[str]]:
    groups, pair = [[""]], ""
    for piece in _PIECE.findall(text):
        if piece in ";,":
            groups[-1][-1] = pair
            pair = ""
            if piece == ";":
                groups.append([""])
            else:
                groups[-1].append("")
        else:
            pair += piece
    groups[-1][-1] = pair
    return groups


def write_groups(groups: Sequence[Group]) -> str:
    """Return groups as text; `Invalid` for a name or value that would read as something else."""
    for group in groups:
        for name, value in group.items():
            _check(name, value)
    return ";".join(",".join(f"{name}={value}" for name, value in group.items()) for group in groups)


def _check(name: str, value: str) -> None:
    if not name or set(name) & set(";,=&/#\r\n"):
        raise Invalid("cp", f"“{name}” is no name of a field.")
    text = len(value) >= 4 and value.startswith("//") and value.endswith("//") and "//" not in value[2:-2]
    if text and value[2:-2].endswith("/"):
        text = False
    forbidden = set("\r\n") if text else set(";,\r\n")
    if set(value) & forbidden or "&&" in value or "##" in value or (not text and "//" in value):
        raise Invalid("cp", f"The value of {name} holds a separator; a text goes between // and //.")
