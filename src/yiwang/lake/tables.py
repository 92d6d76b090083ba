"""Delta tables on disk: appended to exactly once, compacted, vacuumed. Everything here blocks: call it in a thread."""

import json
import os
from pathlib import Path

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Transaction, WriterProperties, write_deltalake

from yiwang.lake.model import MONTH

APP = "lake"
# After so many appends the small files of a table are put together.
COMPACT_AFTER = 50
RETENTION_HOURS = 2  # a reader holds on to the files it listed no longer than a query takes
_CONFIGURATION: dict[str, str | None] = {"delta.logRetentionDuration": "interval 1 days"}
_WRITER = WriterProperties(compression="ZSTD")


def append(folder: Path, table: pa.Table, version: int) -> bool:
    """Append rows as transaction `version`; False, and nothing done, when that one or a later one is there already.

    The version is in the same commit as the rows, so a copy that is killed and done again writes each row once.
    """
    known = open_table(folder)
    if known and (known.transaction_version(APP) or 0) >= version:
        return False
    write_deltalake(
        known or str(folder),
        table,
        mode="append",
        partition_by=[MONTH],
        schema_mode="merge" if known else None,
        configuration=None if known else _CONFIGURATION,
        writer_properties=_WRITER,
        commit_properties=CommitProperties(app_transactions=[Transaction(APP, version)]),
    )
    sync(folder)
    return True


def copied(folder: Path) -> int:
    """Return the last transaction a table holds, 0 when there is none."""
    known = open_table(folder)
    return (known.transaction_version(APP) or 0) if known else 0


def compact(folder: Path) -> int:
    """Put a table's small files together and remove what nobody reads any more; return how many files are left."""
    table = open_table(folder)
    if table is None:
        return 0
    table.optimize.compact(writer_properties=_WRITER)
    table.vacuum(RETENTION_HOURS, dry_run=False, enforce_retention_duration=False)
    table.create_checkpoint()
    table.cleanup_metadata()
    return len(table.file_uris())


def open_table(folder: Path) -> DeltaTable | None:
    """Return the table in a folder, None when there is none yet."""
    return DeltaTable(str(folder)) if (folder / "_delta_log").is_dir() else None


def sync(folder: Path) -> None:
    """Wait until the last commit is on the disk: the cursor moves past it, and PostgreSQL's own commit is."""
    entry = max((folder / "_delta_log").glob("*.json"))
    paths = {entry, entry.parent, folder}
    for line in entry.read_text().splitlines():
        if added := json.loads(line).get("add"):
            path = folder / added["path"]
            paths |= {path, path.parent}
    for path in sorted(paths):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
