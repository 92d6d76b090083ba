"""Facts of a lamp, and a worker that is killed while it copies them."""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

from yiwang.base.clock import SystemClock
from yiwang.db import Database
from yiwang.lake import LakeWriter, store, tables
from yiwang.ledger import Fact


@dataclass(frozen=True)
class LampFailed(Fact):
    lamp_id: UUID
    watts: int
    volts: float
    urgent: bool
    seen: datetime | None
    day: date | None
    tags: list[str]
    version: str  # named like a column of the envelope
    unit_id: UUID | None = None
    TYPE: ClassVar[str] = "lamp.failed"


@dataclass(frozen=True)
class LampMended(Fact):
    lamp_id: UUID
    TYPE: ClassVar[str] = "lamp.mended"


FACTS = (LampFailed, LampMended)


async def killed(url: str, folder: str, when: str) -> None:
    """Copy, and die at the wanted place: after the first table was written, or before the cursor moves."""

    def append_and_die(*args: Any) -> bool:
        real(*args)
        os.kill(os.getpid(), signal.SIGKILL)
        return True

    def die(*_: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    real = tables.append
    if when == "after a table":
        tables.append = append_and_die
    else:
        store.move = die
    async with Database(url, SystemClock()) as database:
        await LakeWriter(Path(folder), FACTS).copy(database)


if __name__ == "__main__":
    asyncio.run(killed(*sys.argv[1:]))
