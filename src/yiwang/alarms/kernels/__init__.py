"""Arithmetic of the alarms over arrays: no clock, no input or output. `step` loads Numba: import it late."""
