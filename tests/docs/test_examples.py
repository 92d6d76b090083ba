"""The examples of the documents, run as they stand against a served platform."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.serving import Served

from yiwang.access import Grant, platform_actor
from yiwang.access.keys import create_key
from yiwang.app.databases import database_urls
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.db import Database

ROOT = Path(__file__).parents[2]
ROLES = {"KEY": "intake", "DATA_KEY": "data_admin", "READ_KEY": "analyst"}
# Needs a security administrator; what it does is tried in tests/access.
BY_HAND = "$YIWANG/api/session"
PAGES = (
    *("README.md", "README.zh-CN.md", "docs/integrating.md"),
    *(
        f"docs/integrating/{page}.md"
        for page in (
            "channels",
            "cloudevents",
            "history",
            "hotline",
            "imports",
            "map",
            "open311",
            "residents",
            "stream",
        )
    ),
)


@pytest.fixture(scope="module")
def keys(served: Served) -> dict[str, str]:
    """A key of each role that the examples send with."""
    return asyncio.run(_keys(Settings(data_dir=served.folder)))


async def _keys(settings: Settings) -> dict[str, str]:
    actor = platform_actor("examples")
    with database_urls(settings) as urls:
        async with Database(urls.app, SystemClock()) as database, database.tx() as tx:
            made = {
                name: await create_key(tx, actor, "examples", role, [Grant(role)], at=tx.at)
                for name, role in ROLES.items()
            }
            return {name: key.key for name, key in made.items()}


@pytest.mark.parametrize("page", PAGES)
def test_the_shell_examples_of_a_page_run(page: str, served: Served, keys: dict[str, str], tmp_path: Path) -> None:
    if not shutil.which("curl") and os.environ.get("CI") != "true":
        pytest.skip("curl is not installed")
    text = (ROOT / page).read_text(encoding="utf-8").replace("http://127.0.0.1:8000", served.base_url)
    blocks = [block for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) if BY_HAND not in block]
    assert blocks
    # Each page comes from an address of its own: residents may try only so often an hour from one.
    (tmp_path / ".curlrc").write_text(f'interface = "127.0.1.{PAGES.index(page) + 1}"\n', encoding="utf-8")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(blocks)],
        env=os.environ | keys | {"YIWANG": served.base_url, "CURL_HOME": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    # What an import refuses is an answer like another: it must not have been refused.
    assert not re.search(r'"(problems|complaints|faults)":\[\{', done.stdout), done.stdout


def test_the_facts_are_read_with_duckdb(served: Served) -> None:
    text = (ROOT / "docs/integrating/facts.md").read_text(encoding="utf-8")
    (program,) = (block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "import duckdb" in block)
    until = time.monotonic() + 180  # the lake follows the log within a minute
    while not (served.folder / "lake/facts/case.filed/_delta_log").is_dir() and time.monotonic() < until:
        time.sleep(0.5)
    done = subprocess.run(
        [sys.executable, "-c", program, str(served.folder)], capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "filed" in done.stdout
