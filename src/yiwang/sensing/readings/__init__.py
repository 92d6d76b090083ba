"""Readings: the durable log of frames, the history in the lake, the latest values, charts, the batch door."""

from yiwang.sensing.readings.model import SHARD_SIZE, Columns, Frame

__all__ = ["SHARD_SIZE", "Columns", "Frame"]
