"""Devices: the registry, where each is and whose, the keys it is known by, strangers, tables in and out."""

from yiwang.sensing.devices.directory import Directory, Known
from yiwang.sensing.devices.listing import devices_within, known_by_code, mark_online
from yiwang.sensing.devices.registering import Around, set_state, take_in
from yiwang.sensing.devices.whereabouts import Whereabouts, whereabouts

__all__ = [
    "Around",
    "Directory",
    "Known",
    "Whereabouts",
    "devices_within",
    "known_by_code",
    "mark_online",
    "set_state",
    "take_in",
    "whereabouts",
]
