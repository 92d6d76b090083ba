"""Publishing new versions and ending old ones."""

from collections.abc import Sequence
from datetime import datetime

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.definitions import store
from yiwang.definitions.facts import DefinitionEnded, DefinitionsPublished
from yiwang.definitions.model import Body, Kind, Report, Version, diff
from yiwang.ledger import record


async def publish(
    tx: Tx,
    actor: Actor,
    kind: Kind[Body],
    bodies: Sequence[Body],
    *,
    valid_from: datetime,
    at: datetime,
    note: str = "",
) -> Report:
    """Write a new version of every body that differs from its code's newest one, and end that one at `valid_from`.

    What is the same is left alone, so publishing twice changes nothing. The caller checks the permission: it knows
    whose declarations these are. Raises `Invalid` when a code has a version that begins later or at the same moment.
    """
    store.lock(tx, kind.name)
    newest = {row["code"]: row for row in await store.latest(tx, kind.name, [kind.code_of(body) for body in bodies])}
    report = Report()
    rows: list[store.Row] = []
    for body in bodies:
        old = newest.get(kind.code_of(body))
        if _differs(kind, body, old, valid_from, report):
            number = old["number"] + 1 if old else 1
            rows.append(
                {"id": uuid7(tx.at), "code": kind.code_of(body), "number": number, "body": body.model_dump(mode="json")}
            )
    if rows:
        common = {"valid_from": valid_from, "note": note, "created_by": actor.id, "recorded": tx.at}
        store.insert(tx, kind.name, [row | common for row in rows])
        store.count_up(tx, kind.name)
        fact = DefinitionsPublished(
            uuid7(tx.at), kind.name, tuple(str(row["code"]) for row in rows), valid_from.isoformat()
        )
        detail = {"codes": fact.codes, "valid_from": fact.valid_from}
        access.audit(tx, actor, "definitions.publish", kind.name, fact.batch_id, at, detail)
        await record(tx, fact, at=at, actor=actor.id)
    return report


def _differs(kind: Kind[Body], body: Body, old: store.Row | None, valid_from: datetime, report: Report) -> bool:
    """Note in the report what a body is, and return whether it needs a new version."""
    code = kind.code_of(body)
    if old is None or (old["valid_to"] is not None and old["valid_to"] <= valid_from):
        report.new.append(code)
        return True
    changes = diff(kind.model.model_validate(old["body"]).model_dump(mode="json"), body.model_dump(mode="json"))
    if not changes:
        report.same.append(code)
        return False
    if old["valid_from"] >= valid_from:
        since = old["valid_from"].isoformat()
        raise Invalid("valid_from", f"{code} has a version from {since}; a new one has to begin later.")
    report.changed[code] = changes
    return True


async def end(tx: Tx, actor: Actor, kind: Kind[Body], code: str, *, valid_to: datetime, at: datetime) -> Version[Body]:
    """Take a code out of force from a moment on; its versions stay for the cases that keep them."""
    store.lock(tx, kind.name)
    found = await store.latest(tx, kind.name, [code])
    if not found:
        raise NotFound(f"There is no {kind.name} {code}.")
    if not await store.end(tx, found[0]["id"], valid_to):
        raise Invalid("valid_to", f"{code} begins later or has ended already by then.")
    store.count_up(tx, kind.name)
    access.audit(tx, actor, "definitions.end", kind.name, found[0]["id"], at, {"code": code})
    fact = DefinitionEnded(found[0]["id"], kind.name, code, valid_to.isoformat())
    await record(tx, fact, at=at, actor=actor.id)
    return version_of(kind, found[0] | {"valid_to": valid_to})


def version_of(kind: Kind[Body], row: store.Row) -> Version[Body]:
    """Return a stored row as a version with its body checked against the model."""
    return Version(**row | {"body": kind.model.model_validate(row["body"])})
