"""A small district with people at its posts, each with an account, and tomorrow's shifts to be drawn up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.cities import City, build

from yiwang import ledger, people
from yiwang.access import Actor, Grant
from yiwang.app.wiring import TIMERS
from yiwang.base.clock import FixedClock
from yiwang.command import rostering
from yiwang.command.model import Planned
from yiwang.db import Database
from yiwang.people import PostRow, StaffRow

WHERE = ("CY", "CY", "CY", "CS", "LH")


@dataclass
class Duty:
    """The district with five people: three of 曹杨, one of 长寿, one of 绿化市容局."""

    city: City
    posts: dict[str, UUID]
    staff: list[UUID]
    accounts: list[UUID]
    seen: list[str] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        return self.city.now

    def officer(self, number: int, role: str = "duty_officer") -> Actor:
        """One of the people, with a role over their own unit."""
        grant = Grant(role, None, self.city.units[WHERE[number]])
        return Actor(self.accounts[number], "account", f"officer {number}", (grant,))

    def chief(self, unit: str | None = "CY", role: str = "supervisor") -> Actor:
        """Somebody in charge of a unit, or of all."""
        grant = Grant(role, None, self.city.units[unit] if unit else None)
        return Actor(UUID(int=77), "account", "chief", (grant,))

    def shift(self, person: int, hours: float, length: float = 8, **more: Any) -> Planned:
        """A shift of a person at their unit's post, so many hours from now."""
        starts = self.now + timedelta(hours=hours)
        return Planned(self.posts[WHERE[person]], self.staff[person], starts, starts + timedelta(hours=length), **more)

    async def drafted(self, shifts: Sequence[Planned], unit: str = "CY", days: float = 14) -> UUID:
        async with self.city.database.tx() as tx:
            made = await rostering.draft(
                tx, self.chief(unit), unit=self.city.units[unit], starts=self.now - timedelta(days=1),
                ends=self.now + timedelta(days=days), note="", at=self.now,
            )  # fmt: skip
            await rostering.put_shifts(tx, self.chief(unit), made.id, shifts, version=None, at=self.now)
        return made.id

    async def published(self, shifts: Sequence[Planned], unit: str = "CY", *, accept: bool = False) -> UUID:
        roster = await self.drafted(shifts, unit)
        async with self.city.database.tx() as tx:
            await rostering.publish(tx, self.chief(unit), roster, accept=accept, version=None, at=self.now)
        return roster

    async def tick(self) -> int:
        return await ledger.tick(self.city.database, self.now, TIMERS)

    async def inbox(self, person: int) -> list[str]:
        """The kinds of what a person was told."""
        async with self.city.database.tx() as tx:
            rows = await tx.rows(
                "SELECT kind FROM notices.notice WHERE account_id = %s ORDER BY at, id", (self.accounts[person],)
            )
        return [row["kind"].removeprefix("command.") for row in rows]

    async def facts(self, kind: str) -> list[dict[str, Any]]:
        async with self.city.database.tx() as tx:
            rows = await tx.rows("SELECT data, origin FROM ledger.fact WHERE type = %s ORDER BY xid, seq", (kind,))
        return [{**row["data"], "origin": row["origin"]} for row in rows]


@pytest.fixture
async def city(database: Database, clock: FixedClock, tmp_path: Path) -> City:
    return await build(database, clock, tmp_path)


@pytest.fixture
async def duty(city: City) -> Duty:
    accounts = [UUID(int=9000 + number) for number in range(len(WHERE))]
    rows = [
        StaffRow(f"S{number}", f"值班员{number}", accounts[number], "", ((unit, "DUTY"),))
        for number, unit in enumerate(WHERE)
    ]
    async with city.database.tx() as tx:
        staff = await people.ensure_staff(tx, city.officer, rows, city.now, keyring=city.books.keyring)
        await people.ensure_posts(tx, city.officer, [PostRow("CY", "SECOND", "二号岗")], city.now)
        found = {}
        for code, unit in city.units.items():
            for post in await people.posts_of(tx, unit, city.now):
                if post.code == "DUTY":
                    found[code] = post.id
    return Duty(city, found, [staff[f"S{number}"] for number in range(len(WHERE))], accounts)
