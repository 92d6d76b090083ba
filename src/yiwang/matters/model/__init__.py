"""Matters, who answers for them, and which one a text speaks of. Pure."""

from yiwang.matters.model.classification import Classifier, Suggestion
from yiwang.matters.model.declaration import MATTER, Component, MatterBody, matter_of
from yiwang.matters.model.matter import Catalogue, Matter, MatterKind, Older
from yiwang.matters.model.responsibility import ANY, Duty, ResponsibilityIndex, Responsible, Role

__all__ = [
    "ANY",
    "MATTER",
    "Catalogue",
    "Classifier",
    "Component",
    "Duty",
    "Matter",
    "MatterBody",
    "MatterKind",
    "Older",
    "Responsible",
    "ResponsibilityIndex",
    "Role",
    "Suggestion",
    "matter_of",
]
