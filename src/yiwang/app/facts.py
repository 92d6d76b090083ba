"""Every class of fact the platform writes: the lake gives each its own columns."""

import inspect
from types import ModuleType

from yiwang.access.watch import facts as watch
from yiwang.calendar import facts as calendar
from yiwang.cases import facts as cases
from yiwang.cases.hotline import facts as hotline
from yiwang.definitions import facts as definitions
from yiwang.events import facts as events
from yiwang.ledger import Fact
from yiwang.matters import facts as matters
from yiwang.people import facts as people
from yiwang.places import facts as places

_MODULES: tuple[ModuleType, ...] = (calendar, cases, hotline, definitions, events, matters, people, places, watch)
FACTS: tuple[type[Fact], ...] = tuple(
    kind
    for module in _MODULES
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, Fact) and kind.__module__ == module.__name__
)
