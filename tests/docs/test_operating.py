"""What the pages for operators name is there: tests that show a control, and the units of systemd."""

import ast
import configparser
import re
from functools import cache
from pathlib import Path

import pytest

from yiwang.app.cli import COMMANDS
from yiwang.app.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs/operating").glob("*.md"))
NAMED = sorted(
    {found for page in PAGES for found in re.findall(r"`(\w[\w/]*\.py)::(\w+)`", page.read_text(encoding="utf-8"))}
)


@cache
def names_in(file: str) -> set[str]:
    path = ROOT / "tests" / file
    if not path.is_file():
        return set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_test_that_a_page_names_is_there() -> None:
    assert len(NAMED) > 80
    assert [f"{file}::{name}" for file, name in NAMED if name not in names_in(file)] == []


@pytest.mark.parametrize("title", ["等保三级", "OWASP ASVS"])
def test_every_control_is_shown_or_said_to_be_the_operators(title: str) -> None:
    page = (ROOT / "docs/operating/security.md").read_text(encoding="utf-8")
    table = page.split(f"## {title}")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines() if row.startswith("| ")][1:]
    assert len(rows) > 15
    for control, how, shown, operator in rows:
        assert how
        assert shown or operator, control


@pytest.mark.parametrize("unit", sorted((ROOT / "packaging").iterdir()), ids=lambda path: path.name)
def test_the_units_run_commands_and_settings_that_are_there(unit: Path) -> None:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(unit.read_text(encoding="utf-8"))
    if unit.suffix == ".timer":
        assert (unit.parent / f"{unit.stem}.service").is_file()
        return
    called = re.search(r"/bin/yiwang (\w+)", read["Service"]["ExecStart"])
    assert called
    assert called[1] in COMMANDS
    names = {f"YIWANG_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"YIWANG_[A-Z_]+", unit.read_text(encoding="utf-8"))) <= names
