"""The lake as it is opened for one computation: moments, facts, copies, and the tables that others are made of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from yiwang.base.later import later
from yiwang.evaluation import cases_wide
from yiwang.evaluation.model import utc
from yiwang.lake import Lake
from yiwang.signs.sources.copying import schema
from yiwang.signs.sources.model import COPIES

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
    import pyarrow as pa
    from ibis.backends.duckdb import Backend
else:
    ibis = later("ibis")

CASE_COLUMNS = (
    *("event_id", "node", "item", "matter_code", "channel", "unit_id", "urgent", "self_handled", "reports"),
    *("reported_at", "filed_at", "dispatched_at", "received_at", "handled_at", "checked_at", "closed_at", "voided_at"),
    *("filed_due", "dispatch_due", "receipt_due_at", "check_due", "due_at", "returns", "reworks", "extensions"),
    *("spot", "lon", "lat"),
)
TOLERANCE = timedelta(hours=1)  # how much earlier than the copies a moment may be to be answered by them


def since_part(part: str, since: datetime) -> str:
    """Return the partition (`day` or `month`) that a moment lies in."""
    return since.date().isoformat() if part == "day" else since.strftime("%Y-%m")


class Opened(ABC):
    """Opened for one moment: what happened later has not happened. `followed`: up to when the lake has all facts."""

    def __init__(self, lake: Lake, at: datetime, zone: ZoneInfo, followed: datetime | None = None) -> None:
        self.lake = lake
        self.at = utc(at)
        self.zone = zone
        self.followed = utc(followed) if followed else None
        offset = self.at.astimezone(zone).utcoffset() or timedelta(0)
        self._offset = int(offset.total_seconds())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.lake.close()

    @property
    def backend(self) -> Backend:
        """Return the connection that the tables live on."""
        return self.lake.backend

    # Moments

    def ago(self, *, days: float = 0, hours: float = 0, minutes: float = 0) -> ir.TimestampScalar:
        """Return the moment so long before `at`."""
        return ibis.literal(self.at - timedelta(days=days, hours=hours, minutes=minutes))

    @property
    def now(self) -> ir.TimestampScalar:
        """Return `at`."""
        return ibis.literal(self.at)

    @property
    def midnight(self) -> datetime:
        """Return when the local day of `at` began."""
        return utc(self.at.astimezone(self.zone).replace(hour=0, minute=0, second=0, microsecond=0))

    def local(self, moment: ir.TimestampValue) -> ir.TimestampValue:
        """Return a moment as clocks here show it (the offset is that of `at`)."""
        return moment + ibis.interval(seconds=self._offset)

    def ago_day(self, days: int) -> date:
        """Return the local day so many before today."""
        return self.at.astimezone(self.zone).date() - timedelta(days=days)

    # Facts

    def facts(self, fact_type: str) -> ir.Table:
        """Return facts of a type up to `at`, no drills."""
        table = self.lake.table(fact_type)
        return table.filter(table.time <= self.now, ~table.drill)

    @cached_property
    def cases(self) -> ir.Table:
        """Return evaluation's wide table with `node`, `item`, and where each is (`spot`, `lon`, `lat`)."""
        rows = cases_wide(self.lake, self.at)
        spots = self.copy("spots").rename(known_urgent="urgent")
        rows = rows.left_join(spots, "event_id").drop("event_id_right")
        rows = rows.mutate(
            node=rows.jurisdiction_id,
            item=rows.event_id,
            urgent=ibis.coalesce(rows.urgent, rows.known_urgent, False),
        ).drop("known_urgent")
        return self.lake.kept("signs_cases", rows.filter(rows.node.notnull()).select(*CASE_COLUMNS))

    # Copies

    def copy(self, name: str) -> ir.Table:
        """Return a copy as it was made last."""
        return self.lake.copy(name, schema(COPIES[name]))

    def delta(self, name: str, schema: pa.Schema, part: str, since: datetime) -> ir.Table:
        """Return a Delta table of the lake from the partition on that a moment lies in."""
        return self.lake.delta(name, schema, [(part, since_part(part, since))])

    @property
    def current(self) -> bool:
        """Whether the copies stand for `at`: they tell nothing about an earlier time."""
        made = self.lake.copied_at("devices")
        return made is not None and self.at >= made - TOLERANCE

    @cached_property
    def series(self) -> ir.Table:
        """Return the series that formulas read, with device, class, metric, node."""
        return self.lake.kept("signs_series", self.copy("series").filter(lambda row: row.node.notnull()))

    @cached_property
    def ranges(self) -> dict[str, tuple[int, int]]:
        """Return the first and the last series of each class."""
        rows = self.series
        found = self.lake.rows(rows.group_by("class_code").aggregate(first=rows.series.min(), last=rows.series.max()))
        return {row["class_code"]: (row["first"], row["last"]) for row in found.to_pylist()}

    @property
    @abstractmethod
    def hourly(self) -> ir.Table:
        """Return roll-ups of the last 25 hours: `time` (the hour begins), `mean`, `n`, `least`, `most`, `last`."""
