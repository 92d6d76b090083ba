"""Sealing committed audit rows in batches: each batch chained to the one before and signed with the key file's key."""

import contextlib
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from yiwang.access.trail import store
from yiwang.access.trail.model import NO_HEAD, digest_of, next_head, plain, to_sign
from yiwang.access.vault import Keyring
from yiwang.base.errors import Conflict
from yiwang.db.database import Database
from yiwang.db.tx import Tx

BATCH = 2000
WITNESS = "audit.witness"


class TrailBroken(Conflict):
    """The database holds less of the trail than was sealed before: someone cut it, or an older backup was restored."""

    code = "trail_broken"


async def seal_audit(database: Database, keyring: Keyring, *, at: datetime) -> int:
    """Seal every audit row that can no longer be overtaken; return how many. One sealer works at a time.

    The number and head of the last seal are also written beside the keys, so that a trail cut off in the database,
    seals and all, is noticed.
    """
    sealed = 0
    while True:
        async with database.tx() as tx:
            seal = await _seal_batch(tx, keyring, at)
        if seal is None:
            return sealed
        write_witness(keyring, seal)
        rows: int = seal["rows"]
        sealed += rows
        if rows < BATCH:
            return sealed


async def check_witness(tx: Tx, keyring: Keyring) -> None:
    """Raise `TrailBroken` when the last seal noted beside the keys is not in the database."""
    noted = read_witness(keyring)
    if noted is None:
        return
    found = await store.seals_after(tx, noted["number"] - 1, 1)
    if not found or found[0]["number"] != noted["number"] or found[0]["head"].hex() != noted["head"]:
        raise TrailBroken(
            f"Seal {noted['number']} of the audit trail is missing or changed in the database. If an older backup "
            f"was restored on purpose, move the file {WITNESS} in the key folder aside; keep it as evidence otherwise."
        )


def read_witness(keyring: Keyring) -> dict[str, Any] | None:
    """Return number and head of the last seal as noted beside the keys; None when nothing was sealed yet."""
    path = _witness(keyring)
    if path is None or not path.exists():
        return None
    noted: dict[str, Any] = json.loads(path.read_text())
    return noted


def write_witness(keyring: Keyring, seal: dict[str, Any]) -> None:
    """Note the last seal beside the keys."""
    path = _witness(keyring)
    if path is None:
        return
    draft = path.with_suffix(".draft")
    with draft.open("w") as file:
        json.dump({"number": seal["number"], "head": seal["head"].hex()}, file)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileNotFoundError):  # another sealer of this machine has just noted its own
        draft.replace(path)


async def _seal_batch(tx: Tx, keyring: Keyring, at: datetime) -> dict[str, Any] | None:
    if not await store.take_sealer_turn(tx):
        return None
    await check_witness(tx, keyring)
    last = await store.last_seal(tx)
    after = (last["last_xid"], last["last_seq"]) if last else (0, 0)
    rows = await store.rows_after(tx, after, None, BATCH)
    if not rows:
        return None
    digests = [digest_of(plain(row)) for row in rows]
    previous = last["head"] if last else NO_HEAD
    seal = {
        "number": last["number"] + 1 if last else 1,
        "first_xid": rows[0]["xid"],
        "first_seq": rows[0]["seq"],
        "last_xid": rows[-1]["xid"],
        "last_seq": rows[-1]["seq"],
        "rows": len(rows),
        "previous": previous,
        "head": next_head(previous, digests),
        "sealed": at,
        "key": keyring.audit_key_id,
    }
    seal["signature"] = keyring.audit_key.sign(to_sign(plain(seal)))
    seal["digests"] = b"".join(digests)
    store.insert_seal(tx, seal)
    return seal


def _witness(keyring: Keyring) -> Path | None:
    return keyring.folder / WITNESS if keyring.folder else None
