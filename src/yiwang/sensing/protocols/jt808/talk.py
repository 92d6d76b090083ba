"""Text, events, questions, news, telephone and transparent data of JT/T 808 (2019: 8.30 to 8.43, 8.61 to 8.64)."""

from yiwang.sensing.protocols.layout import Blob, Field, Numbers, Repeat, Text, Values, When

BE = ">"
ALL = 0
_FLAG = Numbers(BE, flag="B")
_TYPE = Numbers(BE, type="B")
_SERIAL = Numbers(BE, serial="H")


def _is_list(out: Values) -> bool:
    """Type 0 deletes all and has no list."""
    return bool(out["type"])


def _events(out: Values) -> bool:
    return bool(out["type"])


LAYOUTS: dict[int, dict[int, tuple[Field, ...]]] = {
    0x8300: {ALL: (_FLAG, Text("text")), 2019: (_FLAG, _TYPE, Text("text"))},
    0x8301: {
        ALL: (_TYPE, When(_events, Repeat("events", Numbers(BE, id="B"), Text("text", prefix="B"), count="B"))),
    },
    0x0301: {ALL: (Numbers(BE, id="B"),)},
    0x8302: {
        ALL: (
            _FLAG,
            Text("question", prefix="B"),
            Repeat("answers", Numbers(BE, id="B"), Text("text", prefix="H"), count=None),
        )
    },
    0x0302: {ALL: (_SERIAL, Numbers(BE, answer="B"))},
    0x8303: {ALL: (_TYPE, When(_is_list, Repeat("items", _TYPE, Text("name", prefix="H"), count="B")))},
    0x0303: {ALL: (Numbers(BE, type="B", flag="B"),)},
    0x8304: {ALL: (_TYPE, Text("text", prefix="H"))},
    0x8400: {ALL: (_FLAG, Text("phone"))},
    0x8401: {
        ALL: (
            _TYPE,
            When(
                _is_list,
                Repeat("contacts", _FLAG, Text("phone", prefix="B"), Text("name", prefix="B"), count="B"),
            ),
        )
    },
    0x8900: {ALL: (_TYPE, Blob("data"))},
    0x0900: {ALL: (_TYPE, Blob("data"))},
    0x0901: {ALL: (Blob("data", prefix="I"),)},
}
