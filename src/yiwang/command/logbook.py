"""值班日志: what a shift did and heard, entry by entry; callers are sealed, a mistake is corrected by a new entry."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from yiwang import access, ledger
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import checked_limit, moment_and_row
from yiwang.cases.views import listing
from yiwang.command.facts import LogKept
from yiwang.command.model import LOG_KINDS
from yiwang.command.reaching import following, said, unit_of
from yiwang.command.store import logbook as store
from yiwang.db import Tx


@dataclass(frozen=True)
class Entry:
    """What is written down: `forwarded` says to whom a call was passed on; `pending` asks for something to be done."""

    unit: UUID
    kind: str
    text: str
    at: datetime | None = None
    caller: str | None = None
    phone: str | None = None
    forwarded: str = ""
    case: UUID | None = None
    corrects: UUID | None = None
    pending: bool = False


async def keep(tx: Tx, actor: Actor, entry: Entry, *, keyring: Keyring, at: datetime) -> UUID:
    """Write an entry; return its id."""
    unit = await unit_of(tx, actor, "duty.log", entry.unit)
    text = said("text", entry.text, "what happened", 4000)
    if entry.kind not in LOG_KINDS:
        raise Invalid("kind", f"The kind is one of {', '.join(LOG_KINDS)}.")
    moment = entry.at or at
    if not at - timedelta(days=7) <= moment <= at + timedelta(minutes=5):
        raise Invalid("at", "An entry tells of the last seven days.")
    if (entry.caller or entry.phone) and entry.kind != "call":
        raise Invalid("caller", "Only a call has a caller.")
    if entry.case:
        await listing.see(tx, actor, entry.case)
    if entry.corrects:
        before = await one(tx, actor, entry.corrects, permission="duty.log")
        if before["organisation_id"] != unit.id:
            raise Invalid("corrects", "An entry corrects one of the same unit.")
    made = uuid7(tx.at)
    caller = None
    if entry.caller or entry.phone:
        told = msgspec.json.encode({"name": entry.caller, "phone": entry.phone})
        caller = access.seal_new(tx, keyring, made, told)
    values: dict[str, Any] = {
        "id": made,
        "organisation_id": unit.id,
        "jurisdiction_id": unit.jurisdiction_id,
        "kind": entry.kind,
    }
    values |= {"at": moment, "text": text, "caller": caller, "forwarded": entry.forwarded.strip()}
    values |= {"case_id": entry.case, "corrects": entry.corrects, "pending": entry.pending}
    store.insert(tx, {**values, "by": actor.id, "by_name": actor.name})
    await ledger.record(tx, LogKept(made, unit.id, entry.kind, entry.case), at=moment, actor=actor.id)
    access.audit(tx, actor, "log.keep", "log_entry", made, at)
    return made


async def one(tx: Tx, actor: Actor, entry_id: UUID, *, permission: str = "duty.log") -> dict[str, Any]:
    """Return an entry within the actor's scope."""
    where, params = access.within(actor.scope(permission), "l.jurisdiction_id", "l.organisation_id")
    found = await store.one(tx, entry_id, where, params)
    if found is None:
        raise NotFound("There is no such entry.")
    return found


async def page(
    tx: Tx,
    actor: Actor,
    *,
    unit: UUID | None = None,
    kind: str | None = None,
    pending: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> tuple[list[dict[str, Any]], str | None]:
    """Return entries in the actor's scope, the latest first."""
    where, params = access.within(actor.scope("duty.log"), "l.jurisdiction_id", "l.organisation_id")
    found = await store.page(
        tx,
        where,
        params,
        unit=unit,
        kind=kind,
        pending=pending,
        after=moment_and_row(cursor),
        limit=checked_limit(limit),
    )
    return found, following(found, limit, "at")


async def settle(tx: Tx, actor: Actor, entry_id: UUID, *, at: datetime) -> None:
    """What an entry asked for is done."""
    await one(tx, actor, entry_id)
    if not await store.settle(tx, entry_id, at):
        raise Conflict("This entry asks for nothing, or is settled already.")
    access.audit(tx, actor, "log.settle", "log_entry", entry_id, at)


async def reveal_caller(
    tx: Tx, actor: Actor, entry_id: UUID, *, reason: str | None, keyring: Keyring, at: datetime
) -> dict[str, str | None]:
    """Return a caller in full, for a reason that goes into the audit trail."""
    why = said("reason", reason, "why you need to know; it is kept", 500)
    found = await one(tx, actor, entry_id, permission="personal.reveal")
    if found["caller"] is None:
        raise NotFound("This entry names no caller.")
    opened = await access.unseal_for(tx, keyring, entry_id, bytes(found["caller"]))
    access.audit(tx, actor, "log.reveal", "log_entry", entry_id, at, {"reason": why})
    return msgspec.json.decode(opened, type=dict[str, str | None])
