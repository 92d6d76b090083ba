"""Catalogue, responsibility list and classification together, held in memory by each process."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime

from yiwang import definitions
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.matters import assigning
from yiwang.matters.cataloguing import load_catalogue
from yiwang.matters.model import MATTER, Catalogue, Classifier, ResponsibilityIndex, Suggestion


@dataclass(frozen=True, slots=True)
class MatterBook:
    """What is managed, who answers for it, and which matter a text speaks of."""

    catalogue: Catalogue
    responsibility: ResponsibilityIndex
    classifier: Classifier

    def suggest(self, text: str, at: datetime, limit: int = 3) -> list[Suggestion]:
        """Return the matters in force at a moment that a text may speak of, best first."""
        found = self.classifier.suggest(text, limit * 2)
        return [one for one in found if self.catalogue.get(one.code, at)][:limit]


def kept() -> Kept[MatterBook]:
    """Return a book that builds itself on first use; the application calls its `refresh`."""
    return Kept(_version, load)


async def load(tx: Tx) -> MatterBook:
    """Return the book as the database has it."""
    catalogue = await load_catalogue(tx)
    return MatterBook(catalogue, await assigning.load_index(tx), Classifier(catalogue.newest()))


async def _version(tx: Tx) -> Hashable:
    return await definitions.edition(tx, MATTER), await assigning.edition(tx)
