"""Files of old readings: CSV read column by column; what is wrong with a row is told, and costs the others nothing."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yiwang.base.errors import Invalid
from yiwang.sensing.readings.batches import EARLIEST
from yiwang.sensing.readings.model import FILLED, Columns, of

COLUMNS = {"device": "设备编码", "metric": "指标", "time": "时间", "value": "数值", "quality": "质量"}
_WORDS = {label: name for name, label in COLUMNS.items()}
MOST_TOLD = 1_000  # problems named; all are counted
Numbers = NDArray[Any]


@dataclass(frozen=True)
class RowProblem:
    """What is wrong with a row (the first after the heading is 1)."""

    row: int
    field: str
    detail: str


@dataclass
class Sheet:
    """A file in columns: `device` and `metric` are places in `devices` and `metrics`; `row` is where each stands."""

    devices: list[str]
    metrics: list[str]
    device: Numbers
    metric: Numbers
    time: Numbers
    value: Numbers
    quality: Numbers
    row: Numbers
    rows: int
    problems: list[RowProblem] = field(default_factory=list)
    wrong: int = 0

    def tell(self, rows: Numbers, name: str, detail: Callable[[int], str]) -> None:
        """Note what is wrong with rows; `detail` words it by the place in `rows`."""
        self.wrong += len(rows)
        for place in range(min(len(rows), MOST_TOLD - len(self.problems))):
            self.problems.append(RowProblem(int(rows[place]), name, detail(place)))


def read_sheet(data: bytes, zone: tzinfo, now: int, first_row: int = 1) -> Sheet:
    """Read a CSV (UTF-8 or GB 18030); `Invalid` when it is none. Times without an offset are of `zone`; `now` in ms.

    Long: device, metric, time, value, quality. Wide: device, time and a column for each metric; an empty cell is none.
    """
    table, broken = _table(data)
    names = [_WORDS.get(name.strip(), name.strip()) for name in table.column_names]
    if missing := {"device", "time"} - set(names):
        raise Invalid("file", f"The file has no column {', '.join(sorted(missing))}; there are {', '.join(COLUMNS)}.")
    columns = dict(zip(names, (_coded(column) for column in table.columns), strict=True))
    rows = np.arange(first_row, first_row + table.num_rows + len(broken))
    rows = np.delete(rows, [one[0] for one in broken]) if broken else rows
    read = _long if {"metric", "value"} <= columns.keys() else _wide
    sheet = read(columns, rows, zone)
    sheet.rows = table.num_rows + len(broken)
    sheet.tell(
        np.array([one[0] + first_row for one in broken]),
        "row",
        lambda at: f"{broken[at][1]} cells are too many or too few.",
    )
    return _judged(sheet, now)


def _table(data: bytes) -> tuple[Any, list[tuple[int, int]]]:
    """Return the table, all text, and (place, cells) of the rows that have too many cells or too few."""
    import pyarrow as pa  # noqa: PLC0415 - heavy
    from pyarrow import csv  # noqa: PLC0415

    try:
        text = data.decode("utf-8-sig").encode()
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030").encode()
        except UnicodeDecodeError:
            raise Invalid("file", "This is no text in UTF-8 or GB 18030. Send CSV.") from None
    broken: list[tuple[int, int]] = []

    def pass_over(row: Any) -> str:
        broken.append((row.number - 2, row.actual_columns))
        return "skip"

    head = text.split(b"\n", 1)[0].decode("utf-8", "replace").strip("\r")
    names = [one.strip().strip('"') for one in head.split(",")]
    if len(set(names)) < len(names):
        raise Invalid("file", "Two columns have the same heading, or none.")
    try:
        table = csv.read_csv(
            io.BytesIO(text),
            read_options=csv.ReadOptions(use_threads=False),
            parse_options=csv.ParseOptions(invalid_row_handler=pass_over),
            convert_options=csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), null_values=[]),
        )
    except pa.ArrowInvalid as error:
        raise Invalid("file", f"This cannot be read as CSV: {str(error)[:120]}.") from None
    return table, broken


def _coded(column: Any) -> tuple[list[str], Numbers]:
    """Return a column's different texts and which one each row has: each text is read once."""
    coded = (
        column.combine_chunks().dictionary_encode() if column.num_chunks != 1 else column.chunk(0).dictionary_encode()
    )
    return [text.strip() for text in coded.dictionary.to_pylist()], coded.indices.to_numpy().astype(np.int64)


