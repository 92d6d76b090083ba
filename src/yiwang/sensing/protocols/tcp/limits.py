"""How much one peer may ask of a gateway. What goes beyond is slowed down or sent away, never kept in memory."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limits:
    """Bounds of a listener; each is a number an operator may set."""

    connections: int = 20_000
    per_address: int = 2_000  # a carrier's gateway brings many devices from one address
    frame_bytes: int = 64 << 10
    rate: float = 2_000.0  # messages a second of one connection
    burst: float = 4_000.0
    first_seconds: float = 15.0  # until a new connection has said who it is
    idle_seconds: float = 600.0
    buffered_bytes: int = 256 << 10  # written to a peer that does not read


class Bucket:
    """Tokens that come back with time: how long to wait before more is read."""

    __slots__ = ("_at", "_left", "_most", "_rate")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate, self._most, self._left, self._at = rate, burst, burst, now

    def take(self, count: int, now: float) -> float:
        """Take `count` and return the seconds to wait; 0 while there is enough. `now` is a monotonic clock's."""
        self._left = min(self._most, self._left + (now - self._at) * self._rate) - count
        self._at = now
        return max(0.0, -self._left / self._rate)


@dataclass
class Places:
    """How many connections there are, in all and from each address."""

    limits: Limits
    _by_address: Counter[str] = field(default_factory=Counter)
    taken: int = 0

    def take(self, address: str) -> bool:
        """Take a place for a new connection; False when there is none left."""
        if self.taken >= self.limits.connections or self._by_address[address] >= self.limits.per_address:
            return False
        self.taken += 1
        self._by_address[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Give a place back."""
        self.taken -= 1
        self._by_address[address] -= 1
        if not self._by_address[address]:
            del self._by_address[address]
