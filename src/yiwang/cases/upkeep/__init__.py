"""Upkeep 维保, and what else cases learn from machines: dispatch without a person, recovery, the end."""
