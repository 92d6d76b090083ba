"""A district with devices, and alarms as the driver writes them: the row and its fact in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from tests.cities import City, build
from yiwang import ledger
from yiwang.alarms.facts import AlarmRaised, AlarmRecovered, AlarmResolved
from yiwang.base.clock import FixedClock
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.sensing import classes
from yiwang.sensing.devices.model import DeviceIn
from yiwang.sensing.devices.registering import Around, take_in

HERE, NEXT = "310107005001", "310107015001"
ABOVE = {"code": "high", "kind": "above", "severity": "red", "bound": 25.0}
SILENT = {"code": "silent", "kind": "silent", "severity": "yellow", "for_s": 180000}


@dataclass
class District:
    """A city with devices by code."""

    city: City
    around: Around
    devices: dict[str, UUID]

    async def add(self, *rows: DeviceIn) -> None:
        async with self.city.database.tx() as tx:
            report = await take_in(tx, self.city.officer, rows, around=self.around, at=self.city.now)
            assert not report.problems, report.problems
        for row, device in zip(rows, report.ids, strict=True):
            self.devices[row.code] = device

    async def raised(
        self,
        *codes: str,
        rule: str = "gas",
        condition: dict[str, Any] | None = None,
        at: datetime | None = None,
        value: float | None = 30.0,
        drill: bool = False,
    ) -> list[UUID]:
        """Raise an alarm at each of these devices; return their ids."""
        told = condition or ABOVE
        time = at or self.city.now
        devices = [self.devices[code] for code in codes]
        async with self.city.database.tx() as tx:
            facts = await _raise(tx, devices, rule, told, time, value, drill)
            for fact in facts:
                await ledger.record(tx, fact, at=time, drill=drill)
        return [fact.alarm_id for fact in facts]

    async def resolved(self, ids: Sequence[UUID], *, at: datetime | None = None, ended: str = "values") -> None:
        """The values are well again."""
        time = at or self.city.now
        async with self.city.database.tx() as tx:
            rows = await tx.rows(
                """UPDATE alarms.alarm SET state = 'resolved', resolved_at = %s WHERE id = ANY(%s)
                RETURNING id AS alarm_id, device_id, class_code, rule, condition, severity, jurisdiction_id""",
                (time, list(ids)),
            )
            for row in rows:
                await ledger.record(tx, AlarmResolved(**row, ended=ended), at=time)

    async def recovered(self, alarm: UUID) -> None:
        """The values of a latched alarm are well again."""
        async with self.city.database.tx() as tx:
            row = await tx.row(
                """UPDATE alarms.alarm SET state = 'recovered', recovered_at = %s WHERE id = %s
                RETURNING device_id, class_code, rule, condition""",
                (self.city.now, alarm),
            )
            assert row
            await ledger.record(tx, AlarmRecovered(alarm, **row), at=self.city.now)

    async def rows(self, query: Any, *params: object) -> list[dict[str, Any]]:
        async with self.city.database.tx() as tx:
            return await tx.rows(query, params)


async def _raise(
    tx: Tx,
    devices: Sequence[UUID],
    rule: str,
    told: dict[str, Any],
    at: datetime,
    value: float | None,
    drill: bool,
) -> list[AlarmRaised]:
    rows = await tx.rows(
        """INSERT INTO alarms.alarm (id, kind, rule, condition, shard, series, metric, device_id, class_code,
            jurisdiction_id, organisation_id, severity, state, raised_at, value, explanation, drill, recorded)
        SELECT x.id, 'rule', %s, %s, first_series / 65536, first_series, metrics[1], d.id, class_code, jurisdiction_id,
            organisation_id, %s, 'firing', %s, %s, %s, %s, %s
        FROM unnest(%s::uuid[], %s::uuid[]) AS x(id, device) JOIN sensing.device d ON d.id = x.device
        RETURNING id AS alarm_id, device_id, class_code, metric, rule, condition, severity, jurisdiction_id,
            organisation_id, value, drill""",
        (
            *(rule, told["code"], told["severity"], at, value, Jsonb(told), drill, tx.at),
            *([uuid7(tx.at) for _ in devices], list(devices)),
        ),
    )
    found = {row["device_id"]: AlarmRaised(**row) for row in rows}
    return [found[device] for device in devices]


async def district(database: Database, clock: FixedClock, folder: Path) -> District:
    """Build the district with two gas detectors here and one in the next street, and a maintainer's unit."""
    city = await build(database, clock, folder)
    async with database.tx() as tx:
        await classes.publish_shipped(tx, city.officer, at=city.now, valid_from=city.now)
    made = District(city, Around.of(city.books.locators), {})
    here, following, keeper = city.places[HERE], city.places[NEXT], city.units["LH"]
    await made.add(
        DeviceIn("G1", "GAS", name="一号燃气", address="枫桥路1号", jurisdiction_id=here, maintainer_id=keeper),
        DeviceIn("G2", "GAS", name="二号燃气", address="枫桥路99号", jurisdiction_id=here, maintainer_id=keeper),
        DeviceIn("G3", "GAS", name="三号燃气", address="光新路3号", jurisdiction_id=following),
    )
    return made
