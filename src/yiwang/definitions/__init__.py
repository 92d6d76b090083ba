"""Declarations with a schema: versions, effective dates, diff, TOML in and out, and values kept in memory."""

from yiwang.definitions.facts import DefinitionEnded, DefinitionsPublished
from yiwang.definitions.model import Body, Change, Draft, Fault, Kind, Report, Version, check, diff
from yiwang.definitions.publishing import end, publish
from yiwang.definitions.reading import Kept, as_of, edition, history
from yiwang.definitions.toml import dry_run, import_toml, read_toml, write_toml

__all__ = [
    "Body",
    "Change",
    "DefinitionEnded",
    "DefinitionsPublished",
    "Draft",
    "Fault",
    "Kept",
    "Kind",
    "Report",
    "Version",
    "as_of",
    "check",
    "diff",
    "dry_run",
    "edition",
    "end",
    "history",
    "import_toml",
    "publish",
    "read_toml",
    "write_toml",
]
