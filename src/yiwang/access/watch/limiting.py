"""How many calls a second a key, a session or a stranger's address may make: a bucket of tokens in each process."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from yiwang.access.watch import store
from yiwang.access.watch.model import Bucket
from yiwang.db.database import Database


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
        self._holders: dict[bytes, UUID] = {}
        self._buckets: OrderedDict[bytes, Bucket] = OrderedDict()

    def wait(self, presented: bytes, now: float) -> float:
        """Take a token for what is presented (header, cookie or address) and return 0, or the seconds to wait."""
        name = hashlib.blake2b(presented, digest_size=16).digest()
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

    def know(self, presented: bytes, key: UUID) -> None:
        """Remember which key was presented, so that its own limit counts; only keys that have one are kept."""
        if key in self._own:
            self._holders[hashlib.blake2b(presented, digest_size=16).digest()] = key

    async def refresh(self, database: Database) -> None:
        """Read the limits that keys have of their own."""
        async with database.tx() as tx:
            rows = await store.key_limits(tx)
        self._own = {row["key_id"]: Limit(row["per_second"], row["burst"]) for row in rows}

    def _limit(self, name: bytes) -> Limit:
        key = self._holders.get(name)
        return self._own.get(key, self.usual) if key else self.usual
