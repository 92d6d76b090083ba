"""A new master key while the platform runs, killed at any moment."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest
from tests.access.visitors import AT, PLATFORM, acting, audited

from yiwang.access import Grant, Keyring, erase_key, seal_for, seal_new, unseal_for
from yiwang.access.privacy.key_change import change_master as rotate
from yiwang.base.errors import Conflict, Forbidden
from yiwang.base.ids import uuid7
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]
Sealed = dict[UUID, bytes]


async def fill(database: Database, keyring: Keyring, count: int) -> Sealed:
    """Seal something for so many people."""
    kept = {}
    async with database.tx() as tx:
        for number in range(count):
            person = uuid7(AT)
            kept[person] = seal_new(tx, keyring, person, b"person %d" % number)
    return kept


async def opens(database: Database, keyring: Keyring, kept: Sealed) -> None:
    async with database.tx() as tx:
        for number, (person, sealed) in enumerate(kept.items()):
            assert await unseal_for(tx, keyring, person, sealed) == b"person %d" % number


async def test_every_key_is_wrapped_anew_and_numbers_are_found_as_before(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    running, other = Keyring.open(folder), Keyring.open(folder)
    kept = await fill(database, running, 30)
    erased = next(iter(kept))
    async with database.tx() as tx:
        await erase_key(tx, running, erased)
    before, blind = (folder / "master.key").read_bytes(), running.blind("phone", "13812345678")
    done = await rotate(database, Keyring.open(folder), PLATFORM, at=AT)
    assert (done.keys, done.resumed) == (29, False)
    assert (folder / "master.key").read_bytes() != before
    assert sorted(path.name for path in folder.glob("*.key")) == ["audit.key", "blind.key", "master.key"]
    assert not [*folder.glob("master.next*"), *folder.glob("*.old")]
    del kept[erased]
    async with database.tx() as tx:  # whoever runs meanwhile opens the old and wraps with the new
        for number, (person, sealed) in enumerate(kept.items(), 1):
            assert await unseal_for(tx, running, person, sealed) == b"person %d" % number
        later = uuid7(AT)
        sealed = await seal_for(tx, other, later, b"later")
    fresh = Keyring.open(folder)
    async with database.tx() as tx:
        assert await unseal_for(tx, fresh, later, sealed) == b"later"
        wrapped = await tx.value("SELECT wrapped FROM access.data_key WHERE subject_id = %s", (later,))
    assert bytes(wrapped[1:9]) == fresh.master_name
    assert fresh.blind("phone", "13812345678") == blind
    assert [row["detail"]["keys"] for row in await audited(database, "keys.rotated")] == [29]


async def test_keys_from_before_master_keys_had_names_open_too(database: Database, tmp_path: Path) -> None:
    keyring = Keyring.open(tmp_path / "keys")
    kept = await fill(database, keyring, 3)
    async with database.tx() as tx:  # as the first version wrote them: a version, nonce and text
        await tx.count("UPDATE access.data_key SET wrapped = substr(wrapped, 10)")
    await opens(database, Keyring.open(tmp_path / "keys"), kept)
    assert (await rotate(database, keyring, PLATFORM, at=AT)).keys == 3
    await opens(database, Keyring.open(tmp_path / "keys"), kept)


async def test_what_a_slow_process_wraps_with_the_old_key_is_refused_or_wrapped_anew(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "keys"
    keyring, slow = Keyring.open(folder), Keyring.open(folder)
    early, late = uuid7(AT), uuid7(AT)
    async with database.tx() as tx:  # in the database before the change, committed after it
        sealed = seal_new(tx, slow, early, b"person 0")
        await tx.flush()
        changing = asyncio.create_task(rotate(database, keyring, PLATFORM, at=AT))
        async with asyncio.timeout(60):
            while not [*folder.glob("*.old")]:  # noqa: ASYNC110 - a file has no event to wait for
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.3)
        assert not changing.done()
    await changing
    await opens(database, Keyring.open(folder), {early: sealed})
    old = slow.wrap_with(next(iter(slow._masters)), late, b"k" * 32)  # wrapped before the change, sent after it
    with pytest.raises(Exception, match="try again"):
        async with database.tx() as tx:
            await tx.count(
                "INSERT INTO access.data_key (subject_id, wrapped, made) VALUES (%s,%s,%s)", (late, old, tx.at)
            )


async def test_only_one_changes_the_key_at_a_time_and_not_just_anybody(database: Database, tmp_path: Path) -> None:
    keyring = Keyring.open(tmp_path / "keys")
    with pytest.raises(Forbidden):
        await rotate(database, keyring, acting(uuid7(AT), Grant("supervisor")), at=AT)
    both = await asyncio.gather(
        *(rotate(database, Keyring.open(tmp_path / "keys"), PLATFORM, at=AT) for _ in range(2)), return_exceptions=True
    )
    assert [type(one) for one in both if isinstance(one, BaseException)] == [Conflict]


@pytest.mark.parametrize("seed", range(2))
async def test_killed_half_way_it_goes_on_where_it_was(
    database: Database, app_url: str, tmp_path: Path, seed: int
) -> None:
    keyring = Keyring.open(tmp_path / "keys")
    kept = await fill(database, keyring, 4000)
    chance = random.Random(seed)
    killed = 0
    for _ in range(40):
        process = command(app_url, tmp_path)
        seen = wait_for_work(tmp_path, process)
        if seen:
            await asyncio.sleep(chance.uniform(0, 0.25))
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        await opens(database, keyring, kept)  # the platform that runs meanwhile never notices
        if killed == 4:
            break
    assert killed >= 1
    process = command(app_url, tmp_path)
    assert process.wait(180) == 0
    fresh = Keyring.open(tmp_path / "keys")
    await opens(database, fresh, kept)
    async with database.tx() as tx:
        names = await tx.rows("SELECT DISTINCT substr(wrapped, 1, 9) AS name FROM access.data_key")
    assert [bytes(row["name"]) for row in names] == [b"\x02" + fresh.master_name]
    assert not [*(tmp_path / "keys").glob("master.next*"), *(tmp_path / "keys").glob("*.old")]


def command(url: str, folder: Path) -> subprocess.Popen[bytes]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("YIWANG_")}
    wanted = {"YIWANG_DATABASE_URL": url, "YIWANG_DATABASE_OWNER_URL": url, "YIWANG_DATA_DIR": str(folder)}
    arguments = [sys.executable, "-m", "yiwang.app", "keys", "rotate"]
    return subprocess.Popen(arguments, env={**plain, **wanted}, stdout=subprocess.DEVNULL)


def wait_for_work(folder: Path, process: subprocess.Popen[bytes]) -> bool:
    """Wait until the command has begun on the folder, or ended."""
    before = (folder / "keys" / "master.key").read_bytes()
    while process.poll() is None:
        if [*(folder / "keys").glob("master.next")] or (folder / "keys" / "master.key").read_bytes() != before:
            return True
        time.sleep(0.005)
    return False
