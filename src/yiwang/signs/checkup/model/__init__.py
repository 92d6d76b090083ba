"""What a check-up says, worked out from sums: pure."""

from yiwang.signs.checkup.model.report import Body, Change, Contribution, PlaceRank, Scored
from yiwang.signs.checkup.model.span import SPANS, Span, span_of

__all__ = ["SPANS", "Body", "Change", "Contribution", "Scored", "Span", "PlaceRank", "span_of"]
