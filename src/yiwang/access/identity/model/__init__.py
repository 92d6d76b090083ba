"""Codes by time, rules of roles, host names, providers' settings: pure."""
