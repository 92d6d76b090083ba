"""Which alarms become nothing for now: held back by a silence, a maintenance window, a drill or another alarm."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from yiwang import definitions
from yiwang.alarms.handling.model import INHIBITION, Suppressed
from yiwang.alarms.handling.store import silences as store
from yiwang.db import Tx


async def suppressed(tx: Tx, ids: Sequence[UUID], at: datetime) -> dict[UUID, Suppressed]:
    """Return what holds these alarms back at a moment, by alarm; those that nothing holds back are not there."""
    if not ids:
        return {}
    inhibitions = [version.body.model_dump() for version in await definitions.as_of(tx, INHIBITION, at)]
    return {one.alarm_id: one for one in await store.suppressed(tx, ids, at, inhibitions)}


async def drilled(tx: Tx, ids: Sequence[UUID]) -> set[UUID]:
    """Return those of these alarms that belong to a drill: nothing is ever made of them."""
    return await store.drilled(tx, ids) if ids else set()
