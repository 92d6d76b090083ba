"""What is managed, who answers for it where (the only responsibility list), limits, closing criteria 事项目录."""

from yiwang.matters.model import (
    ANY,
    Catalogue,
    Classifier,
    Duty,
    Matter,
    Older,
    ResponsibilityIndex,
    Responsible,
    Suggestion,
)

__all__ = [
    "ANY",
    "Catalogue",
    "Classifier",
    "Duty",
    "Matter",
    "Older",
    "Responsible",
    "ResponsibilityIndex",
    "Suggestion",
]
