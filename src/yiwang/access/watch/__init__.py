"""The watch over the API: calls counted, limited, and what is unusual about them told."""

from yiwang.access.watch.facts import UnusualUse
from yiwang.access.watch.judging import judge, unusual_use
from yiwang.access.watch.limiting import Limits
from yiwang.access.watch.metering import Meter, keep_flushing
from yiwang.access.watch.middleware import Metered

__all__ = ["Limits", "Meter", "Metered", "UnusualUse", "judge", "keep_flushing", "unusual_use"]
