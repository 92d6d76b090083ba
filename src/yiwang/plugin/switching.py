"""Scenarios on file: found, allowed and switched on, switched off, stopped when they fail, and shown."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.matters.cataloguing import end_matter, ensure_matters
from yiwang.matters.model import MatterBody
from yiwang.plugin import store
from yiwang.plugin.acting_as import id_of
from yiwang.plugin.hosting import Broken, Source
from yiwang.plugin.model import API, Scenario

KEEPER = platform_actor("scenarios")


async def register(tx: Tx, source: Source, manifest: Scenario) -> None:
    """Write what a scenario declares. One that asks for more than it was allowed goes off until that is allowed."""
    row = await store.scenario(tx, manifest.name, lock=True)
    if row and row["source"] != source.text and row["found"] == tx.at:
        raise Conflict(f"Two scenarios are called {manifest.name}.")
    state, error = (row["state"], row["error"]) if row else ("off", None)
    if state == "refused":
        state, error = "off", None
    if row and row["approved"] and state == "on" and _asks_more(manifest, row["approved"], row["manifest"]):
        detail = "This version asks for more than was allowed; switch it on again to allow it."
        state, error = "off", {"kind": "asks_more", "detail": detail, "at": tx.at.isoformat()}
    told = manifest.model_dump(mode="json")
    store.put_scenario(tx, manifest.name, id_of(manifest.name), source.text, state, told, error)


async def refuse(tx: Tx, source: Source, broken: Broken) -> None:
    """Write that a scenario could not be loaded, under the name of its place."""
    known = [row for row in await store.scenarios(tx) if row["source"] == source.text]
    name = known[0]["name"] if known else source.label
    store.put_scenario(tx, name, id_of(name), source.text, "refused", None, error_of(broken, tx.at))


async def missing(tx: Tx, sources: Sequence[Source]) -> None:
    """Write which scenarios on file are no longer found."""
    there = {source.text for source in sources}
    for row in await store.scenarios(tx):
        if row["source"] not in there and row["state"] != "refused":
            broken = Broken("missing", f"It is no longer found: {row['source']}.")
            store.put_scenario(tx, row["name"], row["id"], row["source"], "refused", None, error_of(broken, tx.at))


async def switch_on(
    tx: Tx, actor: Actor, name: str, *, jurisdictions: Sequence[UUID] | None, books: Books, at: datetime
) -> None:
    """Allow a scenario what it asks for, in these jurisdictions (left out: those it names, else everywhere)."""
    actor.scope("scenarios.manage")
    row = await _row(tx, name)
    if row["state"] in ("on", "refused"):
        raise Conflict(f"This scenario is {row['state']}.", state=row["state"])
    manifest = manifest_of(row)
    locator = await books.locators.at(tx, at)
    if jurisdictions is None:
        unknown = [code for code in manifest.jurisdictions if code not in locator.by_code]
        chosen = [locator.by_code[code].id for code in manifest.jurisdictions if code not in unknown]
    else:
        unknown = [str(one) for one in jurisdictions if one not in locator.nodes]
        chosen = list(jurisdictions)
    if unknown or (jurisdictions is not None and not chosen):
        raise Invalid("jurisdictions", f"There is no such jurisdiction: {', '.join(unknown) or 'name one at least'}.")
    approved = {
        "reads": list(manifest.reads),
        "verbs": list(manifest.verbs),
        "jurisdictions": [str(one) for one in chosen],
    }
    bodies = [_body(name, one.model_dump()) for one in manifest.matters]
    if bodies:
        await ensure_matters(tx, KEEPER, bodies, at)
    store.switch(tx, name, "on", actor.id, approved)
    store.start_rules(tx, name, [(rule.name, rule.every is not None) for rule in manifest.rules], at)
    access.audit(tx, actor, "scenario.on", "scenario", row["id"], at, {"scenario": name, **approved})


async def switch_off(tx: Tx, actor: Actor, name: str, *, books: Books, at: datetime) -> None:
    """End what a scenario does; its matters go out of force, cases filed under them stay."""
    actor.scope("scenarios.manage")
    row = await _row(tx, name)
    if row["state"] not in ("on", "stopped"):
        raise Conflict(f"This scenario is {row['state']}.", state=row["state"])
    await books.refresh(tx)
    for matter in manifest_of(row).matters:
        if books.catalogue.get(matter.code, at):
            await end_matter(tx, KEEPER, matter.code, valid_to=at, at=at)
    store.switch(tx, name, "off", actor.id, None)
    store.start_rules(tx, name, [], at)
    access.audit(tx, actor, "scenario.off", "scenario", row["id"], at, {"scenario": name})


async def stop(tx: Tx, name: str, broken: Broken) -> None:
    """Stop a scenario that failed; it stays so until an administrator switches it on again."""
    if await store.stop(tx, name, error_of(broken, tx.at)):
        detail = {"scenario": name, "kind": broken.kind, "rule": broken.rule}
        access.audit(tx, KEEPER, "scenario.stopped", "scenario", id_of(name), tx.at, detail, success=False)


async def listed(tx: Tx, actor: Actor, *, books: Books, at: datetime) -> list[dict[str, Any]]:
    """Return every scenario with its state, what it asks for, what it used today. The trace is for administrators."""
    manages = actor.may("scenarios.manage")
    if not manages:
        actor.scope("cases.read")
    used: dict[str, list[dict[str, Any]]] = {}
    for row in await store.uses(tx, at.astimezone(books.zone).date()):
        used.setdefault(row["scenario"], []).append(row)
    rules: dict[str, list[dict[str, Any]]] = {}
    for row in await store.rules(tx):
        rules.setdefault(row["scenario"], []).append(row)
    found = []
    for row in await store.scenarios(tx):
        manifest = row["manifest"] or {}
        error = dict(row["error"]) if row["error"] else None
        if error and not manages:
            error.pop("trace", None)
        found.append(
            {
                **{key: row[key] for key in ("name", "state", "source", "changed", "approved")},
                **{key: manifest.get(key) for key in ("zh", "en", "version", "api")},
                "asks": {key: manifest.get(key, []) for key in ("reads", "verbs", "jurisdictions")},
                "matters": [one["code"] for one in manifest.get("matters", [])],
                "pages": [{key: one[key] for key in ("name", "zh", "en")} for one in manifest.get("pages", [])],
                "layers": [{key: one[key] for key in ("name", "zh", "en")} for one in manifest.get("layers", [])],
                "error": error,
                "used": used.get(row["name"], []),
                "rules": rules.get(row["name"], []),
                "door": API,
            }
        )
    return found


def manifest_of(row: dict[str, Any]) -> Scenario:
    """Return the declarations kept on file."""
    if row["manifest"] is None:
        raise Conflict("This scenario could not be loaded.", state=row["state"])
    return Scenario.model_validate(row["manifest"])


def error_of(broken: Broken, at: datetime) -> dict[str, Any]:
    """Return a failure as it is kept and shown."""
    return {
        "kind": broken.kind,
        "detail": broken.detail,
        "rule": broken.rule,
        "trace": broken.trace,
        "at": at.isoformat(),
    }


async def _row(tx: Tx, name: str) -> dict[str, Any]:
    row = await store.scenario(tx, name, lock=True)
    if row is None:
        raise NotFound("There is no scenario of this name.")
    return row


def _asks_more(manifest: Scenario, approved: dict[str, Any], before: dict[str, Any] | None) -> bool:
    matters_before = {one["code"] for one in (before or {}).get("matters", [])}
    more_matters = {one.code for one in manifest.matters} - matters_before
    return bool(
        set(manifest.reads) - set(approved["reads"]) or set(manifest.verbs) - set(approved["verbs"]) or more_matters
    )


def _body(name: str, declared: dict[str, Any]) -> MatterBody:
    return MatterBody(**declared, kind="local", limit_source=f"scenario {name}")
