"""Lives as rows of history, and what any life leaves in the tables, with its ids taken out."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tests.cities import City

from yiwang.cases.history import Batch, add_part, begin, commit

BY_UNIT = {"dispatch", "redispatch"}


def row(city: City, nth: int, /, *steps: str, start: timedelta = timedelta(days=40), **fields: Any) -> dict[str, Any]:
    """A row reported so long ago; its steps, ("handle!" fails where it can), follow an hour apart."""
    at = city.now - start
    made = {
        "id": f"OLD-{nth}",
        "matter": "06002",
        "reported_at": at.isoformat(),
        "text": "垃圾堆在路口",
        "jurisdiction": "310107005001",
        "steps": [step(name, at + timedelta(hours=place)) for place, name in enumerate(steps)],
    }
    return {**made, **fields}


def step(name: str, at: datetime, **fields: Any) -> dict[str, Any]:
    """One step with what it must say; a "!" behind its name says that it was not passed."""
    told: dict[str, Any] = {"step": name.rstrip("!"), "at": at.isoformat(), "text": "按规定办理"}
    if name.endswith("!"):
        told["passed"] = False
    if name in BY_UNIT:
        told["unit"] = "CY"
    return {**told, **fields}


def lines(rows: Sequence[dict[str, Any]]) -> bytes:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in rows).encode()


async def sent(city: City, rows: Sequence[dict[str, Any]], **batch: Any) -> UUID:
    """Open a batch and send its only part."""
    asked = {"system": "旧网格", "datum": "CGCS2000", "backdate": False, "skip_wrong": False, **batch}
    async with city.database.tx() as tx:
        held = await begin(tx, city.officer, at=city.now, **asked)
        await add_part(tx, city.officer, held.id, 1, lines(rows), "ndjson", keyring=city.books.keyring, at=city.now)
    return held.id


async def imported(city: City, rows: Sequence[dict[str, Any]], **batch: Any) -> Batch:
    return await commit(city.database, city.officer, await sent(city, rows, **batch), books=city.books)


async def left(city: City, origin: str) -> dict[str, list[dict[str, Any]]]:
    """What the lives of an origin left in every table, in order, without ids and what only the entry differs in."""
    found: dict[str, list[dict[str, Any]]] = {}
    async with city.database.tx() as tx:
        for table, order in TABLES.items():
            history = "SELECT subject FROM ledger.fact WHERE origin = %s AND type = 'event.admitted'"
            of = "id" if table in ("cases.case", "events.event") else "event_id" if "report" in table else "case_id"
            # Both names are ours.
            rows = await tx.rows(f"SELECT * FROM {table} WHERE {of} IN ({history}) ORDER BY {order}", (origin,))
            found[table] = [_plain(each) for each in rows]
        facts = await tx.rows(
            "SELECT type, version, time, data FROM ledger.fact WHERE origin = %s ORDER BY xid, seq", (origin,)
        )
        found["facts"] = [_plain(each) for each in facts if each["type"].split(".")[0] in ("report", "event", "case")]
    return found


TABLES = {
    "events.event": "reported_at",
    "events.report": "reported_at",
    "cases.case": "opened_at",
    "cases.assignment": "sent_at, role",
    "cases.clock": "started_at, stage",
    "cases.timeline": "at, step",
}
# Ids, and what tells how a row came in: nothing that a case is judged by.
ENTRY = {
    *("id", "event_id", "case_id", "report_id", "number", "raw_id", "recorded", "case", "source", "idempotency_key"),
    *("classification", "actor_id", "actor_name", "text", "dispatch_reason", "answer", "due_from_source", "post_id"),
    *("channel", "place", "reason", "explanation"),
}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name not in ENTRY}
    return {name: _moments(value) for name, value in kept.items()}


def _moments(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _moments(one) for name, one in value.items() if name not in ENTRY}
    if isinstance(value, str) and value[10:11] == "T":
        return datetime.fromisoformat(value)
    return value
