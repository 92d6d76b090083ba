"""Kinds of personal data: how each is masked, compared and declared. Pure."""

from yiwang.access.privacy.model.annotation import FULL, Personal, of_model
from yiwang.access.privacy.model.masking import DELETED, HIDDEN, KINDS, Kind, masked
from yiwang.access.privacy.model.normal import normal

__all__ = ["DELETED", "FULL", "HIDDEN", "KINDS", "Kind", "Personal", "masked", "normal", "of_model"]
