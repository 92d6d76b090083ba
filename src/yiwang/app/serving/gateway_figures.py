"""What a gateway counts for /metrics: connections, frames, readings, what was refused and why, open questions."""

import asyncio
from collections.abc import Iterator, Mapping

from prometheus_client import Counter, Gauge

from yiwang.sensing.protocols.mqtt.broker import Broker
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.protocols.tcp.serving import Door

EVERY = 2.0  # seconds
connections = Gauge("yiwang_gateway_connections", "Connections of devices.", ("protocol",), multiprocess_mode="livesum")
frames = Counter("yiwang_gateway_frames", "Whole frames that came, good or bad.", ("protocol",))
readings = Counter("yiwang_gateway_readings", "Readings on disk.", ("protocol",))
refused = Counter("yiwang_gateway_refused", "Messages not taken, by reason.", ("protocol", "reason"))
ended = Counter("yiwang_gateway_ended", "Connections that we ended, by reason.", ("protocol", "reason"))
under_way = Gauge(
    "yiwang_gateway_commands",
    "Commands that devices have not answered yet.",
    ("protocol",),
    multiprocess_mode="livesum",
)


class Figures:
    """Brings what listeners count to the figures of this process; on the way of a frame nothing is done for it."""

    def __init__(self, doors: Mapping[str, Door]) -> None:
        self._doors = doors
        self.gatherings: list[Gathering] = []
        self.broker: Broker | None = None
        self._told: dict[tuple[str, ...], int] = {}

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            self.tell()
            await asyncio.sleep(EVERY)

    def tell(self) -> None:
        """Bring the figures up to date."""
        for protocol, door in self._doors.items():
            connections.labels(protocol).set(door.places.taken)
            under_way.labels(protocol).set(len(door.orders))
        if self.broker:
            connections.labels("mqtt").set(self.broker.places.taken)
        for counter, labels, count in self._counts():
            key = (str(counter), *labels)
            more = count - self._told.get(key, 0)
            if more:
                counter.labels(*labels).inc(more)
                self._told[key] = count

    def _counts(self) -> Iterator[tuple[Counter, tuple[str, ...], int]]:
        for protocol, door in self._doors.items():
            yield frames, (protocol,), door.frames
            for reason, count in door.ended.items():
                yield ended, (protocol, reason), count
        kept: dict[str, int] = {}
        reasons: dict[tuple[str, str], int] = {}
        for one in self.gatherings:
            protocol = one.source.lower()
            kept[protocol] = kept.get(protocol, 0) + one.kept
            for reason, count in one.reasons.items():
                reasons[protocol, reason] = reasons.get((protocol, reason), 0) + count
        for protocol, count in kept.items():
            yield readings, (protocol,), count
        for labels, count in reasons.items():
            yield refused, labels, count
