"""Questions to devices that are under way: sent again while nobody answers, given up, and what came of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

PATIENCE, RESENDS = 10.0, 3  # seconds until a question is sent again, and how often: HJ 212, table 10
MOST_UNDER_WAY = 20_000
LAST = frozenset({"done", "refused", "expired"})


@dataclass(frozen=True)
class Order:
    """A question to a device; `until` is the loop's time at which nobody waits for its answer any more."""

    id: UUID
    device: str
    kind: str
    arguments: Mapping[str, Any]
    until: float


@dataclass(frozen=True)
class Outcome:
    """What came of an order: `accepted`, `done`, `refused` or `expired`."""

    id: UUID
    state: str
    answer: dict[str, Any] = field(default_factory=dict)
    times: int = 1


class Asked(Protocol):
    """A talk that can ask: it gives the number its protocol calls the question by, and the frame."""

    def order(self, device: str, kind: str, arguments: Mapping[str, Any]) -> tuple[str, bytes]: ...


class Said(Protocol):
    """A connection that can be spoken to."""

    def say(self, frame: bytes) -> None: ...


@dataclass
class _Sent:
    order: Order
    frame: bytes
    again: float
    times: int = 1
    accepted: bool = False


class Orders:
    """The questions of one protocol. Everything here is on the event loop; times are the loop's."""

    def __init__(self, patience: float = PATIENCE, resends: int = RESENDS) -> None:
        self._patience, self._resends = patience, resends
        self._sent: dict[tuple[str, str], _Sent] = {}
        self.outcomes: list[Outcome] = []

    def __len__(self) -> int:
        return len(self._sent)

    def send(self, talk: Asked, line: Said, order: Order, now: float) -> None:
        """Ask. What cannot be worded for this device raises `Invalid`."""
        number, frame = talk.order(order.device, order.kind, order.arguments)
        while len(self._sent) >= MOST_UNDER_WAY:
            self._finish(next(iter(self._sent)), "expired", {})
        self._sent[order.device, number] = _Sent(order, frame, now + self._patience)
        line.say(frame)

    def heard(self, device: str, number: str, state: str, answer: dict[str, Any]) -> bool:
        """Take an answer; False when nobody asked."""
        sent = self._sent.get((device, number))
        if sent is None:
            return False
        if state in LAST:
            self._finish((device, number), state, answer)
        elif not sent.accepted:
            sent.accepted = True
            self.outcomes.append(Outcome(sent.order.id, state, answer, sent.times))
        return True

    def again(self, lines: Mapping[str, Said], now: float) -> None:
        """Send again what nobody answered, and give up what was sent often enough or is too late."""
        for key, sent in list(self._sent.items()):
            if now >= sent.order.until:
                self._finish(key, "expired", {})
            elif now >= sent.again and not sent.accepted:
                line = lines.get(key[0])
                if sent.times > self._resends or line is None:
                    self._finish(key, "expired", {"reason": "The device does not answer."})
                else:
                    sent.times += 1
                    sent.again = now + self._patience * sent.times
                    line.say(sent.frame)

    def taken(self) -> list[Outcome]:
        """Return what came of orders since the last time."""
        taken, self.outcomes = self.outcomes, []
        return taken

    def _finish(self, key: tuple[str, str], state: str, answer: dict[str, Any]) -> None:
        sent = self._sent.pop(key)
        self.outcomes.append(Outcome(sent.order.id, state, answer, sent.times))