def _long(columns: Mapping[str, tuple[list[str], Numbers]], rows: Numbers, zone: tzinfo) -> Sheet:
    texts, which = columns["value"]
    value = _each(texts, _number)[which]
    none = np.zeros(len(rows), np.int64)
    quality = none
    if "quality" in columns:
        marks, at = columns["quality"]
        quality = _each(marks, _grade)[at]
    devices, device = columns["device"]
    metrics, metric = columns["metric"]
    moments, moment = columns["time"]
    time = _each(moments, lambda text: _ms(text, zone))[moment]
    return Sheet(devices, metrics, device, metric, time, value, quality, rows, len(rows))


def _wide(columns: Mapping[str, tuple[list[str], Numbers]], rows: Numbers, zone: tzinfo) -> Sheet:
    metrics = [name for name in columns if name not in ("device", "time", "quality")]
    if not metrics:
        raise Invalid("file", "Give metric and value, or a column for each metric.")
    moments, moment = columns["time"]
    time = _each(moments, lambda text: _ms(text, zone))[moment]
    devices, device = columns["device"]
    parts: list[tuple[Numbers, Numbers, Numbers]] = []
    for place, name in enumerate(metrics):
        texts, which = columns[name]
        there = np.array([bool(text) for text in texts], np.bool_)[which] if texts else np.empty(0, np.bool_)
        at = np.flatnonzero(there)
        parts.append((at, np.full(len(at), place), _each(texts, _number)[which][at]))
    at, metric, value = (np.concatenate([part[n] for part in parts]) for n in range(3))
    order = np.argsort(at, kind="stable")
    at, metric, value = at[order], metric[order], value[order]
    return Sheet(
        devices, metrics, device[at], metric, time[at], value, np.zeros(len(at), np.int64), rows[at], len(rows)
    )


def _judged(sheet: Sheet, now: int) -> Sheet:
    """Take out the rows whose time, value or quality is none."""
    checks = (
        ("time", ~np.isfinite(sheet.time), "This is no time: write 2026-11-21T08:00:00+08:00 or ms since 1970."),
        ("time", (sheet.time < EARLIEST) | (sheet.time > now), "The time is before 2000 or has not come yet."),
        ("value", ~np.isfinite(sheet.value), "This is no number."),
        ("quality", ~((sheet.quality >= 0) & (sheet.quality <= 255)), "A quality is 0 to 255."),
    )
    wrong = np.zeros(len(sheet.row), np.bool_)
    for name, mask, detail in checks:
        new = mask & ~wrong
        sheet.tell(sheet.row[new], name, lambda _, detail=detail: detail)  # type: ignore[misc]
        wrong |= mask
    keep = ~wrong
    for name in ("device", "metric", "time", "value", "quality", "row"):
        setattr(sheet, name, getattr(sheet, name)[keep])
    return sheet


def placed(sheet: Sheet, series_of: Callable[[str, str], int | str]) -> Columns:
    """Return the readings whose device and metric are known; `series_of` gives a series, or why there is none.

    What is good is marked as sent in later: rules do not judge it.
    """
    pairs, which = np.unique(sheet.device * len(sheet.metrics) + sheet.metric, return_inverse=True)
    found = [
        series_of(sheet.devices[pair // len(sheet.metrics)], sheet.metrics[pair % len(sheet.metrics)])
        for pair in pairs.tolist()
    ]
    series = np.array([-1 if isinstance(one, str) else one for one in found], np.int64)[which] if found else which
    lost = np.flatnonzero(series < 0)
    sheet.tell(sheet.row[lost], "device", lambda at: str(found[which[lost[at]]]))
    keep = series >= 0
    quality = np.where(sheet.quality == 0, FILLED, sheet.quality)[keep]
    return of(series[keep], sheet.time[keep].astype(np.int64), sheet.value[keep], quality.astype(np.uint8))


def _each(texts: list[str], read: Callable[[str], float]) -> Numbers:
    return np.array([read(text) for text in texts], np.float64)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _grade(text: str) -> float:
    return int(text) if text.isascii() and text.isdigit() else (0 if not text else -1)


def _ms(text: str, zone: tzinfo) -> float:
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        return int(text) * (1000 if len(text) == 10 else 1)
    try:
        moment = datetime.fromisoformat(text)
        return round((moment if moment.tzinfo else moment.replace(tzinfo=zone)).timestamp() * 1000)
    except (ValueError, OverflowError):
        return float("nan")
