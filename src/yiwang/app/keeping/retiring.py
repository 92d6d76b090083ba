"""Retention: months that are old enough are written to files, noted, and dropped; one month is one transaction.

Broken off at any point, the next round begins that month again: a file that is not noted yet is written anew, and what
is noted is dropped in the same transaction.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg
import structlog
from psycopg import Connection

from yiwang.access import Keyring
from yiwang.access.trail.model import retired_note
from yiwang.app.keeping import manifest
from yiwang.app.keeping.store import months
from yiwang.app.keeping.store.columns import write_parquet
from yiwang.app.keeping.store.months import Month
from yiwang.base.errors import Invalid

FOLDER = "retired"
log = structlog.get_logger()


@dataclass(frozen=True)
class Rules:
    """How many months of each table are kept, and the folder that what is dropped is written to before, if any."""

    keep: Mapping[str, int]
    folder: Path | None


def retire(owner_url: str, rules: Rules, keyring: Keyring, at: datetime) -> list[Month]:
    """Retire every month that is past its time; return those that were. Blocks: call it in a thread."""
    done = []
    with psycopg.connect(owner_url, autocommit=True, options="-c timezone=UTC -c lock_timeout=5s") as connection:
        if not months.take_turn(connection):
            return []
        for table, kept in sorted(rules.keep.items()):
            for month in _due(connection, table, kept, at):
                if (reason := months.why_needed(connection, month)) is not None:
                    log.warning("a month stays although its time is over", table=table, month=month.name, why=reason)
                    break
                if _retire(connection, rules.folder, keyring, month, at):
                    done.append(month)
    return done


def _due(connection: Connection, table: str, kept: int, at: datetime) -> Iterator[Month]:
    """Yield the months of a table whose youngest possible row is older than so many months, oldest first."""
    if not months.grows(connection, table):
        raise Invalid("retention", f"{table} is no table that grows by months; see docs/operating/backup.md.")
    present = at.year * 12 + at.month
    for month in months.of_table(connection, table):
        if month.first.year * 12 + month.first.month + 1 + kept <= present:
            yield month


def _retire(connection: Connection, folder: Path | None, keyring: Keyring, month: Month, at: datetime) -> bool:
    before = months.fingerprint(connection, month)
    file = _written(connection, folder, month) if folder else None
    try:
        with connection.transaction():
            months.hold(connection, month)
            found = months.fingerprint(connection, month)
            if found != before:  # somebody changed a row while the file was written
                log.warning("a month was changed meanwhile and waits for the next round", partition=month.partition)
                return False
            touched = months.seals_of(connection, month) if month.table == months.AUDIT else []
            months.detach(connection, month)
            for number in touched:
                left = months.left_under(connection, number)
                note = retired_note(number, left, at)
                months.note_seal(connection, number, left, at, keyring.audit_key.sign(note))
            digest = manifest.digest(file) if file else None
            months.note(connection, month, found[0], file.name if file else None, digest, at)
    except psycopg.errors.LockNotAvailable:
        log.warning("a month is in use and waits for the next round", partition=month.partition)
        return False
    log.info("a month was retired", table=month.table, month=month.name, rows=found[0], file=file.name if file else "")
    return True


def _written(connection: Connection, folder: Path, month: Month) -> Path:
    """Write a month to a file of its own, whole on the disk before this returns."""
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / f"{month.table}.{month.name}.parquet"
    draft = file.with_suffix(".part")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as written:
        write_parquet(connection, month, written)
        written.flush()
        os.fsync(written.fileno())
    draft.replace(file)
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    return file
