"""Organisations: made, brought up to date, ended and found."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pypinyin import Style, lazy_pinyin

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import checked_limit
from yiwang.db import Tx
from yiwang.people import store
from yiwang.people.facts import OrganisationAdded, OrganisationChanged, OrganisationEnded
from yiwang.people.model import (
    ImportReport,
    Organisation,
    OrganisationRow,
    complaints_of_organisations,
    parents_first,
)


def initials_of(name: str) -> str:
    """Return the first letters of the words of a name in pinyin, lower case: 曹杨新村街道 → cyxcjd."""
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()


def may_write(actor: Actor) -> None:
    """Refuse whoever may not change organisations everywhere: an import reaches the whole tree."""
    if not actor.scope("people.write").everything:
        raise Forbidden("Organisations and posts are changed by a data administrator of the whole platform.")


async def import_organisations(
    tx: Tx, actor: Actor, rows: Sequence[OrganisationRow], at: datetime, *, dry_run: bool = False
) -> ImportReport:
    """Make the organisations that are not there and bring the others up to date; all or, with complaints, none.

    Rows are found again by their code, so the same import twice changes nothing the second time.
    """
    may_write(actor)
    wanted = {row.code for row in rows} | {row.parent_code for row in rows if row.parent_code}
    known = await store.organisations_by_code(tx, wanted)
    complaints = complaints_of_organisations(rows, known)
    if complaints or dry_run:
        return ImportReport(len(rows), complaints=tuple(complaints))
    ids = {code: organisation.id for code, organisation in known.items()}
    ids |= {row.code: uuid7(tx.at) for row in rows if row.code not in ids}
    ordered = parents_first(rows)
    new = [row for row in ordered if row.code not in known]
    await access.add_nodes(tx, [(ids[row.code], _parent(row, ids), "organisation") for row in new], at)
    for row in ordered:
        await _write(tx, actor, row, ids, known.get(row.code), at)
    return ImportReport(len(rows), {row.code: ids[row.code] for row in rows})


async def ensure_organisations(tx: Tx, actor: Actor, rows: Sequence[OrganisationRow], at: datetime) -> dict[str, UUID]:
    """Like `import_organisations`, for callers that have checked their rows; return the ids by code."""
    report = await import_organisations(tx, actor, rows, at)
    if report.complaints:
        first = report.complaints[0]
        raise Invalid(f"rows.{first.row}.{first.field}", first.detail)
    return report.ids


async def end_organisation(tx: Tx, actor: Actor, organisation_id: UUID, at: datetime) -> None:
    """End an organisation from `at` on; what it did stays."""
    may_write(actor)
    if await store.end_organisation(tx, organisation_id, at) != 1:
        raise Conflict("There is no such organisation, or it has ended already.")
    access.audit(tx, actor, "people.organisation.end", "organisation", organisation_id, at)
    await ledger.record(tx, OrganisationEnded(organisation_id), at=at, actor=actor.id)


async def find_organisations(
    tx: Tx, actor: Actor, *, words: str = "", kind: str | None = None, parent: UUID | None = None, at: datetime,
    limit: int = 50,
) -> list[Organisation]:  # fmt: skip
    """Return organisations in the actor's scope by name, code or pinyin initials."""
    # Whoever gives roles over a part of the tree has to find the part.
    permission = "people.read" if actor.may("people.read") or not actor.may("grants.manage") else "grants.manage"
    where, params = access.within(actor.scope(permission), jurisdiction="o.jurisdiction_id", organisation="o.id")
    return await store.find_organisations(tx, words, kind, parent, at, where, params, checked_limit(limit))


async def organisation(tx: Tx, actor: Actor, organisation_id: UUID) -> Organisation:
    """Return one organisation in the actor's scope."""
    where, params = access.within(actor.scope("people.read"), jurisdiction="o.jurisdiction_id", organisation="o.id")
    found = await store.organisation_by_id(tx, organisation_id, where, params)
    if found is None:
        raise NotFound("There is no such organisation.")
    return found


def _parent(row: OrganisationRow, ids: dict[str, UUID]) -> UUID | None:
    return ids[row.parent_code] if row.parent_code else None


async def _write(
    tx: Tx, actor: Actor, row: OrganisationRow, ids: dict[str, UUID], before: Organisation | None, at: datetime
) -> None:
    row_id, parent = ids[row.code], _parent(row, ids)
    short_name = row.short_name or row.name
    if before and _same(before, row, short_name, parent):
        return
    initials = row.initials or initials_of(row.name)
    store.put_organisation(
        tx, row_id, (row.code, row.kind, row.name, short_name, initials, parent, row.jurisdiction_id), at
    )
    if row.phones:
        store.put_phones(tx, row_id, None, row.phones, at)
    if before and before.parent_id != parent:
        await access.move_node(tx, row_id, parent, at)
    fact = OrganisationChanged if before else OrganisationAdded
    await ledger.record(tx, fact(row_id, row.kind, parent, row.jurisdiction_id), at=at, actor=actor.id)
    access.audit(tx, actor, "people.organisation.write", "organisation", row_id, at, {"code": row.code})


def _same(before: Organisation, row: OrganisationRow, short_name: str, parent: UUID | None) -> bool:
    kept = (before.kind, before.name, before.short_name, before.parent_id, before.jurisdiction_id, before.valid_to)
    return not row.phones and kept == (row.kind, row.name, short_name, parent, row.jurisdiction_id, None)
