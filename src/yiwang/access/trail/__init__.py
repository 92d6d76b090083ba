"""The audit trail: rows written with the change they tell of, sealed in signed batches, verified offline."""

from yiwang.access.trail.exporting import export_audit
from yiwang.access.trail.sealing import TrailBroken, seal_audit
from yiwang.access.trail.verifying import Verdict, verify_audit
from yiwang.access.trail.writing import audit

__all__ = ["TrailBroken", "Verdict", "audit", "export_audit", "seal_audit", "verify_audit"]
