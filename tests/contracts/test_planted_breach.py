"""Each of the five rules is broken on purpose in a copy of the tree, and the check has to see it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from contracts import documents, generate, sources, web

ROOT = Path(__file__).parents[2]
Plant = Callable[..., None]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small tree with the shape of ours: two rooms over db and base, and the real list of rooms."""
    for name in ("contracts/rooms.txt", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for room in ("base", "db", "places", "people", "cases", "app", "plugin", "scenarios"):
        _write(tmp_path, f"{room}/__init__.py")
    _write(tmp_path, "__init__.py")
    _write(tmp_path, "db/tx.py", "import psycopg")
    for room in ("places", "cases"):
        _write(tmp_path, f"{room}/model.py", "from dataclasses import dataclass")
        _write(tmp_path, f"{room}/facts.py", f"from yiwang.{room} import model")
        _write(tmp_path, f"{room}/store.py", f"from yiwang.db import tx\nfrom yiwang.{room} import model")
        _write(tmp_path, f"{room}/filing.py", f"from yiwang.{room} import store, facts")
        _write(tmp_path, f"{room}/closing.py", f"from yiwang.{room} import store")
        _write(tmp_path, f"{room}/routes.py", f"from yiwang.{room} import filing")
    _write(tmp_path, "cases/listens.py", "from yiwang.places import facts\nfrom yiwang.cases import filing")
    _write(tmp_path, "app/wiring.py", "from yiwang.cases import listens, routes")
    for scenario in ("flood", "rental"):
        _write(tmp_path, f"scenarios/{scenario}/__init__.py", "import yiwang.plugin\nimport yiwang.base")
    return tmp_path


def _write(tree: Path, name: str, text: str = "") -> None:
    path = tree / "src" / "yiwang" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'"""Planted."""\n{text}\n')


def _append(tree: Path, name: str, text: str) -> None:
    path = tree / "src" / "yiwang" / name
    path.write_text(path.read_text() + text + "\n")


def _check(tree: Path) -> subprocess.CompletedProcess[str]:
    (tree / ".importlinter").write_text(generate.contracts(tree))
    program = """import sys; sys.path.insert(0, "src")
from importlinter.cli import lint_imports
sys.exit(lint_imports(no_cache=True))"""
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_tree_without_a_breach_passes(tree: Path) -> None:
    done = _check(tree)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("name", "text", "broken"),
    [
        pytest.param("places/filing.py", "import yiwang.cases", "1 A room imports only rooms below it", id="1-upwards"),
        pytest.param("people/x.py", "import yiwang.places", "1 A room imports only rooms below it", id="1-siblings"),
        pytest.param("nobody/__init__.py", "", "1 A room imports only rooms below it", id="1-a-room-not-in-the-list"),
        pytest.param("cases/store.py", "from yiwang.cases import filing", "2 Inside cases", id="2-store-to-verb"),
        pytest.param("cases/facts.py", "from yiwang.cases import store", "2 Inside cases", id="2-facts-to-store"),
        pytest.param("cases/filing.py", "from yiwang.cases import routes", "2 Inside cases", id="2-verb-to-routes"),
        pytest.param("cases/filing.py", "from yiwang.places import store", "3 The store of places", id="3-store"),
        pytest.param("cases/filing.py", "from yiwang.places import routes", "3 The doors of places", id="3-routes"),
        pytest.param("cases/model.py", "import psycopg", "4 Models and kernels reach no driver", id="4-driver"),
        pytest.param("cases/model.py", "from yiwang.places import filing", "4 Models and kernels reach no", id="4-far"),
        pytest.param("cases/model.py", "import time", "4 Models and kernels ask the machine nothing", id="4-clock"),
        pytest.param("scenarios/flood/x.py", "import yiwang.cases", "5 Scenarios import only plugin", id="5-a-room"),
        pytest.param(
            "scenarios/flood/x.py",
            "import yiwang.scenarios.rental",
            "5 Scenarios do not know one another",
            id="5-other",
        ),
        pytest.param("cases/closing.py", "from yiwang.cases import filing", "No cycles inside a room", id="cycle"),
    ],
)
def test_a_planted_import_is_seen(tree: Path, name: str, text: str, broken: str) -> None:
    if (tree / "src" / "yiwang" / name).exists():
        _append(tree, name, text)
    else:
        _write(tree, name, text)
    if broken.startswith("No cycles"):
        _append(tree, "cases/filing.py", "from yiwang.cases import closing")
    done = _check(tree)
    assert done.returncode == 1, done.stdout + done.stderr
    assert any(line.startswith(broken) and line.endswith("BROKEN") for line in done.stdout.splitlines()), done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import UTC, datetime\nAT = datetime.now(UTC)",
        "import random\nCHANCE = random.random()",
        "import os\nHOME = os.environ['HOME']",
        "from uuid import uuid4\nMADE = uuid4()",
    ],
)
def test_a_clock_chance_or_setting_in_a_model_is_seen_by_ruff(tree: Path, text: str) -> None:
    _write(tree, "cases/model.py", text)
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "TID251", "src/yiwang/cases/model.py"]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "TID251" in done.stdout


