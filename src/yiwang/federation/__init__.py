"""Platforms of other levels: a case goes down, up and back through the log, and both sides agree in the end."""

from yiwang.federation.posting import Courier, prune
from yiwang.federation.signs import tell as tell_signs

__all__ = ["Courier", "prune", "tell_signs"]
