"""Yiwang 一网: an open platform for 一网统管, the running of a city district on one net."""

__version__ = "0.1.0"
