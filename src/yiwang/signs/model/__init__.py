"""What a sign is, when it is yellow, orange or red, and over which time it is taken. Pure."""

from yiwang.signs.model.sign import SIGN, Sign
from yiwang.signs.model.threshold import Limit, limits
from yiwang.signs.model.window import PERIODS, STEP, boundary, window

__all__ = ["PERIODS", "SIGN", "STEP", "Limit", "Sign", "boundary", "limits", "window"]
