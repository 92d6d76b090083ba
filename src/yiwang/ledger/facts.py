"""What a fact is: a frozen dataclass with a type name and a version; the log adds when, where and by whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID


@dataclass(frozen=True)
class Fact:
    """Base of every room's facts. The first field is the id of what it is about.

    A fact carries ids and what statistics need, never personal data: the log is copied to the lake and to
    other platforms, and cannot be edited.
    """

    TYPE: ClassVar[str]  # "case.filed": room's noun, past participle
    VERSION: ClassVar[int] = 1


@dataclass(frozen=True)
class Recorded:
    """A fact as the log holds it (CloudEvents 1.0 attributes: id, type, subject, source = platform, time)."""

    id: UUID
    type: str
    version: int
    subject: UUID
    platform: str
    actor: UUID | None
    cause: UUID | None
    time: datetime
    recorded: datetime
    origin: str
    drill: bool
    data: Any  # the fact itself to AT_ONCE listeners; a dict of its fields when read from the log
    xid: int = 0
    seq: int = 0
    about: Any = None  # what the verb held when it recorded the fact: spares AT_ONCE listeners a read; not stored
