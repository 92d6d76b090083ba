"""Verdicts on alarms of a device, as they come from the room above: what misreport rates are reckoned from."""

from datetime import UTC, datetime
from uuid import UUID

from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.sensing.upkeep import store
from yiwang.sensing.upkeep.model import VERDICTS


def note_verdict(
    tx: Tx, device_id: UUID, verdict: str, *, at: datetime, before: tuple[str, datetime] | None = None
) -> None:
    """Count a verdict (true, false, test, fault) on an alarm of a device; `before` is the one it takes the place of.

    Queued: it travels with the caller's commit. The caller has checked who judges.
    """
    for one in (verdict, *(before or ())[:1]):
        if one not in VERDICTS:
            raise Invalid("verdict", f"A verdict is one of {', '.join(VERDICTS)}.")
    if before:
        store.add_verdict(tx, device_id, before[1].astimezone(UTC).date(), before[0], -1)
    store.add_verdict(tx, device_id, at.astimezone(UTC).date(), verdict, 1)
