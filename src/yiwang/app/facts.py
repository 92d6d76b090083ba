"""Every class of fact the platform writes: the lake gives each its own columns."""

import inspect
from types import ModuleType

from yiwang.access.watch import facts as watch
from yiwang.alarms import facts as alarms
from yiwang.alarms.handling import facts as alarm_handling
from yiwang.calendar import facts as calendar
from yiwang.cases import facts as cases
from yiwang.cases.hotline import facts as hotline
from yiwang.command import facts as command
from yiwang.definitions import facts as definitions
from yiwang.events import facts as events
from yiwang.events.machines import facts as machines
from yiwang.ledger import Fact
from yiwang.matters import facts as matters
from yiwang.people import facts as people
from yiwang.places import facts as places
from yiwang.residents import facts as residents
from yiwang.residents.proposals import facts as proposals
from yiwang.sensing.commands import facts as device_commands
from yiwang.sensing.devices import facts as devices
from yiwang.sensing.upkeep import facts as device_upkeep
from yiwang.signs import facts as signs

_MODULES: tuple[ModuleType, ...] = (
    *(
        alarms,
        alarm_handling,
        calendar,
        cases,
        hotline,
        command,
        definitions,
        events,
        machines,
        matters,
        people,
        places,
        proposals,
        residents,
        watch,
        devices,
        device_commands,
        device_upkeep,
        signs,
    ),
)
FACTS: tuple[type[Fact], ...] = tuple(
    kind
    for module in _MODULES
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, Fact) and kind.__module__ == module.__name__
)
