"""Home Assistant's discovery: devices announce where their state stands and how it is read."""

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from yiwang.sensing.protocols.mqtt.dialects.model import Heard, Unread, document, number
from yiwang.sensing.protocols.sample import Sample

MOST_KNOWN = 100_000
# The templates that say where the number stands; anything else is a program, and programs of devices are not run.
_TEMPLATE = re.compile(
    r"^\s*\{\{\s*(?:value|value_json(?P<path>(?:\.\w+|\[\s*'[^']{1,60}'\s*\]|\[\s*\"[^\"]{1,60}\"\s*\]|\[\d{1,4}\])+))"
    r"\s*(?:\|\s*(?:float|int)(?:\(\s*0?\s*\))?\s*|\|\s*round\(\s*\d\s*\)\s*)*\}\}\s*$"
)
_STEP = re.compile(r"\.(\w+)|\[\s*['\"]([^'\"]+)['\"]\s*\]|\[(\d+)\]")
_SHORT = {"stat_t": "state_topic", "val_tpl": "value_template", "dev": "device", "ids": "identifiers"}
_SHORT |= {"dev_cla": "device_class", "uniq_id": "unique_id", "pl_on": "payload_on", "pl_off": "payload_off"}
_COMPONENTS = {"sensor", "binary_sensor", "number", "switch"}


@dataclass(frozen=True, slots=True)
class _Entity:
    device: str
    metric: str
    path: tuple[str | int, ...]
    on: str
    off: str


@dataclass
class Known:
    """What was announced, by its state topic; the oldest gives way."""

    entities: "OrderedDict[str, dict[str, _Entity]]" = field(default_factory=OrderedDict)

    def announce(self, state_topic: str, config_topic: str, entity: _Entity) -> None:
        """Remember an entity under its state topic; several may share one."""
        self.entities.setdefault(state_topic, {})[config_topic] = entity
        while len(self.entities) > MOST_KNOWN:
            self.entities.popitem(last=False)

    def forget(self, config_topic: str) -> None:
        """Forget an entity: its announcement was taken back."""
        for topic, held in list(self.entities.items()):
            if held.pop(config_topic, None) and not held:
                del self.entities[topic]


def read_config(topic: str, payload: bytes, _me: str, known: Known) -> Heard:
    """Learn of an entity: `homeassistant/<component>/[<node>/]<object>/config`."""
    levels = topic.split("/")
    if len(levels) not in {4, 5} or levels[-1] != "config":
        return Heard()
    if not payload:
        known.forget(topic)
        return Heard()
    if levels[1] not in _COMPONENTS:
        return Heard()
    config = _long(document(payload))
    state = config.get("state_topic")
    if not isinstance(state, str):
        raise Unread("The announcement names no state_topic.")
    base = str(config.get("~", ""))
    state = base + state[1:] if state.startswith("~") else state
    entity = _Entity(
        _device(config, levels),
        str(config.get("device_class") or levels[-2]),
        _path(str(config.get("value_template") or "{{ value }}")),
        str(config.get("payload_on", "ON")),
        str(config.get("payload_off", "OFF")),
    )
    known.announce(state, topic, entity)
    return Heard()


def _long(config: object) -> dict[str, Any]:
    if not isinstance(config, dict):
        raise Unread("The announcement is no object.")
    found = {_SHORT.get(str(key)) or str(key): value for key, value in config.items()}
    return found | ({"device": _long(found["device"])} if "device" in found else {})


def _device(config: dict[str, Any], levels: list[str]) -> str:
    """Return the device's key: its first identifier, else the node, else the entity's own id."""
    named = config.get("device", {}).get("identifiers") or config.get("device", {}).get("name")
    if isinstance(named, list):
        named = named[0] if named else None
    return str(named or (levels[2] if len(levels) == 5 else config.get("unique_id") or levels[-2]))


def _path(template: str) -> tuple[str | int, ...]:
    found = _TEMPLATE.match(template)
    if not found:
        raise Unread("The value_template does more than name where the number stands.")
    steps = _STEP.findall(found["path"] or "")
    return tuple(int(place) if place else name or quoted for name, quoted, place in steps)


def read_state(topic: str, payload: bytes, known: Known) -> Heard | None:
    """Return the readings of a state topic, None when nobody announced it."""
    entities = known.entities.get(topic)
    if entities is None:
        return None
    text = payload.decode("utf-8", "replace")
    parsed: Any = document(payload) if any(one.path for one in entities.values()) else None
    return Heard([Sample(one.device, one.metric, _value(one, text, parsed)) for one in entities.values()])


def _value(entity: _Entity, text: str, parsed: Any) -> float:
    found: Any = parsed if entity.path else text
    for step in entity.path:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            raise Unread(f"The state has no {step!r}.") from None
    if found in {entity.on, entity.off} if isinstance(found, str) else False:
        return float(found == entity.on)
    return number(found, entity.metric)
