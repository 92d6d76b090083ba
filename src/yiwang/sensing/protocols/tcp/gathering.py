"""Between gateways and the log: what many connections bring is put together, and each is told when it is on disk."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import psycopg
import psycopg_pool
import structlog

from yiwang.base.clock import Clock
from yiwang.base.errors import Refusal
from yiwang.sensing.devices import Known
from yiwang.sensing.protocols.sample import Sample
from yiwang.sensing.readings.model import Columns, of

MOST_WAITING = 100_000  # messages: connections stop reading above it
_FAULT = re.compile(r"([a-z_]{2,30}): ")  # a codec's word for what is wrong
log = structlog.get_logger()

Told = Callable[[bool], None]  # called once: True when it is durable, False when it was not kept


class Log(Protocol):
    """The part of `readings.Inlet` that gateways use."""

    async def put(self, columns: Columns, *, source: str, received: datetime) -> None: ...

    async def quarantine(self, source: str, external_id: str, raw: bytes, reason: str, at: datetime) -> None: ...


class Devices(Protocol):
    """The part of `devices.Directory` that gateways use."""

    def find(self, protocol: str, external_id: str) -> Known | None: ...


@dataclass(slots=True)
class _Batch:
    series: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    qualities: list[int] = field(default_factory=list)
    refused: list[tuple[str, bytes, str]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


class Gathering:
    """One for each protocol of a process. Use as an async context manager; leaving it writes what is left."""

    def __init__(self, inlet: Log, devices: Devices, clock: Clock, source: str) -> None:
        """`source` is the protocol's name: the `protocol` of device keys, and the source of frames."""
        self.source, self.clock, self.devices = source, clock, devices
        self._inlet = inlet
        self._batch = _Batch()
        self._some = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None
        self._resume: list[Callable[[], None]] = []
        self._closing = False
        self.kept = 0  # readings that are durable
        self.refused = 0  # messages in quarantine
        self.reasons: Counter[str] = Counter()  # the same by a word

    async def __aenter__(self) -> "Gathering":
        self._writer = asyncio.create_task(self._write_on(), name=f"gather {self.source}")
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing = True
        self._some.set()
        if self._writer:
            await self._writer

    @property
    def crowded(self) -> bool:
        """Whether connections should stop reading until `when_roomy` calls them back."""
        return len(self._batch.told) >= MOST_WAITING

    def when_roomy(self, resume: Callable[[], None]) -> None:
        """Call back once what waits now is written."""
        self._resume.append(resume)

    def now(self) -> int:
        """Return the present in ms since the epoch."""
        return int(self.clock.now().timestamp() * 1000)

    def take(self, samples: Iterable[Sample], raw: bytes, told: Told) -> None:
        """Take in what one message says. Whatever of it has no series puts the message into quarantine, beside it."""
        batch, now = self._batch, 0
        for sample in samples:
            known = self.devices.find(self.source, sample.device)
            series = known.series(sample.metric) if known else None
            if series is None:
                self.reasons["unknown_metric" if known else "unknown_device"] += 1
                batch.refused.append((sample.device, raw, self._why(known, sample)))
                continue
            batch.series.append(series)
            batch.times.append(sample.time if sample.time is not None else (now := now or self.now()))
            batch.values.append(sample.value)
            batch.qualities.append(sample.quality)
        self._tell(told)

    @staticmethod
    def _why(known: Known | None, sample: Sample) -> str:
        if known is None:
            return "No device has this key."
        return f"Devices of class {known.class_code} have no metric {sample.metric[:60]!r}."

    def refuse(self, sender: str, raw: bytes, reason: str, told: Told) -> None:
        """Put a message that cannot be read into quarantine."""
        fault = _FAULT.match(reason)
        self.reasons[fault[1] if fault else "refused"] += 1
        self._batch.refused.append((sender, raw, reason))
        self._tell(told)

    def _tell(self, told: Told) -> None:
        self._batch.told.append(told)
        self._some.set()

    async def _write_on(self) -> None:
        while not self._closing:
            await self._some.wait()
            await self._write()

    async def _write(self) -> None:
        """Put one batch; all of it is durable, or everybody is told that it is not."""
        self._some.clear()
        batch, self._batch = self._batch, _Batch()
        if not batch.told:
            return
        try:
            at = self.clock.now()
            async with asyncio.TaskGroup() as tasks:
                if batch.series:
                    columns = of(batch.series, batch.times, batch.values, batch.qualities)
                    tasks.create_task(self._inlet.put(columns, source=self.source, received=at))
                for sender, raw, reason in batch.refused:
                    tasks.create_task(self._inlet.quarantine(self.source, sender, raw, reason, at))
        except* (psycopg.Error, psycopg_pool.PoolTimeout, OSError, Refusal) as failed:
            log.warning("not kept; devices send it again", source=self.source, error=repr(failed.exceptions[0]))
            kept = False
        else:
            kept = True
            self.kept += len(batch.series)
            self.refused += len(batch.refused)
        for told in batch.told:
            told(kept)
        resume, self._resume = self._resume, []
        for again in resume:
            again()
