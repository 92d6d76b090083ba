"""Looking at alarms: pages by what is sought, groups, one with its lines and the span of its chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, LiteralString
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.alarms.handling import holding
from yiwang.alarms.handling.model import SEVERITIES, Alarm, Suppressed
from yiwang.alarms.handling.store import alarms as store
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db import Tx

RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES, 1)}
# How much of the metric is shown around an alarm.
BEFORE, AFTER = timedelta(hours=2), timedelta(hours=1)


@dataclass(frozen=True)
class Seen:
    """An alarm, and what holds it back for now."""

    alarm: Alarm
    suppressed: Suppressed | None


@dataclass(frozen=True)
class Span:
    """The stretch of a device's metric that shows an alarm; `GET /api/devices/{device_id}/chart` draws it."""

    device_id: UUID
    metric: str
    since: datetime
    until: datetime


@dataclass(frozen=True)
class Detail:
    """One alarm with everything that was done with it."""

    seen: Seen
    span: Span | None
    lines: Sequence[dict[str, Any]]
    others: Sequence[Alarm]


def seen_by(actor: Actor, permission: str = "alarms.read") -> tuple[LiteralString, list[Any]]:
    """Return the condition that limits alarms to the actor's places, and to devices their unit owns or maintains."""
    scope = actor.scope(permission)
    owned, params = access.within(scope, "a.jurisdiction_id", "a.organisation_id")
    kept, more = access.within(scope, "a.jurisdiction_id", "d.maintainer_id")
    return f"({owned} OR {kept})", [*params, *more]


async def page(
    tx: Tx,
    actor: Actor,
    sought: Mapping[str, Any],
    *,
    at: datetime,
    sort: str = "newest",
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Seen]:
    """Return alarms in the actor's scope. `sought`: see `store._EQUAL`; None is not sought."""
    if sort not in store.ORDERS:
        raise Invalid("sort", f"Sort by one of {', '.join(store.ORDERS)}.")
    after = _after(cursor) if cursor else None
    found = await store.page(tx, seen_by(actor), sought, sort, after, checked_limit(limit) + 1)
    more, found = len(found) > limit, found[:limit]
    standing = [alarm.id for alarm in found if alarm.state != "resolved"]
    held = await holding.suppressed(tx, standing, at) if standing else {}
    last = found[-1] if found else None
    following = encode_cursor(RANKS[last.severity], last.raised_at.isoformat(), str(last.id)) if last and more else None
    return Page([Seen(alarm, held.get(alarm.id)) for alarm in found], following)


async def groups(
    tx: Tx, actor: Actor, sought: Mapping[str, Any], by: str, *, limit: int = 100
) -> Sequence[dict[str, Any]]:
    """Return alarms in the actor's scope counted by a label."""
    if by not in store.GROUPS:
        raise Invalid("by", f"Group by one of {', '.join(store.GROUPS)}.")
    return await store.grouped(tx, seen_by(actor), sought, by, checked_limit(limit))


async def see(tx: Tx, actor: Actor, alarm_id: UUID, permission: str = "alarms.read", *, hold: bool = False) -> Alarm:
    """Return one alarm in the actor's scope; `NotFound` when it is not there or not theirs to see."""
    alarm = await store.one(tx, alarm_id, seen_by(actor, permission), hold=hold)
    if alarm is None:
        raise NotFound("There is no such alarm among those you may see.")
    return alarm


async def detail(tx: Tx, actor: Actor, alarm_id: UUID, *, at: datetime) -> Detail:
    """Return one alarm with its lines, the span of its chart, and what else stands at its device."""
    alarm = await see(tx, actor, alarm_id)
    held = await holding.suppressed(tx, [alarm_id], at) if alarm.state != "resolved" else {}
    sought = {"device_id": alarm.device_id, "standing": True}
    others = await store.page(tx, seen_by(actor), sought, "newest", None, 20)
    return Detail(
        Seen(alarm, held.get(alarm_id)),
        span_of(alarm, at),
        await store.lines(tx, alarm_id),
        [one for one in others if one.id != alarm_id],
    )


def span_of(alarm: Alarm, at: datetime) -> Span | None:
    """Return what of the readings shows an alarm: from a while before it until a while after its end, or until now."""
    if not alarm.metric:
        return None
    until = min(at, (alarm.resolved_at or at) + AFTER)
    return Span(alarm.device_id, alarm.metric, alarm.raised_at - BEFORE, max(until, alarm.raised_at + BEFORE / 120))


async def of_ids(tx: Tx, ids: Sequence[UUID]) -> list[Alarm]:
    """Return these alarms to a room that holds their ids; no scope is looked at."""
    return await store.of_ids(tx, ids) if ids else []


def moment_and_id(cursor: str) -> tuple[str, str]:
    """Return the keys of a cursor that holds a moment and an id; `Invalid` when it does not."""
    at, last = decode_cursor(cursor, 2)
    try:
        return datetime.fromisoformat(str(at)).isoformat(), str(UUID(str(last)))
    except ValueError:
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.") from None


def _after(cursor: str) -> tuple[int, str, str]:
    rank, at, last = decode_cursor(cursor, 3)
    try:
        return int(rank or 0), datetime.fromisoformat(str(at)).isoformat(), str(UUID(str(last)))
    except ValueError:
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.") from None
