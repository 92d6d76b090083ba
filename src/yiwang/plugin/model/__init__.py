"""What a scenario declares and what its rules may propose; pure."""

from yiwang.plugin.model.pages import Column, Count, Figure, Layer, Map, Page, Style, Table, Text
from yiwang.plugin.model.proposals import PROPOSALS, Given, NoteCase, Proposal, PutFigure, ReportEvent, Tell
from yiwang.plugin.model.reads import READS, Read, ReadKind
from yiwang.plugin.model.scenario import API, FACTS, VERBS, Matter, Rule, Scenario, Verb, api_fault

__all__ = [
    "API",
    "Column",
    "Count",
    "FACTS",
    "Figure",
    "Given",
    "Layer",
    "Map",
    "Matter",
    "NoteCase",
    "PROPOSALS",
    "Page",
    "Proposal",
    "PutFigure",
    "READS",
    "Read",
    "ReadKind",
    "ReportEvent",
    "Rule",
    "Scenario",
    "Style",
    "Table",
    "Tell",
    "Text",
    "VERBS",
    "Verb",
    "api_fault",
]
