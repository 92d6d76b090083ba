"""Understanding a city's file: each row becomes one request; what is wrong with a field is noted, the row counts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from yiwang.app.replay.mapping import Mapping
from yiwang.app.replay.records import BROKEN, Record, read_records

NOT_GIVEN = "(not given)"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# What lies outside is a slip of the pen; the city's matters and units are in force from the first of the two.
EARLIEST, LATEST = datetime(1900, 1, 2, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


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
    """A file read whole: its fingerprint, its requests in the file's order, the notes in the order of rows."""

    sha256: str
    requests: list[Request]
    notes: list[Note]

    @property
    def last_moment(self) -> datetime:
        """The last open or close time; 1970 of a file without rows."""
        moments = [moment for one in self.requests for moment in (one.opened, one.closed) if moment]
        return max(moments, default=EPOCH)


def read(path: Path, mapping: Mapping) -> CityFile:
    """Read a file by a mapping; see `read_records` for what is refused."""
    sha256, records = read_records(path, mapping)
    reader = _Reader(mapping)
    opened = _lent([reader.opened(number, record) for number, record in enumerate(records, 1)])
    requests = [reader.request(n, record, at) for n, (record, at) in enumerate(zip(records, opened, strict=True), 1)]
    return CityFile(sha256, requests, sorted(reader.notes, key=lambda note: note.row))


def _lent(moments: Sequence[datetime | None]) -> list[datetime]:
    """Return the times with the gaps filled by the time before them, the first ones by the first there is."""
    last = next((moment for moment in moments if moment), EPOCH)
    filled = []
    for moment in moments:
        last = moment or last
        filled.append(last)
    return filled


class _Reader:
    """Turns records into requests and keeps the notes."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._zone = ZoneInfo(mapping.zone)
        self.notes: list[Note] = []

    def opened(self, number: int, record: Record) -> datetime | None:
        """Return when the row was opened, None where it does not say so."""
        column = self._mapping.columns.opened
        return self._moment(number, record, column, "the row before it lends its time", needed=True)

    def request(self, number: int, record: Record, opened: datetime) -> Request:
        """Return the row as a request opened at this time."""
        columns = self._mapping.columns
        if BROKEN in record:
            self._note(number, "", str(record[BROKEN]), "the row is not written as the others; read as far as it goes")
        lon, lat = self._point(number, record)
        return Request(
            number=number,
            id=_word(record, columns.id) or f"row {number}",
            opened=opened,
            due=self._moment(number, record, columns.due),
            closed=self._closed(number, record, opened),
            matter=self._matter(number, record),
            major=_word(record, columns.major) or NOT_GIVEN,
            unit=_word(record, columns.unit) or NOT_GIVEN,
            jurisdiction=_word(record, columns.jurisdiction),
            text=" · ".join(_words(record, columns.text))[:4000],
            address=" ".join(" ".join(_words(record, columns.address)).split())[:300],
            lon=lon,
            lat=lat,
            source=_word(record, columns.source) or "",
            raw=json.dumps(record, ensure_ascii=False, default=str).encode(errors="backslashreplace"),
        )

    def _note(self, number: int, column: str, value: str, note: str) -> None:
        self.notes.append(Note(number, column, value[:80], note))

    def _matter(self, number: int, record: Record) -> str:
        column = self._mapping.columns.matter
        word = _word(record, column)
        if word is None:
            self._note(number, column, "", "empty; counted under a matter of its own")
        return word or NOT_GIVEN

    def _closed(self, number: int, record: Record, opened: datetime) -> datetime | None:
        column = self._mapping.columns.closed
        closed = self._moment(number, record, column)
        if column and closed and closed < opened:
            word = _word(record, column) or ""
            self._note(number, column, word, "closed before it was opened; counted with the times as given")
        return closed

    def _moment(
        self,
        number: int,
        record: Record,
        column: str | None,
        instead: str = "taken as not given",
        *,
        needed: bool = False,
    ) -> datetime | None:
        word = _word(record, column)
        if word is None or column is None:
            if needed:
                self._note(number, column or "", "", f"empty; {instead}")
            return None
        try:
            moment = self._parsed(word).astimezone(UTC)
        except (ValueError, OverflowError, OSError):
            self._note(number, column, word, f"not a time as {self._mapping.time_format}; {instead}")
            return None
        if not EARLIEST <= moment < LATEST:
            self._note(number, column, word, f"not between the years {EARLIEST.year} and {LATEST.year}; {instead}")
            return None
        return moment

    def _parsed(self, word: str) -> datetime:
        form = self._mapping.time_format
        if form == "unix":
            return datetime.fromtimestamp(float(word), UTC)
        moment = datetime.fromisoformat(word) if form == "iso" else datetime.strptime(word, form)  # noqa: DTZ007
        # An hour that comes twice is the first of them; one left out by the clock is read as if it had not been.
        return moment if moment.tzinfo else moment.replace(tzinfo=self._zone)

    def _point(self, number: int, record: Record) -> tuple[float | None, float | None]:
        columns = self._mapping.columns
        lon, lat = self._degrees(number, record, columns.lon, 180), self._degrees(number, record, columns.lat, 90)
        if lon is None or lat is None:
            return None, None
        if lon == lat == 0:
            self._note(number, columns.lon or "", "0, 0", "zeros stand for nothing known; no point")
            return None, None
        return lon, lat

    def _degrees(self, number: int, record: Record, column: str | None, most: float) -> float | None:
        word = _word(record, column)
        if word is None or column is None:
            return None
        try:
            value = float(word)
        except ValueError:
            value = float("nan")
        if not -most <= value <= most:
            self._note(number, column, word, f"not a number of degrees within ±{most:g}; no point")
            return None
        return value


def _word(record: Record, column: str | None) -> str | None:
    """Return a field as trimmed text that a database can hold, None when there is nothing in it."""
    value = record.get(column) if column else None
    if value is None:
        return None
    text = str(value).replace("\x00", "").encode(errors="replace").decode()
    return text.strip() or None


def _words(record: Record, columns: Sequence[str]) -> list[str]:
    return [word for word in (_word(record, column) for column in columns) if word]
