"""Declaring channels and next doors: what is shipped, a district's own, an import with its dry run, an end."""

from datetime import datetime
from importlib.resources import files

from yiwang import definitions
from yiwang.access import Actor
from yiwang.base.errors import Forbidden
from yiwang.db import Tx
from yiwang.definitions import Body, Draft, Kind, Report
from yiwang.events.channels.model import CHANNEL, NEXT_DOOR, Channel, NextDoor


def shipped_channels() -> list[Channel]:
    """Return the channels that every platform begins with."""
    return _shipped(CHANNEL, "channels.toml")


def shipped_doors() -> list[NextDoor]:
    """Return who answers instead, as every platform begins with it."""
    return _shipped(NEXT_DOOR, "next_doors.toml")


async def publish_shipped(tx: Tx, actor: Actor, *, at: datetime, valid_from: datetime) -> None:
    """Publish what is shipped; again is harmless, and a code that a district has changed keeps the district's."""
    may_declare(actor)
    await _publish_new(tx, actor, CHANNEL, shipped_channels(), at, valid_from)
    await _publish_new(tx, actor, NEXT_DOOR, shipped_doors(), at, valid_from)


async def import_draft(
    tx: Tx,
    actor: Actor,
    kind: Kind[Body],
    draft: Draft[Body],
    *,
    at: datetime,
    valid_from: datetime,
    dry_run: bool = False,
    note: str = "",
) -> Report:
    """Publish a draft as a whole, or with any fault nothing of it; a dry run only reports, field by field."""
    may_declare(actor)
    report = await definitions.dry_run(tx, kind, draft, valid_from=valid_from)
    if report.faults or dry_run:
        return report
    return await definitions.publish(tx, actor, kind, draft.bodies, valid_from=valid_from, at=at, note=note)


async def end(tx: Tx, actor: Actor, kind: Kind[Body], code: str, *, valid_to: datetime, at: datetime) -> None:
    """Take a declaration out of force."""
    may_declare(actor)
    await definitions.end(tx, actor, kind, code, valid_to=valid_to, at=at)


def may_declare(actor: Actor) -> None:
    """Refuse who may not change channels; they are the whole platform's."""
    if not actor.scope("channels.manage").everything:
        raise Forbidden("Channels are the whole platform's; your role reaches only a part of it.")


def may_send(actor: Actor) -> None:
    """Refuse who may neither send by a channel nor declare one."""
    if not actor.may("channels.manage"):
        actor.scope("reports.create")


async def _publish_new(
    tx: Tx, actor: Actor, kind: Kind[Body], bodies: list[Body], at: datetime, valid_from: datetime
) -> None:
    known = {version.code for version in await definitions.history(tx, kind)}
    new = [body for body in bodies if kind.code_of(body) not in known]
    if new:
        await definitions.publish(tx, actor, kind, new, valid_from=valid_from, at=at, note="shipped")


def _shipped(kind: Kind[Body], name: str) -> list[Body]:
    text = (files("yiwang.events.channels") / "data" / name).read_text(encoding="utf-8")
    draft = definitions.read_toml(kind, text)
    if draft.faults:
        raise ValueError(f"{name}: {draft.faults[0]}")
    return draft.bodies
