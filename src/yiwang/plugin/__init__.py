"""The door of scenarios: what a scenario may declare and ask for. A scenario imports this room and `base`, no other.

Only descriptors are exported here: a scenario runs in a process of its own, which never touches the database.
"""

from yiwang.plugin.model import (
    API,
    Column,
    Count,
    Figure,
    Given,
    Layer,
    Map,
    Matter,
    NoteCase,
    Page,
    PutFigure,
    Read,
    ReportEvent,
    Rule,
    Scenario,
    Style,
    Table,
    Tell,
    Text,
)

__all__ = [
    "API",
    "Column",
    "Count",
    "Figure",
    "Given",
    "Layer",
    "Map",
    "Matter",
    "NoteCase",
    "Page",
    "PutFigure",
    "Read",
    "ReportEvent",
    "Rule",
    "Scenario",
    "Style",
    "Table",
    "Tell",
    "Text",
]
