"""Areas and routes of JT/T 808 (2019: 8.34 to 8.43): circles, rectangles, polygons, routes, set, deleted, read."""

from yiwang.sensing.protocols.layout import Blob, Clock, Field, Numbers, Repeat, Text, Values, When

BE = ">"
ALL = 0


def _timed(out: Values) -> bool:
    """Bit 0 of the properties: only within a span of time."""
    return bool(out["properties"] & 1)


def _limited(out: Values) -> bool:
    """Bit 1 of the properties: a limit of speed."""
    return bool(out["properties"] & 2)


_TIMES = When(_timed, Clock("start"), Clock("end"))
_SPEED = When(_limited, Numbers(BE, max_speed="H", overspeed_seconds="B"))
_NIGHT = When(_limited, Numbers(BE, night_speed="H"))
_NAME = Text("name", prefix="H")
_HEAD = Numbers(BE, id="I", properties="H")
_POINTS = Repeat("points", Numbers(BE, lat="I", lon="I"), count="H")
_BEND: tuple[Field, ...] = (
    Numbers(BE, id="I", segment="I", lat="I", lon="I", width="B", properties="B"),
    When(_timed, Numbers(BE, too_long="H", too_short="H")),
    _SPEED,
)


def _several(*shape: Field) -> dict[int, tuple[Field, ...]]:
    """Return the layouts of a list of areas of one shape; 2019 added the speed at night and a name."""
    area = (_HEAD, *shape, _TIMES, _SPEED)
    kind = Numbers(BE, setting="B")
    return {
        ALL: (kind, Repeat("areas", *area, count="B")),
        2019: (kind, Repeat("areas", *area, _NIGHT, _NAME, count="B")),
    }


_DELETE: dict[int, tuple[Field, ...]] = {ALL: (Repeat("ids", Numbers(BE, id="I"), count="B"),)}
LAYOUTS: dict[int, dict[int, tuple[Field, ...]]] = {
    0x8600: _several(Numbers(BE, lat="I", lon="I", radius="I")),
    0x8601: _DELETE,
    0x8602: _several(Numbers(BE, lat="I", lon="I", lat_2="I", lon_2="I")),
    0x8603: _DELETE,
    0x8604: {
        ALL: (_HEAD, _TIMES, _SPEED, _POINTS),
        2019: (_HEAD, _TIMES, _SPEED, _POINTS, _NIGHT, _NAME),
    },
    0x8605: _DELETE,
    0x8606: {
        ALL: (_HEAD, _TIMES, Repeat("points", *_BEND, count="H")),
        2019: (_HEAD, _TIMES, Repeat("points", *_BEND, _NIGHT, count="H"), _NAME),
    },
    0x8607: _DELETE,
    0x8608: {ALL: (Numbers(BE, type="B"), Repeat("ids", Numbers(BE, id="I"), count="I"))},
    0x0608: {ALL: (Numbers(BE, type="B", count="I"), Blob("data"))},
}
