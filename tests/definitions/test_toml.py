"""TOML in and out, with every fault of an import at once."""

import pytest
from tests.definitions.test_publish import ACTOR, JULY, JUNE, NOW, RULE, Rule, publish

from yiwang import definitions
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]

GOOD = """
[[rule]]
code = "a"
name = "一"
tags = ["x"]

[[rule]]
code = "b"
name = "二"
level = 3
"""


def test_what_goes_out_comes_in_again() -> None:
    bodies = definitions.read_toml(RULE, GOOD).bodies
    assert definitions.read_toml(RULE, definitions.write_toml(RULE, bodies)).bodies == bodies
    assert bodies == [Rule(code="a", name="一", tags=["x"]), Rule(code="b", name="二", level=3)]


def test_every_fault_is_named_with_its_entry() -> None:
    text = (
        '[[rule]]\ncode = "a"\nlevel = 0\n[[rule]]\ncode = "b"\nname = "b"\n[[rule]]\ncode = "b"\nname = "c"\n[other]\n'
    )
    faults = definitions.read_toml(RULE, text).faults
    assert [(f.entry, f.code, f.field) for f in faults] == [
        (1, "a", "name"),
        (1, "a", "level"),
        (3, "b", "code"),
        (0, "", "other"),
    ]


def test_a_text_that_is_not_toml_says_where() -> None:
    (fault,) = definitions.read_toml(RULE, "[[rule]\n").faults
    assert "line 1" in fault.detail


async def test_a_dry_run_writes_nothing_and_tells_all(database: Database) -> None:
    await publish(database, Rule(code="a", name="old"), valid_from=JUNE)
    async with database.tx() as tx:
        report = await definitions.dry_run(tx, RULE, definitions.read_toml(RULE, GOOD), valid_from=JULY)
        assert (report.new, [c.field for c in report.changed["a"]], report.faults) == (["b"], ["name", "tags"], [])
        assert len(await definitions.history(tx, RULE)) == 1
        report = await definitions.dry_run(tx, RULE, definitions.read_toml(RULE, GOOD), valid_from=JUNE)
        assert [fault.field for fault in report.faults] == ["valid_from"]


async def test_an_import_with_a_fault_writes_nothing(database: Database) -> None:
    async with database.tx() as tx:
        text = GOOD + '[[rule]]\ncode = "c"\n'
        report = await definitions.import_toml(tx, ACTOR, RULE, text, valid_from=JUNE, at=NOW)
        assert [fault.code for fault in report.faults] == ["c"]
        assert await definitions.history(tx, RULE) == []
        report = await definitions.import_toml(tx, ACTOR, RULE, GOOD, valid_from=JUNE, at=NOW)
        assert report.new == ["a", "b"]
