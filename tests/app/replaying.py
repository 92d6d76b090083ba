"""Replays inside a test: the platform over the test's own database, and what the database and the lake hold then."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from yiwang.app.platform import Platform, opened
from yiwang.app.replay import rows, running
from yiwang.app.replay.mapping import Mapping
from yiwang.app.settings import Settings
from yiwang.base.clock import Clock

COUNTS = ("reports", "closed", "open", "on_time", "overdue", "no_due")


@asynccontextmanager
async def platform(folder: Path, url: str, clock: Clock) -> AsyncIterator[Platform]:
    """A platform with its keys and lake in `folder`."""
    async with opened(Settings(data_dir=folder, database_url=url), url, clock) as found:
        yield found


async def replay(
    over: Platform, file: Path, mapping: Mapping, as_of: datetime | None = None, **more: Any
) -> dict[str, Any]:
    """Replay a file and return the JSON values."""
    return await running.replay(over, rows.read(file, mapping), mapping, as_of=as_of, **more)


def counts(found: dict[str, Any]) -> dict[str, int]:
    """Return the six counts of rows."""
    return {name: found[name] for name in COUNTS}
