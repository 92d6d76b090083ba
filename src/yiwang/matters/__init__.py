"""What is managed, who answers for it where (the only responsibility list), limits, closing criteria 事项目录."""

from yiwang.matters.assigning import DutyRow, ListReport, assign, end_duty, list_duties, load_index
from yiwang.matters.book import MatterBook, kept, load
from yiwang.matters.cataloguing import end_matter, ensure_matters, import_matters, load_catalogue, publish_standard
from yiwang.matters.facts import ResponsibilityChanged
from yiwang.matters.model import (
    ANY,
    MATTER,
    Catalogue,
    Classifier,
    Component,
    Duty,
    Matter,
    MatterBody,
    Older,
    ResponsibilityIndex,
    Responsible,
    Suggestion,
)
from yiwang.matters.standard import components, national_matters, older_events

__all__ = [
    "ANY",
    "Catalogue",
    "Classifier",
    "Component",
    "Duty",
    "DutyRow",
    "ListReport",
    "MATTER",
    "Matter",
    "MatterBody",
    "MatterBook",
    "Older",
    "ResponsibilityChanged",
    "ResponsibilityIndex",
    "Responsible",
    "Suggestion",
    "assign",
    "components",
    "end_duty",
    "end_matter",
    "ensure_matters",
    "import_matters",
    "kept",
    "list_duties",
    "load",
    "load_catalogue",
    "load_index",
    "national_matters",
    "older_events",
    "publish_standard",
]
