"""The web's types are those of the server's document."""

import json
import subprocess
from pathlib import Path

import pytest

from yiwang.app.serving.http import openapi_document

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]


def test_the_types_of_the_web_are_made_from_the_document_of_today(tmp_path: Path) -> None:
    document, made = tmp_path / "openapi.json", tmp_path / "schema.d.ts"
    text = json.dumps(openapi_document(), sort_keys=True)
    assert json.loads(text) == json.loads((ROOT / "web" / "openapi.json").read_bytes()), (
        "yiwang openapi > web/openapi.json"
    )
    document.write_text(text, encoding="utf-8")
    script = [ROOT / "scripts" / "node.sh", "node", "scripts/types.mjs", document, made]
    subprocess.run(script, check=True, capture_output=True, timeout=120)
    kept = ROOT / "web" / "src" / "shared" / "api" / "schema.d.ts"
    assert made.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8"), (
        "yiwang openapi > web/openapi.json, then scripts/node.sh npm run types"
    )