@pytest.mark.parametrize("sql", ["SELECT now()", "UPDATE a SET b = CURRENT_TIMESTAMP", "SELECT 'now'::timestamptz"])
def test_sql_that_asks_the_clock_is_seen_in_python_and_in_migrations(tree: Path, sql: str) -> None:
    _append(tree, "cases/store.py", f'ASK = """{sql}"""')
    _write(tree, "db/migrations/versions/0099_x.py", "")
    (tree / "src/yiwang/db/migrations/versions/0099_x.sql").write_text(f"-- now() in words is fine\n{sql};\n")
    found = list(sources.sql_clock(tree))
    assert len(found) == 2
    assert all("hand the time in" in line for line in found)


def test_sql_outside_the_store_is_seen(tree: Path) -> None:
    _append(tree, "cases/filing.py", 'ASK = """\n  SELECT id FROM cases.case"""')
    assert list(sources.sql_place(tree)) == ["src/yiwang/cases/filing.py:3: SQL belongs into the room's store"]


def test_a_file_that_grew_too_long_is_seen(tree: Path) -> None:
    _append(tree, "cases/filing.py", "X = 1\n" * 400)
    assert "split it" in next(sources.sizes(tree))


def test_contracts_that_are_not_those_of_the_tree_are_seen(tree: Path) -> None:
    (tree / ".importlinter").write_text(generate.contracts(tree))
    assert generate.stale(tree) == []
    _write(tree, "cases/reopening.py")
    assert "make contracts" in generate.stale(tree)[0]


def test_a_link_that_leads_nowhere_is_seen(tree: Path) -> None:
    (tree / "docs").mkdir()
    (tree / "docs/there.md").write_text("# A heading, with words\n")
    (tree / "README.md").write_text("[a](docs/there.md#a-heading-with-words) [b](docs/no.md) [c](docs/there.md#no)\n")
    assert [line.split(": ")[1] for line in documents.links(tree)] == [
        "the link docs/no.md leads nowhere",
        "there is no heading #no in there.md",
    ]


def test_a_lock_that_names_a_registry_or_misses_a_dependency_is_seen(tree: Path) -> None:
    for part in ("", "-dev", "-web", "-soak", "-uv"):
        (tree / f"requirements{part}.txt").write_text("--index-url https://pypi.example/simple\nalembic==1.20.1\n")
    assert len(list(documents.lock_hosts(tree))) == 5
    assert not any("alembic" in line for line in documents.locked(tree))
    assert any("psycopg is not locked" in line for line in documents.locked(tree))


def test_the_webs_river_and_its_circles_are_seen(tree: Path) -> None:
    def write(name: str, text: str) -> None:
        path = tree / "web" / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    write("shared/api/get.ts", 'import { one } from "./one";\nexport const get = one;\n')
    write("shared/api/one.ts", "export const one = 1;\n")
    write("features/cases/list.tsx", 'import { get } from "@/shared/api/get";\nexport const list = get;\n')
    write("shells/desk/main.tsx", 'import {\n  list,\n} from "../../features/cases/list";\nvoid list;\n')
    assert web.complaints(tree) == []
    write("shared/api/one.ts", 'import { list } from "@/features/cases/list";\nexport const one = list;\n')
    assert web.complaints(tree) == [
        "web/src/shared/api/one.ts: shared knows no features",
        "web/src/shared/api/one.ts: importing features/cases/list.tsx closes a circle",
    ]
