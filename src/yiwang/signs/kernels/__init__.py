"""Arithmetic over signs × places."""
