"""Asking for a trial, looking how far it is, stopping it."""

from datetime import datetime, timedelta
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.alarms.model.rules import RuleSet
from yiwang.alarms.store import trials as store
from yiwang.alarms.store.trials import Trial
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx

LONGEST = timedelta(days=400)
MOST_WAITING = 20
STOPPED = "stopped"


async def ask(
    tx: Tx,
    actor: Actor,
    rules: RuleSet,
    since: datetime,
    until: datetime,
    *,
    at: datetime,
    jurisdiction: UUID | None = None,
) -> Trial:
    """Have rules tried over the readings of a span, of all devices or those of a jurisdiction and all below it."""
    _may(actor)
    check_span(since, until)
    if not rules.rules:
        raise Invalid("rules", "There is no rule in the set: nothing could be raised.")
    if await store.waiting(tx) >= MOST_WAITING:
        raise Conflict("Too many trials are waiting; stop some of them, or come back later.")
    one = Trial(
        uuid7(tx.at), since, until, jurisdiction, "waiting", 0.0, None, "", actor.id, at, rules.model_dump(mode="json")
    )
    store.insert(tx, one)
    access.audit(tx, actor, "alarms.try", "trial", one.id, at, {"rules": [rule.code for rule in rules.rules]})
    return one


async def trial(tx: Tx, actor: Actor, trial_id: UUID) -> Trial:
    """Return a trial with its result, once it is done."""
    _may(actor)
    found = await store.one(tx, trial_id)
    if found is None:
        raise NotFound("There is no such trial.")
    return found


async def trials(tx: Tx, actor: Actor, *, limit: int = 50) -> list[Trial]:
    """Return the latest trials, without their results."""
    _may(actor)
    return await store.listed(tx, limit)


async def cancel(tx: Tx, actor: Actor, trial_id: UUID, *, at: datetime) -> None:
    """Stop a trial that waits or runs."""
    await trial(tx, actor, trial_id)
    if not await store.fail(tx, trial_id, STOPPED):
        raise Conflict("This trial is over already.")
    access.audit(tx, actor, "alarms.try_stop", "trial", trial_id, at)


def check_span(since: datetime, until: datetime) -> None:
    """Refuse a span that is none, or longer than 400 days."""
    if until <= since:
        raise Invalid("until", "The span has to end after it begins.")
    if until - since > LONGEST:
        raise Invalid("since", "Try at most 400 days at once.")


def _may(actor: Actor) -> None:
    if not actor.scope("alarms.manage").everything:
        raise Forbidden("Alarm rules are the whole platform's; your role reaches only a part of it.")
