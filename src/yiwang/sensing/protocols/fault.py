"""What is wrong with a frame: a name for programs, the place in the frame, a sentence for people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Bytes that are no frame: `error` is a fixed word, `where` the field or the byte, `detail` a sentence."""

    error: str
    where: str
    detail: str


class Bad(Exception):
    """A fault on its way out of a codec; no codec lets it through to its caller."""

    def __init__(self, error: str, where: str, detail: str) -> None:
        super().__init__(detail)
        self.fault = Fault(error, where, detail)

    def within(self, where: str) -> "Bad":
        """Return the same fault, placed inside a larger field."""
        old = self.fault
        return Bad(old.error, f"{where}.{old.where}", old.detail)
