"""Batches of readings as they come over HTTP: three shapes, each read into columns; what is wrong is told by index."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec
import numpy as np

from yiwang.base.errors import Invalid
from yiwang.sensing.devices import Directory
from yiwang.sensing.readings import quick
from yiwang.sensing.readings.model import Columns, of

MAGIC = b"YWR1"
BINARY = "application/vnd.yiwang.readings"
MOST = 1_000_000  # readings of one request
AHEAD = 86_400_000  # ms: a time farther in the future is a broken clock
EARLIEST = 946_684_800_000  # 2000-01-01
_TOLD = 1_000  # bad rows named in an answer; all are counted


class Table(msgspec.Struct):
    """Columns: devices' own ids, one metric and one time (ms) for all or one for each, values, qualities."""

    d: list[str]
    m: str | list[str]
    t: int | list[int]
    v: list[float]
    q: list[int] | None = None


class Row(msgspec.Struct):
    """One reading as an object; `t` in ms or as text of RFC 3339."""

    d: str
    m: str
    t: int | datetime
    v: float
    q: int = 0


class Bad(msgspec.Struct):
    """A row (from 0) that was not taken."""

    row: int
    reason: str
    device: str = ""


@dataclass
class Batch:
    """What a request holds: what can be taken, and what is wrong with the rest."""

    columns: Columns
    bad: list[Bad] = field(default_factory=list)
    refused: int = 0
    raw: list[tuple[str, bytes, str]] = field(default_factory=list)  # (device, as it came, reason) to keep


_TABLE = msgspec.json.Decoder(Table)
_ROWS = msgspec.json.Decoder(list[Row])
_LOOSE = msgspec.json.Decoder(list[msgspec.Raw])
_ROW = msgspec.json.Decoder(Row)


def read(body: bytes, kind: str, directory: Directory, *, protocol: str, now: int) -> Batch:
    """Return a request's body as a batch; `Invalid` when it is none at all. `now` in ms."""
    if kind.startswith(BINARY) or body.startswith(MAGIC):
        return _checked(_binary(body), directory, now)
    try:
        if body.lstrip()[:1] == b"[":
            return _objects(body, directory, protocol, now)
        columns = quick.read(body, directory, protocol, MOST)
        if columns:
            return _quickly(columns, now)
        table = _TABLE.decode(body)
    except msgspec.DecodeError as error:
        raise Invalid("body", f"This is no batch of readings: {error}") from None
    return _table(table, directory, protocol, now)


def _quickly(columns: quick.Quick, now: int) -> Batch:
    def raw(at: int) -> tuple[str, bytes]:
        device = columns.device(at)
        one = {"d": device, "m": columns.metric, "t": int(columns.time[at]), "v": float(columns.value[at])}
        return device, msgspec.json.encode(one)

    return _sorted_out(columns.series, columns.time, columns.value, columns.quality, now, raw)


def _table(table: Table, directory: Directory, protocol: str, now: int) -> Batch:
    size = len(table.d)
    if size > MOST:
        raise Invalid("d", f"A request holds at most {MOST} readings.")
    given = [table.t] * size if isinstance(table.t, int) else table.t
    if any(len(one) != size for one in (given, table.v, table.q or table.v)):
        raise Invalid("d", "The columns d, t, v and q must be of one length.")
    if isinstance(table.m, str):
        series = list(map(directory.column(protocol, table.m).get, table.d))
    elif len(table.m) == size:
        of_metric = {metric: directory.column(protocol, metric) for metric in set(table.m)}
        series = [of_metric[metric].get(device) for device, metric in zip(table.d, table.m, strict=True)]
    else:
        raise Invalid("m", "Give one metric for all, or one for each reading.")
    try:
        times = np.array(given, dtype=np.int64)
        grades = np.array(table.q, dtype=np.int64) if table.q else np.zeros(size, np.int64)
    except OverflowError:
        raise Invalid("t", "Times are ms since 1970, qualities 0 to 255.") from None
    found = [-1 if one is None else one for one in series] if None in series else series
    metrics = [table.m] * size if isinstance(table.m, str) else table.m

    def raw(at: int) -> tuple[str, bytes]:
        one = {"d": table.d[at], "m": metrics[at], "t": given[at], "v": table.v[at]}
        return table.d[at], msgspec.json.encode(one)

    return _sorted_out(np.array(found, dtype=np.int64), times, np.array(table.v, dtype=np.float64), grades, now, raw)


