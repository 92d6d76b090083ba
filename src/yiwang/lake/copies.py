"""Copies of what is no fact: whole tables as Parquet, each put in place in one move. Everything here blocks."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

_AS_OF = b"as_of"


def copies_folder(lake: Path) -> Path:
    """Return where the copies lie: one file for each."""
    return lake / "copies"


def keep_copy(lake: Path, name: str, rows: pa.Table, as_of: datetime) -> None:
    """Put a copy in the place of the one before; whoever reads that one reads it to its end."""
    folder = copies_folder(lake)
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f".{name}.{os.getpid()}"
    noted = {**(rows.schema.metadata or {}), _AS_OF: as_of.astimezone(UTC).isoformat().encode()}
    pq.write_table(rows.replace_schema_metadata(noted), made, compression="zstd")
    made.replace(folder / f"{name}.parquet")


def copy_file(lake: Path, name: str) -> Path | None:
    """Return the file of a copy, None before the first."""
    file = copies_folder(lake) / f"{name}.parquet"
    return file if file.exists() else None


def copied_at(lake: Path, name: str) -> datetime | None:
    """Return as of which moment a copy is, None before the first."""
    file = copy_file(lake, name)
    if file is None:
        return None
    noted = (pq.read_schema(file).metadata or {}).get(_AS_OF)
    return datetime.fromisoformat(noted.decode()) if noted else None
