"""Silences, maintenance windows and announced drills: made with an end and a reason, ended early, listed."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any, LiteralString
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor, platform_actor
from yiwang.alarms.handling.facts import SilenceEnded, SilenceMade
from yiwang.alarms.handling.listing import moment_and_id
from yiwang.alarms.handling.model import KINDS, Labels, Silence
from yiwang.alarms.handling.store import silences as store
from yiwang.alarms.handling.store import verdicts
from yiwang.alarms.store import contexts
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import Page, checked_limit, encode_cursor
from yiwang.db import Tx
from yiwang.ledger import Timer

END_TIMER = "alarms.silence"
LONGEST = timedelta(days=366)
KEEPER = platform_actor("silences")


async def silence(
    tx: Tx,
    actor: Actor,
    labels: Labels,
    *,
    kind: str = "silence",
    starts_at: datetime,
    ends_at: datetime,
    reason: str,
    at: datetime,
) -> tuple[Silence, int]:
    """Announce a silence; return it with how many standing alarms match.

    Refused without a label, a reason or an end. A drill needs a place or a device: it may not quiet the whole city.
    """
    await _may(tx, actor, labels)
    _check(labels, kind, starts_at, ends_at, reason, at)
    made = Silence(
        id=uuid7(tx.at),
        kind=kind,
        **asdict(labels),
        starts_at=starts_at,
        ends_at=ends_at,
        reason=reason.strip(),
        made_by=actor.id,
        made_name=actor.name,
        made_at=at,
        ended_early=False,
    )
    store.insert(tx, made)
    ledger.set_timer(tx, END_TIMER, made.id, ends_at, {})
    access.audit(tx, actor, "alarms.silence", "silence", made.id, at, {"kind": kind, "reason": made.reason})
    await _tell(tx, actor, made, at)
    return made, await store.count_matching(tx, made)


async def change(tx: Tx, actor: Actor, silence_id: UUID, *, ends_at: datetime, reason: str, at: datetime) -> Silence:
    """Give a silence that is not over another end and reason; what it matches stays."""
    found = await _own(tx, actor, silence_id)
    _check(_labels(found), found.kind, found.starts_at, ends_at, reason, at)
    if not await store.change(tx, silence_id, ends_at, reason.strip(), at):
        raise Conflict("This silence is over already: make a new one.")
    ledger.set_timer(tx, END_TIMER, silence_id, ends_at, {})
    detail = {"before": found.ends_at.isoformat(), "ends_at": ends_at.isoformat(), "reason": reason.strip()}
    access.audit(tx, actor, "alarms.change_silence", "silence", silence_id, at, detail)
    changed = replace(found, ends_at=ends_at, reason=reason.strip())
    await _tell(tx, actor, changed, at)
    return changed


async def end(tx: Tx, actor: Actor, silence_id: UUID, *, at: datetime, reason: str = "") -> Silence:
    """End a silence now: what still fires under it becomes what it would have become."""
    found = await _own(tx, actor, silence_id)
    if not await store.end(tx, silence_id, at, actor.name, reason.strip()):
        raise Conflict("This silence is over already.")
    ledger.cancel_timer(tx, silence_id, END_TIMER)
    access.audit(tx, actor, "alarms.end_silence", "silence", silence_id, at, {"reason": reason.strip()})
    await ledger.record(tx, SilenceEnded(silence_id, found.kind, early=True), at=at, actor=actor.id)
    return await see(tx, actor, silence_id)


async def ran_out(tx: Tx, timer: Timer) -> None:
    """The time of a silence is over: say so in the log."""
    found = await store.one(tx, timer.subject, "TRUE", ())
    if found is not None and not found.ended_early:
        fact = SilenceEnded(found.id, found.kind, early=False)
        await ledger.record(tx, fact, at=timer.due, actor=KEEPER.id)


async def see(tx: Tx, actor: Actor, silence_id: UUID) -> Silence:
    """Return a silence that touches the actor's part of the city."""
    found = await store.one(tx, silence_id, *_seen_by(actor))
    if found is None:
        raise NotFound("There is no such silence among those you may see.")
    return found


