"""The location report 0x0200 (JT/T 808-2019, 8.18), alone, in an answer or in a batch."""

from struct import Struct

from yiwang.sensing.protocols.fault import Bad
from yiwang.sensing.protocols.jt808 import codes
from yiwang.sensing.protocols.jt808.extras import Extras
from yiwang.sensing.protocols.layout import Clock, Field, Numbers, Values, encode, read_all, take
from yiwang.sensing.protocols.pieces import set_bits

SOUTH, WEST = 1 << 2, 1 << 3
MILLIONTH = 1e6  # steps a degree


class Position:
    """Degrees beside the numbers as sent: the signs are in the status; nothing when outside of the globe."""

    def read(self, data: bytes, at: int, out: Values) -> int:  # noqa: ARG002
        status = out["status"]
        lon, lat = out["lon"] / MILLIONTH, out["lat"] / MILLIONTH
        if lat <= 90 and lon <= 180:
            out["position"] = [-lon if status & WEST else lon, -lat if status & SOUTH else lat]
        out["alarms"] = set_bits(out["alarm"], codes.ALARM) if out["alarm"] else []
        out["states"] = set_bits(status & ~0x300, codes.STATUS)
        out["load"] = codes.LOADS[status >> 8 & 3]
        return at

    def write(self, values: Values, to: bytearray) -> None:
        """Leave it to the numbers."""


# Whole numbers in the standard's units: 1e-6 degrees, m, 0.1 km/h, degrees from north.
BASIC: tuple[Field, ...] = (
    Numbers(">", alarm="I", status="I", lat="I", lon="I", altitude="H", speed="H", direction="H"),
    Clock("time"),
    Position(),
)
LOCATION: tuple[Field, ...] = (*BASIC, Extras())
_COUNT = Struct(">H")


class Reports:
    """The locations of a batch (0x0704), each with its length before it, as many as the `count` read before."""

    def read(self, data: bytes, at: int, out: Values) -> int:
        found: list[Values] = []
        while at < len(data):
            where = f"reports[{len(found)}]"
            begin = take(data, at, 2, where)
            end = take(data, begin, _COUNT.unpack_from(data, at)[0], where)
            one: Values = {}
            try:
                read_all(LOCATION, data[begin:end], 0, one)
            except Bad as bad:
                raise bad.within(where) from None
            found.append(one)
            at = end
        if len(found) != out["count"]:
            raise Bad("count", "count", f"{out['count']} locations are announced, here are {len(found)}.")
        out["reports"] = found
        return at

    def write(self, values: Values, to: bytearray) -> None:
        for one in values.get("reports", ()):
            raw = encode(LOCATION, one)
            to += _COUNT.pack(len(raw)) + raw
