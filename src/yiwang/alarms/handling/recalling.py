"""Old alarms with their verdicts: a platform that is taken over knows from its first day what its rules are worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.alarms.facts import AlarmRaised, AlarmResolved
from yiwang.alarms.handling.facts import AlarmJudged
from yiwang.alarms.handling.model import VERDICTS
from yiwang.alarms.handling.store import verdicts as store
from yiwang.base.errors import Forbidden
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.sensing.upkeep import Verdict, note_verdicts

_OLD = UUID("6d2c1f0a-9b1b-5c3e-8f43-2a6b0c1d7e55")


@dataclass(frozen=True)
class OldAlarm:
    """An alarm of former times: its device by code, the rule's condition, what was found of it."""

    device: str
    rule: str
    condition: str
    severity: str
    value: float | None
    raised_at: datetime
    resolved_at: datetime
    verdict: str
    judged_at: datetime | None = None

    @property
    def id(self) -> UUID:
        """Return the id that follows from what it is: sent again it is the same."""
        return uuid5(_OLD, f"{self.device}\0{self.rule}\0{self.condition}\0{self.raised_at.timestamp():.3f}")


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a row (from 1)."""

    row: int
    field: str
    detail: str


@dataclass(frozen=True)
class Recalled:
    """How many rows came in anew, and what is wrong; with anything wrong nothing came in."""

    rows: int
    added: int
    problems: list[Wrong]


async def recall(tx: Tx, actor: Actor, rows: Sequence[OldAlarm], *, at: datetime, dry_run: bool = False) -> Recalled:
    """Take in old alarms and their verdicts; they raise no event, and count in precision.

    Their facts are history: lake and figures follow, and nobody is told.
    """
    if not actor.scope("history.import").everything:
        raise Forbidden("History comes in for the whole platform; your role reaches only a part of it.")
    devices = await store.devices_by_code(tx, sorted({row.device for row in rows}))
    problems = [wrong for place, row in enumerate(rows, 1) for wrong in _faults(place, row, devices, at)]
    if problems or dry_run or not rows:
        return Recalled(len(rows), 0, problems)
    columns = list(
        zip(
            *(
                (
                    row.id,
                    devices[row.device],
                    row.rule,
                    row.condition,
                    row.severity,
                    row.value,
                    row.raised_at,
                    row.resolved_at,
                    row.verdict,
                    row.judged_at or row.resolved_at,
                )
                for row in {row.id: row for row in rows}.values()
            ),
            strict=True,
        )
    )
    recalled = await store.recall(tx, columns, actor.id)
    note_verdicts(tx, [Verdict(one["device_id"], one["verdict"], one["judged_at"]) for one in recalled])
    tx.origin = "history"
    await _tell(tx, actor, {row.id: row for row in rows}, recalled)
    added = len(recalled)
    access.audit(tx, actor, "alarms.recall", "alarm", uuid7(tx.at), at, {"rows": len(rows), "added": added})
    return Recalled(len(rows), added, [])


async def _tell(tx: Tx, actor: Actor, rows: Mapping[UUID, OldAlarm], recalled: Sequence[Mapping[str, Any]]) -> None:
    """Record what happened then: each alarm began, ended and was judged at its own times."""
    devices = await store.devices_of(tx, sorted({one["device_id"] for one in recalled}))
    for one in recalled:
        row, device = rows[one["alarm_id"]], devices[one["device_id"]]
        named = (row.id, one["device_id"], one["class_code"])
        place, unit = one["jurisdiction_id"], device["organisation_id"]
        metric = device["metric"] or ""
        raised = AlarmRaised(*named, metric, row.rule, row.condition, row.severity, place, unit, row.value)
        await ledger.record(tx, raised, at=row.raised_at, actor=actor.id)
        resolved = AlarmResolved(*named, row.rule, row.condition, row.severity, place)
        await ledger.record(tx, resolved, at=row.resolved_at, actor=actor.id)
        judged = AlarmJudged(*named, row.rule, row.condition, place, row.verdict)
        await ledger.record(tx, judged, at=one["judged_at"], actor=actor.id)


def _faults(place: int, row: OldAlarm, devices: dict[str, UUID], at: datetime) -> list[Wrong]:
    found = []
    if row.device not in devices:
        found.append(Wrong(place, "device", "There is no such device in the registry."))
    if row.verdict not in VERDICTS:
        found.append(Wrong(place, "verdict", f"The verdict is one of {', '.join(VERDICTS)}."))
    if not row.raised_at <= row.resolved_at <= at:
        found.append(Wrong(place, "resolved_at", "It ended after it began, and not later than now."))
    return found
