"""Alarm rules over columns of readings: pending, firing, resolved 告警."""
