"""Bodies made up from the layouts that the codecs declare, and streams made up from frames."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from yiwang.sensing.protocols.gb26875.objects import Described, Moment, Reading
from yiwang.sensing.protocols.jt808.extras import GROUPS, NUMBERS, Extras
from yiwang.sensing.protocols.jt808.location import LOCATION, Position, Reports
from yiwang.sensing.protocols.jt808.media import Maybe, Nested
from yiwang.sensing.protocols.jt808.parameters import Parameters
from yiwang.sensing.protocols.layout import Blob, Clock, Field, MessageId, Named, Nibbles, Numbers, Repeat, Text, When

RANGES = {"B": (0, 255), "H": (0, 0xFFFF), "I": (0, 0xFFFFFFFF), "h": (-0x8000, 0x7FFF)}
# Letters that a terminal and a platform both have; nothing that padding or trimming would change.
WORDS = st.text("abcXYZ019沪闵行区渣土车", max_size=4)
MOMENTS = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2099, 12, 31)).map(
    lambda at: f"{at:%Y-%m-%dT%H:%M:%S}+08:00"
)


def blobs(least: int, most: int) -> st.SearchStrategy[str]:
    """Bytes as hexadecimal digits."""
    return st.binary(min_size=least, max_size=most).map(bytes.hex)


def bodies(draw: Any, fields: tuple[Field, ...]) -> dict[str, Any]:
    """Values for fields, as `encode` takes them."""
    out: dict[str, Any] = {}
    for field in fields:
        fill(draw, field, out)
    return out


def fill(draw: Any, field: Any, out: dict[str, Any]) -> None:
    """Put values for one field into `out`."""
    MAKERS[type(field)](draw, field, out)


def _when(draw: Any, field: When, out: dict[str, Any]) -> None:
    if field.holds(out):
        out |= bodies(draw, field.fields)


def _maybe(draw: Any, field: Maybe, out: dict[str, Any]) -> None:
    if draw(st.booleans()):
        out |= bodies(draw, field.fields)


def _reports(draw: Any, field: Reports, out: dict[str, Any]) -> None:
    out["reports"] = [bodies(draw, LOCATION) for _ in range(draw(st.integers(0, 3)))]
    out["count"] = len(out["reports"])


def _parameters(draw: Any, field: Parameters, out: dict[str, Any]) -> None:
    numbers = st.integers(0, 0xFFFFFFFF).map(lambda value: {"id": "0x0029", "value": value})
    texts = WORDS.map(lambda value: {"id": "0x0083", "value": value})
    unknown = blobs(0, 9).map(lambda value: {"id": "0xF364", "value": {"hex": value}})
    out["parameters"] = draw(st.lists(numbers | texts | unknown, max_size=3))


def _numbers(draw: Any, field: Numbers, out: dict[str, Any]) -> None:
    out |= {name: draw(st.integers(*RANGES[letter])) for name, letter in field.letters.items()}


def _named(strategy: Callable[[Any], st.SearchStrategy[Any]]) -> Callable[[Any, Any, dict[str, Any]], None]:
    return lambda draw, field, out: out.__setitem__(field.name, draw(strategy(field)))


def _nothing(draw: Any, field: Any, out: dict[str, Any]) -> None:
    """Derived: nothing is written."""


MAKERS: dict[type, Callable[[Any, Any, dict[str, Any]], None]] = {
    Numbers: _numbers,
    Text: _named(lambda field: WORDS if field.size is None or field.size > 12 else st.text("AZ09", max_size=5)),
    Blob: _named(lambda field: blobs(field.size or 0, 12 if field.size is None else field.size)),
    MessageId: _named(lambda field: st.integers(0, 0xFFFF).map(lambda number: f"0x{number:04X}")),
    Nibbles: _named(lambda field: blobs(field.size, field.size)),
    Clock: _named(lambda field: MOMENTS),
    Moment: _named(lambda field: MOMENTS),
    Described: lambda draw, field, out: out.__setitem__("description", draw(WORDS)),
    Reading: lambda draw, field, out: _numbers(draw, field.numbers, out),
    Repeat: lambda draw, field, out: out.__setitem__(
        field.name, [bodies(draw, field.fields) for _ in range(draw(st.integers(0, 3)))]
    ),
    When: _when,
    Maybe: _maybe,
    Nested: lambda draw, field, out: out.__setitem__(field.name, bodies(draw, field.fields)),
    Reports: _reports,
    Extras: lambda draw, field, out: out.__setitem__("extras", extras(draw)),
    Parameters: _parameters,
    Position: _nothing,
    Named: _nothing,
}


def extras(draw: Any) -> dict[str, Any]:
    """Extras of a location: some that are known, some of one's own."""
    held: dict[str, Any] = {}
    for name, letter in draw(st.lists(st.sampled_from(list(NUMBERS.values())), max_size=3)):
        held[name] = draw(st.integers(*RANGES[letter]))
    for name, fields in draw(st.lists(st.sampled_from(list(GROUPS.values())), max_size=2)):
        held[name] = bodies(draw, fields)
    for number in draw(st.lists(st.integers(0xE0, 0xFF), max_size=2)):
        held[f"0x{number:02X}"] = draw(blobs(0, 9))
    return held


def told(said: Any, asked: Any) -> Any:
    """What was read, reduced to what was written: derived names and readings left out."""
    if isinstance(asked, dict):
        return {name: told(said.get(name), value) for name, value in asked.items()}
    if isinstance(asked, list | tuple):
        return [told(one, other) for one, other in zip(said, asked, strict=True)]
    return said


@st.composite
def cut_anywhere(draw: Any, stream: bytes) -> list[bytes]:
    """A stream in pieces, as a socket may give it."""
    places = sorted(draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    return [stream[a:b] for a, b in zip([0, *places], [*places, len(stream)], strict=True)]
