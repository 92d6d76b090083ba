"""Alarms become events: in triage or proven, one for a device, one for a storm; verdicts come back."""
