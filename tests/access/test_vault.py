"""The key file and what is sealed with it."""

import asyncio
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from tests.access.visitors import AT

from yiwang.access import Keyring, erase_key, seal_for, seal_new, unseal_for
from yiwang.base.errors import Conflict, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]


def test_keys_are_made_once_and_are_their_owners_only(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    first, again = Keyring.open(folder), Keyring.open(folder)
    assert first.audit_public_pem() == again.audit_public_pem()
    assert first.blind("phone", "13800000000") == again.blind("phone", "13800000000")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {p.name: p.stat().st_mode & 0o777 for p in folder.glob("*.key")} == {"master.key": 0o600, "audit.key": 0o600}
    (folder / "master.key").chmod(0o644)
    with pytest.raises(PermissionError):
        Keyring.open(folder)


async def test_what_is_sealed_opens_for_the_same_subject_only(database: Database, keyring: Keyring) -> None:
    one, other = uuid7(AT), uuid7(AT)
    async with database.tx() as tx:
        sealed = await seal_for(tx, keyring, one, b"13800000000")
        again = await seal_for(tx, keyring, one, b"13800000000")
        await seal_for(tx, keyring, other, b"x")
        assert sealed != again and b"13800000000" not in sealed
        assert await unseal_for(tx, keyring, one, sealed) == b"13800000000"
        assert await unseal_for(tx, keyring, one, again) == b"13800000000"
        with pytest.raises(InvalidTag):
            await unseal_for(tx, keyring, other, sealed)
        with pytest.raises(InvalidTag):
            await unseal_for(tx, keyring, one, sealed[:-1] + bytes([sealed[-1] ^ 1]))


async def test_a_new_subject_is_sealed_without_waiting(database: Database, keyring: Keyring) -> None:
    person = uuid7(AT)
    async with database.tx() as tx:
        sealed = seal_new(tx, keyring, person, b"secret")
    async with database.tx() as tx:
        assert await unseal_for(tx, keyring, person, sealed) == b"secret"


@pytest.mark.parametrize("machine", [False, True])
async def test_erasing_the_key_erases_the_person(database: Database, keyring: Keyring, machine: bool) -> None:
    person = uuid7(AT)
    async with database.tx() as tx:
        sealed = await seal_for(tx, keyring, person, b"secret", machine=machine)
    async with database.tx() as tx:
        await seal_for(tx, keyring, person, b"cached now", machine=machine)
        await erase_key(tx, keyring, person)
        with pytest.raises(NotFound):
            await unseal_for(tx, keyring, person, sealed)
        with pytest.raises(Conflict):
            await seal_for(tx, keyring, person, b"more", machine=machine)
        with pytest.raises(NotFound):
            await erase_key(tx, keyring, person)


async def test_a_machine_key_is_cached_only_once_it_is_stored(database: Database, keyring: Keyring) -> None:
    source = uuid7(AT)
    with pytest.raises(ZeroDivisionError):
        async with database.tx() as tx:
            await seal_for(tx, keyring, source, b"frame", machine=True)
            _ = 1 / 0
    assert source not in keyring.machine_keys
    for _ in range(2):
        async with database.tx() as tx:
            sealed = await seal_for(tx, keyring, source, b"frame", machine=True)
    assert source in keyring.machine_keys
    async with database.tx() as tx:
        assert await unseal_for(tx, keyring, source, sealed) == b"frame"


async def test_a_key_made_by_two_at_once_is_one_key(database: Database, keyring: Keyring) -> None:
    source = uuid7(AT)

    async def one(data: bytes) -> bytes:
        async with database.tx() as tx:
            sealed = await seal_for(tx, keyring, source, data)
            await asyncio.sleep(0.05)
            return sealed

    sealed = await asyncio.gather(*(one(b"%d" % n) for n in range(4)))
    async with database.tx() as tx:
        assert [await unseal_for(tx, keyring, source, each) for each in sealed] == [b"0", b"1", b"2", b"3"]


def test_the_blind_index_differs_by_kind_and_platform(keyring: Keyring, tmp_path: Path) -> None:
    other = Keyring.open(tmp_path / "other")
    assert keyring.blind("phone", "1") != keyring.blind("name", "1") != other.blind("name", "1")
