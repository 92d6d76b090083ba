"""How many calls a second a key, a session or a stranger's address may make: a bucket of tokens in each process."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from yiwang.access.watch import store
from yiwang.access.watch.model import NOBODY, Bucket
from yiwang.db.database import Database

BURST = 5.0  # seconds' worth of calls that may come at once after a rest


@dataclass(frozen=True, slots=True)
class Limit:
    """Calls a second, and how many at once after a rest."""

    per_second: float
    burst: float


class Limits:
    """The buckets of one process. A key's own limit counts from the second request on, when its id is known.

    Buckets are by what is presented (a hash of it), not by whose it says it is: so nobody empties another's bucket.
    """

    MOST = 20_000

    def __init__(self, usual: Limit) -> None:
        self.usual = usual
        self._own: dict[UUID, Limit] = {}
        self._holders: dict[bytes, tuple[UUID, str]] = {}
        self._buckets: OrderedDict[bytes, Bucket] = OrderedDict()

    @classmethod
    def of(cls, per_second: float) -> "Limits":
        """Return limits of so many calls a second, and five seconds' worth of them at once."""
        return cls(Limit(per_second, max(1.0, per_second * BURST)))

    def wait(self, name: bytes, now: float) -> float:
        """Take a token of the bucket of this name and return 0, or the seconds to wait."""
        limit = self._limit(name)
        bucket = self._buckets.get(name)
        if bucket is None:
            bucket = self._buckets[name] = Bucket(limit.burst, now)
            if len(self._buckets) > self.MOST:
                forgotten, _ = self._buckets.popitem(last=False)
                self._holders.pop(forgotten, None)
        elif len(self._buckets) > self.MOST // 2:
            self._buckets.move_to_end(name)
        return bucket.take(now, limit.per_second, limit.burst)

    def know(self, name: bytes, holder: tuple[UUID, str]) -> None:
        """Remember who came by a bucket's name, so that a key's own limit counts and refusals are counted as theirs."""
        self._holders[name] = holder

    def holder(self, name: bytes) -> tuple[UUID, str]:
        """Return who came by a bucket's name; nobody when that is not known yet."""
        return self._holders.get(name, (NOBODY, "stranger"))

    async def refresh(self, database: Database) -> None:
        """Read the limits that keys have of their own."""
        async with database.tx() as tx:
            rows = await store.key_limits(tx)
        self._own = {row["key_id"]: Limit(row["per_second"], row["burst"]) for row in rows}

    def _limit(self, name: bytes) -> Limit:
        return self._own.get(self._holders[name][0], self.usual) if name in self._holders else self.usual


def name_of(presented: bytes) -> bytes:
    """Return the name of the bucket of what is presented: header, cookie or address; the secret itself is not kept."""
    return hashlib.blake2b(presented, digest_size=16).digest()
