"""The shape of a fact in columns: the envelope, and the fields of its class with their types. Pure."""

import json
import types
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pyarrow as pa

from yiwang.ledger.facts import Fact, Recorded

MOMENT = pa.timestamp("us", tz="UTC")
MONTH = "month"  # of `time`, UTC: the partition
ENVELOPE: dict[str, pa.DataType] = {
    "id": pa.string(),
    "type": pa.string(),
    "version": pa.int16(),
    "subject": pa.string(),
    "platform": pa.string(),
    "actor": pa.string(),
    "cause": pa.string(),
    "time": MOMENT,
    "recorded": MOMENT,
    "origin": pa.string(),
    "drill": pa.bool_(),
    "xid": pa.int64(),
    "seq": pa.int64(),
}
# What the fact carried beyond the fields of its class (an older or newer version), or all of it where there is none.
EXTRA = "extra"
_TYPES: dict[type, pa.DataType] = {
    UUID: pa.string(),
    str: pa.string(),
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    datetime: MOMENT,
    date: pa.date32(),
}


@dataclass(frozen=True)
class Shape:
    """The columns of one type of fact. A field named like one of the envelope is called `data_<name>`."""

    type: str
    columns: dict[str, pa.DataType]  # field of the fact → type; empty for a type nobody declared

    @cached_property
    def schema(self) -> pa.Schema:
        """All columns in order, the partition last."""
        names = {self.column(field): kind for field, kind in self.columns.items()}
        return pa.schema([*ENVELOPE.items(), *names.items(), (EXTRA, pa.string()), (MONTH, pa.string())])

    def column(self, field: str) -> str:
        """Return the column a field of the fact goes into."""
        return f"data_{field}" if field in ENVELOPE or field in (EXTRA, MONTH) else field

    def table(self, facts: Sequence[Recorded]) -> pa.Table:
        """Return the facts as columns."""
        columns: dict[str, list[Any]] = {name: [_plain(getattr(fact, name)) for fact in facts] for name in ENVELOPE}
        for field, kind in self.columns.items():
            columns[self.column(field)] = [_cell(fact.data.get(field), kind) for fact in facts]
        columns[EXTRA] = [self._extra(fact.data) for fact in facts]
        columns[MONTH] = [fact.time.astimezone(UTC).strftime("%Y-%m") for fact in facts]
        return pa.table(columns, schema=self.schema)

    def _extra(self, data: dict[str, Any]) -> str | None:
        rest = {field: value for field, value in data.items() if field not in self.columns}
        return json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else None


def shapes_of(facts: Iterable[type[Fact]]) -> dict[str, Shape]:
    """Return the shapes of these classes by their type name."""
    return {fact.TYPE: Shape(fact.TYPE, _columns(fact)) for fact in facts}


def _columns(fact: type[Fact]) -> dict[str, pa.DataType]:
    hints = get_type_hints(fact)
    return {field.name: _arrow(hints[field.name]) for field in fields(fact)}


def _arrow(hint: Any) -> pa.DataType:
    """Return the column type of an annotation; anything that is no single value is kept as JSON text."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = [each for each in get_args(hint) if each is not type(None)]
        hint = inner[0] if len(inner) == 1 else str
    return _TYPES.get(hint, pa.string())


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


def _cell(value: Any, kind: pa.DataType) -> Any:
    if value is None:
        return None
    if kind == MOMENT:
        return datetime.fromisoformat(value)
    if kind == pa.date32():
        return date.fromisoformat(value)
    if kind == pa.string() and not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return value
