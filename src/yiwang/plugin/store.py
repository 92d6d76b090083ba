"""All SQL of scenarios."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx


async def scenario(tx: Tx, name: str, *, lock: bool = False) -> dict[str, Any] | None:
    if lock:
        return await tx.row("SELECT * FROM plugin.scenario WHERE name = %s FOR UPDATE", (name,))
    return await tx.row("SELECT * FROM plugin.scenario WHERE name = %s", (name,))


async def scenarios(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows("SELECT * FROM plugin.scenario ORDER BY name")


async def running(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows("SELECT name, manifest, approved FROM plugin.scenario WHERE state = 'on' ORDER BY name")


async def still_on(tx: Tx, name: str) -> bool:
    """Whether a scenario is on, and stays so until the transaction ends."""
    return bool(await tx.value("SELECT true FROM plugin.scenario WHERE name = %s AND state = 'on' FOR SHARE", (name,)))


def put_scenario(
    tx: Tx,
    name: str,
    scenario_id: UUID,
    source: str,
    state: str,
    manifest: dict[str, Any] | None,
    error: dict[str, Any] | None,
) -> None:
    """Write what was found; what an administrator decided stays."""
    tx.put(
        """INSERT INTO plugin.scenario (name, id, source, state, manifest, error, changed, found)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s)
        ON CONFLICT (name) DO UPDATE SET source = excluded.source, state = excluded.state,
            manifest = coalesce(excluded.manifest, plugin.scenario.manifest), error = excluded.error,
            found = excluded.found""",
        (
            name,
            scenario_id,
            source,
            state,
            Jsonb(manifest) if manifest is not None else None,
            Jsonb(error) if error is not None else None,
            tx.at,
            tx.at,
        ),
    )


def switch(tx: Tx, name: str, state: str, by: UUID, approved: dict[str, Any] | None) -> None:
    tx.put(
        """UPDATE plugin.scenario SET state = %s, changed = %s, changed_by = %s, error = NULL,
            approved = coalesce(%s, approved) WHERE name = %s""",
        (state, tx.at, by, Jsonb(approved) if approved is not None else None, name),
    )


async def stop(tx: Tx, name: str, error: dict[str, Any]) -> int:
    """Stop a scenario that is on; 0 when it no longer was."""
    return await tx.count(
        "UPDATE plugin.scenario SET state = 'stopped', error = %s, changed = %s WHERE name = %s AND state = 'on'",
        (Jsonb(error), tx.at, name),
    )


def start_rules(tx: Tx, name: str, rules: Sequence[tuple[str, bool]], at: datetime) -> None:
    """Set the rules up anew: those by time are due at once, those on facts see what happens from now on."""
    tx.put("DELETE FROM plugin.pending WHERE scenario = %s", (name,))
    tx.put("DELETE FROM plugin.rule WHERE scenario = %s AND NOT name = ANY(%s)", (name, [rule for rule, _ in rules]))
    for rule, timed in rules:
        tx.put(
            """INSERT INTO plugin.rule (scenario, name, next_due) VALUES (%s,%s,%s)
            ON CONFLICT (scenario, name) DO UPDATE SET next_due = excluded.next_due""",
            (name, rule, at if timed else None),
        )


async def rules(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows("SELECT scenario, name, next_due, last_run, runs FROM plugin.rule ORDER BY scenario, name")


async def due(tx: Tx, name: str, rule: str, at: datetime) -> datetime | None:
    """When a rule by time was due, None when it is not yet."""
    value: datetime | None = await tx.value(
        "SELECT next_due FROM plugin.rule WHERE scenario = %s AND name = %s AND next_due <= %s", (name, rule, at)
    )
    return value


async def take_due(tx: Tx, name: str, rule: str, was: datetime, following: datetime) -> int:
    """Set when a rule is due next; 0 when another worker ran it meanwhile."""
    return await tx.count(
        """UPDATE plugin.rule SET next_due = %s, last_run = %s, runs = runs + 1
        WHERE scenario = %s AND name = %s AND next_due = %s""",
        (following, tx.at, name, rule, was),
    )


def queue_facts(tx: Tx, facts: Sequence[tuple[str, UUID, dict[str, Any]]]) -> None:
    """Put facts (kind, subject, fact) before every rule of a running scenario that waits for their kind."""
    tx.put(
        """INSERT INTO plugin.pending (scenario, rule, fact, subject, recorded)
        SELECT s.name, r ->> 'name', f.fact, f.subject, %s
        FROM plugin.scenario s CROSS JOIN LATERAL jsonb_array_elements(s.manifest -> 'rules') r
            JOIN unnest(%s::text[], %s::uuid[], %s::jsonb[]) WITH ORDINALITY AS f(kind, subject, fact, place)
                ON jsonb_exists(r -> 'on', f.kind)
        WHERE s.state = 'on' ORDER BY f.place""",
        (tx.at, [kind for kind, _, _ in facts], [one for _, one, _ in facts], [Jsonb(fact) for *_, fact in facts]),
    )


async def pending(tx: Tx, name: str, rule: str, limit: int) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT id, fact, subject FROM plugin.pending WHERE scenario = %s AND rule = %s ORDER BY id LIMIT %s",
        (name, rule, limit),
    )


async def take_pending(tx: Tx, name: str, rule: str, ids: Sequence[int]) -> int:
    """Remove facts a rule has seen; fewer than asked when another worker took some."""
    tx.put(
        "UPDATE plugin.rule SET last_run = %s, runs = runs + 1 WHERE scenario = %s AND name = %s", (tx.at, name, rule)
    )
    return await tx.count("DELETE FROM plugin.pending WHERE id = ANY(%s)", (list(ids),))


async def count_use(tx: Tx, name: str, day: date, what: str, rows: int) -> int:
    """Count a read or a verb; return how often it was used this day."""
    return int(
        await tx.value(
            """INSERT INTO plugin.use (scenario, day, what, calls, rows) VALUES (%s,%s,%s,1,%s)
            ON CONFLICT (scenario, day, what) DO UPDATE
            SET calls = plugin.use.calls + 1, rows = plugin.use.rows + excluded.rows RETURNING calls""",
            (name, day, what, rows),
        )
    )


async def uses(tx: Tx, day: date) -> list[dict[str, Any]]:
    return await tx.rows("SELECT scenario, what, calls, rows FROM plugin.use WHERE day = %s ORDER BY what", (day,))


def put_figure(tx: Tx, name: str, key: str, value: float, at: datetime) -> None:
    tx.put(
        """INSERT INTO plugin.figure (scenario, key, value, at) VALUES (%s,%s,%s,%s)
        ON CONFLICT (scenario, key) DO UPDATE SET value = excluded.value, at = excluded.at""",
        (name, key, value, at),
    )


async def figures(tx: Tx, name: str) -> dict[str, dict[str, Any]]:
    rows = await tx.rows("SELECT key, value, at FROM plugin.figure WHERE scenario = %s", (name,))
    return {row["key"]: row for row in rows}
