"""Every device in memory: who a key belongs to, and the series of each metric; refreshed when the registry moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from yiwang.db import Tx
from yiwang.sensing.devices import store
from yiwang.sensing.devices.model import SHARD_SIZE


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

    def __init__(self) -> None:
        self.edition = 0
        self._devices: dict[UUID, Known] = {}
        self._by_key: dict[tuple[str, str], UUID] = {}
        self._keys: dict[UUID, list[tuple[str, str]]] = {}
        self._by_metric: dict[tuple[str, str], dict[str, int]] = {}
        self._keyed: dict[tuple[str, str], tuple[Any, NDArray[np.int64]]] = {}
        self._known_series: NDArray[np.bool_] | None = None

    async def refresh(self, tx: Tx) -> bool:
        """Take in what changed since the last time; return whether anything did."""
        edition = await store.edition(tx)
        if edition == self.edition:
            return False
        # The number is read before the rows: a change between the two is taken in twice, never missed.
        for row in await store.changed_since(tx, self.edition):
            keys = [tuple(key.split(" ", 1)) for key in row.pop("keys")]
            self._take(Known(**row | {"metrics": tuple(row["metrics"])}), keys)
        self.edition = edition
        self._by_metric.clear()
        self._keyed.clear()
        self._known_series = None
        return True

    def _take(self, known: Known, keys: list[tuple[str, ...]]) -> None:
        for key in self._keys.pop(known.id, []):
            if self._by_key.get(key) == known.id:
                del self._by_key[key]
        self._devices.pop(known.id, None)
        if known.state == "retired":
            return
        self._devices[known.id] = known
        self._keys[known.id] = [(protocol, external) for protocol, external in keys]
        for key in self._keys[known.id]:
            self._by_key[key] = known.id

    def __len__(self) -> int:
        return len(self._devices)

    def __iter__(self) -> Iterator[Known]:
        return iter(self._devices.values())

    def find(self, protocol: str, external_id: str) -> Known | None:
        """Return the device with this key, None for a stranger. A protocol's name is the same in capitals."""
        found = self._by_key.get((protocol.lower(), external_id))
        return self._devices.get(found) if found else None

    def get(self, device_id: UUID) -> Known | None:
        """Return a device by its id."""
        return self._devices.get(device_id)

    def series(self, device_id: UUID, metric: str) -> int | None:
        """Return the series of a device's metric."""
        known = self.get(device_id)
        return known.series(metric) if known else None

    def column(self, protocol: str, metric: str) -> dict[str, int]:
        """Return the series of a metric by the devices' own ids: for batches, one look-up a reading."""
        found = self._by_metric.get((protocol, metric))
        if found is None:
            found = {}
            for (named, external), device in self._by_key.items():
                known = self._devices[device]
                if named == protocol.lower() and metric in known.metrics:
                    found[external] = known.first + known.metrics.index(metric)
            self._by_metric[protocol, metric] = found
        return found

    def keyed(self, protocol: str, metric: str) -> tuple[Any, NDArray[np.int64]]:
        """Return `column` for Arrow: ids as JSON writes them with a comma after, and their series; last -1."""
        found = self._keyed.get((protocol, metric))
        if found is None:
            import pyarrow as pa  # noqa: PLC0415 - heavy

            column = self.column(protocol, metric)
            written = pa.array([f'"{external}",'.encode() for external in column], pa.binary())
            found = self._keyed[protocol, metric] = (written, np.array([*column.values(), -1], np.int64))
        return found

    def known_series(self) -> NDArray[np.bool_]:
        """Return for each series whether a device has it: for batches that come with series."""
        if self._known_series is None:
            size = max((one.first + len(one.metrics) for one in self), default=1)
            self._known_series = np.zeros(size, np.bool_)
            for one in self:
                self._known_series[one.first : one.first + len(one.metrics)] = True
        return self._known_series

    @staticmethod
    def shard_of(series: int) -> tuple[int, int]:
        """Return the shard of a series and its index there."""
        return divmod(series, SHARD_SIZE)
