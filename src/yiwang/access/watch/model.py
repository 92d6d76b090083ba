"""Networks, buckets of tokens, and when use is unusual: pure arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_network
from uuid import UUID

NOBODY = UUID(int=0)
# What makes use unusual. A holder is judged once it has called in this many hours of the past four weeks.
KNOWN_HOURS = 24
PAST_DAYS = 28
TIMES_USUAL = 10.0
FEWEST = 300  # calls an hour below which no volume is unusual
NIGHT = (22, 6)  # local hours, from and before
FEWEST_AT_NIGHT = 20
FEWEST_REFUSED = 100
MOST_NETWORKS = 3


@dataclass(slots=True)
class Counted:
    """Calls of one holder to one data set in one hour; `bytes` went out, `milliseconds` were spent."""

    calls: int = 0
    refused: int = 0
    limited: int = 0
    failed: int = 0
    bytes: int = 0
    milliseconds: float = 0.0

    def add(self, other: "Counted") -> None:
        """Take the counts of another in."""
        self.calls += other.calls
        self.refused += other.refused
        self.limited += other.limited
        self.failed += other.failed
        self.bytes += other.bytes
        self.milliseconds += other.milliseconds


@dataclass(slots=True)
class Came:
    """From when to when, and how often, a holder came from one network."""

    first: datetime
    last: datetime
    calls: int


@dataclass(slots=True)
class Bucket:
    """Tokens of one key: `rate` come in a second up to `burst`, a call takes one. `at` is a monotonic moment."""

    tokens: float
    at: float

    def take(self, now: float, rate: float, burst: float) -> float:
        """Take a token and return 0, or return the seconds until there is one again."""
        self.tokens = min(burst, self.tokens + (now - self.at) * rate)
        self.at = now
        if self.tokens >= 1:
            self.tokens -= 1
            return 0.0
        return (1 - self.tokens) / rate


@dataclass(frozen=True)
class Use:
    """A holder's calls in one hour beside its own past: `usual` calls in an hour in which it calls at all."""

    holder: UUID
    holder_kind: str
    calls: int
    refused: int
    usual: float
    hours: int  # of the past in which it called
    night_hours: int  # those of them at night
    networks: int = 0  # known before; whoever travels has many, and one more says nothing
    new_network: str | None = None


@dataclass(frozen=True)
class Finding:
    """What is unusual about a use, and the figure it is usual beside."""

    use: Use
    kind: str
    usual: float
    network: str | None = None


def findings(use: Use, local_hour: int) -> Iterator[Finding]:
    """Yield what is unusual about a use in the hour that begins at `local_hour`; who is new has no past to compare."""
    if use.refused >= FEWEST_REFUSED and use.refused * 2 > use.calls:
        yield Finding(use, "refusals", 0.0)
    if use.hours < KNOWN_HOURS:
        return
    if use.calls >= FEWEST and use.calls >= TIMES_USUAL * use.usual:
        yield Finding(use, "volume", use.usual)
    if is_night(local_hour) and not use.night_hours and use.calls >= FEWEST_AT_NIGHT:
        yield Finding(use, "night", 0.0)
    if use.new_network and use.networks <= MOST_NETWORKS:
        yield Finding(use, "network", use.usual, use.new_network)


def is_night(local_hour: int) -> bool:
    """Whether an hour of the day is at night."""
    return local_hour >= NIGHT[0] or local_hour < NIGHT[1]


def network_of(address: str | None) -> str:
    """Return the network of an address: 203.0.113.0/24, 2001:db8::/48; "unknown" where there is none."""
    try:
        return str(ip_network((IPv4Address(address or ""), 24), strict=False))
    except (AddressValueError, ValueError):
        pass
    try:
        return str(ip_network((IPv6Address(address or ""), 48), strict=False))
    except (AddressValueError, ValueError):
        return "unknown"
