"""Exports: asked for with a reason, approved by another where they hold personal columns, fetched by the asker."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access.model import Actor
from yiwang.access.privacy.declaring import DataSet, Declared
from yiwang.access.privacy.revealing import checked_reason
from yiwang.access.privacy.store import exports as store
from yiwang.access.trail import audit
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import Page, checked_limit, encode_cursor, moment_and_row
from yiwang.db.tx import Tx

FORMATS = ("csv", "xlsx")
STATES = ("asked", "approved", "refused", "made", "failed", "expired")


async def ask_export(
    tx: Tx,
    actor: Actor,
    declared: Declared,
    data_set: str,
    form: str,
    *,
    columns: Sequence[str] | None = None,
    filters: Mapping[str, Any] | None = None,
    reason: str = "",
    at: datetime,
) -> dict[str, Any]:
    """Ask for rows of a data set. Personal columns are left out unless named; naming one wants a reason and a yes."""
    actor.scope("exports.ask")
    _only_people(actor)
    kind = _data_set(declared, data_set)
    actor.scope(kind.permission)
    if form not in FORMATS:
        raise Invalid("format", f"The format is one of {', '.join(FORMATS)}.")
    chosen = _columns(kind, columns)
    personal = [code for code in chosen if kind.by_code[code].personal]
    if personal or reason.strip():
        reason = checked_reason(reason)
    kept = kind.check(filters or {})
    export_id = uuid7(tx.at)
    number = f"EXP{at:%Y%m%d}{await store.next_number(tx):05d}"
    store.insert(tx, export_id, number, data_set, form, chosen, personal, kept, reason, actor.id, at)
    detail = {"data_set": data_set, "number": number, "personal": personal, "reason": reason}
    audit(tx, actor, "export.asked", "export", export_id, at, detail)
    return await _found(tx, export_id)


async def approve(tx: Tx, actor: Actor, export_id: UUID, *, at: datetime, text: str = "") -> dict[str, Any]:
    """Say yes to another's export; it is made soon after."""
    return await _decide(tx, actor, export_id, "approved", text.strip(), at)


async def refuse(tx: Tx, actor: Actor, export_id: UUID, *, at: datetime, text: str) -> dict[str, Any]:
    """Say no, with the reason."""
    return await _decide(tx, actor, export_id, "refused", checked_reason(text), at)


async def list_exports(
    tx: Tx, actor: Actor, *, state: str | None = None, cursor: str | None = None, limit: int = 50
) -> Page[dict[str, Any]]:
    """Return one's own exports, youngest first; whoever approves sees everybody's."""
    if not actor.may("exports.approve"):
        actor.scope("exports.ask")
    if state is not None and state not in STATES:
        raise Invalid("state", f"The state is one of {', '.join(STATES)}.")
    limit = checked_limit(limit)
    asked_by = None if _approves(actor) else actor.id
    rows = await store.newest(tx, asked_by=asked_by, state=state, before=moment_and_row(cursor), limit=limit + 1)
    items = rows[:limit]
    more = len(rows) > limit
    return Page(items, encode_cursor(items[-1]["asked_at"].isoformat(), str(items[-1]["id"])) if more else None)


async def see_export(tx: Tx, actor: Actor, export_id: UUID) -> dict[str, Any]:
    """Return one's own export, or anybody's to whoever approves; another's is not found."""
    if not actor.may("exports.approve"):
        actor.scope("exports.ask")
    row = await store.find(tx, export_id)
    if row is None or (row["asked_by"] != actor.id and not _approves(actor)):
        raise NotFound("There is no such export of yours.")
    return row


async def _decide(tx: Tx, actor: Actor, export_id: UUID, state: str, text: str, at: datetime) -> dict[str, Any]:
    if not actor.scope("exports.approve").everything:
        raise Forbidden("Exports are approved by somebody responsible for the whole platform.")
    _only_people(actor)
    row = await store.lock(tx, export_id)
    if row is None:
        raise NotFound("There is no export with this id.")
    if row["asked_by"] == actor.id:
        raise Forbidden("Nobody approves their own export. Another person has to.")
    if row["state"] != "asked" or await store.decide(tx, export_id, state, actor.id, at, text) != 1:
        raise Conflict("This export was decided already, or nobody has to approve it.")
    detail = {"number": row["number"], "asked_by": str(row["asked_by"]), "text": text}
    audit(tx, actor, f"export.{state}", "export", export_id, at, detail)
    return await _found(tx, export_id)


def _columns(kind: DataSet, asked: Sequence[str] | None) -> list[str]:
    if not asked:
        return [column.code for column in kind.columns if not column.personal]
    unknown = [code for code in asked if code not in kind.by_code]
    if unknown:
        raise Invalid("columns", f"There is no column {unknown[0]}. Columns are: {', '.join(kind.by_code)}.")
    return list(dict.fromkeys(asked))


def _data_set(declared: Declared, code: str) -> DataSet:
    if code not in declared.data_sets:
        raise Invalid("data_set", f"The data set is one of: {', '.join(sorted(declared.data_sets))}.")
    return declared.data_sets[code]


def _approves(actor: Actor) -> bool:
    return actor.may("exports.approve") and actor.scope("exports.approve").everything


async def _found(tx: Tx, export_id: UUID) -> dict[str, Any]:
    row = await store.find(tx, export_id)
    if row is None:
        raise NotFound("There is no export with this id.")
    return row


def _only_people(actor: Actor) -> None:
    if actor.kind == "application":
        raise Forbidden("Exports are for people. An application reads what its key opens.")
