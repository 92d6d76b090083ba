"""Readings as formulas want them: the last of each series, and means over hours, quarters of an hour and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from yiwang.base.later import later
from yiwang.signs.sources.model import METRICS

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
    import pyarrow as pa

    from yiwang.signs.sources.opened import Opened
else:
    ibis, pa = later("ibis"), later("pyarrow")

MOMENT = "timestamp('UTC', 6)"
RAW_HOURS = 4  # of some classes these are taken from the readings themselves: roll-ups are made once an hour
HOURS, RAIN_HOURS, WEEK, MONTH = 25, 49, 8, 31
RAIN = ("AIR", "UPW", "PLV")
FRESH = ("AIR", "NOI", "DST", "RWQ")
KEYS = ["series", "device", "class_code", "metric", "node", "low", "high"]
GOOD = (0, 1, 5)  # qualities that count: good, doubtful, sent in later
LATELY = timedelta(hours=HOURS)  # of the last of these there are roll-ups by the hour


def _rolled() -> Any:
    kinds = [("n", pa.int64()), *((name, pa.float64()) for name in ("sum", "low", "high", "last"))]
    return pa.schema([("series", pa.int64()), ("time", pa.timestamp("us", "UTC")), *kinds])


def _raw(source: Opened, since: datetime, classes: Sequence[str]) -> ir.Table:
    """Readings themselves from a moment on, of what formulas read of these classes."""
    columns = [("series", pa.int64()), ("time", pa.timestamp("us", "UTC")), ("value", pa.float64())]
    columns.append(("quality", pa.int16()))
    rows = source.delta("readings", pa.schema(columns), "day", since)
    rows = rows.filter(rows.time >= ibis.literal(since), rows.time <= source.now, rows.quality.isin(GOOD))
    return _known(source, rows, classes)


def _known(source: Opened, rows: ir.Table, classes: Sequence[str] = ()) -> ir.Table:
    """Join rows by series with what they are of; `low` and `high` are the class's own.

    Series of a class lie together and files are sorted by series: a range leaves out most of a file.
    """
    if not classes:
        return rows.join(source.series, "series")
    parts = []
    for code in classes:
        first, last = source.ranges.get(code, (0, -1))
        known = source.series.filter(source.series.class_code == code)
        parts.append(rows.filter(rows.series.between(first, last)).join(known, "series"))
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def _shaped(rows: ir.Table) -> ir.Table:
    """Return roll-ups with the columns of `Sources.hourly`."""
    return rows.mutate(time=rows.time.cast(MOMENT)).select(*KEYS, "time", "n", "mean", "least", "most", "last")


def _from_rolled(source: Opened, table: str, part: str, since: datetime, classes: Sequence[str] = ()) -> ir.Table:
    rows = source.delta(table, _rolled(), part, since)
    rows = rows.filter(rows.time >= ibis.literal(since), rows.time <= source.now)
    rows = rows.mutate(mean=rows["sum"] / rows.n).rename(least="low", most="high")
    return _shaped(_known(source, rows, classes))


def hourly(source: Opened) -> ir.Table:
    """Roll-ups of the last 25 hours; of what changes by the hour the last four from the readings themselves.

    Before the first roll-up of a day that is so for all.
    """
    since, raw_since = source.at - LATELY, _hour(source.at) - timedelta(hours=RAW_HOURS - 1)
    old = _from_rolled(source, "readings_hourly", "day", since)
    days = source.lake.partitions("readings_hourly", "day")
    rolled = source.at.date().isoformat() in days
    classes = FRESH if rolled else tuple(METRICS)
    if not any(day >= since.date().isoformat() for day in days):
        raw_since = since  # nothing is rolled up yet: the platform has just begun
    raw = _raw(source, raw_since, classes)
    raw = raw.mutate(time=raw.time.truncate("h"), moment=raw.time)
    late = raw.group_by([*KEYS, "time"]).aggregate(
        n=raw.count(), mean=raw.value.mean(), least=raw.value.min(), most=raw.value.max(),
        last=raw.value.argmax(raw.moment),
    )  # fmt: skip
    kept = (old.time < ibis.literal(raw_since)) | ~old.class_code.isin(classes)
    return old.filter(kept).union(_shaped(late))


def quarters(source: Opened) -> ir.Table:
    """Means over 15 minutes of dust since local midnight."""
    raw = _raw(source, source.midnight, ("DST",))
    raw = raw.filter(raw.metric == "a34001_tsp")
    slot = raw.time.epoch_seconds() // 900
    return raw.group_by("device", "node", slot=slot).aggregate(mean=raw.value.mean())


def rain(source: Opened) -> ir.Table:
    """Hourly roll-ups of rain over 49 hours; the last ones come with the hourly roll-up."""
    since = source.at - timedelta(hours=RAIN_HOURS)
    old = _from_rolled(source, "readings_hourly", "day", since, RAIN)
    fresh = source.hourly
    return old.union(fresh.filter(fresh.class_code.isin(RAIN))).filter(lambda row: row.metric == "rain_1h")


def week(source: Opened) -> ir.Table:
    """Hourly roll-ups of water quality over 8 days; today's come with the hourly roll-up."""
    since = source.at - timedelta(days=WEEK)
    old = _from_rolled(source, "readings_hourly", "day", since, ("RWQ",))
    fresh = source.hourly.filter(source.hourly.class_code == "RWQ")
    return old.anti_join(fresh, ["series", "time"]).union(fresh)


def days(source: Opened) -> ir.Table:
    """Daily roll-ups of the air over 31 days; of today, what there is of it."""
    since = source.at - timedelta(days=MONTH)
    rolled = _from_rolled(source, "readings_daily", "month", since, ("AIR",))
    rows = source.hourly.filter(source.hourly.class_code == "AIR")
    rows = rows.mutate(time=rows.time.truncate("D"))
    fresh = rows.group_by([*KEYS, "time"]).aggregate(
        n=rows.n.sum(), mean=(rows.mean * rows.n).sum() / rows.n.sum(), least=rows.least.min(), most=rows.most.max(),
        last=rows["last"].argmax(rows.time),
    )  # fmt: skip
    return rolled.union(_shaped(fresh).anti_join(rolled, ["series", "time"]))


def latest(source: Opened) -> ir.Table:
    """The last reading of each series, `live` where it is no older than its class allows.

    For a time before the copies, that of the last hour there was.
    """
    if source.current:
        rows = source.copy("latest")
        rows = rows.filter(rows.quality.isin(GOOD), rows.time <= source.now + ibis.interval(minutes=5))
        rows = _known(source, rows.drop("quality"))
    else:
        old = source.hourly
        old = old.filter(old.time >= ibis.literal(source.at - LATELY))
        rows = old.group_by(KEYS).aggregate(time=old.time.max(), value=old["last"].argmax(old.time))
        rows = rows.mutate(lasts_s=ibis.literal(int(LATELY.total_seconds())))
    return rows.mutate(live=rows.time.epoch_seconds() >= source.now.epoch_seconds() - rows.lasts_s)


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)
