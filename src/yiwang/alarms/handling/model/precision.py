"""Precision: how many of the alarms that were judged were true. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """How many verdicts of each kind a rule's condition, a class or a device has. Tests count nowhere."""

    kind: str
    key: str
    n_true: int = 0
    n_false: int = 0
    n_test: int = 0
    n_fault: int = 0

    @property
    def counted(self) -> int:
        """Return how many verdicts the precision is of: a broken device speaks against the device, not the rule."""
        return self.n_true + self.n_false + (self.n_fault if self.kind == "device" else 0)

    @property
    def precision(self) -> float | None:
        """Return 0 to 1; None before the first verdict that counts."""
        return self.n_true / self.counted if self.counted else None

    def proven(self, verdicts: int, precision: float) -> bool:
        """Say whether what it raises may go its way without a person's look: enough verdicts, and high enough."""
        return self.counted >= verdicts and (self.precision or 0.0) >= precision
