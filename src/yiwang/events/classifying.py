"""Which matter a report is about: the code given, else a suggestion from its words, with confidence and reason."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.events.books import Books
from yiwang.events.model import Envelope
from yiwang.matters import Matter


@dataclass(frozen=True)
class Classified:
    """The matter, and how it was found."""

    matter: Matter
    by: str  # "given" or "suggested"
    confidence: float
    reason: str

    @property
    def as_json(self) -> dict[str, Any]:
        return {"by": self.by, "confidence": round(self.confidence, 3), "reason": self.reason}


def classify(books: Books, envelope: Envelope, at: datetime) -> Classified:
    """Return the matter of a report; `Invalid` when no code is given and the words point nowhere."""
    if envelope.matter:
        matter = books.catalogue.resolve(envelope.matter, at)
        return Classified(matter, "given", 1.0, f"上报时给出事项代码 {envelope.matter}")
    found = books.classifier.suggest(envelope.text, limit=1)
    matter_found = books.catalogue.get(found[0].code, at) if found else None
    if matter_found is None:
        raise Invalid(
            "text", "The words do not say what the matter is: name the thing and what is wrong, or choose a matter."
        )
    return Classified(matter_found, "suggested", found[0].confidence, found[0].reason)
