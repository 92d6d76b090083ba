"""Reading a city's file: each row becomes one request; what is wrong with a field is noted and the row still counts."""

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from yiwang.app.replay.mapping import Mapping
from yiwang.base.errors import Invalid, NotFound

NOT_GIVEN = "(not given)"


@dataclass(frozen=True)
class Note:
    """A bad field: row counts from 1 (the header is not counted)."""

    row: int
    field: str
    value: str
    note: str


@dataclass(frozen=True)
class Request:
    """One row: times in UTC, names as the file has them. `number` counts rows from 1."""

    number: int
    id: str
    opened: datetime
    due: datetime | None
    closed: datetime | None
    matter: str
    major: str
    unit: str
    jurisdiction: str | None
    text: str
    address: str
    lon: float | None
    lat: float | None
    source: str
    raw: bytes


@dataclass(frozen=True)
class CityFile:
    """A file read whole: its fingerprint, its requests in the file's order, the notes."""

    sha256: str
    requests: list[Request]
    notes: list[Note]


def read(path: Path, mapping: Mapping) -> CityFile:
    """Read a file (plain or .gz) by a mapping. `Invalid` when a column that is mapped is missing."""
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    content = path.read_bytes()
    try:
        text = (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode(mapping.file.encoding)
    except (UnicodeDecodeError, OSError, EOFError, LookupError) as error:
        raise Invalid("file", f"The file cannot be read as {mapping.file.encoding} text: {error}.") from error
    reader = _Reader(mapping)
    requests = [reader.request(number, row) for number, row in enumerate(_records(text, mapping), 1)]
    return CityFile(hashlib.sha256(content).hexdigest(), requests, reader.notes)


def _records(text: str, mapping: Mapping) -> Iterator[dict[str, Any]]:
    text = text.removeprefix("\ufeff")
    if mapping.file.format == "jsonl":
        for number, line in enumerate(filter(str.strip, text.splitlines()), 1):
            try:
                found = json.loads(line)
            except ValueError:
                found = None
            if not isinstance(found, dict):
                raise Invalid("file", f"Line {number} is not a JSON object.")
            yield found
        return
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=mapping.file.delimiter)
    missing = [name for name in _columns(mapping) if name not in (rows.fieldnames or ())]
    if missing:
        raise Invalid(
            "columns", f"The file has no column {missing[0]}; it has {', '.join(rows.fieldnames or ['none'])}."
        )
    yield from rows


def _columns(mapping: Mapping) -> list[str]:
    named = mapping.columns.model_dump()
    found: list[str] = []
    for value in named.values():
        found += value if isinstance(value, list | tuple) else [value] if value else []
    return found


class _Reader:
    """Turns records into requests and keeps the notes."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._zone = ZoneInfo(mapping.zone)
        self._last_opened: datetime | None = None
        self.notes: list[Note] = []

    def request(self, number: int, row: dict[str, Any]) -> Request:
        columns = self._mapping.columns
        opened = self._moment(number, row, columns.opened, needed=True)
        if opened is None:
            opened = self._last_opened or datetime(1970, 1, 1, tzinfo=UTC)
        self._last_opened = opened
        due = self._moment(number, row, columns.due)
        closed = self._moment(number, row, columns.closed)
        lon, lat = self._point(number, row)
        return Request(
            number=number,
            id=self._word(row, columns.id) or f"row {number}",
            opened=opened,
            due=due,
            closed=closed,
            matter=self._needed_word(number, row, columns.matter),
            major=self._word(row, columns.major) or NOT_GIVEN,
            unit=self._word(row, columns.unit) or NOT_GIVEN,
            jurisdiction=self._word(row, columns.jurisdiction),
            text=" · ".join(filter(None, (self._word(row, name) for name in columns.text)))[:4000],
            address=" ".join(" ".join(filter(None, (self._word(row, name) for name in columns.address))).split())[:300],
            lon=lon,
            lat=lat,
            source=self._word(row, columns.source) or "",
            raw=json.dumps(row, ensure_ascii=False, default=str).encode(),
        )

    def _word(self, row: dict[str, Any], column: str | None) -> str | None:
        value = row.get(column) if column else None
        return (str(value).replace("\x00", "").strip() or None) if value is not None else None

    def _needed_word(self, number: int, row: dict[str, Any], column: str) -> str:
        word = self._word(row, column)
        if word is None:
            self.notes.append(Note(number, column, "", "empty; counted under a matter of its own"))
        return word or NOT_GIVEN

    def _moment(self, number: int, row: dict[str, Any], column: str | None, *, needed: bool = False) -> datetime | None:
        word = self._word(row, column)
        if word is None or column is None:
            if needed:
                self.notes.append(Note(number, column or "", "", "empty; the row before it lends its time"))
            return None
        try:
            moment = datetime.strptime(word, self._mapping.time_format)  # noqa: DTZ007 - the mapping names the zone
        except ValueError:
            instead = "the row before it lends its time" if needed else "taken as not given"
            self.notes.append(Note(number, column, word[:80], f"not a time as {self._mapping.time_format}; {instead}"))
            return None
        return (moment if moment.tzinfo else moment.replace(tzinfo=self._zone)).astimezone(UTC)

    def _point(self, number: int, row: dict[str, Any]) -> tuple[float | None, float | None]:
        columns = self._mapping.columns
        lon, lat = self._number(number, row, columns.lon, 180), self._number(number, row, columns.lat, 90)
        return (lon, lat) if lon is not None and lat is not None else (None, None)

    def _number(self, number: int, row: dict[str, Any], column: str | None, most: float) -> float | None:
        word = self._word(row, column)
        if word is None or column is None:
            return None
        try:
            value = float(word)
        except ValueError:
            value = float("nan")
        if not -most <= value <= most:
            self.notes.append(Note(number, column, word[:80], f"not a number of degrees within ±{most:g}; no point"))
            return None
        return value