def _objects(body: bytes, directory: Directory, protocol: str, now: int) -> Batch:
    """Read an array of objects; one that is no reading at all is told by its index, and the others are taken."""
    parts = _LOOSE.decode(body)
    if len(parts) > MOST:
        raise Invalid("body", f"A request holds at most {MOST} readings.")
    try:
        rows: list[Row | None] = list(_ROWS.decode(body))
        wrong: dict[int, str] = {}
    except msgspec.DecodeError:
        rows, wrong = _each(parts)
    good = [(place, row) for place, row in enumerate(rows) if row]
    table = Table(
        [row.d for _, row in good], [row.m for _, row in good], [_ms(row.t) for _, row in good],
        [row.v for _, row in good], [row.q for _, row in good],
    )  # fmt: skip
    batch = _table(table, directory, protocol, now)
    for bad in batch.bad:
        bad.row = good[bad.row][0]
    batch.refused += len(wrong)
    batch.bad = sorted([*batch.bad, *(Bad(at, why) for at, why in wrong.items())], key=lambda one: one.row)[:_TOLD]
    batch.raw += [("", bytes(parts[at]), why) for at, why in list(wrong.items())[:_TOLD]]
    return batch


def _each(parts: Sequence[msgspec.Raw]) -> tuple[list[Row | None], dict[int, str]]:
    rows: list[Row | None] = []
    wrong: dict[int, str] = {}
    for place, part in enumerate(parts):
        try:
            rows.append(_ROW.decode(part))
        except msgspec.DecodeError as error:
            rows.append(None)
            wrong[place] = str(error)
    return rows, wrong


def _binary(body: bytes) -> Columns:
    """Read `YWR1`, a count (uint32), then series (int64), times (int64 ms), values (float64), qualities (uint8).

    All little-endian, column after column. The series of a device's metrics are in GET /api/devices/{id}.
    """
    count = int.from_bytes(body[4:8], "little")
    if not body.startswith(MAGIC) or len(body) != 8 + 25 * count or count > MOST:
        raise Invalid("body", "These bytes are no batch of readings: see docs/integrating/devices.md.")
    return Columns(
        np.frombuffer(body, "<i8", count, 8),
        np.frombuffer(body, "<i8", count, 8 + 8 * count),
        np.frombuffer(body, "<f8", count, 8 + 16 * count),
        np.frombuffer(body, np.uint8, count, 8 + 24 * count),
    )


def _checked(columns: Columns, directory: Directory, now: int) -> Batch:
    known = directory.known_series()
    inside = (columns.series >= 0) & (columns.series < len(known))
    series = np.where(inside & known[np.where(inside, columns.series, 0)], columns.series, -1)

    def raw(at: int) -> tuple[str, bytes]:
        one = {name: float(getattr(columns, name)[at]) for name in ("series", "time", "value")}
        return f"series {int(columns.series[at])}", msgspec.json.encode(one)

    return _sorted_out(series, columns.time, columns.value, columns.quality.astype(np.int64), now, raw)


def _sorted_out(series: Any, times: Any, values: Any, grades: Any, now: int, raw: Any) -> Batch:
    """Part the readings that can be taken from the others, of which `raw` gives the sender and the text."""
    unknown = series < 0
    off = (times > now + AHEAD) | (times < EARLIEST)
    odd = ~np.isfinite(values) | (grades < 0) | (grades > 255)
    wrong = unknown | off | odd
    if not wrong.any():
        return Batch(of(series, times, values, grades.astype(np.uint8)))
    batch = Batch(of(series[~wrong], times[~wrong], values[~wrong], grades[~wrong].astype(np.uint8)))
    places = np.flatnonzero(wrong)
    batch.refused = len(places)
    for at in places[:_TOLD].tolist():
        reason = "no such device, or it has no such metric" if unknown[at] else (
            "the time is before 2000 or more than a day ahead" if off[at] else "the value or the quality is none"
        )  # fmt: skip
        device, text = raw(at)
        batch.bad.append(Bad(at, reason, device))
        batch.raw.append((device, text, reason))
    return batch


def _ms(moment: int | datetime) -> int:
    return moment if isinstance(moment, int) else round(moment.timestamp() * 1000)
