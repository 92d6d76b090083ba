"""The records of a city's file as they are written: CSV or JSON lines, plain or .gz, nothing understood yet."""

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yiwang.app.replay.mapping import Mapping
from yiwang.base.errors import Invalid, NotFound

BROKEN = "\0broken"  # where a record keeps what could not be read of it; no column has such a name
Record = dict[str, Any]


def read_records(path: Path, mapping: Mapping) -> tuple[str, list[Record]]:
    """Return the fingerprint of what the file holds (the same packed and plain), and its records in order.

    `Invalid` when a column that is mapped is missing, or the file is no text of this encoding.
    """
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    content = path.read_bytes()
    try:
        content = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
        text = content.decode(mapping.file.encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, OSError, EOFError, LookupError) as error:
        raise Invalid("file", f"The file cannot be read as {mapping.file.encoding} text: {error}.") from error
    records = _json_lines(text) if mapping.file.format == "jsonl" else _csv(text, mapping)
    return hashlib.sha256(content).hexdigest(), list(records)


def _json_lines(text: str) -> Iterator[Record]:
    # Not splitlines(): it would also cut at signs that may stand inside a JSON string.
    for line in text.split("\n"):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError:
            found = None
        yield found if isinstance(found, dict) else {BROKEN: line}


def _csv(text: str, mapping: Mapping) -> Iterator[Record]:
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=mapping.file.delimiter, restkey=BROKEN)
    try:
        missing = [name for name in mapping.columns.named if name not in (rows.fieldnames or ())]
        if missing:
            has = ", ".join(rows.fieldnames or ["none"])
            raise Invalid("columns", f"The file has no column {missing[0]}; it has {has}.")
        yield from rows
    except csv.Error as error:
        raise Invalid("file", f"Line {rows.line_num} cannot be read as CSV: {error}.") from error
