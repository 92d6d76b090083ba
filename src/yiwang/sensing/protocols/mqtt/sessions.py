"""What outlives a connection: subscriptions, messages under way to a device, QoS 2 messages half done."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from yiwang.sensing.protocols.mqtt import topics
from yiwang.sensing.protocols.mqtt.identity import Identity
from yiwang.sensing.protocols.mqtt.packets import Publish

MOST_SESSIONS = 50_000
MOST_FILTERS = 32
MOST_QUEUED = 100
LONGEST_EXPIRY = 24 * 3600  # seconds


@dataclass(slots=True)
class Session:
    """One client's, under its identity and client id. Held in memory: another process knows nothing of it."""

    identity: Identity
    client_id: str
    expiry: float = 0.0  # seconds it lives on after the connection; 0: not at all
    left: float | None = None  # when the connection ended, by the loop's clock
    filters: dict[str, int] = field(default_factory=dict)
    received: set[int] = field(default_factory=set)  # QoS 2: durable, PUBREL still to come
    queued: deque[Publish] = field(default_factory=lambda: deque(maxlen=MOST_QUEUED))
    sent: dict[int, Publish] = field(default_factory=dict)  # QoS 1 to the device, PUBACK still to come
    _last: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Under which it is found again."""
        return self.identity.name, self.client_id

    def next_id(self) -> int:
        """Return a packet identifier that is not under way."""
        for _ in range(65_535):
            self._last = self._last % 65_535 + 1
            if self._last not in self.sent:
                break
        return self._last

    def qos_for(self, topic: str) -> int | None:
        """Return the quality its subscriptions ask for, None when none takes the topic in."""
        return max((qos for name, qos in self.filters.items() if topics.matches(name, topic)), default=None)


class Sessions:
    """All sessions of a process; the oldest ones give way when there are too many."""

    def __init__(self) -> None:
        self._all: OrderedDict[tuple[str, str], Session] = OrderedDict()

    def open(self, identity: Identity, client_id: str, clean: bool, now: float) -> tuple[Session, bool]:
        """Return the session of a client and whether it was there before."""
        key = (identity.name, client_id)
        old = self._all.pop(key, None)
        if old and (clean or (old.left is not None and now - old.left > old.expiry)):
            old = None
        session = old or Session(identity, client_id)
        session.left = None
        self._all[key] = session
        while len(self._all) > MOST_SESSIONS:
            self._all.popitem(last=False)
        return session, old is not None

    def close(self, session: Session, now: float) -> None:
        """Keep a session for the time it asked for, or forget it."""
        session.left = now
        if session.expiry <= 0 and self._all.get(session.key) is session:
            del self._all[session.key]

    def of(self, device: str) -> list[Session]:
        """Return every session that may hear what is meant for a device."""
        return [one for one in self._all.values() if one.identity.device in {None, device}]
