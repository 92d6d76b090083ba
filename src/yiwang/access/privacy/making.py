"""Making the exports that may be made, and removing them in time: errands. The file is sealed until it is fetched."""

import asyncio
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang.access.model import Actor, Grant
from yiwang.access.privacy.declaring import Declared, Exported
from yiwang.access.privacy.sheets import Sheet, written
from yiwang.access.privacy.store import exports as store
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring, erase_key, seal_for, unseal_for
from yiwang.base.errors import Conflict, Forbidden, NotFound, Refusal
from yiwang.db.database import Database
from yiwang.db.tx import Tx

KEPT = timedelta(hours=24)
DECIDED_WITHIN = timedelta(days=7)
MOST_ROWS = 100_000
_NAMED_PERSONS = 500  # persons an audit row of an export names; the export itself is named in any case


async def make_exports(database: Database, declared: Declared, keyring: Keyring, folder: Path, zone: ZoneInfo) -> int:
    """Make every export that is approved; return how many. Of several workers each makes what no other does."""
    made = 0
    while True:
        async with database.tx() as tx:
            row = await store.take_next(tx)
            if row is None:
                return made
            try:
                await _make(tx, declared, keyring, folder, zone, row)
                made += 1
            except Refusal as refusal:
                store.note_failed(tx, row["id"], refusal.detail, tx.at)


async def _make(
    tx: Tx, declared: Declared, keyring: Keyring, folder: Path, zone: ZoneInfo, row: dict[str, Any]
) -> None:
    """Gather the rows as the asker, with the roles of this moment; write, seal, note."""
    asker = await _asker(tx, row["asked_by"])
    kind = declared.data_sets.get(row["data_set"])
    if kind is None:
        raise Conflict("This data set is not offered any more.")
    asker.scope("exports.ask")
    gathered = await kind.gather(tx, asker, keyring, row["columns"], row["filters"], MOST_ROWS + 1)
    if len(gathered.rows) > MOST_ROWS:
        raise Conflict(f"An export has at most {MOST_ROWS} rows. Narrow the filters.")
    expires = tx.at + KEPT
    moment = tx.at.astimezone(zone)
    mark = f"{row['asked_by_name']}（{row['username']}） {row['number']} {moment:%Y-%m-%d %H:%M} 导出，仅限本人使用"
    heads = [kind.by_code[code].zh for code in row["columns"]]
    cells = [[one.get(code) for code in row["columns"]] for one in gathered.rows]
    data = await asyncio.to_thread(written, row["format"], Sheet(kind.zh, mark, heads, cells, zone))
    sealed = await seal_for(tx, keyring, row["id"], data)
    await asyncio.to_thread(_write, path_of(folder, row["id"]), sealed)
    store.note_made(tx, row["id"], len(gathered.rows), len(data), tx.at, expires)
    audit(tx, asker, "export.made", "export", row["id"], tx.at, _detail(row, gathered))


async def fetch(
    tx: Tx, actor: Actor, keyring: Keyring, folder: Path, export_id: UUID, *, at: datetime
) -> tuple[dict[str, Any], bytes]:
    """Return an export and its file to whoever asked for it, and to nobody else."""
    actor.scope("exports.ask")
    row = await store.find(tx, export_id)
    if row is None or row["asked_by"] != actor.id:
        raise NotFound("There is no such export of yours.")
    if row["state"] != "made" or row["expires"] <= tx.at:
        raise Conflict(f"This export cannot be fetched: it is {_why_not(row, tx.at)}.")
    sealed = await asyncio.to_thread(_read, path_of(folder, export_id))
    data = await unseal_for(tx, keyring, export_id, sealed)
    store.note_fetched(tx, export_id)
    audit(tx, actor, "export.fetched", "export", export_id, at, {"number": row["number"]})
    return row, data


async def expire_exports(database: Database, keyring: Keyring, folder: Path) -> int:
    """End what may not be fetched any more: its key is erased, then its file removed. Return how many."""
    async with database.tx() as tx:
        ended = await store.expire(tx, tx.at, tx.at - DECIDED_WITHIN)
        for row in ended:
            if row["has_file"]:
                await erase_key(tx, keyring, row["id"])
    for row in ended:
        await asyncio.to_thread(path_of(folder, row["id"]).unlink, missing_ok=True)
    return len(ended)


def path_of(folder: Path, export_id: UUID) -> Path:
    """Return where the sealed file of an export stands."""
    return folder / f"{export_id}.sealed"


async def _asker(tx: Tx, account: UUID) -> Actor:
    found = await store.account_with_grants(tx, account)
    if found is None:
        raise Forbidden("Whoever asked for this has no active account any more.")
    grants = tuple(map(Grant, found["roles"], found["places"], found["units"])) if found["roles"] else ()
    return Actor(found["id"], "account", found["name"], grants)


def _detail(row: dict[str, Any], gathered: Exported) -> dict[str, Any]:
    persons = [str(each) for each in dict.fromkeys(gathered.persons)]
    detail: dict[str, Any] = {
        "number": row["number"],
        "data_set": row["data_set"],
        "rows": len(gathered.rows),
        "personal": row["personal"],
        "reason": row["reason"],
    }
    return {**detail, "persons": persons[:_NAMED_PERSONS], "persons_in_all": len(persons)} if persons else detail


def _why_not(row: dict[str, Any], at: datetime) -> str:
    if row["state"] == "made" and row["expires"] <= at:
        return "over its time"
    return {"asked": "waiting for an approval", "approved": "being made"}.get(row["state"], str(row["state"]))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Conflict("The file of this export is gone. Ask for it again.") from None
