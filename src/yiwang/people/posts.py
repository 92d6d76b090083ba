"""Posts, the staff appointed to them, and their telephone numbers."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.people import store
from yiwang.people.model import (
    ORGANISATION_KINDS,
    ImportReport,
    Post,
    PostRow,
    StaffRow,
    complaints_of_posts,
    masked,
)
from yiwang.people.organisations import initials_of, may_write

PostKey = tuple[str, str]  # (code of the organisation, code of the post)


async def import_posts(
    tx: Tx, actor: Actor, rows: Sequence[PostRow], at: datetime, *, dry_run: bool = False
) -> ImportReport:
    """Make the posts that are not there and bring the others up to date; ids come under "organisation/post"."""
    may_write(actor)
    organisations = await store.organisations_by_code(tx, {row.organisation_code for row in rows})
    complaints = complaints_of_posts(rows, organisations)
    if complaints or dry_run:
        return ImportReport(len(rows), complaints=tuple(complaints))
    units = [organisation.id for organisation in organisations.values()]
    known = await store.post_ids(tx, units)
    ids: dict[str, UUID] = {}
    for row in rows:
        unit = organisations[row.organisation_code]
        row_id = known.get((unit.id, row.code)) or uuid7(tx.at)
        ids[f"{row.organisation_code}/{row.code}"] = row_id
        hours = row.hours or ORGANISATION_KINDS[unit.kind][2]
        values = (row.code, row.name, initials_of(row.name), hours)
        store.put_post(tx, row_id, unit.id, values, row.weekly, row.zone, row.urgent, at)
        store.put_phones(tx, unit.id, row_id, row.phones, at)
        access.audit(tx, actor, "people.post.write", "post", row_id, at, {"code": row.code})
    return ImportReport(len(rows), ids)


async def ensure_posts(tx: Tx, actor: Actor, rows: Sequence[PostRow], at: datetime) -> dict[PostKey, UUID]:
    """Like `import_posts`, for callers that have checked their rows; return the ids by (organisation, post) code."""
    report = await import_posts(tx, actor, rows, at)
    if report.complaints:
        first = report.complaints[0]
        raise Invalid(f"rows.{first.row}.{first.field}", first.detail)
    return {(row.organisation_code, row.code): report.ids[f"{row.organisation_code}/{row.code}"] for row in rows}


async def ensure_staff(
    tx: Tx, actor: Actor, rows: Sequence[StaffRow], at: datetime, *, keyring: Keyring
) -> dict[str, UUID]:
    """Make members of staff, or bring them up to date by their number; their posts are those named, no others."""
    may_write(actor)
    posts = await _posts_named(tx, rows)
    known = await store.staff_by_number(tx, {row.number for row in rows})
    ids = {row.number: known.get(row.number) or uuid7(tx.at) for row in rows}
    for row in rows:
        row_id = ids[row.number]
        mobile = (
            (await access.seal_for(tx, keyring, row_id, row.mobile.encode()), masked(row.mobile))
            if row.mobile
            else None
        )
        store.put_staff(tx, row_id, (row.number, row.name, initials_of(row.name), row.account_id), mobile, at)
        store.put_appointments(tx, row_id, [posts[key] for key in row.posts], at)
        access.audit(tx, actor, "people.staff.write", "staff", row_id, at)
    return ids


async def reveal_mobile(tx: Tx, actor: Actor, staff_id: UUID, reason: str, at: datetime, *, keyring: Keyring) -> str:
    """Return a person's full mobile number; the look and its reason go into the audit trail."""
    where, params = access.within(actor.scope("personal.reveal"), jurisdiction="o.jurisdiction_id", organisation="o.id")
    if not reason.strip():
        raise Invalid("reason", "Say why the full number is needed.")
    sealed = await store.sealed_mobile(tx, staff_id, where, params)
    if sealed is None:
        raise NotFound("There is no mobile number of this person.")
    access.audit(tx, actor, "people.mobile.reveal", "staff", staff_id, at, {"reason": reason})
    return (await access.unseal_for(tx, keyring, staff_id, sealed)).decode()


async def posts_of(tx: Tx, unit: UUID, at: datetime) -> list[Post]:
    """Return the posts of a unit that are valid at `at`."""
    return await store.posts_of(tx, [unit], at)


async def _posts_named(tx: Tx, rows: Sequence[StaffRow]) -> dict[PostKey, UUID]:
    organisations = await store.organisations_by_code(tx, {code for row in rows for code, _ in row.posts})
    codes = {organisation.id: code for code, organisation in organisations.items()}
    found = {(codes[unit], code): post for (unit, code), post in (await store.post_ids(tx, codes)).items()}
    for number, row in enumerate(rows, 1):
        for key in row.posts:
            if key not in found:
                raise Invalid(f"rows.{number}.posts", f"There is no post {key[1]} in organisation {key[0]}.")
    return found
