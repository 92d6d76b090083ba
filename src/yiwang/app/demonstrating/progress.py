"""How far the made-up district has come: one row of the platform's own, so that a stopped start goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from yiwang.app import store
from yiwang.app.platform import Platform
from yiwang.app.sample.units import NOTE
from yiwang.db import Tx

STAGES = ("waiting", "city", "day", "weeks", "readings", "signs", "done")


@dataclass(frozen=True)
class Demo:
    """The made-up district: what it is grown from, the moment before which its past lies, how far it is (0 to 1)."""

    seed: int
    scale: float
    anchor: datetime
    stage: str
    share: float
    done: Sequence[str]

    @property
    def lives(self) -> bool:
        """Whether there is a city, with a day behind it, that can begin to live."""
        return "day" in self.done


async def find(tx: Tx) -> Demo | None:
    """Return how far it is, None when this platform shows no made-up district."""
    row = await store.demo(tx)
    return Demo(**row) if row else None


async def is_made_up(platform: Platform) -> bool:
    """Whether what this platform holds is made up: what it was filled with stays, however it is started next."""
    settings = platform.settings
    if settings.sample or settings.demo or (settings.data_dir / NOTE).is_file():
        return True
    async with platform.database.tx() as tx:
        return await find(tx) is not None


async def begin(tx: Tx, seed: int, scale: float) -> Demo:
    """Say what is to be made; what was begun before stays as it was."""
    store.begin_demo(tx, seed, scale, tx.at.replace(minute=0, second=0, microsecond=0))
    found = await find(tx)
    assert found is not None
    return found


def tell(tx: Tx, stage: str, share: float, finished: str | None = None) -> None:
    """Say how far it is, and which part need not be done again."""
    store.advance_demo(tx, stage, min(1.0, max(0.0, share)), finished)
