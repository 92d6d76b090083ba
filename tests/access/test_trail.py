"""The audit trail: nobody changes it, seals chain it, the offline check names what was tampered with."""

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from tests.access.visitors import AT, PLATFORM, acting, audited, person, sign_in

from yiwang.access import Grant, Keyring, TrailBroken, audit, export_audit, seal_audit, verify_audit
from yiwang.access.trail import sealing
from yiwang.base.errors import Forbidden
from yiwang.base.ids import uuid7
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]
Lines = list[dict]


async def write(database: Database, count: int, start: int = 0) -> None:
    for number in range(start, start + count):
        async with database.tx() as tx:
            audit(tx, PLATFORM, "case.read", "case", uuid7(AT), AT, {"n": number, "ratio": 1.50, "说明": "核实"})


async def exported(database: Database, keyring: Keyring, folder: Path) -> Path:
    path = folder / "audit.jsonl"
    await export_audit(database, keyring, path, PLATFORM, at=AT)
    return path


def as_owner(owner_url: str, statements: str) -> None:
    """What someone with the database owner's password could do."""
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute(statements)


def tampered(path: Path, change: Callable[[Lines], object]) -> Path:
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    change(lines)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    return path


async def test_the_running_role_cannot_change_the_trail_or_its_order(database: Database) -> None:
    for statement in (
        "UPDATE access.audit SET action = 'x'",
        "DELETE FROM access.audit",
        "TRUNCATE access.audit",
        "UPDATE access.audit_seal SET rows = 1",
        "DELETE FROM access.audit_seal",
        "DROP TABLE access.audit",
        "INSERT INTO access.audit (id, xid, at, recorded, actor, actor_kind, action, object_type, success, detail) "
        "VALUES (gen_random_uuid(), '1', now(), now(), gen_random_uuid(), 'account', 'x', 'x', true, '{}')",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            async with database.tx() as tx:
                await tx.count(statement)


async def test_the_partitions_cannot_be_changed_either(database: Database) -> None:
    await write(database, 1)
    async with database.tx() as tx:
        parts = await tx.rows(
            "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'access.audit'::regclass"
        )
    assert parts
    for part in parts:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            async with database.tx() as tx:
                await tx.count("DELETE FROM " + part["name"])


async def test_a_sealed_trail_is_found_whole(
    database: Database, keyring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "BATCH", 4)
    await write(database, 10)
    assert await seal_audit(database, keyring, at=AT) == 10
    assert await seal_audit(database, keyring, at=AT) == 0
    await write(database, 2, 10)
    path = await exported(database, keyring, tmp_path)
    verdict = verify_audit(path, keyring.audit_public_pem())
    assert (verdict.whole, verdict.rows, verdict.seals, verdict.unsealed) == (True, 10, 3, 2)
    assert path.stat().st_mode & 0o077 == 0


def _edit(lines: Lines) -> None:
    lines[3]["detail"]["n"] = 99


def _delete(lines: Lines) -> None:
    del lines[3]


def _swap(lines: Lines) -> None:
    lines[2], lines[3] = lines[3], lines[2]


def _add(lines: Lines) -> None:
    lines.insert(3, {**lines[3], "action": "forged"})


def _delete_batch(lines: Lines) -> None:
    del lines[6:11]


def _cut(lines: Lines) -> None:
    del lines[9:]


def _cut_last(lines: Lines) -> None:
    del lines[-1]


def _delete_unsealed(lines: Lines) -> None:
    del lines[-2]


def _edit_seal(lines: Lines) -> None:
    lines[5]["rows"] = 3


def _edit_digests(lines: Lines) -> None:
    lines[5]["digests"] = "zz"


def _end_of_batch(lines: Lines) -> None:
    del lines[4]


TAMPERINGS = [
    (_edit, r"row was changed: row [0-9a-f-]{36} \(line 4, place 3 of batch 1"),
    (_delete, r"missing before row .* \(line 4, place 3 of batch 1"),
    (_swap, r"order was changed: row .* \(line 3, place 2"),
    (_add, r"added: row .* \(line 4, place 3"),
    (_end_of_batch, r"1 rows are missing at the end of batch 1"),
    (_delete_batch, r"Batch 2 is missing before batch 3"),
    (_cut, r"closing line is missing"),
    (_cut_last, r"closing line is missing"),
    (_delete_unsealed, r"unsealed tail"),
    (_edit_seal, r"signature of batch 1 \(line 6\)"),
    (_edit_digests, r"chain breaks at batch 1"),
]


async def test_tampering_with_an_export_is_found_and_named(
    database: Database, keyring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "BATCH", 4)
    await write(database, 12)
    await seal_audit(database, keyring, at=AT)
    await write(database, 2, 12)
    path = await exported(database, keyring, tmp_path)
    whole = path.read_bytes()
    for change, says in TAMPERINGS:
        path.write_bytes(whole)
        verdict = verify_audit(tampered(path, change), keyring.audit_public_pem())
        assert verdict.broken and re.search(says, verdict.broken), (change.__name__, verdict.broken)


async def test_another_platforms_seals_do_not_pass(database: Database, keyring: Keyring, tmp_path: Path) -> None:
    await write(database, 2)
    await seal_audit(database, keyring, at=AT)
    path = await exported(database, keyring, tmp_path)
    other = Keyring.open(tmp_path / "other")
    assert "not the platform's" in str(verify_audit(path, other.audit_public_pem()).broken)


async def test_a_row_changed_in_the_database_by_its_owner_is_named(
    database: Database, keyring: Keyring, tmp_path: Path, owner_url: str
) -> None:
    await write(database, 3)
    await seal_audit(database, keyring, at=AT)
    as_owner(owner_url, "UPDATE access.audit SET action = 'nothing' WHERE detail->>'n' = '1'")
    path = await exported(database, keyring, tmp_path)
    assert "place 2 of batch 1" in str(verify_audit(path, keyring.audit_public_pem()).broken)


async def test_a_tail_cut_off_with_its_seals_is_noticed(
    database: Database, keyring: Keyring, tmp_path: Path, owner_url: str
) -> None:
    await write(database, 2)
    await seal_audit(database, keyring, at=AT)
    await write(database, 2, 2)
    await seal_audit(database, keyring, at=AT)
    as_owner(
        owner_url,
        "DELETE FROM access.audit WHERE (detail->>'n')::int >= 2; DELETE FROM access.audit_seal WHERE number = 2",
    )
    with pytest.raises(TrailBroken, match="Seal 2"):
        await seal_audit(database, keyring, at=AT)
    path = await exported(database, keyring, tmp_path)
    assert "the end was cut" in str(verify_audit(path, keyring.audit_public_pem()).broken)


async def test_a_row_committed_late_is_sealed_later_not_skipped(database: Database, keyring: Keyring) -> None:
    async with database.tx() as late:
        audit(late, PLATFORM, "case.read", "case", None, AT, {"n": "late"})
        await late.flush()
        await write(database, 3)
        assert await seal_audit(database, keyring, at=AT) == 0  # everything after it waits
    assert await seal_audit(database, keyring, at=AT) == 4


async def test_reading_the_trail_is_for_the_audit_administrator_and_audited(client, database: Database) -> None:
    auditor = await person(database, "auditor", "audit_admin")
    await person(database, "chief", "supervisor")
    await sign_in(client, "chief")
    assert (await client.get("/api/audit")).status_code == 403
    await sign_in(client, "auditor")
    seen, cursor = [], None
    while True:
        page = (await client.get("/api/audit", params={"limit": 2} | ({"cursor": cursor} if cursor else {}))).json()
        seen += [row["action"] for row in page["items"]]
        cursor = page["next"]
        if len(seen) > 6:
            break
    assert seen[:2] == ["session.begun", "denied"]
    mine = (await client.get("/api/audit", params={"actor": str(auditor), "action": "session.begun"})).json()
    assert [row["actor_name"] for row in mine["items"]] == ["Auditor"]
    assert len(await audited(database, "audit.read")) >= 4
    assert (await client.get("/api/audit", params={"cursor": "WzEsICJhIl0"})).status_code == 422


async def test_only_the_audit_administrator_exports(database: Database, keyring: Keyring, tmp_path: Path) -> None:
    with pytest.raises(Forbidden):
        await export_audit(database, keyring, tmp_path / "x", acting(uuid7(AT), Grant("system_admin")), at=AT)


async def test_two_sealers_seal_each_row_once(database: Database, keyring: Keyring) -> None:
    await write(database, 30)
    sealed = await asyncio.gather(*(seal_audit(database, keyring, at=AT) for _ in range(4)))
    assert sum(sealed) == 30
