"""Verdicts on alarms of devices, as they come from the room above: what misreport rates are reckoned from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.sensing.upkeep import store
from yiwang.sensing.upkeep.model import VERDICTS


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an alarm of a device was found to be (true, false, test, fault); `before` is the verdict it replaces."""

    device: UUID
    verdict: str
    at: datetime
    before: tuple[str, datetime] | None = None


def note_verdicts(tx: Tx, given: Sequence[Verdict]) -> None:
    """Count verdicts by device and UTC day. Queued: it travels with the caller's commit, who has checked who judges."""
    steps = [(one.device, one.at.astimezone(UTC).date(), one.verdict, 1) for one in given]
    steps += [(one.device, one.before[1].astimezone(UTC).date(), one.before[0], -1) for one in given if one.before]
    if any(verdict not in VERDICTS for _, _, verdict, _ in steps):
        raise Invalid("verdict", f"A verdict is one of {', '.join(VERDICTS)}.")
    if steps:
        store.add_verdicts(tx, steps)
