"""Driving the kernel with the log of readings: each frame once, alarms and cursor in one transaction."""
