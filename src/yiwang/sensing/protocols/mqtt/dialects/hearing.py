"""From a message of somebody to the log: read in its dialect, judged by who said it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from yiwang.sensing.protocols.http_push.mapping import Unmapped, samples_of
from yiwang.sensing.protocols.mqtt import topics
from yiwang.sensing.protocols.mqtt.dialects import homeassistant, plain, sparkplug, thingsboard
from yiwang.sensing.protocols.mqtt.dialects.model import MOST_SAMPLES, Heard, Unread, document
from yiwang.sensing.protocols.mqtt.dialects.table import Route, usual_routes
from yiwang.sensing.protocols.mqtt.identity import Identity
from yiwang.sensing.protocols.mqtt.packets import Publish
from yiwang.sensing.protocols.sample import Sample
from yiwang.sensing.protocols.tcp.gathering import Gathering, Told


class Speaker(Protocol):
    """Who hands messages on and sends answers: the listener, or the client of a broker."""

    @property
    def gathering(self) -> Gathering: ...

    def send(self, device: str, topic: str, payload: bytes, *, qos: int = 1, retain: bool = False) -> int: ...


_READ: Mapping[str, Callable[[str, bytes, str, Any], Heard]] = {
    "plain": plain.read,
    "thingsboard": thingsboard.read,
    "homeassistant": homeassistant.read_config,
    "sparkplug": sparkplug.read,
}


class Ear:
    """Reads messages; remembers what devices announced. One for a listener or a client."""

    def __init__(self, routes: Sequence[Route] = ()) -> None:
        """`routes` are looked at before the platform's own."""
        self._routes = (*routes, *usual_routes())
        self._memory = {"homeassistant": homeassistant.Known(), "sparkplug": sparkplug.Known()}
        self._announced = self._memory["homeassistant"]
        self._found: dict[str, Route | None] = {}

    def hear(self, speaker: Speaker, me: Identity, message: Publish, told: Told) -> None:
        """Take a message in; `told` hears when it is durable, as readings or in quarantine."""
        topic, payload = message.topic, message.payload
        try:
            heard = self.read(topic, payload, me.device or "")
            _check(me, heard)
        except Unread as error:
            return speaker.gathering.refuse(me.name, _raw(topic, payload), str(error), told)
        for where, answer in heard.answers:
            speaker.send(me.device or me.name, where, answer, qos=0)
        if heard.samples:
            return speaker.gathering.take(heard.samples, _raw(topic, payload), told)
        return speaker.gathering.take((), b"", told)  # nothing to keep, acknowledged in its turn

    def read(self, topic: str, payload: bytes, me: str = "") -> Heard:
        """Return what a message says; `Unread` says why nothing."""
        route = self._route(topic)
        if route is None:
            heard = homeassistant.read_state(topic, payload, self._announced)  # type: ignore[arg-type]
            if heard is None:
                raise Unread("No route says how this topic is read.")
            return heard
        if route.push:
            return self._json(route, topic, payload)
        heard = _READ[route.dialect](topic, payload, me, self._memory.get(route.dialect))
        if route.metrics:
            heard.samples = [replace(one, metric=route.metrics.get(one.metric, one.metric)) for one in heard.samples]
        return heard

    def _json(self, route: Route, topic: str, payload: bytes) -> Heard:
        levels = topic.split("/")
        device = None
        if route.device_level is not None and route.device_level < len(levels):
            device = levels[route.device_level]
        try:
            samples = samples_of(route.push, document(payload), device)  # type: ignore[arg-type]
        except Unmapped as error:
            raise Unread(str(error)) from None
        return Heard(
            [Sample(one.device, route.metrics.get(one.metric, one.metric), one.value, one.time) for one in samples]
        )

    def _route(self, topic: str) -> Route | None:
        if topic in self._found:
            return self._found[topic]
        found = next((one for one in self._routes if topics.matches(one.filter, topic)), None)
        if len(self._found) < 100_000:
            self._found[topic] = found
        return found


def _check(me: Identity, heard: Heard) -> None:
    if len(heard.samples) > MOST_SAMPLES:
        raise Unread(f"A message holds at most {MOST_SAMPLES} readings.")
    device = me.device
    if device is not None:
        for one in heard.samples:
            if one.device != device:
                raise Unread("A device speaks for itself alone; others are spoken for by a bridge.")


def _raw(topic: str, payload: bytes) -> bytes:
    """Return a message as it goes to quarantine: topic, a line break, payload."""
    return topic.encode() + b"\n" + payload
