"""What the program loads: a command its own code, a process what its role needs, and nothing that takes seconds."""

import subprocess
import sys

import pytest

from yiwang.app.cli import COMMANDS, load
from yiwang.base.later import later
from yiwang.db import migrate

HEAVY = {"pandas", "numba", "sqlalchemy", "alembic", "sqlglot", "ibis", "pypinyin", "duckdb", "deltalake", "pyarrow",
         "numpy", "shapely", "PIL", "openpyxl", "fastapi", "psycopg", "uvicorn"}  # fmt: skip
# What the processes that answer need for their first request, and so load at their start.
NEEDED = {"numba", "numpy", "pyarrow", "deltalake", "shapely", "PIL", "openpyxl", "pypinyin", "fastapi", "psycopg",
          "uvicorn"}  # fmt: skip


def loaded(module: str) -> set[str]:
    """Return which packages a fresh interpreter has after importing one module of ours."""
    code = f"import {module}, sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=180)
    return set(done.stdout.split())


def test_the_command_line_loads_nothing_heavy() -> None:
    assert not loaded("yiwang.app.cli") & HEAVY


def test_a_process_that_answers_loads_neither_the_lake_s_language_nor_migrations() -> None:
    assert not loaded("yiwang.app.serving.answering") & (HEAVY - NEEDED)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_itself(name: str) -> None:
    assert (load(name).help or "").split("\n\n")[0] == COMMANDS[name][1]


def test_the_newest_revision_is_the_one_that_migrating_ends_with() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(migrate._config()).get_current_head() == migrate.newest()


def test_a_module_for_later_is_the_module() -> None:
    import colorsys

    assert later("colorsys").rgb_to_hsv is colorsys.rgb_to_hsv
    with pytest.raises(AttributeError):
        later("colorsys").nothing  # noqa: B018
