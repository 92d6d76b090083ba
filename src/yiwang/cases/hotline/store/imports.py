"""SQL of imported files: what waits, how far it is, which rows were refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx


@dataclass(frozen=True)
class Import:
    """A file that was given in. `done` counts rows worked off, of `rows`."""

    id: UUID
    asked_by: UUID
    asked_name: str
    file_name: str
    form: str
    mapping: dict[str, Any]
    dry_run: bool
    state: str
    rows: int
    done: int
    made: int
    known: int
    updated: int
    refused: int
    tries: int
    failure: str | None
    recorded: datetime
    ended_at: datetime | None


_COLUMNS: LiteralString = ", ".join(f"i.{name}" for name in Import.__dataclass_fields__)


def insert(tx: Tx, job: Import, sealed: bytes) -> None:
    tx.put(
        """INSERT INTO cases.hotline_import (id, asked_by, asked_name, file_name, form, mapping, dry_run, sealed, state,
            rows, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,'waiting',%s,%s)""",
        (
            job.id,
            job.asked_by,
            job.asked_name,
            job.file_name,
            job.form,
            Jsonb(job.mapping),
            job.dry_run,
            sealed,
            job.rows,
            tx.at,
        ),
    )


async def take(tx: Tx, stale: datetime) -> tuple[Import, bytes] | None:
    """Take the longest waiting file, or one whose worker was not seen since `stale`."""
    row = await tx.row(
        f"""UPDATE cases.hotline_import i SET state = 'running', seen_at = %s, tries = tries + 1
        WHERE i.id = (SELECT id FROM cases.hotline_import
            WHERE state = 'waiting' OR (state = 'running' AND seen_at < %s)
            ORDER BY recorded LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING {_COLUMNS}, i.sealed""",
        (tx.at, stale),
    )
    return _with_file(row)


async def advance(tx: Tx, import_id: UUID, done: int, counted: Mapping[str, int], to: int) -> bool:
    """Move on from `done` rows to `to`; False when another worker was there before."""
    return (
        await tx.count(
            """UPDATE cases.hotline_import SET done = %(to)s, seen_at = %(at)s, made = made + %(made)s,
                known = known + %(known)s, updated = updated + %(updated)s, refused = refused + %(refused)s
            WHERE id = %(id)s AND done = %(done)s AND state = 'running'""",
            {"id": import_id, "done": done, "to": to, "at": tx.at, **counted},
        )
        == 1
    )


def add_faults(tx: Tx, import_id: UUID, faults: Mapping[int, str]) -> None:
    """Write why rows (counted from 1) were refused."""
    tx.put(
        """INSERT INTO cases.hotline_import_fault (import_id, row, reason)
        SELECT %s, f.row, f.reason FROM unnest(%s::int[], %s::text[]) AS f(row, reason) ON CONFLICT DO NOTHING""",
        (import_id, list(faults), list(faults.values())),
    )


def end(tx: Tx, import_id: UUID, state: str, failure: str | None) -> None:
    tx.put(
        """UPDATE cases.hotline_import SET state = %s, failure = %s, ended_at = %s
        WHERE id = %s AND state = 'running'""",
        (state, failure, tx.at, import_id),
    )


async def see(tx: Tx, import_id: UUID, asked_by: UUID) -> Import | None:
    row = await tx.row(
        f"SELECT {_COLUMNS} FROM cases.hotline_import i WHERE i.id = %s AND i.asked_by = %s", (import_id, asked_by)
    )
    return Import(**row) if row else None


async def see_file(tx: Tx, import_id: UUID, asked_by: UUID) -> tuple[Import, bytes] | None:
    """Return an import with its sealed file; None once the file was forgotten."""
    row = await tx.row(
        f"""SELECT {_COLUMNS}, i.sealed FROM cases.hotline_import i
        WHERE i.id = %s AND i.asked_by = %s AND i.sealed IS NOT NULL""",
        (import_id, asked_by),
    )
    return _with_file(row)


async def of_person(tx: Tx, asked_by: UUID, limit: int) -> list[Import]:
    rows = await tx.rows(
        f"""SELECT {_COLUMNS} FROM cases.hotline_import i WHERE i.asked_by = %s
        ORDER BY i.recorded DESC, i.id DESC LIMIT %s""",
        (asked_by, limit),
    )
    return [Import(**row) for row in rows]


async def faults(tx: Tx, import_id: UUID, limit: int) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT row, reason FROM cases.hotline_import_fault WHERE import_id = %s ORDER BY row LIMIT %s",
        (import_id, limit),
    )


async def forget(tx: Tx, before: datetime) -> int:
    """Forget the files that ended before a moment; their counts stay."""
    return await tx.count(
        "UPDATE cases.hotline_import SET sealed = NULL WHERE ended_at < %s AND sealed IS NOT NULL", (before,)
    )


def _with_file(row: dict[str, Any] | None) -> tuple[Import, bytes] | None:
    if row is None:
        return None
    sealed: bytes = row.pop("sealed")
    return Import(**row), sealed
