"""Modules that are loaded when they are used: what takes a second to load is not loaded by whoever never needs it."""

from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module until something of it is asked for, and hands on whatever is asked."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


def later(name: str) -> ModuleType:
    """Return a stand-in for the module `name`.

    For type checkers, write the plain import below `if TYPE_CHECKING:` and this in its `else`.
    """
    return _Later(name)
