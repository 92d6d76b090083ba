"""Answers, registration, parameters, control and location of JT/T 808 (2019: 8.1 to 8.29, 8.44 to 8.51)."""

from yiwang.sensing.protocols.jt808.location import LOCATION, Reports
from yiwang.sensing.protocols.jt808.parameters import Parameters
from yiwang.sensing.protocols.layout import Blob, Clock, Field, MessageId, Nibbles, Numbers, Repeat, Text, Values, When

BE = ">"
ALL = 0
_SERIAL = Numbers(BE, serial="H")
_RESULT = Numbers(BE, result="B")
_ANSWER: tuple[Field, ...] = (_SERIAL, MessageId("id"), _RESULT)
_PLACE = Numbers(BE, province="H", city="H")
_PLATE: tuple[Field, ...] = (Numbers(BE, plate_colour="B"), Text("plate"))
_VERSIONS: tuple[Field, ...] = (
    Text("hardware", prefix="B"),
    Text("firmware", prefix="B"),
    Numbers(BE, gnss="B", communication="B"),
)
_RESEND = Repeat("packages", Numbers(BE, index="H"), count="B")
_RESEND_2019 = Repeat("packages", Numbers(BE, index="H"), count="H")
_IC_WRONG = Numbers(BE, ic_result="B")
_DRIVER: tuple[Field, ...] = (
    Text("driver", prefix="B"),
    Text("certificate", 20),
    Text("issuer", prefix="B"),
    Nibbles("valid_until", 4),
)


def _inserted(out: Values) -> bool:
    return bool(out["status"] == 1)


def _read(out: Values) -> bool:
    return _inserted(out) and out["ic_result"] == 0


def _ok(out: Values) -> bool:
    return bool(out["result"] == 0)


_CARD: tuple[Field, ...] = (Numbers(BE, status="B"), Clock("time"), When(_inserted, _IC_WRONG))

LAYOUTS: dict[int, dict[int, tuple[Field, ...]]] = {
    0x0001: {ALL: _ANSWER},
    0x8001: {ALL: _ANSWER},
    0x0002: {ALL: ()},
    0x0003: {ALL: ()},
    0x0004: {ALL: ()},
    0x8004: {ALL: (Clock("time"),)},
    0x8003: {ALL: (_SERIAL, _RESEND), 2019: (_SERIAL, _RESEND_2019)},
    0x0005: {ALL: (_SERIAL, _RESEND), 2019: (_SERIAL, _RESEND_2019)},
    0x0100: {
        2011: (_PLACE, Text("maker", 5), Text("model", 8), Text("terminal_id", 7), *_PLATE),
        2013: (_PLACE, Text("maker", 5), Text("model", 20), Text("terminal_id", 7), *_PLATE),
        2019: (_PLACE, Text("maker", 11), Text("model", 30), Text("terminal_id", 30), *_PLATE),
    },
    0x8100: {ALL: (_SERIAL, _RESULT, When(_ok, Text("auth_code")))},
    0x0102: {
        ALL: (Text("auth_code"),),
        2019: (Text("auth_code", prefix="B"), Text("imei", 15), Text("software", 20)),
    },
    0x8103: {ALL: (Parameters(),)},
    0x8104: {ALL: ()},
    0x8106: {ALL: (Repeat("ids", Blob("id", 4), count="B"),)},
    0x0104: {ALL: (_SERIAL, Parameters())},
    0x8105: {ALL: (Numbers(BE, command="B"), Text("parameters"))},
    0x8107: {ALL: ()},
    0x0107: {
        ALL: (
            *(Numbers(BE, type="H"), Text("maker", 5), Text("model", 20), Text("terminal_id", 7), Nibbles("iccid", 10)),
            *_VERSIONS,
        ),
        2019: (
            *(Numbers(BE, type="H"), Text("maker", 5), Text("model", 30), Text("terminal_id", 30)),
            *(Nibbles("iccid", 10), *_VERSIONS),
        ),
    },
    0x8108: {ALL: (Numbers(BE, type="B"), Text("maker", 5), Text("version", prefix="B"), Blob("data", prefix="I"))},
    0x0108: {ALL: (Numbers(BE, type="B", result="B"),)},
    0x0200: {ALL: LOCATION},
    0x8201: {ALL: ()},
    0x0201: {ALL: (_SERIAL, *LOCATION)},
    0x8202: {ALL: (Numbers(BE, interval="H", validity="I"),)},
    0x8203: {ALL: (_SERIAL, Numbers(BE, types="I"))},
    0x8204: {ALL: ()},
    0x8500: {
        ALL: (Numbers(BE, flag="B"),),
        2019: (Repeat("controls", Numbers(BE, id="H", value="B"), count="H"),),
    },
    0x0500: {ALL: (_SERIAL, *LOCATION)},
    0x8700: {ALL: (Numbers(BE, command="B"), Blob("data"))},
    0x0700: {ALL: (_SERIAL, Numbers(BE, command="B"), Blob("data"))},
    0x8701: {ALL: (Numbers(BE, command="B"), Blob("data"))},
    0x0701: {ALL: (Text("waybill", prefix="I"),)},
    0x8702: {ALL: ()},
    0x0702: {
        ALL: (*_CARD, When(_read, *_DRIVER)),
        2011: (Text("driver", prefix="B"), Text("id_card", 20), Text("certificate", 40), Text("issuer", prefix="B")),
        2019: (*_CARD, When(_read, *_DRIVER, Text("id_card", 20))),
    },
    0x0704: {ALL: (Numbers(BE, count="H", type="B"), Reports())},
    0x0705: {
        ALL: (
            Numbers(BE, count="H"),
            Nibbles("received", 5),
            Repeat("frames", Numbers(BE, id="I"), Blob("data", 8), count=None),
        )
    },
    0x8A00: {ALL: (Numbers(BE, e="I"), Blob("n", 128))},
    0x0A00: {ALL: (Numbers(BE, e="I"), Blob("n", 128))},
}
