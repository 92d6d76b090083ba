"""Lints that no off-the-shelf linter has: where SQL stands, what it may not ask, how long files grow."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# Lines a file may have; a longer one is two things.
LONGEST = {".py": 300, ".ts": 300, ".tsx": 300, ".sql": 400}
_CLOCK = re.compile(
    r"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(\s*\)|"
    r"\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b|'(now|today|yesterday|tomorrow)'",
    re.IGNORECASE,
)
_SQL = re.compile(
    r"^\s*(SELECT|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|WITH\s+\S+\s+AS\s*\(|COPY\s+\S+)\b", re.IGNORECASE
)
_SQL_ANYWHERE = re.compile(r"\b(SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|VALUES|WHERE|DEFAULT)\b")


def complaints(root: Path) -> list[str]:
    """Return what is wrong with the sources under `root`."""
    return [*sql_clock(root), *sql_place(root), *sizes(root)]


def sql_clock(root: Path) -> Iterator[str]:
    """Times are handed in: SQL asks no clock."""
    for path in _files(root / "src", "*.sql"):
        text = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))
        for number, line in enumerate(text.splitlines(), 1):
            if _CLOCK.search(line):
                yield f"{path.relative_to(root)}:{number}: SQL asks the clock; hand the time in"
    for path in _files(root / "src", "*.py"):
        for line_number, text in _strings(path):
            if _SQL_ANYWHERE.search(text) and _CLOCK.search(re.sub(r"--.*", "", text)):
                yield f"{path.relative_to(root)}:{line_number}: SQL asks the clock; hand the time in"


def sql_place(root: Path) -> Iterator[str]:
    """All SQL of a room stands in its store; `db` is the one room that is about SQL."""
    source = root / "src" / "yiwang"
    for path in _files(source, "*.py"):
        parts = path.relative_to(source).with_suffix("").parts
        if parts[0] == "db" or "store" in parts:
            continue
        for number, text in _strings(path):
            if _SQL.match(text) and text != "SELECT 1":  # the question whether anyone is there
                yield f"{path.relative_to(root)}:{number}: SQL belongs into the room's store"


def sizes(root: Path) -> Iterator[str]:
    """A file does one thing, and can be read in one go."""
    for folder in ("src", "tests", "contracts", "bench", "web/src"):
        for suffix, longest in LONGEST.items():
            for path in _files(root / folder, f"*{suffix}"):
                if path.name.endswith(".d.ts"):
                    continue  # generated from the OpenAPI document
                lines = path.read_text(encoding="utf-8").count("\n")
                if lines > longest:
                    yield f"{path.relative_to(root)}: {lines} lines, at most {longest}: split it by what it does"


def _files(folder: Path, pattern: str) -> Iterator[Path]:
    for path in sorted(folder.rglob(pattern)):
        if not {"node_modules", "static", "__pycache__"} & set(path.parts):
            yield path


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the text constants of a module with their lines, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value
