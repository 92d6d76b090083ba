"""What rooms above declare about the persons they know: how to reveal, export, find and erase. `app` puts it together.

Access stands below them all, so it is handed their functions and never calls them by name.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from yiwang.access.model import Actor
from yiwang.access.privacy.model import Personal
from yiwang.access.vault import Keyring
from yiwang.db.tx import Tx

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Revealed:
    """A value in full, and the person it is about where the object is not the person."""

    value: str
    person: UUID | None = None


# (tx, actor, keyring, object id, field) → the value, for whoever may see the object; NotFound for anyone else
Reveal = Callable[[Tx, Actor, Keyring, UUID, str], Awaitable[Revealed]]
# (tx, person) → ids of the objects on which the person is shown, for the auditor's search
Trace = Callable[[Tx, UUID], Awaitable[Sequence[UUID]]]
# (tx, actor, keyring, person) → the person is gone; `at` is the moment
Erase = Callable[[Tx, Actor, Keyring, UUID, datetime], Awaitable[None]]
# (tx, keyring, field kind, value) → the person with this value, None when there is none
Find = Callable[[Tx, Keyring, str, str], Awaitable[UUID | None]]


@dataclass(frozen=True)
class PersonKind:
    """A kind of person a room knows ("reporter"): on what they are shown, how they are found and erased."""

    zh: str
    en: str
    shown_on: Trace
    erase: Erase | None = None
    find: Find | None = None


@dataclass(frozen=True)
class Column:
    """A column of an export; `personal` makes it ask for an approval."""

    code: str
    zh: str
    en: str
    personal: Personal | None = None


@dataclass(frozen=True)
class Exported:
    """The rows of an export by column code, and the persons who stand in them."""

    rows: list[dict[str, Any]]
    persons: Sequence[UUID] = ()


# (tx, asker, keyring, columns asked for, filters, most rows) → rows within the asker's scope
Gather = Callable[[Tx, Actor, Keyring, Sequence[str], Mapping[str, Any], int], Awaitable[Exported]]
# filters as asked → filters as kept; `Invalid` where they mean nothing
Check = Callable[[Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True)
class DataSet:
    """Rows that may be exported by whoever holds `permission`, in the columns asked for."""

    zh: str
    en: str
    permission: str
    columns: Sequence[Column]
    gather: Gather
    check: Check

    @property
    def by_code(self) -> dict[str, Column]:
        """The columns by their code."""
        return {column.code: column for column in self.columns}


@dataclass(frozen=True)
class Declared:
    """What one room declares, or all of them together.

    `reveals` is by (object type, field); `looks` are actions of the audit trail by which somebody saw a person, with
    their labels; `forgets` is by (kind of person, room): what rooms above the person's own keep of them goes first.
    """

    reveals: Mapping[tuple[str, str], Reveal] = field(default_factory=dict)
    persons: Mapping[str, PersonKind] = field(default_factory=dict)
    data_sets: Mapping[str, DataSet] = field(default_factory=dict)
    looks: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    forgets: Mapping[tuple[str, str], Erase] = field(default_factory=dict)

    def with_(self, *others: "Declared") -> "Declared":
        """Return this and the others as one; a name declared twice is a mistake."""
        joined = self
        for other in others:
            joined = Declared(
                _joined(joined.reveals, other.reveals),
                _joined(joined.persons, other.persons),
                _joined(joined.data_sets, other.data_sets),
                _joined(joined.looks, other.looks),
                _joined(joined.forgets, other.forgets),
            )
        return joined


OWN_LOOKS: Mapping[str, tuple[str, str]] = {
    "personal.revealed": ("查看原文", "Revealed a field"),
    "personal.searched": ("按号码查找", "Searched by a number"),
    "export.made": ("导出", "Made an export"),
    "export.fetched": ("下载导出文件", "Fetched an export"),
}


def _joined(one: Mapping[K, V], other: Mapping[K, V]) -> Mapping[K, V]:
    if double := one.keys() & other.keys():
        raise ValueError(f"declared twice: {sorted(map(str, double))}")
    return {**one, **other}
