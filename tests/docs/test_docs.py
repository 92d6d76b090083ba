"""The documents name everything there is, and nothing that is not there."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from yiwang.access.model.roles import PERMISSIONS, ROLES
from yiwang.app.cli import COMMANDS, load
from yiwang.app.facts import FACTS
from yiwang.app.settings import Settings

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
OPERATING = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
DEPENDENCIES = (ROOT / "docs/decisions/0007-dependencies.md").read_text(encoding="utf-8")
FACTS_PAGE = (ROOT / "docs/integrating/facts.md").read_text(encoding="utf-8")


def test_every_setting_is_described_with_its_default() -> None:
    described = dict(re.findall(r"^\| `(YIWANG_\w+)` \| (.*?) \|", OPERATING, re.MULTILINE))
    assert set(described) == {f"YIWANG_{name.upper()}" for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        if field.default is not None and field.default_factory is None:
            default = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
            assert f"`{default}`" in described[f"YIWANG_{name.upper()}"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_document_names_a_setting_that_is_not_there(document: Path) -> None:
    known = {f"YIWANG_{name.upper()}" for name in Settings.model_fields}
    known |= {"YIWANG_SOAK_POINTS", "YIWANG_SOAK_SECONDS", "YIWANG_OPEN311_SCHEMAS"}
    assert set(re.findall(r"YIWANG_[A-Z0-9_]+", document.read_text(encoding="utf-8"))) <= known


def test_every_command_is_described() -> None:
    described = set(re.findall(r"^\| `(yiwang [a-z -]+)`", OPERATING, re.MULTILINE))
    assert described == {found for name in COMMANDS for found in _commands(load(name), f"yiwang {name}")}


def _commands(command: object, name: str) -> list[str]:
    below = getattr(command, "commands", {})
    return [found for key, one in below.items() for found in _commands(one, f"{name} {key}")] or [name]


def test_every_role_is_described_with_its_permissions() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \S+ \| (.*) \|$", OPERATING, re.MULTILINE))
    assert {code: set(re.findall(r"`([\w.]+)`", text)) for code, text in rows.items()} == {
        role.code: set(role.permissions) for role in ROLES.values()
    }
    for permission, (label, _) in PERMISSIONS.items():
        assert f"| `{permission}` | {label}" in OPERATING


def test_every_type_of_fact_is_described_with_its_fields() -> None:
    described = dict(re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \| (.*) \|$", FACTS_PAGE, re.MULTILINE))
    assert {name: re.findall(r"`(\w+)`", text) for name, text in described.items()} == {
        fact.TYPE: [field.name for field in fields(fact)] for fact in FACTS
    }


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    python = {re.split(r"[\[<>=]", name)[0] for name in project}
    web = re.search(r'"dependencies": \{(.*?)\}', (ROOT / "web/package.json").read_text(encoding="utf-8"), re.DOTALL)
    assert web
    packages = set(re.findall(r'"([^"]+)": "', web.group(1)))
    rows = [re.findall(r"`([^`]+)`", first) for first in re.findall(r"^\| (`.*?) \|", DEPENDENCIES, re.MULTILINE)]
    assert {name for row in rows for name in row} == python | packages
    assert f"{len(python)} direct dependencies in Python and {len(packages)} in the web" in DEPENDENCIES


def test_the_architecture_names_every_room_and_only_files_that_are_there() -> None:
    source = ROOT / "src/yiwang"
    rooms = {path.parent.name for path in source.glob("*/__init__.py")}
    table = ARCHITECTURE.split("## The rooms")[1].split("## ")[0]
    assert {
        name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    } == rooms
    for name in set(re.findall(r"`([a-z_]+/[a-z_/]+(?:\.py)?)`", ARCHITECTURE)):
        if name.split("/")[0] in rooms:
            assert (source / name).exists(), name


def test_nothing_of_a_machine_stands_in_the_documents() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"/root/|/home/\w|/work/|/tmp/(?!yiwang-…)", document.read_text(encoding="utf-8")), (
            document
        )
