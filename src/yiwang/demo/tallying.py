"""A day of the city beside the sources' figures, counted by what the platform answers to anybody who may ask."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from yiwang.demo.client import Client
from yiwang.demo.life.handlers import UNSEEN
from yiwang.demo.life.sources import SOURCES
from yiwang.demo.past.attendance import A_DAY

PAGE = 200
SENSED = 470.0
# the channel of the platform: the sources that come by it, and the share of them that is filed
CHANNELS: tuple[tuple[str, str, tuple[str, ...], float], ...] = (
    ("patrol", "patrols 巡查", ("sector patrol 片区巡查", "street grid 街镇网格", "found and fixed 即查即改"), 1.0),
    ("video", "video 视频, filed", ("video 视频",), 1 - UNSEEN),
    ("hotline", "hotline 12345", ("hotline 12345",), 1.0),
    ("system", "business systems 业务系统", ("business systems 业务系统",), 1.0),
    ("resident", "residents 市民", ("residents 市民",), 1.0),
    ("model", "models 数据模型, filed", ("models 数据模型",), 0.8),
    ("api", "opinion 舆情", ("opinion 舆情",), 1.0),
    ("city", "emergencies 突发事件", ("emergencies 突发事件",), 1.0),
)
UNSIGNED = ("to_confirm", "to_dispatch", "to_receive")


@dataclass(frozen=True)
class Line:
    """One figure: the sources' (or our estimate's), and the day's."""

    what: str
    basis: str
    wanted: str
    found: str


def tally(client: Client, ends: datetime, scale: float) -> list[Line]:
    """Count the 24 hours before `ends`; numbers of the sources are those of the whole city times `scale`."""
    begins = ends - timedelta(days=1)
    span = {"opened_from": begins.isoformat(), "opened_to": ends.isoformat(), "drill": "false"}
    cases = list(_all(client, "/api/cases", **span))
    return [*_reports(cases, scale), *_sensed(cases, scale), *_rest(client, cases, begins, ends, scale)]


def _reports(cases: Sequence[dict[str, Any]], scale: float) -> Iterator[Line]:
    counts = Counter(case["channel"] for case in cases)
    by_name = {source.name: source for source in SOURCES}
    for channel, what, names, filed in CHANNELS:
        sources = [by_name[name] for name in names]
        wanted = scale * filed * sum(source.a_day for source in sources)
        basis = "source" if any("000" in source.basis for source in sources) and len(sources) == 1 else "estimate"
        yield Line(what, basis, f"{wanted:,.0f}", f"{counts[channel]:,}")


def _sensed(cases: Sequence[dict[str, Any]], scale: float) -> Iterator[Line]:
    sensed = [case for case in cases if case["channel"] == "sensor"]
    signed = sum(case["state"] not in UNSIGNED for case in sensed)
    handled = sum(case["state"] in ("to_check", "to_close", "closed") for case in sensed)
    yield Line("sensors 物联感知, filed", "source", f"{SENSED * scale:,.0f}", f"{len(sensed):,}")
    yield Line("received of these 接单率", "source", "92.80 %", _share(signed, len(sensed)))
    yield Line("handled of these 处置率", "source", "91.78 %", _share(handled, len(sensed)))


def _rest(
    client: Client, cases: Sequence[dict[str, Any]], begins: datetime, ends: datetime, scale: float
) -> Iterator[Line]:
    wanted = scale * (
        SENSED
        + sum(filed * source.a_day for _, _, names, filed in CHANNELS for source in SOURCES if source.name in names)
    )
    yield Line("cases of the day", "estimate", f"{wanted:,.0f}", f"{len(cases):,}")
    kept = [
        one
        for one in _all(client, "/api/command/attendance", **{"from": begins.isoformat(), "to": ends.isoformat()})
        if begins < datetime.fromisoformat(one["ends"]) <= ends
    ]
    yield Line("attendances 值守签到", "source", f"{A_DAY:,}", f"{len(kept):,}")
    rows = client.get("/api/devices/figures", by="class")["items"]
    total = sum(row["total"] for row in rows)
    yield Line("devices online now 在线率", "source", "≥ 90 %", _share(sum(row["online"] for row in rows), total))
    yield Line("devices", "source", f"{126_000 * scale:,.0f}", f"{total:,}")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "–"


def _all(client: Client, path: str, **params: Any) -> Iterator[dict[str, Any]]:
    cursor: str | None = None
    while True:
        page = client.get(path, limit=PAGE, **params, **({"cursor": cursor} if cursor else {}))
        yield from page["items"]
        cursor = page["next"]
        if not cursor:
            return


def written(lines: Sequence[Line], ends: datetime, scale: float, told: str) -> str:
    """Return the lines as a table in Markdown."""
    head = f"Made by `yiwang demo day`, {told}. The 24 hours before {ends:%Y-%m-%d %H:%M} UTC, scale {scale:g}."
    rows = [f"| {line.what} | {line.basis} | {line.wanted} | {line.found} |" for line in lines]
    return "\n".join(["# A day of the demo district", "", head, "", "| figure | from | there | here |",
                      "|---|---|---|---|", *rows, ""])  # fmt: skip
