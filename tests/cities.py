"""A small district for tests: two streets with a neighbourhood each, their centres, a department, duty all day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from yiwang import matters, people, places
from yiwang.access import Actor, Grant, Keyring, platform_actor
from yiwang.app.wiring import at_once
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.events import reporting
from yiwang.events.books import Books
from yiwang.events.model import Envelope, Reported
from yiwang.matters import DutyRow
from yiwang.people import OrganisationRow, PostRow
from yiwang.places import JurisdictionRow, PlaceIn

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
BUILDER = platform_actor("test city")
LIGHT = "01006"  # 路灯井盖异常
LITTER = "06002"

JURISDICTIONS = (
    JurisdictionRow("310000000000", "上海市", "city"),
    JurisdictionRow("310107000000", "普陀区", "district", "310000000000"),
    JurisdictionRow("310107005000", "曹杨新村街道", "street", "310107000000"),
    JurisdictionRow("310107015000", "长寿路街道", "street", "310107000000"),
    JurisdictionRow("310107005001", "枫桥居委会", "neighbourhood", "310107005000"),
    JurisdictionRow("310107015001", "光新居委会", "neighbourhood", "310107015000"),
)


@dataclass
class City:
    """The district, open: its database and books, ids by code, and someone who may do everything."""

    database: Database
    books: Books
    clock: FixedClock
    places: dict[str, UUID]
    units: dict[str, UUID]
    officer: Actor = BUILDER

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def later(self, **span: float) -> datetime:
        """Let time pass; return the new present."""
        self.clock.at += timedelta(**span)
        return self.clock.at

    async def report(
        self,
        matter: str = LITTER,
        *,
        where: str = "310107005001",
        lon: float | None = None,
        lat: float | None = None,
        actor: Actor | None = None,
        text: str = "垃圾堆在路口",
        **fields: object,
    ) -> Reported:
        """Send in a report at the present."""
        envelope = Envelope(
            **{"channel": "desk", "source": "desk", "raw": b"{}", "text": text, "matter": matter, **fields}
        )
        place = PlaceIn(lon=lon, lat=lat, text=str(fields.get("address", "")), jurisdiction_id=self.places[where])
        async with self.database.tx() as tx:
            return await reporting.report(tx, actor or self.officer, envelope, place, books=self.books, at=self.now)

    def holder(self, role: str, *, jurisdiction: str | None = None, unit: str | None = None) -> Actor:
        """Return someone with one role over a part of the district."""
        grant = Grant(role, self.places[jurisdiction] if jurisdiction else None, self.units[unit] if unit else None)
        return Actor(UUID(int=abs(hash((role, jurisdiction, unit))) % 2**64), "account", role, (grant,))


async def build(
    database: Database, clock: FixedClock, folder: Path, duties: Sequence[tuple[str, str, str]] = ()
) -> City:
    """Build the district in an empty database."""
    async with database.tx() as tx:
        here = await places.ensure_jurisdictions(tx, BUILDER, JURISDICTIONS, LONG_AGO)
        await matters.publish_standard(tx, BUILDER, at=clock.now(), valid_from=LONG_AGO)
        rows = [
            OrganisationRow("CENTRE", "centre", "区城运中心", jurisdiction_id=here["310107000000"]),
            OrganisationRow(
                "CY", "street_centre", "曹杨城运中心", parent_code="CENTRE", jurisdiction_id=here["310107005000"]
            ),
            OrganisationRow(
                "CS", "street_centre", "长寿城运中心", parent_code="CENTRE", jurisdiction_id=here["310107015000"]
            ),
            OrganisationRow(
                "LH", "department", "绿化市容局", parent_code="CENTRE", jurisdiction_id=here["310107000000"]
            ),
        ]
        units = await people.ensure_organisations(tx, BUILDER, rows, LONG_AGO)
        await people.ensure_posts(
            tx,
            BUILDER,
            [PostRow(code, "DUTY", "值班岗", urgent=True) for code in units],
            LONG_AGO,
        )
        keyring = Keyring.open(folder / "keys")
        books = await Books.opened(tx, keyring, home_code="310107000000", zone="Asia/Shanghai")
        day = clock.now().date()
        await people.shifts_from_hours(
            tx, books.calendar, day - timedelta(days=1), day + timedelta(days=3), clock.now()
        )
    async with database.tx() as tx:
        wanted = duties or (("06", "310107005000", "CY"), ("06", "310107000000", "LH"), ("01", "310107000000", "LH"))
        await matters.assign(
            tx,
            BUILDER,
            [
                DutyRow(key, here[where], units[unit], valid_from=LONG_AGO, source="测试清单")
                for key, where, unit in wanted
            ],
            catalogue=books.catalogue,
            at=clock.now(),
        )
        await books.refresh(tx)
    database.at_once = at_once(books)
    return City(database, books, clock, here, units)
