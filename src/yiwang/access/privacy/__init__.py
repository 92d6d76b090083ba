"""Personal data: one annotation for fields, and what follows from it: masks, looks with a reason, exports, erasing."""

from yiwang.access.privacy.model import FULL, Personal, masked, normal, of_model

__all__ = ["FULL", "Personal", "masked", "normal", "of_model"]
