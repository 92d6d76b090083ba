"""Every channel in force, held in memory by each process and built anew when a declaration changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from yiwang import definitions
from yiwang.base.errors import NotFound
from yiwang.db import Tx
from yiwang.definitions import Kept, Version
from yiwang.events.channels.model import CHANNEL, NEXT_DOOR, Channel, NextDoor, choose


@dataclass(frozen=True, slots=True)
class ChannelBook:
    """All versions of all channels, and of who answers instead."""

    channels: tuple[Version[Channel], ...]
    doors: tuple[Version[NextDoor], ...]

    def in_force(self, at: datetime) -> list[Version[Channel]]:
        """Return the channels in force at a moment, by code."""
        return [version for version in self.channels if _holds(version, at)]

    def channel(self, code: str, at: datetime) -> Channel:
        """Return a channel in force."""
        found = next((version.body for version in self.in_force(at) if version.code == code), None)
        if found is None:
            raise NotFound(f"There is no channel {code[:40]}: GET /api/channels names those there are.")
        return found

    def for_event(self, kind: str, at: datetime) -> Channel | None:
        """Return the channel that names a CloudEvents type most closely."""
        found = [(version.body.takes_event(kind), version.body) for version in self.in_force(at)]
        rank, best = max(found, key=lambda each: each[0], default=(0, None))
        return best if rank else None

    def next_door(self, at: datetime, *, text: str, matter: str | None, reason: str = "not_ours") -> NextDoor | None:
        """Return who answers instead for these words and this matter."""
        doors = [version.body for version in self.doors if _holds(version, at)]
        return choose(doors, text=text, matter=matter, reason=reason)

    def door(self, code: str, at: datetime) -> NextDoor | None:
        """Return one of the table by its code."""
        return next((version.body for version in self.doors if version.code == code and _holds(version, at)), None)


def kept() -> Kept[ChannelBook]:
    """Return a book that builds itself on first use and is asked to `refresh` by whoever uses it."""
    return Kept(_version, _build)


async def _version(tx: Tx) -> tuple[int, int]:
    return await definitions.edition(tx, CHANNEL), await definitions.edition(tx, NEXT_DOOR)


async def _build(tx: Tx) -> ChannelBook:
    channels, doors = await definitions.history(tx, CHANNEL), await definitions.history(tx, NEXT_DOOR)
    return ChannelBook(_sorted(channels), _sorted(doors))


def _sorted(versions: Iterable[Version[definitions.Body]]) -> tuple[Version[definitions.Body], ...]:
    return tuple(sorted(versions, key=lambda version: (version.code, version.number)))


def _holds(version: Version[definitions.Body], at: datetime) -> bool:
    return version.valid_from <= at and (version.valid_to is None or at < version.valid_to)