async def page(
    tx: Tx,
    actor: Actor,
    *,
    at: datetime,
    kind: str | None = None,
    state: str | None = None,
    words: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Silence]:
    """Return silences, those that end last first; `words` stand in the reason, a label, a device or who made it."""
    after = moment_and_id(cursor) if cursor else None
    where, params = _seen_by(actor)
    found = await store.page(
        tx,
        where,
        params,
        kind=kind,
        state=state,
        words=words,
        at=at,
        after=after,
        limit=checked_limit(limit) + 1,
    )
    more, found = len(found) > limit, found[:limit]
    return Page(found, encode_cursor(found[-1].ends_at.isoformat(), str(found[-1].id)) if more else None)


async def device_names(tx: Tx, ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return what devices are called, for whoever may see what was said of them."""
    known = {one for one in ids if one is not None}
    return await contexts.device_names(tx, list(known)) if known else {}


async def _own(tx: Tx, actor: Actor, silence_id: UUID) -> Silence:
    """Return a silence that the actor may change."""
    actor.scope("alarms.silence")
    found = await see(tx, actor, silence_id)
    await _may(tx, actor, _labels(found))
    return found


def _labels(found: Silence) -> Labels:
    return Labels(**{name: getattr(found, name) for name in Labels.__dataclass_fields__})


async def _tell(tx: Tx, actor: Actor, one: Silence, at: datetime) -> None:
    fact = SilenceMade(
        one.id,
        one.kind,
        one.rule,
        one.condition,
        one.class_code,
        one.device_id,
        one.jurisdiction_id,
        one.starts_at.isoformat(),
        one.ends_at.isoformat(),
    )
    await ledger.record(tx, fact, at=at, actor=actor.id)


def _seen_by(actor: Actor) -> tuple[LiteralString, list[Any]]:
    """Return the condition: what holds for the whole city is seen by all who see alarms."""
    scope = actor.scope("alarms.read")
    placed, params = access.within(scope, "s.jurisdiction_id", "s.maintainer_id")
    owned, more = access.within(scope, "d.jurisdiction_id", "d.organisation_id")
    kept, again = access.within(scope, "d.jurisdiction_id", "d.maintainer_id")
    return (
        f"""(num_nonnulls(s.jurisdiction_id, s.maintainer_id, s.device_id) = 0 OR {placed}
            OR EXISTS (SELECT FROM sensing.device d WHERE d.id = s.device_id AND ({owned} OR {kept})))""",
        [*params, *more, *again],
    )


async def _may(tx: Tx, actor: Actor, labels: Labels) -> None:
    """Refuse a silence that reaches beyond the actor's part of the city."""
    scope = actor.scope("alarms.silence")
    if scope.everything:
        return
    if labels.device_id is not None:
        owned, params = access.within(scope, "d.jurisdiction_id", "d.organisation_id")
        kept, more = access.within(scope, "d.jurisdiction_id", "d.maintainer_id")
        allowed = bool(await verdicts.devices(tx, [labels.device_id], f"({owned} OR {kept})", [*params, *more]))
    elif labels.jurisdiction_id is None and labels.maintainer_id is None:
        raise Invalid("jurisdiction_id", "Say where: your role reaches a part of the city only.")
    else:
        allowed = await access.may_see(tx, scope, labels.jurisdiction_id, labels.maintainer_id)
    if not allowed:
        raise Forbidden("This lies outside the part of the city that you answer for.")


def _check(labels: Labels, kind: str, starts_at: datetime, ends_at: datetime, reason: str, at: datetime) -> None:
    if kind not in KINDS:
        raise Invalid("kind", f"The kind is one of {', '.join(KINDS)}.")
    if all(value is None for value in asdict(labels).values()):
        raise Invalid("labels", "Say which alarms: a rule, a class, a device, a jurisdiction or a maintainer.")
    if labels.condition is not None and labels.rule is None:
        raise Invalid("rule", "A condition belongs to a rule: name it too.")
    if kind == "drill" and labels.jurisdiction_id is None and labels.device_id is None:
        raise Invalid("jurisdiction_id", "A drill is announced for a place or a device.")
    if ends_at <= starts_at or ends_at <= at:
        raise Invalid("ends_at", "It has to end after it begins, and later than now.")
    if ends_at - starts_at > LONGEST:
        raise Invalid("ends_at", f"It may last {LONGEST.days} days at most.")
    if not 1 <= len(reason.strip()) <= 500:
        raise Invalid("reason", "Say why in 1 to 500 characters; everyone who asks why an alarm is quiet reads it.")
