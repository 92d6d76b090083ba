"""Figures for monitoring, summed over all processes of this machine. No label names a person, a place or a case."""

import json
from collections.abc import Iterator
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client import generate_latest as _generate
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from yiwang.app.serving.counting import RESTARTS

MEDIA_TYPE = CONTENT_TYPE_LATEST
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

requests = Histogram(
    "yiwang_http_request_seconds",
    "Time to answer a request, by the route's pattern.",
    ("method", "route", "status"),
    buckets=_BUCKETS,
)
database_up = Gauge("yiwang_database_up", "1 when the database answers.", multiprocess_mode="livemostrecent")
clock_skew = Gauge("yiwang_clock_skew_seconds", "The database's clock less ours.", multiprocess_mode="livemostrecent")
clock_back = Counter("yiwang_clock_steps_back_total", "How often our clock was seen to go back.")
disk_free = Gauge("yiwang_disk_free_bytes", "What is free where the data lies.", multiprocess_mode="livemostrecent")
beat_age = Gauge(
    "yiwang_worker_beat_age_seconds", "Since the youngest worker said it lives.", multiprocess_mode="livemostrecent"
)
stuck = Gauge("yiwang_facts_stuck", "Facts a listener failed on, set aside.", multiprocess_mode="livemostrecent")
timers_late = Gauge(
    "yiwang_timers_late_seconds", "How late the oldest due timer is.", multiprocess_mode="livemostrecent"
)
lake_behind = Gauge(
    "yiwang_lake_behind_seconds", "Since the lake held the whole log.", multiprocess_mode="livemostrecent"
)


class _Restarts(Collector):
    """How often the supervisor started a process again; it writes that beside the others' counts."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / RESTARTS

    def collect(self) -> Iterator[Metric]:
        family = CounterMetricFamily(
            "yiwang_process_restarts", "Processes that died and were started again.", labels=("role",)
        )
        counts = json.loads(self._file.read_text()) if self._file.is_file() else {}
        for role, count in counts.items():
            family.add_metric([role], count)
        yield family


def exposition(folder: Path | None) -> bytes:
    """Return all figures as text; `folder` is where the processes count, None when there is only this one."""
    if folder is None:
        return _generate(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call]
    registry.register(_Restarts(folder))
    return _generate(registry)
