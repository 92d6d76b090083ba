"""From the log to webhooks: each subscription follows the facts it asked for, inside its part of the city."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Grant, Scope
from yiwang.db import Database, Tx
from yiwang.ledger import Recorded
from yiwang.notices.kernels import WEBHOOK_PATIENCE
from yiwang.notices.store import outbox
from yiwang.notices.store import webhooks as store

BATCH = 500
# A target that is away this many messages behind is not written more for: its cursor waits instead.
MOST_WAITING = 2000
STRIDE = 1000
_LAST_SEQ = 2**63 - 1
# Words that people wrote never leave: of texts only ids, times and these codes of ours do.
_CODES = frozenset(
    {
        *("number", "matter_code", "major", "channel", "code", "level", "kind", "state", "stage", "urgency", "verdict"),
        *("measure", "unit", "mode", "outcome", "label"),
    }
)
# (jurisdiction, unit) of what each fact tells of, in order; None where it belongs to no place
Placing = Callable[[Tx, Sequence[Recorded]], Awaitable[list[tuple[UUID | None, UUID | None] | None]]]


class WebhookFollower:
    """A follower of the log (see `ledger.listen`) that writes webhooks into the outbox, each fact once.

    `placing` says where facts belong; app hands it in, for the rooms above know.
    """

    name = "webhooks"

    def __init__(self, placing: Placing) -> None:
        self._placing = placing

    async def run_once(self, database: Database) -> int:
        """Pass one batch of each active subscription; return how many facts were passed."""
        async with database.tx() as tx:
            subscriptions = await store.active(tx)
        passed = 0
        for subscription in subscriptions:
            async with database.tx() as tx:
                passed += await self._pass(tx, subscription)
        return passed

    async def _pass(self, tx: Tx, subscription: UUID) -> int:
        found = await store.lock_active(tx, subscription)
        if found is None or await outbox.waiting_on(tx, f"webhook:{subscription}", MOST_WAITING) >= MOST_WAITING:
            return 0
        position = (found["xid"], found["seq"])
        # The horizon is taken before the read: whatever lies below it was in sight of the read.
        horizon = await store.horizon(tx)
        facts = await ledger.read(tx, position, types=found["types"], limit=BATCH)
        bodies = [(str(fact.id), {"body": body_of(fact)}) for fact in await self._inside(tx, found, facts)]
        if bodies:
            outbox.insert_webhooks(tx, subscription, bodies, tx.at + WEBHOOK_PATIENCE)
        reached = (facts[-1].xid, facts[-1].seq) if facts else position
        if len(facts) < BATCH and horizon - reached[0] > STRIDE:
            reached = (horizon - 1, _LAST_SEQ)
        if reached != position:
            store.move(tx, subscription, *reached)
        return len(facts)

    async def _inside(self, tx: Tx, found: dict[str, Any], facts: list[Recorded]) -> list[Recorded]:
        """Those of the facts that lie in the subscription's part of the city; of a drill and a replay none."""
        live = [fact for fact in facts if fact.origin == "live" and not fact.drill]
        if not live:
            return []
        grant = Grant("webhook", found["jurisdiction"], found["organisation"])
        if grant.everywhere:
            return live
        scope = Scope("webhook", False, (grant,))
        seen: dict[tuple[UUID | None, UUID | None], bool] = {}
        inside: list[Recorded] = []
        for fact, place in zip(live, await self._placing(tx, live), strict=True):
            if place is None:
                continue
            if place not in seen:
                seen[place] = await access.may_see(tx, scope, *place)
            if seen[place]:
                inside.append(fact)
        return inside


def body_of(fact: Recorded) -> dict[str, Any]:
    """Return what a webhook carries of a fact: type, moment, subject, and those fields that cannot name a person."""
    return {
        "type": fact.type,
        "version": fact.version,
        "timestamp": fact.time.isoformat(),
        "platform": fact.platform,
        "fact": str(fact.id),
        "subject": str(fact.subject),
        "data": {name: value for name, value in fact.data.items() if _plain(name, value)},
    }


def _plain(name: str, value: Any) -> bool:
    if value is None or isinstance(value, bool | int | float):
        return True
    if isinstance(value, list):
        return all(_plain(name, each) for each in value)
    return isinstance(value, str) and (name in _CODES or _is_id(value) or _is_time(value))


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return len(text) == 36


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
