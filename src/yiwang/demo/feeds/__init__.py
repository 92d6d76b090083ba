"""What the city lives by beside reports, sensors and handlers: the hotline's desk, residents who rate, patrols."""

from yiwang.demo.feeds.running import run_feeds

__all__ = ["run_feeds"]
