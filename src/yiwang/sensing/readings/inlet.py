"""The one way into the log: columns are put, and the call returns when they are on the disk."""

from datetime import datetime

from yiwang.db import Database
from yiwang.sensing.readings.model import Columns


class Inlet:
    """The log's writer of one process. Many callers share one transaction. Use as an async context manager."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, columns: Columns, *, source: str, received: datetime) -> None:
        """Return when the readings are committed; whoever sent them may then be told so."""
        raise NotImplementedError

    async def quarantine(self, source: str, external_id: str, raw: bytes, reason: str, at: datetime) -> None:
        """Keep what cannot be taken, as it came: `source` is the protocol, `external_id` who the device says it is."""
        raise NotImplementedError
