"""Pictures, sound and video of JT/T 808 (2019: 8.52 to 8.60); the data itself is hexadecimal."""

from yiwang.sensing.protocols.jt808.location import BASIC
from yiwang.sensing.protocols.layout import Blob, Clock, Field, Numbers, Repeat, Values, read_all

BE = ">"
ALL = 0
_HEAD = Numbers(BE, id="I", type="B", format="B", event="B", channel="B")
_SPAN: tuple[Field, ...] = (Clock("start"), Clock("end"))
_ASKED = Numbers(BE, type="B", channel="B", event="B")


class Nested:
    """Fields of their own inside a message: `location` of a picture."""

    def __init__(self, name: str, *fields: Field) -> None:
        self.name, self.fields = name, fields

    def read(self, data: bytes, at: int, out: Values) -> int:
        one: Values = {}
        at = read_all(self.fields, data, at, one)
        out[self.name] = one
        return at

    def write(self, values: Values, to: bytearray) -> None:
        for field in self.fields:
            field.write(values.get(self.name, {}), to)


class Maybe:
    """Fields that may be left away at the end of a message."""

    def __init__(self, name: str, *fields: Field) -> None:
        self.name, self.fields = name, fields

    def read(self, data: bytes, at: int, out: Values) -> int:
        return read_all(self.fields, data, at, out) if at < len(data) else at

    def write(self, values: Values, to: bytearray) -> None:
        if self.name in values:
            for field in self.fields:
                field.write(values, to)


_LOCATION = Nested("location", *BASIC)
_FOUND = Repeat("found", Numbers(BE, id="I", type="B", channel="B", event="B"), _LOCATION, count="H")

LAYOUTS: dict[int, dict[int, tuple[Field, ...]]] = {
    0x0800: {ALL: (_HEAD,)},
    0x0801: {ALL: (_HEAD, _LOCATION, Blob("data")), 2011: (_HEAD, Blob("data"))},
    0x8800: {ALL: (Numbers(BE, id="I"), Maybe("packages", Repeat("packages", Numbers(BE, index="H"), count="B")))},
    0x8801: {
        ALL: (
            Numbers(BE, channel="B", command="H", interval="H", save="B", resolution="B", quality="B"),
            Numbers(BE, brightness="B", contrast="B", saturation="B", chroma="B"),
        )
    },
    0x0805: {
        ALL: (Numbers(BE, serial="H", result="B"), Maybe("ids", Repeat("ids", Numbers(BE, id="I"), count="H"))),
    },
    0x8802: {ALL: (_ASKED, *_SPAN)},
    0x0802: {ALL: (Numbers(BE, serial="H"), _FOUND)},
    0x8803: {ALL: (_ASKED, *_SPAN, Numbers(BE, delete="B"))},
    0x8804: {ALL: (Numbers(BE, command="B", seconds="H", save="B", rate="B"),)},
    0x8805: {ALL: (Numbers(BE, id="I", delete="B"),)},
}
