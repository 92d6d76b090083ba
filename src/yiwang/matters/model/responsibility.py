"""Who answers for what where: the responsibility list in memory, lowest level first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from yiwang.matters.model.matter import Matter

Role = Literal["lead", "assist"]
ANY = "*"
KeyKind = Literal["code", "national", "major", "any"]
_KEY_ZH: dict[KeyKind, str] = {"code": "事项", "national": "对应国标事项", "major": "大类", "any": "全部事项"}


@dataclass(frozen=True, slots=True)
class Duty:
    """One row of the list: a unit leads or assists for a key (matter code, major or `*`) in a jurisdiction."""

    id: UUID
    key: str
    jurisdiction: UUID
    organisation: UUID
    role: Role
    valid_from: datetime
    valid_to: datetime | None = None
    source: str = ""

    def holds(self, at: datetime) -> bool:
        """Return whether the row is in force at a moment."""
        return self.valid_from <= at and (self.valid_to is None or at < self.valid_to)


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who leads and who assists, and which row said so; `lead` None when nobody answers at any level.

    `level` counts up from the case's own jurisdiction (0).
    """

    lead: UUID | None
    assists: tuple[UUID, ...] = ()
    matter: Matter | None = None
    duty: Duty | None = None
    key_kind: KeyKind | None = None
    level: int = 0
    searched: int = 0

    def explain(
        self, jurisdiction_name: Callable[[UUID], str] = str, organisation_name: Callable[[UUID], str] = str
    ) -> str:
        """Return the reason in words (Chinese), with the names the caller knows."""
        name = f"“{self.matter.name}”（{self.matter.code}）" if self.matter else "该事项"
        if self.duty is None or self.key_kind is None or self.lead is None:
            return f"责任清单中本级及以上 {self.searched} 级均未规定{name}的责任单位，转区派遣员。"
        where = jurisdiction_name(self.duty.jurisdiction)
        level = "本级" if self.level == 0 else f"上 {self.level} 级"
        key = _KEY_ZH[self.key_kind] + ("" if self.key_kind == "any" else f" {self.duty.key}")
        text = f"{name}：按责任清单（{where}，{level}，{key}）由 {organisation_name(self.lead)} 牵头"
        if self.assists:
            text += "，" + "、".join(map(organisation_name, self.assists)) + " 协办"
        return text + (f"；依据：{self.duty.source}" if self.duty.source else "") + "。"

    @property
    def explanation(self) -> str:
        """The reason without names of places and units (their ids stand for them)."""
        return self.explain()


class ResponsibilityIndex:
    """The list in memory; changes by being built anew (`version` tells when)."""

    def __init__(self, duties: Iterable[Duty] = (), *, version: object = None) -> None:
        self.version = version
        self._rows: dict[tuple[UUID, str], list[Duty]] = {}
        # The newest row comes first: where two lead at once, the later decision holds.
        for duty in sorted(duties, key=lambda one: one.valid_from, reverse=True):
            self._rows.setdefault((duty.jurisdiction, duty.key), []).append(duty)

    def responsible(self, matter: Matter, chain: Sequence[UUID], at: datetime) -> Responsible:
        """Return who answers for a matter at a moment.

        `chain` is the jurisdictions of the place, lowest first. The lowest node that names a lead wins; at one node the
        matter's own code goes before the national code it stands for, that before its major, that before `*`. Assisting
        units are those named beside the winning lead (same node, same key).
        """
        keys = _keys(matter)
        for level, node in enumerate(chain):
            for kind, key in keys:
                rows = self._rows.get((node, key))
                if not rows:
                    continue
                held = [duty for duty in rows if duty.holds(at)]
                lead = next((duty for duty in held if duty.role == "lead"), None)
                if lead:
                    units = dict.fromkeys(duty.organisation for duty in held if duty.role == "assist")
                    units.pop(lead.organisation, None)
                    return Responsible(lead.organisation, tuple(units), matter, lead, kind, level, level + 1)
        return Responsible(None, matter=matter, searched=len(chain))

    def rows(self) -> list[Duty]:
        """Return every row, ended ones too."""
        return [duty for rows in self._rows.values() for duty in rows]


def _keys(matter: Matter) -> list[tuple[KeyKind, str]]:
    keys: list[tuple[KeyKind, str]] = [("code", matter.code)]
    if matter.national_code and matter.national_code != matter.code:
        keys.append(("national", matter.national_code))
    return [*keys, ("major", matter.major), ("any", ANY)]
