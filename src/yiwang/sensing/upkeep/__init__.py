"""Upkeep: inspection rounds 巡检, verdicts on alarms, and the figures of devices that follow."""

from yiwang.sensing.upkeep.judging import note_verdict

__all__ = ["note_verdict"]
