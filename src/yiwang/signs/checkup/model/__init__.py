"""What a check-up says, worked out from sums: pure."""

from yiwang.signs.checkup.model.report import Body, Change, Contribution, Scored, Standing
from yiwang.signs.checkup.model.span import SPANS, Span, span_of

__all__ = ["SPANS", "Body", "Change", "Contribution", "Scored", "Span", "Standing", "span_of"]
