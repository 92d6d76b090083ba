"""Rows of history as columns: lines of JSON, Parquet and Arrow are read into one Arrow table, checked row by row."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from yiwang.base.errors import Invalid
from yiwang.cases.history.model import Complaint, HistoryRow, StepRow

Form = Literal["ndjson", "parquet", "arrow"]
FORMS: dict[str, Form] = {
    "application/x-ndjson": "ndjson",
    "application/jsonl": "ndjson",
    "application/vnd.apache.parquet": "parquet",
    "application/vnd.apache.arrow.stream": "arrow",
}
MOMENT = pa.timestamp("us", tz="UTC")
_STEP: tuple[tuple[str, pa.DataType], ...] = (
    ("step", pa.string()),
    ("at", MOMENT),
    ("unit", pa.string()),
    ("assist", pa.list_(pa.string())),
    ("text", pa.string()),
    ("passed", pa.bool_()),
    ("receipt_due_at", MOMENT),
    ("by", pa.string()),
)
_ROW: tuple[tuple[str, pa.DataType], ...] = (
    ("id", pa.string()),
    ("matter", pa.string()),
    ("reported_at", MOMENT),
    ("number", pa.string()),
    ("title", pa.string()),
    ("text", pa.string()),
    ("channel", pa.string()),
    ("urgent", pa.bool_()),
    ("lon", pa.float64()),
    ("lat", pa.float64()),
    ("place", pa.string()),
    ("jurisdiction", pa.string()),
    ("occurred_at", MOMENT),
    ("due_at", MOMENT),
    ("no_due", pa.bool_()),
)
REPORTER = ("name", "phone", "confidential")
ELSEWHERE = {
    "attendance": "Attendance comes in by POST /api/command/attendance/import; send these rows there.",
    "alarm": "Alarms with their verdicts come in by POST /api/alarms/history; send these rows there.",
}
_LINE = msgspec.json.Decoder(HistoryRow)


def form_of(content_type: str) -> Form:
    """Return how a body is written, by its media type."""
    found = FORMS.get(content_type.partition(";")[0].strip().lower())
    if found is None:
        raise Invalid("content-type", f"Send history as one of {', '.join(FORMS)}.")
    return found


def read(body: bytes, form: Form, first: int) -> tuple[list[tuple[int, HistoryRow]], list[Complaint], int]:
    """Return the rows with their numbers from `first` on, what is wrong with the others, and how many there were."""
    rows: list[tuple[int, HistoryRow]] = []
    wrong: list[Complaint] = []
    number = first - 1
    for number, row in enumerate(_decoded(body, form), first):
        if isinstance(row, HistoryRow) and row.kind in ("case", "event"):
            rows.append((number, row))
        elif isinstance(row, HistoryRow):
            known = "The kind is case or event."
            wrong.append(Complaint(number, "kind", ELSEWHERE.get(row.kind, known)))
        else:
            field, detail = _told(row)
            wrong.append(Complaint(number, field, detail))
    return rows, wrong, number - first + 1


def table_of(rows: Sequence[tuple[int, HistoryRow]]) -> pa.Table:
    """Return rows as columns: `row` is their number, `steps` a list of structs, the reporter's fields stand apart."""
    only = [row for _, row in rows]
    columns: dict[str, pa.Array] = {"row": pa.array([number for number, _ in rows], pa.int64())}
    for name, kind in _ROW:
        columns[name] = pa.array([getattr(row, name) for row in only], kind)
    for name in REPORTER:
        kind = pa.bool_() if name == "confidential" else pa.string()
        columns[f"reporter_{name}"] = pa.array([getattr(row.reporter, name, None) for row in only], kind)
    steps: list[StepRow] = [step for row in only for step in row.steps]
    offsets = [0]
    for row in only:
        offsets.append(offsets[-1] + len(row.steps))
    fields = [pa.array([getattr(step, name) for step in steps], kind) for name, kind in _STEP]
    columns["steps"] = pa.ListArray.from_arrays(
        pa.array(offsets, pa.int32()), pa.StructArray.from_arrays(fields, [name for name, _ in _STEP])
    )
    return pa.table(columns)


def packed(table: pa.Table) -> bytes:
    """Return a table as compressed Arrow bytes."""
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(sink, table.schema, options=options) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def unpacked(data: bytes) -> pa.Table:
    """Return the table that `packed` wrote."""
    with pa.ipc.open_stream(pa.BufferReader(data)) as reader:
        return reader.read_all().combine_chunks()


def _decoded(body: bytes, form: Form) -> Iterator[HistoryRow | Exception]:
    if form == "ndjson":
        for line in body.splitlines():
            if line.strip():
                try:
                    yield _LINE.decode(line)
                except (msgspec.DecodeError, UnicodeDecodeError) as error:
                    yield error
        return
    for record in _records(body, form):
        try:
            yield msgspec.convert(_without_empty(record), HistoryRow)
        except msgspec.ValidationError as error:
            yield error


def _records(body: bytes, form: Form) -> Iterable[dict[str, Any]]:
    try:
        if form == "parquet":
            batches: Iterable[pa.RecordBatch] = pq.ParquetFile(io.BytesIO(body)).iter_batches(2000)
        else:
            batches = pa.ipc.open_stream(pa.BufferReader(body))
        for batch in batches:
            yield from batch.to_pylist()
    except (pa.ArrowException, OSError) as error:
        raise Invalid("body", f"This is no {form}: {error}.") from error


def _without_empty(value: Any) -> Any:
    """Columns have every field in every row: what is empty was not given."""
    if isinstance(value, dict):
        return {name: _without_empty(one) for name, one in value.items() if one is not None}
    return [_without_empty(one) for one in value] if isinstance(value, list) else value


def _told(error: Exception) -> tuple[str, str]:
    """Return the field and the sentence of what msgspec says: "Expected `str`, got `int` - at `$.steps[0].at`"."""
    text, _, place = str(error).partition(" - at `$")
    return place.strip("`.") or "row", text.rstrip(".") + "."
