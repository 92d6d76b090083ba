"""Declaring classes: the 32 that are shipped, a district's own, an import with its dry run, an end."""

from datetime import datetime
from functools import cache
from importlib.resources import files

from yiwang import definitions
from yiwang.access import Actor
from yiwang.base.errors import Forbidden
from yiwang.db import Tx
from yiwang.definitions import Draft, Report
from yiwang.sensing.classes.model import CLASS, DeviceClass


@cache
def shipped() -> tuple[DeviceClass, ...]:
    """Return the classes that every platform begins with."""
    text = (files("yiwang.sensing.classes") / "data" / "classes.toml").read_text(encoding="utf-8")
    draft = definitions.read_toml(CLASS, text)
    if draft.faults:
        raise ValueError(f"classes.toml: {draft.faults[0]}")
    return tuple(draft.bodies)


async def publish_shipped(tx: Tx, actor: Actor, *, at: datetime, valid_from: datetime) -> None:
    """Publish what is shipped; again is harmless, and a class that a district has changed keeps the district's."""
    may_declare(actor)
    known = {version.code for version in await definitions.history(tx, CLASS)}
    new = [body for body in shipped() if body.code not in known]
    if new:
        await definitions.publish(tx, actor, CLASS, new, valid_from=valid_from, at=at, note="shipped")


async def import_draft(
    tx: Tx,
    actor: Actor,
    draft: Draft[DeviceClass],
    *,
    at: datetime,
    valid_from: datetime,
    dry_run: bool = False,
    note: str = "",
) -> Report:
    """Publish a draft as a whole, or with any fault nothing of it; a dry run only reports, field by field."""
    may_declare(actor)
    report = await definitions.dry_run(tx, CLASS, draft, valid_from=valid_from)
    if report.faults or dry_run:
        return report
    return await definitions.publish(tx, actor, CLASS, draft.bodies, valid_from=valid_from, at=at, note=note)


async def end(tx: Tx, actor: Actor, code: str, *, valid_to: datetime, at: datetime) -> None:
    """Take a class out of force: no device is added to it any more."""
    may_declare(actor)
    await definitions.end(tx, actor, CLASS, code, valid_to=valid_to, at=at)


def may_declare(actor: Actor) -> None:
    """Refuse who may not change classes; they are the whole platform's."""
    if not actor.scope("devices.manage").everything:
        raise Forbidden("Classes of devices are the whole platform's; your role reaches only a part of it.")
