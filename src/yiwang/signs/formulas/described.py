"""The page docs/integrating/indicators.md, made of what ships: `python -m yiwang.signs.formulas.described`."""

from collections.abc import Iterator, Sequence

from yiwang.signs.declaring import shipped
from yiwang.signs.model import Sign
from yiwang.signs.model.sign import DIMENSIONS

HEAD = """# The indicators 体征指标

Made from `src/yiwang/signs/data` by `python -m yiwang.signs.formulas.described`; a test keeps it so. What the engine
does with them is in [signs](signs.md).

A formula gives rows at the finest grain: each counts where it lies, and every place is the sum, the share, the middle,
the least or the most of the rows within it. So parts add up to the whole, and every figure opens to its rows. Where
there is nothing to divide by, or fewer than `n` to divide by, the value is "—". Drills count nowhere.

## What feeds them

| source | what it is | how a district connects it |
|---|---|---|
| `events`, `cases` | facts of reports, events and cases | they are there |
| `hotline` | orders of 12345, contacts, answers, call-backs | [hotline](hotline.md) |
| `alarms` | alarms, verdicts, the cases they became | [alarms](alarms.md) |
| `devices` | the registry: state, online, age, inspections, sharing | [devices](devices.md) |
| `readings`, `vehicles` | last readings and roll-ups by the hour and day | [devices](devices.md), [MQTT](mqtt.md) |
| `patrol` | shifts kept and missed, and through which places patrols went | [command](command.md) |
| `people` | staff appointed to the posts of units | [imports](imports.md) |
| `audit` | looks at personal data by account and day, steps taken on a phone, unusual calls | it is there |
| `population`, `places`, `components` | counts of places: `population`, `elderly`, `elderly_alone`, `area`, \
`public_components`, `traffic_components` | [imports](imports.md) |
| `enterprises`, `shops`, `buildings` | counts of places: `firms`, `firms_opened`, `firms_closed`, `restaurants`, \
`shops`, `shops_vacant`, `office_area`, `office_area_let` | [imports](imports.md) |

A count of a month is imported with the month's `since` and `until`; the last one that has begun counts. Counts are
taken from the lowest places that have them.

Not every count or copy reaches back: registry, last readings, units and counts stand for the time they were copied, so
a history computed afterwards has what facts and roll-ups of readings tell.

Where a formula stands for something the platform cannot see yet, it says so: "in hand" 接手 is the first look at an
alarm, verdict, receipt or handling, for nobody reports that they have arrived.
"""
EXTERNAL = """## Of others

These say 未接入 until their owner sends values: `PUT /api/signs/{code}/values` with a key of the right `signs.send`
(see [signs](signs.md)).
"""


def page() -> str:
    """Return the page."""
    signs = shipped()
    parts = [HEAD]
    for code, (zh, en) in DIMENSIONS.items():
        own = [sign for sign in signs if sign.dimension == code and not sign.external]
        parts.append(f"## {zh} {en}\n\n" + "\n".join(_table(own)) + "\n")
    parts.append(EXTERNAL)
    lines = ["| code | name | unit | every | who sends it |", "|---|---|---|---|---|"]
    lines += [
        f"| {one.code} | {one.name_zh} {one.name_en} | {one.unit} | {one.period} | {one.external} |"
        for one in signs
        if one.external
    ]
    return "\n".join([*parts, *lines]) + "\n"


def _table(signs: Sequence[Sign]) -> Iterator[str]:
    yield "| code | name | unit | every | formula | rows give | n | yellow, orange, red | when red | sources |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for one in signs:
        limits = ", ".join(text for text in (one.yellow, one.orange, one.red) if text) or "—"
        gives = one.combine if one.scale == 1 else f"{one.combine} ×{one.scale:g}"
        yield (
            f"| {one.code} | {one.name_zh} {one.name_en} | {one.unit} | {one.period} | {one.formula_zh} | {gives} "
            f"| {one.min_n or ''} | {limits} | {one.on_red}{f' {one.matter}' if one.matter else ''} "
            f"| {', '.join(one.sources)} |"
        )


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - its output is the page
