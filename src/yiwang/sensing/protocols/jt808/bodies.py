"""Bodies of JT/T 808 by message: the fields of each edition; of several the first that reads all bytes is taken."""

from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad
from yiwang.sensing.protocols.jt808 import areas, media, talk, terminal
from yiwang.sensing.protocols.layout import Field, Values, decode, encode
from yiwang.sensing.protocols.pieces import unhex

Layout = tuple[Field, ...]
# A message has one layout for all editions, or one for each that changed it.
LAYOUTS: dict[int, dict[int, Layout]] = {**terminal.LAYOUTS, **talk.LAYOUTS, **media.LAYOUTS, **areas.LAYOUTS}
REGISTER = 0x0100
_PLATE_COLOURS = frozenset((*range(10), *range(91, 95)))  # JT/T 697.7, 2019: 91 to 94 too


def read_body(number: int, version: int, body: bytes, *, sure: bool) -> tuple[int, dict[str, Any]]:
    """Return the edition and the fields of a body; of an unknown message its bytes as `hex`.

    `sure` says that the edition is known (from the header, or from how the terminal registered).
    """
    layouts = LAYOUTS.get(number)
    if layouts is None:
        return version, {"hex": body.hex()} if body else {}
    if number == REGISTER and version != 2019:
        version = _registered(body)
        sure = True
    layout = layouts.get(version, layouts.get(0))
    if layout is None:
        raise Bad("edition", "body", f"The edition of {version} has no such message.")
    try:
        return version, decode(layout, body)
    except Bad as bad:
        if not sure and 2011 in layouts:  # the header of 2011 and 2013 is the same
            try:
                return 2011, decode(layouts[2011], body)
            except Bad:
                pass
        raise bad.within("body") from None


def write_body(number: int, version: int, fields: Values) -> bytes:
    """Return the bytes of a body; `Invalid` names what does not fit."""
    layouts = LAYOUTS.get(number)
    if layouts is None:
        return unhex(fields.get("hex", ""), "hex")
    layout = layouts.get(version, layouts.get(0))
    if layout is None:
        raise Invalid("version", f"The edition of {version} has no message 0x{number:04X}.")
    return encode(layout, fields)


def _registered(body: bytes) -> int:
    """Return the edition of a registration: the model had 8 bytes in 2011, 20 in 2013, and the colour stands after."""
    return 2013 if len(body) >= 37 and body[36] in _PLATE_COLOURS else 2011


__all__ = ["LAYOUTS", "read_body", "write_body"]
