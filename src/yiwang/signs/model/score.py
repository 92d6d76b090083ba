"""The composite scores: of the four dimensions, of the four facets 人物动态, and the pulse. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yiwang.signs.model.sign import DIMENSIONS, FACETS
from yiwang.signs.model.threshold import Limit


@dataclass(frozen=True)
class Score:
    """One composite: over the signs whose dimension or facet is `name`; good is up."""

    code: str
    kind: Literal["dimension", "facet", "pulse"]
    name: str
    name_zh: str
    name_en: str

    @property
    def limits(self) -> tuple[Limit, Limit, Limit]:
        """Return the thresholds below which a score is yellow, orange, red."""
        return Limit("value", 85, None), Limit("value", 70, None), Limit("value", 55, None)


SCORES: dict[str, Score] = {
    "pulse": Score("pulse", "pulse", "pulse", "城市脉搏", "Pulse"),
    **{f"score.{code}": Score(f"score.{code}", "dimension", code, zh, en) for code, (zh, en) in DIMENSIONS.items()},
    **{f"score.{code}": Score(f"score.{code}", "facet", code, zh, en) for code, (zh, en) in FACETS.items()},
}
