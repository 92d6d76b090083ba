"""Erasing a person: one asks with a reason, another consents; then the key is gone and nothing opens again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access.model import Actor
from yiwang.access.privacy.declaring import Declared, PersonKind
from yiwang.access.privacy.model import normal
from yiwang.access.privacy.model.normal import SEARCHED
from yiwang.access.privacy.revealing import checked_reason
from yiwang.access.privacy.store import erasures as store
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.paging import Page, checked_limit, encode_cursor, moment_and_row
from yiwang.db.tx import Tx


async def ask_to_erase(
    tx: Tx, actor: Actor, declared: Declared, keyring: Keyring, kind: str, *, person: UUID | None = None,
    phone: str | None = None, reason: str, at: datetime,
) -> dict[str, Any]:  # fmt: skip
    """Ask that a person, named by id or by telephone number, be erased; nothing happens before another consents."""
    actor.scope("persons.erase")
    _only_people(actor)
    reason = checked_reason(reason)
    found = person or await find_person(tx, declared, keyring, kind, "phone", phone or "")
    if found is None:
        raise NotFound("Nobody is kept under this number.")
    asked = await store.ask(tx, kind, found, reason, actor.id, at)
    if asked is None:
        raise Conflict("That this person be erased is being asked already. Somebody else may consent to it.")
    audit(tx, actor, "person.erasure_asked", kind, found, at, {"reason": reason, "persons": [str(found)]})
    return await _found(tx, asked)


async def find_person(tx: Tx, declared: Declared, keyring: Keyring, kind: str, field: str, value: str) -> UUID | None:
    """Return the person whose field has this value, by the blind index; the caller has asked whether they may."""
    known = _kind(declared, kind)
    if known.find is None or field not in SEARCHED:
        raise Invalid("kind", "Persons of this kind are not found by a number. Give the id.")
    plain = normal(field, value)
    if not plain:
        raise Invalid(field, "Give the whole number: a part of it finds nobody.")
    return await known.find(tx, keyring, field, plain)


async def consent(
    tx: Tx, actor: Actor, declared: Declared, keyring: Keyring, erasure_id: UUID, *, at: datetime, text: str = ""
) -> dict[str, Any]:
    """Consent as the second person: in this transaction the person is erased. What is kept shows 已删除."""
    row = await _to_decide(tx, actor, erasure_id)
    known = _kind(declared, row["kind"])
    if known.erase is None:
        raise Conflict("Persons of this kind cannot be erased.")
    for (kind, _), forget in declared.forgets.items():
        if kind == row["kind"]:
            await forget(tx, actor, keyring, row["person"], at)
    await known.erase(tx, actor, keyring, row["person"], at)
    await _decide(tx, actor, row, "done", at, text)
    return await _found(tx, erasure_id)


async def refuse(tx: Tx, actor: Actor, erasure_id: UUID, *, at: datetime, text: str) -> dict[str, Any]:
    """Refuse as the second person, with the reason."""
    row = await _to_decide(tx, actor, erasure_id)
    await _decide(tx, actor, row, "refused", at, checked_reason(text))
    return await _found(tx, erasure_id)


async def list_erasures(tx: Tx, actor: Actor, *, cursor: str | None = None, limit: int = 50) -> Page[dict[str, Any]]:
    """Return what was asked, youngest first; it names nobody."""
    actor.scope("persons.erase")
    limit = checked_limit(limit)
    rows = await store.newest(tx, moment_and_row(cursor), limit + 1)
    items = rows[:limit]
    more = len(rows) > limit
    return Page(items, encode_cursor(items[-1]["asked_at"].isoformat(), str(items[-1]["id"])) if more else None)


async def _to_decide(tx: Tx, actor: Actor, erasure_id: UUID) -> dict[str, Any]:
    actor.scope("persons.erase")
    _only_people(actor)
    row = await store.lock(tx, erasure_id)
    if row is None:
        raise NotFound("Nothing of this id was asked.")
    if row["state"] != "asked":
        raise Conflict("This was decided already.")
    if row["asked_by"] == actor.id:
        raise Forbidden("Whoever asks does not decide. Another person has to.")
    return row


async def _decide(tx: Tx, actor: Actor, row: dict[str, Any], state: str, at: datetime, text: str) -> None:
    if await store.decide(tx, row["id"], state, actor.id, at, text.strip()) != 1:
        raise Conflict("This was decided already.")
    action = "person.erased" if state == "done" else "person.erasure_refused"
    detail = {"erasure": str(row["id"]), "asked_by": str(row["asked_by"]), "persons": [str(row["person"])]}
    audit(tx, actor, action, row["kind"], row["person"], at, detail)


async def _found(tx: Tx, erasure_id: UUID) -> dict[str, Any]:
    row = await store.find(tx, erasure_id)
    if row is None:
        raise NotFound("Nothing of this id was asked.")
    return row


def _kind(declared: Declared, kind: str) -> PersonKind:
    if kind not in declared.persons:
        raise Invalid("kind", f"Kinds of persons are: {', '.join(sorted(declared.persons))}.")
    return declared.persons[kind]


def _only_people(actor: Actor) -> None:
    if actor.kind == "application":
        raise Forbidden("Erasing a person is decided by people, not by an application.")
