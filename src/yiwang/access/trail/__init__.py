"""The audit trail: rows written with the change they tell of, sealed in signed batches, verified offline."""

from yiwang.access.trail.writing import audit

__all__ = ["audit"]
