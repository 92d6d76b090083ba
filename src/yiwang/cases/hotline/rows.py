"""Understanding a row of a file: an order, or every reason why it is none, by the names of its own columns."""

import json
import re
from collections.abc import Mapping as MappingOf
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from yiwang.base.errors import Invalid, Refusal
from yiwang.cases.hotline.mapping import Mapping
from yiwang.cases.hotline.model import LEVELS, RESOLUTIONS, SATISFACTION, Called
from yiwang.cases.hotline.receiving import OrderIn
from yiwang.cases.hotline.rules import Rules
from yiwang.cases.hotline.tables import Cell, text_of
from yiwang.events.model import Reporter
from yiwang.places import PlaceIn

_PHONE = re.compile(r"\+?[0-9][0-9 \-]{4,19}")
_LONGEST = {"number": 120, "name": 60, "address": 300}


class Faulty(Exception):
    """A row that is no order; the text names each column and what is wrong with it."""


class RowReader:
    """Turns rows of one file into orders."""

    def __init__(self, mapping: Mapping, rules: Rules) -> None:
        self._mapping = mapping
        self._rules = rules
        self._zone = ZoneInfo(mapping.zone)
        self._faults: list[str] = []

    def order(self, record: MappingOf[str, Cell]) -> OrderIn:
        """Return a row as an order; `Faulty` with every reason when it is none."""
        self._faults = []
        columns = self._mapping.columns
        order = OrderIn(
            system=self._mapping.system,
            number=self._needed(record, columns.number, "number"),
            kind=self._kind(record),
            title=self._text(record, columns.title)[:2000],
            text=" · ".join(filter(None, (self._text(record, column) for column in columns.text))),
            place=self._place(record),
            raw=json.dumps(dict(record), ensure_ascii=False, default=str).encode(errors="backslashreplace"),
            reporter=self._reporter(record),
            received_at=self._moment(record, columns.received),
            due_at=self._moment(record, columns.due),
            urgent=self._yes(record, columns.urgent),
            matter=self._matter(record),
            sent_from=self._word(record, columns.level, self._mapping.words.levels, LEVELS) or "city",
            callback_wanted=self._yes(record, columns.callback) is not False,
            called=self._called(record),
            again=bool(self._yes(record, columns.again)),
        )
        if not order.title and not order.text:
            column = columns.text[0] if columns.text else columns.title
            self._fault(column, "没有诉求内容 (says nothing)")
        if self._faults:
            raise Faulty("；".join(self._faults))
        return order

    def number(self, record: MappingOf[str, Cell]) -> str:
        """Return the number of a row, empty where it has none."""
        return self._text(record, self._mapping.columns.number)

    def _fault(self, column: str | None, sentence: str) -> None:
        self._faults.append(f"{column}：{sentence}")

    def _text(self, record: MappingOf[str, Cell], column: str | None) -> str:
        return text_of(record.get(column)) if column else ""

    def _needed(self, record: MappingOf[str, Cell], column: str, field: str) -> str:
        word = self._text(record, column)
        if not word:
            self._fault(column, "不能为空 (needed)")
        return self._short(word, column, field)

    def _short(self, word: str, column: str | None, field: str) -> str:
        if len(word) > _LONGEST[field]:
            self._fault(column, f"超过 {_LONGEST[field]} 个字 (too long)")
        return word

    def _kind(self, record: MappingOf[str, Cell]) -> str:
        column = self._mapping.columns.kind
        word = self._needed(record, column, "number")
        if not word:
            return ""
        try:
            return self._rules.kind(self._mapping.words.kinds.get(word, word)).code
        except Invalid as refusal:
            self._fault(column, f"不认识的类型“{word}” ({refusal.detail})")
            return ""

    def _matter(self, record: MappingOf[str, Cell]) -> str | None:
        word = self._text(record, self._mapping.columns.matter)
        return self._mapping.words.matters.get(word, word) or None

    def _place(self, record: MappingOf[str, Cell]) -> PlaceIn:
        columns = self._mapping.columns
        lon, lat = self._degrees(record, columns.lon, 180), self._degrees(record, columns.lat, 90)
        words = " ".join(filter(None, (self._text(record, column) for column in columns.address)))
        address = self._short(words, columns.address[0] if columns.address else None, "address")
        if lon is None or lat is None or lon == lat == 0:
            return PlaceIn(text=address)
        return PlaceIn(lon=lon, lat=lat, datum=self._mapping.datum, text=address)

    def _degrees(self, record: MappingOf[str, Cell], column: str | None, most: float) -> float | None:
        word = self._text(record, column)
        if not word:
            return None
        try:
            value = float(word)
        except ValueError:
            value = float("nan")
        if not -most <= value <= most:
            self._fault(column, f"不是经纬度“{word}” (no degrees)")
            return None
        return value

    def _reporter(self, record: MappingOf[str, Cell]) -> Reporter | None:
        columns = self._mapping.columns
        name = self._short(self._text(record, columns.name), columns.name, "name")
        phone = self._text(record, columns.phone)
        if phone and not _PHONE.fullmatch(phone):
            self._fault(columns.phone, "不是电话号码 (no telephone number)")
        if not name and not phone:
            return None
        return Reporter(name or None, phone or None, bool(self._yes(record, columns.confidential)))

    def _yes(self, record: MappingOf[str, Cell], column: str | None) -> bool | None:
        value = record.get(column) if column else None
        if isinstance(value, bool):
            return value
        word = text_of(value)
        words = self._mapping.words
        if not word:
            return None
        if word in words.yes or word in words.no:
            return word in words.yes
        self._fault(column, f"请写是或否，而不是“{word}” (say yes or no)")
        return None

    def _called(self, record: MappingOf[str, Cell]) -> Called:
        columns, words = self._mapping.columns, self._mapping.words
        return Called(
            self._yes(record, columns.contacted),
            self._word(record, columns.resolution, words.resolutions, RESOLUTIONS),
            self._word(record, columns.satisfaction, words.satisfaction, SATISFACTION),
        )

    def _word(
        self,
        record: MappingOf[str, Cell],
        column: str | None,
        words: MappingOf[str, str],
        codes: MappingOf[str, tuple[Any, ...]],
    ) -> str | None:
        """Return the code a word stands for: declared, the code itself, or its Chinese name."""
        word = self._text(record, column)
        if not word:
            return None
        found = words.get(word, word)
        for code, labels in codes.items():
            if found in (code, labels[0]):
                return code
        self._fault(column, f"不认识“{word}” (one of {', '.join(labels[0] for labels in codes.values())})")
        return None

    def _moment(self, record: MappingOf[str, Cell], column: str | None) -> datetime | None:
        value = record.get(column) if column else None
        if isinstance(value, datetime):
            return self._local(value)
        word = text_of(value)
        if not word:
            return None
        for form in self._mapping.time_formats:
            try:
                return self._local(datetime.strptime(word, form))  # noqa: DTZ007 - the zone is the mapping's
            except (ValueError, OverflowError):
                continue
        try:
            return self._local(datetime.fromisoformat(word))
        except (ValueError, OverflowError):
            self._fault(column, f"不是时间“{word}” (no time)")
            return None

    def _local(self, moment: datetime) -> datetime:
        return (moment if moment.tzinfo else moment.replace(tzinfo=self._zone)).astimezone(UTC)


def sentence_of(refusal: Refusal, mapping: Mapping) -> str:
    """Return a refusal for the column it concerns, under the file's name of it."""
    errors = refusal.members.get("errors") or [{}]
    field = str(errors[0].get("field", "")).removesuffix("_at")
    columns = mapping.columns.model_dump()
    found = columns.get({"lon": "lon", "lat": "lat"}.get(field, field))
    column = found[0] if isinstance(found, list | tuple) and found else found
    return f"{column}：{refusal.detail}" if isinstance(column, str) else refusal.detail
