"""Sealing contacts and raw payloads with a key per person or per machine source: erase the key, and all is erased."""

from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from yiwang.access.vault import store
from yiwang.access.vault.keyring import Keyring, seal, unseal
from yiwang.base.errors import Conflict, NotFound
from yiwang.db.tx import Tx

_MOST_CACHED = 10_000
_GONE = "What was kept about this subject has been erased."


async def seal_for(tx: Tx, keyring: Keyring, subject_id: UUID, data: bytes, *, machine: bool = False) -> bytes:
    """Encrypt `data` so that only this subject's key opens it; the key is made when the subject has none.

    For a machine source (`machine=True`) the key is kept in the process once it is known to be stored.
    """
    key = keyring.machine_keys.get(subject_id) if machine else None
    if key is None:
        key = await _key(tx, keyring, subject_id, machine)
    return seal(key, data, subject_id)


def seal_new(tx: Tx, keyring: Keyring, subject_id: UUID, data: bytes) -> bytes:
    """Encrypt for a subject made in this very transaction: its key is queued with it, and nobody waits."""
    key = AESGCM.generate_key(256)
    store.insert_key(tx, subject_id, keyring.wrap(subject_id, key))
    return seal(key, data, subject_id)


async def unseal_for(tx: Tx, keyring: Keyring, subject_id: UUID, sealed: bytes) -> bytes:
    """Return what `seal_for` encrypted; `NotFound` when the subject's key has been erased."""
    row = await store.find_key(tx, subject_id)
    if row is None or row["wrapped"] is None:
        raise NotFound(_GONE)
    return unseal(keyring.unwrap(subject_id, row["wrapped"]), sealed, subject_id)


async def erase_key(tx: Tx, keyring: Keyring, subject_id: UUID) -> None:
    """Erase the subject's key: nothing sealed for it can ever be opened again, in no backup made from now on."""
    if not await store.erase_key(tx, subject_id, tx.at):
        raise NotFound(_GONE)
    keyring.machine_keys.pop(subject_id, None)


async def _key(tx: Tx, keyring: Keyring, subject_id: UUID, machine: bool) -> bytes:
    wrapped = keyring.wrap(subject_id, AESGCM.generate_key(256))
    row = await store.find_or_insert_key(tx, subject_id, wrapped)
    if row is None:  # another transaction added it while we looked; it has committed now
        row = await store.find_or_insert_key(tx, subject_id, wrapped)
    if row is None or row["wrapped"] is None:
        raise Conflict(_GONE + " Nothing new can be kept under the same id.")
    key = keyring.unwrap(subject_id, row["wrapped"])
    if machine and not row["made"] and len(keyring.machine_keys) < _MOST_CACHED:
        # Only once stored: the transaction that makes a key may still be undone.
        keyring.machine_keys[subject_id] = key
    return key
