"""ThingsBoard's topics: telemetry of a device, and of the devices behind a gateway."""

from yiwang.sensing.protocols.mqtt.dialects.model import Heard, Unread, document, moment, number
from yiwang.sensing.protocols.sample import Sample

# Said by devices and no reading: kept nowhere, and no reason for quarantine.
_NOTHING: tuple[str, ...] = (
    "v1/devices/me/attributes",
    "v1/devices/me/rpc/",
    "v1/gateway/connect",
    "v1/gateway/disconnect",
)
_NOTHING += ("v1/gateway/attributes", "v1/gateway/rpc", "v1/devices/me/claim")


def read(topic: str, payload: bytes, me: str, _memory: object) -> Heard:
    """Return the readings of a message; `me` is the device that "me" stands for."""
    if topic.startswith(_NOTHING):
        return Heard()
    found = document(payload)
    if topic == "v1/devices/me/telemetry":
        return Heard(_rows(me, found))
    if topic == "v1/gateway/telemetry":
        if not isinstance(found, dict):
            raise Unread('The payload is {"<device>": [{"ts": …, "values": {…}}]}.')
        return Heard([sample for device, rows in found.items() for sample in _rows(device, rows)])
    raise Unread("This is no topic of ThingsBoard's that carries readings.")


def _rows(device: str, found: object) -> list[Sample]:
    """Read {"k": v}, {"ts": ms, "values": {…}} or a list of either. Text values are no readings and are passed over."""
    samples: list[Sample] = []
    for row in found if isinstance(found, list) else [found]:
        if not isinstance(row, dict):
            raise Unread("Telemetry is an object, or a list of objects.")
        timed = isinstance(row.get("values"), dict)
        values, time = (row["values"], moment(row["ts"]) if "ts" in row else None) if timed else (row, None)
        samples += [
            Sample(device, key, number(value, key), time)
            for key, value in values.items()
            if isinstance(value, int | float)
        ]
    return samples
