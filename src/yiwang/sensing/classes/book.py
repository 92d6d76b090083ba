"""Every class in memory, built anew when a declaration changes."""

from dataclasses import dataclass
from datetime import datetime

from yiwang import definitions
from yiwang.base.errors import NotFound
from yiwang.db import Tx
from yiwang.definitions import Kept, Version
from yiwang.sensing.classes.model import CLASS, DeviceClass


@dataclass(frozen=True, slots=True)
class ClassBook:
    """All versions of all classes."""

    versions: tuple[Version[DeviceClass], ...]

    def in_force(self, at: datetime) -> list[Version[DeviceClass]]:
        """Return the classes in force at a moment, by code."""
        return [one for one in self.versions if one.valid_from <= at and (one.valid_to is None or at < one.valid_to)]

    def find(self, code: str, at: datetime) -> DeviceClass | None:
        """Return a class in force, None when there is none."""
        return next((one.body for one in self.in_force(at) if one.code == code), None)

    def get(self, code: str, at: datetime) -> DeviceClass:
        """Return a class in force; `NotFound` otherwise."""
        found = self.find(code, at)
        if found is None:
            raise NotFound(f"There is no class of devices {code[:40]}: GET /api/device-classes names them.")
        return found

    def last(self, code: str) -> DeviceClass | None:
        """Return the newest version of a class, in force or not."""
        return next((one.body for one in reversed(self.versions) if one.code == code), None)


def kept() -> Kept[ClassBook]:
    """Return a book that builds itself on first use and is asked to `refresh` by whoever uses it."""
    return Kept(_version, _build)


async def _version(tx: Tx) -> int:
    return await definitions.edition(tx, CLASS)


async def _build(tx: Tx) -> ClassBook:
    versions = await definitions.history(tx, CLASS)
    return ClassBook(tuple(sorted(versions, key=lambda version: (version.code, version.number))))
