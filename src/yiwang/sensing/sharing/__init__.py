"""Sharing: streams of readings to business systems by filter, metered, each reading at least once."""

from yiwang.sensing.sharing.streaming import Streamer

__all__ = ["Streamer"]
