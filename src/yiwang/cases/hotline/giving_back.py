"""Files of orders given back: how far each is, and the file itself with a reason for each row that was refused."""

import asyncio
from collections.abc import Mapping as MappingOf
from datetime import timedelta
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, NotFound
from yiwang.cases.hotline.importing import read_by
from yiwang.cases.hotline.mapping import Mapping
from yiwang.cases.hotline.store import imports as store
from yiwang.cases.hotline.store.imports import Import
from yiwang.cases.hotline.tables import write_table
from yiwang.db import Database, Tx

KEPT = timedelta(days=30)


async def see(tx: Tx, actor: Actor, import_id: UUID) -> tuple[Import, list[dict[str, object]]]:
    """Return one of one's own imports with its first refused rows."""
    actor.scope("hotline.import")
    found = await store.see(tx, import_id, actor.id)
    if found is None:
        raise NotFound("You gave in no such file.")
    return found, await store.faults(tx, import_id, 100)


async def own(tx: Tx, actor: Actor) -> list[Import]:
    """Return the files one gave in, latest first."""
    actor.scope("hotline.import")
    return await store.of_person(tx, actor.id, 50)


async def report(database: Database, actor: Actor, keyring: Keyring, import_id: UUID) -> tuple[str, bytes]:
    """Return the file (its name, its bytes) with one more column: the reason why each refused row was refused."""
    actor.scope("hotline.import")
    async with database.tx() as tx:
        found = await store.see_file(tx, import_id, actor.id)
        if found is None:
            raise NotFound("You gave in no such file, or it was forgotten since: files are kept for 30 days.")
        job, sealed = found
        if job.state in ("waiting", "running"):
            raise Conflict("The file is still being worked off.", done=job.done, rows=job.rows)
        data = await access.unseal_for(tx, keyring, job.id, sealed)
        faults = await store.faults(tx, import_id, job.rows)
        access.audit(tx, actor, "hotline.import_report", "hotline_import", import_id, tx.at)
    reasons = {row["row"] - 1: row["reason"] for row in faults}
    return job.file_name, await asyncio.to_thread(_marked, data, Mapping.model_validate(job.mapping), reasons)


def _marked(data: bytes, mapping: Mapping, reasons: MappingOf[int, str]) -> bytes:
    return write_table(read_by(data, mapping), reasons)


async def forget_files(tx: Tx) -> int:
    """Forget files that ended long ago; an errand calls it."""
    return await store.forget(tx, tx.at - KEPT)
