"""The history on disk: a Delta table of readings by day and shard, and its roll-ups. Everything here blocks.

`readings`: series (long), time (timestamp), value (double), quality (short), sorted by series and time; partitions
`day` (UTC) and `shard`. `readings_hourly`, `readings_daily`: series, time (beginning), n, sum, low, high, last.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import ColumnProperties, CommitProperties, DeltaTable, Transaction, WriterProperties, write_deltalake
from numpy.typing import NDArray

from yiwang.base.later import later
from yiwang.lake.tables import open_table, sync
from yiwang.sensing.readings import kernels
from yiwang.sensing.readings.model import SHARD_SIZE, Columns
from yiwang.sensing.readings.opened import Opened

if TYPE_CHECKING:
    import pyarrow.dataset as ds
else:
    ds = later("pyarrow.dataset")  # brings pandas with it

# Times of one series lie close together: their differences are small. Values keep the dictionary, which suits what
# has one or two decimals.
_DELTA = {"time": ColumnProperties(dictionary_enabled=False, encoding="DELTA_BINARY_PACKED")}
_WRITER = WriterProperties(compression="ZSTD", column_properties=_DELTA, max_row_group_size=131_072)
_CONFIGURATION: dict[str, str | None] = {"delta.logRetentionDuration": "interval 1 days"}
HOURLY, DAILY = "readings_hourly", "readings_daily"
SPANS = {HOURLY: 3_600_000, DAILY: 86_400_000}  # ms
Part = tuple[str, int]  # day, shard


@dataclass(frozen=True)
class Rolled:
    """Rolled-up readings of one series, or readings themselves (n = 1): ms, counts, sums, lowest, highest."""

    time: NDArray[np.int64]
    n: NDArray[np.int64]
    sum: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


class Shelf:
    """The tables under one folder of the lake."""

    def __init__(self, lake: Path) -> None:
        self.folder = lake / "readings"
        self.rolled = {name: lake / name for name in SPANS}
        self._opened = Opened()

    def table(self) -> DeltaTable | None:
        """Return the table of readings, None before the first."""
        return self._opened.table(self.folder)

    def positions(self, shards: Sequence[int]) -> dict[int, int]:
        """Return the last frame of each shard that the table holds, 0 for none."""
        table = self.table()
        return {shard: (table.transaction_version(_app(shard)) or 0) if table else 0 for shard in shards}

    def append(self, columns: Columns, upto: Mapping[int, int]) -> None:
        """Append readings; the numbers of the shards' last frames are in the same commit as the rows."""
        known = self.table()
        write_deltalake(
            known or str(self.folder),
            _arrow(kernels.in_order(columns)),
            mode="append",
            partition_by=["day", "shard"],
            configuration=None if known else _CONFIGURATION,
            writer_properties=_WRITER,
            commit_properties=CommitProperties(
                app_transactions=[Transaction(_app(shard), seq) for shard, seq in upto.items()]
            ),
        )
        sync(self.folder)

    def parts(self) -> dict[Part, int]:
        """Return every day and shard with its number of files."""
        return _parts(self.table())

    def settle(self, part: Part) -> int:
        """Put a day of a shard into one sorted file without doubles and roll it up; return how many readings it has."""
        day, shard = part
        table = self.table()
        assert table is not None
        rows = _read(table, "day", {day}, shard)
        columns = kernels.once(kernels.in_order(_columns(rows)))
        if self.parts().get(part, 0) > 1:
            _overwrite(self.folder, _arrow(columns), f"day = '{day}' AND shard = {shard}")
        for name, span in SPANS.items():
            self._roll(name, columns, span, part)
        return len(columns)

    def _roll(self, name: str, columns: Columns, span: int, part: Part) -> None:
        day, shard = part
        series, time, n, total, low, high, last = kernels.rolled(columns, span)
        size = len(series)
        table = pa.table(
            {
                "series": series,
                "time": pa.array(time * 1000, pa.timestamp("us", "UTC")),
                "n": n,
                "sum": total,
                "low": low,
                "high": high,
                "last": last,
                "month": pa.array([day[:7]] * size, pa.string()),
                "day": pa.array([day] * size, pa.string()),
                "shard": pa.array(np.full(size, shard), pa.int32()),
            }
        )
        by = ["day", "shard"] if name == HOURLY else ["month", "shard"]
        where = f"day = '{day}' AND shard = {shard}"
        if name == DAILY:
            where = f"month = '{day[:7]}' AND {where}"
        _overwrite(self.rolled[name], table, where, by)

    def columns(self, part: Part) -> Columns:
        """Return the readings of a day and shard, in no order, doubles and all."""
        table = self.table()
        assert table is not None
        return _columns(_read(table, "day", {part[0]}, part[1]))

    def read(self, series: int, days: Sequence[str], since: int, until: int) -> Rolled:
        """Return the readings of a series (ms, half-open) in these days."""
        table = self.table()
        if table is None or not days:
            return nothing()
        rows = _read(table, "day", set(days), series // SHARD_SIZE, _where(series, since, until))
        time = _ms(rows)
        value = rows["value"].to_numpy()
        return Rolled(time, np.ones(len(time), np.int64), value, value, value)

    def read_rolled(self, name: str, series: int, parts: Sequence[str], since: int, until: int) -> Rolled:
        """Return a series' roll-up; `parts` are days of the hourly, months of the daily one."""
        table = self._opened.table(self.rolled[name])
        if table is None or not parts:
            return nothing()
        by = "day" if name == HOURLY else "month"
        rows = _read(table, by, set(parts), series // SHARD_SIZE, _where(series, since, until))
        return Rolled(
            _ms(rows),
            rows["n"].to_numpy(),
            rows["sum"].to_numpy(),
            rows["low"].to_numpy(),
            rows["high"].to_numpy(),
        )

    def rolled_days(self) -> set[Part]:
        """Return the days and shards that are rolled up."""
        return set(_parts(self._opened.table(self.rolled[HOURLY])))

    def counts(self, day: str) -> dict[int, int]:
        """Return how many readings each series has in a day that is rolled up."""
        table = self._opened.table(self.rolled[DAILY])
        if table is None:
            return {}
        rows = _read(table, "month", {day[:7]}, None, pc.field("day") == day, ["series", "n"])
        return dict(zip(rows["series"].to_pylist(), rows["n"].to_pylist(), strict=True))

    def forget(self, before: date) -> None:
        """Delete the readings of the days before this one; their roll-ups stay."""
        table = self.table()
        if table:
            table.delete(f"day < '{before.isoformat()}'")
            table.vacuum(2, dry_run=False, enforce_retention_duration=False)

    def sweep(self) -> None:
        """Remove the files that nobody reads any more."""
        for folder in (self.folder, *self.rolled.values()):
            if table := open_table(folder):
                table.vacuum(2, dry_run=False, enforce_retention_duration=False)
                table.create_checkpoint()
                table.cleanup_metadata()


def nothing() -> Rolled:
    """Return no readings."""
    none = np.empty(0, np.float64)
    return Rolled(np.empty(0, np.int64), np.empty(0, np.int64), none, none, none)


def day_of(ms: int) -> str:
    """Return the UTC day of a moment."""
    return datetime.fromtimestamp(ms / 1000, UTC).date().isoformat()


def days_between(since: int, until: int) -> list[str]:
    """Return the UTC days that a span of ms touches."""
    first = datetime.fromtimestamp(since / 1000, UTC).date()
    last = datetime.fromtimestamp(max(since, until - 1) / 1000, UTC).date()
    return [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]


def _app(shard: int) -> str:
    return f"shard-{shard}"


def _arrow(columns: Columns) -> pa.Table:
    stamps = columns.time.astype("datetime64[ms]")
    days = pa.array(stamps.astype("datetime64[D]")).cast(pa.string())
    return pa.table(
        {
            "series": columns.series,
            "time": pa.array(columns.time * 1000, pa.timestamp("us", "UTC")),
            "value": columns.value,
            "quality": columns.quality.astype(np.int16),
            "day": days,
            "shard": (columns.series // SHARD_SIZE).astype(np.int32),
        }
    )


def _columns(rows: pa.Table) -> Columns:
    return Columns(
        rows["series"].to_numpy(), _ms(rows), rows["value"].to_numpy(), rows["quality"].to_numpy().astype(np.uint8)
    )


def _ms(rows: pa.Table) -> NDArray[np.int64]:
    found: NDArray[np.int64] = rows["time"].cast(pa.int64()).to_numpy() // 1000
    return found


def _where(series: int, since: int, until: int) -> Any:
    stamp = pa.timestamp("us", "UTC")
    return (
        (pc.field("series") == series)
        & (pc.field("time") >= pa.scalar(since * 1000, stamp))
        & (pc.field("time") < pa.scalar(until * 1000, stamp))
    )


def _read(
    table: DeltaTable, by: str, wanted: Collection[str], shard: int | None, where: Any = None, columns: Any = None
) -> pa.Table:
    """Return the rows of some days or months (`by`) of a shard, of all shards when None."""
    names = columns or [one.name for one in table.schema().fields if one.name not in ("month", "day", "shard")]
    files = []
    for uri in table.file_uris():
        at = _place_of(uri)
        if at.get(by) in wanted and shard in (None, int(at["shard"])):
            files.append(Path(unquote(uri.removeprefix("file://"))))
    files.sort(key=lambda file: file.stat().st_mtime_ns)  # of two readings alike the one that came first counts
    if not files:
        return pa.schema(table.schema()).empty_table().select(names)
    return ds.dataset([str(file) for file in files], format="parquet").to_table(columns=names, filter=where)


def _place_of(uri: str) -> dict[str, str]:
    """Return the partition a file lies in, by what its folders are called."""
    return dict(part.split("=", 1) for part in uri.split("/")[:-1] if "=" in part)


def _overwrite(folder: Path, rows: pa.Table, where: str, by: Sequence[str] = ("day", "shard")) -> None:
    known = open_table(folder)
    if known:
        write_deltalake(known, rows, mode="overwrite", predicate=where, writer_properties=_WRITER)
    else:
        write_deltalake(
            str(folder), rows, partition_by=list(by), configuration=_CONFIGURATION, writer_properties=_WRITER
        )
    sync(folder)


def _parts(table: DeltaTable | None) -> dict[Part, int]:
    found: dict[Part, int] = {}
    for uri in table.file_uris() if table else ():
        at = _place_of(uri)
        part = (at["day"], int(at["shard"]))
        found[part] = found.get(part, 0) + 1
    return found
