"""Upkeep: inspection rounds 巡检, verdicts on alarms, and the figures of devices that follow."""

from yiwang.sensing.upkeep.judging import Verdict, note_verdicts

__all__ = ["Verdict", "note_verdicts"]
