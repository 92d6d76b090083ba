"""Every device in memory: who a key belongs to, and the series of each metric; refreshed when the registry moves."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.db import Tx


@dataclass(frozen=True, slots=True)
class Known:
    """A device as the gateways know it. Its series are `first`, `first` + 1 … in the order of `metrics`."""

    id: UUID
    class_code: str
    state: str
    first: int
    metrics: tuple[str, ...]
    jurisdiction_id: UUID | None
    organisation_id: UUID | None

    def series(self, metric: str) -> int | None:
        """Return the series of a metric, None when the class has no such metric."""
        return self.first + self.metrics.index(metric) if metric in self.metrics else None


class Directory:
    """All devices but the retired ones. One for a process; `refresh` is cheap when nothing has changed."""

    async def refresh(self, tx: Tx) -> bool:
        """Take in what changed since the last time; return whether anything did."""
        raise NotImplementedError

    def find(self, protocol: str, external_id: str) -> Known | None:
        """Return the device with this key, None for a stranger."""
        raise NotImplementedError

    def get(self, device_id: UUID) -> Known | None:
        """Return a device by its id."""
        raise NotImplementedError

    def series(self, device_id: UUID, metric: str) -> int | None:
        """Return the series of a device's metric."""
        known = self.get(device_id)
        return known.series(metric) if known else None

    @staticmethod
    def shard_of(series: int) -> tuple[int, int]:
        """Return the shard of a series and its index there."""
        return divmod(series, 65_536)
