"""How well reports were merged, against pairs that are known to be duplicates."""

import csv
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from yiwang.base.errors import Invalid


@dataclass(frozen=True)
class Merging:
    """Counts of pairs. `precision` is a lower bound where the list of known pairs is not complete; None = 0 of 0.

    `found`: known pairs whose two reports are in one event. `merged`: reports that joined an event.
    `merged_known`: of these, the ones that form a known pair with a report of their event.
    """

    known: int
    found: int
    merged: int
    merged_known: int

    @property
    def as_json(self) -> dict[str, float | int | None]:
        """The counts with the two rates."""
        precision = round(self.merged_known / self.merged, 4) if self.merged else None
        recall = round(self.found / self.known, 4) if self.known else None
        return {**asdict(self), "precision": precision, "recall": recall}


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """Return the pairs of row ids in a CSV with the columns dup_case and original_case."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if not {"dup_case", "original_case"} <= set(rows.fieldnames or ()):
            raise Invalid("duplicates", "The file of pairs needs the columns dup_case and original_case.")
        return [(row["dup_case"].strip(), row["original_case"].strip()) for row in rows]


def judge(pairs: list[tuple[str, str]], event_of: Mapping[str, str], merged: set[str]) -> Merging:
    """Compare known pairs with what was done. `event_of`: row id → event; `merged`: row ids that joined an event."""
    here = {frozenset(pair) for pair in pairs if pair[0] in event_of and pair[1] in event_of and pair[0] != pair[1]}
    found = {pair for pair in here if len({event_of[one] for one in pair}) == 1}
    known_merged = {one for pair in found for one in pair if one in merged}
    return Merging(len(here), len(found), len(merged), len(known_merged))
