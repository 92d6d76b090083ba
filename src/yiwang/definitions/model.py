"""Kinds of declarations, their versions, and what changed between two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel, ValidationError

Body = TypeVar("Body", bound=BaseModel)


@dataclass(frozen=True)
class Kind(Generic[Body]):
    """A kind of declaration: its name (`matter`), the model its bodies obey and the field that is the code."""

    name: str
    model: type[Body]
    code_field: str = "code"

    def code_of(self, body: Body) -> str:
        """Return the code a body is known by."""
        return str(getattr(body, self.code_field))


@dataclass(frozen=True)
class Version(Generic[Body]):
    """One version of a declaration: in force from `valid_from` until `valid_to` (None = open)."""

    id: UUID
    code: str
    number: int
    body: Body
    valid_from: datetime
    valid_to: datetime | None
    note: str
    created_by: UUID
    recorded: datetime


@dataclass(frozen=True)
class Change:
    """One field that differs: `field` is a dotted path, `before` or `after` None where it is absent."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Fault:
    """What is wrong in an import: which entry (counted from 1), its code if it has one, the field, the sentence."""

    entry: int
    code: str
    field: str
    detail: str


@dataclass
class Draft(Generic[Body]):
    """An import as read: the bodies that obey the model and every fault of the others."""

    bodies: list[Body] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass
class Report:
    """What an import does, or would do in a dry run: codes that are new, changed (field by field), the same."""

    new: list[str] = field(default_factory=list)
    changed: dict[str, list[Change]] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def diff(before: Mapping[str, Any], after: Mapping[str, Any], path: str = "") -> list[Change]:
    """Return the fields that differ between two bodies, by name, nested ones by a dotted path."""
    changes: list[Change] = []
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            changes += diff(old, new, f"{path}{name}.")
        elif old != new:
            changes.append(Change(f"{path}{name}", old, new))
    return changes


def check(kind: Kind[Body], entries: Sequence[Any]) -> Draft[Body]:
    """Return the entries as bodies, with every fault of every entry that is not one, doubled codes too."""
    draft: Draft[Body] = Draft()
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        code = str(entry.get(kind.code_field, "")) if isinstance(entry, Mapping) else ""
        try:
            body = kind.model.model_validate(entry)
        except ValidationError as error:
            draft.faults += _faults(number, code, error)
            continue
        first = seen.setdefault(kind.code_of(body), number)
        if first != number:
            draft.faults.append(Fault(number, code, kind.code_field, f"The code is already used by entry {first}."))
            continue
        draft.bodies.append(body)
    return draft


def _faults(number: int, code: str, error: ValidationError) -> list[Fault]:
    return [Fault(number, code, ".".join(map(str, one["loc"])), f"{one['msg']}.") for one in error.errors()]
