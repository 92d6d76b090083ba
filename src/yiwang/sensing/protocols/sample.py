"""A reading as a protocol words it, before anybody asks whose series it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """One reading as a protocol words it. `time` in ms since the epoch; None: when it came."""

    device: str
    metric: str
    value: float
    time: int | None = None
    quality: int = 0
