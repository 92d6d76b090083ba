"""What is managed: a matter as a case sees it, and the catalogue of all versions in memory."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from yiwang.base.errors import Invalid
from yiwang.calendar.model import Limit

MatterKind = Literal["component", "event", "local"]
# Minutes a unit has to sign for a case 签收 when its matter says nothing else.
RECEIPT_URGENT, RECEIPT_NORMAL = 5, 30
# In front of a code of GB/T 30428.2-2013.
OLDER = "30428.2:"


@dataclass(frozen=True, slots=True)
class Matter:
    """One version of a matter of the catalogue 事项; `id` is the version a case keeps.

    `code` is major (2 digits) and minor (3), or a district's own; `national_code` is the national one a local code
    stands for. `before_photos` and `after_photos` are how many a patrol's report and a handler's feedback should carry.
    """

    id: UUID
    code: str
    number: int
    name: str
    kind: MatterKind
    major: str
    major_name: str
    standard_ref: str
    filing_condition: str
    closing_condition: str
    limit: Limit
    limit_provisional: bool = True  # 暂定: no source gives this limit
    limit_source: str = ""
    component: str | None = None
    national_code: str | None = None
    before_photos: int = 1
    after_photos: int = 1
    urgent: bool = False
    confirm: bool = False  # 核实 asked for before filing
    check: bool = True  # 核查 asked for after handling
    receipt_minutes: int | None = None
    merge_radius: float = 50.0  # metres
    merge_hours: float = 24.0
    words: tuple[str, ...] = ()
    valid_from: datetime | None = None
    valid_to: datetime | None = None

    def receipt(self, urgent: bool) -> Limit:
        """Return how long a unit may take to sign for a case of this matter (post hours unless urgent)."""
        minutes = self.receipt_minutes or (RECEIPT_URGENT if urgent else RECEIPT_NORMAL)
        return Limit(minutes / 60, "urgent_hours" if urgent else "working_hours")


@dataclass(frozen=True, slots=True)
class Older:
    """An event of GB/T 30428.2-2013 and the matter of GB/T 47678.5 it became; `code` None when there is none."""

    old: str  # major and minor, four digits
    name: str
    major_name: str
    code: str | None
    note: str


@dataclass(slots=True)
class Catalogue:
    """Every version of every matter, in memory: code → matter at a date, version id → matter."""

    version: object = None
    older: Mapping[str, Older] = field(default_factory=dict)
    _by_id: dict[UUID, Matter] = field(default_factory=dict)
    _by_code: dict[str, list[Matter]] = field(default_factory=dict)

    @classmethod
    def of(cls, matters: Iterable[Matter], *, older: Iterable[Older] = (), version: object = None) -> "Catalogue":
        """Return the catalogue of these versions (any order)."""
        catalogue = cls(version, {one.old: one for one in older})
        for matter in sorted(matters, key=_from):
            catalogue._by_id[matter.id] = matter
            catalogue._by_code.setdefault(matter.code, []).append(matter)
        return catalogue

    def get(self, code: str, at: datetime) -> Matter | None:
        """Return the version of a code in force at a moment, None when there is none."""
        versions = self._by_code.get(code)
        if not versions:
            return None
        index = bisect_right(versions, at.timestamp(), key=_from) - 1
        if index < 0:
            return None
        matter = versions[index]
        return matter if matter.valid_to is None or at < matter.valid_to else None

    def by_id(self, version_id: UUID) -> Matter:
        """Return the version a case keeps."""
        return self._by_id[version_id]

    def versions(self, code: str) -> list[Matter]:
        """Return every version of a code, oldest first."""
        return list(self._by_code.get(code, ()))

    def resolve(self, code: str, at: datetime) -> Matter:
        """Return the matter a sender's code means: ours, or ours with a district in front (11 digits).

        An event of the older standard is written `30428.2:0102`: its bare digits would also be a component's.

        Raises `Invalid` with a sentence for the sender when it means none.
        """
        code = code.strip()
        matter = self.get(code, at)
        if matter is None and len(code) == 11 and code.isdigit():
            matter = self.get(code[6:], at)
        old = self._older(code)
        if old and old.code:
            matter = self.get(old.code, at)
        if matter is None:
            raise Invalid("matter", self._why_not(code))
        return matter

    def current(self, at: datetime) -> list[Matter]:
        """Return the matters in force at a moment, by code."""
        found = (self.get(code, at) for code in sorted(self._by_code))
        return [matter for matter in found if matter]

    def newest(self) -> list[Matter]:
        """Return the newest version of each code that has not been ended, by code."""
        newest = (versions[-1] for _, versions in sorted(self._by_code.items()))
        return [matter for matter in newest if matter.valid_to is None]

    def _older(self, code: str) -> Older | None:
        return self.older.get(code.removeprefix(OLDER)) if code.startswith(OLDER) else None

    def _why_not(self, code: str) -> str:
        old = self._older(code)
        if old and not old.code:
            return f"{code} ({old.name}) of GB/T 30428.2-2013 has no match in GB/T 47678.5: {old.note}"
        return f"The catalogue has no matter {code}; leave it out to get a suggestion from the text."


def _from(matter: Matter) -> float:
    return matter.valid_from.timestamp() if matter.valid_from else float("-inf")
