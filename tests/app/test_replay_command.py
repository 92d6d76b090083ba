"""The command `yiwang replay`: what it refuses before it touches anything."""

from pathlib import Path

import pytest
from tests.app import made_city
from typer.testing import CliRunner

from yiwang.app.cli import app
from yiwang.base.errors import Invalid, NotFound, Refusal


@pytest.mark.parametrize(
    ("arguments", "refusal", "words"),
    [
        (["nowhere.csv", "--mapping", "boston311"], NotFound, "no file nowhere.csv"),
        (["{file}", "--mapping", "atlantis"], NotFound, "boston311"),
        (["{file}", "--mapping", "{mapping}", "--as-of", "yesterday"], Invalid, "write 2011-08-01"),
        (["{file}", "--mapping", "{mapping}", "--duplicates", "nowhere.csv"], Invalid, "no file nowhere.csv"),
        (["{file}", "--mapping", "boston311"], Invalid, "cannot be read as utf-8"),
    ],
)
def test_it_refuses_in_a_plain_sentence(
    tmp_path: Path, arguments: list[str], refusal: type[Refusal], words: str
) -> None:
    file = made_city.write_csv(tmp_path / "city.csv", made_city.rows(3, seed=1))
    mapping = tmp_path / "city.toml"
    mapping.write_text(made_city.MAPPING, encoding="utf-8")
    filled = [argument.format(file=file, mapping=mapping) for argument in arguments]
    result = CliRunner().invoke(app, ["replay", *filled])
    assert isinstance(result.exception, refusal)
    assert words in result.exception.detail
    assert result.stdout == ""
