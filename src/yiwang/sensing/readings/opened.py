"""Delta tables kept open by who reads them again and again: what is new is read, not the whole of their log."""

from pathlib import Path
from threading import Lock
from time import monotonic

from deltalake import DeltaTable

from yiwang.lake.tables import open_table

# Seconds after which a table is opened anew: its log forgets, after a day, what we would have to read to follow it.
_KEPT = 600.0


class Opened:
    """Tables by their folders, for any number of threads."""

    def __init__(self) -> None:
        self._tables: dict[Path, tuple[float, DeltaTable]] = {}
        self._lock = Lock()

    def table(self, folder: Path) -> DeltaTable | None:
        """Return the table as it is now, None before its first commit. Blocks."""
        with self._lock:
            since, table = self._tables.get(folder, (float("-inf"), None))
            if table is None or monotonic() - since > _KEPT or not folder.is_dir():
                table, since = open_table(folder), monotonic()
            else:
                table.update_incremental()
            if table is None:
                self._tables.pop(folder, None)
            else:
                self._tables[folder] = (since, table)
            return table
