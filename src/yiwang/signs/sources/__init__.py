"""Where the figures of the signs come from: the facts in the lake, and copies of what no fact tells."""

from yiwang.signs.sources.copying import Copier
from yiwang.signs.sources.drawing import Plans
from yiwang.signs.sources.opening import Sources
from yiwang.signs.sources.planned import Planned, planned

__all__ = ["Copier", "Planned", "Plans", "Sources", "planned"]
