"""Where the figures of the signs come from: the facts in the lake, and copies of what no fact tells."""

from yiwang.signs.sources.copying import Copier
from yiwang.signs.sources.opening import Sources

__all__ = ["Copier", "Sources"]
