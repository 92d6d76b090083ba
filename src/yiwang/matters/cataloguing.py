"""Bringing matters into the catalogue: the national ones, a district's own, an import with its dry run."""

from collections.abc import Sequence
from datetime import datetime

from yiwang import definitions
from yiwang.access import Actor
from yiwang.base.errors import Forbidden, Invalid
from yiwang.db import Tx
from yiwang.definitions import Draft, Fault, Report
from yiwang.matters import standard
from yiwang.matters.model import MATTER, Catalogue, MatterBody, matter_of


async def publish_standard(tx: Tx, actor: Actor, *, at: datetime, valid_from: datetime = standard.IN_FORCE) -> Report:
    """Publish the national catalogue; again is harmless.

    A code that a district has changed since keeps the district's version: what is shipped is only where it begins.
    """
    _may_write(actor)
    known = {version.code for version in await definitions.history(tx, MATTER)}
    bodies = [body for body in standard.national_matters() if body.code not in known]
    note = "GB/T 47678.5-2026"
    return await definitions.publish(tx, actor, MATTER, bodies, valid_from=valid_from, at=at, note=note)


async def ensure_matters(
    tx: Tx, actor: Actor, rows: Sequence[MatterBody], at: datetime, *, valid_from: datetime | None = None
) -> Report:
    """Publish these matters where they are new or differ; the same again changes nothing.

    `valid_from` is `at` unless given: a replay gives the moment of its first row. Raises `Invalid` on the first fault.
    """
    report = await import_matters(tx, actor, Draft(list(rows)), at=at, valid_from=valid_from or at, note="ensure")
    if report.faults:
        fault = report.faults[0]
        raise Invalid(fault.field or "matters", f"{fault.code}: {fault.detail}")
    return report


async def import_matters(
    tx: Tx,
    actor: Actor,
    draft: Draft[MatterBody],
    *,
    at: datetime,
    valid_from: datetime,
    dry_run: bool = False,
    note: str = "",
) -> Report:
    """Publish a draft as a whole, or with any fault nothing of it; a dry run only reports, field by field."""
    _may_write(actor)
    report = await definitions.dry_run(tx, MATTER, draft, valid_from=valid_from)
    report.faults += await _local_faults(tx, draft, valid_from)
    if report.faults or dry_run:
        return report
    return await definitions.publish(tx, actor, MATTER, draft.bodies, valid_from=valid_from, at=at, note=note)


async def end_matter(tx: Tx, actor: Actor, code: str, *, valid_to: datetime, at: datetime) -> None:
    """Take a matter out of force; cases filed under it keep their version."""
    _may_write(actor)
    await definitions.end(tx, actor, MATTER, code, valid_to=valid_to, at=at)


async def load_catalogue(tx: Tx) -> Catalogue:
    """Return every version of every matter, in memory."""
    edition = await definitions.edition(tx, MATTER)
    versions = await definitions.history(tx, MATTER)
    return Catalogue.of(map(matter_of, versions), older=standard.older_events(), version=edition)


async def _local_faults(tx: Tx, draft: Draft[MatterBody], valid_from: datetime) -> list[Fault]:
    """Return what is wrong between a draft and the national codes."""
    national = {body.code for body in standard.national_matters()}
    stood_for = {body.national_code for body in draft.bodies if body.national_code}
    known = {version.code for version in await definitions.as_of(tx, MATTER, valid_from)} if stood_for else set()
    faults = []
    for number, body in enumerate(draft.bodies, 1):
        if body.kind == "local" and body.code in national:
            detail = "This code is a national one; give the local matter a code of its own."
            faults.append(Fault(number, body.code, "code", detail))
        if body.kind != "local" and body.code not in national:
            detail = "The national catalogue has no such code; a matter of your own is of kind local."
            faults.append(Fault(number, body.code, "kind", detail))
        if body.national_code and body.national_code not in known:
            detail = f"The catalogue has no matter {body.national_code} to stand for at {valid_from:%Y-%m-%d}."
            faults.append(Fault(number, body.code, "national_code", detail))
    return faults


def _may_write(actor: Actor) -> None:
    # The catalogue is the whole platform's: a role over one street does not change it for the others.
    if not actor.scope("matters.write").everything:
        raise Forbidden("The catalogue is the whole platform's; your role reaches only a part of it.")
