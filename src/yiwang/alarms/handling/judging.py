"""研判: a person's verdict on alarms; the counts of rule, class and device follow in the same statement."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.alarms.handling.facts import AlarmJudged
from yiwang.alarms.handling.listing import seen_by
from yiwang.alarms.handling.model import VERDICTS, Tally
from yiwang.alarms.handling.store import alarms
from yiwang.alarms.handling.store import verdicts as store
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db import Tx
from yiwang.sensing.upkeep import Verdict, note_verdicts

FIGURES = ("rule", "class", "device")
_TOLD = tuple(one.name for one in fields(AlarmJudged))


async def judge(
    tx: Tx, actor: Actor, ids: Sequence[UUID], verdict: str, *, at: datetime, text: str = "", known: bool = False
) -> int:
    """Write a verdict on alarms; the same again changes nothing, another one replaces it. Return how many changed.

    `NotFound` when one of them is not the actor's to judge; `known` says that the caller has asked that already.
    """
    if verdict not in VERDICTS:
        raise Invalid("verdict", f"The verdict is one of {', '.join(VERDICTS)}.")
    if len(text) > 1000:
        raise Invalid("text", "At most 1000 characters.")
    held = await alarms.hold(tx, ids, ("TRUE", ()) if known else seen_by(actor, "alarms.judge"))
    if not known and len(held) != len(set(ids)):
        raise NotFound("There is no such alarm among those you may judge.")
    changed = await store.judge(tx, held, verdict, actor.id, at)
    note_verdicts(tx, [_noted(row) for row in changed])
    for row in changed:
        line = " ".join(part for part in (VERDICTS[verdict][0], text.strip()) if part)
        if len(changed) == 1:  # a storm's devices have the verdict, and no line each
            alarms.add_line(tx, row["alarm_id"], "verdict", at, (actor.id, actor.name), line)
        await ledger.record(tx, AlarmJudged(**{name: row[name] for name in _TOLD}), at=at, actor=actor.id)
    if changed:
        detail = {"verdict": verdict, "alarms": len(changed)}
        access.audit(tx, actor, "alarms.judge", "alarm", changed[0]["alarm_id"], at, detail)
    return len(changed)


def _noted(row: dict[str, Any]) -> Verdict:
    before = (row["before"], row["before_at"]) if row["before"] else None
    return Verdict(row["device_id"], row["verdict"], row["judged_at"], before)


async def tallies(tx: Tx, kind: str, keys: Sequence[str]) -> dict[str, Tally]:
    """Return the kept counts of these keys ("rule/condition", class, device) to a room that decides by them."""
    found = await store.tallies(tx, kind, keys) if keys else {}
    return {key: found.get(key, Tally(kind, key)) for key in keys}


async def figures(
    tx: Tx,
    actor: Actor,
    kind: str,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    cursor: str | None = None,
    limit: int = 100,
) -> Page[Tally]:
    """Return the precision by rule, class or device, of the actor's part of the city, by key."""
    if kind not in FIGURES:
        raise Invalid("by", f"By one of {', '.join(FIGURES)}.")
    scope = actor.scope("alarms.read")
    after = str(decode_cursor(cursor, 1)[0]) if cursor else None
    most = checked_limit(limit) + 1
    if scope.everything and since is None and until is None:
        found = await store.kept_counts(tx, kind, after, most)
    else:
        owned, params = access.within(scope, "v.jurisdiction_id", "d.organisation_id")
        kept, more = access.within(scope, "v.jurisdiction_id", "d.maintainer_id")
        where, values = f"({owned} OR {kept})", [*params, *more]
        found = await store.counts_within(tx, kind, where, values, since=since, until=until, after=after, limit=most)
    further, found = len(found) > limit, found[:limit]
    return Page(found, encode_cursor(found[-1].key) if further else None)
