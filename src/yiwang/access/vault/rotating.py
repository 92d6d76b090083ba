"""A new master key while the platform runs: every data key is wrapped anew, and a kill at any moment loses nothing.

The steps, each of which may be done again:

1. the key of the blind index gets a file of its own, so that numbers are found as before;
2. a new master key is written as `master.next`; processes find it when they meet what it wrapped;
3. every data key is wrapped with it, batch by batch;
4. the present one is kept as `master.<name>.old`, and the new one takes its place in one rename;
5. the old one is retired: the database takes nothing in any more that it wrapped, and whoever tries is told to try
   again; what came in before is wrapped anew once the transactions of that time are over;
6. the old file goes.
"""

import asyncio
import contextlib
import fcntl
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from yiwang.access.vault import store
from yiwang.access.vault.keyring import BLIND, MASTER, NEXT, OLD, Keyring, master_name, read_key, read_or_make
from yiwang.base.errors import Conflict
from yiwang.db.database import Database

BATCH = 500
_LONGEST_WAIT = 3600.0  # seconds for transactions under way at the change; none of ours lasts a minute
_PAUSE = 0.1
_NAMED = b"\x02"


@dataclass(frozen=True)
class Rotated:
    """What a change of the master key did; `resumed` when it went on with one that had been broken off."""

    keys: int
    name: str
    resumed: bool


async def rotate(database: Database, keyring: Keyring) -> Rotated:
    """Put a new master key in the place of the present one, or finish a change that was broken off.

    `access.privacy.change_master` asks who does it and keeps a trace.
    """
    folder = keyring.folder
    if folder is None:
        raise Conflict("This keyring has no folder, so there is nothing to change.")
    with (folder / "rotate.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict("The master key is being changed by another process. Wait for it to end.") from None
        return await _rotate(database, keyring, folder)


async def _rotate(database: Database, keyring: Keyring, folder: Path) -> Rotated:
    resumed = (folder / NEXT).exists() or bool(_old(folder))
    done = 0
    _remove_drafts(folder)
    if (folder / NEXT).exists() or not _old(folder):
        read_or_make(folder / BLIND, lambda: keyring.blind_key)
        name = master_name(read_or_make(folder / NEXT, lambda: secrets.token_bytes(32)))
        _sync(folder)
        keyring.look_again()
        done += await _rewrap(database, keyring, name)
        _change(folder)
    keyring.look_again()
    name = keyring.master_name
    async with database.tx() as tx:
        store.retire_masters(tx, [master_name(read_key(path)) for path in _old(folder)])
    await _wait_for_others(database)
    done += await _rewrap(database, keyring, name)
    for path in _old(folder):
        path.unlink()
    _sync(folder)
    keyring.look_again()
    return Rotated(done, name.hex(), resumed)


async def _rewrap(database: Database, keyring: Keyring, name: bytes) -> int:
    """Wrap every data key that is not so yet with the master key of this name; return how many."""
    after, done = UUID(int=0), 0
    while True:
        async with database.tx() as tx:
            rows = await store.lock_keys(tx, after, _NAMED + name, BATCH)
            if not rows:
                return done
            subjects = [row["subject_id"] for row in rows]
            keys = [keyring.unwrap(row["subject_id"], row["wrapped"]) for row in rows]
            wrapped = [keyring.wrap_with(name, subject, key) for subject, key in zip(subjects, keys, strict=True)]
            done += await store.rewrap_keys(tx, subjects, wrapped)
        after = subjects[-1]


def _change(folder: Path) -> None:
    """Keep the present master key as an old one, then let the next one be the present, in one rename."""
    present = folder / MASTER
    old = folder / OLD.replace("*", master_name(read_key(present)).hex())
    with contextlib.suppress(FileExistsError):  # a run that was killed between the two
        old.hardlink_to(present)
    _sync(folder)
    (folder / NEXT).replace(present)
    _sync(folder)


async def _wait_for_others(database: Database) -> None:
    """Wait until every transaction is over that may have brought in a key before the old one was retired."""
    async with database.tx() as tx:
        until = await store.newest_transaction(tx)
    loop = asyncio.get_running_loop()
    give_up = loop.time() + _LONGEST_WAIT
    while loop.time() < give_up:
        async with database.tx() as tx:
            if await store.oldest_running(tx) >= until:
                return
        await asyncio.sleep(_PAUSE)
    raise Conflict("A transaction on the server does not end, so the old key cannot go yet. Run this again later.")


def _remove_drafts(folder: Path) -> None:
    """Remove what a run left that was killed while it wrote a new key."""
    for draft in folder.glob(f"{NEXT}.*"):
        draft.unlink()


def _old(folder: Path) -> list[Path]:
    return sorted(folder.glob(OLD))


def _sync(folder: Path) -> None:
    """Make sure that the folder's names are on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
